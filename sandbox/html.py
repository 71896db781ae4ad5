"""Telegram's HTML, read as its own parser reads it, with its own errors."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sandbox.errors import bad
from sandbox.links import text_link
from sandbox.utf16 import units

TAGS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "a": "text_link",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "tg-emoji": "custom_emoji",
}
LITERAL = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
SPACE = " \t\r\n\0\v"
END = "\0"


@dataclass
class _Open:
    tag: str
    argument: str
    offset: int
    start: int


def parse_html(text: str) -> tuple[str, list[dict[str, Any]]]:
    """The plain text and its entities, or Telegram's refusal."""
    return _Parser(text).run()


class _Parser:
    def __init__(self, text: str) -> None:
        self.text = text + END
        self.at = 0
        self.plain = ""
        self.open: list[_Open] = []
        self.entities: list[dict[str, Any]] = []

    def run(self) -> tuple[str, list[dict[str, Any]]]:
        while self.at < len(self.text) - 1:
            letter = self.text[self.at]
            if letter == "&":
                self.plain += self._reference() or self._take()
            elif letter != "<":
                self.plain += self._take()
            elif self.text[self.at + 1] == "/":
                self._end_tag()
            else:
                self._start_tag()
        if self.open:
            self._fail(f'Can\'t find end tag corresponding to start tag "{self.open[-1].tag}"')
        for entity in self.entities:
            if entity["type"] == "code":
                entity.pop("language", None)
        return self.plain, sorted(self.entities, key=lambda e: (e["offset"], -e["length"]))

    def _take(self) -> str:
        self.at += 1
        return self.text[self.at - 1]

    def _fail(self, words: str) -> None:
        raise bad(f"Can't parse entities: {words}")

    def _fail_at(self, words: str, place: int, more: str = "") -> None:
        self._fail(f"{words} at byte offset {len(self.text[:place].encode())}{more}")

    def _skip(self, stop: str) -> str:
        begin = self.at
        while self.text[self.at] not in stop:
            self.at += 1
        return self.text[begin : self.at]

    def _blank(self) -> None:
        while self.text[self.at] != END and self.text[self.at] in SPACE:
            self.at += 1

    def _reference(self) -> str:
        """A character reference such as &lt; or &#38;, or nothing if it is none."""
        end = self.at + 1
        if self.text[end] == "#":
            hexadecimal = self.text[end + 1] == "x"
            end += 2 if hexadecimal else 1
            begin = end
            allowed = "0123456789abcdefABCDEF" if hexadecimal else "0123456789"
            while self.text[end] in allowed:
                end += 1
            digits = self.text[begin:end]
            code = int(digits, 16 if hexadecimal else 10) if digits else 0
            if not 0 < code < 0x10FFFF or end - self.at >= 10:
                return ""
            letter = chr(code)
        else:
            while self.text[end].isascii() and self.text[end].isalpha():
                end += 1
            letter = LITERAL.get(self.text[self.at + 1 : end], "")
            if not letter:
                return ""
        self.at = end + (self.text[end] == ";")
        return letter

    def _start_tag(self) -> None:
        begin = self.at
        self.at += 1
        tag = self._skip(SPACE + ">").lower()
        if self.text[self.at] == END:
            self._fail_at("Unclosed start tag", begin)
        if tag not in TAGS:
            self._fail_at(f'Unsupported start tag "{tag}"', begin)
        argument = self._attributes(tag, begin)
        if tag == "span" and argument != "spoiler":
            self._fail_at('Tag "span" must have class "tg-spoiler"', begin)
        self.at += 1
        self.open.append(_Open(tag, argument, units(self.plain), len(self.plain)))

    def _attributes(self, tag: str, begin: int) -> str:
        argument = ""
        while self.text[self.at] != ">":
            self._blank()
            if self.text[self.at] == ">":
                break
            name = self._skip(SPACE + "=>/\"'")
            if not name:
                self._fail_at(f'Empty attribute name in the tag "{tag}"', begin)
            self._blank()
            if self.text[self.at] != "=":
                if self.text[self.at] == END:
                    self._fail_at(f'Unclosed start tag "{tag}"', begin)
                argument = "1" if (tag, name) == ("blockquote", "expandable") else argument
                continue
            self.at += 1
            self._blank()
            if self.text[self.at] == END:
                self._fail_at(f'Unclosed start tag "{tag}"', begin)
            value = self._value()
            if self.text[self.at] == END:
                self._fail_at("Unclosed start tag", begin)
            argument = _meaning(tag, name, value) or argument
        return argument

    def _value(self) -> str:
        quote = self.text[self.at]
        if quote not in "'\"":
            begin = self.at
            while self.text[self.at].isascii() and (
                self.text[self.at].isalnum() or self.text[self.at] in ".-"
            ):
                self.at += 1
            if self.text[self.at] not in SPACE + ">":
                self._fail_at("Unexpected end of name token", begin)
            return self.text[begin : self.at].lower()
        self.at += 1
        value = ""
        while self.text[self.at] not in quote + END:
            value += (self._reference() if self.text[self.at] == "&" else "") or self._take()
        self.at += self.text[self.at] == quote
        return value

    def _end_tag(self) -> None:
        begin = self.at
        if not self.open:
            self._fail_at("Unexpected end tag", begin)
        self.at += 2
        tag = self._skip(SPACE + ">").lower()
        self._blank()
        if self.text[self.at] != ">":
            self._fail_at("Unclosed end tag", begin)
        self.at += 1
        opened = self.open[-1]
        if tag not in ("", opened.tag):
            more = f', expected "</{opened.tag}>", found "</{tag}>"'
            self._fail_at("Unmatched end tag", begin, more)
        self.open.pop()
        length = units(self.plain) - opened.offset
        if length:
            self._close(opened, length)

    def _close(self, opened: _Open, length: int) -> None:
        place = {"offset": opened.offset, "length": length}
        kind = TAGS[opened.tag]
        last = self.entities[-1] if self.entities else {}
        same = last.get("offset") == opened.offset and last.get("length") == length
        if kind == "text_link":
            link = text_link(opened.argument or self.plain[opened.start :])
            self.entities += [place | link] if link else []
        elif kind == "pre" and same and last.get("type") == "code" and "language" in last:
            last["type"] = "pre"
        elif kind == "code" and opened.argument:
            self.entities.append({"type": "code", **place, "language": opened.argument})
        elif kind == "blockquote" and opened.argument:
            self.entities.append({"type": "expandable_blockquote", **place})
        elif kind == "custom_emoji":
            if not opened.argument.isdigit():
                self._fail("Invalid custom emoji identifier specified")
            self.entities.append({"type": kind, **place, "custom_emoji_id": opened.argument})
        else:
            self.entities.append({"type": kind, **place})


def _meaning(tag: str, name: str, value: str) -> str:
    """What an attribute says that Telegram listens to."""
    if (tag, name) in {("a", "href"), ("tg-emoji", "emoji-id")}:
        return value
    if (tag, name) == ("code", "class") and value.startswith("language-"):
        return value[len("language-") :]
    if (tag, name) == ("span", "class") and value.startswith("tg-"):
        return value[len("tg-") :]
    return "1" if (tag, name) == ("blockquote", "expandable") else ""
