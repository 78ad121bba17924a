"""Records that survive the end of the process: each change is a line, and the last line of a key counts."""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, Generic, Protocol, TypeVar

from pydantic import TypeAdapter


class Record(Protocol):
    """What can be kept: it has a name of its own among its kind."""

    @property
    def key(self) -> str:
        """The name."""


R = TypeVar("R", bound=Record)


@cache
def _adapter(kind: type[Any]) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


class Log:
    """A file of lines `[shelf, key, record]`, null for a record that is gone; without a folder nothing is written."""

    def __init__(self, folder: Path | None) -> None:
        self._path = folder / "state.jsonl" if folder else None
        self.kept: dict[str, dict[str, Any]] = {}
        if self._path is None:
            self._file = None
            return
        self._path.parent.mkdir(parents=True, exist_ok=True)
        self._read(self._path)
        self._rewrite(self._path)
        self._file = self._path.open("a", encoding="utf-8")

    def write(self, shelf: str, key: str, record: str) -> None:
        """Add a line and hand it to the system, which keeps it when this process is killed."""
        if self._file is not None:
            self._file.write(f"[{json.dumps(shelf)},{json.dumps(key)},{record}]\n")
            self._file.flush()

    def close(self) -> None:
        """Write no more."""
        if self._file is not None:
            self._file.close()
            self._file = None

    def _read(self, path: Path) -> None:
        if not path.exists():
            return
        for line in path.read_text("utf-8", errors="replace").splitlines():
            try:
                shelf, key, record = json.loads(line)
            except ValueError:  # the line that was being written when the process was killed
                continue
            self.kept.setdefault(shelf, {})[key] = record
        for shelf, records in self.kept.items():
            self.kept[shelf] = {key: record for key, record in records.items() if record is not None}

    def _rewrite(self, path: Path) -> None:
        """Write the file anew without what was replaced."""
        new = path.with_suffix(".new")
        with new.open("w", encoding="utf-8") as file:
            for shelf, records in self.kept.items():
                file.writelines(f"{json.dumps([shelf, key, record])}\n" for key, record in records.items())
        new.replace(path)


class Shelf(Generic[R]):
    """All records of one kind, in the order they came."""

    def __init__(self, kind: type[R], log: Log) -> None:
        self._name, self._log = kind.__name__, log
        self._adapter: TypeAdapter[R] = _adapter(kind)
        kept = log.kept.pop(self._name, {})
        self._records: dict[str, R] = {key: self._adapter.validate_python(record) for key, record in kept.items()}

    def __iter__(self) -> Iterator[R]:
        return iter(list(self._records.values()))

    def __len__(self) -> int:
        return len(self._records)

    def get(self, key: str) -> R | None:
        """Find a record."""
        return self._records.get(key)

    def put(self, record: R) -> R:
        """Keep a record, in place of one of its name."""
        self._records[record.key] = record
        self._log.write(self._name, record.key, self._adapter.dump_json(record).decode())
        return record

    def drop(self, key: str) -> R | None:
        """Take a record away."""
        found = self._records.pop(key, None)
        if found is not None:
            self._log.write(self._name, key, "null")
        return found
