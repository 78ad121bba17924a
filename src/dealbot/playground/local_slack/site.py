"""The server's routes, all together."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import Response
from starlette.routing import BaseRoute, Mount
from starlette.staticfiles import StaticFiles

from dealbot.playground.local_slack.bot_routes import bot_routes
from dealbot.playground.local_slack.control import control_routes
from dealbot.playground.local_slack.guard import Guard, headers_of_page
from dealbot.playground.local_slack.hangup import Hangups
from dealbot.playground.local_slack.page_api import page_routes
from dealbot.playground.local_slack.web.chat import post_when_due
from dealbot.playground.local_slack.world import World

PAGE = Path(__file__).parents[1] / "page"


def site(world: World, hangups: Hangups, page: Path = PAGE) -> Starlette:
    """The application; everything it needs is in the world, and the page's files in a folder."""

    @asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        await world.wake()
        for scheduled in world.state.scheduled:
            world.spawn(post_when_due(world, scheduled))
        yield
        await world.rest()

    files: list[BaseRoute] = [Mount("/", _Page(directory=page, html=True))] if page.is_dir() else []
    routes = [*bot_routes(world, hangups), *page_routes(world), *control_routes(world), *files]
    return Starlette(routes=routes, lifespan=lifespan, middleware=[Middleware(Guard)])


class _Page(StaticFiles):
    """The files of the page, which browsers are to ask for anew each time."""

    def file_response(self, *args: Any, **more: Any) -> Response:  # noqa: ANN401 -- passed on
        """Send a file with the page's headers."""
        response = super().file_response(*args, **more)
        response.headers.update({"Cache-Control": "no-cache", **headers_of_page()})
        return response
