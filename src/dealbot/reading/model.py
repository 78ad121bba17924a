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


def open_model(
    name: str, base_url: str | None = None, api_key: str | None = None, seconds: float = 20.0
) -> "BaseChatModel":
    """Open `provider:model`; at an address of one's own nothing but the key given here is ever sent."""
    provider, _, _ = name.partition(":")
    options = _options(provider, seconds) | {"cache": False}
    if base_url:
        options |= {"base_url": base_url} | _own_address(provider, api_key)
    elif api_key:
        options |= {"api_key": api_key}
    _hush()
    try:
        model: BaseChatModel = init_chat_model(name, **options)
    except (ImportError, ValueError) as error:
        raise BadInput(
            f"The model '{name}' cannot be opened: name it as provider:model, and install its extra."
        ) from error
    return model


def _options(provider: str, seconds: float) -> dict[str, Any]:
    """Time-outs below ours and no retries beside ours, in the words of the provider's client."""
    if provider == "ollama":
        return {"client_kwargs": {"timeout": seconds}}
    return {"timeout": seconds, "max_retries": 0}


def _own_address(provider: str, api_key: str | None) -> dict[str, Any]:
    if provider == "ollama":
        return {}
    # Servers that stand in for OpenAI know its chat route alone; a key from the environment is not theirs to see.
    plain = {"use_responses_api": False} if provider == "openai" else {}
    return {"api_key": api_key or "none"} | plain


def _hush() -> None:
    """The clients' debug lines hold what is sent: keep them out of every log."""
    for logger in _TALKATIVE:
        logging.getLogger(logger).setLevel(logging.WARNING)
