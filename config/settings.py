"""All settings, driven by the environment. See docs/operate.md for the list of variables."""

import os
from pathlib import Path
from typing import Any

from csp.constants import NONE, SELF, UNSAFE_EVAL, UNSAFE_INLINE

from config.desk import UNFOLD as UNFOLD
from config.environment import (
    at_least,
    database_url,
    email_url,
    env,
    flag,
    one_of,
    read,
    secret_key,
    service_url,
    site_address,
)

BASE_DIR = Path(__file__).resolve().parent.parent
DATA_DIR = Path(read(env.str, "DATA_DIR", str(BASE_DIR / "var"))).expanduser().resolve()
DATA_DIR.mkdir(mode=0o700, parents=True, exist_ok=True)  # holds the key and what readers wrote: the owner's alone

# --- What kind of place this is -------------------------------------------------------------------------------
DEBUG = flag("DEBUG", False)
HTTPS = flag("HTTPS", False)  # readers come through TLS alone: redirect, secure cookies, HSTS for subdomains too
BEHIND_PROXY = flag("BEHIND_PROXY", False)  # one trusted proxy sets X-Forwarded-For and X-Forwarded-Proto
SECRET_KEY = secret_key(DATA_DIR)
ALLOWED_HOSTS: list[str] = read(env.list, "ALLOWED_HOSTS", []) or ["127.0.0.1", "localhost", "[::1]"]
SITE_ADDRESS = site_address("SITE_ADDRESS", ALLOWED_HOSTS, HTTPS)  # where letters to readers lead
DESK_PATH = "toa-soan/"
DEMO = flag("DEMO", True)  # the first start lays out the demo edition

# --- The house ------------------------------------------------------------------------------------------------
INSTALLED_APPS = [
    "unfold",
    "unfold.contrib.filters",
    "unfold.contrib.forms",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "config.apps.NeededStaticFiles",
    "csp",
    "ckeditor",
    "django_otp",
    "django_otp.plugins.otp_totp",
    "django_tasks",
    "config.apps.QueuedTasks",
    "news",
    "comments",
]
MIDDLEWARE = [
    "config.logs.RequestLog",
    "config.health.HealthChecks",
    "config.door.RefuseBrokenRequests",
    "config.middleware.ForwardedScheme",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "config.middleware.ContentPolicy",
    "config.middleware.DeskSessions",
    "django.middleware.common.CommonMiddleware",
    "config.middleware.DeskCsrf",
    "config.middleware.DeskAuthentication",
    "config.middleware.DeskTwoFactor",
    "config.middleware.DeskMessages",
    "config.middleware.DeskAccounts",
    "config.middleware.Frames",
]
ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "news.context.masthead",
                "news.context.bell",
            ],
        },
    },
]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "news.User"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
TWO_FACTOR_REQUIRED = flag("TWO_FACTOR_REQUIRED", False)  # whoever may publish sets it up before anything else
OTP_TOTP_THROTTLE_FACTOR = 0  # news/accounts/throttle.py counts; the package's own delays would lock the owner out
PASSWORD_RESET_TIMEOUT = 2 * 3600  # seconds; a link in a mailbox
LOGIN_URL = "admin:login"
LOGIN_REDIRECT_URL = "admin:index"  # for who opens the sign-in page itself

# --- Database -------------------------------------------------------------------------------------------------
# FULL: a comment that was acknowledged is still there after a power cut. IMMEDIATE: writers queue instead of failing.
SQLITE_OPTIONS = {
    "timeout": 20,
    "transaction_mode": "IMMEDIATE",
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA mmap_size=134217728;",
}


def database() -> dict[str, Any]:
    """Where the newspaper is kept: DATABASE_URL (PostgreSQL or SQLite), else a SQLite file in DATA_DIR."""
    found = {"ENGINE": "django.db.backends.sqlite3", "NAME": str(DATA_DIR / "toa-soan.sqlite3")}
    if os.environ.get("DATABASE_URL"):
        found = database_url("DATABASE_URL")
    if found["ENGINE"].endswith("sqlite3"):
        return {**found, "OPTIONS": SQLITE_OPTIONS, "CONN_MAX_AGE": None}
    return {**found, "CONN_MAX_AGE": 300, "CONN_HEALTH_CHECKS": True}


DATABASES = {"default": database()}

# --- Work behind the scenes ------------------------------------------------------------------------------------
# The queue is a table of the database that we have. Nothing that readers need depends on it: it only draws ahead.
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

# --- Language and time ----------------------------------------------------------------------------------------
LANGUAGES = [("vi", "Tiếng Việt"), ("en", "English")]
LANGUAGE_CODE = one_of(dict(LANGUAGES), "DESK_LANGUAGE", "vi")
LOCALE_PATHS = [BASE_DIR / "config" / "locale"]
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_TZ = True
USE_I18N = True
FORMAT_MODULE_PATH = ["config.formats"]

# --- Files ----------------------------------------------------------------------------------------------------
STATIC_URL = "static/"
STATIC_ROOT = DATA_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_ROOT = DATA_DIR / "media"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

