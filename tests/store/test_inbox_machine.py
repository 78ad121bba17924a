"""The inbox under any sequence of deliveries, takings, crashes and expiries: nothing lost, nothing done twice."""

import tempfile
from datetime import timedelta

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from dealbot.store.database import Database, open_database
from dealbot.store.inbox import Inbox
from dealbot.store.post import Arrival, LostLease, State, Taken
from tests.store.book import START

LEASE = timedelta(seconds=30)
GONE = "9999999999.999999"
MESSAGES = st.integers(1, 4)


class InboxMachine(RuleBasedStateMachine):
    """A model beside the real inbox: messages in two channels, told, told again, edited, deleted, worked on."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.database: Database = open_database(f"sqlite:///{self.folder.name}/dealbot.db")
        self.now = START
        self.acked: dict[str, Arrival] = {}
        self.order: list[str] = []
        self.hands: list[Taken] = []
        self.effects: list[str] = []
        self.texts: dict[str, str] = {}
        self.edits = 0

    def teardown(self) -> None:
        self.database.close()
        self.folder.cleanup()

    def deliver(self, arrival: Arrival) -> None:
        with self.database.write() as session:
            new = Inbox(session, "local").keep(arrival, self.now)
        places = {kept.place for kept in self.acked.values() if kept.place}
        assert new == (arrival.key not in self.acked and arrival.place not in places)
        if new:
            self.acked[arrival.key] = arrival
            self.order.append(arrival.key)

    @rule(message=MESSAGES, mention=st.booleans())
    def tell(self, message: int, *, mention: bool) -> None:
        place, kind = f"C{message % 2}:{message}.0", "app_mention" if mention else "message"
        self.deliver(Arrival(f"{kind} {message}", f"C{message % 2}", kind, {}, place, place, f"{message}.0"))

    @rule(message=MESSAGES, again=st.booleans())
    def edit(self, message: int, *, again: bool) -> None:
        self.edits += not again
        about = f"C{message % 2}:{message}.0"
        at = f"{message}.{self.edits:03}"
        self.deliver(Arrival(f"edit {message} {at}", f"C{message % 2}", "edit", {}, None, about, at))

    @rule(message=MESSAGES)
    def delete(self, message: int) -> None:
        about = f"C{message % 2}:{message}.0"
        self.deliver(Arrival(f"delete {message}", f"C{message % 2}", "delete", {}, None, about, GONE))

    @rule()
    def take(self) -> None:
        with self.database.write() as session:
            taken = Inbox(session, "local").take(self.now, LEASE)
        if taken is not None:
            self.hands.append(taken)

    @precondition(lambda self: self.hands)
    @rule(which=st.integers(0, 9))
    def finish(self, which: int) -> None:
        taken = self.hands.pop(which % len(self.hands))
        try:
            with self.database.write() as session:
                inbox = Inbox(session, "local")
                superseded = inbox.later_than(taken)
                inbox.done(taken)
        except LostLease:
            return
        self.effects.append(taken.arrival.key)
        if not superseded and taken.arrival.about is not None:
            self.texts[taken.arrival.about] = taken.arrival.about_at or ""

    @precondition(lambda self: self.hands)
    @rule(which=st.integers(0, 9))
    def crash(self, which: int) -> None:
        self.hands.pop(which % len(self.hands))

    @rule(seconds=st.integers(1, 40))
    def wait(self, seconds: int) -> None:
        self.now += timedelta(seconds=seconds)

    @invariant()
    def nothing_is_lost(self) -> None:
        with self.database.read() as session:
            counts = Inbox(session, "local").counts()
        assert sum(counts.values()) == len(self.acked)
        assert counts[State.DONE] == len(self.effects)

    @invariant()
    def nothing_is_done_twice_or_out_of_order(self) -> None:
        for lane in ("C0", "C1"):
            did = [key for key in self.effects if self.acked[key].lane == lane]
            assert did == [key for key in self.order if self.acked[key].lane == lane][: len(did)]

    @invariant()
    def the_latest_telling_of_a_finished_message_counts(self) -> None:
        for about in self.texts:
            finished = [self.acked[key].about_at or "" for key in self.effects if self.acked[key].about == about]
            assert self.texts[about] <= max(finished)
            told = [arrival.about_at or "" for arrival in self.acked.values() if arrival.about == about]
            if len(finished) == len(told):
                assert self.texts[about] == max(told)


@pytest.mark.filterwarnings("ignore::hypothesis.errors.NonInteractiveExampleWarning")
def test_the_inbox_holds_its_promises_whatever_happens() -> None:
    run_state_machine_as_test(InboxMachine, settings=settings(max_examples=20, stateful_step_count=40, deadline=None))
