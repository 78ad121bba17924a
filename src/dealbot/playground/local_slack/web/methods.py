"""The closed list of methods, and the scope each needs."""

from types import MappingProxyType

from dealbot.playground.local_slack.web import (
    assistant,
    chat,
    conversations,
    files,
    meta,
    people,
    reactions,
    streams,
    views,
)
from dealbot.playground.local_slack.web.call import Handler

METHODS: MappingProxyType[str, Handler] = MappingProxyType(
    {
        **meta.METHODS,
        **chat.METHODS,
        **streams.METHODS,
        **views.METHODS,
        **conversations.METHODS,
        **people.METHODS,
        **reactions.METHODS,
        **assistant.METHODS,
        **files.METHODS,
    }
)

# A method that is not here needs no scope, or one that depends on the kind of the channel.
SCOPES: MappingProxyType[str, str] = MappingProxyType(
    {
        "chat.postMessage": "chat:write",
        "chat.update": "chat:write",
        "chat.delete": "chat:write",
        "chat.postEphemeral": "chat:write",
        "chat.scheduleMessage": "chat:write",
        "chat.startStream": "chat:write",
        "chat.appendStream": "chat:write",
        "chat.stopStream": "chat:write",
        "conversations.open": "im:write",
        "conversations.join": "channels:join",
        "users.info": "users:read",
        "users.list": "users:read",
        "users.lookupByEmail": "users:read.email",
        "bots.info": "users:read",
        "team.info": "team:read",
        "reactions.add": "reactions:write",
        "reactions.remove": "reactions:write",
        "reactions.get": "reactions:read",
        "assistant.threads.setStatus": "assistant:write",
        "assistant.threads.setSuggestedPrompts": "assistant:write",
        "assistant.threads.setTitle": "assistant:write",
        "agents.sessions.setStatus": "assistant:write",
        "files.getUploadURLExternal": "files:write",
        "files.completeUploadExternal": "files:write",
        "files.info": "files:read",
    }
)
APP_METHODS = frozenset({"apps.connections.open"})
WITHOUT_TOKEN = frozenset({"api.test"})
