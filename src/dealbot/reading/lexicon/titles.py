"""How job titles are written in call notes."""

import re

_AREA = (
    r"(?:the\s+)?(?:clinical|medical|nursing|pharmacy|oncology|cardiology|cardiac|surgery|surgical|radiology|imaging|pathology|lab(?:oratory)?|neurology|"
    r"anesthesia|pediatrics?|peds|emergency(?: medicine| services| department)?|ed|icu|critical care|med[- ]?surg|perioperative|periop|women'?s(?: health| services)?|"
    r"maternity|obstetrics|ob|orthopedics|ortho|primary care|internal medicine|medicine|family medicine|hospital medicine|behavioral health|psychiatry|rehab|"
    r"quality|patient safety|safety|infection (?:control|prevention)|operations|ops|ambulatory(?: care| operations| services)?|outpatient(?: services)?|inpatient(?: services)?|"
    r"finance|financial planning|fp&a|revenue cycle|rev(?:enue)? cycle|managed care|payer (?:relations|contracting)|reimbursement|supply chain|procurement|purchasing|sourcing|strategic sourcing|"
    r"value analysis|contracts|contracting|it|i\.t\.|information technology|information services|information systems|(?-i:IS)|integration|interfaces?|interoperability|"
    r"analytics|data|data governance|data science|applications?|clinical applications|clinical systems|clinical informatics|nursing informatics|informatics|infrastructure|architecture|"
    r"digital(?: health)?|innovation|strategy|transformation|security|information security|infosec|cybersecurity|privacy|compliance|risk|risk management|legal|legal affairs|"
    r"population health|pop health|care management|case management|care coordination|research|clinical research|academic affairs|medical affairs|clinical affairs|clinical operations|"
    r"clinical pharmacy|nursing operations|patient care(?: services)?|patient experience|telehealth|virtual care|home health|staff development|nursing education|education|staffing|"
    r"physician services|medical staff|service lines?|transplant|stroke|sepsis|diabetes|dialysis|nephrology|gastroenterology|gi|urology|dermatology|endocrinology|pulmonology|neonatology|nicu|wound care|"
    r"strategic partnerships|partnerships|business development|sales|customer success|implementation|product|engineering|accounting|treasury|facilities|hr|human resources|marketing|communications|"
    r"programs?|projects?|pmo|epic|ehr|emr|cerner)"
)
_AREAS = rf"{_AREA}(?:(?:\s*(?:&|and|/)\s*|\s+){_AREA})?"
_RANK = r"(?:(?:senior|sr\.?|executive|exec|associate|assoc\.?|assistant|asst\.?|deputy|regional|corporate|system|interim|acting|lead|group|staff|principal|co-?)\s+)*"
_ACRONYM = r"(?:CEO|COO|CFO|CIO|CTO|CISO|CMO|CMIO|CNO|CNE|CNIO|CPO|CPHO|CQO|CCO|CHRO|CXO|CSO|CRO|CDO|GC|VPMA|DON|ACNO|CPhO|ACMO|CAO)"
_CHIEF = (
    r"chief\s+(?:(?:medical|nursing|nurse|pharmacy|financial|finance|information|information security|security|technology|operating|operations|executive|quality|"
    r"compliance|privacy|medical information|medical informatics|nursing information|nursing informatics|health information|digital|data|analytics|innovation|strategy|"
    r"administrative|legal|people|human resources|clinical|population health|patient safety|risk|revenue|transformation|experience)\s+(?:officer|executive)"
    r"|nurse|pharmacist|resident|counsel|of\s+(?:staff|surgery|medicine|cardiology|oncology|pharmacy|nursing|radiology|anesthesia|pediatrics|emergency medicine|hospital medicine|neurology|the medical staff|"
    + _AREA
    + r"))"
)
_NOUN = (
    r"(?:director|manager|mgr|head|chief|chair|chairman|chairwoman|chairperson|lead|leader|supervisor|coordinator|analyst|architect|engineer|administrator|officer|specialist|"
    r"pharmacist|nurse|counsel|physician|educator|liaison|consultant|informaticist|buyer|scheduler|assistant|president|vp|svp|exec|executive|clerk)"
)
_OF = (
    r"(?:director|head|manager|mgr|chair|chairman|chairwoman|chairperson|chief|lead|dean|supervisor|dir\.?)\s+(?:of|for)\s+(?:the\s+)?"
    + _AREAS
)
_VP = (
    r"(?:s\.?v\.?p\.?|e\.?v\.?p\.?|a\.?v\.?p\.?|v\.?p\.?|vice president)(?:\s*(?:of|for|,)?\s+(?:the\s+)?"
    + _AREAS
    + r")?"
)
_PLAIN = (
    r"(?:general couns(?:el|il)|general council|in-?house counsel|outside counsel|hospital attorney|board chair(?:man|woman)?|board member|trustee|president|executive director|managing director|"
    r"medical director|nursing director|nurse manager|nurse exec(?:utive)?|charge nurse|head nurse|nurse educator|bedside nurse|staff nurse|practice manager|clinic manager|office manager|"
    r"compliance officer|privacy officer|security officer|project manager|program manager|product manager|sales engineer|solutions? (?:consultant|engineer|architect)|account (?:exec(?:utive)?|manager)|"
    r"customer success manager|csm|hospitalist|intensivist|cardiologist|oncologist|surgeon|radiologist|anesthesiologist|pathologist|neurologist|pediatrician|nephrologist|psychiatrist|physician (?:lead|leader|researcher|assistant)|"
    r"principal investigator|clinical (?:lead|pharmacist|liaison|engineer|informaticist)|department head|dept head|division chief|controller|treasurer|executive assistant|admin(?:istrative)? assistant|"
    r"business analyst|it director|it guy|it lead|security lead|security guy|purchasing guy|contracts? (?:manager|lead|attorney)|lawyer|attorney|paralegal|integration (?:lead|architect|engineer|analyst)|interface (?:lead|analyst|engineer)|"
    r"(?:senior |lead )?(?<!economic )buyer|dir(?:ector)?\.? (?:of )?quality|chief exec|vp rev cycle|p&t chair|chair of p&t|head of p&t)"
)
_AREA_NOUN = rf"(?!the\s){_AREAS}\s+{_NOUN}"

