import pytest

from fucina.config.mail import mail_settings
from fucina.config.problem import SetupProblem


def test_password_is_read_from_the_address() -> None:
    options = mail_settings("smtp://post:p%40ss@mail.example:2525")["OPTIONS"]

    assert (options["host"], options["port"], options["username"], options["password"]) == (
        "mail.example", 2525, "post", "p@ss",
    )  # fmt: skip
    assert (options["use_tls"], options["use_ssl"]) == (True, False)


@pytest.mark.parametrize(
    "wrong", ["", "mail.example", "http://mail.example", "smtp://", "smtp://a:b"]
)
def test_address_of_no_mail_server_is_refused(wrong: str) -> None:
    with pytest.raises(SetupProblem, match="FUCINA_MAIL_URL"):
        mail_settings(wrong)
