"""Why a model could not be used, each with the sentence the person is told."""

from enum import StrEnum

from dealbot.errors import ModelUnavailable


class Fault(StrEnum):
    """What went wrong with a model as a whole."""

    LATE = "late"
    UNREACHABLE = "unreachable"
    BUSY = "busy"
    TURNED_DOWN = "turned down"
    DECLINED = "declined"
    UNREADABLE = "unreadable"
    HELD_BACK = "held back"
    RESTING = "resting"


_SENTENCES = {
    Fault.LATE: "The model did not answer in time.",
    Fault.UNREACHABLE: "The model cannot be reached.",
    Fault.BUSY: "The model takes no more requests just now.",
    Fault.TURNED_DOWN: "The model turned the request down: check its name, address and key.",
    Fault.DECLINED: "The model declined to read this.",
    Fault.UNREADABLE: "The model's answer could not be used.",
    Fault.HELD_BACK: "This may tell of a patient, so it was not sent to the model.",
    Fault.RESTING: "The model failed several times in a row and is left alone for a minute.",
}
_OF_THE_SERVICE = frozenset({Fault.LATE, Fault.UNREACHABLE, Fault.BUSY})
_RATE_LIMIT, _SERVER_ERROR, _CLIENT_ERROR = 429, 500, 400
_BUSY = frozenset({_RATE_LIMIT, 503, 529})


class ModelFault(ModelUnavailable):
    """The model could not be used; `fault` says why."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(_SENTENCES[fault])
        self.fault = fault

    @property
    def of_the_service(self) -> bool:
        """Whether the service itself fails, so that asking again soon is of no use."""
        return self.fault in _OF_THE_SERVICE


def fault_of(error: BaseException) -> Fault:
    """What an error of any provider's client means, by its status where it has one."""
    status = getattr(error, "status_code", None)
    if isinstance(error, TimeoutError) or "Timeout" in type(error).__name__:
        return Fault.LATE
    if not isinstance(status, int):
        return (
            Fault.UNREADABLE
            if isinstance(error, (ValueError, TypeError, LookupError, NotImplementedError))
            else Fault.UNREACHABLE
        )
    if status in _BUSY:
        return Fault.BUSY
    return Fault.TURNED_DOWN if _CLIENT_ERROR <= status < _SERVER_ERROR else Fault.UNREACHABLE


def retry_after(error: BaseException) -> float:
    """How many seconds the service asks to be left alone."""
    headers = getattr(getattr(error, "response", None), "headers", None) or {}
    given = headers.get("retry-after", "")
    return float(given) if given.replace(".", "", 1).isdecimal() else 0.0
