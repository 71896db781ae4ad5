"""Telegram's MarkdownV2, read as its own parser reads it, with its own errors."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sandbox.errors import bad
from sandbox.links import text_link
from sandbox.utf16 import units

RESERVED = "_*[]()~`>#+-=|{}.!\n"
NAMES = {  # the parser's own names, as they stand in its errors
    "bold": "Bold",
    "italic": "Italic",
    "underline": "Underline",
    "strikethrough": "Strikethrough",
    "spoiler": "Spoiler",
    "code": "Code",
    "pre": "Pre",
    "text_link": "TextUrl",
    "custom_emoji": "CustomEmoji",
    "blockquote": "BlockQuote",
}
SIGNS = {"*": "bold", "_": "italic", "~": "strikethrough", "[": "text_link", "`": "code"}
DOUBLE = {"__": "underline", "||": "spoiler", "![": "custom_emoji"}
ENDS = {
    "bold": "*",
    "italic": "_",
    "underline": "__",
    "strikethrough": "~",
    "spoiler": "||",
    "code": "`",
    "pre": "```",
    "text_link": "]",
    "custom_emoji": "]",
}


@dataclass
class _Open:
    kind: str
    offset: int
    begin: int
    start: int
    language: str = ""


def parse_markdown(text: str) -> tuple[str, list[dict[str, Any]]]:
    """The plain text and its entities, or Telegram's refusal."""
    return _Parser(text).run()


class _Parser:
    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.plain = ""
        self.open: list[_Open] = []
        self.entities: list[dict[str, Any]] = []
        self.quoted = False
        self.line_start = True

    def run(self) -> tuple[str, list[dict[str, Any]]]:
        while self.at < len(self.text):
            self._step()
        self._end_of_text()
        return self.plain, sorted(self.entities, key=lambda e: (e["offset"], -e["length"]))

    def _step(self) -> None:
        letter = self.text[self.at]
        following = self.text[self.at + 1 : self.at + 2]
        inside = self.open[-1].kind if self.open else ""
        if letter == "\\" and following and 0 < ord(following) <= 126:
            self._write(following, 2)
        elif letter not in ("`" if inside in {"code", "pre"} else RESERVED):
            self._write(letter, 1)
        elif letter == "\n" and self.quoted and following != ">":
            self._end_quote()
        elif inside and self._closes(inside):
            self._end(self.open.pop())
        else:
            self._begin(letter)

    def _write(self, letter: str, taken: int) -> None:
        self.plain += letter
        self.at += taken
        if letter != "\r":
            self.line_start = letter == "\n"

    def _closes(self, kind: str) -> bool:
        if kind == "italic" and self.text.startswith("__", self.at):
            return False
        return kind in ENDS and self.text.startswith(ENDS[kind], self.at)

    def _begin(self, letter: str) -> None:
        double = self.text[self.at : self.at + 2]
        if letter == "\n":
            self._write("\n", 1)
        elif letter == ">" and self.line_start:
            if not self.quoted:
                self._push("blockquote", 1)
            else:
                self.at += 1
            self.quoted = True
        elif self.text.startswith("```", self.at):
            self._begin_pre()
        elif double in DOUBLE:
            self._push(DOUBLE[double], 2)
        elif letter in SIGNS:
            self._push(SIGNS[letter], 1)
        else:
            self._fail(
                f"Character '{letter}' is reserved and must be escaped with the preceding '\\'"
            )

    def _push(self, kind: str, taken: int, language: str = "") -> None:
        self.open.append(_Open(kind, units(self.plain), self.at, len(self.plain), language))
        self.at += taken

    def _begin_pre(self) -> None:
        end = self.at + 3
        while end < len(self.text) and not self.text[end].isspace() and self.text[end] != "`":
            end += 1
        named = end < len(self.text) and self.text[end] != "`"
        language = self.text[self.at + 3 : end] if named else ""
        self._push("pre", 3 + len(language), language)
        if self.text[self.at : self.at + 2] in {"\r\n", "\n\r"}:
            self.at += 2
        elif self.text[self.at : self.at + 1] in {"\n", "\r"}:
            self.at += 1

    def _end(self, opened: _Open) -> None:
        self.at += len(ENDS[opened.kind])
        more: dict[str, Any] | None = {"language": opened.language} if opened.language else {}
        if opened.kind == "text_link":
            more = text_link(self._address() or self.plain[opened.start :])
        elif opened.kind == "custom_emoji":
            if self.text[self.at : self.at + 1] != "(":
                self._fail("The entity must contain a tg://emoji or tg://time URL")
            number = self._address().rpartition("id=")[2]
            if not number.isdigit():
                self._fail("Invalid tg://emoji or tg://time URL specified")
            more = {"custom_emoji_id": number}
        if more is not None:
            self._keep(opened, opened.kind, more)

    def _keep(self, opened: _Open, kind: str, more: dict[str, Any]) -> None:
        length = units(self.plain) - opened.offset
        if length:
            place = {"type": kind, "offset": opened.offset, "length": length}
            self.entities.append(place | more)

    def _address(self) -> str:
        """The (address) after a link's text, or nothing."""
        if self.text[self.at : self.at + 1] != "(":
            return ""
        begin = self.at = self.at + 1
        address = ""
        while self.at < len(self.text) and self.text[self.at] != ")":
            if self.text[self.at] == "\\" and self.at + 1 < len(self.text):
                self.at += 1
            address += self.text[self.at]
            self.at += 1
        if self.at >= len(self.text):
            self._fail_at("Can't find end of a URL", begin)
        self.at += 1
        return address

    def _end_quote(self) -> None:
        kind = self._quote_kind()
        opened = self.open.pop()
        self._write("\n", 1)
        self._keep(opened, kind, {})
        self.quoted = False

    def _quote_kind(self) -> str:
        """A quote ended by || is an expandable one; anything else left open is a mistake."""
        last = self.open[-1]
        if last.kind == "spoiler" and last.begin == len(self.text[: self.at].rstrip("\r")) - 2:
            self.open.pop()
            last = self.open[-1]
            if last.kind == "blockquote":
                return "expandable_blockquote"
        if last.kind != "blockquote":
            self._unended(last)
        return "blockquote"

    def _end_of_text(self) -> None:
        if self.quoted and self.open:
            kind = self._quote_kind()
            self._keep(self.open.pop(), kind, {})
        if self.open:
            self._unended(self.open[-1])

    def _unended(self, opened: _Open) -> None:
        name = "PreCode" if opened.language else NAMES[opened.kind]
        self._fail_at(f"Can't find end of {name} entity", opened.begin)

    def _fail(self, words: str) -> None:
        raise bad(f"Can't parse entities: {words}")

    def _fail_at(self, words: str, place: int) -> None:
        self._fail(f"{words} at byte offset {len(self.text[:place].encode())}")
