"""The platform's own settings, with three addresses more, and for the test of the tests without its guard."""

from fucina.config.environment import flag
from fucina.config.settings import *  # noqa: F403
from fucina.config.settings import INSTALLED_APPS

ROOT_URLCONF = "tests.race.urls"
if flag("RACE_WITHOUT_GUARD", False):
    INSTALLED_APPS = [*INSTALLED_APPS, "tests.race.unguarded.Unguarded"]
