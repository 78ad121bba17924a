"""What the tests themselves rely on: databases, closed sockets, and skips that fail where all is required."""

import socket

import pytest
from _pytest.outcomes import Failed, Skipped
from sqlalchemy import create_engine, text

from tests.require import named_by, require


def test_a_database_is_new_for_each_test_on_either_engine(empty_database_url: str) -> None:
    engine = create_engine(empty_database_url)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE deal (name TEXT)"))
    engine.dispose()
    assert engine.dialect.name in empty_database_url


def test_the_next_test_finds_it_empty(empty_database_url: str) -> None:
    test_a_database_is_new_for_each_test_on_either_engine(empty_database_url)


def test_no_test_connects_to_another_machine() -> None:
    with pytest.raises(Exception, match=r'host "192\.0\.2\.1"'), socket.socket() as outward:
        outward.connect(("192.0.2.1", 80))


def test_a_test_may_connect_to_this_machine() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(server.getsockname()).close()


def test_what_is_there_is_not_missed() -> None:
    require(condition=True, missing="nothing")


def test_what_is_missing_skips_the_test_on_a_developers_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DEALBOT_REQUIRE_ALL", raising=False)
    with pytest.raises(Skipped, match="no Chromium"):
        require(condition=False, missing="no Chromium")


def test_what_is_missing_fails_the_test_where_all_is_required(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DEALBOT_REQUIRE_ALL", "1")
    with pytest.raises(Failed, match="no Chromium"):
        require(condition=False, missing="no Chromium")


def test_what_a_variable_names_is_used_and_without_it_the_test_is_skipped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DEALBOT_GUIDES", "guides")
    assert named_by("DEALBOT_GUIDES").name == "guides"
    monkeypatch.delenv("DEALBOT_GUIDES")
    with pytest.raises(Skipped, match="DEALBOT_GUIDES names nothing"):
        named_by("DEALBOT_GUIDES")
