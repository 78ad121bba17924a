"""Who asks: every query is made for a principal and sees only what that principal may."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a user does in the workspace."""

    AE = "ae"
    MANAGER = "manager"
    ENABLEMENT = "enablement"
    ADMIN = "admin"


@dataclass(frozen=True, slots=True)
class Principal:
    """A user of a workspace with roles; an admin sees every deal, others the deals whose team they are on."""

    workspace: str
    user: str
    name: str
    roles: frozenset[Role] = frozenset()

    @property
    def sees_all(self) -> bool:
        """Whether deals are not limited to the user's own teams."""
        return Role.ADMIN in self.roles


LOCAL_WORKSPACE = "local"
LOCAL_OPERATOR = Principal(LOCAL_WORKSPACE, "operator", "operator", frozenset({Role.ADMIN}))
