"""Job titles: one canonical form for the many ways a title is written, and the function it tells."""

import re

from dealbot.domain.stakeholder import Function

_LONG_FORMS = {
    "ceo": "chief executive officer",
    "coo": "chief operating officer",
    "cfo": "chief financial officer",
    "chief finance officer": "chief financial officer",
    "cio": "chief information officer",
    "cto": "chief technology officer",
    "ciso": "chief information security officer",
    "chief security officer": "chief information security officer",
    "cmo": "chief medical officer",
    "cmio": "chief medical information officer",
    "chief medical informatics officer": "chief medical information officer",
    "cno": "chief nursing officer",
    "cne": "chief nursing officer",
    "chief nurse": "chief nursing officer",
    "chief nurse executive": "chief nursing officer",
    "chief nursing executive": "chief nursing officer",
    "cnio": "chief nursing information officer",
    "cpo": "chief pharmacy officer",
    "cpho": "chief pharmacy officer",
    "chief pharmacist": "chief pharmacy officer",
    "pharmacy chief": "chief pharmacy officer",
    "cqo": "chief quality officer",
    "cco": "chief compliance officer",
    "gc": "general counsel",
    "general council": "general counsel",
    "dpo": "data protection officer",
    "pm": "project manager",
    "ed director": "emergency department director",
}
_WORDS = {
    "vp": "vice president",
    "v.p.": "vice president",
    "svp": "senior vice president",
    "evp": "executive vice president",
    "avp": "assistant vice president",
    "dir": "director",
    "mgr": "manager",
    "ops": "operations",
    "med": "medical",
    "rev": "revenue",
    "infosec": "information security",
    "dept": "department",
    "onc": "oncology",
    "pharm": "pharmacy",
    "fin": "finance",
    "head": "director",
    "chair": "chief",
    "lead": "director",
}
_NOISE = frozenset(
    {"of", "for", "the", "and", "new", "interim", "acting", "former", "their", "our", "&", "a", "incoming"}
)

_FUNCTIONS: tuple[tuple[Function, str], ...] = (
    (Function.CLINICAL, r"medical information|medical informatics|\bcmio\b"),
    (Function.NURSING, r"nurs|\bcno\b|\bcne\b|\bcnio\b|\brn\b|\bmidwi"),
    (Function.PHARMACY, r"pharm|\bcpo\b"),
    (Function.COMPLIANCE, r"compliance|privacy (officer|lead|director|manager)"),
    (Function.SECURITY, r"\bciso\b|\bsecurity\b|infosec|privacy eng|\bcyber"),
    (
        Function.LEGAL,
        r"general counsel|\bgc\b|counsel\b|attorney|\blegal\b|lawyer|paralegal|contracts? (officer|director|manager|lead)",
    ),
    (Function.QUALITY, r"quality|patient safety|infection|\bcqo\b"),
    (Function.PROCUREMENT, r"purchas|sourcing|supply chain|procure|value analysis|materials manage"),
    (
        Function.FINANCE,
        r"\bcfo\b|financ|revenue cycle|controller|treasur|budget|reimbursement|accounting|\brev cycle|payer|managed care",
    ),
    (Function.BOARD, r"\bboard\b|trustee"),
    (
        Function.IT,
        r"\bcio\b|\bcto\b|information (officer|systems|technology|services)|\bit\b|\bict\b|integration|analytic|\bdata\b|interface|informatic|technology|digital|applications?\b|\behr\b|\bepic\b|software|architect|systems (eng|admin|analyst)",
    ),
    (
        Function.CLINICAL,
        r"\bcmo\b|medical|physician|clinical|clinician|surg|doctor|hospitalist|intensivist|\bmd\b|oncolog|cardiolog|radiolog|patholog|neurolog|anesth|pediatri|emergency|\bed\b|\bicu\b|urolog|orthop|hematolog|nephrolog|gastro|obstet|gynec|psychiat|dermatolog|endocrin|pulmon|department head|dept head|chief of (staff|service|medicine)|service line|researcher|principal investigator|population health|therap|perioperative|telehealth|women'?s|behavioral|resident\b|fellow\b",
    ),
    (
        Function.OPERATIONS,
        r"\bcoo\b|operat|practice (manager|admin)|ambulatory|administrator|clinic manager|\bops\b|facilities|transformation|project|program|\bpmo\b|chief of|strategy|innovation",
    ),
    (
        Function.EXECUTIVE,
        r"\bceo\b|chief executive|(?<!vice )\bpresident|executive director|managing director|\bowner\b",
    ),
)
_COMPILED = tuple((function, re.compile(pattern, re.IGNORECASE)) for function, pattern in _FUNCTIONS)


def canonical_title(title: str) -> str:
    """Fold a title to one key, so that "CFO" and "the Chief Financial Officer" are the same seat."""
    text = re.sub(r"[^\w&.' ]+", " ", title.casefold()).strip(" .")
    words = [word.strip(".") for word in text.split() if word not in _NOISE]
    folded = " ".join(words)
    if folded in _LONG_FORMS:
        return _LONG_FORMS[folded]
    words = [_LONG_FORMS.get(word, _WORDS.get(word, word)) for word in words]
    folded = " ".join(words)
    return _LONG_FORMS.get(folded, folded)


def function_of(title: str) -> Function | None:
    """Tell the function from a title's words, or None where they tell nothing."""
    return next((function for function, pattern in _COMPILED if pattern.search(title)), None)
