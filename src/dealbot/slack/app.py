"""The Bolt app: one for HTTP and for Socket Mode, with a listener for everything Slack may send."""

import logging
from concurrent.futures import ThreadPoolExecutor

from slack_bolt import App, BoltResponse
from slack_bolt.authorization import AuthorizeResult

from dealbot.errors import StoreUnavailable
from dealbot.slack.installation import Installation
from dealbot.slack.listeners import actions, commands, events, options, shortcuts, views
from dealbot.slack.screens import Front

_THREADS = 16
_BOLT = "bolt"
_log = logging.getLogger(__name__)


def build_app(front: Front) -> App:
    """Put the app together; whoever hands requests to it has verified them."""
    ours, client = front.intake.ours, front.client

    def authorize() -> AuthorizeResult:
        return _as(ours, client.token)

    bolt = logging.getLogger(_BOLT)
    bolt.setLevel(logging.ERROR)  # its warnings are about how it is set up, which is meant
    app = App(
        logger=bolt,
        name=_BOLT,  # the name of a logger too, so it may not be ours
        client=client,
        authorize=authorize,
        before_authorize=events.KeepFirst(front.intake),  # before Bolt looks into it, which expects a certain shape
        request_verification_enabled=False,
        ignoring_self_events_enabled=False,  # the policy does, and says so
        attaching_conversation_kwargs_enabled=False,
        listener_executor=ThreadPoolExecutor(_THREADS, thread_name_prefix="listener"),
    )
    app.error(_failed)
    for kind in (commands, actions, shortcuts, views, options):
        kind.register(app, front)
    return app


def _as(ours: Installation, token: str | None) -> AuthorizeResult:
    """Speak as ourselves, without asking Slack again who we are."""
    return AuthorizeResult(
        enterprise_id=None,
        team_id=ours.team,
        bot_token=token,
        bot_id=ours.bot,
        bot_user_id=ours.user,
    )


def _failed(error: Exception) -> BoltResponse:
    _log.error("a listener failed: %s", type(error).__qualname__)
    return BoltResponse(status=503 if isinstance(error, StoreUnavailable) else 500)
