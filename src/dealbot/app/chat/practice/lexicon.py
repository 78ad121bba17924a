"""The words by which practice is begun, steered and asked about; each is a whole message, never part of one."""

import re
from collections.abc import Mapping

from dealbot.app.chat.practice.asks import About, Control
from dealbot.app.patterns import alternatives
from dealbot.domain.practice.session import Mode

_PIECES: Mapping[str, str] = {
    "practise": r"(?:practi[cs]e|practi[cs]ing|quiz|test|drill|train|examine|grill|prep(?:are)?)",
    "cards": r"(?:cards?|questions?|quiz(?:zes)?|drip)",
    "day": r"(?:a|per|each|every) (?:work ?day|day|morning)",
    "the": r"(?:the |my |our |this |that |an? )?",
    "session": r"(?:practi[cs]e|practi[cs]ing|quiz|session|drill|warm[ -]?up|role[ -]?play|questions|interview prep)",
    "stop": r"(?:stop|no(?: more)?|end|turn off|switch off|cancel|don['\u2019]?t send(?: me)?|unsubscribe(?: from)?)",
    "now": r"(?: for (?:today|now))?",
    "s": r"['\u2019]?s",
    "to": r"(?:i want to |i['\u2019]d like to |let['\u2019]?s |so i can )",
    "seeing": r"(?:seeing|meeting|visiting)",
    "have": r"(?:i have|i['\u2019]?ve got|got)",
    "help": r"(?:can you |please |so )*(?:help me )?",
    "mine": r"(?:practi[cs]e|practi[cs]ing|answers|quiz(?:zes)?|progress|mastery)",
}
_PLEASE = alternatives(
    r"""
        please|pls|hey|hi|ok|okay|k|now|so|lol|haha|cool|great|alright|right|let<s>|i(?: only)? have \w+ min(?:ute)?s?
        i['\u2019]?ve (?:only )?got \w+ min(?:ute)?s?|can (?:you|we|i)
        could you|give me|start|begin|do|another|some|an?|my
        i (?:want|need|would like) to|i['\u2019]d like to|i (?:want|need)
    """,
    _PIECES,
)
_AFTER = r"(?:[ ,]+(?:please|pls|now|today|thanks|thx))*[\W_]*"


def _whole(lines: str) -> re.Pattern[str]:
    said = alternatives(lines, _PIECES)
    return re.compile(rf"^\W*(?:(?:{_PLEASE})[ ,]+)*(?:{said}){_AFTER}$", re.IGNORECASE)


# In this order: the first that a message is counts.
BEGINS: tuple[tuple[Mode, re.Pattern[str]], ...] = (
    (
        Mode.ROLE_PLAY,
        _whole(r"""
            (?:be|play|act as) (?P<who>[^?:,\n]{2,40})[,.;]? (?:and )?<to>(?:practi[cs]e|role[ -]?play)
            role[ -]?play(?:ing)?(?: (?:with |as |against )?(?:the |an? |my )?(?P<about>[^?:\n]{2,60}?))?
            (?:be|play|act as|pretend (?:to be|you(?:['\u2019]re| are))) (?:the |an? |my )?(?P<seat>[^?:\n]{2,40}?)
        """),
    ),
    (
        Mode.CHECK,
        _whole(r"""
            (?:take |answer |open |resume |continue |go on with |start )(?:the |my )?checks?
            my checks?|checks?|start
        """),
    ),
    (
        Mode.WARM_UP,
        _whole(r"""
            warm(?:ing)?[ -]?(?:me |us )?up(?: me)?(?: (?:for|before|on|with) (?:the |my )?(?P<about>[^?:\n]{2,80}?))?
            (?:i['\u2019]?m )?<seeing> (?P<whom>[^,?:\n]{2,60})[,.;]? (?:and |so |please )*(?:warm|prep) me(?: up)?
            warm (?:me |us )(?:for|before) (?:the |my )?(?P<seat>[^?:\n]{2,80}?)
        """),
    ),
    (
        Mode.FACTS,
        _whole(r"""
            (?:certifications?|certs?|facts?|terms?)(?: and \w+)? (?:facts?|quiz|cards|questions|drill|practi[cs]e)
            <practise>(?: me)?(?: on| in)? (?:the |my )?(?:certifications?|certs?|certification facts)
            <practise>(?: me)?(?: on| in)? (?:the |my )?(?:facts|terms|terms and laws)
            facts
        """),
    ),
    (
        Mode.OBJECTIONS,
        _whole(r"""
            objections? ?(?:drill|practi[cs]e|training|quiz|handling|cards)
            objections? (?:drill|practi[cs]e|quiz)[:,]? (?:on |about |for |with )?(?:the )?(?P<what>[\w/& -]{2,40}?)
            (?P<about>[\w/& -]{2,30}?) objections? (?:drill|practi[cs]e|training|quiz|cards)
            <practise>(?: me)?(?: on| in| with)? (?:the |some )?(?:(?P<seat>[\w/& -]{2,30}?) )?objections?(?: handling)?
        """),
    ),
    (
        Mode.INTERVIEW,
        _whole(r"""
            (?:job )?interview ?(?:prep\w*|practi[cs]e|training|questions|drill|quiz)
            <practise>(?: me)?(?: for| on)? <the>(?:job )?interview
            (?:practi[cs]e|practi[cs]ing|quiz)(?: me| time)?
            (?:quiz|test|drill|train|grill) me
            <have> an? (?:job )?interview(?: [^,.?\n]{2,30})?[,.;]? <help><practise>(?: me)?(?: for it)?
            help me (?:prep|prepare)(?: for (?:an? |my |the )?(?:job )?interview)?
            practi[cs]e (?:session|with me)
            (?:switch|change)(?: the)? (?:topic|subject)(?: to)? (?P<topic>[^?:\n]{2,60}?)
            ask me (?:a question|something|anything|(?:some |a few )?questions)
            (?:quiz|test|drill|train|grill|examine)(?: me)? (?:on|about|in|with|from|for) (?P<about>[^?:\n]{2,80}?)
            practi[cs]e (?:on|with|from|for) (?P<seat>[^?:\n]{2,60}?)
            (?:ask me|questions) (?:some |a few )?(?:questions )?(?:on|about|from) (?P<what>[^?:\n]{2,60}?)
        """),
    ),
)
# A few bare words may say something else: they count where they name a seat of the committee or a guide's word.
BARE = _whole(r"practi[cs]e (?:the )?(?P<about>[^?:\n]{2,40}?)|(?P<seat>[^?:\n]{2,40}?) (?:quiz|practi[cs]e|drill)")

