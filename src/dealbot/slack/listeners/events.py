"""Events: kept before they are acknowledged, over HTTP and over a socket alike."""

import logging
from collections.abc import Callable

from slack_bolt import BoltRequest, BoltResponse
from slack_bolt.middleware import Middleware

from dealbot.errors import BadInput, StoreUnavailable
from dealbot.slack.intake import Intake
from dealbot.slack.payload import word
from dealbot.slack.policy import Verdict

_log = logging.getLogger(__name__)


class KeepFirst(Middleware):
    """Keeps events and answers them itself; lets what our own people do on our screens pass to its listener."""

    def __init__(self, intake: Intake) -> None:
        """Take where to keep them."""
        self._intake = intake

    def process(
        self,
        *,
        req: BoltRequest,
        resp: BoltResponse,  # noqa: ARG002 -- Bolt gives it
        next: Callable[[], BoltResponse],  # noqa: A002 -- as Bolt names it
    ) -> BoltResponse:
        """Answer 503 for what could not be kept, so that Slack tells it again."""
        match word(req.body, "type"):
            case "event_callback":
                return self._kept(req)
            case "url_verification":
                return next()
            case "app_rate_limited":
                _log.warning("Slack drops events for a minute: too many in an hour")
                return BoltResponse(status=200)
            case _:
                return self._passed(req, next)

    def _passed(self, req: BoltRequest, go_on: Callable[[], BoltResponse]) -> BoltResponse:
        judgement = self._intake.judge(req.body)
        if judgement.verdict is Verdict.KEEP:
            return go_on()
        return BoltResponse(status=200, body=judgement.told or "" if word(req.body, "command") else "")

    def _kept(self, req: BoltRequest) -> BoltResponse:
        try:
            self._intake.event(req.body)
        except StoreUnavailable:
            _log.warning("an event could not be kept: Slack will tell it again")
            return BoltResponse(status=503)
        except BadInput:
            return BoltResponse(status=400)
        return BoltResponse(status=200)
