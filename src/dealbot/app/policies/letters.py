"""A message for each role that a policy concerns, to be sent by whoever owns the deal; dealbot sends none.

Nothing is stated but what the note and the exposure say; everything else is a question, for both ways of being paid.
Values come with their days: who told them, and whatever somebody typed as their source, is not for the buyer.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from dealbot.app.answer import Deal
from dealbot.app.policies.impact import DealImpact
from dealbot.app.policies.notes import Policy
from dealbot.app.policies.words import holding, label, named_policy, values_dated
from dealbot.app.wording import day, first_name, short_title
from dealbot.domain.deal import Stakeholder
from dealbot.domain.exposure import SHARES, ExposureKey
from dealbot.domain.knowledge import plain
from dealbot.domain.stakeholder import Function, Side


@dataclass(frozen=True, slots=True)
class _Role:
    """What somebody of a function is called, and what is asked of them, paid by service and by value."""

    title: str
    by_service: str
    by_value: str


ROLES: Final[Mapping[Function, _Role]] = {
    Function.FINANCE: _Role(
        "CFO",
        "may we go through the business case again, with your own rates before and after the rule?",
        "which of your contracts should the case still hold under, whatever a single service is paid?",
    ),
    Function.CLINICAL: _Role(
        "CMO",
        "which services would you protect first if rates moved, and what do they need from this project?",
        "which quality measures are you held to, and where should the project show in them?",
    ),
    Function.NURSING: _Role(
        "CNO",
        "which units would feel a change first, and what must not be added to their work?",
        "which outcomes that your nurses carry should the project be measured by?",
    ),
    Function.IT: _Role(
        "CIO",
        "if budgets are looked at again, which dates of the project are fixed for you, and which can move?",
        "which data do those contracts ask for that the project should bring?",
    ),
    Function.LEGAL: _Role(
        "General Counsel",
        "is there anything in the rule that you want our agreement to allow for, such as a later start?",
        "do those contracts set terms that our agreement has to follow?",
    ),
}
"""The roles that are written to, the CFO first."""
_CLOSING: Final = "I would like us to settle on something that holds either way. When could we look at it together?"
_MOST_QUESTIONS: Final = 2


@dataclass(frozen=True, slots=True)
class Letter:
    """A message to copy, for a role and whoever holds it; `to` is None where nobody of the role is known."""

    role: Function
    to: Stakeholder | None
    text: str

    @property
    def head(self) -> str:
        """Whom it is for: "Dana Ruiz, CFO"."""
        title = ROLES[self.role].title
        name = self.to.name if self.to is not None else None
        return f"{name}, {title}" if name else f"the {title} (nobody named yet)"


def roles_of(deal: Deal) -> tuple[Function, ...]:
    """Who is written to about a deal: the CFO, then the others who are on the committee."""
    return tuple(role for role in ROLES if role is Function.FINANCE or _holder(deal, role) is not None)


def letter(policy: Policy, impact: DealImpact, deal: Deal, role: Function, author: str) -> Letter:
    """Draft the message for a role of the deal's account."""
    to, today = _holder(deal, role), deal.state.as_of
    first = first_name(to.name) if to is not None and to.name else "Hello"
    parts = [
        f"Subject: {named_policy(policy)}",
        f"{first},",
        f"{_cited(policy, today)}\n{policy.note.source_url}",
        *_noted(impact, deal.name, today),
        f"Fee-for-service ({_share(impact, ExposureKey.FFS_SHARE, today)}): {ROLES[role].by_service}",
        f"Value-based ({_share(impact, ExposureKey.VBC_SHARE, today)}): {ROLES[role].by_value}",
        *_questions(policy, ROLES[role].title),
        _CLOSING,
        author,
    ]
    return Letter(role, to, "\n\n".join(parts))


def one_pager(policy: Policy, impact: DealImpact, deal: str, today: date) -> str:
    """A page on a rule that may be handed to the account: the note and facts alone, no stance, no name, no quote."""
    finance = ROLES[Function.FINANCE]
    parts = [
        f"# {named_policy(policy)}",
        f"{_cited(policy, today)}\n{policy.note.source_url}",
        *_told_in(policy, "What changes"),
        *_told_in(policy, "Who is exposed"),
        *_noted(impact, deal, today),
        f"Fee-for-service ({_share(impact, ExposureKey.FFS_SHARE, today)}): {finance.by_service}",
        f"Value-based ({_share(impact, ExposureKey.VBC_SHARE, today)}): {finance.by_value}",
        *_questions(policy, finance.title),
    ]
    return "\n\n".join(parts)


def _told_in(policy: Policy, named: str) -> Iterator[str]:
    """What the note says under a heading."""
    for section in policy.document.sections:
        if section.heading[-1:] == (named,):
            yield "\n".join((f"## {named}", *(plain(block.quote) for block in section.blocks)))


def _cited(policy: Policy, today: date) -> str:
    """The note with its number, days and whether it holds."""
    note = policy.note
    return (
        f"{note.agency} published {named_policy(policy)} on {day(note.published_on, today)}: {holding(policy, today)}."
    )


def _noted(impact: DealImpact, deal: str, today: date) -> Iterator[str]:
    """What is known of the account that the note names, and what is not."""
    told = dict(pair for condition in impact.match.conditions for pair in condition.told)
    if told:
        facts = values_dated(told.items(), today)
        yield f"What I have noted of {deal}: {facts}. Please correct me where that has changed."
    if impact.match.missing:
        missing = ", ".join(_asked(impact.match.missing))
        yield f"What I do not know, and would ask you for: {missing}."


def _asked(missing: Iterable[str]) -> Iterator[str]:
    for key in missing:
        yield f"{label(key)} share" if key in SHARES else label(key)


def _share(impact: DealImpact, key: ExposureKey, today: date) -> str:
    known = impact.exposure.get(key)
    if known is None:
        return "share not known to me"
    return f"{'about ' if known.about else ''}{known.value:g}%, {day(known.on, today)}"


def _questions(policy: Policy, title: str) -> Iterator[str]:
    """What the note itself says to ask somebody of this title."""
    asked = [
        f"- {plain(block.quote).lstrip('- ')}"
        for section in policy.document.sections
        if any("Questions" in heading and _names(heading, title) for heading in section.heading)
        for block in section.blocks
    ]
    if asked:
        yield "\n".join(asked[:_MOST_QUESTIONS])


def _names(heading: str, title: str) -> bool:
    return title.casefold() in heading.casefold()


def _holder(deal: Deal, role: Function) -> Stakeholder | None:
    """Who holds a role on the committee: whoever has its title, else whoever of the function was heard last."""
    there = [p for p in deal.state.committee if p.function is role and p.side is Side.BUYER and not p.gone and p.name]
    by_title = [p for p in there if p.title and short_title(p.title) == ROLES[role].title]
    heard = sorted(there, key=lambda p: (p.last_heard or date.min, p.name or ""), reverse=True)
    return next(iter((*by_title, *heard)), None)
