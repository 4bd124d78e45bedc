"""Invented dossiers to try the program on.

An independent hand: nothing here reads the label data or uses code of the readers.
"""

from dossier.sample.story import story_names
from dossier.sample.write import PACKAGINGS, Sample, write_samples

__all__ = ["PACKAGINGS", "Sample", "story_names", "write_samples"]
