"""How people ask for cohorts, cards, checks and practice, each a whole message."""

import re
from collections.abc import Mapping
from typing import Final

from dealbot.app.patterns import alternatives

_PLEASE = r"^\W*(?:(?:please|pls|can you|could you|let['’]?s|now|ok|okay|i want to|i['’]d like to)[ ,]+)*"
_END = r"(?:[ ,]+(?:please|pls|now|today))?[\W_]*$"
_SHOW = r"(?:show|give|send|get|draw|make|let)(?: me| us)?(?: see)? "
_THE = r"(?:(?:the|my|our|a|an|this) )?"
_DOING = r"(?:doing|going|coming along|getting on|standing|stand|status|report)"
_NAME = r"[^?!,;:\n]{1,60}?"
_WHO = r"[^?!,;:\n]{2,60}?"
_OF = rf"(?: ?(?:of|for|in|from|at) (?:the )?(?:cohort )?(?P<cohort>{_NAME})(?: cohort)?)?"
_IS = r"(?:['’]s| is| are| was| did| does| has)"
_PRACTICE = r"(?:practi[cs]e|practi[cs]ing|drills?|quiz(?:zes)?|role[- ]?plays?|checks?)"
_IN = r"(?:in|with|at|on) (?:the |their |his |her )?"
_KEPT = r"(?:answers?|results?|scores?|history|marks?|sessions?|progress|recordings?)"


def _whole(*patterns: str) -> re.Pattern[str]:
    return re.compile(f"{_PLEASE}(?:{'|'.join(patterns)}){_END}", re.IGNORECASE)


MAKE: Final = _whole(
    r"(?:make|create|start|set up|open|add|build|new)(?: me| us)?(?: up)? ?(?:a |an |the )?(?:new )?cohort[\s:]+"
    r"(?:called |named )?(?P<rest>.+)"
)
FOR: Final = re.compile(r"^\W*for (?:the )?", re.IGNORECASE)
FOR_NEW_HIRES: Final = re.compile(
    r"^\W*(?:for |of )(?:(?:my|our|the|these|all|\d+|[a-z]+) ){0,3}"
    r"(?:new (?:hires?|people|starters?|joiners?)|starters?)\b[\s,:;.]*(?P<people>.*)$",
    re.IGNORECASE | re.DOTALL,
)
_TO = rf"(?:the )?(?:cohort )?(?P<cohort>{_NAME})(?: cohort)?"
_NAMED = rf"(?:cohort (?P<before>{_NAME})|(?P<after>{_NAME}) cohort|cohort)"
MOVE_ALL: Final = _whole(
    rf"(?:move|push|put|shift|change|set|postpone) {_THE}(?:(?P<due>{_NAME})['’]s due (?:day|date)|{_NAMED}"
    rf"(?:['’]s)?(?: (?:due (?:day|date)|deadline|check))?|(?P<check>{_NAME}) check|(?P<bare>{_NAME}))"
    r"(?: back| out)? (?:to|until|till) (?P<what>.+)"
)
JOIN: Final = _whole(rf"(?:add|put) (?P<what>.+?) (?:to|into|in) {_TO}")
LEAVE: Final = _whole(rf"(?:remove|take|drop|leave) (?P<what>.+?) (?:from|out of|off|out) {_TO}")
MOVE: Final = _whole(
    rf"(?:move|set|change|push|put|shift) {_THE}(?:due (?:day|date)|deadline){_OF}(?: back| out)? to (?P<what>.+)"
)
DUE: Final = _whole(rf"{_TO}(?: is| are)?(?: now)? due (?:on |by )?(?P<what>.+)")

