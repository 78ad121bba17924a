"""Trouble that tests ask for: calls that fail or are slow, deliveries that get lost, come twice or out of order."""

from dataclasses import dataclass, replace
from typing import Literal

CallFaultKind = Literal["ratelimited", "server_error", "close", "slow", "error"]
DeliveryFaultKind = Literal["drop", "duplicate", "reorder"]


@dataclass(frozen=True, slots=True)
class CallFault:
    """What befalls the next calls of a method; `seconds` is how slow, or the Retry-After; `error` what is answered."""

    method: str
    kind: CallFaultKind
    count: int = 1
    seconds: float = 1
    error: str = "fatal_error"


class Faults:
    """What is still to go wrong."""

    def __init__(self) -> None:
        self._calls: list[CallFault] = []
        self._deliveries: dict[DeliveryFaultKind, int] = {}

    def add_call(self, fault: CallFault) -> None:
        """Let calls of a method (`*` for all) go wrong."""
        self._calls.append(fault)

    def add_delivery(self, kind: DeliveryFaultKind, count: int) -> None:
        """Let deliveries go wrong."""
        self._deliveries[kind] = self._deliveries.get(kind, 0) + count

    def of_call(self, method: str) -> CallFault | None:
        """Take the fault of a call, if it has one."""
        for index, fault in enumerate(self._calls):
            if fault.method in {method, "*"} and fault.count > 0:
                self._calls[index] = replace(fault, count=fault.count - 1)
                return fault
        return None

    def of_delivery(self, kind: DeliveryFaultKind) -> bool:
        """Take one fault of a kind, if there is one left."""
        if not self.is_left(kind):
            return False
        self._deliveries[kind] -= 1
        return True

    def is_left(self, kind: DeliveryFaultKind) -> bool:
        """Tell whether more of a kind are to come."""
        return self._deliveries.get(kind, 0) > 0

    def clear(self) -> None:
        """Let all go well again."""
        self._calls.clear()
        self._deliveries.clear()
