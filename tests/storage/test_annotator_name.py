"""Who is annotating."""

import pytest

from annotator.errors import UsageError
from annotator.storage.annotator_name import annotator_name


@pytest.fixture(autouse=True)
def nobody(monkeypatch):
    for variable in ("ANNOTATE_ANNOTATOR", "LOGNAME", "USER", "LNAME", "USERNAME"):
        monkeypatch.delenv(variable, raising=False)


def test_the_option_wins_then_the_environment_then_the_login(monkeypatch):
    monkeypatch.setenv("USER", "login")
    assert annotator_name(None) == "login"
    monkeypatch.setenv("ANNOTATE_ANNOTATOR", "bob")
    assert annotator_name(None) == "bob"
    assert annotator_name("ana") == "ana"


@pytest.mark.parametrize(
    "login, name",
    [("DOMAIN\\Ana Maria", "DOMAIN-Ana-Maria"), ("x" * 99, "x" * 64), ("zoë", "zoë")],
)
def test_a_login_is_made_to_fit(monkeypatch, login: str, name: str):
    monkeypatch.setenv("LOGNAME", login)
    assert annotator_name(None) == name


def test_without_a_login_variable_the_system_knows():
    assert annotator_name(None)


@pytest.mark.parametrize("given", ["", "a b", "../x", "con"])
def test_a_name_that_was_given_is_never_changed(given: str):
    with pytest.raises(UsageError, match="name"):
        annotator_name(given)


def test_a_login_that_fits_nothing_asks_for_the_option(monkeypatch):
    monkeypatch.setenv("LOGNAME", "///")
    with pytest.raises(UsageError, match="--annotator NAME"):
        annotator_name(None)
