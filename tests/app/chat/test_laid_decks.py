"""Decks that take a while are announced."""

from threading import Event

import pytest

from dealbot.app.chat.laid_decks import told_when_slow


def test_what_takes_long_is_told_once_before_it_is_there() -> None:
    told, go_on = list[str](), Event()

    def tell() -> None:
        told.append("preparing")
        go_on.set()

    assert told_when_slow(lambda: go_on.wait(10), tell, silent=0.01)
    assert told == ["preparing"]


def test_what_is_there_is_told_at_once() -> None:
    told = list[str]()
    assert told_when_slow(lambda: "decks", lambda: told.append("preparing")) == "decks"
    assert told == []


def test_trouble_while_it_is_made_is_told_as_ever() -> None:
    def broken() -> str:
        raise OSError("no room")

    with pytest.raises(OSError, match="no room"):
        told_when_slow(broken, lambda: None)
