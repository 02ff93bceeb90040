"""How a coalition, and a ranking of countries, read in a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..graph.page import plain
from ..messages import say
from .options import console
from .setting_text import settings_line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.table import Table

    from ..graph.control import Coalition, CountryLoss, CountryRanking
    from ..graph.power import Spec
    from ..knowledge import KnowledgeGraph
    from ..ontology.language import Language

__all__ = ["cells", "number", "print_coalition", "print_ranking"]

_NAMED = 6
"""Members of a union that are named in a note."""


def number(value: float | None, digits: int = 4) -> str:
    """Text of a number; no minus before nothing; a dash for None."""
    return "–" if value is None else f"{round(value, digits) + 0.0:.{digits}f}"


def cells(heads: Iterable[str], left: int = 1, align: str = "right") -> Table:
    """Table without lines whose first columns are text."""
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False)
    for index, head in enumerate(heads):
        table.add_column(Text(head), justify="left" if index < left or align == "left" else "right", overflow="fold")
    return table


def print_coalition(kg: KnowledgeGraph, found: Coalition, spec: Spec, top: int, lang: Language) -> None:
    """Print the joint loss, its sides, the members' parts and what was left out."""
    out = console()
    out.print(
        say(
            "coalition.title",
            lang,
            k=len(found.members),
            paradigm=plain(kg.paradigm_label(found.setting.paradigm or "", lang)),
            date=found.setting.as_of,
            n=found.n,
            dependents=say(f"dependents.{found.dependents}", lang),
            participants=found.participants,
        )
    )
    if note := found.coverage.note(lang):
        out.print("! " + note)
    if line := settings_line(found.setting, lang, spec, without=("resourcing",)):  # the unit of losses says g
        out.print(line)
    if not found.n:
        out.print(say("coalition.nobody", lang))
    else:
        out.print(say("coalition.loss", lang, average=number(found.average), total=number(found.total)))
        words = {"singles": number(found.singles), "synergy": number(found.synergy)}
        out.print(say("coalition.synergy", lang, **words, meaning=say(_meaning(found.synergy), lang)) + "\n")
        out.print(_members(found, top, lang))
        if top < len(found.members):
            out.print(say("coalition.cut", lang, shown=top, n=len(found.members)))
        out.print()
        out.print(_sides(found, lang))
        out.print()
    for line in _notes(kg, found, spec, lang):
        out.print(line)


def _meaning(synergy: float) -> str:
    if abs(synergy) < 5e-5:
        return "coalition.same"
    return "coalition.more" if synergy > 0 else "coalition.less"


def _members(found: Coalition, top: int, lang: Language) -> Table:
    sampled, grouped = found.method == "sampled", found.unions_matter
    heads = ["member", "country", "alone", "shapley"]
    heads += ["error"] if sampled else []
    heads += ["share"] + (["owen"] if grouped else []) + (["error"] if sampled and grouped else [])
    table = cells([say(f"col.{head}", lang) for head in heads], left=2)
    for row in found.records()[:top]:
        part = row["shapley"] / found.total if found.total else 0.0
        line = [plain(row["name_zh" if lang == "zh" else "name_en"]), plain(row["country"] or "?")]
        line += [number(row["alone"]), number(row["shapley"])]
        line += [number(row["shapley_error"])] if sampled else []
        line += [f"{100 * part:.1f} %"] + ([number(row["owen"])] if grouped else [])
        line += [number(row["owen_error"])] if sampled and grouped else []
        table.add_row(*line)
    return table


def _sides(found: Coalition, lang: Language) -> Table:
    table = cells([say(f"col.{head}", lang) for head in ("side", "n", "average", "total", "singles", "synergy")])
    for side in found.sides:
        numbers = (side.average, side.total, side.singles, side.total - side.singles)
        table.add_row(say(f"side.{side.side}", lang), str(side.n), *(number(value) for value in numbers))
    return table


