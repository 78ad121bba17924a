"""Cards of multiple choice: the mistake that a guide warns of among what it says to do about the very same question."""

import re

from dealbot.domain.knowledge import Document, PartKind, Question
from dealbot.domain.practice.card import Card, CardKind
from dealbot.domain.practice.fact import in_drawn_order
from dealbot.domain.practice.making import card_id, quote_of, sentences_of, source_of, warnings_of
from dealbot.domain.practice.not_to_do import explains
from dealbot.domain.practice.telling import telling
from dealbot.domain.practice.wording import as_question, asked_about, gerund, moment_of

_ASKED = "Which of these is a mistake"
_FEWEST, _MOST = 2, 3  # others beside the right one
_TAUGHT = (PartKind.BEST_PRACTICE, PartKind.ANSWER)
_FEWEST_WORDS, _MOST_WORDS = 4, 18
_SHORTEST, _LONGEST = 0.45, 2.2
_VERBS = frozenset(
    """
    accept acknowledge add admit agree answer apply arrange ask assign begin book break bring build call check choose
    clarify close collect compare confirm connect count cut decide describe discuss divide document draw end explain
    find fix follow give go help hold identify introduce invite involve join keep know learn leave listen look make map
    mark match measure meet name note offer own pair pause pay plan point praise prepare present promise propose
    publish put read record refuse rehearse repeat reply report return review rewrite run say schedule send set share
    show sit sort speak split start state stay stop suggest take talk teach tell test thank tie track treat try turn
    update use visit wait walk watch write
    """.split()
)
_OPENING = re.compile(
    r"(?:[A-Z][\w ,&/-]{2,40}: )?(?:(?:In|At|On|After|Before|With|From|By)\b[^,.;:]{1,40}, )?"
    r"(?:(?:And|Then|First|Instead),? )?(?:(?:I|We|you) )?(?:would )?(?:also |then |always |first |plainly )?"
    r"(?=[A-Za-z])",
    re.IGNORECASE,
)
_ANOTHER = re.compile(
    rf"(?:[;:,] (?:and |or )?| (?:and|or) )(?:then )?(?:I |we )?(?=(?:{'|'.join(sorted(_VERBS))}) (?!of\b|is\b|are\b))"
)
_SAID = re.compile(r"(?P<verb>[A-Za-z]+) (?P<rest>(?!(?:of|is|are|was|for|by|and|or|because|ones)\b).+)$")
_END = re.compile(
    r"[;:]|, (?!not\b)(?:and|so|as|but|which|who|since|because|then|while|with|unless|if|or|never|even)\b|[.!?]$|\. "
    r"| so that | in substance\b"
)
_YOURS = {"my": "your", "me": "you", "myself": "yourself", "I": "you"}
_MINE = re.compile(rf"\b(?:{'|'.join(_YOURS)})\b")
_LEANS = re.compile(
    r"\b(?:it|its|this|these|those(?! who\b)|they|such|(?:the )?others?)\b"
    r"|\bthe (?:first|second|third|last|same) (?!call|day|week|month|year|quarter|step|meeting|sentence)|\band only\b"
    r"|\b(?:for|with|to|of|in|on|no|them|about|both|either|each|ones?)$"
    r"|\bthat(?= (?:in|is|to|with|by|for|as|and|means|happens)\b|$)|[\"“”()]|, (?!not\b)"
)
_LACKS_ITS_OBJECT = re.compile(
    r"(?:bring|build|choose|collect|connect|divide|draw|give|hold|invite|make|map|match|name|offer|pair|put|record"
    r"|send|set|share|show|sort|split|take|teach|tell|tie|track|treat|turn|use)"
    r" (?:into|in|on|at|from|with|by|for|as|under)\b"
)
_SHOWS = re.compile(
    r"\b(?:only|solely|just|merely|without|not|never|no|nobody|nothing|too|instead|alone|badly|ignor\w+|neglect\w+"
    r"|fail\w*|rush\w*|hid(?:e|ing)|forget\w*|overlook\w*|dismiss\w*|blam\w+|avoid\w*|over-?\w+ing|pretend\w*|guess\w*"
    r"|delay\w*|panick\w*|wrong|poor|jump\w*|hast\w+|refus\w+|skip\w*|claim\w*|unnecessar\w+|please|fear|outdated|assum\w+"
    r"|omit\w*|leaving (?:[\w-]+ ){0,3}out|insult)\b|[\"“”]",
    re.IGNORECASE,
)


def choice_card(document: Document, question: Question) -> Card | None:
    """The card that asks for the first mistake of a question; None where it would be guessed or others lack."""
    mistake = _mistake(question)
    if mistake is None:
        return None
    seed = card_id(document, CardKind.CHOICE, question.id, PartKind.PITFALL.value)
    right = in_drawn_order([deed for deed in _right(question) if alike_in_length(mistake, deed)], seed)
    fair = (some for some in (right[:_MOST], right[-_MOST:]) if not stands_out(mistake, some, question.text))
    chosen = next(fair, ())
    if len(chosen) < _FEWEST:
        return None
    return Card(
        seed,
        CardKind.CHOICE,
        document.path,
        question.category,
        _prompt(question),
        source_of(document, question.heading, quote_of(question.of(PartKind.PITFALL))),
        choices=in_drawn_order([mistake, *chosen], seed),
        accepted=(mistake,),
        question=question.id,
    )


def _prompt(question: Question) -> str:
    moment = moment_of(question.text)
    return asked_about(question.text, _ASKED) if moment is None else as_question(f"{_ASKED} {moment}")


def _mistake(question: Question) -> str | None:
    """The first deed that a question warns of, where its own words do not say that it is wrong."""
    warned = next(iter(warnings_of(question)), "").split(";")[0].rstrip(".")
    fits = re.match(r"[A-Z][a-z]+ing\b", warned) and not _SHOWS.search(warned) and not explains(question)
    return warned if fits and _FEWEST_WORDS <= len(warned.split()) <= _MOST_WORDS else None


def _right(question: Question) -> list[str]:
    """What a question's answer and best practice say to do, in the form in which a mistake is told, each once."""
    said = (sentence for kind in _TAUGHT for sentence in sentences_of(quote_of(question.of(kind))))
    told = (deed for sentence in said for clause in _clauses(sentence) if (deed := _deed(clause)))
    return list(dict.fromkeys(told))


def _clauses(sentence: str) -> list[str]:
    """The parts of a sentence that each say to do something."""
    return _ANOTHER.split(_OPENING.sub("", sentence, count=1))


def _deed(clause: str) -> str:
    """The deed of a clause, empty where it cannot be cut out whole."""
    found = _SAID.match(clause)
    verb = found["verb"].lower() if found is not None else ""
    if found is None or verb not in _VERBS or _LACKS_ITS_OBJECT.match(clause.lower()):
        return ""
    rest = _MINE.sub(lambda mine: _YOURS[mine[0]], _END.split(found["rest"], maxsplit=1)[0].strip(" ,."))
    deed = f"{gerund(verb).capitalize()} {rest}"
    return "" if not _FEWEST_WORDS <= len(deed.split()) <= _MOST_WORDS or _LEANS.search(rest) else deed


def alike_in_length(one: str, other: str) -> bool:
    """Whether neither of two options stands out by its length."""
    return _SHORTEST <= len(other) / len(one) <= _LONGEST


def stands_out(mistake: str, others: tuple[str, ...], asked: str) -> bool:
    """Whether only the mistake takes up a word of what is asked."""
    words = telling(asked)
    return bool(words & telling(mistake)) and not any(words & telling(other) for other in others)
