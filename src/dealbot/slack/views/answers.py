"""An answer: its words, what may be tapped below it, and who may read it."""

from collections.abc import Mapping, Sequence
from typing import Any

from dealbot.app.answer import Answer, Json
from dealbot.app.chat.replies import Answered
from dealbot.app.question import Intent
from dealbot.app.wording import by_hand
from dealbot.domain.evidence import Evidence
from dealbot.slack.views.exposures import EXPOSURE
from dealbot.slack.views.forms import REQUIRED
from dealbot.slack.views.message import Message
from dealbot.slack.views.parts import Block, actions, button, context, escape, sections
from dealbot.slack.views.policies import of_policy

FOR_YOU = "Only you see this: where people stand is for the deal's team."
_IN_MESSAGES = "The picture is in our direct messages."
_KEEP_REVIEW = "Reply “decided: …” for each decision, or “reviewed”: the next review opens with it."
_MOST_SOURCES = 20
_SIDES = ("aligned", "to_convince", "unknown")
_ROOM_FOR_SOURCES = 1_500


def answer_shown(answered: Answered) -> Message:
    """How an answer looks, with what may be tapped below it."""
    answer = answered.answer
    head = f"({answered.deal})" if answered.carried and answered.deal and answered.deal not in answer.text else ""
    blocks = sections("\n".join(part for part in (escape(head), _emphasised(answer.text)) if part))
    if taps := _all_taps(answered):
        blocks.append(actions(taps))
    if answer.intent is Intent.REVIEW and answer.answered and answered.deal is not None:
        blocks.append(context(_KEEP_REVIEW))
    if answered.shared:
        blocks.append(context(f"{FOR_YOU} {_IN_MESSAGES}" if answered.picture else FOR_YOU))
    notes = tuple(dict.fromkeys(source.note for source in answer.said if source.note))
    text = "\n".join(part for part in (head, answer.text) if part)
    return Message(text, tuple(blocks), notes, quiet=answered.shared)


def _all_taps(answered: Answered) -> list[Block]:
    """What may be tapped below an answer."""
    return [*_of_what_it_is(answered), *_of_guides(answered)]


def _of_what_it_is(answered: Answered) -> list[Block]:
    if answered.choices:
        return deal_buttons(answered.choices, answered.asked)
    if answered.deal is not None and (taps := _taps(answered.answer, answered.deal)):
        return taps
    team = answered.answer.data.get("team")
    return _of_team(team) if isinstance(team, Mapping) else []


def _of_guides(answered: Answered) -> list[Block]:
    """The way to the guides, and the word that what they say is not what was asked."""
    asked, unfit = answered.for_guides, answered.unfit
    taps = [button("Ask the guides", "ask_guides", {"asked": asked})] if asked else []
    if unfit is not None:
        told = {"asked": unfit.asked, "mark": unfit.mark, "asker": answered.asker}
        taps.append(button("Not what I asked", "not_what_i_asked", told))
    return taps


def _taps(answer: Answer, deal: str) -> list[Block]:
    """What may be tapped below an answer about a deal."""
    places = _places(answer.said)
    taps = [button("Words", "words", {"deal": deal, "said": places})] if places else []
    taps += _warm_up(answer, deal) if answer.intent is Intent.BRIEF else []
    more = (("Timeline", "timeline"), ("Numbers", "numbers")) if answer.intent is Intent.STANDING else ()
    taps += [button(text, action, {"deal": deal}) for text, action in more]
    taps += of_policy(answer, deal) if answer.intent is Intent.POLICY_IMPACT else []
    if who := answer.data.get("route"):
        asked = {"deal": deal, "who": who, "subject": answer.data.get("subject")}
        taps.append(button(f"Ask our {who} by Friday", "ask_specialist", asked))
    taps += [button("Set exposure", EXPOSURE, {"deal": deal})] if answer.intent is Intent.EXPOSURE else []
    return taps + ([button("Must say yes", REQUIRED, {"deal": deal})] if REQUIRED in answer.data else [])


def _warm_up(answer: Answer, deal: str) -> list[Block]:
    """A brief for one person may be followed by a warm-up."""
    met = [person for each in _SIDES if isinstance(people := answer.data.get(each), list) for person in people]
    names = [person.get("name") or person.get("title") for person in met if isinstance(person, Mapping)]
    return (
        [button("Warm up, 3 min", "warm_up", {"deal": deal, "who": names[0]})] if len(names) == 1 and names[0] else []
    )


def _of_team(team: Mapping[str, Json]) -> list[Block]:
    """What a manager may tap below what Monday shows."""
    taps = [button("By AE", "by_owner"), button(f"All {team['deals']}", "all_deals")]
    count = team["questions"]
    asks = "Send the question to the AE" if count == 1 else f"Send the {count} questions to the AEs"
    return taps + ([button(asks, "ask_owners")] if count else [])


def _emphasised(text: str) -> str:
    """An answer with its first line in bold."""
    first, _, rest = text.partition("\n")
    told = f"*{escape(first)}*" if rest else escape(first)
    return "\n".join(part for part in (told, escape(rest)) if part)


def _places(sources: Sequence[Evidence]) -> list[list[Any]]:
    """Where the words stand, as short as a button needs it."""
    places: list[list[Any]] = []
    room = _ROOM_FOR_SOURCES
    for source in [source for source in sources if not by_hand(source)][:_MOST_SOURCES]:
        place = [source.note, source.span.start, source.span.end]
        room -= len(source.note) + 16
        if room < 0:
            break
        places.append(place)
    return places


def deal_buttons(choices: Sequence[str], note: str) -> list[Block]:
    """The deals that something may be about."""
    return [button(deal, f"choose_deal_{number}", {"deal": deal, "note": note}) for number, deal in enumerate(choices)]
