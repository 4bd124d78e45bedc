"""Reads application dossiers for Chinese professional titles, checks them and says what is wrong."""

__version__ = "0.1.0"
