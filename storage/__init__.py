"""Everything written down. The only folder that knows SQL."""

from storage.database import Connection, Database, DatabaseInUse, NewerDatabase
from storage.work import Work

__all__ = ["Connection", "Database", "DatabaseInUse", "NewerDatabase", "Work"]
