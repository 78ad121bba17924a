"""What stands between a name and its title, area or side."""

import re

NAME_THEN_TITLE = re.compile(
    r"(?:,?\s*(?:md|do|rn|phd|pharmd|dnp|np|mba|mha|cpa|cphq|bcps|esq|bsn|msn|jd|facp|mph),?)*(?:,|\s*[(\[/|-]|\s+-|\s*–|\s*—|:|\s*->|\s*→|\s*=)?\s*(?:(?:who(?:'s|’s| is)|s?he(?:'s|’s|s| is)|is|was|as|(?:starts|started|starting|joins|joined|stays|stepped in|steps in|takes over|took over|confirmed) as|(?:(?:is|was|been|got|gets)\s+)?(?:made|named|appointed|promoted to|elevated to)|becomes|became|being|now)\s+)?(?:(?:the|their|our|a|an|new|interim|acting|permanent|full|my|his|her|your|both|currently)\s+){0,3}(?:\w+(?:'s|’s)?\s+){0,1}$",
    re.IGNORECASE,
)
TITLE_THEN_NAME = re.compile(
    r"\s*(?:[,:(=/–—-]|\bis\b|\bnamed\b|\bcalled\b|,? a (?:ms|mr|dr)\.?)?\s*(?:(?:dr|mr|ms|mrs|prof)\.?\s+)?$",
    re.IGNORECASE,
)
AREA_AFTER = re.compile(
    r"\s*(?:\(\s*|,\s*|(?:over\s+)?(?:in|from|at|runs|leads|heads|of)\s+|\s+-\s+)(?:the\s+|their\s+)?(?P<area>[A-Za-z&/' ]{2,34}?)(?:\)|,|\.|;|$|\s+(?:said|says|asked|is|was|and|who|wants|team|side|dept|department)\b)"
)
AREA_BEFORE = re.compile(
    r"(?:\b(?P<area>legal|pharmacy|quality|finance|security|compliance|procurement|purchasing|nursing|informatics|integration|IT|supply chain|infosec)(?:'s| lead| guy| person| contact| counterpart| folks?)?\s*(?:,|:|=|\(|-|–)?\s*(?:dr\.?\s+)?)$",
    re.IGNORECASE,
)
OURS = re.compile(
    r"\b(?:our|my)\s+(?:own\s+)?(?:(?:se|ae|csm|rep|sales (?:rep|lead)|solutions? lead)\s+)?$", re.IGNORECASE
)
US_AFTER = re.compile(r"\s*\((?:us|our side|our team|our se|me)\)", re.IGNORECASE)
THIRD_BEFORE = re.compile(
    r"\b(?:epic|cerner|oracle|meditech|athena|deloitte|kpmg|accenture|consultant|consultants|vendor|payer)(?:'s)?(?:\s+(?:rep|am|ts|guy|contact|consultant))?,?\s*$",
    re.IGNORECASE,
)
THIRD_AFTER = re.compile(
    r"\s*(?:,|\(|\s+(?:from|at|with|over at))\s*(?:the\s+)?(?:epic|cerner|oracle|meditech|athena|deloitte|kpmg|accenture|ey\b|pwc|consult|huron|chartis|advisory|\w+ (?:advisory|consulting|partners)\b)",
    re.IGNORECASE,
)
IS_ONESELF = re.compile(
    r"\bI(?:'m|’m|m| am)\s+(?:only\s+|just\s+|still\s+|now\s+|also\s+)?(?:the\s+|a\s+|an\s+|your\s+|their\s+|our\s+)?(?:new\s+|interim\s+|acting\s+)?$",
    re.IGNORECASE,
)
OWN_BEFORE = re.compile(r"\b(?:our|my|your)\s+(?:own\s+|new\s+)?$", re.IGNORECASE)
ORG_AFTER = re.compile(r"(?<=\w)\s+[-–—]\s+(?P<org>[A-Z]\w+(?:\s*[+&]\s*[A-Z]\w+|\s+[A-Z]\w+)*)\s*(?:\n|$)")
OUR_LABELS = frozenset({"interviewer", "host", "rep", "seller", "us", "our side", "our team", "internal", "ae", "se"})