ABOUT: Mapping[About, re.Pattern[str]] = {
    About.RESUME: _whole(r"""
        resume(?: (?:it|<the><session>))?
        (?:go on|continue|carry on|go back|back)(?: (?:with|to))? <the><session>
        where were we
    """),
    About.PROGRESS: _whole(r"""
        how am i doing(?: so far| in practi[cs]e| with (?:my )?practi[cs]e)?
        (?:(?:show|tell)(?: me)? |what(?:<s>| is) |how(?:<s>| is) )?(?:my )?progress(?: in practi[cs]e)?
        how (?:far am i|is my practi[cs]e(?: going)?)(?: in practi[cs]e)?
        practi[cs]e progress
        (?:show (?:me )?)?my mastery
        how (?:did|have) i (?:do|done)(?: so far| in practi[cs]e| (?:to)?day)?
    """),
    About.DUE: _whole(r"""
        what(?:<s>| is| are)? (?:my )?(?:cards? )?(?:are |is )?(?:still )?due
        what(?:<s>| is| are)? (?:still )?due (?:for me|to practi[cs]e|in practi[cs]e)
        (?:(?:which|what) )?(?:of )?(?:my )?cards? (?:are |is )?due(?: (?:for me|in practi[cs]e))?
        (?:my )?due (?:cards|questions)
        what (?:should|can) i practi[cs]e
    """),
    About.DAILY: _whole(r"""
        (?:send|give|ask|dm|message)? ?(?:me )?(?:three|3|a few|some|<the>)? ?(?:due )?<cards> <day>
        (?:turn on |switch on )?(?:the |my )?daily <cards>(?: on)?
    """),
    About.NOT_DAILY: _whole(r"""
        <stop>(?: (?:sending(?: me)?|with))? ?(?:the |my |any )?(?:more )?(?:daily|three|3) <cards>(?: <day>)?
        (?:the |my )?daily <cards> off
        (?:stop|no more) (?:the |my )?<cards> <day>
    """),
    About.NO_INTERVIEW: _whole(r"""
        (?:no|there is no|i have no) interview(?: (?:any ?more|any longer))?
        (?:cancel|forget) (?:my|the) interview(?: (?:date|day))?
        (?:my|the) interview is (?:over|off|done|cancell?ed)
    """),
    About.HELP: _whole(r"""
        how (?:does|do i use) practi[cs]e(?: work)?
        help (?:me )?with practi[cs]e
        (?:practi[cs]e|quiz|drill) help
    """),
    About.PRIVATE: _whole(r"""
        who (?:can |may |could )?(?:sees?|reads?)(?: all)? (?:my|the) <mine>
        is (?:my|the|this) (?:practi[cs]e|quiz|progress) private
        does (?:my |the )?(?:manager|boss|lead|team|enablement) (?:see|read) (?:my (?:practi[cs]e|answers)|this)
    """),
    About.DELETE: _whole(r"""
        (?:delete|remove|erase|clear|wipe|forget|reset) (?:all )?(?:of )?my <mine>(?: (?:answers|history|data))?
    """),
    About.HAND_IN: _whole(r"""
        hand (?:it |this |that |<the>check )?in(?: (?:it|this|that|<the>check))?
        (?:submit|turn in)(?: (?:it|this|that|<the>check|my answers))?|turn (?:it|this) in
    """),
    About.CHANGE_LAST: _whole(r"""
        (?:change|edit|redo) <the>last(?: (?:one|answer|question))?
    """),
    About.RESULT: _whole(r"""
        (?:(?:show|tell)(?: me)? |what(?:<s>| is| are| was| were) )?my (?:check )?(?:results?|score|marks?|verdict)
        how (?:did|have) i (?:do|done) in (?:the |my )check|(?:did|have) i pass(?:ed)?(?: (?:it|the check|my check))?
        (?:am|was) i (?:ready|signed)(?: off)?
    """),
    About.GUIDES: _whole(r"""
        (?:which|what) (?:guides|decks|topics) (?:are there|do you have|can i practi[cs]e)
        what can (?:i practi[cs]e|you (?:quiz|test|drill) me)(?: on)?
        (?:list|show)(?: me)? (?:the |all )?(?:decks|topics)
    """),
}
DAILY_AT = _whole(
    r"(?:(?:send|give|ask|dm|message|move|change|set)? ?(?:me )?(?:the |my )?(?:three|3|a few|some|daily)? ?(?:due )?"
    r"(?:cards?(?: <day>| daily)?|<cards> <day>)|(?:turn on |switch on )?(?:the |my )?daily <cards>(?: on)?),?"
    r" (?:at|to|from|around|by) (?P<time>noon|midday|\d{1,2}(?:[:.h]\d\d)?(?: ?[ap]\.?m\.?| o['\u2019]?clock)?)"
    r"(?: <day>| daily)?"
)
INTERVIEW_ON = _whole(
    r"(?:(?:i have|i['\u2019]ve got|got) )?(?:the |an? |my )?(?:job )?interview(?:<s>| is| will be)?"
    r"(?: (?:on|at|in|date is))? (?P<when>[^?\n]{2,30})"
)

