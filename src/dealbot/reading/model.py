"""Opens a chat model by its name; imports LangChain and its provider, which costs seconds: only when a model is set."""

import logging
from typing import TYPE_CHECKING, Any

from langchain.chat_models import init_chat_model

from dealbot.errors import BadInput

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

_TALKATIVE = (
    "anthropic",
    "httpcore",
    "httpx",
    "httpx2",
    "langchain",
    "langchain_core",
    "langsmith",
    "ollama",
    "openai",
)
# Notes come minutes apart: a connection kept that long is mostly dead when it is needed.
_ONCE = {"Connection": "close"}


def open_model(
    name: str, base_url: str | None = None, api_key: str | None = None, seconds: float = 20.0, *, steady: bool = False
) -> "BaseChatModel":
    """Open `provider:model`, `steady` at temperature 0; keys are those given here alone, never the environment's."""
    provider, _, _ = name.partition(":")
    options = _options(provider, api_key, seconds) | {"cache": False} | ({"temperature": 0} if steady else {})
    if base_url:
        options["base_url"] = base_url
    if base_url and provider == "openai":
        # Servers that stand in for OpenAI know its chat route alone.
        options["use_responses_api"] = False
    _hush()
    try:
        model: BaseChatModel = init_chat_model(name, **options)
    except (ImportError, ValueError) as error:
        raise BadInput(
            f"The model '{name}' cannot be opened: name it as provider:model, and install its extra."
        ) from error
    return model


def _options(provider: str, api_key: str | None, seconds: float) -> dict[str, Any]:
    """Time-outs as long as ours and no retries beside ours, in the words of the provider's client."""
    if provider == "ollama":
        return {"client_kwargs": {"timeout": seconds, "headers": _ONCE}}
    options = {"timeout": seconds, "max_retries": 0, "api_key": api_key or "none"}
    return options | ({"default_headers": _ONCE} if provider in {"openai", "anthropic"} else {})


def _hush() -> None:
    """The debug lines of some clients hold what is sent: keep them out of every log."""
    for logger in _TALKATIVE:
        logging.getLogger(logger).setLevel(logging.WARNING)
