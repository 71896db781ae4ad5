"""The key of what is sealed, for whoever sits at the machine."""

from storage.sealing import fault_of_key, make_key

__all__ = ["fault_of_key", "make_key"]
