"""How other customers and buyers in general are brought up."""

import re

ANECDOTE = re.compile(
    r"\b(?:another|other|different)\s+(?:customer|client|hospital|system|health system|account|site|place|prospect)s?\b|\bwe (?:have|had) a (?:customer|client|prospect|deal|system|situation|big deal)\b|"
    r"\b(?:customer|client|prospect|system|hospital|place|friend|cousin|guy|buddy|cfo|cio|cmo|cno|shop|account)s?\s+(?:of ours|of mine|i know|we know|i used to|in|out in|up in|down in|over in|at a)\b.{0,40}\b(?:had|told|did|went|took|lost|loved|hated|threw|bought|did)\b|"
    r"\breminds? me of\b|\bsame (?:thing|story|cut|kind of thing|song) (?:happened |as )?(?:at|with|in)\b|\b(?:like|as) (?:we saw |we did |happened )?(?:at|with) (?:that|the) (?:other|last)\b|"
    r"\b(?:at|over at|back at|out at) [a-z]\w+(?: [a-z]\w+)?,? (?:which is another|a different|another|they|their|the (?:cfo|coo|cio|cmo|cno))\b|\bone of our (?:customers|clients|sites|hospitals)\b|\blast (?:year|spring|fall) (?:at|with) (?:a|another)\b|\bfor example, we\b|\blet me give you an example\b",
    re.IGNORECASE,
)
GENERIC = re.compile(
    r"\b(?:usually|typically|in general|in healthcare|in my experience|health systems|most (?:hospitals|systems|cfos|cios|cmos|buyers)|these people|hospitals (?:always|never|tend)|(?:cfos|cios|cmos|cnos|nurses|doctors|lawyers) (?:always|never|love|hate|want|tend)|"
    r"you(?:'ve|’ve) got|you have to|you're (?:always|really|still)|some people|our aes|our sales team|in (?:enterprise|a normal)|in an? \d+-month|the (?:prospect|customer)(?:'s|’s)?\b|we(?:'re|’re| are) seeing|for (?:us|our aes)|a (?:cfo|cmo|cno|cio|chief \w+ officer) (?:wants|cares|will|is going))\b",
    re.IGNORECASE,
)
BACK = re.compile(
    r"\b(?:anyway|back to|as for (?:us|them|our)|here (?:at|in)|at this one|meanwhile|so,? next|next steps?|but (?:here|at))\b",
    re.IGNORECASE,
)
TO_YOU = re.compile(
    r"\b(?:i|i'd|i’d|we|we'd)\b.{0,60}\b(?:you|your|the beta|your (?:platform|product|team))\b", re.IGNORECASE
)
