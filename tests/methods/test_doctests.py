"""Every example in a docstring runs, and every public name has one."""

import doctest
import importlib
import inspect
import pkgutil

import pytest

import fucina.methods

OWN = {
    "uncertainty",
    "cashflow",
    "decision",
    "location",
    "voting",
    "network",
    "portfolio",
    "pricing",
    "statute",
}
MODULES = [
    info.name
    for info in pkgutil.walk_packages(fucina.methods.__path__, "fucina.methods.")
    if info.name.split(".")[2] in OWN | {"arrays", "compiled", "errors"}
]


@pytest.mark.parametrize("name", MODULES)
def test_docstring_examples_run(name):
    module = importlib.import_module(name)

    result = doctest.testmod(module)

    assert result.failed == 0


@pytest.mark.parametrize("package", sorted(OWN))
def test_every_public_name_has_an_example(package):
    module = importlib.import_module(f"fucina.methods.{package}")

    without = [
        name
        for name in module.__all__
        if ">>>" not in (inspect.getdoc(getattr(module, name)) or "")
    ]

    assert without == []
