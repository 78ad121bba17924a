"""What can go wrong, each with the sentence the person is told."""


class DealbotError(Exception):
    """Something went wrong in a way the person can be told: `str(error)` is one plain sentence."""

    code = "failed"


class BadInput(DealbotError):
    """What was given cannot be used."""

    code = "bad_input"


class BadDocument(BadInput):
    """A file of the knowledge folder cannot be used; `path` is below that folder, `reason` what is wrong with it."""

    code = "bad_document"

    def __init__(self, path: str, reason: str) -> None:
        """Keep which file it is and what is wrong with it."""
        super().__init__(f"{path}: {reason}.")
        self.path = path
        self.reason = reason


class UnknownDeal(DealbotError):
    """No deal of that name is visible; `nearest` are names that come close."""

    code = "unknown_deal"

    def __init__(self, name: str, nearest: tuple[str, ...] = ()) -> None:
        """Keep the name asked for and the nearest ones."""
        hint = f" Did you mean {' or '.join(nearest)}?" if nearest else ""
        super().__init__(f"There is no deal called '{name}'.{hint}")
        self.nearest = nearest


class AmbiguousDeal(DealbotError):
    """Several deals go by that name."""

    code = "ambiguous_deal"

    def __init__(self, name: str, candidates: tuple[str, ...]) -> None:
        """Keep the name asked for and the deals it may mean."""
        super().__init__(f"'{name}' may be {' or '.join(candidates)}: which one?")
        self.candidates = candidates


class UnknownQuestion(BadInput):
    """No guide, or no question of a guide, goes by that name; `nearest` come close."""

    code = "unknown_question"

    def __init__(self, what: str, name: str, nearest: tuple[str, ...] = ()) -> None:
        """Keep what was looked for (`what`: "guide", "question in ...") and the nearest ones."""
        told = "; ".join(near.rstrip(".?!") for near in nearest)
        hint = f" The nearest: {told}." if nearest else ""
        super().__init__(f"There is no {what} '{name}'.{hint}")
        self.nearest = nearest


class NotAllowed(DealbotError):
    """What was asked for is somebody else's to do."""

    code = "not_allowed"


class UnknownNote(DealbotError):
    """No note of that id is visible."""

    code = "unknown_note"


class NotRead(DealbotError):
    """A note was kept but could not be read."""

    code = "not_read"

    def __init__(self, note: str, deal: str, reason: DealbotError) -> None:
        """Say where the note is kept and why it was not read."""
        # That nothing was saved, as the ledger says of the reading, is not true of the note.
        why = f"{str(reason).partition(': ')[0].rstrip('.')}." if isinstance(reason, StoreUnavailable) else str(reason)
        super().__init__(
            f"The note is kept in {deal} as '{note}' but was not read yet: log it again and it will be. {why}"
        )


class StoreUnavailable(DealbotError):
    """The ledger cannot be read or written now: locked, read-only, full, damaged or newer than this program."""

    code = "store_unavailable"


class DamagedIndex(DealbotError):
    """What the knowledge is searched by cannot be trusted: it is built again from the documents."""

    code = "damaged_index"


class IndexUnwritable(DealbotError):
    """What the knowledge is searched by cannot be made: its folder is read-only, full or no folder."""

    code = "index_unwritable"

    def __init__(self, folder: str, reason: str, remedy: str) -> None:
        """Keep where that is, why, and what helps, for who looks after dealbot."""
        super().__init__(f"The guides cannot be searched now, because {reason}: tell whoever looks after dealbot.")
        self.folder = folder
        self.remedy = remedy


class ModelUnavailable(DealbotError):
    """The configured model did not answer in time or at all."""

    code = "model_unavailable"
