"""`demo`: a small Slack in the browser, with twelve deals and the people who work on them."""

import sys
from typing import Annotated

import typer

from dealbot import wiring
from dealbot.cli.call import Call
from dealbot.cli.serve import stopping
from dealbot.cli.streams import tell


def demo(
    call: Call,
    port: Annotated[int, typer.Option("--port", help="Where the page is to be found on this machine.")] = 3000,
) -> None:
    """Try dealbot in the browser: no account, no key, no network."""
    folder = call.data or call.settings.data_dir / "demo"
    settings = call.settings.model_copy(update={"data_dir": folder, "database_url": None})

    def fill() -> None:
        tell("Looking for the sample deals; reading them the first time takes about a minute.")
        for line in wiring.fill_demo(settings):
            tell(f"  {line}")

    with stopping() as stop:
        wiring.open_demo(settings, port).run(fill, _say, stop)


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()
