"""QR codes, as pictures to print or to send."""

import io
from collections.abc import Mapping
from typing import Any

import segno

from papers.wording import Wording


def qr(link: str, scale: int = 12) -> bytes:
    """A QR code as PNG; level M survives a fold or a raindrop."""
    out = io.BytesIO()
    segno.make(link, error="m", micro=False).save(out, kind="png", scale=scale, border=4)
    return out.getvalue()


def qr_picture(words: Wording, facts: Mapping[str, Any]) -> tuple[str, bytes]:
    """The QR of an activity's link, to share in any group."""
    return f"{facts['code']}.png", qr(facts["link"])


PAPERS = {"qr": qr_picture}
