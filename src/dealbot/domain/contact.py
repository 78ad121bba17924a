"""How somebody is reached and to whom they report, with the words that say so."""

from dataclasses import dataclass

from dealbot.domain.evidence import Evidence


@dataclass(frozen=True, slots=True)
class Contact:
    """What is known of one person by key; each value comes with its evidence."""

    key: str
    reports_to: str | None = None
    reports_told: Evidence | None = None
    email: str | None = None
    email_told: Evidence | None = None
