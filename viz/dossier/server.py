"""The served form: the same page from this machine, with its blocks beside it, so that nothing is left out."""

from __future__ import annotations

import errno
import os
import socket
from collections.abc import Callable
from typing import TYPE_CHECKING

from ...graph.errors import GraphError

if TYPE_CHECKING:
    from types import TracebackType

    from starlette.applications import Starlette

    from .page import DossierPage

__all__ = ["HOST", "PortError", "ServeExtraError", "Server", "application"]

HOST = "127.0.0.1"
"""The only address that it listens on."""
_NAMES = (HOST, "localhost")
"""What a request may call this server: a page elsewhere whose name was made to lead here is refused."""
_HEADERS = {
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


class ServeExtraError(GraphError):
    """The packages of the served form are not installed."""

    exit_code = 2

    def __init__(self) -> None:
        super().__init__(
            "the served form needs two packages more: pip install 'definer[serve]'",
            "服务形式另需两个软件包：pip install 'definer[serve]'",
        )


class PortError(GraphError):
    """The port cannot be listened on."""

    def __init__(self, port: int, why: OSError) -> None:
        taken = why.errno == errno.EADDRINUSE
        en = "is taken by another program" if taken else f"cannot be used ({why.strerror})"
        zh = "已被其他程序占用" if taken else f"无法使用（{why.strerror}）"
        super().__init__(f"port {port} {en}: name another with --port", f"端口 {port} {zh}：请用 --port 指定其他端口")


def application(page: DossierPage) -> Starlette:
    """Give the application that serves a dossier and its blocks, and nothing else.

    Parameters
    ----------
    page : DossierPage
        Its blocks go out as they are packed: ``blocks/NAME``, gzip.

    Raises
    ------
    ServeExtraError
        If starlette is not installed.
    """
    try:
        from starlette.applications import Starlette
        from starlette.middleware import Middleware
        from starlette.middleware.trustedhost import TrustedHostMiddleware
        from starlette.requests import Request
        from starlette.responses import PlainTextResponse, Response
        from starlette.routing import Route
    except ImportError:
        raise ServeExtraError from None

    text, policy = page.served
    document, blocks = text.encode("utf-8"), page.compressed
    headers = {**_HEADERS, "Content-Security-Policy": f"{policy}; frame-ancestors 'none'"}

    async def shell(_: Request) -> Response:
        return Response(document, media_type="text/html; charset=utf-8", headers=headers)

    async def block(request: Request) -> Response:
        found = blocks.get(request.path_params["name"])
        if found is None:
            return PlainTextResponse("no such block", 404, headers=headers)
        return Response(found, media_type="application/gzip", headers=headers)

    return Starlette(
        routes=[Route("/", shell, methods=["GET"]), Route("/blocks/{name}", block, methods=["GET"])],
        middleware=[Middleware(TrustedHostMiddleware, allowed_hosts=list(_NAMES), www_redirect=False)],
    )


class Server:
    """A port of this machine, held from the start so that a fault shows before the work begins.

    Parameters
    ----------
    port : int
        0 takes a free one.

    Raises
    ------
    ServeExtraError
        If the extra ``serve`` is not installed.
    PortError
        If the port is taken or not allowed.
    """

    def __init__(self, port: int) -> None:
        _need_extra()
        self._socket = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        try:
            if os.name != "nt":  # there it would take the port of another program
                self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            self._socket.bind((HOST, port))
        except OSError as error:
            self._socket.close()
            raise PortError(port, error) from error

    @property
    def address(self) -> str:
        """Where the dossier stands."""
        return f"http://{HOST}:{self._socket.getsockname()[1]}/"

    def run(self, page: DossierPage, ready: Callable[[str], None] = lambda _: None) -> None:
        """Serve until the user ends it.

        Parameters
        ----------
        page : DossierPage
        ready : callable
            Is told the address once it answers.
        """
        import uvicorn

        config = uvicorn.Config(
            application(page), log_level="error", access_log=False, server_header=False, lifespan="off", ws="none"
        )
        self._socket.listen()
        ready(self.address)
        try:
            uvicorn.Server(config).run(sockets=[self._socket])
        except KeyboardInterrupt:  # the way in which it is ended
            return

    def __enter__(self) -> Server:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._socket.close()


def _need_extra() -> None:
    try:
        import starlette
        import uvicorn
    except ImportError:
        raise ServeExtraError from None
    del starlette, uvicorn
