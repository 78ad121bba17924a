"""How stances, parts in the decision, and comings and goings are worded."""

import re

LEAVING = re.compile(
    r"\b(?:leav(?:es|ing)|left|retir(?:es|ed|ing)|resign(?:s|ed|ing)|quit|depart(?:s|ed|ing|ure)|last day|stepp(?:ed|ing) down|steps down|steps? back|stepping back|moving (?:to|on)|moves to|taking a job|took a job|took (?:a|another) (?:role|position)|is out\b|is gone|-> gone|gone,? last|was let go|let go|fired|reassigned|off the project|losing|no longer (?:with|there|at)|headed to|replaced by|going to a)\b|\bout,",
    re.IGNORECASE,
)
ARRIVING = re.compile(
    r"\b(?:new (?:cfo|cio|cmo|cno|ceo|coo|ciso|chief|vp|director|head|general counsel|gc|interim|one|person|boss|\w+ officer)|starts (?:on|in|as|monday|next|apr|jan|feb|mar|may|jun|jul|aug|sep|oct|nov|dec)|starting (?:on|in|as|apr|may|next|jan|feb|mar|jun|jul|aug|sep|oct|nov|dec)|started (?:as|on|last|\d)|joins|joined as|taking over|takes over|took over|replac(?:es|ed|ing)|succeed(?:s|ed)|stepping in|steps in|fills in|filling in|promoted to|made permanent|named (?:as )?(?:interim|the new)|hired as|in since|acting)\b",
    re.IGNORECASE,
)
QUESTION = re.compile(
    r"\?\s*[\"”')]*$|\basked (?:how|what|when|which|if|whether|about|for|who|where)\b|\bwanted to know\b", re.IGNORECASE
)
