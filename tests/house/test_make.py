"""What a machine has installed is installed again only where something else is asked for."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

HOUSE = Path(__file__).parents[2]
ASKED = {"requirements.txt": ".ok", "requirements-dev.txt": ".dev"}
"""What is installed, and where it is kept in `.venv` as it was asked for."""


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A second tree whose `.venv` is a link to that of another, and older than its files."""
    installed, tree = tmp_path / "main" / ".venv", tmp_path / "second"
    installed.mkdir(parents=True)
    tree.mkdir()
    shutil.copy(HOUSE / "Makefile", tree)
    for name, kept in ASKED.items():
        shutil.copy(HOUSE / name, tree)
        shutil.copy(HOUSE / name, installed / kept)
        os.utime(installed / kept, (0, 0))
    (tree / ".venv").symlink_to(installed)
    return tree


def would_do(tree: Path, what: str = "quick") -> str:
    told = ["make", "--dry-run", "--no-print-directory", what]
    return subprocess.run(told, cwd=tree, capture_output=True, text=True, check=True).stdout


def test_a_second_tree_installs_nothing_again(checkout: Path) -> None:
    assert "pytest" in would_do(checkout)
    assert "install" not in would_do(checkout)


@pytest.mark.parametrize("asked", ASKED)
def test_what_is_asked_for_anew_is_installed(checkout: Path, asked: str) -> None:
    with (checkout / asked).open("a") as file:
        file.write("another==1.0\n")
    assert f"install --quiet --disable-pip-version-check --require-hashes -r {asked}" in would_do(
        checkout
    )


def test_a_fresh_machine_installs_all(checkout: Path) -> None:
    (checkout / ".venv").unlink()
    said = would_do(checkout, "demo")
    assert "-m venv .venv" in said
    assert "-r requirements.txt" in said
