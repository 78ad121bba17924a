"""How good our champion is by four criteria, each with its words; whether there is a second, and who could be."""

from collections.abc import Sequence

from dealbot.app.answer import Answer, Deal, Json, each_once, evidence_json
from dealbot.app.answers.about import line, proof
from dealbot.app.answers.facts import parts
from dealbot.app.question import Focus, Question
from dealbot.app.wording import cited, criterion_words, day, fitted, listed, who
from dealbot.domain.champion import ChampionTest, Criterion, CriterionTest
from dealbot.domain.champion_loss import champion_losses, champion_test, champions, successors
from dealbot.domain.deal import Stakeholder
from dealbot.domain.evidence import Evidence
from dealbot.domain.stakeholder import BuyingRole

_MOST = 3
_OF = len(Criterion)


def champion(question: Question, deal: Deal, asked: Sequence[Stakeholder] = ()) -> Answer:
    """Say who sells for us inside and how far that is tested; or how those asked about would do it."""
    if question.focus is Focus.SUCCESSORS:
        return _could_be(question, deal)
    shown = tuple(asked) or champions(deal.state)
    if not shown:
        return _nobody(question, deal)
    head = f"Champion at {deal.name}:" if not asked else f"As a champion at {deal.name}:"
    first, *others = shown
    lines = [f"• {line(deal, first)}", *_criteria(deal, first)]
    lines += [f"• {who(person)}: {score(champion_test(deal.state, person.key))}" for person in others]
    tail = [] if asked else [_second(deal, shown), _lost(deal)]
    return Answer(
        question.intent,
        answered=True,
        text=fitted([head], lines, tail),
        data=_data(deal, shown),
        sources=_sources(deal, shown),
    )


def _nobody(question: Question, deal: Deal) -> Answer:
    gone = [loss.person for loss in champion_losses(deal.state)]
    text = fitted([f"Nobody is known to sell for us inside at {deal.name}."], [], [_lost(deal), _candidates(deal)])
    return Answer(question.intent, answered=bool(gone), text=text, data=_data(deal, ()), sources=_sources(deal, gone))


def _could_be(question: Question, deal: Deal) -> Answer:
    """Who could carry it besides, or after, the champion."""
    found = _besides(deal)[:_MOST]
    lines = [f"• {who(person)}: {_sells(person)}{score(champion_test(deal.state, person.key))}" for person in found]
    text = fitted([_second_head(deal, found)], lines, [_lost(deal)])
    sources = _sources(deal, (*champions(deal.state)[:1], *found))
    return Answer(question.intent, answered=bool(sources), text=text, data=_data(deal, found), sources=sources)


def _second_head(deal: Deal, found: Sequence[Stakeholder]) -> str:
    sell = len(champions(deal.state))
    says = ("Nobody sells for us inside now", "No second champion", f"{sell} champions")[min(sell, 2)]
    asked = "could be asked, by the four criteria:" if found else "nobody heard yet could be asked."
    return f"{says} at {deal.name}; {asked}"


def _sells(person: Stakeholder) -> str:
    return "champion already, " if BuyingRole.CHAMPION in person.roles else ""


def score(test: ChampionTest) -> str:
    """A test in a few words: "2 of 4: believes in it, has the time"."""
    if test.title_only:
        return "title only, not tested"
    met = [criterion_words(tested.criterion) for tested in test.criteria if tested.met]
    lacking = [criterion_words(tested.criterion) for tested in test.criteria if tested.met is False]
    said = f"{test.shown} of {_OF}" + (f": {', '.join(met)}" if met else "")
    return said + (f"; not: {', '.join(lacking)}" if lacking else "")


def _criteria(deal: Deal, person: Stakeholder) -> list[str]:
    test = champion_test(deal.state, person.key)
    if test.title_only:
        return ["  Title only, not tested: nothing shows any of the four"]
    in_line = [one for one in test.criteria if one.criterion is Criterion.BELIEF and one.evidence == person.evidence]
    known = [one for one in test.criteria if one.met is not None and one not in in_line]
    lines = [f"  {criterion_words(one.criterion)}: {_shown(deal, one)}" for one in known]
    unknown = [criterion_words(one.criterion) for one in test.criteria if one.met is None]
    return [f"  {score(test)}" + (f"; not known: {', '.join(unknown)}" if unknown else ""), *lines]


def _shown(deal: Deal, tested: CriterionTest) -> str:
    said = "yes" if tested.met else "no"
    words = f", {cited(tested.evidence, deal.state.as_of)}" if tested.evidence else ""
    return f"{said}{words}" + (f": {tested.reason}" if tested.reason else "")


def _second(deal: Deal, shown: Sequence[Stakeholder]) -> str:
    return "" if len(shown) > 1 else f"No second champion: everything hangs on one. {_candidates(deal)}".strip()


def _candidates(deal: Deal) -> str:
    names = [f"{who(person)} ({_short(deal, person)})" for person in _besides(deal)[:_MOST]]
    return f"Could be asked: {listed(names, _MOST)}" if names else ""


def _short(deal: Deal, person: Stakeholder) -> str:
    test = champion_test(deal.state, person.key)
    return "not tested" if test.title_only else f"{test.shown} of {_OF}"


def _besides(deal: Deal) -> tuple[Stakeholder, ...]:
    """Who could sell for us inside besides the one who does it most."""
    first = champions(deal.state)[:1]
    return tuple(person for person in successors(deal.state) if person not in first)


def _lost(deal: Deal) -> str:
    lost = [f"{who(loss.person)} ({day(loss.told.on, deal.state.as_of)})" for loss in champion_losses(deal.state)]
    return f"Left: {listed(lost, 2)}" if lost else ""


def _data(deal: Deal, people: Sequence[Stakeholder]) -> dict[str, Json]:
    tests: list[Json] = [criteria_json(person, champion_test(deal.state, person.key)) for person in people]
    backups = max(len(champions(deal.state)) - 1, 0)
    return {**parts(deal, people), "champion_tests": tests, "backup_champions": backups}


def criteria_json(person: Stakeholder, test: ChampionTest) -> dict[str, Json]:
    """One person's test as data."""
    return {
        "name": person.name,
        "title": person.title,
        "health": test.shown,
        "title_only": test.title_only,
        "criteria": {
            one.criterion.value: {
                "met": one.met,
                "reason": one.reason,
                "evidence": evidence_json(one.evidence) if one.evidence else None,
            }
            for one in test.criteria
        },
    }


def _sources(deal: Deal, people: Sequence[Stakeholder]) -> tuple[Evidence, ...]:
    tests = (champion_test(deal.state, person.key) for person in people)
    shown = (one.evidence for test in tests for one in test.criteria if one.evidence is not None)
    return each_once((*(said for person in people for said in proof(deal, person)), *shown))
