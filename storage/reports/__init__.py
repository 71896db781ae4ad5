"""The questions that a report asks of what was written down, one file each."""

from importlib import resources


def _question(name: str) -> str:
    """Its statement; the first line of the file says what it asks."""
    text = (resources.files(__name__) / f"{name}.sql").read_text("utf-8")
    return text.partition("\n")[2]


TASKS = _question("tasks")
STEPS = _question("steps")
CONCLUSIONS = _question("conclusions")
FIRST = _question("first")
YEAR = _question("year")
OPINIONS = _question("opinions")
BECAME = _question("became")
STOOD = _question("stood")
MATTERS = _question("matters")
RECOMMENDATIONS = _question("recommendations")
REOPENED = _question("reopened")
HOUSES = _question("houses")
CLAIMS = _question("claims")
PRAISED = _question("praised")
THANKED = _question("thanked")
