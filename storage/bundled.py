"""What the program brings along: the presets of offices, and the sample office."""

import json
import tomllib
from functools import cache
from importlib import resources
from typing import Any

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


def sample_data() -> dict[str, Any]:
    """The sample office: every person, figure and shortcoming in it is invented."""
    text = (BUNDLED / "sample" / "demo_data.json").read_text("utf-8")
    data: dict[str, Any] = json.loads(text)
    return data
