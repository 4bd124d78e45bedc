"""The web application for a WSGI server: `gunicorn wsgi:app`."""

from dossier.web import create_app

app = create_app()
