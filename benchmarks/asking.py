"""A measurement's line of command: `--help` says what it measures, and measures nothing."""

from argparse import ArgumentParser, RawDescriptionHelpFormatter


def asking(about: str | None) -> ArgumentParser:
    """Told by the measurement's own docstring; its options are added by whoever has some."""
    return ArgumentParser(description=about, formatter_class=RawDescriptionHelpFormatter)
