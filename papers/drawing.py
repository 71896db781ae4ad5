"""Shapes and words of a picture, as SVG, and the picture made of them."""

import html
from importlib import resources

import resvg_py

FACE = "Be Vietnam Pro"
INK, QUIET, LINE, PAPER = "#1b1f24", "#57606a", "#d0d7de", "#ffffff"
HATCH = "url(#hatch)"
PATTERNS = (
    '<defs><pattern id="hatch" width="14" height="14" patternUnits="userSpaceOnUse"'
    ' patternTransform="rotate(45)"><rect width="14" height="14" fill="#ffffff"/>'
    '<rect width="5" height="14" fill="#8c959f"/></pattern></defs>'
)
NARROW, WIDE = "iljtfrI.,:;'()|/ ", "mwMWĐƠƯ@%"
_FONTS = resources.files("papers") / "fonts"


def letters_in(width: float, text: str, size: float, *, bold: bool = False) -> str:
    """As much of a text as a line can hold, with «…» where it was cut."""
    if width_of(text, size, bold=bold) <= width:
        return text
    while text and width_of(f"{text}…", size, bold=bold) > width:
        text = text[:-1]
    return f"{text.rstrip()}…"


def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """About how wide a text is; a little more rather than less."""
    ems = sum(0.34 if c in NARROW else 0.92 if c in WIDE else _plain(c) for c in text)
    return ems * size * (1.14 if bold else 1)


def _plain(letter: str) -> float:
    return 0.7 if letter.isupper() else 0.56


class Canvas:
    """A page that is drawn on from above, and becomes a PNG."""

    def __init__(self, width: int, height: int) -> None:
        self.width, self.height = width, height
        self._shapes: list[str] = []

    def words(
        self,
        x: float,
        y: float,
        text: str,
        size: float,
        *,
        bold: bool = False,
        colour: str = INK,
        anchor: str = "start",
    ) -> None:
        """A line of text; `y` is where its letters stand."""
        weight = 700 if bold else 400
        self._shapes.append(
            f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" font-weight="{weight}"'
            f' fill="{colour}" text-anchor="{anchor}">{html.escape(text)}</text>'
        )

    def box(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        fill: str,
        edge: str = "none",
        radius: float = 0,
    ) -> None:
        self._shapes.append(
            f'<rect x="{x:.1f}" y="{y:.1f}" width="{max(0, width):.1f}"'
            f' height="{max(0, height):.1f}" rx="{radius}" fill="{fill}" stroke="{edge}"'
            ' stroke-width="2"/>'
        )

    def line(self, x: float, y: float, until: float) -> None:
        self._shapes.append(
            f'<line x1="{x}" y1="{y}" x2="{until}" y2="{y}" stroke="{LINE}" stroke-width="2"/>'
        )

    def svg(self) -> str:
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{self.width}"'
            f' height="{self.height}" font-family="{FACE}">{PATTERNS}'
            f'<rect width="100%" height="100%" fill="{PAPER}"/>{"".join(self._shapes)}</svg>'
        )

    def png(self) -> bytes:
        fonts = [str(_FONTS / f"BeVietnamPro-{weight}.ttf") for weight in ("Regular", "Bold")]
        drawn = resvg_py.svg_to_bytes(
            svg_string=self.svg(), skip_system_fonts=True, font_files=fonts, font_family=FACE
        )
        return bytes(drawn)
