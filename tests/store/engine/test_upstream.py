"""TinyDB's own tests, as they come with its source, on our classes."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tarfile
from importlib.metadata import version
from pathlib import Path
from xml.etree import ElementTree

import pytest

ROOT = Path(__file__).parents[3]
FIXTURES = Path(__file__).with_name("upstream_conftest.py")

SUITES = ("test_tables", "test_tinydb", "test_operations", "test_queries")
"""The other files test TinyDB's storages, middlewares and caches by themselves, and a book has none of them."""

NO_CACHE = "a book keeps no query cache, which could not know of other processes"
NO_SECOND_TIME = "an id is never given twice, not even after its table was emptied"
OWN_WORDS = "it looks for TinyDB's own class names in the text that stands for the object"
STOCK_STORAGE = "it looks for a storage class of TinyDB's own"

EXCEPTIONS = {
    "test_tables::test_query_cache": NO_CACHE,
    "test_tables::test_query_cache_size": NO_CACHE,
    "test_tables::test_lru_cache": NO_CACHE,
    "test_tinydb::test_search": NO_CACHE,
    "test_tinydb::test_search_path": NO_CACHE,
    "test_tables::test_truncate_table": NO_SECOND_TIME,
    "test_tinydb::test_doc_ids_json": NO_SECOND_TIME,
    "test_tables::test_table_repr": OWN_WORDS,
    "test_tinydb::test_repr": OWN_WORDS,
    "test_tinydb::test_access_storage": STOCK_STORAGE,
    "test_tinydb::test_storage_access": STOCK_STORAGE,
    "test_tables::test_persist_table": "a book counts a table among its tables once it holds a document",
    "test_tinydb::test_drop_table": "a book has the tables of its shapes and no others",
}
"""The tests that cannot pass, each with its reason; one that begins to pass has to leave this list."""


def source_of_tinydb(folder: Path) -> Path:
    """The source archive of the installed version."""
    wanted = f"tinydb=={version('tinydb')}"
    options = ["--no-deps", "--no-binary", ":all:", "--retries", "0", "--disable-pip-version-check"]
    command = [sys.executable, "-m", "pip", "download", *options, "--dest", str(folder), wanted]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300)
    if done.returncode:
        tell = pytest.fail if "CI" in os.environ else pytest.skip
        tell(f"The source of {wanted} cannot be had here: {(done.stderr.strip().splitlines() or ['?'])[-1]}")
    (archive,) = folder.glob("*.tar.gz")
    return archive


def laid_out(archive: Path, folder: Path) -> Path:
    """A folder with TinyDB's tests and our fixtures."""
    folder.mkdir()
    with tarfile.open(archive) as source:
        for suite in SUITES:
            (member,) = (name for name in source.getnames() if name.endswith(f"/tests/{suite}.py"))
            text = source.extractfile(member)
            assert text is not None
            (folder / f"{suite}.py").write_bytes(text.read())
    shutil.copy(FIXTURES, folder / "conftest.py")
    return folder


def outcomes_of(tests: Path) -> tuple[dict[str, bool], str]:
    """Whether each test passed, and all that was said."""
    report = tests / "report.xml"
    (tests / "pytest.ini").write_text("[pytest]\n")
    own = {"PYTHONPATH": str(ROOT), "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", "PYTEST_ADDOPTS": ""}
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", f"--junitxml={report}"]
    done = subprocess.run(
        command, cwd=tests, env=os.environ | own, capture_output=True, text=True, timeout=300
    )
    assert report.exists(), done.stdout + done.stderr
    cases = ElementTree.parse(report).iter("testcase")
    return {f"{case.get('classname')}::{case.get('name')}": len(case) == 0 for case in cases}, done.stdout


def test_tinydbs_own_tests_pass_on_a_book_except_where_it_means_to_differ(tmp_path: Path) -> None:
    passed, said = outcomes_of(laid_out(source_of_tinydb(tmp_path), tmp_path / "upstream"))
    different = {name for name, good in passed.items() if not good}
    expected = "\n".join(f"{name}: {reason}" for name, reason in EXCEPTIONS.items())
    assert different == EXCEPTIONS.keys(), f"A book means to differ only here:\n{expected}\n\n{said}"
    assert len(passed) - len(different) > 100
