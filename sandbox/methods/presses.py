"""Answers to presses of inline buttons and to inline queries."""

from __future__ import annotations

from sandbox.errors import bad
from sandbox.methods.registry import Turn, method
from sandbox.state import ANSWER_WITHIN, Toast
from sandbox.utf16 import units

TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
LONGEST_ANSWER = 200


@method("answerCallbackQuery")
def answer_callback_query(turn: Turn) -> bool:
    press = turn.state.presses.get(str(turn.args.get("callback_query_id", "")))
    text, url = turn.args.get("text", ""), turn.args.get("url", "")
    if units(text) > LONGEST_ANSWER:
        raise bad("MESSAGE_TOO_LONG")
    if url and not url.startswith(f"https://t.me/{turn.state.username}?"):
        raise bad("URL_INVALID")
    if press is None:
        raise bad(TOO_OLD)
    late = turn.state.monotonic() - press.at > ANSWER_WITHIN
    if late or press.answered:
        raise bad(TOO_OLD, condition=late)
    press.answered = True
    if text or url:
        toast = Toast(text, bool(turn.args.get("show_alert")), url)
        turn.state.toasts.setdefault(press.user.id, []).append(toast)
    turn.state.announce(
        "toast", user=press.user.id, text=text, alert=bool(turn.args.get("show_alert")), url=url
    )
    return True


@method("answerInlineQuery")
def answer_inline_query(turn: Turn) -> bool:
    if len(turn.args.need("results")) > 50:
        raise bad("RESULTS_TOO_MUCH")
    raise bad(TOO_OLD)  # these phones make no inline queries
