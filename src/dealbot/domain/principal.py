"""Who asks: every query is made for a principal and sees only what that principal may."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a user does in the workspace."""

    AE = "ae"
    MANAGER = "manager"
    ENABLEMENT = "enablement"
    ANALYST = "analyst"
    ADMIN = "admin"


@dataclass(frozen=True, slots=True)
class Principal:
    """A user of a workspace: an admin sees every deal, others those they own or are on the team of.

    A manager sees as well what people of the same sales team own, an analyst the facts of every deal and nothing else
    of them. `aloud` tells that others hear what is answered.
    """

    workspace: str
    user: str
    name: str
    roles: frozenset[Role] = frozenset()
    aloud: bool = False

    @property
    def confidant(self) -> str:
        """Whose private words may be told: the user's own, and nobody's where others hear them."""
        return "" if self.aloud else self.user

    @property
    def sees_all(self) -> bool:
        """Whether deals are not limited to the user's own teams."""
        return Role.ADMIN in self.roles

    @property
    def sees_all_facts(self) -> bool:
        """Whether the facts of deals, and nothing else of them, are not limited to the user's own teams."""
        return bool({Role.ADMIN, Role.ANALYST} & self.roles)


@dataclass(frozen=True, slots=True)
class User:
    """A person of the workspace as registered; `team` is the sales team, `timezone` an IANA name."""

    id: str
    name: str
    roles: frozenset[Role] = frozenset()
    team: str | None = None
    timezone: str | None = None


LOCAL_WORKSPACE = "local"
LOCAL_OPERATOR = Principal(LOCAL_WORKSPACE, "operator", "operator", frozenset({Role.ADMIN}))
