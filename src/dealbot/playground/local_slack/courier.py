"""Delivers: events until they are acknowledged or given up, interactions once."""

import asyncio
from dataclasses import replace
from typing import Any

from dealbot.playground.local_slack.clock import Clock
from dealbot.playground.local_slack.faults import Faults
from dealbot.playground.local_slack.journal import Journal
from dealbot.playground.local_slack.link import Answer, Kind, Link, NoAnswer, Parcel
from dealbot.playground.local_slack.records import Delivery
from dealbot.playground.local_slack.shelf import Shelf
from dealbot.slack.limits import RETRY_SECONDS

_GAP_SECONDS = 0.05


class Courier:
    """Takes what is to be delivered over the link, with the faults that tests ask for."""

    def __init__(self, link: Link, clock: Clock, journal: Journal, faults: Faults) -> None:
        self.link = link
        self._clock, self._journal, self._faults = clock, journal, faults
        self._held: list[asyncio.Event] = []

    async def deliver(self, delivery: Delivery, kept: Shelf[Delivery]) -> None:
        """Try to deliver an event, and again as Slack does; what was not acknowledged is kept until given up."""
        await self._in_order()
        while True:
            final = await self._try(delivery)
            if final is None or final.final or delivery.attempt >= len(RETRY_SECONDS):
                kept.drop(delivery.id)
                if final is not None:
                    self._journal.write("given_up", id=delivery.id, attempt=delivery.attempt)
                return
            delivery = kept.put(replace(delivery, attempt=delivery.attempt + 1, reason=final.reason))
            await self._clock.sleep(RETRY_SECONDS[delivery.attempt - 1])

    async def ask(self, kind: Kind, payload: dict[str, Any]) -> Answer:
        """Deliver an interaction, a command or a question for options; raises NoAnswer."""
        label = str(payload.get("type", payload.get("command")))
        return await self._send(Parcel(kind, payload), label, {})

    async def _try(self, delivery: Delivery) -> NoAnswer | None:
        label, event = delivery.body["event"]["type"], {"id": delivery.id}
        parcel = Parcel(Kind.EVENT, delivery.body, delivery.attempt, delivery.reason)
        if self._faults.of_delivery("drop"):
            self._journal.write(
                "delivery", kind=Kind.EVENT, type=label, attempt=delivery.attempt, dropped=True, **event
            )
            return NoAnswer("http_timeout")
        try:
            if self._faults.of_delivery("duplicate"):
                await self._send(parcel, label, event)
            await self._send(parcel, label, event)
        except NoAnswer as error:
            return error
        return None

    async def _send(self, parcel: Parcel, label: str, more: dict[str, Any]) -> Answer:
        self._journal.write("delivery", kind=parcel.kind, type=label, attempt=parcel.attempt, **more)
        try:
            answer = await self.link.send(parcel)
        except NoAnswer as error:
            self._journal.write("no_ack", kind=parcel.kind, type=label, reason=error.reason, **more)
            raise
        self._journal.write("ack", kind=parcel.kind, type=label, body=answer.body, **more)
        return answer

    async def _in_order(self) -> None:
        """Hold events back while they are to be reordered, then let them go, the last first."""
        if self._faults.of_delivery("reorder"):
            gate = asyncio.Event()
            self._held.append(gate)
            if self._faults.is_left("reorder"):
                await gate.wait()
            else:
                held, self._held = self._held[:-1], []
                for index, each in enumerate(reversed(held), 1):
                    asyncio.get_running_loop().call_later(_GAP_SECONDS * index, each.set)
