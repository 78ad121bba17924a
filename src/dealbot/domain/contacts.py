"""Reporting lines and addresses, replayed: what notes tell, and over it what a person set by hand."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from dealbot.domain.contact import Contact
from dealbot.domain.corrected_field import CorrectedField
from dealbot.domain.deal import Stakeholder
from dealbot.domain.force import told
from dealbot.domain.identity import Identities
from dealbot.domain.mentions import people_named
from dealbot.domain.observation import Correction, Observation, ViewStatement

_REPORTS = re.compile(r"\breport(?:s|ing)? (?:directly |in )?(?:in)?to\b|\b(?:is|works) under\b", re.IGNORECASE)
_MAY_TELL = re.compile(r"report| under ")
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


def contacts(
    observations: Sequence[Observation], identities: Identities, people: Sequence[Stakeholder]
) -> tuple[Contact, ...]:
    """Everything known of how people are reached, by key; observations come in replay order."""
    found: dict[str, Contact] = {}
    for observation in observations:
        if not isinstance(observation.item, Correction | ViewStatement):
            _read(observation, people, found)
    for observation in observations:
        if isinstance(observation.item, Correction):
            _by_hand(observation, observation.item, identities, found)
    return tuple(found[key] for key in sorted(found))


def with_contacts(people: Iterable[Stakeholder], known: Iterable[Contact]) -> tuple[Stakeholder, ...]:
    """The people with what notes tell of how they are reached."""
    by_key = {contact.key: contact for contact in known}
    return tuple(
        replace(person, reports_to=found.reports_to, email=found.email)
        if (found := by_key.get(person.key)) is not None
        else person
        for person in people
    )


def _read(observation: Observation, people: Sequence[Stakeholder], found: dict[str, Contact]) -> None:
    quote = observation.item.span.quote
    address = _EMAIL.search(quote) if "@" in quote else None
    reports = told(_REPORTS, quote) if _MAY_TELL.search(quote) else None
    if address is None and reports is None:
        return
    named = people_named(quote, people)
    keys = [mention.key for mention in named if mention.key is not None]
    if address is not None and len(keys) == 1:
        known = found.get(keys[0], Contact(keys[0]))
        found[keys[0]] = replace(known, email=address.group(), email_told=observation.evidence)
    if (
        reports is not None
        and not reports.denied
        and len(named) == 2
        and named[0].end <= reports.start < named[1].start
    ):
        known = found.get(keys[0], Contact(keys[0]))
        found[keys[0]] = replace(known, reports_to=named[1].label, reports_told=observation.evidence)


def _by_hand(observation: Observation, item: Correction, identities: Identities, found: dict[str, Contact]) -> None:
    if item.subject is None or item.field not in {CorrectedField.REPORTS_TO, CorrectedField.EMAIL}:
        return
    key = identities.key(item.subject, observation.origin.said_on, observation.origin.note)
    known = found.get(key, Contact(key))
    if item.field is CorrectedField.EMAIL:
        found[key] = replace(known, email=item.value, email_told=observation.evidence)
    else:
        found[key] = replace(known, reports_to=item.value, reports_told=observation.evidence)
