"""Several files written together, all of them or none; and why a file cannot be, in words."""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from ..ontology.language import Language
from .faults import display

__all__ = ["WriteError", "trouble", "write_all"]

_TROUBLES: dict[int, tuple[str, str]] = {
    errno.ENOENT: ("there is no such file or folder: correct the path", "没有这个文件或文件夹：请改正路径"),
    errno.EISDIR: ("this is a folder: name a file", "这是一个文件夹：请写明文件"),
    errno.ENOTDIR: (
        "a part of the path is a file, not a folder: correct the path",
        "路径中有一段是文件而不是文件夹：请改正路径",
    ),
    errno.EEXIST: (
        "a file of this name is in the way: name another place, or move it away",
        "已有同名文件：请换一个位置，或移走该文件",
    ),
    errno.EROFS: ("the disk is read-only: name another place", "磁盘为只读：请换一个位置"),
    errno.ENOSPC: ("the disk is full: make room, and try again", "磁盘已满：请腾出空间后重试"),
    errno.EDQUOT: ("your quota of the disk is used up: make room, and try again", "磁盘配额已用完：请腾出空间后重试"),
    errno.ENAMETOOLONG: ("the name is too long: choose a shorter one", "名称过长：请用较短的名称"),
    **dict.fromkeys(
        (errno.EACCES, errno.EPERM),
        (
            "that is not permitted: change the permissions of the file and its folder, or name another place",
            "没有权限：请修改该文件及其文件夹的权限，或换一个位置",
        ),
    ),
}
"""What is wrong and what to do, by the number that the system gives."""
_NO_FOLDER = ("its folder is not there: make it, or correct the path", "其文件夹不存在：请先建立，或改正路径")


def trouble(error: OSError, lang: Language) -> str:
    """What keeps a file from being read or written, and what to do.

    Parameters
    ----------
    error : OSError
        What the system said.
    lang : {"en", "zh"}
        Language of the words; of what is rare, the system's own.

    Examples
    --------
    >>> trouble(IsADirectoryError(errno.EISDIR, "Is a directory"), "en")
    'this is a folder: name a file'
    """
    if error.errno in _TROUBLES:
        return _TROUBLES[error.errno][lang == "zh"]
    return display(str(error.strerror or error))


class WriteError(OSError):
    """A file that could not be written, and is as it was before.

    Parameters
    ----------
    path : Path
        The file, as its user calls it.
    cause : OSError
        What the system said, perhaps of a temporary file beside it.
    alone : bool
        Whether nothing is said of other files; else none of them was changed either.
    """

    def __init__(self, path: Path, cause: OSError, *, alone: bool = False) -> None:
        super().__init__(cause.errno, cause.strerror or str(cause), str(path))
        self._alone = alone

    def message(self, lang: Language = "en") -> str:
        """Which file, what became of it, why, and what to do.

        Parameters
        ----------
        lang : {"en", "zh"}
            Language of the words.
        """
        why = trouble(self, lang)
        if self.errno == errno.ENOENT:
            why = _NO_FOLDER[lang == "zh"]
        kept = (
            ("nothing there was changed", "原有内容未变") if self._alone else ("nothing was written", "未写入任何内容")
        )
        if lang == "zh":
            return f"{self.filename} 无法写入，{kept[1]}：{why}"
        return f"{self.filename} cannot be written, {kept[0]}: {why}"


def write_all(contents: Mapping[Path, bytes]) -> None:
    """Write files so that each changes in one step, and all stay as they were if one cannot be written.

    Every content is first written aside, in the folder of its file; only then are the files replaced, in the order
    given. A file that was there keeps its permissions.

    Parameters
    ----------
    contents : mapping of Path to bytes
        Whole content by file; files that are not there are made.

    Raises
    ------
    WriteError
        If a folder or file cannot be written to; files that had been replaced are put back.
    OSError
        If one could not be put back.
    """
    targets = {path: (path.resolve(), content) for path, content in contents.items()}  # a link stays a link
    aside: list[Path] = []
    before: list[tuple[Path, Path | None]] = []
    try:
        new: dict[Path, Path] = {}
        for name, (path, content) in targets.items():
            with _named(name):
                new[name] = _aside(path, content, aside)
        for name, (path, _) in targets.items():
            with _named(name):
                # The old content stands ready too: putting it back must not need room on a disk that is full.
                old = _aside(path, path.read_bytes(), aside) if path.exists() else None
                new[name].replace(path)
            before.append((path, old))
    except BaseException:
        for path, old in reversed(before):
            path.unlink() if old is None else old.replace(path)
        raise
    finally:
        for left in aside:
            left.unlink(missing_ok=True)


@contextmanager
def _named(path: Path) -> Iterator[None]:
    """Errors within are of the file, by the name that its user knows, not of a temporary one."""
    try:
        yield
    except OSError as error:
        raise WriteError(path, error) from error


def _aside(path: Path, content: bytes, made: list[Path]) -> Path:
    """Hidden file beside `path` with the content, on the disk; its name is added to `made`."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    written = Path(name)
    made.append(written)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    if path.exists():
        shutil.copymode(path, written)
    else:
        umask = os.umask(0)
        os.umask(umask)
        written.chmod(0o666 & ~umask)
    return written
