"""Reading what somebody asks about cohorts, cards, checks and practice; None where they speak of anything else."""

import re
from collections.abc import Callable, Iterator, Mapping

from dealbot.app.chat.enabling.asked import (
    About,
    AskCohort,
    Asked,
    AskGaps,
    AskPerson,
    AskTeam,
    Change,
    ChangeCohort,
    MakeCohort,
    ScoreMock,
    ShowCard,
    ShowCards,
)

_LONGEST = 1_500
_PLEASE = r"^\W*(?:(?:please|pls|can you|could you|let['’]?s|now|ok|okay|i want to|i['’]d like to)[ ,]+)*"
_END = r"(?:[ ,]+(?:please|pls|now|today))?[\W_]*$"
_SHOW = r"(?:show|give|send|get|draw|make|let)(?: me| us)?(?: see)? "
_THE = r"(?:the |my |our |a |an )?"
_OF_COHORT = r"(?: ?(?:of|for|in|from) (?:the )?(?:cohort )?(?P<cohort>[^?!,;:\n]{1,60}?)(?: cohort)?)?"
_PARTS: Mapping[str, str] = {
    "people": r"with|people|members|who",
    "due": r"due(?: day| date)?(?: on| by| is)?|ready by|until|by",
    "decks": r"decks?|guides?|from the guides?|questions (?:from|of)",
}
_MARK = re.compile(
    r"(?:^|[\s,;.:]+)(?:and |the )?(?:" + "|".join(f"(?P<{n}>{words})" for n, words in _PARTS.items()) + r")[\s:]+",
    re.IGNORECASE,
)
_DECKS = re.compile(r"^(?:the )?(?:decks?|guides?)\b[\s:]*|[\s,]*\b(?:decks?|guides?)$", re.IGNORECASE)


def _whole(pattern: str) -> re.Pattern[str]:
    return re.compile(f"{_PLEASE}(?:{pattern}){_END}", re.IGNORECASE)


