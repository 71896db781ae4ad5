"""How a story gives a command of `python -m bot` and reads what it said."""

import pytest

from bot.commands import main

TOKEN = "123456:AAFAKE-SECRET-0123456789abcdefghij"
SECRET = TOKEN.partition(":")[2]


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    status = main(arguments)
    out, err = capsys.readouterr()
    assert SECRET not in out + err
    assert "Traceback" not in err
    return status, out, err
