"""How the bot fetches what happened."""

from __future__ import annotations

from collections.abc import Coroutine
from typing import Any

from sandbox.methods.registry import Turn, method
from sandbox.things import JSON
from sandbox.updates import KINDS, NOT_BY_DEFAULT


@method("getUpdates")
def get_updates(turn: Turn) -> Coroutine[Any, Any, list[JSON]]:
    queue, args = turn.state.queue, turn.args
    allowed = args.get("allowed_updates")
    if allowed is not None:
        for kind in set(allowed) - set(KINDS):
            turn.complain(f'unknown kind of update "{kind}"')
        queue.allowed = set(allowed) & set(KINDS) or set(KINDS) - NOT_BY_DEFAULT
    patient = turn.state.pace is not None
    return queue.get(
        args.get("offset", 0), args.get("limit", 100), args.get("timeout", 0), patient
    )


@method("deleteWebhook")
def delete_webhook(turn: Turn) -> bool:
    if turn.args.get("drop_pending_updates"):
        turn.state.queue.drop()
    return True


@method("getWebhookInfo")
def get_webhook_info(turn: Turn) -> JSON:
    waiting = len(turn.state.queue)
    return {"url": "", "has_custom_certificate": False, "pending_update_count": waiting}


@method("getMe")
def get_me(turn: Turn) -> JSON:
    return turn.state.bot | {
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
        "has_topics_enabled": False,
        "allows_users_to_create_topics": False,
        "can_manage_bots": False,
        "supports_guest_queries": False,
        "supports_join_request_queries": False,
    }
