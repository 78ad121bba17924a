"""`/page/events`: tells an open page what happens, until it leaves."""

import asyncio
from collections.abc import Awaitable, Callable

from starlette.websockets import WebSocket, WebSocketDisconnect

from dealbot.playground.local_slack.feed import News
from dealbot.playground.local_slack.page_shapes import view_for_page
from dealbot.playground.local_slack.world import World


def page_feed(world: World) -> Callable[[WebSocket], Awaitable[None]]:
    """The endpoint."""

    async def endpoint(socket: WebSocket) -> None:
        user = socket.query_params.get("user", "")
        if world.state.users.get(user) is None:
            await socket.close(1008)
            return
        await socket.accept()
        with world.feed.listen(user) as news:
            news.put_nowait({"kind": "bot", "channel": None, "up": world.courier.link.up})
            if top := world.state.top_view(user):
                news.put_nowait({"kind": "view", "channel": None, "view": view_for_page(top)})
            telling = asyncio.ensure_future(_tell(socket, news))
            try:
                await _until_it_leaves(socket)
            finally:
                telling.cancel()
                await asyncio.gather(telling, return_exceptions=True)

    return endpoint


async def _tell(socket: WebSocket, news: asyncio.Queue[News]) -> None:
    while True:
        await socket.send_json(await news.get())


async def _until_it_leaves(socket: WebSocket) -> None:
    try:
        while True:
            await socket.receive()
    except (WebSocketDisconnect, RuntimeError):
        return
