"""How facts that change an account or a deal are worded."""

import re

EHR = r"\b(?:epic|cerner|oracle health|meditech|athena(?:health|one)?|allscripts|nextgen|eclinicalworks|ecw|netsmart|cpsi|evident|veradigm|medhost|azalea|greenway)\b"
SILENT = re.compile(r"\b(?:if|would|could|might|maybe|rumou?r|heard they)\b", re.IGNORECASE)
