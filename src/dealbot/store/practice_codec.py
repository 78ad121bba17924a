"""Marks and sessions as JSON and back, exactly; what is absent or as usual is left out."""

from collections.abc import Mapping
from typing import Any

from dealbot.domain.concern import ConcernTopic
from dealbot.domain.evidence import Span
from dealbot.domain.practice.mark import Mark, PitfallMark, PointMark, PointState, Rating
from dealbot.domain.practice.session import Item, Mode, Session, SessionState

Payload = dict[str, Any]
_STATES = {state.value: state for state in PointState}


def encode_mark(mark: Mark) -> Payload:
    """Give a mark's points, pitfall and doubt; score, rating and grader have columns of their own."""
    points = [{"point": each.point, "state": each.state.value, **_words(each.words)} for each in mark.points]
    pitfall = {"pitfall": {"text": mark.pitfall.text, **_words(mark.pitfall.words)}} if mark.pitfall else {}
    return {"points": points, **pitfall, **({"doubtful": True} if mark.doubtful else {})}


def decode_mark(payload: Mapping[str, Any], score: float, rating: str, by: str) -> Mark:
    """Give back the mark that `encode_mark` was given."""
    points = tuple(PointMark(each["point"], _STATES[each["state"]], _span(each)) for each in payload["points"])
    pitfall = payload.get("pitfall")
    done = PitfallMark(pitfall["text"], _span(pitfall)) if pitfall else None
    return Mark(score, Rating(rating), points, done, by, payload.get("doubtful", False))


def encode_session(session: Session) -> Payload:
    """Give what a session asks and where it stands; the rest has columns of its own."""
    again = {"again": _item(session.again)} if session.again else {}
    items = [_item(item) for item in session.items]
    return {"items": items, "title": session.title, "position": session.position, **again}


def decode_session(key: int, payload: Mapping[str, Any], told: tuple[str, str, int | None]) -> Session:
    """Give back the session that `encode_session` was given; `told` are its mode, state and check."""
    mode, state, check = told
    again = payload.get("again")
    return Session(
        mode=Mode(mode),
        items=tuple(_item_from(each) for each in payload["items"]),
        title=payload["title"],
        check=check,
        position=payload["position"],
        again=_item_from(again) if again else None,
        state=SessionState(state),
        id=key,
    )


def _words(words: Span | None) -> Payload:
    return {"quote": words.quote, "start": words.start, "end": words.end} if words else {}


def _span(payload: Mapping[str, Any]) -> Span | None:
    return Span(payload["quote"], payload["start"], payload["end"]) if "quote" in payload else None


def _item(item: Item) -> Payload:
    of = {"deal": item.deal} if item.deal is not None else {}
    return {"card": item.card, **of, **({"topic": item.topic.value} if item.topic else {})}


def _item_from(payload: Mapping[str, Any]) -> Item:
    topic = payload.get("topic")
    return Item(payload["card"], payload.get("deal"), ConcernTopic(topic) if topic else None)
