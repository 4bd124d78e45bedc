"""The HTTP shell. Reading libraries stay out of it: pages are read in processes of their own."""

from dossier.web.app import create_app

__all__ = ["create_app"]
