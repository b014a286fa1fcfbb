"""A real Chromium, started once, that keeps a record of what its pages do.

The fixtures are for the ``conftest.py`` of each folder whose tests need them.
"""

import atexit
import shutil
from dataclasses import dataclass, field
from functools import cache

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


@dataclass
class Visit:
    """A page in the browser, with every request and every word on the console since it opened."""

    page: Page
    requests: list[str] = field(default_factory=list)
    console: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("console", lambda message: self.console.append(message.text))
        self.page.on("pageerror", lambda error: self.console.append(str(error)))


@cache
def chromium(executable: str) -> Browser:
    """The browser, ended with the tests."""
    playwright = sync_playwright().start()
    started = playwright.chromium.launch(executable_path=executable, args=ARGUMENTS)
    atexit.register(playwright.stop)
    atexit.register(started.close)
    return started


@pytest.fixture(scope="session")
def browser():
    """Debian's Chromium."""
    executable = shutil.which("chromium")
    if executable is None:
        pytest.skip("there is no Chromium; on Debian: apt-get install chromium")
    return chromium(executable)


@pytest.fixture
def visit(browser):
    """Open an address in a window of its own: ``visit(url, width=..., color_scheme=...)``."""
    contexts = []

    def opened(url, *, width=1280, height=900, **options):
        context = browser.new_context(viewport={"width": width, "height": height}, **options)
        contexts.append(context)
        visited = Visit(context.new_page())
        visited.page.goto(url)
        return visited

    yield opened
    for context in contexts:
        context.close()
