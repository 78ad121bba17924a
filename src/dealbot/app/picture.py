"""Which picture a question asks for, and the picture, drawn from the deal as it is then."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from dealbot.app.answer import Deal
from dealbot.app.ask import Asked, deal_now
from dealbot.app.desk import Desk, the_deal
from dealbot.app.drawing import alignment_history_of, influence_map_of
from dealbot.app.drawing_timeline import timeline_of
from dealbot.app.question import Intent, Question
from dealbot.app.state import heard
from dealbot.domain.observation import Observation
from dealbot.domain.principal import Principal
from dealbot.pictures.values import Picture, PictureKind

_DRAW = r"\b(?:draw|draws|drawn|drawing|sketch|picture|chart|graph|diagram|plot)\b"
_KINDS: Mapping[Intent, tuple[PictureKind, re.Pattern[str]]] = {
    Intent.ROLES: (PictureKind.MAP, re.compile(rf"\bmaps?\b|{_DRAW}", re.IGNORECASE)),
    Intent.ALIGNED: (
        PictureKind.HISTORY,
        re.compile(rf"\bover time\b|\bhistory\b|\btrend\b|\bso far\b|{_DRAW}", re.IGNORECASE),
    ),
    Intent.TIMELINE: (PictureKind.TIMELINE, re.compile(rf"\btime ?lines?\b|\bgantt\b|{_DRAW}", re.IGNORECASE)),
}


_SHOW = (
    r"(?:(?:please|pls|can you|could you|let me|i want to|i['\u2019]d like to)\s+)*"
    r"(?:draw|show|sketch|see|give|get|send)"
)
_SHOWN = r"(?:(?:influence|stakeholder|power|committee)\s+)*maps?|time ?lines?|alignment (?:over time|history)|picture"
_ASKS = re.compile(
    rf"^\W*(?:{_SHOW}\s+)?(?:me\s+|us\s+)?(?:(?:the|a|an|our|its|their)\s+)?(?:{_SHOWN})"
    r"(?:\s+(?:of|for|at|from|in)\b[^.;:!\n]{1,60})?(?:\s*,?\s*(?:please|pls))?\W*$",
    re.IGNORECASE,
)


def asks_for_picture(text: str) -> bool:
    """Whether a message is nothing but the wish to see a picture, or its name."""
    return _ASKS.match(text) is not None


@dataclass(frozen=True, slots=True)
class Wanted:
    """A picture of a deal that somebody wants to see, as of a day or of today."""

    kind: PictureKind
    deal: str
    as_of: date | None = None


def picture_asked(question: Question) -> PictureKind | None:
    """The picture that a question about one deal asks for, beside its words."""
    kind, words = _KINDS.get(question.intent, (None, None))
    several = question.deals or question.everywhere or question.people
    if words is None or several or question.deal is None or words.search(question.text) is None:
        return None
    return kind


def draw(desk: Desk, principal: Principal, wanted: Wanted) -> Picture:
    """Draw what the principal may see; raises UnknownDeal, AmbiguousDeal, StoreUnavailable."""
    today = desk.today()
    with desk.reading(principal) as books:
        record = the_deal(books.deals, wanted.deal)
        deal = deal_now(books, record, today, Asked("", as_of=wanted.as_of))
        said = heard(books, record.id, today)
    return _drawn(wanted.kind, deal, said)


def _drawn(kind: PictureKind, deal: Deal, said: tuple[Observation, ...]) -> Picture:
    # What draws takes a second to load, so it is loaded where it is wanted only.
    from dealbot.pictures.history import draw_alignment_history  # noqa: PLC0415
    from dealbot.pictures.influence_map import draw_influence_map  # noqa: PLC0415
    from dealbot.pictures.timeline import draw_timeline  # noqa: PLC0415

    match kind:
        case PictureKind.MAP:
            return draw_influence_map(influence_map_of(deal))
        case PictureKind.HISTORY:
            return draw_alignment_history(alignment_history_of(deal.name, said, deal.state.as_of))
        case PictureKind.TIMELINE:
            return draw_timeline(timeline_of(deal))
