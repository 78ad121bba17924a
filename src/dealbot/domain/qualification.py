"""Whether a health system is ready to buy: what it has, what it asks for, and what follows for us."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import product

from dealbot.domain.evidence import Evidence


class QualificationItem(StrEnum):
    """What a buyer has in place (the first four gate a deal), and what it asks of vendors."""

    CISO = "ciso"
    AUDIT_PROCESS = "audit_process"
    THIRD_PARTY_ASSESSMENT = "third_party_assessment"
    VENDOR_AGREEMENT = "vendor_agreement"
    SOC2 = "soc2"
    FEDRAMP = "fedramp"
    PEN_TEST = "pen_test"
    RIGHT_OF_AUDIT = "right_of_audit"

    @property
    def gating(self) -> bool:
        """Whether its lack stands in the way of a deal."""
        return self in _GAPS


# How much is lacking without it: who would decide on security, and how, weighs more than papers (judged).
_GAPS = {
    QualificationItem.CISO: 2,
    QualificationItem.AUDIT_PROCESS: 2,
    QualificationItem.THIRD_PARTY_ASSESSMENT: 1,
    QualificationItem.VENDOR_AGREEMENT: 1,
}
# From here on there is nothing to build on, unless somebody inside sells for us and would build it.
_TOO_MUCH = 4
# Qualification takes two to three weeks of calls: what is open after that is said.
QUALIFYING = timedelta(days=21)


class Verdict(StrEnum):
    """What to do about what is lacking."""

    GO = "go"
    HELP_BUILD = "help_build"
    NO_GO = "no_go"


@dataclass(frozen=True, slots=True)
class Qualified:
    """One item answered: they have it or ask for it, or not."""

    item: QualificationItem
    answer: bool
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Qualification:
    """What is known of the checklist; an item that is not in `known` is unknown."""

    known: tuple[Qualified, ...] = ()

    def of(self, item: QualificationItem) -> Qualified | None:
        """The answer to one item, or None."""
        return next((each for each in self.known if each.item is item), None)

    @property
    def unknown(self) -> tuple[QualificationItem, ...]:
        """The items nobody has told of, those that gate first."""
        return tuple(item for item in QualificationItem if self.of(item) is None)

    @property
    def gaps_unknown(self) -> tuple[QualificationItem, ...]:
        """The gating items nobody has told of."""
        return tuple(item for item in self.unknown if item.gating)

    @property
    def lacking(self) -> tuple[Qualified, ...]:
        """The gating items that they do not have."""
        return tuple(each for each in self.known if each.item.gating and not each.answer)

    @property
    def rigour(self) -> tuple[Qualified, ...]:
        """What shows a strict process: it keeps others out, so it counts for the deal."""
        strict = (QualificationItem.CISO, QualificationItem.VENDOR_AGREEMENT)
        return tuple(each for each in self.known if each.answer and each.item not in strict)

    @property
    def fit(self) -> int:
        """A score of 0 to 10: what gates counts as it weighs, each further requirement for one."""
        return sum(_GAPS.get(each.item, 1) for each in self.known if each.answer)

    def verdict(self, *, sponsored: bool) -> Verdict | None:
        """Tell what follows from what is known so far, None where no gating item is; it is final when all are known.

        `sponsored`: somebody inside sells for us, with whom it could be built.
        """
        if all(self.of(item) is None for item in _GAPS):
            return None
        return _verdict(sum(_GAPS[each.item] for each in self.lacking), sponsored=sponsored)

    def deciding(self, *, sponsored: bool) -> tuple[QualificationItem, ...]:
        """The unknown gating items that can change the verdict, first those that do in the most cases."""
        missing = sum(_GAPS[each.item] for each in self.lacking)
        items = self.gaps_unknown

        def swings(item: QualificationItem) -> int:
            others = [(0, _GAPS[other]) for other in items if other is not item]
            sums = (missing + sum(case) for case in product(*others))
            return sum(
                _verdict(so_far, sponsored=sponsored) is not _verdict(so_far + _GAPS[item], sponsored=sponsored)
                for so_far in sums
            )

        return tuple(sorted((item for item in items if swings(item)), key=lambda item: -swings(item)))

    def overdue(self, first_heard: date | None, on: date) -> bool:
        """Whether a gating item is still unknown after the weeks that qualification takes."""
        return first_heard is not None and on - first_heard >= QUALIFYING and bool(self.gaps_unknown)


NOTHING_KNOWN = Qualification()


def _verdict(missing: int, *, sponsored: bool) -> Verdict:
    if missing == 0:
        return Verdict.GO
    return Verdict.NO_GO if missing >= _TOO_MUCH and not sponsored else Verdict.HELP_BUILD
