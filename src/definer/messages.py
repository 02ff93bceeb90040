"""Words of the command line in English and Chinese."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .viz.report_words import WORDS as REPORT_WORDS
from .words import (
    audit,
    census,
    control,
    curate,
    curve,
    definitions,
    dossier,
    explain,
    gap,
    history,
    link,
    option,
    prediction,
    report,
    robustness,
    scenario,
    scores,
    selftest,
    uncertainty,
    worth,
)

if TYPE_CHECKING:
    from .ontology.language import Language

__all__ = ["say"]

_WORDS: dict[str, tuple[str, str]] = {
    "app": (
        "Who sets the rules of a technology era, how sure are we, and what is that worth?",
        "谁定义了一个科技时代的规则？我们有多大把握？这值多少钱？",
    ),
    "demo": (
        "The main job: dossier, ranking, premium, network page, report.",
        "用随附数据完成全流程：卷宗、排名、溢价、网络页面、报告。",
    ),
    "validate": (
        "Report every fault of a directory of claims; write nothing.",
        "一次列出数据目录中的全部错误，不写入任何文件。",
    ),
    "build": ("Build a store on disk from claims.", "由数据目录生成磁盘存储。"),
    "query": (
        "Answer a named query, a query file, or SPARQL text.",
        "执行命名查询、查询文件或 SPARQL 语句。",
    ),
    "power": ("Rank the companies of a paradigm by definition power.", "按定义权为范式内的公司排名。"),
    "premium": (
        "Valuation premium per company; its link with power in brief.",
        "各公司的估值溢价，并简述其与定义权的关联。",
    ),
    "explain": (
        "Why a firm has its score: parts, ties, quotes, sources.",
        "解释一家公司的得分：构成、依赖关系、引文、来源。",
    ),
    "network": (
        "Write the interactive network page: one offline file.",
        "生成可离线打开的单文件交互网络页面。",
    ),
    "opt.claims": ("Directory of claims instead of the shipped ones.", "改用此数据目录，而非随附数据。"),
    "opt.store": ("Store on disk, or RDF file, instead of claims.", "改用磁盘存储或 RDF 文件。"),
    "opt.make": ("Where to make the store.", "存储的生成位置。"),
    "opt.lang": ("Language of the words: en or zh.", "文字语言：en 或 zh。"),
    "opt.json": ("Print JSON.", "输出 JSON。"),
    "opt.as_of": (
        "Date of valid time, YYYY[-MM[-DD]]; a year means its last day.",
        "有效时间日期 YYYY[-MM[-DD]]；只写年份指该年末日。",
    ),
    "opt.known_by": ("Leave out ties that became known later.", "略去此日期之后才为人所知的依赖关系。"),
    "opt.paradigm": (
        "Paradigm: pc, search, mobile, new_energy, ai.",
        "范式：pc、search、mobile、new_energy、ai。",
    ),
    "opt.evidence": (
        "all, or sourced: leave out claims without a found source.",
        "all 为全部；sourced 略去未找到来源的主张。",
    ),
    "opt.diagnostics": (
        "Add networkx's centralities, for comparison only.",
        "附上 networkx 中心性指标，仅供对照。",
    ),
    "opt.top": ("How many firms to print.", "显示多少家公司。"),
    "opt.out": ("Directory to write into.", "输出目录。"),
    "opt.file": ("File to write.", "输出文件。"),
    "opt.format": ("table, csv, tsv, json, xml or ttl.", "table、csv、tsv、json、xml 或 ttl。"),
    "opt.param": (
        "Value of a parameter of the query, name=value; repeatable.",
        "查询参数，写作 名=值，可重复。",
    ),
    "opt.expression": ("SPARQL text.", "SPARQL 语句。"),
    "opt.list": ("List the named queries.", "列出命名查询。"),
    "opt.shacl": ("Check the graph against the SHACL shapes too.", "同时用 SHACL 形状检查图。"),
    "opt.version": ("Print the version.", "显示版本。"),
    "arg.firm": ("Id or name of a firm.", "公司的编号或名称。"),
    "arg.query": ("Name of a query, or a .rq file.", "查询名称或 .rq 文件。"),
    "arg.dir": ("Directory of claims.", "数据目录。"),
    "arg.target": (
        "Directory of claims; or an RDF file, which is checked against the SHACL shapes.",
        "数据目录；若为 RDF 文件，则按 SHACL 形状检查。",
    ),
    "step.read": ("reading and checking the claims", "读取并检查数据"),
    "step.power": ("scoring definition power", "计算定义权"),
    "step.premium": ("linking power to premium", "关联定义权与溢价"),
    "step.page": ("drawing the network page", "绘制网络页面"),
    "step.files": ("writing the files", "写入文件"),
    "done.valid": ("{n:,} records of {kinds} kinds, no fault", "{kinds} 类共 {n:,} 条记录，没有错误"),
    "done.faults": ("{n:,} fault(s)", "共 {n:,} 处错误"),
    "done.warnings": (
        "{n:,} warning(s): what the claims lack to be a census (--strict makes them count)",
        "共 {n:,} 条警告：这些主张尚缺之处（加 --strict 则计为失败）",
    ),
    "validate.warning": ("warning: ", "警告："),
    "opt.strict": ("Exit with 1 on warnings too.", "有警告时也以 1 退出。"),
    "done.shacl": ("SHACL: the graph conforms to the shapes", "SHACL：图符合全部形状"),
    "done.built": ("{path}: {quads:,} statements", "{path}:{quads:,} 条陈述"),
    "done.wrote": ("wrote {path}", "已写入 {path}"),
    "graph.counts": (
        "{firms:,} firms, {claims:,} claims, {sources:,} sources; {unverified:,} claims are unverified (no source found)",
        "{firms:,} 家公司，{claims:,} 条主张，{sources:,} 个来源；其中 {unverified:,} 条待查证（未找到来源）",
    ),
    "as_of": ("as of {date}", "截至 {date}"),
    "demo.power": ("The {n} most powerful companies of each paradigm", "各范式定义权最高的 {n} 家公司"),
    "demo.in_degree": (
        "in brackets: in-degree, how many firms name it as a provider; the baseline to beat",
        "括号内为入度：把它列为提供方的公司数，是必须胜过的基线",
    ),
    "demo.last": ("at the end of its coded years, {year} (n = {n}):", "编码期末 {year} 年（n = {n}）："),
    "demo.faded": (
        "{n} paradigms were coded to an earlier year: after it nobody looked again, and ties fade",
        "有 {n} 个范式只编码到较早年份：此后无人复核，依赖关系的权重递减",
    ),
    "demo.same_leaders": (
        "Without unverified claims every paradigm has the same leader.",
        "略去待查证的主张后，各范式居首者不变。",
    ),
    "demo.other_leaders": (
        "Without unverified claims others lead: {leaders}.",
        "略去待查证的主张后，居首者有变：{leaders}。",
    ),
    "demo.leader": ("{firm} in {label}", "{label}为{firm}"),
    "list": (", ", "、"),
    "comma": (", ", "，"),
    "semicolon": ("; ", "；"),
    "power.title": ("Definition power", "定义权"),
    "power.meaning": (
        "power = share of an average firm of the paradigm that rests on the company, 0 to 1 (half reach, half lock-in)",
        "定义权 = 范式内平均每家公司依托该公司的程度，0 至 1（触达、锁定各半）",
    ),
    "power.none": ("No tie of this paradigm counts as of {date}.", "截至 {date}，该范式没有计入的依赖关系。"),
    "power.cut": (
        "showing {shown} of {n} firms; --top N for more, --json for all",
        "显示 {n} 家中的 {shown} 家；--top N 可显示更多，--json 输出全部",
    ),
    "col.n": ("n", "n"),
    "col.measure": ("measure", "指标"),
    "col.query": ("query", "查询"),
    "col.question": ("question", "问题"),
    "col.facet": ("facet", "构面"),
    "col.dependent": ("dependent", "依赖方"),
    "col.slot": ("slot", "槽位"),
    "col.part": ("part of the score", "得分构成"),
    "col.evidence": ("evidence", "证据"),
    "facet.reach": ("reach", "触达"),
    "facet.lockin": ("lock-in", "锁定"),
    "premium.left_out": ("{n:,} firms have no premium:", "{n:,} 家公司没有溢价数值："),
    "premium.cut": (
        "showing {shown} of {n} firms with a premium; --json for all",
        "显示 {n} 家有溢价公司中的 {shown} 家；--json 输出全部",
    ),
    "files": ("Files", "文件"),
    "file.network.html": ("interactive network page", "交互网络页面"),
    "file.power.csv": ("definition power of every firm", "各公司定义权"),
    "file.premium.csv": ("valuation premium of every firm", "各公司估值溢价"),
    "file.graph.ttl": ("all claims as RDF", "全部主张（RDF）"),
    "file.report.md": ("the report", "报告"),
    "err.both": ("name either --claims or --store, not both", "--claims 与 --store 只能二选一"),
    "err.no_paradigms": (
        "the claims hold no paradigm: there is nothing to rank",
        "这些主张中没有任何范式，无从排名。",
    ),
    "err.date": (
        "{text} is not a date: write YYYY, YYYY-MM or YYYY-MM-DD",
        "{text} 不是日期：请写作 YYYY、YYYY-MM 或 YYYY-MM-DD",
    ),
    "err.param": ("{text} is not name=value", "{text} 不是 名=值 的形式"),
    "err.query_text": ("{path} is not text in UTF-8", "{path} 不是 UTF-8 文本"),
    "err.query": (
        "name a query, a .rq file, or give SPARQL with -e; see `definer query --list`",
        "请给出查询名称、.rq 文件，或用 -e 给出 SPARQL；definer query --list 可列出全部",
    ),
    "err.directory": ("no directory or file at {path}", "没有目录或文件 {path}"),
    "known": ("known, no source found", "已知待查证"),
    "sourced": ("sourced", "有来源"),
}


_ALL = {
    **REPORT_WORDS,
    **audit.WORDS,
    **census.WORDS,
    **control.WORDS,
    **curate.WORDS,
    **curve.WORDS,
    **definitions.WORDS,
    **dossier.WORDS,
    **explain.WORDS,
    **gap.WORDS,
    **history.WORDS,
    **link.WORDS,
    **option.WORDS,
    **prediction.WORDS,
    **report.WORDS,
    **robustness.WORDS,
    **scenario.WORDS,
    **scores.WORDS,
    **selftest.WORDS,
    **uncertainty.WORDS,
    **worth.WORDS,
    **_WORDS,
}


def say(key: str, lang: Language, **values: object) -> str:
    """Words for `key` in the language, with the values filled in; heads of columns are those of the report."""
    return _ALL[key][lang == "zh"].format(**values)
