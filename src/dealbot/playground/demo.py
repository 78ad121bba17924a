"""The demo: the local Slack in this process, dealbot in others, and what is needed to stop both."""

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from time import monotonic

from dealbot.errors import BadInput
from dealbot.playground.local_slack.server import LocalSlack
from dealbot.playground.workspace import APP_TOKEN, BOT_TOKEN, SIGNING_SECRET, demo_seed, opening
from dealbot.settings import inherited
from dealbot.slack.watch import Watch

_LOOK_S = 0.25
_PATIENCE_S = 60


@dataclass(frozen=True, slots=True)
class Demo:
    """A demo kept in a folder, its page on a port of this machine."""

    folder: Path
    port: int

    def run(self, load: Callable[[], None], say: Callable[[str], None], stop: Event) -> None:
        """Serve until told to stop; `load` fills the ledger first. Raises BadInput for a port that is taken."""
        try:
            slack = LocalSlack(demo_seed(), self.folder / "slack", self.port).__enter__()
        except OSError as error:
            raise BadInput(f"Port {self.port} is in use: choose another with --port.") from error
        try:
            load()
            self._serve(slack, say, stop)
        finally:
            slack.__exit__(None, None, None)

    def _serve(self, slack: LocalSlack, say: Callable[[str], None], stop: Event) -> None:
        command = [sys.executable, "-m", "dealbot", "serve", "--socket", "--data", str(self.folder)]
        watch = Watch(command, 1, environment(slack.api_url))
        try:
            self._until_it_listens(slack, watch, stop)
            say(f"Open {opening(slack.url)}")
            say("Stop with Ctrl-C; what was said is kept for the next time.")
            while not stop.wait(_LOOK_S):
                watch.look()
        finally:
            watch.stop()

    def _until_it_listens(self, slack: LocalSlack, watch: Watch, stop: Event) -> None:
        """Wait for dealbot to connect, for as long as it is worth waiting."""
        until = monotonic() + _PATIENCE_S
        watch.look()
        while not slack.world.courier.link.up and monotonic() < until and not stop.wait(_LOOK_S):
            watch.look()


def environment(api_url: str) -> Mapping[str, str]:
    """The variables by which dealbot finds the local Slack and nothing else."""
    return inherited(
        {
            "SLACK_API_URL": api_url,
            "SLACK_BOT_TOKEN": BOT_TOKEN,
            "SLACK_APP_TOKEN": APP_TOKEN,
            "SLACK_SIGNING_SECRET": SIGNING_SECRET,
            "DEALBOT_DATABASE_URL": "",
        }
    )
