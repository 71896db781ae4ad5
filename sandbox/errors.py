"""What Telegram says when it will not do something."""

from __future__ import annotations

from typing import Any


class ApiError(Exception):
    """An answer with `ok: false`; a condition is nobody's fault, anything else is a violation."""

    def __init__(
        self, code: int, description: str, *, condition: bool = False, **parameters: Any
    ) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.condition = condition
        self.parameters = parameters

    def body(self) -> dict[str, Any]:
        answer = {"ok": False, "error_code": self.code, "description": self.description}
        return answer | ({"parameters": self.parameters} if self.parameters else {})


def bad(text: str, *, condition: bool = False) -> ApiError:
    """400, worded as Telegram words it: the first letter is lowered unless it is a CODE."""
    if not (len(text) > 1 and (text[1] == "_" or text[1].isupper())):
        text = text[:1].lower() + text[1:]
    return ApiError(400, f"Bad Request: {text}", condition=condition)


def forbidden(text: str, *, condition: bool = False) -> ApiError:
    return ApiError(403, f"Forbidden: {text}", condition=condition)


def flood(retry_after: int, *, condition: bool = False) -> ApiError:
    text = f"Too Many Requests: retry after {retry_after}"
    return ApiError(429, text, condition=condition, retry_after=retry_after)


class Impossible(Exception):
    """What nobody can do at a telephone or with the clock, said in the page's two languages."""

    def __init__(self, en: str, vi: str) -> None:
        super().__init__(en)
        self.en, self.vi = en, vi

    def json(self) -> dict[str, str]:
        return {"error": self.en, "vi": self.vi}


class Unreachable(Exception):
    """The call never arrived: the connection is refused or dropped before anything happened."""


GARBLED = b"<html>Dang nhap wifi</html>"
"""What somebody's hotspot says in Telegram's place."""


class AnswerLost(Exception):
    """The call was obeyed, but its answer never came back, or another page came instead."""

    def __init__(self, hang: bool = False, garbled: bool = False) -> None:
        super().__init__("the answer was lost")
        self.hang = hang
        self.instead = GARBLED if garbled else None
