"""How people put it when they set something right."""

import re

from dealbot.app.patterns import alternatives
from dealbot.app.words import word_set
from dealbot.domain.stakeholder import BuyingRole, Stance

_PIECES = {
    "not": r"\b(?:not|never|no longer|isnt|wasnt|aint|dont|doesnt|didnt|wont|\w+n['\u2019]t)\b",
    "few": r"(?:\w+ ){0,3}",
    "be": r"(?:['\u2019]?s| is| was| were| should be)",
}


def _any(lines: str, *, whole: bool = True) -> re.Pattern[str]:
    """A pattern of these alternatives, each a whole word or more."""
    joined = alternatives(lines, _PIECES)
    return re.compile(rf"(?<!\w)(?:{joined})(?!\w)" if whole else joined, re.IGNORECASE)


_SOFTLY = r"(?:(?:no|sorry|oops|please|pls|hey|actually|wait|um)\b[\s,.]*)*"
_VERB = "(?:undo|revert|scratch|delete|remove|cancel|forget|scrap|kill|discard|erase|take|pull)"
_REST = alternatives("""
    that|this|it|the|my|last|one|note|card|call|entry|update|log|again|please|pls|all|both|from|before|just|now|i|sent
    saved|logged|back|out|previous|of|them
""")
TAKE_BACK = re.compile(rf"^\W*{_SOFTLY}{_VERB}\b(?:\s+(?:{_REST}))*\W*$", re.IGNORECASE)
_CALL = "(?:call|meeting|mtg|note|chat|visit|lunch|demo|conversation)"
_DAY = rf"(?:{_CALL} (?:day|date)|(?:day|date) of (?:the |this |that )?{_CALL})"
_WAS = r"(?: was| were| happened| took place|['\u2019]?s from| is from)"
CALL_WAS = re.compile(
    rf"^\W*{_SOFTLY}\W*(?:no\W+|not today\W+)*(?:wrong (?:day|date)\W+)?(?:"
    + alternatives(rf"""
        (?:that|it|this|(?:the |that |this |my |our )?{_CALL}(?: with \w+)?){_WAS}
        (?:change |set |make |correct |put )?(?:the |its )?{_DAY}(?: was| is| to| should be|:)
        (?<=not today\W)|(?<=not today, )|(?<=wrong day\W)|(?<=wrong date\W)|(?<=wrong day, )|(?<=wrong date, )
    """)
    + r")",
    re.IGNORECASE,
)
BESIDE_DAY = re.compile(
    r"\b(?:actually|really|held|on|from|dated|back|sorry|not today|(?:in the )?(?:morning|afternoon|evening)|"
    r"at noon|call|not (?:mon|tues|wednes|thurs|fri|satur|sun)day)\b",
    re.IGNORECASE,
)
TWICE = _any("twice|duplicate|logged (?:it )?double|same note")
MOVE = _any(r"""
    wrong (?:deal|account|hospital|place|one|thread|channel)
    (?:this|that|it|note|call)<be>? (?:actually |really |meant )*(?:for|about|in|under|with|at)
    move|belongs|goes (?:to|in|under)|switch|put|file|shift
    not (?:the )?\w+ (?:deal|account)
""")
NOT_BLOCKING = _any(r"""
    <not> [^.,;]{0,20}\bblock\w*
    <not> (?:a |really a |the )?(?:blocker|deal ?breaker|hard stop|show ?stopper)
    no blocker|<not> (?:block|stop|hold)\w*
""")
BLOCKING = _any(r"blocks?|blocking|blocker|hard stop|deal ?breaker|show ?stopper|non ?-?starter")
NO_WORRY = _any(r"""
    <not> <few>(?:worr\w*|concern\w*|issues?|problems?|objections?|cares?)
    no (?:worry|worries|concerns?|issues?|problems?|objections?)
    (?:just|only) (?:asked|asking|a question|curious|wanted to know)
""")
SETTLED = _any(r"settled|resolved|sorted|dealt with|cleared|off the table|no longer an issue")
# What replies say besides the words of notes; what is said first here counts before those.
STANCES: tuple[tuple[Stance, re.Pattern[str]], ...] = (
    (Stance.UNKNOWN, _any(r"<not> (?:say|said)\b|said nothing|unknown|<not> know where")),
    (
        Stance.OPPOSED,
        _any(r"oppos\w*|against this|a (?:hard |firm |flat )?no|hates|rejects?|<not> (?:in favou?r|for it|back)"),
    ),
    (
        Stance.CONCERNED,
        _any(r"""
            wary|cautious|hesita\w*|push\w* back|has a worry|no (?:fan|supporter|friend)
            <not> (?:\w+ )?(?:there yet|sure)
        """),
    ),
    (
        Stance.COMMITTED,
        _any(r"committed|sponsoring|approved it|driving (?:it|this)|(?:biggest|strongest) (?:fan|advocate)"),
    ),
    (Stance.NEUTRAL, _any(r"<not> decided|no position|indifferent|lukewarm")),
    (
        Stance.SUPPORTIVE,
        _any(r"""
            fine|good|ok|okay|onboard|a yes|said yes|says yes|with us|great|pro us|positive|sold|convinced|cool with
            enthusiastic|(?:our|a) supporter|backs (?:it|us|this)|behind (?:it|us|this)
        """),
    ),
)
ROLES: tuple[tuple[BuyingRole, re.Pattern[str]], ...] = (
    (BuyingRole.CHAMPION, _any("champion")),
    (
        BuyingRole.ECONOMIC_BUYER,
        _any(
            r"""
            economic buyer|signs? (?:off on )?(?:the )?(?:money|checks?|budget)|decider|decision[- ]maker
            holds? the (?:budget|money|purse)
            """
        ),
    ),
    (BuyingRole.VETO, _any("veto|can (?:stop|kill|block) (?:it|this)")),
    (BuyingRole.DETRACTOR, _any("detractor")),
    (BuyingRole.INFLUENCER, _any("influencer")),
    (BuyingRole.EVALUATOR, _any("evaluator")),
    (BuyingRole.OWNER, _any("owns? (?:the )?(?:purchase|project|deal)|the owner")),
    (BuyingRole.USER, _any("an? (?:end )?user")),
)
NEGATED = _any("<not>", whole=False)
DENIES_NEXT = re.compile(alternatives(r"<not>\W+(?:\w+\W+){0,2}$", _PIECES), re.IGNORECASE)
GONE = _any(r"has left|left|is gone|is leaving|quit|retired|no longer (?:there|works|with)|moved on|<not> there")
STAYS = _any(r"still (?:there|the|our|at|works)|is staying|stays|<not> (?:\w+ )?(?:left|leav\w+|gone|quit)")
THEIRS = _any(r"""
    (?:that|it|this|the \w+(?: \w+)?)(?:['\u2019]?s| was| is| came from| comes from)
    meant|mean|said by|belongs to|worry|worries|said (?:it|that)
""")
DONE = _any(
    """
    done|finished|completed?|sent(?: it)?|did (?:it|that)|delivered|took care|ticked|handled
    already (?:sent|did|done|have)
    """
)
DROP = _any(
    r"""
    drop|skip|cancel|kill|scrap|remove|not happening|no longer needed|<not> need\w*|<not> doing|off the list
    not a (?:next )?step
    """
)
LATER = _any(r"due|by|move|push|pushed|moved|until|till|deadline|date|slip\w*|make (?:it|that)|change")
RENAME = re.compile(
    r"\b(?:spell(?:ed|t|ing)?|name(?:['\u2019]?s| is)|called|write it|it['\u2019]?s)"
    r"(?: (?:is|as|with|really|actually|like))?:?"
    r"\s+(?P<new>[A-Z][\w'\u2019-]+(?: [A-Z][\w'\u2019-]+){0,2})"
)
# Words that say nothing of themselves: how a reply begins and ends, and what points at the note.
FILLERS = word_set("""
    no nope nah not sorry oops actually wrong correction hmm well wait ok yes so and but also now still really too again
    i i'd i'm meant mean say think would should be by the way btw my bad mistake of from for with about on at
    it it's its that that's thats this is was were are s he she they him her them the a an today yesterday though
    rather instead either anymore any more yet thing stuff one call note worry concern
""")
# How a reply begins that takes something back.
DENIES = re.compile(
    r"^\W*(?:no|nope|nah|not (?:quite|really|true|right)|actually|sorry|oops|wrong|correction|hmm+)\b", re.IGNORECASE
)
PRONOUN = _any("she|he|her|him|his|hers|they|shes|hes|she's|he's")
CLAUSE = re.compile(r"[.;\n!]+|,\s*(?:and |but |also )?|\s+(?:and|but|also)\s+|\s+-+\s+", re.IGNORECASE)