REMIND: Final = _whole(
    r"remind (?:everybody|everyone|all|the others|the rest|those|them)(?: (?:who|that) .{3,40}?)?"
    rf"(?: (?:of|about) (?:the |their )?checks?)?{_OF}",
    rf"remind (?P<person>{_WHO})(?: (?:of|about) (?:the |their |his |her )?checks?)?",
)
ANSWERS: Final = _whole(
    rf"(?:review|read|open|{_SHOW})(?P<one>{_WHO})['’]s? (?:check )?answers?(?: (?:in|of) the check)?",
    rf"(?:review|sign(?: off)?) (?P<two>{_WHO})(?: off)?(?: as (?:ready|not (?:yet|ready)))?",
    rf"(?P<three>{_WHO}) is (?:now )?(?:ready|not (?:yet )?ready|not yet)",
    rf"(?:mark|pass) (?P<four>{_WHO}) (?:as )?ready",
)
DID: Final = _whole(rf"how did (?P<one>{_WHO}) do", rf"is (?P<two>{_WHO}) ready(?: yet)?")
HOW: Final = _whole(
    r".{0,40}\bnew (?:hires?|starters?|joiners?)\b.{0,40}\bhow (?:do|can|should) (?:i|we)\b.{0,30}",
    r"how (?:do|can|should) (?:i|we) (?:get|make) .{0,30}\bnew (?:hires?|starters?|joiners?)\b.{0,20}",
)
NUMBERS: Final = _whole(
    r"how many(?: of them| people)? (?:did|have done|finished|answered|handed in|started) (?:the(?:ir)?|a) checks?",
    r"who (?:did|has done|finished|answered|handed in|started) (?:the(?:ir)?|a) checks?",
    r"(?:which|what) questions? (?:is|are) (?:bad|suspect|broken|missed(?: most)?)",
)
REPORT: Final = _whole(
    rf"(?:{_SHOW})?{_THE}report", r"who misse[sd] what(?: the)?(?: most)?", r"what (?:is|was|do they) miss(?:ed)? most"
)
SIGN_OFFS: Final = _whole(
    rf"(?:{_SHOW})?{_THE}sign(?:ed)?[ -]?offs?(?: list| csv| sheet)?{_OF}(?: as (?:a )?(?:csv|list|file))?"
)
READY: Final = _whole(rf"who{_IS} (?:all |already )?(?:ready|not ready)(?: yet)?{_OF}")
STANDING: Final = _whole(
    rf"how{_IS} {_THE}(?:(?!cohort)(?P<named>{_NAME}) )?(?:cohorts?|new hires)"
    rf"(?: (?!{_DOING})(?P<cohort>{_NAME}))?(?: {_DOING})?",
    rf"(?:where{_IS} )?{_THE}cohort(?: (?!{_DOING})(?P<other>{_NAME}))?(?: {_DOING})?",
    rf"(?:the )?status of (?:the )?cohort(?: (?P<last>{_NAME}))?",
)
PERHAPS: Final = _whole(rf"how{_IS} (?P<cohort>{_NAME}) {_DOING}")
REVIEW: Final = _whole(
    rf"(?:{_SHOW}|review |read |open |go through |look at )(?:the |all )*(?:handed[- ]in )?(?:answers|checks?)"
    rf"(?: (?:to read|handed in))?{_OF}",
    r"what(?:['’]s| is) (?:there )?(?:for me )?to read",
)
REVIEW_COHORT: Final = _whole(rf"(?:review|read|go through) {_THE}{_NAMED}")
END: Final = _whole(
    rf"(?:end|close|finish|stop|cancel|delete|remove|archive|call off) {_THE}{_NAMED}(?:['’]s)?",
    rf"end (?P<bare>{_NAME})",
)
CANCEL: Final = _whole(
    rf"(?:cancel|withdraw|call off|take back|stop|end|delete|close) {_THE}(?:(?!check)(?P<named>{_NAME})(?:['’]s)? )??"
    rf"(?:cohort(?:['’]s)? )?checks?(?: (?:of|for|from|to|in) (?:the )?(?:cohort )?(?P<cohort>{_NAME})(?: cohort)?)?"
)
SEND: Final = _whole(
    rf"send (?:out )?{_THE}(?:(?!check|questions|another)(?P<named>{_NAME})(?:['’]s)? )??"
    r"(?:(?:another|new|second|next) )?(?:check|questions)"
    rf"(?: (?:out )?(?:to|for|of) (?:the )?(?:cohort )?(?P<cohort>{_NAME})(?: cohort)?)?"
)
MASTERY: Final = _whole(
    rf"(?:{_SHOW})?{_THE}(?:(?:picture|chart|map) of )?{_THE}mastery(?: picture| chart| map)?(?: (?:by|per) topic)?"
    rf"{_OF}(?: (?:as a |in a )?(?:picture|chart))?",
    r"(?:the |my |our )?team mastery",
)
CARDS: Final = _whole(
    rf"(?:(?:{_SHOW}|list |see )?{_THE}(?:cards|questions) (?:of|from|in) "
    rf"|(?:look|go|run) through (?:{_THE}(?:ten )?(?:cards|questions) (?:of|from|in|for) )?)"
    rf"(?:the )?(?:deck |guide |cohort )?(?P<of>[^?!;:\n]{{1,80}}?)(?: deck| guide| cohort)?"
)
CARD: Final = _whole(
    rf"(?:{_SHOW}|edit |change |find |(?:switch|turn) (?:off |on |back on )?)(?:the )?card[\s:]+(?:about |on )?"
    r"(?P<words>.{2,300}?)(?: (?:off|on|back on))?"
)
MOCK: Final = _whole(
    r"(?:score|rate|mark)(?: up)? (?:(?:the |a )?(?:live )?mock(?: interview| call)? (?:of|for|with) (?P<of>.{2,60}?)"
    r"|(?P<person>.{2,60}?)(?:['’]s?)? (?:live )?mock(?: interview| call)?)"
)
TEAM: Final = _whole(
    rf"how{_IS} (?:my|our|the) (?:team|people|aes|reps)(?: {_DOING}| do)? {_IN}{_PRACTICE}",
    r"what do(?:es)? (?:my|our) (?:team|people|aes|reps) (?:not|n['’]t) know(?: yet)?",
    r"what don['’]t (?:my|our) (?:team|people|aes|reps) know(?: yet)?",
    r"(?:my|our|the) team['’]s practi[cs]e(?: figures)?",
)
_SEE = rf"(?:{_SHOW}|read |open |list |see |export |download |tell me |what (?:are|is|were) )"
_THEIRS = rf"{_SEE}?(?:me )?(?:all )?(?:of )?(?:the )?"
_SOME = "(?:private |last |own |wrong |drill |practi[cs]e |interview )*"
PERSON: Final = _whole(
    rf"how{_IS} (?P<one>{_WHO}) (?:doing|do|done|getting on)(?: so far)? {_IN}{_PRACTICE}",
    rf"what{_IS} (?P<two>{_WHO}) (?:answer(?:ed)?|say|said|write|written|wrote|get|got|miss(?:ed)?|practi[cs]ed?)\b.*?",
    rf"{_THEIRS}(?P<three>{_WHO})['’]s? {_SOME}{_PRACTICE}(?: {_KEPT})?",
    rf"{_THEIRS}(?:private )?(?:practi[cs]e|drill|interview) {_KEPT} (?:of|from|by) (?P<four>{_WHO})",
    rf"{_THEIRS}(?P<six>{_WHO})['’]s? {_SOME}{_KEPT} (?:in|from|of) {_PRACTICE}",
    rf"(?:has|did|does) (?P<five>{_WHO}) practi[cs]ed?(?: .*)?",
)
SPEAKS_OF_PRACTICE: Final = re.compile(rf"\b{_PRACTICE}", re.IGNORECASE)
_NOWHERE = alternatives("in no guides?|not in (?:the|any|our) guides?|missing (?:from|in) (?:the|our) guides?")
GAPS: Final = _whole(
    r"(?:what|which questions?)(?: is| are|['’]s)?(?: being)?(?: asked)?(?: that| which| and| but)?"
    rf"(?: is| are| stands?)? (?:{_NOWHERE})",
    rf"(?:{_SHOW})?(?:what is |what are |what['’]s )?(?:the )?gaps (?:in|of) (?:the|our) guides?",
    r"(?:what|which) guides? (?:is|are) missing",
    r"what (?:do people|is) ask(?:ed)? that no guides? answers?",
)
BARE_GAPS: Final = _whole(r"(?:what are )?(?:the |our )?gaps")
PARTS: Final[Mapping[str, str]] = {
    "people": r"with|people|members|who",
    "due": r"due(?: day| date)?(?: on| by| is)?|ready by|until|by",
    "decks": r"decks?|guides?|from the guides?|questions (?:from|of)",
}
MARK: Final = re.compile(
    r"(?:^|[\s,;.:]+)(?:and |the )?(?:"
    + "|".join(f"(?P<{name}>{words})" for name, words in PARTS.items())
    + r")[\s:]+",
    re.IGNORECASE,
)
DECKS: Final = re.compile(r"^(?:the )?(?:decks?|guides?)\b[\s:]*|[\s,]*\b(?:decks?|guides?)$", re.IGNORECASE)
THIS_COHORT: Final = frozenset({"cohort", "it", "them", "everybody", "all"})
