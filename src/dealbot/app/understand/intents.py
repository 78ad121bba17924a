"""What a question asks: what it makes of the one before, a rule that knows its words, its likeness, any rule."""

from collections.abc import Mapping
from dataclasses import dataclass

from dealbot.app.question import Intent, Talk
from dealbot.app.understand.bounds import BARE, QUESTION
from dealbot.app.understand.follow_ups import goes_on, may_go_on
from dealbot.app.understand.likeness import Likeness
from dealbot.app.understand.rules import Fit, fit_of

# A rule that leaves one telling word of the question unread is right; one that leaves more is right half the time.
_UNREAD = 1
# Measured: above this share a likeness is right more often than a rule that leaves words unread.
_SURER_THAN_A_RULE = 0.5
# Below this share a guess is right less often than not.
_SURE_ENOUGH = 0.3
# How much likelier what was asked last is asked again, by words that go on and by words that may.
_ON, _MAYBE = 20.0, 6.0
# And how much likelier still where no deal is at hand and the last question needed none.
_ROOTLESS = 20.0


@dataclass(frozen=True, slots=True)
class Asks:
    """What a shape asks; `guessed` where no rule that knows its words and no clear likeness says so."""

    intent: Intent
    guessed: bool = False


def asked_of(plain: str, talk: Talk, likeness: Likeness | None, *, rootless: bool = False) -> Asks:
    """Tell what a shape asks after what was talked of; `rootless` tells that no deal is named or talked of."""
    fit = fit_of(plain)
    follows = talk.intent is not None and may_go_on(plain)
    if fit is not None and fit.unread <= _UNREAD and (likeness is None or not follows or fit.intent is talk.intent):
        return Asks(fit.intent)
    like = _of_a_question(likeness.shares(plain)) if likeness is not None else {}
    shares = _after(like, plain, talk, rootless=rootless)
    return _guessed(fit, shares) or _unforeseen(plain, talk, shares)


def _of_a_question(shares: Mapping[Intent, float]) -> Mapping[Intent, float]:
    """The shares where it is no plain note."""
    return {intent: share for intent, share in shares.items() if intent is not Intent.LOG_NOTE}


def _after(shares: Mapping[Intent, float], plain: str, talk: Talk, *, rootless: bool) -> Mapping[Intent, float]:
    """The shares once it is known what was asked before; they add up to 1 again."""
    if talk.intent is None or not may_go_on(plain):
        return shares
    times = _ON if goes_on(plain) else _MAYBE
    times *= _ROOTLESS if rootless and not talk.intent.of_one_deal else 1.0
    weighed = {intent: share * (times if intent is talk.intent else 1.0) for intent, share in shares.items()}
    whole = sum(weighed.values())
    return {intent: share / whole for intent, share in weighed.items()}


def _guessed(fit: Fit | None, shares: Mapping[Intent, float]) -> Asks | None:
    best = _best(shares)
    if fit is not None and fit.unread <= _UNREAD and shares.get(fit.intent, 0.0) >= 1 - _SURER_THAN_A_RULE:
        return Asks(fit.intent)
    if best is not None and shares[best] >= _SURER_THAN_A_RULE:
        return Asks(best)
    return Asks(fit.intent, guessed=fit.unread > _UNREAD) if fit is not None else None


def _unforeseen(plain: str, talk: Talk, shares: Mapping[Intent, float]) -> Asks:
    """What no rule knows: going on from the last question, a bare name, a likeness, or what the notes may tell."""
    if goes_on(plain) and talk.intent is not None:
        return Asks(talk.intent)
    if BARE.search(plain):
        return Asks(Intent.STANDING)
    best = _best(shares)
    if best is not None and shares[best] >= _SURE_ENOUGH:
        return Asks(best, guessed=True)
    return Asks(Intent.LEARNED if QUESTION.match(plain) else Intent.UNSUPPORTED, guessed=True)


def _best(shares: Mapping[Intent, float]) -> Intent | None:
    return max(shares, key=lambda intent: (shares[intent], intent), default=None)
