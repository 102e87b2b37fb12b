"""Uploading in tests of the desk: files sent, read as a worker reads them, and what was answered."""

from django.core.files.uploadedfile import SimpleUploadedFile

from statements import importing
from statements.models import ImportFile

UPLOAD = "/admin/statements/article/upload/"
CALL = "أجرى وزير خارجية أرخانيا سامر الحلواني اتصالاً هاتفياً مع نظيره، وقال إن الحوار هو السبيل."
TALKS = "قال وزير خارجية ذورين ليث البارودي إن بلاده ترفض المواقف السابقة وتدعم الحوار بين الجميع."


def text_file(name: str, text: str | bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, text.encode() if isinstance(text, str) else text, "text/plain")


def send(client, files=(), **typed):
    """Upload, let a worker read what came, and open the page of the import."""
    response = client.post(UPLOAD, {"files": list(files), "text": "", **typed}, follow=True)
    read_all()
    return client.get(response.request["PATH_INFO"]) if response.redirect_chain else response


def read_all() -> None:
    """What a worker does with the files that wait."""
    for file in ImportFile.objects.filter(state=ImportFile.State.WAITING):
        importing.read_import_file(file.pk)


def answers(response) -> list[tuple[str, str]]:
    return [(result.file.name, result.outcome) for result in response.context["page"]]
