"""The states of the United States by their names and postal codes."""

from collections.abc import Mapping

_LINES = """
AL Alabama|AK Alaska|AZ Arizona|AR Arkansas|CA California|CO Colorado|CT Connecticut|DE Delaware|DC District of Columbia
FL Florida|GA Georgia|HI Hawaii|ID Idaho|IL Illinois|IN Indiana|IA Iowa|KS Kansas|KY Kentucky|LA Louisiana|ME Maine
MD Maryland|MA Massachusetts|MI Michigan|MN Minnesota|MS Mississippi|MO Missouri|MT Montana|NE Nebraska|NV Nevada
NH New Hampshire|NJ New Jersey|NM New Mexico|NY New York|NC North Carolina|ND North Dakota|OH Ohio|OK Oklahoma|OR Oregon
PA Pennsylvania|RI Rhode Island|SC South Carolina|SD South Dakota|TN Tennessee|TX Texas|UT Utah|VT Vermont|VA Virginia
WA Washington|WV West Virginia|WI Wisconsin|WY Wyoming|PR Puerto Rico|GU Guam|VI Virgin Islands
"""
STATES: Mapping[str, str] = {
    code: name
    for line in _LINES.strip().splitlines()
    for code, _, name in (each.partition(" ") for each in line.split("|"))
}
"""Postal code to name; the District of Columbia and the territories that have Medicaid included."""
_CODES = {name.casefold(): code for code, name in STATES.items()}


def state_code(written: str) -> str | None:
    """The postal code of a state by its name or code, whatever the case."""
    words = " ".join(written.split())
    return words.upper() if words.upper() in STATES else _CODES.get(words.casefold())
