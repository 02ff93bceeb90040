"""What explanations and comparisons are printed with: names in the reader's language, tables, evidence."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ..graph.page import plain
from ..messages import say
from ..ontology.namespaces import code_iri
from .setting_text import setting_text, settings_line

if TYPE_CHECKING:
    from rich.console import Console

    from ..graph.power import Explanation
    from ..knowledge import KnowledgeGraph
    from ..ontology.language import Language

__all__ = ["Page"]


@dataclass(frozen=True)
class Page:
    """A console, the language of its reader, and how many rows a table has at most.

    Names and quotes come from data, so they are only ever shown, never obeyed.
    """

    kg: KnowledgeGraph
    lang: Language
    out: Console
    top: int

    def say(self, key: str, **values: object) -> str:
        """Words in the reader's language."""
        return say(key, self.lang, **values)

    def print(self, text: str = "") -> None:
        """Print a line, which may wrap."""
        self.out.print(text)

    def name(self, firm: str) -> str:
        """Name of an organization."""
        return plain(self.kg.name(firm, self.lang))

    def slot(self, slot: str | None) -> str:
        """Name of a slot; nothing for none."""
        return plain(self.kg.slot_label(slot, self.lang))

    def paradigm(self, paradigm: str) -> str:
        """Name of a paradigm."""
        return plain(self.kg.paradigm_label(paradigm, self.lang))

    def word(self, scheme: str, word: str) -> str:
        """Word of a closed list, as people read it."""
        return plain(self.kg.store.label(code_iri(scheme, word), self.lang) or word)

    def head(self, key: str, **values: object) -> None:
        """Print the head of a section."""
        self.print("\n" + self.say(key, **values))

    def table(self, columns: Mapping[str, bool], rows: Iterable[Sequence[str]]) -> None:
        """Print a table; `columns` maps keys of words to whether they hold numbers."""
        from rich.table import Table
        from rich.text import Text

        table = Table(box=None, pad_edge=False, padding=(0, 1, 0, 0))
        for key, numeric in columns.items():
            table.add_column(
                Text(self.say(f"col.{key}")),
                justify="right" if numeric else "left",
                no_wrap=numeric,
                overflow="fold",
            )
        for row in rows:
            table.add_row(*map(Text, row))
        self.out.print(table)

    def numbers(self, *values: float) -> tuple[str, ...]:
        """Scores as text."""
        return tuple(f"{value:.4f}" for value in values)

    def percent(self, part: float, whole: float = 1.0) -> str:
        """A part as a percentage, with two digits at least."""
        value = 100 * part / whole
        return f"{value:.1f}" if value >= 1 else f"{value:.2g}"

    def changes(self, *values: float) -> tuple[str, ...]:
        """Changes of scores as text, with their signs; what rounds to nothing has none."""
        return tuple(f"{value:+.4f}" if abs(value) >= 5e-5 else "0.0000" for value in values)

    def setting(self, key: str, value: object) -> str:
        """A setting and its value."""
        return setting_text(key, value, self.lang)

    def settings(self, explanation: Explanation, without: Collection[str] = ()) -> None:
        """Print the settings that are not the usual ones, but for those that are said elsewhere."""
        if line := settings_line(explanation.setting, self.lang, explanation.settings, without=without):
            self.print(line)

    def cut(self, values: Sequence[float], whole: float | None = None) -> None:
        """Say how much of a table is shown, if not all of it is."""
        if len(values) > self.top:
            words: dict[str, object] = {"shown": self.top, "n": len(values)}
            if whole is None:
                line = self.say("explain.few", **words)
            else:
                line = self.say("explain.largest", **words, sum=sum(values[: self.top]), power=whole)
            self.print(line + self.say("explain.more"))

    def formula(self, explanation: Explanation) -> str:
        """How reach and lock-in make the power."""
        weights = explanation.settings.weights
        values: dict[str, object] = {"reach": explanation.reach, "lockin": explanation.lockin}
        if weights == (0.5, 0.5):
            return self.say("explain.half", **values)
        return self.say("explain.weighted", **values, w=weights[0], v=weights[1])

    def evidence(self, ties: Iterable[Mapping[str, Any]]) -> None:
        """Print each tie with its numbers, badge, quote and sources, and which of its fields a source bears out."""
        from rich.padding import Padding
        from rich.text import Text

        self.print(self.say("explain.judged"))
        for tie in ties:
            for number, line in enumerate(self._evidence(tie)):
                self.out.print(Padding(Text(line), (0, 0, 0, 4 if number else 2), expand=False))

    def _evidence(self, tie: Mapping[str, Any]) -> list[str]:
        from rich.cells import cell_len

        badges = [self.say("badge.evidence", evidence=self.say(tie["evidence"]), confidence=tie["confidence"])]
        badges += [self.say("badge.round_trip")] if tie["round_trip"] else []
        badges += [self.say(f"side.{side}") for side in _only(tie)]
        marks = "".join(f" [{badge}]" for badge in badges)
        end = self.say("explain.ended") if tie["end"] == "unknown" else tie["end"] or ""
        span = plain(f"{tie['start'] or '?'} – {end}".rstrip())
        head = f"{plain(tie['id'])} {self.name(tie['dependent'])} → {self.name(tie['provider'])}"
        what = self.slot(tie["slot"]) + self.say("comma") + span
        fits = cell_len(f"{head} · {what}{marks}") <= self.out.width - 2
        lines = [f"{head} · {what}{marks}"] if fits else [head + marks, what]
        lines.append(self._numbers(tie))
        if borne_out := self._borne_out(tie):
            lines.append(borne_out)
        if words := tie["quote"] or tie["locator"]:
            lines.append(f'"{plain(words)}"' if tie["quote"] else plain(words))
        if tie["evidence"] == "sourced":
            lines += [plain(source["title"] or source["id"]) for source in tie["sources"]]
        return lines

    def _numbers(self, tie: Mapping[str, Any]) -> str:
        low, high = tie["share"]
        stated = [f"{share:g}" for share in dict.fromkeys((low, high)) if share is not None]
        share = "–".join(stated) or self.say("explain.unstated")
        closed = self.say("explain.closed") if tie["closed"] else ""
        counted, c, r = self._counted(tie), tie["criticality"], tie["revocability"]
        return self.say("explain.numbers", share=share + closed, counted=counted, c=c, r=r)

    def _borne_out(self, tie: Mapping[str, Any]) -> str:
        """What is known beyond the tie's existence: fields that a source bears out, basis and date of the share."""
        said = []
        sourced = [name for name, how in tie["fields"].items() if how == "sourced"]
        if set(sourced) - {"existence"}:
            names = self.say("comma").join(self.word("tieField", name) for name in sourced)
            said.append(self.say("explain.sourced_fields", fields=names))
        if basis := tie["share_basis"]:
            measured = [self.word("shareBasis", basis), *([plain(tie["share_date"])] if tie["share_date"] else [])]
            said.append(self.say("explain.share_basis", basis=self.say("comma").join(measured)))
        return self.say("semicolon").join(said)

    def _counted(self, tie: Mapping[str, Any]) -> str:
        """Share that the tie counts with; on both sides of a comparison, where they differ."""
        counted = tie["share_counted"]
        values = counted if isinstance(counted, list) else [counted]
        shown = [self.say("explain.nobody") if value is None else f"{value:.2f}" for value in values]
        if len(set(shown)) == 1:
            return shown[0]
        return " ".join(f"{self.say(f'side.{side}')} {value}" for side, value in zip("ab", shown, strict=True))


def _only(tie: Mapping[str, Any]) -> Sequence[str]:
    """The one side of a comparison that a tie is on; nothing if it is on both."""
    marked = (tie.get("tables", ()), tie.get("sides", ()))
    return next((sides for sides in marked if len(sides) == 1), ())
