"""Which workspace of Slack the bot is installed in, and who it is there."""

from dataclasses import dataclass

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from slack_sdk.web import SlackResponse

from dealbot.domain.principal import LOCAL_WORKSPACE
from dealbot.errors import BadInput, DealbotError
from dealbot.slack.failures import Remedy, failure_of


class SlackUnreachable(DealbotError):
    """Slack does not answer."""

    code = "slack_unreachable"


@dataclass(frozen=True, slots=True)
class Installation:
    """The one team that is served, told from the bot's own token; `workspace` is its name in the ledger."""

    team: str
    user: str
    bot: str
    workspace: str = LOCAL_WORKSPACE


def find_installation(client: WebClient) -> Installation:
    """Ask Slack whose token it is; raises BadInput for one that is not taken, SlackUnreachable."""
    told = ask_who(client)
    return Installation(told["team_id"], told["user_id"], told.get("bot_id") or "")


def ask_who(client: WebClient) -> SlackResponse:
    """Give Slack's own answer about the token; raises BadInput for one that is not taken, SlackUnreachable."""
    try:
        return client.auth_test()
    except SlackApiError as error:
        code = failure_of(error).code
        if failure_of(error).remedy is Remedy.LATER:
            raise SlackUnreachable("Slack did not answer as Slack does: please try again later.") from error
        raise BadInput(
            f"Slack does not take SLACK_BOT_TOKEN ({code}): install the app again and set its token."
        ) from error
    except OSError as error:
        raise SlackUnreachable(
            "Slack cannot be reached: check the connection, and SLACK_API_URL if it is set."
        ) from error
