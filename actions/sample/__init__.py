"""The sample office: a file of invented people and work, moved to the weeks around now."""

from actions.sample.loading import NotEmpty, load_sample
from storage.offices import is_sample_file

__all__ = ["NotEmpty", "is_sample_file", "load_sample"]
