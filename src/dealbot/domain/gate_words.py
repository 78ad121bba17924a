"""What a clause tells of committees: which, whether they passed it, when they meet, who has the papers."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from dealbot.domain.bodies import canonical_body
from dealbot.domain.force import Piece, pieces
from dealbot.domain.gate import GateState, monthly
from dealbot.domain.when import Grain, When, find

ANY_COMMITTEE = "committee"
"""The key of "the committee", whichever is meant."""
UNNAMED = "they"
"""The key of whoever a clause without a name tells of: only the rest of its note can say who that is."""
_MONTHS_AHEAD = 36
_BARE = 2

_KINDS = (
    "capital finance exec executive ethics nursing governance ai quality safety practice digital health value analysis"
    " technology tech it clinical purchasing formulary steering medical research informatics privacy compliance staff"
    " investment budget product physician surgery operations county system product evaluation data security patient"
)
_KIND = f"(?:{'|'.join(_KINDS.split())})"
_BODIES = re.compile(
    rf"""(?P<pt>\bp\s?(?:&amp;|&|\+|n|'n'|and)\s?t\b|\bpharmacy\s(?:&|and)\stherapeutics\b|\b(?:drug|formulary)\s(?:committee|cmte)\b)
    |(?P<mec>\bmec\b|\bmedical\s(?:staff\s)?exec(?:utive)?(?:\s(?:committee|cmte|council))?\b)
    |(?P<irb>\birb\b|\binstitutional\sreview(?:\sboard)?\b)
    |(?P<vac>\bvac\b|\bvalue\sanalysis(?:\s(?:committee|cmte|team))?\b)
    |(?P<other>\b(?:{_KIND}\s){{1,3}}(?:committee|cmte|council|comm|board)\b|\bdigital\s(?:health\s)?steering\b|\bsteering\b
        |\bcommissioners\b|\bcapital(?=\s(?:passed|approved|cleared|said|voted)))
    |(?P<board>(?<!on\s)(?<!across\sthe\s)(?<!-)\bboard\b(?!\s(?:member|chair|room|seat|certified))|\btrustees\b)
    |(?P<any>\b(?:committee|cmte)\b)""",
    re.IGNORECASE | re.VERBOSE,
)
_LABELS = {"pt": "P&T", "mec": "Medical Executive Committee", "irb": "IRB", "vac": "Value Analysis", "board": "Board"}

_PASSED = re.compile(
    r"""\b(?:passed(?!\s(?:over|around|along|out|up|away|the\s(?:packet|papers?|word|message))\b)
        (?!\son\s(?:it|us|this|our|that|the\s(?:offer|deal|proposal))\b)
    |approved(?!(?:\s\S+){0,4}\s(?:agenda|slot|minutes|date)\b)|cleared|signed\soff|ratified|endorsed|blessed
    |green-?li(?:t|ghted)|voted\s(?:yes|for|in\sfavou?r|it\sthrough|to\s(?:approve|pass|adopt))|(?:said|was\sa|is\sa|a)\syes\b
    |gave\s(?:\S+\s){0,3}(?:green\slight|go-?ahead|nod|ok(?:ay)?|blessing|approval)|waved\s(?:\S+\s)?through
    |ok(?:ay)?['\u2019]?e?d|let\s(?:it|us)\sthrough|(?:is|are|was|we['\u2019]re|got|made\sit|went|came)\s(?:\S+\s)?through
    |approval\s(?:came|is\sin|in\shand|received)|accepted\sit)""",
    re.IGNORECASE | re.VERBOSE,
)
_RETURNED = re.compile(
    r"""\b(?:refused|rejected|declined|denied|bounced|knocked\s(?:\S+\s)?back|turned\s(?:\S+\s){0,2}down|said\sno\b
    |voted\s(?:no\b|against|(?:\S+\s)?down)|sent\s(?:\S+\s){0,3}back|(?:is|was|came)\s(?:sent\s)?back\b|returned\s(?:it|us|the|with|to)
    |failed)|\b(?:didn['\u2019]?t|did\snot)\s(?:pass|approve|clear)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_SUBMITTED = re.compile(
    r"""\b(?:submitted|filed|handed\s(?:\S+\s){0,3}in|turned\s(?:\S+\s){0,3}in|resubmitted
    |(?:papers?|packets?|submission|dossier|memo|application|forms?|materials)\s(?:(?:is|are|was|were|has|have|all|been|went|got)\s)*
        (?:in|filed|submitted|sent|accepted)\b
    |(?:sent|took|brought)\s(?:\S+\s){0,4}(?:papers?|packet|submission|dossier|memo|application|materials))\b""",
    re.IGNORECASE | re.VERBOSE,
)
# The committee itself stands as a null sign here.
_UNNEEDED = re.compile(
    r"""(?:\bno\sneed\s(?:for|to\sgo\s(?:to|through))|n['\u2019]t\s(?:need|have\sto\s(?:pass|go\s(?:to|through))|need\sto\sgo\sto)
        |\bskips?|\bskipping)\s(?:the\s)?\x00
    |\x00\s(?:is|was)?(?:n['\u2019]t|\snot|not)\s(?:needed|required|necessary|involved)|\x00\s(?:is\s|was\s)?(?:waived|exempt)""",
    re.IGNORECASE | re.VERBOSE,
)
_TALLY = re.compile(r"\b\d{1,2}\s?-\s?\d{1,2}\b(?!-)")
_CONDITION = re.compile(
    r"\b(?:on\s(?:one|a|two|\w+)\sconditions?|with\s(?:a|one|two|\w+)\sconditions?|subject\sto|conditional\w*|provided)\b",
    re.IGNORECASE,
)
_PAPERS = re.compile(
    r"\b(?:papers?|paperwork|packets?|submissions?|dossier|materials?|due|deadline|cut-?off)\b", re.IGNORECASE
)
_MEETING = re.compile(
    r"\b(?:meets?|met|meeting|mtg|moved?|now|next|slot|agenda|votes?|session|hears?|booked|scheduled|pushed|put\soff|tabled|until)\b",
    re.IGNORECASE,
)
_NTH = re.compile(
    r"\b(?P<nth>first|1st|second|2nd|third|3rd|fourth|4th)\s(?P<day>mon|tue|wed|thu|fri|sat|sun)[a-z]*"
    r"(?!\s(?:of|in)\s(?!the|each|every))",
    re.IGNORECASE,
)
_WEEKS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_PACE = (
    (re.compile(r"\b(?:every\s(?:two|2|other)\sweeks?|bi-?weekly|fortnightly)\b", re.IGNORECASE), 14),
    (re.compile(r"\bweekly\b", re.IGNORECASE), 7),
    (re.compile(r"\b(?:every\s(?:two|2|other)\smonths?|bi-?monthly)\b", re.IGNORECASE), 61),
    (re.compile(r"\bmonthly\b|\bevery\smonth\b", re.IGNORECASE), 30),
    (re.compile(r"\bquarterly\b|\bevery\squarter\b", re.IGNORECASE), 91),
)
_AHEAD = re.compile(
    r"\b(?P<count>\d+|one|two|three|four)\s(?P<unit>days?|weeks?)\s(?:before|ahead|prior|in\sadvance)\b", re.IGNORECASE
)
_COUNTS = {"one": 1, "two": 2, "three": 3, "four": 4}
_WEEK = 7
_NOBODY = re.compile(
    r"\b(?:nobody|no\s?one|noone)\b.{0,24}\b(?:owns?|has|is\son|took|taken|assigned|writes|writing)\b", re.IGNORECASE
)
_OWNS = re.compile(
    r"^\W*(?P<who>(?:Dr\.?\s)?[A-Z][\w\u2019'-]+(?:\s[A-Z][\w\u2019'-]+)?)\s"
    r"(?:owns|writes|prepares|is\s(?:writing|preparing|drafting|doing)|submits|has)\s(?:the\s|our\s|their\s)?(?:\S+\s)?"
    r"(?:papers?|packet|submission|dossier|materials|them|it)\b"
)
_SUBJECTLESS = re.compile(
    r"\W*(?:(?:and|then|also|they|he|she|it|was|were|has|have|had|been|all|finally)\b\W*)*", re.IGNORECASE
)
_PRONOUN = re.compile(r"\b(?:they|he|she)\b", re.IGNORECASE)
_LETTERS = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class GateTold:
    """What one clause tells of one committee; None and empty where it tells nothing of it."""

    label: str
    state: GateState | None = None
    decided_on: date | None = None
    on_condition: bool = False
    meets_on: tuple[date, ...] = ()
    nth: tuple[int, int] | None = None
    every_days: int | None = None
    papers_due: date | None = None
    papers_days: int | None = None
    owner: str | None = None
    unowned: bool = False
    unneeded: bool = False

    @property
    def key(self) -> str:
        """The body, however it is written."""
        return canonical_body(self.label)


@lru_cache(maxsize=4096)
def gates_told(quote: str, detail: str, said_on: date) -> tuple[GateTold, ...]:
    """Tell what a clause says of committees; `detail` names the one meant where the clause does not."""
    told: list[GateTold] = []
    meant = (_labels(quote) or _labels(detail))[:1]
    if not meant:
        return _unnamed(quote, said_on) if detail.strip() in quote else ()
    for piece in _joined(pieces(quote)):
        named = _labels(piece.words)
        meant = named or meant
        if not named and told and _CONDITION.match(piece.words) and told[-1].state is GateState.PASSED:
            told[-1] = replace(told[-1], on_condition=True)
            continue
        for label in meant:
            of_it = _of_piece(label, piece, said_on, carried=not named, passed=_passed(told, label))
            if of_it is not None:
                told.append(of_it)
    return tuple(told)


def _unnamed(quote: str, said_on: date) -> tuple[GateTold, ...]:
    """A clause cut off from who passed it or sent it back: "and passed it on 12 March", "they approved it"."""
    for piece in pieces(quote):
        told = piece.tells(_PASSED) or piece.tells(_RETURNED)
        if told is not None and _SUBJECTLESS.fullmatch(piece.words[: told.start()]):
            label = UNNAMED if _PRONOUN.search(piece.words, 0, told.start()) else ANY_COMMITTEE
            found = _of_piece(label, piece, said_on, carried=True, passed=False)
            return (found,) if found is not None else ()
    return ()


def meetings_nth(text: str, on: date) -> tuple[date, ...]:
    """The days of "second Tuesday" and the like from the month of a day on; none where the text is not one."""
    found = _NTH.search(text)
    return days_of_nth((_WEEKS[found["nth"].casefold()], _DAYS.index(found["day"].casefold())), on) if found else ()


def days_of_nth(nth: tuple[int, int], on: date) -> tuple[date, ...]:
    """The days of the n-th weekday of each month, from a day on."""
    return tuple(day for day in monthly(nth[0], nth[1], on, _MONTHS_AHEAD) if day >= on)


def body_label(text: str) -> str | None:
    """The committee that a text names, as it is called; None where it names none."""
    found = _labels(text)
    return found[0] if found else None


def _labels(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_label(found) for found in _BODIES.finditer(text)))


