"""Reading what somebody asks about cohorts, cards, checks and practice; None where they speak of anything else."""

import re
from collections.abc import Callable, Iterator

from dealbot.app.chat.enabling import lexicon
from dealbot.app.chat.enabling.asked import (
    About,
    AskAnswers,
    AskCohort,
    Asked,
    AskGaps,
    AskPerson,
    AskReady,
    AskTeam,
    Change,
    ChangeCohort,
    MakeCohort,
    OfPerson,
    RemindPerson,
    ScoreMock,
    ShowCard,
    ShowCards,
)

_LONGEST = 1_500


def asked_in(text: str) -> Asked | None:
    """Tell what a message asks for; None for one that asks for nothing of the kind."""
    flat = " ".join(text.split())
    if not flat or len(flat) > _LONGEST:
        return None
    return next((found for read in _READERS if (found := read(flat)) is not None), None)


def commanded(text: str) -> Asked | None:
    """Tell what a command asks for: a cohort with anybody or anything in it is made."""
    flat = " ".join(text.split())
    found = re.match(r"cohort[\s:]+(?P<rest>.+)", flat, re.IGNORECASE)
    made = make_cohort(found["rest"]) if found else None
    return made if made is not None and (made.people or made.due or made.decks) else asked_in(flat)


def make_cohort(rest: str) -> MakeCohort:
    """Take a cohort's name, people, due day and decks apart, in whatever order."""
    marks = list(_marks(rest))
    name, listed = _named_or_listed(rest[: marks[0][1]] if marks else rest)
    ends = ([start for _, start, _ in marks[1:]] + [len(rest)])[: len(marks)]
    parts = {kind: rest[end:until].strip(" ,;.") for (kind, _, end), until in zip(marks, ends, strict=True)}
    return MakeCohort(_name(name), **({"people": listed.strip(" ,;.")} | parts))


def _named_or_listed(text: str) -> tuple[str, str]:
    """The name a cohort is given and who is listed after it; "for my new hires, Ben and Zoe" lists without a name."""
    found = lexicon.FOR_NEW_HIRES.match(text)
    if found is not None:
        return "", found["people"]
    name, *listed = re.split("[:,]", lexicon.FOR.sub("", text), maxsplit=1)
    return name, "".join(listed)


def _marks(rest: str) -> Iterator[tuple[str, int, int]]:
    """Where a part begins and its words do, each part once."""
    seen: set[str] = set()
    for found in lexicon.MARK.finditer(rest):
        kind = found.lastgroup or ""
        if kind not in seen:
            seen.add(kind)
            yield kind, found.start(), found.end()


def _name(text: str) -> str:
    return text.strip(" ,;.:\"'“”‘’")


def _made(flat: str) -> Asked | None:
    found = lexicon.MAKE.match(flat)
    return make_cohort(found["rest"]) if found else None


def _changed(flat: str) -> Asked | None:
    for pattern, change in (
        (lexicon.MOVE, Change.DUE),
        (lexicon.MOVE_ALL, Change.DUE),
        (lexicon.JOIN, Change.JOIN),
        (lexicon.LEAVE, Change.LEAVE),
        (lexicon.DUE, Change.DUE),
    ):
        found = pattern.match(flat)
        if found is not None:
            named = (told for name, told in found.groupdict().items() if name != "what" and told)
            return _change(change, found["what"], next(named, ""))
    return None


def _change(change: Change, what: str, cohort: str) -> ChangeCohort:
    if change is Change.JOIN and lexicon.DECKS.search(what):
        return ChangeCohort(Change.DECKS, lexicon.DECKS.sub("", what), _cohort(cohort))
    return ChangeCohort(change, what.strip(), _cohort(cohort))


def _cohort(name: str | None) -> str:
    """The name of a cohort; nothing where it is only called the cohort."""
    told = _name(re.sub(r"^(?:the|my|our|this) ", "", (name or "").strip(), flags=re.IGNORECASE))
    return "" if told.casefold() in lexicon.THIS_COHORT else told


def _of(about: About, pattern: re.Pattern[str], *, sure: bool = True) -> Callable[[str], Asked | None]:
    def read(flat: str) -> Asked | None:
        found = pattern.match(flat)
        if found is None:
            return None
        named = next((told for told in found.groupdict().values() if told), "")
        return AskCohort(about, _cohort(named), sure)

    return read


def _ended(flat: str) -> Asked | None:
    """A cohort that is to be ended; "end it" by itself is said of anything."""
    found = lexicon.END.match(flat)
    if found is None:
        return None
    named = _cohort(found["before"] or found["after"] or found["bare"])
    return None if found["bare"] and not named else AskCohort(About.END, named, sure=not found["bare"])


def _cards(flat: str) -> Asked | None:
    found = lexicon.CARDS.match(flat)
    return ShowCards(_name(found["of"])) if found else None


def _card(flat: str) -> Asked | None:
    found = lexicon.CARD.match(flat)
    return ShowCard(_name(found["words"])) if found else None


def _mock(flat: str) -> Asked | None:
    found = lexicon.MOCK.match(flat)
    return ScoreMock(_name(found["of"] or found["person"])) if found else None


def _team(flat: str) -> Asked | None:
    return AskTeam() if lexicon.TEAM.match(flat) else None


def _person(flat: str) -> Asked | None:
    found = lexicon.PERSON.match(flat)
    if found is None or lexicon.SPEAKS_OF_PRACTICE.search(flat) is None:
        return None
    named = next(told for told in found.groupdict().values() if told)
    return AskPerson(_name(re.sub(r"['’]s$", "", named)))


def _gaps(flat: str) -> Asked | None:
    if lexicon.GAPS.match(flat):
        return AskGaps()
    return AskGaps(sure=False) if lexicon.BARE_GAPS.match(flat) else None


def _remind(flat: str) -> Asked | None:
    found = lexicon.REMIND.match(flat)
    if found is None:
        return None
    if found["person"]:
        return RemindPerson(_name(found["person"]))
    return AskCohort(About.REMIND, _cohort(found["cohort"]), sure=False)


def _of_person(make: Callable[[str], OfPerson], pattern: re.Pattern[str]) -> Callable[[str], Asked | None]:
    def read(flat: str) -> Asked | None:
        found = pattern.match(flat)
        named = next((told for told in found.groupdict().values() if told), "") if found else ""
        return make(_name(named)) if named else None

    return read


_READERS: tuple[Callable[[str], Asked | None], ...] = (
    _made,
    _of(About.SIGN_OFFS, lexicon.SIGN_OFFS),
    _of(About.SEND, lexicon.SEND),
    _of(About.REVIEW, lexicon.REVIEW),
    _of(About.REVIEW, lexicon.REVIEW_COHORT),
    _of(About.CANCEL, lexicon.CANCEL),
    _of(About.MASTERY, lexicon.MASTERY),
    _gaps,
    _mock,
    _team,
    _person,
    _card,
    _cards,
    _of(About.STANDING, lexicon.STANDING),
    _of(About.READY, lexicon.READY, sure=False),
    _changed,
    _ended,
    _of(About.STANDING, lexicon.PERHAPS, sure=False),
    _of(About.STANDING, lexicon.NUMBERS),
    _of(About.STANDING, lexicon.REPORT, sure=False),
    _remind,
    _of_person(AskAnswers, lexicon.ANSWERS),
    _of_person(AskReady, lexicon.DID),
)
