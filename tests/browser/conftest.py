"""A real Chromium before the sandbox's page; only `make test-browser` comes here."""

from __future__ import annotations

import contextlib
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.hands import ARTEFACTS, Desk

CHROMIUM = Path("/usr/bin/chromium")
QUIETLY = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
ROOT = Path(__file__).resolve().parents[2]
SIZES = {"desktop": (1600, 900), "laptop": (1440, 900), "phone": (360, 740)}


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """In a plain run these tests do not exist, so that nothing is skipped."""
    wanted = "browser" in (config.option.markexpr or "")
    return None if wanted or collection_path.suffix != ".py" else True


def pytest_configure(config: pytest.Config) -> None:
    if "browser" in (config.option.markexpr or "") and not CHROMIUM.exists():
        pytest.exit(f"Chromium is missing: {CHROMIUM} (Debian: apt install chromium)", 1)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=QUIETLY)
        yield browser
        browser.close()


@contextlib.contextmanager
def run_stage(bot: str, folder: Path, port: int = 0) -> Iterator[str]:
    """The sandbox in a process of its own; gives the page's address."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.browser.stage", bot, str(folder), str(port)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    with process:
        assert process.stdout is not None
        try:
            yield process.stdout.readline().strip()
        finally:
            process.terminate()


@pytest.fixture(scope="module")
def echo_stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with run_stage("echo", tmp_path_factory.mktemp("demo")) as address:
        yield address


@pytest.fixture
def office_stage(tmp_path: Path) -> Iterator[str]:
    with run_stage("office", tmp_path / "demo") as address:
        yield address


class Open(Protocol):
    def __call__(self, address: str, size: str, locale: str = "vi-VN") -> Desk: ...


@pytest.fixture
def open_page(chromium: Browser, request: pytest.FixtureRequest) -> Iterator[Open]:
    """Open the page in a window of a size; a picture of it is kept at the end."""
    pages: list[tuple[str, Page]] = []
    wrong: list[str] = []

    def open_(address: str, size: str, locale: str = "vi-VN") -> Desk:
        width, height = SIZES[size]
        context = chromium.new_context(
            base_url=address,
            viewport={"width": width, "height": height},
            locale=locale,
            reduced_motion="reduce",
        )
        page = context.new_page()
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.goto(address)
        page.wait_for_selector("body.ready")
        pages.append((size, page))
        return Desk(page, narrow=size == "phone")

    yield open_
    ARTEFACTS.mkdir(exist_ok=True)
    for size, page in pages:
        name = request.node.name.replace("[", "-").replace("]", "").replace("/", "-")
        if not page.is_closed():
            page.screenshot(path=ARTEFACTS / f"{name}-{size}.png")
        page.context.close()
    assert not wrong, wrong