def _label(found: re.Match[str]) -> str:
    kind = found.lastgroup or ""
    if kind in _LABELS:
        return _LABELS[kind]
    if found.group().casefold() == "capital":
        return "Capital committee"
    words = " ".join("committee" if word.casefold() in {"cmte", "comm"} else word for word in found.group().split())
    return words[:1].upper() + words[1:] if kind == "other" else ANY_COMMITTEE


def _joined(found: Iterable[Piece]) -> Iterator[Piece]:
    """The pieces, a bare name of a committee put before what is told of it: "P&T and MEC both passed it"."""
    waiting = ""
    for piece in found:
        words = f"{waiting} {piece.words}".strip()
        if _labels(words) and not _LETTERS.search(_BODIES.sub(" ", words)) and not re.search(r"\d", words):
            waiting = words
            continue
        waiting = ""
        yield Piece(words, piece.supposed)
    if waiting:
        yield Piece(waiting)


def _passed(told: list[GateTold], label: str) -> bool:
    return any(each.label == label and each.state is GateState.PASSED for each in told)


def _of_piece(label: str, piece: Piece, said_on: date, *, carried: bool, passed: bool) -> GateTold | None:
    whens = find(piece.words, said_on)
    state = _state(piece, label)
    told = GateTold(label, state, unowned=_NOBODY.search(piece.words) is not None)
    if state is not None:
        conditional = state is GateState.PASSED and _CONDITION.search(piece.words) is not None
        return replace(told, decided_on=_decided(piece, said_on), on_condition=conditional)
    if _PAPERS.search(piece.words) is not None:
        return _with_papers(told, piece, whens)
    if carried and not (told.unowned or _is_bare(piece.words, whens) or _MEETING.search(piece.words)):
        return None
    unneeded = not piece.supposed and _UNNEEDED.search(_BODIES.sub("\x00", piece.words)) is not None
    told = replace(told, unneeded=unneeded)
    return told if carried and passed else _with_meetings(told, piece, whens, said_on)