WANTS = re.compile(
    r"\b(?:i (?:want|need|would like|wanna) to|i['\u2019]d like to|let['\u2019]?s|can (?:we|i|you)|help me)"
    r" (?:practi[cs]e|role[- ]?play|quiz|do (?:a )?(?:quiz|role[- ]?play))\b|^\W*(?:quiz|role[- ]?play)\b|\bquiz me\b",
    re.IGNORECASE,
)
CONTROLS: Mapping[Control, re.Pattern[str]] = {
    Control.PAUSE: _whole(r"""
        pause(?: (?:it|this|here|<the><session>))?
        later|not now|(?:take )?a? ?break|hold on|brb
    """),
    Control.SKIP: _whole(
        r"skip(?: (?:it|this|that|this one|that one|<the>question))?|pass|leave (?:it|this one) out"
        r"|(?:ask me )?something (?:easier|else|different)|(?:a|an) (?:easier|different|new) (?:one|question)"
    ),
    Control.STOP: _whole(r"""
        (?:stop|quit|exit|end|finish|cancel)(?: (?:it|this|here|<the><session>|practi[cs]ing))?
        stop (?:quizzing|testing|drilling|asking)(?: me)?
        enough<now>
        i['\u2019]?m done<now>
        that<s> (?:it|all|enough)<now>
    """),
    Control.NEXT: _whole(
        r"(?:the )?next(?: (?:one|question|card))?|go on|go ahead|continue|(?:i['\u2019]?m )?ready|carry on"
    ),
    Control.AGAIN: _whole(r"""
        (?:try |once )?(?:it |that |this )?again|retry
        (?:let me |i['\u2019]?ll )?(?:try|do) (?:it |that )?again
    """),
    Control.SAID: _whole(r"""
        (?:but |no,? )?i (?:did )?(?:say|said|mention(?:ed)?)(?: (?:that|it|so|this))?
        (?:but )?i did(?: (?:say|mention) (?:that|so|it))?
    """),
    Control.MORE: _whole(r"""
        (?:tell me )?more|(?:the )?source
        (?:show )?(?:me )?(?:the )?(?:whole |full |model |good |right )?answer
    """),
    Control.HELP: _whole(r"help(?: me)?|what (?:can|do|should) i (?:do|say)(?: here)?|how does (?:this|it) work|hint"),
    Control.YES: _whole(r"yes|yep|yeah|yup|i did|sure|of course"),
    Control.NO: _whole(r"no|nope|nah|not really|i did(?: not|n['\u2019]?t)"),
}
