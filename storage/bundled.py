"""What the program brings along: the presets of offices, and the sample office."""

import json
import tomllib
from functools import cache
from importlib import resources
from typing import Any

from domain.calendar import Holiday
from domain.presets import Preset, preset_of

BUNDLED = resources.files("storage")


@cache
def presets() -> dict[str, Preset]:
    """Every preset by its code, such as `district_2017`."""
    files = sorted((BUNDLED / "presets").iterdir(), key=lambda file: file.name)
    codes = {file.name.removesuffix(".toml"): file for file in files}
    return {
        code: preset_of(code, tomllib.loads(file.read_text("utf-8")))
        for code, file in codes.items()
    }


@cache
def holidays() -> tuple[Holiday, ...]:
    """Vietnam's public holidays, as far as they are known."""
    rows = tomllib.loads((BUNDLED / "holidays.toml").read_text("utf-8"))["day"]
    return tuple(
        Holiday(row["first"], row.get("last", row["first"]), row["name"], row.get("sure", True))
        for row in rows
    )


@cache
def checklists() -> dict[str, list[str]]:
    """What a list begins with until an office writes its own."""
    return tomllib.loads((BUNDLED / "checklists.toml").read_text("utf-8"))


def sample_data() -> dict[str, Any]:
    """The sample office: every person, figure and shortcoming in it is invented."""
    text = (BUNDLED / "sample" / "demo_data.json").read_text("utf-8")
    data: dict[str, Any] = json.loads(text)
    return data