TITLE = re.compile(
    rf"(?<![\w&-])(?P<title>{_RANK}(?:{_CHIEF}|{_OF}|{_PLAIN}|{_AREA_NOUN}|{_VP}))(?![\w])|(?<![\w@/-])(?P<acronym>{_ACRONYM})(?![\w-])",
    re.IGNORECASE,
)
LOWER_ACRONYMS = frozenset({"ceo", "coo", "cfo", "cio", "cto", "ciso", "cmo", "cmio", "cno", "cqo", "cpo", "gc", "cco"})
GENERIC_BEFORE = re.compile(
    r"(?:\b(?:a|an|any|every|each|most|all|some|no|another|other|many|which|what|those|as)\s+|\b(?:like|as) an? )$",
    re.IGNORECASE,
)
DEFINITE_BEFORE = re.compile(
    r"(?:\b(?:the|their|his|her|its|our|your|new|this|that|outgoing|incoming|former|old|interim|hospital|system|my)\s+)$",
    re.IGNORECASE,
)
SINGULAR_IN_S = re.compile(
    r"(?:ops|operations|services|systems|analytics|affairs|informatics|relations|(?-i:IS))$", re.IGNORECASE
)
OUR_TITLES = re.compile(
    r"sales engineer|solutions? (?:consultant|engineer|architect)|account (?:exec|manager)|\bcsm\b|customer success|clinical liaison|implementation|product manager|\bse\b|\bae\b",
    re.IGNORECASE,
)