# --- What a stranger may send ---------------------------------------------------------------------------------
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024  # bytes; an article's form, not its photos
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000
DATA_UPLOAD_MAX_NUMBER_FILES = 20
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
AUTOSAVE_DAYS = at_least(1, "AUTOSAVE_DAYS", 30)  # then `thin_revisions` keeps one autosave a day and person
READER_DATA_DAYS = at_least(1, "READER_DATA_DAYS", 90)  # then `erase_readers` erases e-mails and hashes of addresses
REJECTED_DAYS = at_least(1, "REJECTED_DAYS", 180)  # then it erases the words of what was not shown
LEARNED_SCORE = flag("LEARNED_SCORE", True)  # guesses what the newsroom would turn down, from what it has decided
SCORE_LIKELY = at_least(50, "SCORE_LIKELY", 60)  # percent; from there on a comment is marked
SCORE_REJECTS = at_least(0, "SCORE_REJECTS", 0)  # percent; from there on it is rejected unread; 0: never
SCORE_DECISIONS = at_least(20, "SCORE_DECISIONS", 200)  # own ones, before the score is measured on them
SCORE_PRECISION = at_least(0, "SCORE_PRECISION", 80)  # percent; below, the score is off
COMMENT_PAUSE = flag("COMMENT_PAUSE", True)  # ask a writer to pause, once, where the score is high
COMMENTS_PER_MINUTE = at_least(1, "COMMENTS_PER_MINUTE", 6)  # from one address, over all articles
LIKES_PER_HOUR = at_least(1, "LIKES_PER_HOUR", 60)  # from one address, second thoughts included
REPORTS_PER_HOUR = at_least(1, "REPORTS_PER_HOUR", 10)  # from one address

# --- Services that are asked about comments: nobody, unless the operator names them -----------------------------
COMMENT_HOOK_URL = service_url("COMMENT_HOOK_URL")
AKISMET_KEY: str = read(env.str, "AKISMET_KEY", "")
AKISMET_URL = service_url("AKISMET_URL", "https://rest.akismet.com/1.1/comment-check")
COMMENT_CHECK_SECONDS = at_least(1, "COMMENT_CHECK_SECONDS", 5)
COMMENT_CHECK_DEFAULT = one_of(("wait", "accept"), "COMMENT_CHECK_DEFAULT", "wait")  # where nobody answers
COMMENT_CHECKS_GET_EMAIL = flag("COMMENT_CHECKS_GET_EMAIL", False)

# --- Trust ----------------------------------------------------------------------------------------------------
SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = at_least(0, "HSTS_SECONDS", 365 * 24 * 3600)  # told to those alone who came through TLS
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_HSTS_PRELOAD = HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")  # strangers' are dropped by ForwardedScheme
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SESSION_COOKIE_SECURE = HTTPS
SESSION_COOKIE_PATH = f"/{DESK_PATH}"
SESSION_COOKIE_AGE = 14 * 24 * 3600
CSRF_COOKIE_SECURE = HTTPS
CSRF_COOKIE_PATH = f"/{DESK_PATH}"
CSRF_COOKIE_HTTPONLY = False  # the editor's upload of pictures sends it along
CSRF_FAILURE_VIEW = "news.desk.answers.token_refused"
X_FRAME_OPTIONS = "DENY"  # the desk may frame itself, see Frames
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
# The desk's own tools (Alpine in the admin's theme, CKEditor 4) write inline code: staff only, still no foreign host.
DESK_CONTENT_SECURITY_POLICY = {
    **CONTENT_SECURITY_POLICY["DIRECTIVES"],
    "script-src": [SELF, UNSAFE_INLINE, UNSAFE_EVAL],
    "style-src": [SELF, UNSAFE_INLINE],
    "img-src": [SELF, "data:", "blob:"],
    "frame-src": [SELF],
    "frame-ancestors": [SELF],
}

# --- Mail and logs --------------------------------------------------------------------------------------------
vars().update(email_url("EMAIL_URL"))
DEFAULT_FROM_EMAIL = read(env.str, "DEFAULT_FROM_EMAIL", "toa-soan@localhost")
# WARNING tells of what went wrong and of slow answers; INFO of every request as well.
LOG_LEVEL = one_of(("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL"), "LOG_LEVEL", "WARNING")
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"json": {"()": "config.logs.JsonFormatter"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "json"}},
    "root": {"handlers": ["stderr"], "level": LOG_LEVEL},
    "loggers": {
        "django": {"handlers": [], "propagate": True},
        "django.server": {"handlers": [], "propagate": True},
        "django_tasks_db": {"level": "ERROR"},  # that a worker was told to stop is no news
        # Strangers' wrong addresses and made-up hosts are no news; what failed here is.
        "django.request": {"level": "ERROR"},
        "django.security.DisallowedHost": {"level": "CRITICAL"},
    },
}

# --- The desk -------------------------------------------------------------------------------------------------
SILENCED_SYSTEM_CHECKS = [
    # CKEditor 4.22 gets no more fixes: every body is cleaned on the server on save, public pages run no inline
    # script, and the editor sits behind one field class (news/editor.py) so that a successor is a one-file change.
    "ckeditor.W001",
    # False alarms: the checks look for Django's own classes, ours (Frames, DeskCsrf) are subclasses of them.
    "security.W002",
    "security.W003",
]