def _notes(kg: KnowledgeGraph, found: Coalition, spec: Spec, lang: Language) -> list[str]:
    def named(keys: Iterable[str]) -> str:
        return say("list", lang).join(plain(kg.name(key, lang)) for key in keys)

    lines = [say("coalition.unit", lang, g=f"{spec.resourcing:g}")]
    if found.n:
        lines.append(say("coalition.parts", lang, total=number(found.total)))
    if found.n and found.unions_matter:
        blocks = say("semicolon", lang).join(_block(kg, union, lang) for union in found.unions)
        lines.append(say("coalition.owen", lang, unions=blocks))
    if found.method == "sampled":
        lines.append(say("coalition.sampled", lang, draws=found.setting.draws, seed=found.setting.seed))
    absent = [member.id for member in found.members if not member.present]
    nowhere = [member.id for member in found.members if member.country is None]
    if absent:
        lines.append("! " + say("coalition.absent", lang, firms=named(absent)))
    if nowhere and found.dependents == "foreign":
        lines.append("! " + say("coalition.no_country", lang, firms=named(nowhere)))
    if found.left_out:
        lines.append("! " + say("coalition.unknown", lang, firms=named(found.left_out)))
    if found.few and found.n:
        lines.append("! " + say("coalition.few", lang))
    return lines


def _block(kg: KnowledgeGraph, union: tuple[str, ...], lang: Language) -> str:
    """Names of a union; of a large one the first, and how many more."""
    names = [plain(kg.name(key, lang)) for key in union[:_NAMED]]
    return " + ".join(names) + (f" + {len(union) - _NAMED}" if len(union) > _NAMED else "")


def print_ranking(kg: KnowledgeGraph, ranking: CountryRanking, spec: Spec, top: int, lang: Language) -> None:
    """Print the countries of a paradigm as coalitions, the strongest first."""
    out = console()
    head: dict[str, Any] = {"date": ranking.setting.as_of, "participants": ranking.setting.n}
    head["paradigm"] = plain(kg.paradigm_label(ranking.setting.paradigm or "", lang))
    out.print(say("ranking.title", lang, **head, dependents=say(f"dependents.{ranking.dependents}", lang)))
    if note := ranking.coverage.note(lang):
        out.print("! " + note)
    if line := settings_line(ranking.setting, lang, spec, without=("resourcing",)):
        out.print(line)
    if not ranking.ranks:
        out.print(say("power.none", lang, date=ranking.setting.as_of) + "\n")
        return
    heads = ("rank", "country", "average", "total", "n", "software", "supply", "companies", "leaders")
    table = cells(
        [say(f"side.{head}" if head in ("software", "supply") else f"col.{head}", lang) for head in heads], left=0
    )
    table.columns[-1].justify = "left"
    for rank in ranking.ranks[:top]:
        leaders = (f"{plain(kg.name(key, lang))} {number(total, 2)}" for key, total in rank.leaders[:2])
        table.add_row(
            str(rank.rank),
            plain(rank.country),
            _marked(rank.whole),
            number(rank.whole.total, 2),
            str(rank.whole.n),
            _marked(rank.sides["software"]),
            _marked(rank.sides["supply"]),
            str(rank.whole.companies),
            say("list", lang).join(leaders),
        )
    out.print(table)
    if top < len(ranking.ranks):
        out.print(say("coalition.cut", lang, shown=top, n=len(ranking.ranks)))
    out.print(say("ranking.meaning", lang))
    shown = [loss for rank in ranking.ranks[:top] for loss in (rank.whole, *rank.sides.values())]
    if any(loss.few for loss in shown):
        out.print(say("ranking.few", lang))
    out.print(say("coalition.unit", lang, g=f"{spec.resourcing:g}"))
    if ranking.stateless and ranking.dependents == "foreign":
        firms = say("list", lang).join(plain(kg.name(key, lang)) for key in ranking.stateless)
        out.print("! " + say("coalition.unknown", lang, firms=firms))
    out.print()


def _marked(loss: CountryLoss) -> str:
    return number(loss.average, 3) + ("*" if loss.few else "")
