"""The picture of what is known by topic, drawn of values that somebody put together."""

from dealbot.pictures.values import Mastery, Picture


def drawn_mastery(values: Mastery) -> Picture:
    """Draw it; what draws takes a second to load, so it is loaded where it is wanted only."""
    from dealbot.pictures.mastery import draw_mastery  # noqa: PLC0415

    return draw_mastery(values)
