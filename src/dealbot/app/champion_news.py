"""What a champion's loss means, told at once: how the deal stands now, who could follow, what to do in 48 hours."""

from collections.abc import Iterable, Iterator

from dealbot.app.answers.champion import score
from dealbot.app.card import LINE, MOST_LETTERS, short
from dealbot.app.wording import cited, counted, criterion_words, standing_words, who
from dealbot.domain.alignment import Alignment, align
from dealbot.domain.champion_loss import ChampionLoss, champion_losses, champion_test
from dealbot.domain.changes import Change, ChangeKind
from dealbot.domain.deal import DealState, Stakeholder

_MOST_SUCCESSORS = 2
_LONG = 120


def losses_told(changes: Iterable[Change], state: DealState) -> tuple[ChampionLoss, ...]:
    """The champions of whom these changes tell that they go."""
    gone = {change.who for change in changes if change.what is ChangeKind.GONE}
    return tuple(loss for loss in champion_losses(state) if loss.person.label in gone)


def loss_head(deal: str, loss: ChampionLoss) -> str:
    """The first line: who is lost to whom."""
    return f"Champion lost, {deal}: {who(loss.person)}"


def loss_lines(loss: ChampionLoss, state: DealState) -> list[str]:
    """Everything else, in lines that fit a phone."""
    now = align(state)
    lines = [f"Now: {_standing(now)}", _second(loss), *_successors(loss, state), "Proposed within 48 hours:"]
    steps = [f"• {step}" for step in checklist(loss, state, now)]
    told = [short(line, _LONG) for line in (*lines, *steps)]
    while sum(len(line) + 1 for line in told) > MOST_LETTERS - LINE:
        del told[-2]  # what is done first and last stays
    return told


def loss_words(loss: ChampionLoss, state: DealState) -> str:
    """The words that tell it, for whoever did not log them."""
    return f"Said: {cited(loss.told, state.as_of)}"


def _standing(now: Alignment) -> str:
    said = f"{len(now.said_yes)} of {len(now.required)} who must say yes do"
    return f"{standing_words(now.standing)}, {said}; {now.reasons[0]}"


def _second(loss: ChampionLoss) -> str:
    if loss.left:
        return f"Still selling for us: {', '.join(who(person) for person in loss.left)}"
    return "No second champion"


def _successors(loss: ChampionLoss, state: DealState) -> list[str]:
    named = [person for person in loss.successors if person not in loss.left][:_MOST_SUCCESSORS]
    told = [f"{who(person)}, {score(champion_test(state, person.key))}" for person in named]
    return [f"Could follow: {' | '.join(told)}"] if told else ["Could follow: nobody heard yet"]


def checklist(loss: ChampionLoss, state: DealState, now: Alignment) -> Iterator[str]:
    """What is proposed to be done within 48 hours, the most urgent first."""
    yield f"Call {loss.person.label}: who takes it over, would they introduce us?"
    following = next((person for person in loss.successors), None)
    if following is not None:
        yield _ask(following, state)
    buyer = now.economic_buyer
    if buyer is not None and buyer is not following:
        yield f"Tell {buyer.label} who carries it now"
    owed = [step for step in state.open_steps if step.owner_key == loss.person.key]
    if owed:
        yield f"Find a new owner for {counted(len(owed), 'promise')} of theirs"
    yield "Review the deal and its forecast call"


def _ask(person: Stakeholder, state: DealState) -> str:
    unknown = [criterion_words(one.criterion) for one in champion_test(state, person.key).criteria if one.met is None]
    return f"Meet {person.label}" + (f", find out: {', '.join(unknown)}" if unknown else "")
