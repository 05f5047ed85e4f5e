"""What earlier runs found out, kept for the next: any fault of it is a miss, never an error."""

from factcheck.cache.folder import default_folder
from factcheck.cache.store import NO_STORE, Info, Store

__all__ = ["NO_STORE", "Info", "Store", "default_folder"]
