"""The served form: a real server on this machine, asked by a real browser and by hand."""

from __future__ import annotations

import http.client
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from email.message import Message
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser

from definer.viz.dossier.server import HOST

from ...cli.program import run

WITHOUT = """
import sys
sys.modules["{module}"] = None
sys.argv = ["definer", "dossier", "--serve", "--port", "0", "--lang", "{lang}"]
from definer.cli import main
main()
"""


class Answer(NamedTuple):
    status: int
    headers: Message
    body: bytes


@dataclass
class Served:
    process: subprocess.Popen[str]
    address: str

    @property
    def port(self) -> int:
        return urlsplit(self.address).port or 0

    def ask(self, path: str, method: str = "GET", host: str = "") -> Answer:
        with closing(http.client.HTTPConnection(HOST, self.port, timeout=60)) as connection:
            connection.putrequest(method, path, skip_host=True)
            connection.putheader("Host", host or f"{HOST}:{self.port}")
            connection.endheaders()
            answer = connection.getresponse()
            return Answer(answer.status, answer.headers, answer.read())


@pytest.fixture(scope="module")
def served(root: Path) -> Iterator[Served]:
    """The dossier of the tests' own claims, served until the last test of this file."""
    environment = os.environ | {"PYTHONPATH": str(root / "src"), "PYTHONUNBUFFERED": "1", "LANG": "C.UTF-8"}
    command = [sys.executable, "-m", "definer", "dossier", "--serve", "--port", "0"]
    process = subprocess.Popen(
        [*command, "--claims", str(root / "tests" / "valid")],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8", env=environment,
    )  # fmt: skip
    assert process.stdout
    address = process.stdout.readline().strip()
    assert re.fullmatch(r"http://127\.0\.0\.1:\d+/", address), process.communicate(timeout=5)
    yield Served(process, address)
    if process.poll() is None:
        process.kill()
        process.communicate()


def test_every_answer_is_strict(served: Served) -> None:
    for path in ("/", "/blocks/network", "/blocks/none"):
        answer = served.ask(path)
        policy = answer.headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "connect-src 'self'" in policy
        assert "frame-ancestors 'none'" in policy
        assert "unsafe-inline" not in policy
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Referrer-Policy"] == "no-referrer"
        assert answer.headers["Cross-Origin-Resource-Policy"] == "same-origin"
        assert answer.headers["Cache-Control"] == "no-store"
        assert "Server" not in answer.headers
        assert "Access-Control-Allow-Origin" not in answer.headers


@pytest.mark.parametrize(
    ("path", "method", "host", "status"),
    [
        ("/", "GET", "", 200),
        ("/", "GET", "localhost", 200),
        ("/", "HEAD", "", 200),
        ("/blocks/network", "GET", "", 200),
        ("/", "GET", "evil.example", 400),
        ("/", "GET", "127.0.0.1.evil.example", 400),
        ("/blocks/network", "GET", "evil.example:80", 400),
        ("/", "POST", "", 405),
        ("/blocks/network", "PUT", "", 405),
        ("/blocks/network", "DELETE", "", 405),
        ("/", "OPTIONS", "", 405),
        ("/blocks/", "GET", "", 404),
        ("/blocks", "GET", "", 404),
        ("/blocks/none", "GET", "", 404),
        ("/blocks/__proto__", "GET", "", 404),
        ("/blocks/../pyproject.toml", "GET", "", 404),
        ("/blocks/..%2f..%2fpyproject.toml", "GET", "", 404),
        ("/../../etc/passwd", "GET", "", 404),
        ("/static/colors.css", "GET", "", 404),
        ("/?tab=network", "GET", "", 200),
    ],
)
def test_nothing_but_the_page_and_its_blocks(served: Served, path: str, method: str, host: str, status: int) -> None:
    answer = served.ask(path, method, host)
    assert answer.status == status
    if status != 200:
        assert len(answer.body) < 100


def test_it_listens_to_this_machine_alone(served: Served) -> None:
    elsewhere = {info[4][0] for info in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)} - {HOST}
    elsewhere -= {address for address in elsewhere if str(address).startswith("127.")}
    for address in elsewhere:
        with pytest.raises(OSError, match=r"refused|unreachable|timed out"):
            socket.create_connection((str(address), served.port), timeout=5)
    listening = Path("/proc/net/tcp").read_text(encoding="ascii")
    assert f" 0100007F:{served.port:04X} " in listening
    assert f" 00000000:{served.port:04X} " not in listening


@pytest.mark.browser
def test_the_page_is_whole_and_asks_only_its_server(served: Served, browser: Browser) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page, asked, complaints = context.new_page(), list[str](), list[str]()
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(served.address)
    page.locator("html[data-ready='true']").wait_for(state="attached")
    tabs = page.get_by_role("tab").all()
    assert len(tabs) > 5
    for tab in tabs:
        tab.click()
        page.locator(f"#{tab.get_attribute('aria-controls')}:not([aria-busy])").wait_for()
    assert page.locator("#left-out").is_hidden()
    assert page.locator("#keep").is_hidden()  # a copy of the page would lack what stands beside it
    # The engine of the query tab runs in a worker made from text that came with the page.
    assert all(address.removeprefix("blob:").startswith(served.address) for address in asked)
    assert f"{served.address}blocks/network" in asked
    assert complaints == []
    page.reload()
    page.locator("html[data-ready='true']").wait_for(state="attached")
    context.close()


def test_a_port_that_is_taken_is_said_at_once(served: Served) -> None:
    began = time.monotonic()
    for lang, words in (("en", f"port {served.port} is taken"), ("zh", f"端口 {served.port} 已被其他程序占用")):
        done = run("dossier", "--serve", "--port", str(served.port), "--lang", lang)
        assert done.returncode == 1
        assert words in done.stderr
        assert "--port" in done.stderr
        assert done.stdout == ""
    assert time.monotonic() - began < 20  # the analysis was not made first


@pytest.mark.parametrize("module", ["starlette", "uvicorn"])
@pytest.mark.parametrize(("lang", "words"), [("en", "two packages more"), ("zh", "另需两个软件包")])
def test_without_its_packages_it_says_what_to_install(root: Path, module: str, lang: str, words: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT.format(module=module, lang=lang)],
        capture_output=True, text=True, encoding="utf-8", check=False,
        env=os.environ | {"PYTHONPATH": str(root / "src")},
    )  # fmt: skip
    assert done.returncode == 2
    assert words in done.stderr
    assert "definer[serve]" in done.stderr
    assert "Traceback" not in done.stderr


def test_ctrl_c_ends_it_quietly(served: Served) -> None:
    served.process.send_signal(signal.SIGINT)
    _, said = served.process.communicate(timeout=20)
    assert served.process.returncode == 0
    assert "Ctrl-C" in said
    assert "Traceback" not in said
