"""`python -m dossier` is the `dossier` command."""

from dossier.cli import main

if __name__ == "__main__":
    main()
