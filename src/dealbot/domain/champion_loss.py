"""Who sells for us inside, what happens when they go, and who could take it on."""

from dataclasses import dataclass

from dealbot.domain.champion import ChampionTest
from dealbot.domain.deal import DealState, Stakeholder
from dealbot.domain.evidence import Evidence
from dealbot.domain.stakeholder import BuyingRole, Stance


@dataclass(frozen=True, slots=True)
class ChampionLoss:
    """A champion who left: what tells it, who sells for us still, and who could take it on, the likeliest first."""

    person: Stakeholder
    told: Evidence
    left: tuple[Stakeholder, ...]
    successors: tuple[Stakeholder, ...]


def champions(state: DealState) -> tuple[Stakeholder, ...]:
    """Those who sell for us inside and are there, the champion first: best by the four criteria, then latest heard."""
    selling = [person for person in state.committee if BuyingRole.CHAMPION in person.roles and person.gone is None]
    return tuple(sorted(selling, key=lambda person: _strength(person, state)))


def single_threaded(state: DealState) -> bool:
    """Whether everything hangs on one champion, with no second one beside."""
    return len(champions(state)) == 1


def champion_losses(state: DealState) -> tuple[ChampionLoss, ...]:
    """Every champion who left, the latest first."""
    lost = [person for person in state.committee if BuyingRole.CHAMPION in person.roles]
    told = [(said, person) for person in lost if (said := person.gone) is not None]
    latest = sorted(told, key=lambda each: (each[0].on, each[1].key), reverse=True)
    left, following = champions(state), successors(state)
    return tuple(ChampionLoss(person, said, left, following) for said, person in latest)


def successors(state: DealState) -> tuple[Stakeholder, ...]:
    """Who of the committee could sell for us inside, by the four criteria; nobody of whom only a worry is known."""
    fit = [person for person in state.committee if _could(person, state)]
    return tuple(sorted(fit, key=lambda person: _strength(person, state)))


def champion_test(state: DealState, key: str) -> ChampionTest:
    """Somebody's test, an empty one for whom none is kept."""
    return next((test for test in state.champion_tests if test.key == key), ChampionTest(key))


def _could(person: Stakeholder, state: DealState) -> bool:
    worried = person.stance is Stance.CONCERNED and champion_test(state, person.key).shown == 0
    against = person.stance is Stance.OPPOSED or BuyingRole.DETRACTOR in person.roles
    return person.gone is None and not (against or worried)


def _strength(person: Stakeholder, state: DealState) -> tuple[int, int, bool, int, str, str]:
    """What is shown counts first, then what is shown to be lacking; then who sells already, and who was heard last."""
    test = champion_test(state, person.key)
    sells = BuyingRole.CHAMPION not in person.roles
    heard = person.last_heard.toordinal() if person.last_heard else 0
    return (-test.shown, test.failed, sells, -heard, person.label.casefold(), person.key)
