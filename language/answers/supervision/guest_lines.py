"""What an invited citizen types: «bác đi được», «bác bận rồi cháu ạ»."""

from language.answers.replies.whole_sayings import whole_saying


def guest_says(text: str) -> str:
    """`yes`, `no`; nothing where the whole line says neither."""
    return whole_saying(text, "guests", ("yes", "no"), ",")
