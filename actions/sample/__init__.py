"""The sample office: a file of invented people and work, moved to the weeks around now."""

from actions.sample.loading import NotEmpty, load_sample

__all__ = ["NotEmpty", "load_sample"]