def _is_bare(words: str, whens: tuple[When, ...]) -> bool:
    """Whether there is hardly more than a day."""
    for when in reversed(whens):
        words = words[: when.span[0]] + words[when.span[1] :]
    return len(_LETTERS.findall(words)) <= _BARE


def _state(piece: Piece, label: str) -> GateState | None:
    """The state that a piece tells of a committee: of those named before the verb, else of those after it."""
    for state, wording in (
        (GateState.RETURNED, _RETURNED),
        (GateState.PASSED, _PASSED),
        (GateState.SUBMITTED, _SUBMITTED),
    ):
        told = piece.tells(wording)
        if told is not None:
            subjects = _labels(piece.words[: told.start()]) or _labels(piece.words)
            return state if label in subjects or not subjects else None
    return None


def _decided(piece: Piece, said_on: date) -> date | None:
    """The day the words name for it, if it is over by the day of the call."""
    found = next(iter(find(_TALLY.sub(" ", piece.words), said_on, past=True)), None)
    return min(found.end, said_on) if found is not None and found.start <= said_on else None


def _with_papers(told: GateTold, piece: Piece, whens: tuple[When, ...]) -> GateTold:
    """When the papers are due, and by whom; a day after that is the meeting's."""
    owns = _OWNS.match(piece.words)
    told = replace(told, owner=owns["who"] if owns else None)
    ahead = _AHEAD.search(piece.words)
    if ahead is not None:
        count = _COUNTS.get(ahead["count"].casefold()) or int(ahead["count"])
        return replace(told, papers_days=count * (_WEEK if ahead["unit"].casefold().startswith("week") else 1))
    days = sorted(when.end for when in whens if when.grain is Grain.DAY)
    return replace(told, papers_due=days[0], meets_on=tuple(days[1:])) if days else told


def _with_meetings(told: GateTold, piece: Piece, whens: tuple[When, ...], said_on: date) -> GateTold:
    nth = _NTH.search(piece.words)
    days = tuple(when.end for when in whens if when.grain is Grain.DAY and when.end >= said_on)
    return replace(
        told,
        meets_on=() if nth else days,
        nth=(_WEEKS[nth["nth"].casefold()], _DAYS.index(nth["day"].casefold())) if nth else None,
        every_days=next((every for wording, every in _PACE if wording.search(piece.words)), None),
    )
