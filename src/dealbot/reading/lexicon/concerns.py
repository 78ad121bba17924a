"""How concerns are worded, by topic, and how far they have come."""

import re

RESOLVED = re.compile(
    r"\b(?:resolved|settled|no longer (?:a|an)|not (?:a|an) (?:issue|concern|problem) (?:any ?more|now)|satisfied|off the (?:table|list)|closed (?:out)?|cleared|signed off|good (?:with|w/) (?:it|that|the)|happy with|fine with|ok(?:ay)?'?d|approved|passed|one less|put to bed|done and dusted|withdrew|dropped (?:it|the|her|his)|came around|good enough|works for|that'?s fine|no more (?:questions|issues)|nothing left|accepted|can live with|is over|lifted|is free again|that excuse is gone|solved|sorted|behind us)\b",
    re.IGNORECASE,
)
ADDRESSED = re.compile(
    r"\b(?:(?:i|we) (?:told|showed|explained|walked|sent|gave|answered|offered|shared|pointed|said|put|ran|demoed|promised)|sent (?:her|him|them|over)|answered|addressed|no (?:verdict|word|reply|answer) (?:yet|back)|hasn'?t (?:said|replied|answered|responded)|waiting (?:to hear|for (?:her|his|their) (?:reply|answer|verdict)))\b",
    re.IGNORECASE,
)
BLOCKING = re.compile(
    r"\b(?:non-?starter|hard stop|deal-?breaker|dealbreaker|dead on arrival|no go without|no deal without|won'?t (?:sign|release|approve|pay|fund|go|move|open|grant|clear|let|touch|put|bring|start|take)[^.]{0,60}\b(?:until|till|til|unless|without|before)|not (?:signing|releasing|paying|approving|opening|moving)[^.]{0,50}\b(?:until|till|til|unless|without|before|on)|"
    r"no (?:money|funds?|signature|approval|start|go-?live|conversation|contract|interface|dollars?)[^.]{0,30}\b(?:until|till|til|unless|without|before)|nothing (?:moves|happens|goes|gets signed)[^.]{0,30}\b(?:until|till|til|unless|without|before)|refus(?:es|ed|ing) to (?:sign|pay|release|approve)|can'?t (?:sign|approve|release)[^.]{0,30}\b(?:until|unless|without)|will not (?:grant|sign|release|approve|have|accept)|isn'?t (?:paying|signing|something i can approve)|no .{3,40}, no .{3,40})",
    re.IGNORECASE,
)
NONE = re.compile(
    r"\b(?:no|zero|without|any) (?:real |further |other |big |more |major )?(?:concerns?|issues?|objections?|worries|problems?|complaints?|pushback)\b|\bnot (?:a )?(?:worried|concerned)\b|\bnone came up\b|\bno (?:budget|price) talk\b",
    re.IGNORECASE,
)
NEUTRAL_QUESTION = re.compile(r"^(?:\W*\w+){0,3}\W*(?:asked|wanted to know|wondered)\b", re.IGNORECASE)
BODY = re.compile(
    r"\b((?:the |their )?(?:[A-Z][\w&']+ |capital |finance |pharmacy |steering |value analysis |credentials |quality |ethics |security |investment |exec(?:utive)? |privacy |nursing |medical exec(?:utive)? |change |data |clinical |it |purchasing |budget |governance )*(?:committee|cmte|board|council|p&t|mec|irb)(?: committee)?)\b",
    re.IGNORECASE,
)