_MAKE = _whole(
    r"(?:make|create|start|set up|open|add|build|new)(?: me| us)?(?: up)? ?(?:a |an |the )?(?:new )?cohort"
    r"[\s:]+(?:called |named )?(?P<rest>.+)"
)
_JOIN = _whole(r"(?:add|put) (?P<what>.+?) (?:to|into|in) (?:the )?(?:cohort )?(?P<cohort>[^,;:\n]{1,60}?)(?: cohort)?")
_LEAVE = _whole(
    r"(?:remove|take|drop|leave) (?P<what>.+?) (?:from|out of|off|out) (?:the )?(?:cohort )?"
    r"(?P<cohort>[^,;:\n]{1,60}?)(?: cohort)?"
)
_MOVE = _whole(
    r"(?:move|set|change|push|put|shift) (?:the )?(?:due (?:day|date)|deadline)"
    + _OF_COHORT
    + r"(?: back| out)? to (?P<what>.+)"
)
_DUE = _whole(
    r"(?:(?:the )?cohort )?(?P<cohort>[^,;:?\n]{1,60}?)(?: cohort)?(?: is| are)?(?: now)? due (?:on |by )?(?P<what>.+)"
)
_SIGN_OFFS = _whole(
    rf"(?:{_SHOW})?{_THE}sign(?:ed)?[ -]?offs?(?: list| csv| sheet)?{_OF_COHORT}(?: as (?:a )?(?:csv|list|file))?"
)
_READY = _whole(rf"who(?:['’]s| is| are) (?:all |already )?(?:ready|not ready)(?: yet)?{_OF_COHORT}")
_STANDING = _whole(
    rf"(?:how(?:['’]s| is| are| does) (?:the |my |our )?(?:(?P<named>[^?!,;:\n]{{1,60}}?) )?"
    r"(?:cohorts?|new hires)(?: (?P<cohort>[^?!,;:\n]{1,60}?))?(?: (?:doing|going|coming along|getting on|standing|stand))?"
    r"|(?:where does )?(?:the )?cohort(?: (?P<other>[^?!,;:\n]{1,60}?))?(?: stand| status| report)?"
    r"|(?:cohort )?status of (?:the )?cohort(?: (?P<last>[^?!,;:\n]{1,60}?))?)"
)
_PERHAPS = _whole(r"how(?:['’]s| is| are) (?P<cohort>[^?!,;:\n]{1,60}?) (?:doing|going|coming along|getting on)")
_REVIEW = _whole(
    rf"(?:(?:{_SHOW}|review |read |open |go through |look at )(?:the |all )?(?:handed[- ]in )?(?:answers|checks?)(?: (?:to read|handed in))?{_OF_COHORT}"
    rf"|what is (?:there )?(?:for me )?to (?:read|review){_OF_COHORT.replace('cohort>', 'other>')})"
)
_SEND = _whole(
    rf"send (?:out )?{_THE}(?:(?P<named>[^?!,;:\n]{{1,60}}?)['’]s )?(?:check|questions)(?: (?:out )?(?:to|for|of) (?:the )?(?:cohort )?(?P<cohort>[^?!,;:\n]{{1,60}}?)(?: cohort)?)?"
)
_MASTERY = _whole(
    rf"(?:{_SHOW})?{_THE}(?:(?:picture|chart|map) of )?{_THE}mastery(?: picture| chart| map)?(?: (?:by|per) topic)?{_OF_COHORT}(?: (?:as a |in a )?(?:picture|chart))?"
)
_CARDS = _whole(
    rf"(?:(?:{_SHOW}|list |see )?{_THE}(?:cards|questions) (?:of|from|in) |(?:look|go|run) through (?:{_THE}(?:ten )?(?:cards|questions) (?:of|from|in|for) )?)"
    r"(?:the )?(?:deck |guide |cohort )?(?P<of>[^?!;:\n]{1,80}?)(?: deck| guide| cohort)?"
)
_CARD = _whole(
    rf"(?:{_SHOW}|edit |change |switch off |turn off |switch on |turn on |switch back on |turn back on |find )"
    r"(?:the )?card[\s:]+(?:about |on )?(?P<words>.{2,300}?)(?: (?:off|on|back on))?"
)
_MOCK = _whole(
    r"(?:score|rate|mark)(?: up)? (?:(?:the |a )?mock(?: interview| call)? (?:of|for|with) (?P<of>.{2,60}?)|(?P<person>.{2,60}?)['’]s? (?:live )?mock(?: interview| call)?)"
)
_TEAM = _whole(
    r"(?:how(?:['’]s| is| are| does) (?:my|our|the) (?:team|people|aes|reps)(?: doing| getting on| do)?(?: (?:in|with|at|on)(?: (?:their|the))? (?:practi[cs]e|drills|quiz(?:zes)?))"
    r"|(?:my|our|the) team['’]s practi[cs]e(?: figures)?)"
)
_PRACTICE = r"(?:practi[cs]e|practi[cs]ing|drills?|quiz(?:zes)?|role[- ]?plays?|(?:the |their |his |her )?check)"
_PERSON = _whole(
    rf"(?:how(?:['’]s| is| did| does| has) (?P<one>[^?!,;:\n]{{2,60}}?) (?:doing|do|done|getting on)(?: so far)? (?:in|with|at|on)(?: the| their| his| her)? {_PRACTICE}"
    rf"|what (?:did|does|has|were|are) (?P<two>[^?!,;:\n]{{2,60}}?)(?:['’]s)? (?:answer(?:s|ed)?|say|said|write|written|wrote|get|got|miss(?:ed)?|practi[cs]ed?)(?: wrong| right)?(?: (?:in|to|when|during|while|at|on)\b.*?{_PRACTICE}.*?)?"
    rf"|(?:{_SHOW}|read |open |list |see |export )?(?:me )?(?:all )?(?:of )?(?:the )?(?P<three>[^?!,;:\n]{{2,60}}?)['’]s? (?:private |last |own |wrong |drill |practi[cs]e )*{_PRACTICE}(?: (?:answers|results|scores?|history|marks|sessions?|progress))?"
    rf"|(?:{_SHOW}|read |open |list |see |export )(?:all )?(?:the )?(?:private )?practi[cs]e (?:answers|results|scores?|history|marks|sessions?|progress) (?:of|from|by) (?P<four>[^?!,;:\n]{{2,60}}?)"
    rf"|(?:has|did|does) (?P<five>[^?!,;:\n]{{2,60}}?) practi[cs]ed?(?: .*)?)"
)
_ANSWERED = re.compile(_PRACTICE, re.IGNORECASE)
_GAPS = _whole(
    rf"(?:(?:what|which questions?)(?: is| are|['’]s)? (?:being )?(?:asked )?(?:that |which |and |but )?(?:is|are|stands?) (?:in no guides?|not in (?:the|any) guides?|missing (?:from|in) (?:the|our) guides?)"
    rf"|(?:{_SHOW})?(?:what is |what are |what['’]s )?(?:the )?gaps (?:in|of) (?:the|our) guides?|(?:what|which) guides? (?:is|are) missing)"
)


