"""The deals somebody may see, a line each."""

from dealbot.app.card import short
from dealbot.app.chat.first_run import FIRST
from dealbot.app.chat.turn import Turn
from dealbot.app.manage_deals import list_deals
from dealbot.app.wording import counted, listed, money, quarter, standing_words
from dealbot.domain.alignment import Standing

_MOST = 15
NONE = f"No deals yet. {FIRST}"


def deal_list(turn: Turn) -> str:
    """List the deals, one's own first."""
    deals = list_deals(turn.desk, turn.principal)
    if not deals:
        return NONE
    own = sorted(deals, key=lambda each: (each[0].owner != turn.principal.user, each[0].name.casefold()))
    lines = []
    for record, summary in own:
        parts = [short(record.name, 40), standing_words(Standing(summary["standing"]))] if summary else [record.name]
        parts += [money(record.amount)] if record.amount else []
        parts += [quarter(record.quarter)] if record.quarter else []
        lines.append(f"• {' · '.join(parts)}")
    return f"{counted(len(deals), 'deal')}\n{listed(lines, _MOST, chr(10))}"
