"""A guide's question turned into the moment it is about: "when handling a client who is hesitant"."""

import re

from dealbot.domain.knowledge import plain

_OPENING = (
    r"(?:(?:can|could) you )?(?:describe|tell me about|share|discuss|give (?:an|me an) example of|explain)(?: an?)?"
)
_MOMENT = r"(?:a |an )?(?:time|situation|scenario|instance|experience|case)"
_HAD_TO = re.compile(rf"{_OPENING} {_MOMENT} (?:(?:when|where|in which) )?you had to (?P<rest>.+)", re.IGNORECASE)
_IF = re.compile(r"what (?:would|do|will|should|can) you do (?P<rest>(?:if|when|in case) .+)", re.IGNORECASE)
_WHERE = re.compile(
    r"how (?:would|do|will|should|can) you (?:handle|deal with|approach|manage|respond to|react to|address)"
    r" (?:a |an |any )?(?:situation|scenario|case)s? (?:where|when|in which) (?P<rest>.+)",
    re.IGNORECASE,
)
_HOW = re.compile(
    r"how (?:would|do|will|should|can) you (?:typically |usually |effectively |best )?(?P<verb>[a-z]+) (?P<rest>.+)",
    re.IGNORECASE,
)
_ALREADY = re.compile(r"how (?:would|do|will|should|can) you approach (?P<rest>[a-z]+ing\b.+)", re.IGNORECASE)
_QUOTED = re.compile(r"[\"“](?P<said>[^\"“”]+)[\"”]")
_AND_HOW = re.compile(
    r",? and (?:how|what|why|which|who|when)\b(?:(?: [a-z]+){0,2} (?:you|did|do|does|was|were|is|are|would)\b.*)?$"
)
_WHEN_DOING = re.compile(r" when (?=[a-z]+ing\b)")
_SECOND = re.compile(r"(?<=[.?]) (?:how|what|which|why|who|when)\b.*$", re.IGNORECASE)
_AND_DO = re.compile(
    r"\band (keep|stay|get|make|win|hold|build|close|move|protect|save|show|say|ask|tell|give|avoid|leave|bring)(?= )"
)
_PAST = re.compile(r"\b(?:was|were|had|did|went|[a-z]{3,}ed)\b")
_UNFIT = re.compile(r"\b(?:if|whether|would|could)\b|[?!:;]|\. ")
_STATES = frozenset(
    "know think feel see believe want like understand define have think tell stand differ mean get plan".split()
)
_DOUBLED = frozenset(
    "get set run put win begin stop cut let map forget submit refer plan sit swap drop commit overcommit admit omit"
    " skip quit split".split()
)
_MOST_WORDS = 28


def moment_of(question: str) -> str | None:
    """When a question's answer is needed, to follow "What should you not do"; None where no sentence comes of it."""
    asked = _SECOND.sub("", plain(question)).strip()
    quoted = _QUOTED.fullmatch(asked)
    if quoted:
        return _when_heard(quoted["said"].strip())
    asked = _AND_HOW.sub("", asked.rstrip("?. "))
    moment = _had_to(asked) or _conditional(asked) or _doing(asked)
    if moment is None or len(moment.split()) > _MOST_WORDS or moment.count('"') % 2:
        return None
    return moment


def quoted(text: str) -> str:
    """A text in quotation marks, which are not doubled, without its full stop."""
    return _in_marks(plain(text).rstrip("."))


def asked_about(question: str, asked: str) -> str:
    """What is asked about a question, behind it, so that it does not read as if it were its answer."""
    return f"{_in_marks(plain(question))} {asked}?"


def _in_marks(words: str) -> str:
    return words if re.fullmatch(r"[\"“][^\"“”]+[\"”]", words) else f'"{words.replace(chr(34), chr(39))}"'


def as_question(words: str) -> str:
    """Words with a question mark at their end, where they do not end with a quoted one."""
    return words if words.endswith(('?"', "?”")) else f"{words}?"


def _when_heard(said: str) -> str:
    if said.endswith("?"):
        return f'when you are asked "{said}"'
    return f'when you hear "{said.rstrip(".")}"'


def _had_to(asked: str) -> str | None:
    found = _HAD_TO.fullmatch(asked)
    if found is None or _PAST.search(found["rest"]) or _UNFIT.search(found["rest"]):
        return None
    return f"when you have to {found['rest']}"


def _conditional(asked: str) -> str | None:
    found = _IF.fullmatch(asked)
    if found is not None:
        return None if re.search(r"[?!:;]|\. ", found["rest"]) else found["rest"]
    found = _WHERE.fullmatch(asked)
    return f"when {found['rest']}" if found is not None and not _UNFIT.search(found["rest"]) else None


def _doing(asked: str) -> str | None:
    found = _HOW.fullmatch(asked)
    already = _ALREADY.fullmatch(asked)
    if already is not None and not _UNFIT.search(already["rest"]):
        return f"when {_WHEN_DOING.sub(' while ', already['rest'])}"
    if found is None or found["verb"].lower() in _STATES or _UNFIT.search(found["rest"]):
        return None
    rest = _AND_DO.sub(lambda also: f"and {gerund(also[1])}", found["rest"])
    return f"when {gerund(found['verb'].lower())} {_WHEN_DOING.sub(' while ', rest)}"


def gerund(verb: str) -> str:
    """The form of a verb that ends in "ing"."""
    if verb in _DOUBLED:
        return f"{verb}{verb[-1]}ing"
    if verb.endswith("ie"):
        return f"{verb[:-2]}ying"
    if verb != "be" and verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        return f"{verb[:-1]}ing"
    return f"{verb}ing"
