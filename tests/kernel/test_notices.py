"""What a press is answered with is cut as Telegram counts it."""

import pytest

from bot.courier import TOAST_LETTERS, noticed


@pytest.mark.parametrize("text", ["🤝 " + "đ" * 300, "🤝" * 150, "đ" * 199 + "🤝🤝"])
def test_a_notice_is_no_longer_than_telegram_takes(text: str) -> None:
    """A letter that is two in UTF-16 made it one too long, and the press got no answer."""
    said = noticed(text)
    assert len(said.encode("utf-16-le")) // 2 <= TOAST_LETTERS
    assert text.startswith(said)
