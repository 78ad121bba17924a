"""What a question asks: what it makes of the one before, its likeness to known ones, and a rule that weighs."""

from collections.abc import Mapping
from dataclasses import dataclass

from dealbot.app.question import Intent, Talk
from dealbot.app.understand.bounds import BARE, QUESTION
from dealbot.app.understand.follow_ups import goes_on, may_go_on
from dealbot.app.understand.likeness import Likeness
from dealbot.app.understand.rules import Fit, fit_of

# A rule that leaves no more than one telling word of the question unread is likely right.
_UNREAD = 1
# How much likelier a rule makes what it tells, by whether it leaves words unread; between 2 and 16 alike good.
_RULED, _HALF_RULED = 8.0, 1.5
# What no example shows but a rule tells.
_LEAST = 0.01
# With these, of questions by writers left out 92.1 % are read as meant, of what is not ours 95.6 % refused.
_NOT_OURS = 1.5
_SURE_ENOUGH = 0.2
# Below this share a guess may be looked into by a model.
_CLEAR = 0.5
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
    if likeness is None:
        return Asks(fit.intent, guessed=fit.unread > _UNREAD) if fit is not None else _unforeseen(plain, talk)
    shares = _with_rule(_of_a_question(likeness.shares(plain)), fit)
    shares = _after(shares, plain, talk, rootless=rootless)
    best = max(shares, key=lambda intent: (shares[intent], intent))
    return Asks(best, guessed=shares[best] < _CLEAR) if shares[best] >= _SURE_ENOUGH else _unforeseen(plain, talk)


def _with_rule(shares: Mapping[Intent, float], fit: Fit | None) -> Mapping[Intent, float]:
    """The shares where a rule tells one of them."""
    if fit is None:
        return shares
    least = {fit.intent: _LEAST, **shares}
    return _weighed(least, fit.intent, _RULED if fit.unread <= _UNREAD else _HALF_RULED)


def _weighed(shares: Mapping[Intent, float], likelier: Intent, times: float) -> Mapping[Intent, float]:
    """The shares with one of them so many times as likely; they add up to 1."""
    weighed = {intent: share * (times if intent is likelier else 1.0) for intent, share in shares.items()}
    whole = sum(weighed.values())
    return {intent: share / whole for intent, share in weighed.items()}


def _of_a_question(shares: Mapping[Intent, float]) -> Mapping[Intent, float]:
    """The shares where it is no plain note; what is not ours had better be refused than answered."""
    asked: dict[Intent, float] = {i: share for i, share in shares.items() if i is not Intent.LOG_NOTE}
    return _weighed(asked, Intent.UNSUPPORTED, _NOT_OURS)


def _after(shares: Mapping[Intent, float], plain: str, talk: Talk, *, rootless: bool) -> Mapping[Intent, float]:
    """The shares once it is known what was asked before; they add up to 1 again."""
    if talk.intent is None or not may_go_on(plain):
        return shares
    times = _ON if goes_on(plain) else _MAYBE
    times *= _ROOTLESS if rootless and not talk.intent.of_one_deal else 1.0
    return _weighed(shares, talk.intent, times)


def _unforeseen(plain: str, talk: Talk) -> Asks:
    """What is like nothing known: going on from the last question, a bare name, or what the notes may tell."""
    if goes_on(plain) and talk.intent is not None:
        return Asks(talk.intent)
    if BARE.search(plain):
        return Asks(Intent.STANDING)
    return Asks(Intent.LEARNED if QUESTION.match(plain) else Intent.UNSUPPORTED, guessed=True)
