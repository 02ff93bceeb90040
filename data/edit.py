"""Add a tie to a directory of claims: what follows from its slot filled in, the whole checked, then written."""

from __future__ import annotations

import csv
import io
import re
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

from ..ontology.claim import KNOWN, Record
from ..ontology.language import Language
from ..ontology.records import Organization, Paradigm, Slot, Source, Tie, TieEvidence
from ..ontology.values import earliest, latest
from . import hints
from .cells import rows_of
from .columns import columns
from .encoding import decode
from .faults import ClaimsError, Fault, Value, display
from .files import WriteError, write_all
from .read import Claims, read_claims
from .review import review
from .tables import PACKAGE, kind_of
from .write import cell

__all__ = ["Added", "EditError", "Written", "add_tie"]

_SPECIAL: dict[str, tuple[str, ...]] = {"IN_HOUSE": ("in-house", "自给"), "UNKNOWN": ("unknown", "不明")}
_OPEN = "OPEN:"
_OWN_OR_OPEN = Decimal("0.2")
"""Revocability of what a firm makes itself and of what is nobody's."""
_CONFIRMED_WITHIN = timedelta(days=731)
"""How long after its start a tie whose end nobody states may have been confirmed."""
_SHARE = re.compile(r"(?P<low>.+?)\s*[-–—~～至]\s*(?P<high>.+)\Z")  # dashes as people type them
_ID = re.compile(r"(?P<prefix>.*?)(?P<number>[0-9]+)\Z")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a cell begins with that a spreadsheet computes: curators open the tables in one."""
_FREE = ("quote", "locator", "note")
"""Columns of free text; the form of all others is checked."""
_SHOWN = 20
"""Faults, at most, that a refusal repeats of claims that were at fault before."""

_OPTION: dict[str, str] = {
    "share_low": "--share",
    "share_high": "--share",
    "share_basis": "--basis",
    "evidence": "--source",
    "sources": "--source",
    "tie": "--id",
}
"""Options that are not called as the column that they fill."""
_FILLED = ("-", "paradigm", "layer", "known_from", "last_confirmed", "status", "modality", "rank")
"""Columns for which there is no option."""
_TIE_ID = ("id", "tie")
_PLACE = re.compile(r"(\.csv):[0-9]+\Z")

_WORDS: dict[str, tuple[str, str]] = {
    "unknown": ('no {en} "{text}"', "没有名为“{text}”的{zh}"),
    "maybe": ("; did you mean {near}?", "；是否指：{near}？"),
    "several": ('more than one {en} is called "{text}": {near}', "名为“{text}”的{zh}不止一个：{near}"),
    "at_fault": (
        "the claims were at fault before ({n:,}), nothing was added: mend them first (definer validate)",
        "数据目录原已有 {n:,} 处错误，未添加任何内容：请先改正（definer validate）",
    ),
    "refused": (
        "with this row the claims would be at fault ({n:,}); nothing was written",
        "加入此行后数据将有 {n:,} 处错误，未写入任何内容",
    ),
    "no_kind": (
        'no row of slot "{slot}" tells yet of what kind its ties are: name the kind (--kind: {kinds})',
        "槽位“{slot}”尚无任何行可推知其依赖关系类型：请用 --kind 指明（{kinds}）",
    ),
    "no_source": (
        "{option} tells of a source: name one (--source), or leave {option} out",
        "{option} 须有来源：请用 --source 指明来源，或不写 {option}",
    ),
    "formula": (
        '{option} begins with "{sign}", which spreadsheets take for a formula: begin with a word or a quotation mark',
        "{option} 以“{sign}”开头，电子表格会当作公式：请以文字或引号开头",
    ),
    "taken": (
        '--id: "{text}" is taken by {place}: choose another, or leave out --id; nothing was written',
        "--id：“{text}”已用于 {place}：请另选编号，或不写 --id；未写入任何内容",
    ),
    "row": ("the new row", "新行"),
    "same": ("{place} says the same already; nothing was written", "{place} 已有相同内容，未写入任何内容"),
    "changed": (
        "{file} was changed by somebody else meanwhile; nothing was written: try again",
        "{file} 同时被他人改动，未写入任何内容，请重试",
    ),
}


class EditError(Exception):
    """A change of claims that was refused; nothing was written.

    Attributes
    ----------
    faults : tuple of Fault
        Faults that stood in the way, if any; those of the new row itself name the option, and have line 0.
    exit_code : int
        2 where the call is wrong (a name that nothing bears), else 1.
    """

    def __init__(self, key: str, faults: Iterable[Fault] = (), *, exit_code: int = 1, **values: object) -> None:
        self.faults = tuple(faults)
        self.exit_code = exit_code
        self._key = key
        self._values = values
        super().__init__(self.message())

    def message(self, lang: Language = "en") -> str:
        """What is wrong, in the language; below it the faults, one a line.

        Parameters
        ----------
        lang : {"en", "zh"}
            Language of the words.
        """
        near = self._values.get("near")
        values = dict(self._values)
        if isinstance(near, tuple):
            values["near"] = _listed(near, lang)
        first = _WORDS[self._key][lang == "zh"].format(**values)
        if self._key == "unknown":
            first += _WORDS["maybe"][lang == "zh"].format(**values) if near else "。" if lang == "zh" else ""
        return "\n".join([first, *(fault.message(lang) for fault in self.faults)])


@dataclass(frozen=True)
class Written:
    """A row that was written, or would be.

    Attributes
    ----------
    file : str
        Name of the file.
    line : int
        Line at which it stands.
    row : dict of str to str
        Its cells by column, blank ones too.
    """

    file: str
    line: int
    row: dict[str, str]

    def to_dict(self) -> dict[str, object]:
        """As plain values."""
        return {"file": self.file, "line": self.line, "row": dict(self.row)}


@dataclass(frozen=True)
class Added(Written):
    """A tie that was added, or would be.

    Attributes
    ----------
    file : str
        Name of the file.
    line : int
        Line at which it stands.
    row : dict of str to str
        Its cells by column, blank ones too.
    evidence : tuple of Written
        Rows that say what each source attests.
    warnings : tuple of Fault
        What the claims lack to be a census that they did not lack before.
    """

    evidence: tuple[Written, ...] = ()
    warnings: tuple[Fault, ...] = ()


def add_tie(
    directory: Path,
    *,
    dependent: str,
    slot: str,
    provider: str,
    start: str,
    end: str | None = None,
    share: str | None = None,
    basis: str | None = None,
    share_date: str | None = None,
    kind: str | None = None,
    criticality: str | None = None,
    revocability: str | None = None,
    closed: bool = False,
    round_trip: bool = False,
    sources: Sequence[str] = (),
    quote: str | None = None,
    locator: str | None = None,
    fields: Sequence[str] = (),
    confidence: str | None = None,
    note: str | None = None,
    tie_id: str | None = None,
    dry_run: bool = False,
) -> Added:
    """Add a tie that fills a slot, with its evidence, to a directory of claims.

    The directory with the new rows is read and checked as a whole before anything is written. The row goes where most
    ties of its paradigm are; all other lines stay as they are.

    Parameters
    ----------
    directory : Path
        Sound claims.
    dependent, provider : str
        Id, name or alias of an organization in either language; the provider also ``IN_HOUSE``, ``UNKNOWN`` or
        ``OPEN:standard``.
    slot : str
        Id or label of the slot. Paradigm and layer are the slot's.
    start : str
        Since when it holds, at any precision.
    end : str, optional
        Until when, exclusive; ``unknown`` if it ended and nobody says when. Before the data's date the tie is `ended`.
    share : str, optional
        Share inside the slot, ``low-high`` or one value.
    basis, share_date : str, optional
        What the share is a share of, and when it was measured.
    kind : str, optional
        Kind of tie; without it that of most rows of the slot.
    criticality : str, optional
        Without it the greatest that other rows of the same dependent and slot have, else the slot's.
    revocability : str, optional
        Without it the slot's; 0.2 for ``IN_HOUSE`` and ``OPEN:standard``.
    closed, round_trip : bool, optional
        Whether the list of providers is complete; whether the two had a capital tie too.
    sources : sequence of str, optional
        Ids of sources; none means that the tie is merely known, and known from the data's date on. With sources it is
        known from its start on, or from the earliest publication if all sources are dated and that is later.
    quote, locator : str, optional
        Words of the first source, and where in it they stand; only with a source.
    fields : sequence of str, optional
        What the sources attest. If more than its existence, each source gets a row of evidence.
    confidence, note : str, optional
        Confidence in the tie, and a remark.
    tie_id : str, optional
        Id; without it the next one in the style of the file.
    dry_run : bool, optional
        Write nothing.

    Returns
    -------
    Added
        The row, where it stands, its rows of evidence, and the warnings that the change causes.

    Raises
    ------
    EditError
        If a name is unknown, the claims are at fault or would be, or the same row is there.
    WriteError
        If a file cannot be written; all files are then as before.
    OSError
        If a file cannot be read.
    """
    claims = _sound(directory)
    needed = _slot(claims, slot)
    given = {
        "dependent": _firm(claims, dependent),
        "provider": _provider(claims, provider),
        "start": start,
        "end": end,
        "kind": kind or _kind(claims, needed),
        "share_basis": basis,
        "share_date": share_date,
        "criticality": criticality,
        "revocability": revocability,
        "closed": cell(closed),
        "round_trip": cell(round_trip),
        "sources": ";".join(_parts(sources)) or KNOWN,
        "quote": quote,
        "locator": locator,
        "confidence": confidence,
        "note": note,
        **_share(share),
    }
    cells = {name: (text or "").strip() for name, text in given.items()}
    _refuse_formulas(given)
    attested = _parts(fields)
    _fill(claims, needed, cells)
    _refuse_words_of_nobody(cells, attested)
    sheet = _Sheet.of(directory, _tie_file(claims, needed.paradigm), Tie)
    cells["id"] = (tie_id or "").strip() or _next_id(claims, sheet, needed.paradigm)
    _refuse_unfit(cells)
    _refuse_same(claims, cells)
    _refuse_taken(claims, cells["id"])
    sheet.insert(cells)
    sheets = [sheet]
    rows = _evidence(claims, cells, attested)
    if rows:
        part = sheet.name.removeprefix("ties")  # "-pc.csv" or ".csv"
        sheets.append(_Sheet.of(directory, f"tie_evidence{part}", TieEvidence))
        for row in rows:
            sheets[-1].insert(row)
    warnings = _check(directory, claims, sheets)
    if not dry_run:
        _write(directory, sheets)
    evidence = tuple(sheets[-1].written(row["id"]) for row in rows)
    tie = sheet.written(cells["id"])
    return Added(tie.file, tie.line, tie.row, evidence, warnings)


def _parts(texts: Iterable[str]) -> tuple[str, ...]:
    """Words of texts that may hold several, each once."""
    return tuple(dict.fromkeys(part for text in texts for part in re.split("[,;，；、\\s]+", text) if part))


def _sound(directory: Path) -> Claims:
    try:
        return read_claims(directory)
    except ClaimsError as error:
        raise EditError("at_fault", error.faults[:_SHOWN], n=len(error.faults)) from error


# Names.


def _firm(claims: Claims, text: str) -> str:
    return _find(text, _firms(claims), ("organization", "机构"))


def _provider(claims: Claims, text: str) -> str:
    text = text.strip()
    if text.upper().startswith(_OPEN):
        return _OPEN + text[len(_OPEN) :].strip()
    return _find(text, _firms(claims) | _SPECIAL, ("provider", "提供方"))


def _slot(claims: Claims, text: str) -> Slot:
    slots = {one.id: one for one in claims.of(Slot)}
    names = {key: (one.label_en, one.label_zh) for key, one in slots.items()}
    return slots[_find(text, names, ("slot", "槽位"))]


def _firms(claims: Claims) -> dict[str, tuple[str, ...]]:
    return {one.id: (one.name_en, one.name_zh, *one.aliases) for one in claims.of(Organization)}


def _find(text: str, names: Mapping[str, tuple[str, ...]], what: tuple[str, str]) -> str:
    """Id of what is called `text`: by id, else by a name in either language that only one bears."""
    if text in names:
        return text
    wanted = _fold(text)
    forms: dict[str, list[str]] = {}
    for key in sorted(names):
        for form in dict.fromkeys(_fold(form) for form in (key, *names[key])):
            forms.setdefault(form, []).append(key)
    bearers = forms.get(wanted, [])
    if len(bearers) == 1:
        return bearers[0]
    # A Chinese name is too short for distances between spellings: what contains it, or is contained, is near too.
    holding = [form for form in forms if _tells(form, wanted) or _tells(wanted, form, least=1)]
    holding.sort(key=lambda form: (abs(len(form) - len(wanted)), form))
    near = [forms[form][0] for form in (*holding[:3], *hints.near(wanted, forms))]
    shown = tuple((key, names[key][0], names[key][1]) for key in bearers or list(dict.fromkeys(near))[:3])
    code = "several" if bearers else "unknown"
    raise EditError(code, exit_code=2, text=display(text), near=shown, en=what[0], zh=what[1])


def _fold(text: str) -> str:
    return " ".join(text.casefold().replace("_", " ").split())


def _tells(part: str, whole: str, least: int = 2) -> bool:
    """Whether `part` tells `whole`: `least` characters of Chinese do, three Latin letters do not."""
    return len(part) >= (least if part[:1] > "\u2e80" else 4) and part in whole


def _listed(near: Sequence[tuple[str, str, str]], lang: Language) -> str:
    if lang == "zh":
        return "、".join(f"{display(key)}（{display(zh)}）" for key, _, zh in near)
    return ", ".join(f"{display(key)} ({display(en)})" for key, en, _ in near)


# What follows from the slot, the sources and the dates.


def _kind(claims: Claims, slot: Slot) -> str:
    kinds = Counter(tie.kind for tie in claims.of(Tie) if tie.slot == slot.id)
    if not kinds:
        raise EditError("no_kind", exit_code=2, slot=slot.id, kinds=", ".join(columns(Tie)["kind"].words))
    return min(kinds, key=lambda kind: (-kinds[kind], kind))


def _share(text: str | None) -> dict[str, str | None]:
    found = _SHARE.match(text.strip()) if text else None
    low, high = (found["low"], found["high"]) if found else (text, text)
    return {"share_low": low, "share_high": high}


def _fill(claims: Claims, slot: Slot, cells: dict[str, str]) -> None:
    """Fill in what was not given. Dates that are none are left for the check to name."""
    sources = tuple(cells["sources"].split(";"))
    cells["paradigm"], cells["slot"], cells["layer"] = slot.paradigm, slot.id, slot.layer
    cells["criticality"] = cells["criticality"] or _criticality(claims, cells["dependent"], slot)
    own = cells["provider"] == "IN_HOUSE" or cells["provider"].startswith(_OPEN)
    cells["revocability"] = cells["revocability"] or cell(_OWN_OR_OPEN if own else slot.revocability)
    cells["evidence"] = "known" if sources == (KNOWN,) else "sourced"
    # Memory of today proves nothing about what was public when it began.
    known = cells["evidence"] == "known"
    cells["known_from"] = claims.as_of if known else _known_from(claims, cells["start"], sources)
    cells["status"] = "ended" if _is_over(cells["end"], claims.as_of) else "active"
    cells["last_confirmed"] = _last_confirmed(claims, slot.paradigm, cells, sources)
    cells["modality"], cells["rank"] = "asserted", "normal"


def _criticality(claims: Claims, dependent: str, slot: Slot) -> str:
    # It is a property of dependent and slot: where rows differ, the greatest holds.
    rows = [tie for tie in claims.of(Tie) if (tie.dependent, tie.slot) == (dependent, slot.id)]
    stated = [tie.criticality for tie in rows if tie.criticality is not None and tie.rank != "deprecated"]
    return cell(max(stated, default=slot.criticality))


def _known_from(claims: Claims, start: str, sources: Sequence[str]) -> str:
    """When it became public: at its start, or with its earliest source where every one is dated and later."""
    dates = _published(claims, sources)
    first = min(dates, key=earliest) if dates and len(dates) == len(sources) else ""
    begun = _first_day(start)
    if begun is None:  # the check says so of the start: once is enough
        return ""
    return first if first and earliest(first) > begun else start


def _last_confirmed(claims: Claims, paradigm: str, cells: Mapping[str, str], sources: Sequence[str]) -> str:
    """Newest publication among the sources, if it lies inside the tie's interval and the coded period.

    A tie whose end is stated needs none.
    """
    dates, begun = _published(claims, sources), _first_day(cells["start"])
    if not dates or not begun or cells["end"] not in ("", "unknown"):
        return ""
    newest = max(dates, key=earliest)
    seen = earliest(newest)
    coded = next(one for one in claims.of(Paradigm) if one.id == paradigm)
    inside = begun <= seen and earliest(coded.coded_from) <= seen <= latest(coded.coded_to)
    near = not cells["end"] or seen - begun <= _CONFIRMED_WITHIN
    return newest if inside and near else ""


def _published(claims: Claims, sources: Sequence[str]) -> list[str]:
    known = {one.id: one.published for one in claims.of(Source)}
    return [when for key in sources if (when := known.get(key))]


def _is_over(end: str, as_of: str) -> bool:
    first = _first_day(end)
    return end == "unknown" or (first is not None and first <= earliest(as_of))


def _first_day(text: str) -> date | None:
    try:
        return earliest(text)
    except ValueError:
        return None


def _evidence(claims: Claims, tie: Mapping[str, str], fields: Sequence[str]) -> list[dict[str, str]]:
    """One row for each source, where more than the tie's existence is attested; the words are the first source's."""
    if not set(fields) - {"existence"}:
        return []
    taken = {one.id for one in claims.of(TieEvidence)}
    rows: list[dict[str, str]] = []
    for source in (key for key in tie["sources"].split(";") if key != KNOWN):
        number = next(n for n in range(1, len(taken) + 2) if f"{tie['id']}-{n}" not in taken)
        key = f"{tie['id']}-{number}"
        taken.add(key)
        words = {name: "" if rows else tie[name] for name in ("quote", "locator")}
        rows.append(
            {
                "id": key,
                "tie": tie["id"],
                "fields": ";".join(fields),
                "sources": source,
                **words,
                **{name: tie[name] for name in ("evidence", "confidence", "modality", "rank")},
                "known_from": _known_from(claims, tie["start"], (source,)),
            }
        )
    return rows


# Files and ids.


def _tie_file(claims: Claims, paradigm: str) -> str:
    """Name of the file that holds most ties of the paradigm; where none does, of one that would."""
    own = f"ties-{paradigm}.csv"
    places = (claims.where(tie.id, Tie) for tie in claims.of(Tie) if tie.paradigm == paradigm)
    rows = Counter(place.rpartition(":")[0] for place in places)
    return min(rows, key=lambda name: (-rows[name], name != own, name), default=own)


def _next_id(claims: Claims, sheet: _Sheet, paradigm: str) -> str:
    """Id after the last one of the prefix that most ids of the file have, as wide as theirs."""
    taken = [found for tie in claims.of(Tie) if (found := _ID.match(tie.id))]
    here = set(sheet.ids)
    styles = Counter((found["prefix"], len(found["number"])) for found in taken if found[0] in here)
    default = paradigm if not paradigm[-1].isdigit() else f"{paradigm}-", 4
    prefix, width = min(styles, key=lambda style: (-styles[style], style), default=default)
    last = max((int(found["number"]) for found in taken if found["prefix"] == prefix), default=0)
    return f"{prefix}{last + 1:0{width}d}"


def _refuse_formulas(given: Mapping[str, str | None]) -> None:
    for name in _FREE:
        text = given[name] or ""
        if text.startswith(_FORMULA) or text.strip().startswith(_FORMULA):
            sign = text.strip()[:1] if text.strip().startswith(_FORMULA) else text[0]
            raise EditError("formula", option=_option(name), sign=display(sign))


def _refuse_words_of_nobody(cells: Mapping[str, str], fields: Sequence[str]) -> None:
    """Refuse a quotation, its place or attested fields of a tie without a source."""
    if cells["evidence"] == "known":
        for option, given in (("--quote", cells["quote"]), ("--locator", cells["locator"]), ("--fields", fields)):
            if given:
                raise EditError("no_source", option=option)


def _refuse_unfit(cells: Mapping[str, str]) -> None:
    """Refuse text that would not be one line of UTF-8: read back, it could not be told whose fault that is."""
    faults: list[Fault] = []
    for name, text in cells.items():
        if lines := len(re.findall("\r\n|\r|\n", text)):
            faults.append(_OfRow("", 0, name, "line_break", {"lines": lines + 1}))
        odd = re.search("[\ud800-\udfff]", text)  # a byte of the command line that is no text
        if odd:
            context: dict[str, Value] = {"position": odd.start() + 1, "code": f"U+{ord(odd[0]):04X}"}
            faults.append(_OfRow("", 0, name, "hostile_text", context))
    if faults:
        raise EditError("refused", faults, n=len(faults))


def _refuse_taken(claims: Claims, key: str) -> None:
    if any(tie.id == key for tie in claims.of(Tie)):
        raise EditError("taken", text=display(key), place=claims.where(key, Tie))


def _refuse_same(claims: Claims, cells: Mapping[str, str]) -> None:
    """Refuse a row that says what another says: a command given twice, not a second claim."""
    for tie in claims.of(Tie):
        if (tie.dependent, tie.slot, tie.provider) == (cells["dependent"], cells["slot"], cells["provider"]) and all(
            cell(getattr(tie, name)) == text for name, text in cells.items() if name != "id"
        ):
            raise EditError("same", place=claims.where(tie.id, Tie))


class _Sheet:
    """A table as the lines of its file, each kept as it is, and the rows put among them."""

    def __init__(self, name: str, kind: type[Record], content: bytes | None) -> None:
        self.name = name
        self.before = content
        self._kind = kind
        self._lines = [] if content is None else content.splitlines(keepends=True)
        if content is None:
            self._lines = [(",".join(kind.columns()) + "\n").encode()]
        rows = list(rows_of(name, decode(b"".join(self._lines)).text or "", ",", []))
        self._header = [name.strip() for name in rows[0].cells]
        self._head = rows[0].line - 1
        place = self._header.index("id")
        self._ids: list[str | None] = [None] * len(self._lines)  # None: a line that is no row
        for row in rows[1:]:
            self._ids[row.line - 1] = row.cells[place].strip()
        first = self._lines[self._head]
        self._ending = first[len(first.rstrip(b"\r\n")) :] or b"\n"
        self._rows: dict[str, dict[str, str]] = {}

    @classmethod
    def of(cls, directory: Path, name: str, kind: type[Record]) -> _Sheet:
        """Table of that name; without rows where there is none."""
        path = directory / name
        return cls(name, kind, path.read_bytes() if path.exists() else None)

    @property
    def ids(self) -> list[str]:
        """Ids of the rows, from above."""
        return [key for key in self._ids if key is not None]

    @property
    def content(self) -> bytes:
        """The whole file."""
        return b"".join(self._lines)

    def insert(self, cells: Mapping[str, str]) -> None:
        """Put a row in: in its place by id where the rows are sorted, else behind the last."""
        known = columns(self._kind)
        for name in self._kind.columns():
            if name not in self._header and cells.get(name, "") not in ("", cell(known[name].default)):
                self._add_column(name)
        ids, key = self.ids, cells["id"]
        ordered = ids == sorted(ids)
        after = [at for at, other in enumerate(self._ids) if other is not None and not (ordered and other > key)]
        place = max(after, default=self._head) + 1
        row = {name: cells.get(name, "") for name in self._header}
        line = _csv_line(row.values())
        if self._lines[place - 1].endswith((b"\n", b"\r")):
            line += self._ending
        else:  # the file ends without a line end, and still does afterwards
            self._lines[place - 1] += self._ending
        self._lines.insert(place, line)
        self._ids.insert(place, key)
        self._rows[key] = row

    def _add_column(self, name: str) -> None:
        self._header.append(name)
        for row in self._rows.values():
            row[name] = ""
        for at, line in enumerate(self._lines):
            if at == self._head or self._ids[at] is not None:
                bare = line.rstrip(b"\r\n")
                cell_of_line = b"," + (name.encode() if at == self._head else b"")
                self._lines[at] = bare + cell_of_line + line[len(bare) :]

    @property
    def new(self) -> list[int]:
        """Lines of the rows that were put in."""
        return [self._ids.index(key) + 1 for key in self._rows]

    def written(self, key: str) -> Written:
        """Where a row that was put in stands."""
        return Written(self.name, self._ids.index(key) + 1, self._rows[key])


def _csv_line(values: Iterable[str]) -> bytes:
    out = io.StringIO(newline="")
    # A cell with either character of this line end is put between quotes: it can never begin a row of its own.
    csv.writer(out, lineterminator="\r\n").writerow(values)
    return out.getvalue().removesuffix("\r\n").encode("utf-8", "surrogatepass")  # no text: the check says so


# Checking and writing.


def _check(directory: Path, claims: Claims, sheets: Sequence[_Sheet]) -> tuple[Fault, ...]:
    """Read a copy of the directory with the new rows.

    Returns
    -------
    tuple of Fault
        What :func:`definer.data.review.review` finds there and did not find before.
    """
    try:
        with tempfile.TemporaryDirectory() as made:
            after = _read_copy(directory, Path(made), sheets)
    except OSError as error:  # there is no room for the copy, say
        raise WriteError(Path(str(error.filename or tempfile.gettempdir())), error) from error
    old = Counter(_without_line(fault) for fault in review(claims))
    new = []
    for fault in review(after):
        if old[_without_line(fault)]:
            old[_without_line(fault)] -= 1
        else:
            new.append(fault)
    return tuple(new)


def _read_copy(directory: Path, copy: Path, sheets: Sequence[_Sheet]) -> Claims:
    for path in directory.iterdir():
        if kind_of(path.name) or path.name == PACKAGE:
            shutil.copyfile(path, copy / path.name)
        elif not path.is_dir():  # the descriptor may name it; what it says is none of ours
            (copy / path.name).touch()
    for sheet in sheets:
        (copy / sheet.name).write_bytes(sheet.content)
    try:
        return read_claims(copy)
    except ClaimsError as error:
        faults = _as_given(error.faults, sheets)
        raise EditError("refused", faults, n=len(faults)) from error


def _without_line(fault: Fault) -> tuple[str, str, str, str]:
    """What a finding says: a new row moves the lines below it."""
    said = {name: _PLACE.sub(r"\1", text) if isinstance(text, str) else text for name, text in fault.context.items()}
    return (fault.file, fault.column, fault.code, repr(sorted(said.items())))


class _OfRow(Fault):
    """A fault of a new row, which stands in no file: its place is the option that its cell came from."""

    def place(self, lang: Language) -> str:
        return _WORDS["row"][lang == "zh"] if self.column in _FILLED else _option(self.column)


def _option(column: str) -> str:
    return _OPTION.get(column) or "--" + column.replace("_", "-")


def _as_given(faults: Iterable[Fault], sheets: Sequence[_Sheet]) -> list[Fault]:
    """Faults of a copy with new rows, as its user sees them: a new row has no line, another the line it always had."""
    new = {f"{sheet.name}:{line}" for sheet in sheets for line in sheet.new}
    told: dict[str, Fault] = {}
    for fault in sorted(faults, key=lambda fault: fault.file != sheets[0].name):  # of the tie itself first
        here, context = f"{fault.file}:{fault.line}", dict(fault.context)
        rows = context.get("rows")
        if isinstance(rows, tuple):
            context["rows"] = tuple(_option(fault.column) if row in new else _before(row, sheets) for row in rows)
        if here in new:
            one: Fault = _OfRow(fault.file, 0, fault.column, fault.code, context)
        else:
            line = int(_before(here, sheets).rpartition(":")[2])
            one = Fault(fault.file, line, fault.column, fault.code, context)
        told.setdefault(one.message(), one)  # a share of one value is low and high, and evidence repeats its tie
    found = list(told.values())
    if any(isinstance(one, _OfRow) and one.column == "id" for one in found):  # its evidence refers to it
        tie = sheets[0].name
        found = [one for one in found if not isinstance(one, _OfRow) or one.file == tie or one.column not in _TIE_ID]
    return found


def _before(place: str, sheets: Sequence[_Sheet]) -> str:
    """Place of a line before the new rows came above it."""
    name, _, line = place.rpartition(":")
    above = sum(new < int(line) for sheet in sheets if sheet.name == name for new in sheet.new)
    return f"{name}:{int(line) - above}"


def _write(directory: Path, sheets: Sequence[_Sheet]) -> None:
    for sheet in sheets:
        path = directory / sheet.name
        if (path.read_bytes() if path.exists() else None) != sheet.before:
            raise EditError("changed", file=sheet.name)
    # The tie first: without its evidence it is sound, which evidence without its tie is not.
    write_all({directory / sheet.name: sheet.content for sheet in sheets})
