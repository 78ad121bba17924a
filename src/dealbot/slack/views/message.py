"""What a message is made of."""

from dataclasses import dataclass

from dealbot.slack.views.parts import Block


@dataclass(frozen=True, slots=True)
class Message:
    """A message: its plain text says everything, the blocks show it; `quiet` is for the person alone."""

    text: str
    blocks: tuple[Block, ...] = ()
    about: tuple[str, ...] = ()
    quiet: bool = False
