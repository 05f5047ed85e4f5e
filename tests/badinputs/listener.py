"""A server on this machine that nobody may call; the addresses in the corpus lead to it."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def listening(port: int) -> Iterator[list[bytes]]:
    """Give the list of what callers said."""
    calls: list[bytes] = []
    server = socket.socket()
    server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    server.bind(("127.0.0.1", port))
    server.listen(64)

    def serve() -> None:
        while True:
            try:
                caller, _ = server.accept()
            except OSError:
                return
            with caller:
                caller.settimeout(0.5)
                try:
                    calls.append(caller.recv(200))
                except OSError:
                    calls.append(b"")

    threading.Thread(target=serve, daemon=True).start()
    try:
        yield calls
    finally:
        server.close()
