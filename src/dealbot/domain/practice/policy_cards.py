"""Cards of a policy note: what changes, who is exposed, what to ask, what not to say, and how the rule stands."""

import re
from datetime import date

from dealbot.domain.knowledge import Document, Section
from dealbot.domain.policy import PolicyKind, PolicyNote, PolicyStatus
from dealbot.domain.policy_words import standing_of, status_of
from dealbot.domain.practice.card import Card, CardKind
from dealbot.domain.practice.deeds import warned_of
from dealbot.domain.practice.fact import in_drawn_order
from dealbot.domain.practice.making import MOST_POINTS, card_id, items_of, sentences_of, source_of
from dealbot.domain.practice.points import key_points

_GONE = frozenset({PolicyStatus.SUPERSEDED, PolicyStatus.VACATED})
_ASK = re.compile(r"questions to ask (?P<whom>.+)", re.IGNORECASE)
_STANDINGS = ("in force", "proposed, not in force", "not known whether it holds", "struck down, not in force")
_OPTIONS = 4
# What a rule's summary leaves out, or how its words are meant in the note, is no part of an answer.
_REMARK = re.compile(
    r"^The summary |^The notice (?:itself )?(?:says nothing|speaks only)\b|\bhere means\b"
    r"|, the summary does not say\.?$|\bbefore a deal is called affected\b"
)
_REMARK_BEHIND = re.compile(r"(?:[:;]|,(?: and| but)?) the summary (?:names|gives|sets|says) no\b[^.]*")
_TO_SAY = re.compile(
    r"(?:Do not )?(?:say|nam|quot|list|suggest|discuss|giv|tell|promis|predict|present|describ|speak|call|threaten"
    r"|mention|claim|stat)(?:e|ing)?\b",
    re.IGNORECASE,
)
_UNSURE = re.compile(r"\b(?:unknown|not known)\b")
_SHORT = re.compile(r"^(?:proposed|in force)\b")
# What in a title would tell how the rule stands.
_GIVES_AWAY = re.compile(
    r",? \(?(?:interim final|proposed|final|vacated|withdrawn|struck down)(?: rule)?\)?(?=,|$)|, notice$"
    r"|^(?:the )?(?:interim final|proposed|final) rule (?:on|for) ",
    re.IGNORECASE,
)


def policy_cards(document: Document, note: PolicyNote, day: date) -> list[Card]:
    """The cards of a note as it stands on a day; none of a rule that is gone or not published yet."""
    if note.status in _GONE or note.published_on > day:
        return []
    asked = [_section_card(document, section, note, day) for section in document.sections]
    return [card for card in (*asked, _standing_card(document, note, day)) if card is not None]


def _section_card(document: Document, section: Section, note: PolicyNote, day: date) -> Card | None:
    heading = section.heading[-1] if section.heading else ""
    asked = _asked(heading, note)
    if asked is None:
        return None
    kind, prompt = asked
    points = _points(section, kind)
    if kind is CardKind.NOT_TO_DO and not all(map(_TO_SAY.match, points)):
        prompt = prompt.replace("not say", "not do or say", 1)
    quote = document.text[section.blocks[0].start : section.blocks[-1].end]
    name = "questions" if _ASK.match(heading) else heading
    return Card(
        card_id(document, kind, name),
        kind,
        document.path,
        heading,
        f"{prompt} ({status_of(note, day)})",
        source_of(document, section.heading, quote),
        points,
    )


def _points(section: Section, kind: CardKind) -> tuple[str, ...]:
    """What a good answer holds: every question, or every sentence about what not to say; else the key points."""
    items = [item for block in section.blocks for item in items_of(block.quote)]
    sentences = tuple(sentence for item in items for sentence in sentences_of(item))[:MOST_POINTS]
    if kind is CardKind.NOT_TO_DO:
        return tuple(warned_of(sentence) or sentence for sentence in sentences)
    if len(items) > 1:
        return sentences
    told = (
        " ".join(_REMARK_BEHIND.sub("", each) for each in sentences_of(item) if not _REMARK.search(each))
        for item in items
    )
    return key_points("\n".join(f"- {item}" for item in told))


def _asked(heading: str, note: PolicyNote) -> tuple[CardKind, str] | None:
    title = f'"{note.title}"'
    proposed = note.doc_type is PolicyKind.PROPOSED or note.status is PolicyStatus.PROPOSED
    ask = _ASK.match(heading)
    if ask is not None:
        return CardKind.RECALL, f"What do you ask {ask['whom']} about {title}?"
    match heading.casefold():
        case "what changes":
            return CardKind.RECALL, f"What would {title} change?" if proposed else f"What does {title} say?"
        case "who is exposed":
            if proposed:
                return CardKind.RECALL, f"Who would be exposed if {title} became final?"
            return CardKind.RECALL, f"Who is exposed to {title}?"
        case "what not to say":
            return CardKind.NOT_TO_DO, f"What should you not say about {title}?"
        case _:
            return None


def _standing_card(document: Document, note: PolicyNote, day: date) -> Card | None:
    """How the rule stands, with its first day where it has one; None where the note itself is unsure of it."""
    right = status_of(note, day)
    if _UNSURE.search(right):
        return None
    seed = card_id(document, CardKind.FACT, "standing")
    wrong = [words for words in _STANDINGS if not right.startswith(words)]
    options = in_drawn_order([right, *wrong[: _OPTIONS - 1]], seed)
    source = source_of(document, (), standing_of(note, day))
    published = f"published {note.published_on:%b %Y}"
    prompt = f'Is "{_GIVES_AWAY.sub("", note.title)}" ({published}) proposed, in force, or struck down?'
    return Card(
        seed, CardKind.FACT, document.path, "Status", prompt, source, choices=options, accepted=(right, *_short(right))
    )


def _short(right: str) -> tuple[str, ...]:
    """The first words of how a rule stands, which say it as well."""
    found = _SHORT.match(right)
    return (found[0],) if found is not None else ()
