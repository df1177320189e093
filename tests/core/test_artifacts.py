"""The path of an artifact cannot leave the folder that it is written below."""

import pytest

from generator.core.artifacts import Artifact


@pytest.mark.parametrize("path", ["index.md", "policies/cn-vr-2022.md", "a/.b/…/中"])
def test_a_path_below_the_folder_is_taken(path: str) -> None:
    """Relative, with forward slashes."""
    assert Artifact(path, b"").path == path


OUTSIDE = ["", ".", "..", "/etc/passwd", "../a", "a/../../b", "a//b", "a/", "a/./b"]
NOT_EVERYWHERE = ["C:\\a", "c:a", "..\\a", "a\0b", "a\nb", "a?b", "a*"]


@pytest.mark.parametrize("path", [*OUTSIDE, *NOT_EVERYWHERE])
def test_a_path_that_may_lead_elsewhere_is_a_bug(path: str) -> None:
    """On any system: what is a name on one may be a drive or a stream on another."""
    with pytest.raises(ValueError, match="no artifact may be written"):
        Artifact(path, b"")