def asked_in(text: str) -> Asked | None:
    """Tell what a message asks for; None for one that asks for nothing of the kind."""
    flat = " ".join(text.split())
    if not flat or len(flat) > _LONGEST:
        return None
    return next((found for read in _READERS if (found := read(flat)) is not None), None)


def make_cohort(rest: str) -> MakeCohort:
    """Take a cohort's name, people, due day and decks apart, in whatever order."""
    marks = list(_marks(rest))
    name = rest[: marks[0][1]] if marks else rest
    ends = [start for _, start, _ in marks[1:]] + [len(rest)]
    parts = {kind: rest[end:until].strip(" ,;.") for (kind, _, end), until in zip(marks, ends, strict=True)}
    return MakeCohort(_name(name), **parts)


def _marks(rest: str) -> Iterator[tuple[str, int, int]]:
    """Where a part begins and its words do, each part once."""
    seen: set[str] = set()
    for found in _MARK.finditer(rest):
        kind = found.lastgroup or ""
        if kind not in seen:
            seen.add(kind)
            yield kind, found.start(), found.end()


def _name(text: str) -> str:
    return text.strip(" ,;.:\"'“”‘’")


def _made(flat: str) -> Asked | None:
    found = _MAKE.match(flat)
    return make_cohort(found["rest"]) if found else None


def _changed(flat: str) -> Asked | None:
    for pattern, change in ((_MOVE, Change.DUE), (_JOIN, Change.JOIN), (_LEAVE, Change.LEAVE), (_DUE, Change.DUE)):
        found = pattern.match(flat)
        if found is not None:
            return _change(change, found["what"], found["cohort"] or "")
    return None


def _change(change: Change, what: str, cohort: str) -> ChangeCohort:
    if change is Change.JOIN and _DECKS.search(what):
        return ChangeCohort(Change.DECKS, _DECKS.sub("", what), _cohort(cohort))
    return ChangeCohort(change, what.strip(), _cohort(cohort))


def _cohort(name: str | None) -> str:
    """The name of a cohort; nothing where it is only called the cohort."""
    told = _name(re.sub(r"^(?:the|my|our|this) ", "", (name or "").strip(), flags=re.IGNORECASE))
    return "" if told.casefold() in {"cohort", "it", "them", "everybody", "all"} else told


def _of(about: About, pattern: re.Pattern[str], *, sure: bool = True) -> Callable[[str], Asked | None]:
    def read(flat: str) -> Asked | None:
        found = pattern.match(flat)
        if found is None:
            return None
        named = next((told for told in found.groupdict().values() if told), "")
        return AskCohort(about, _cohort(named), sure)

    return read


def _cards(flat: str) -> Asked | None:
    found = _CARDS.match(flat)
    return ShowCards(_name(found["of"])) if found else None


def _card(flat: str) -> Asked | None:
    found = _CARD.match(flat)
    return ShowCard(_name(found["words"])) if found else None


def _mock(flat: str) -> Asked | None:
    found = _MOCK.match(flat)
    return ScoreMock(_name(found["of"] or found["person"])) if found else None


def _team(flat: str) -> Asked | None:
    return AskTeam() if _TEAM.match(flat) else None


def _person(flat: str) -> Asked | None:
    found = _PERSON.match(flat)
    if found is None or _ANSWERED.search(flat) is None:
        return None
    return AskPerson(_name(next(told for told in found.groupdict().values() if told)))


def _gaps(flat: str) -> Asked | None:
    return AskGaps() if _GAPS.match(flat) else None


_READERS: tuple[Callable[[str], Asked | None], ...] = (
    _made,
    _of(About.SIGN_OFFS, _SIGN_OFFS),
    _of(About.REVIEW, _REVIEW),
    _of(About.SEND, _SEND),
    _of(About.MASTERY, _MASTERY),
    _gaps,
    _mock,
    _team,
    _person,
    _card,
    _cards,
    _of(About.STANDING, _STANDING),
    _of(About.READY, _READY, sure=False),
    _changed,
    _of(About.STANDING, _PERHAPS, sure=False),
)
