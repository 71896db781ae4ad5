"""Why the office says no. A refusal carries a code and facts; texts/ has the words."""

from typing import Any, TypeVar

T = TypeVar("T")


class Refusal(Exception):
    """An anticipated no. Anything else that is raised is a bug.

    Args:
        code: the text under `refusal.<code>` that explains it and says what is expected.
        facts: plain values for the blanks of that text.
    """

    def __init__(self, code: str, /, **facts: Any) -> None:
        super().__init__(code, facts)
        self.code = code
        self.facts = facts


def must_find(thing: T | None) -> T:
    """What was asked for; a refusal where there is no such thing."""
    if thing is None:
        raise Refusal("not_found")
    return thing
