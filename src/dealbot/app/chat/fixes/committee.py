"""What a plain reply says of the committee: whose yes is needed, who sways others, how far they are, what they want."""

import re
from collections.abc import Iterator

from dealbot.app.chat.fixes.fix import Basis, SetRight
from dealbot.app.chat.fixes.news import clauses
from dealbot.app.chat.fixes.persons import people_named
from dealbot.domain.proof import ProofKind
from dealbot.domain.required import SEATS
from dealbot.domain.stakeholder import DecisionStage
from dealbot.domain.title import canonical_title

# Nothing else may follow: what goes on with a day or a reason is a note.
_END = r"(?: (?:too|as well|also|here|on this|to this|on it|to it))*\W*$"
_YES = r"(?:say yes|sign(?: ?off)?|approve|agree)"
_NEEDED = re.compile(
    rf"\b(?:must|has to|have to|needs? to)(?: also| too)? {_YES}{_END}"
    rf"|\bwe (?:also )?need \S+(?: \S+)? (?:yes|sign-?off|approval){_END}"
    rf"|\byes is (?:also )?needed{_END}|\bon the must-say-yes list{_END}",
    re.IGNORECASE,
)
_NOT_NEEDED = re.compile(
    rf"\b(?:need not|(?:does|do)(?: not|n['\u2019]?t) (?:have|need) to) {_YES}{_END}"
    rf"|\b(?:do not|don['\u2019]?t) need \S+(?: \S+)? (?:yes|sign-?off|approval){_END}"
    rf"|\byes is not needed{_END}|\boff the must-say-yes list{_END}",
    re.IGNORECASE,
)
_INFLUENCE = re.compile(
    r"\binfluence(?: (?:is|of))?[ :=]+(?P<level>[1-5])(?: ?/ ?5| of 5)?"
    r"\s*(?:[:,;-]+|because|since|as)\s*(?P<reason>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_STAGE = re.compile(
    r"\b(?:stage(?: is|:)?|is (?:still|now) (?:in )?)\s*"
    rf"(?P<stage>unaware|evaluating|needs evidence|advocating|approved|blocked){_END}",
    re.IGNORECASE,
)
_WANTS = re.compile(
    r"\b(?:needs|wants|asks? for) (?:to see )?"
    r"(?P<kind>clinical|financial|risk|workflow|drug safety|security|legal|company stability)"
    rf" (?:proof|evidence|data|numbers|figures|material){_END}",
    re.IGNORECASE,
)
_WORD = re.compile(r"[A-Za-z]+(?: [a-z]+ officer| counsel)?")


def speaks_of_committee(text: str) -> bool:
    """Whether some words may set the committee right, whomever they name."""
    return any(said.search(text) for said in (_NEEDED, _NOT_NEEDED, _INFLUENCE, _STAGE, _WANTS))


def of_committee(text: str, basis: Basis) -> Iterator[SetRight]:
    """Tell what a reply says of the committee; nothing of whom it does not name."""
    influence = _influence(text, basis)
    pairs = [influence] if influence else [pair for words in clauses(text) for pair in _of_clause(words, basis)]
    if pairs:
        yield SetRight(tuple(dict.fromkeys(pairs)), of_deal=True)


def _influence(text: str, basis: Basis) -> str | None:
    found = _INFLUENCE.search(text)
    people = people_named(text[: found.start()], basis) if found else ()
    return f"{people[0].label}.influence={found['level']}: {found['reason'].strip()}" if found and people else None


def _of_clause(words: str, basis: Basis) -> Iterator[str]:
    people = people_named(words, basis)
    labels = [person.label for person in people] or _seats(words)
    off = _NOT_NEEDED.search(words) is not None
    if off or _NEEDED.search(words):
        yield from (f"{label}.required={'no' if off else 'yes'}" for label in labels)
    stage, wants = _STAGE.search(words), _WANTS.search(words)
    if people and stage:
        yield f"{people[0].label}.stage={DecisionStage(stage['stage'].casefold().replace(' ', '_'))}"
    if people and wants:
        yield f"{people[0].label}.needs={_kind(wants['kind'].casefold())}"


def _kind(said: str) -> ProofKind:
    return ProofKind.SECURITY_LEGAL if said in {"security", "legal"} else ProofKind(said.replace(" ", "_"))


def _seats(words: str) -> list[str]:
    """Seats that are named by their title, of which nobody is known."""
    titles = {canonical_title(label): label for label in SEATS.values()}
    found = (titles.get(canonical_title(each.group())) for each in _WORD.finditer(words))
    return [label for label in dict.fromkeys(found) if label is not None]
