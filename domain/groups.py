"""What is said in a group: never about a person, only where to talk in private."""

from domain.letters import Message, Press


def deep_link(username: str, payload: str) -> str:
    return f"https://t.me/{username}?start={payload}"


def group_note(kind: str, username: str | None) -> Message:
    """A short line for a group, with a button that opens the private chat."""
    link = deep_link(username, "nhom") if username else ""
    buttons = ((Press("private", url=link),),) if link else ()
    return Message(kind, buttons=buttons)
