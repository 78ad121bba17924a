"""The EHR they run, its version, and how hard it is to join."""

import pytest

from dealbot.domain.ehr import Ehr, names_ehr
from dealbot.domain.pilot import Integration
from tests.domain.builders import a_correction, a_signal, a_state, said


def ehr(*told: tuple[str, str]) -> Ehr | None:
    return a_state(*(said(a_signal("ehr", text), on) for text, on in told)).ehr


def told(text: str) -> tuple[str | None, str | None, str | None]:
    known = ehr((text, "03-10"))
    assert known is not None
    return known.name, known.version, known.moving_to


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("EHR: Epic, November 2025 release", ("Epic", "November 2025 release", None)),
        ("we're on the May 2024 version of Epic", ("Epic", "May 2024 version", None)),
        ("they run Meditech Magic", ("Meditech", "Magic", None)),
        ("on Expanse since spring", ("Meditech", "Expanse", None)),
        ("an Oracle Health shop", ("Oracle Health (Cerner)", None, None)),
        ("Cerner today, Epic decision made, cutover fall 2027", ("Oracle Health (Cerner)", None, "Epic")),
        ("not on Epic but on Cerner", ("Oracle Health (Cerner)", None, None)),
        ("they are moving to Epic", (None, None, "Epic")),
        ("Epic and a little Netsmart", ("Epic", None, None)),
    ],
)
def test_the_name_the_version_and_the_one_to_come(text: str, known: tuple[str | None, str | None, str | None]) -> None:
    assert told(text) == known


def test_nobody_told_of_an_ehr() -> None:
    assert ehr() is None
    assert ehr(("the interface queue is full until February", "03-10")) is None


@pytest.mark.parametrize(
    ("text", "integration"),
    [
        ("Meditech", Integration.HARD),
        ("an older version of Epic", Integration.HARD),
        ("Epic May 2022 version", Integration.HARD),
        ("Epic 2025 release", Integration.ORDINARY),
        ("athena", Integration.ORDINARY),
    ],
)
def test_meditech_and_old_versions_are_hard_to_join(text: str, integration: Integration) -> None:
    known = ehr((text, "03-10"))
    assert known is not None
    assert known.integration is integration


def test_a_version_stays_with_its_name_and_goes_with_it() -> None:
    release = ("Epic November 2025 release", "03-10")
    queue = ehr(release, ("their Epic interface queue is full", "04-10"))
    assert queue is not None
    assert (queue.version, queue.evidence.on.month) == ("November 2025 release", 3)
    moving = ehr(release, ("they are moving to Cerner", "04-10"))
    assert moving is not None
    assert (moving.name, moving.moving_to, moving.evidence.on.month) == ("Epic", "Oracle Health (Cerner)", 4)
    upgraded = ehr(release, ("Epic May 2026 release", "06-10"))
    assert upgraded is not None
    assert upgraded.version == "May 2026 release"
    other = ehr(release, ("they run athena", "06-10"))
    assert other is not None
    assert (other.name, other.version) == ("athenahealth", None)


def test_an_interface_that_runs_is_joined_and_one_that_does_not_is_not() -> None:
    meditech = ("they run Meditech", "03-10")
    for text, integration in (
        ("the interface is live", Integration.DONE),
        ("the interface is not live", Integration.HARD),
        ("once the interface is live they go on", Integration.HARD),
    ):
        known = ehr(meditech, (text, "05-10"))
        assert known is not None
        assert known.integration is integration


def test_a_person_sets_the_ehr_right_until_something_is_said_later() -> None:
    notes = [said(a_signal("ehr", "they run Epic"), "03-10")]
    corrected = said(a_correction("ehr", "Cerner 2025"), "03-11", note="")
    known = a_state(*notes, corrected).ehr
    assert known is not None
    assert (known.name, known.version) == ("Oracle Health (Cerner)", "2025")
    later = a_state(*notes, corrected, said(a_signal("ehr", "Epic after all"), "04-10")).ehr
    assert later is not None
    assert later.name == "Epic"


def test_an_ehr_that_nobody_knows_is_called_as_written() -> None:
    known = a_state(said(a_correction("ehr", "HomeGrown One"), "03-11", note="")).ehr
    assert known is not None
    assert (known.name, known.integration) == ("HomeGrown One", Integration.ORDINARY)


def test_the_name_of_an_ehr_is_known_whoever_runs_it() -> None:
    assert names_ehr("Oracle Health limits")
    assert not names_ehr("limits of the epidemic")
