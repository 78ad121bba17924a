"""The words of job titles: long forms of what is written short, and what part of the organisation each word tells."""

from dealbot.domain.stakeholder import Function

LONG_FORMS = {
    "ceo": "chief executive officer",
    "chief executive": "chief executive officer",
    "coo": "chief operating officer",
    "chief operations officer": "chief operating officer",
    "cfo": "chief financial officer",
    "chief finance officer": "chief financial officer",
    "cio": "chief information officer",
    "cto": "chief technology officer",
    "ciso": "chief information security officer",
    "chief security officer": "chief information security officer",
    "cmo": "chief medical officer",
    "acmo": "associate chief medical officer",
    "cmio": "chief medical information officer",
    "chief medical informatics officer": "chief medical information officer",
    "cno": "chief nursing officer",
    "acno": "associate chief nursing officer",
    "cne": "chief nursing officer",
    "chief nurse": "chief nursing officer",
    "chief nurse executive": "chief nursing officer",
    "chief nurse officer": "chief nursing officer",
    "chief nursing executive": "chief nursing officer",
    "cnio": "chief nursing information officer",
    "chief nursing informatics officer": "chief nursing information officer",
    # In a hospital; a note that means another writes it out.
    "cpo": "chief pharmacy officer",
    "cpho": "chief pharmacy officer",
    "chief pharmacist": "chief pharmacy officer",
    "pharmacy chief": "chief pharmacy officer",
    "cqo": "chief quality officer",
    "cco": "chief compliance officer",
    "chro": "chief human resources officer",
    "gc": "general counsel",
    "general council": "general counsel",
    "chief counsel": "general counsel",
    "chief legal officer": "general counsel",
    "clo": "general counsel",
    "dpo": "data protection officer",
    "vpma": "vice president medical affairs",
    "pm": "project manager",
    "ed director": "emergency director",
}
WORDS = {
    "vp": "vice president",
    "v.p": "vice president",
    "svp": "senior vice president",
    "evp": "executive vice president",
    "avp": "assistant vice president",
    "sr": "senior",
    "asst": "assistant",
    "assoc": "associate",
    "exec": "executive",
    "dir": "director",
    "mgr": "manager",
    "ops": "operations",
    "med": "medical",
    "medicine": "medical",
    "hosp": "hospital",
    "rev": "revenue",
    "infosec": "information security",
    "cybersecurity": "information security",
    "dept": "department",
    "onc": "oncology",
    "pharm": "pharmacy",
    "fin": "finance",
    "nurse": "nursing",
    "apps": "applications",
    "atty": "attorney",
    "head": "director",
    "lead": "director",
    "leader": "director",
    "chair": "chief",
    "chairman": "chief",
    "chairwoman": "chief",
    "chairperson": "chief",
}

# Tried in this order: what a function shares with a later one is told by the earlier.
FUNCTIONS = (
    (Function.CLINICAL, r"medical information|medical informatics|\bcmio\b"),
    (Function.NURSING, r"\bnurs|\ba?cno\b|\bcne\b|\bcnio\b|\brn\b|\bmidwi|(?-i:^DON$)"),
    (Function.PHARMACY, r"pharm|\bcph?o\b"),
    (Function.COMPLIANCE, r"compliance|\bhipaa\b|privacy (?:officer|lead|director|manager)"),
    (Function.SECURITY, r"\bciso\b|\bsecurity\b|infosec|privacy eng|\bcyber"),
    (
        Function.LEGAL,
        (
            r"\bgc\b|counsel\b|attorney|\blegal\b|\blaw(?:yer)?\b|paralegal"
            r"|contracts? (?:officer|director|manager|lead)"
        ),
    ),
    (Function.QUALITY, r"quality|patient safety|\bsafety officer|infection|\bcqo\b"),
    (
        Function.PROCUREMENT,
        r"purchas|sourcing|supply chain|procure|value analysis|materials manage|\bbuyer\b",
    ),
    (Function.BOARD, r"\bboard\b|trustee|\bcommissioner"),
    (
        Function.FINANCE,
        (
            r"\bcfo\b|financ|revenue cycle|\brev cycle|controller|treasur|budget|reimbursement|accounting|payer"
            r"|managed care|\bfp&a\b"
        ),
    ),
    (
        Function.IT,
        (
            r"\bcio\b|\bcto\b|information (?:officer|systems|technology|services)|\bit\b|\bict\b|integration|interface"
            r"|interop|analytic|\bdata\b|informatic|technology|digital|\bapp(?:s|lications?)?\b|\behr\b|\bepic\b|software"
            r"|\barchitect\b|infrastructure|systems (?:eng|admin|analyst)"
        ),
    ),
    (
        Function.CLINICAL,
        (
            r"\ba?cmo\b|\bvpma\b|\bmed(?:ical|icine)?\b|physician|clinical|clinician|surg|\bdoc(?:tor)?s?\b|hospitalist"
            r"|intensivist|\bmd\b|department head|dept head|oncolog|cardi(?:olog|ac)|radiolog|imaging|patholog|neurolog"
            r"|anesth|pulmon|\bpa?ediatri|\bpeds\b|emergency|\bed\b|\b[pnm]?icu\b|urolog|orthop|hematolog|nephrolog"
            r"|gastro|obstet|gynec|psychiat|dermatolog|endocrin|chief of (?:staff|service)|service line|researcher"
            r"|principal investigator|therap|population health|perioperative|telehealth|women'?s|behavioral"
            r"|\bresident\b|\bfellow\b"
        ),
    ),
    (
        Function.OPERATIONS,
        (
            r"\bcoo\b|\boperations\b|operating officer|\bops\b|practice (?:manager|mgr|admin)|ambulatory|administrator"
            r"|administrative officer|(?:clinic|office) manager|facilities|transformation|project|program|\bpmo\b"
            r"|strategy|innovation|\bchief of\b"
        ),
    ),
    (
        Function.EXECUTIVE,
        r"\bceo\b|chief exec|(?<!vice )\bpresident|executive director|managing director|\bowner\b",
    ),
    (Function.OTHER, r"human resources|\bchro\b|marketing|\brisk\b|philanthrop|\bmission\b"),
)
