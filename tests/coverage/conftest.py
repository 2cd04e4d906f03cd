"""The register that these tests read with."""

from pathlib import Path

import pytest

from build_tools.model.register import Register
from build_tools.register.load import load_register
from tests.content import REGISTER


@pytest.fixture(scope="session")
def register(root: Path) -> Register:
    return load_register(REGISTER)
