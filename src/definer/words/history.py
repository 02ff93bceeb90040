"""Words about power over the years, and about the backtest."""

from __future__ import annotations

from typing import Final

__all__ = ["WORDS"]

WORDS: Final[dict[str, tuple[str, str]]] = {
    "history": (
        "Power of firms year by year, with intervals; table, chart.",
        "公司定义权的逐年变化及区间，可写成图表文件。",
    ),
    "backtest": (
        "Would ties known at the time have named the definers?",
        "仅凭当时已知的依赖关系，能否识别定义者？何时识别？",
    ),
    "opt.from": ("First year; by default that of the coded period.", "起始年份，默认为编码期首年。"),
    "opt.to": ("Last year; by default that of the coded period.", "结束年份，默认为编码期末年。"),
    "opt.firms": (
        "Firms to show, ids or names; repeat, or separate by spaces or commas.",
        "要显示的公司（编号或名称）；可重复，或用空格、逗号分隔。",
    ),
    "arg.firms": ("More firms to show.", "更多要显示的公司。"),
    "opt.chart": ("Write a chart to this file, .svg or .html.", "将图表写入此文件（.svg 或 .html）。"),
    "opt.known_by_date": (
        "Count in each year only the ties that were known by its end.",
        "每年只计该年末已为人所知的依赖关系。",
    ),
    "opt.truth": (
        "Definers to look for instead of the essay's, paradigm=firm,firm; repeatable.",
        "改用所给的定义者，写作 范式=公司,公司；可重复。",
    ),
    "opt.backtest_draws": (
        "Monte Carlo draws a year for P(rank 1) and the verdict.",
        "计算居首概率与判定的每年蒙特卡洛抽样次数。",
    ),
    "opt.by_year": ("Print every year too.", "同时显示逐年结果。"),
    "err.chart": ("{path}: a chart is written as .svg or .html", "{path}：图表只能写成 .svg 或 .html"),
    "err.truth": ("{text} is not paradigm=firm,firm", "{text} 不是 范式=公司,公司 的形式"),
    "err.truth.twice": ("{text} is given twice", "{text} 给出了两次"),
    "history.title": (
        "Definition power over the years · {paradigm} · {first}–{last}",
        "历年定义权 · {paradigm} · {first}–{last}",
    ),
    "history.draws": (
        (
            "Brackets: 90% plausibility intervals over {draws:,} draws a year (seed {seed}). The draws let "
            "rivals expand, so a point may lie above its interval."
        ),
        "方括号内为 90% 合理区间，每年抽样 {draws:,} 次（种子 {seed}）。抽样允许对手扩产，点估计可能高于区间。",
    ),
    "history.coded": (
        "Ties were coded for {first}–{last}; in years marked * nobody looked, and open ties decay.",
        "依赖关系编码期为 {first}–{last}；标 * 的年份无人复核，开放的关系逐年衰减。",
    ),
    "history.others": (
        "{k} other companies have power in some year; name firms to see them.",
        "另有 {k} 家公司在某些年份有定义权，可用 --firms 指定。",
    ),
    "history.empty": ("No ties in these years.", "这些年份没有依赖关系。"),
    "history.absent": (
        "{firm}: takes no part in these years.",
        "{firm}：这些年份未参与。",
    ),
    "history.year": ("year", "年份"),
    "history.verdict": ("verdict", "判定"),
    "history.likeliest": ("likeliest first", "最可能居首"),
    "history.p_rank1": ("P(rank 1)", "居首概率"),
    "history.rank_interval": ("[90%]", "[90%]"),
    "history.power_interval": ("[90%]", "[90%]"),
    "word.definer": ("definer", "定义者"),
    "word.contested": ("contested", "尚在争夺"),
    "word.none": ("none", "无"),
    "backtest.title": (
        "Backtest · ties known by each year's end · {draws:,} draws a year (seed {seed})",
        "回测 · 只用各年末已知的依赖关系 · 每年抽样 {draws:,} 次（种子 {seed}）",
    ),
    "backtest.how": (
        (
            "Looked for: the firms named as definers, by the essay unless given: a label, no evidence. MRR: mean "
            "over the years of 1/rank of the best of them. P@1, P@3: their part of the first 1 and 3 (one firm is "
            "at most 0.33 of 3). Rank: mean over the years in which one is ranked. Detected: first of two years "
            "running with P(rank 1) of at least 0.8, for the others, alone in first place. Leads: two years running "
            "first by the point value. Ties in rank are broken at random, in expectation. From start: every tie "
            "counts from its start, even if the first source found for it is of later; the other rows count it from "
            "that source on."
        ),
        (
            "目标：被称为定义者的公司（默认取自文章），是标签而非证据。MRR：其中最佳名次之倒数的历年均值。P@1、P@3："
            "前 1、前 3 名中目标所占比例（单一目标在前 3 名中至多 0.33）。名次：有名次各年的均值。识别：连续两年"
            "居首概率不低于 0.8 的首年，其他指标为连续两年独居首位。领先：点估计连续两年居首的首年。"
            "名次并列按随机打破取期望。“自其开始”指每条关系自开始之日起计入，即使查得的首个来源较晚；其余各行自该来源起计入。"
        ),
    ),
    "backtest.paradigm": (
        "{paradigm} · {first}–{last} · at most n = {n} firms a year",
        "{paradigm} · {first}–{last} · 每年至多 {n} 家公司",
    ),
    "backtest.truth": ("Looked for: {firms} ({origin})", "目标：{firms}（{origin}）"),
    "backtest.origin.essay": ("the essay", "文章"),
    "backtest.origin.given": ("given", "自行指定"),
    "backtest.group": ("any of {name} ({k} firms)", "{name}中任意一家（{k} 家）"),
    "backtest.supply": ("on supply ties alone", "只看供应层关系"),
    "backtest.no_truth": (
        "No definer is named: leaders are shown, nothing is scored.",
        "没有公认的定义者：只列领先者，不评分。",
    ),
    "backtest.empty": ("No ties in these years.", "这些年份没有依赖关系。"),
    "backtest.leaders": ("First by year: {spans}", "历年居首：{spans}"),
    "backtest.alarms": (
        "False alarms (another firm, two years running P(rank 1) of at least 0.8): {spans}",
        "误报（其他公司连续两年居首概率不低于 0.8）：{spans}",
    ),
    "backtest.no_alarm": ("No false alarm.", "没有误报。"),
    "backtest.last": (
        "{year}: {word}, {firm} P(rank 1) = {p}",
        "{year} 年：{word}，{firm}居首概率 {p}",
    ),
    "backtest.events": (
        "Without ties that are definition events ({k}): {effect}",
        "去掉本身即定义事件的 {k} 条关系：{effect}",
    ),
    "backtest.events.none": ("No tie is itself a definition event.", "没有本身即定义事件的关系。"),
    "backtest.events.same": ("the same firm is first in every year.", "历年居首者不变。"),
    "backtest.events.changed": (
        "another firm is first in {years}.",
        "{years} 年的居首者改变。",
    ),
    "backtest.knowledge": (
        (
            "Hindsight: {later} of {ties:,} ties say that they became known after the year they began; {undated} "
            "have no date and count as known when they began. Of {dated:,} ties with a dated document, "
            "{in_time:,} have one published by then."
        ),
        (
            "后见之明：{ties:,} 条关系中仅 {later} 条注明晚于起始年才为人所知；{undated} 条无知悉日期，按起始时已"
            "知计。有出版日期文献的 {dated:,} 条中，{in_time:,} 条在起始年内已有文献。"
        ),
    ),
    "backtest.curation": (
        "Claims naming a listed firm as provider: {counts}; median {median:g}.",
        "名单内公司作为提供方的条数：{counts}；中位数 {median:g}。",
    ),
    "backtest.limit": (
        (
            "Paradigms: n = {n}; winning all of them would be worth p = {p} one-sided at best. This checks that "
            "the measure is sane, and cannot show that it is better than in-degree."
        ),
        "n = {n} 个范式：即使全胜，单侧 p 最好也只有 {p}。回测只检验指标是否合理，不能证明它优于入度。",
    ),
    "backtest.limit.none": (
        "No paradigm has a definer to look for: nothing is scored.",
        "没有可供比对的定义者：不评分。",
    ),
    "history.measure": ("measure", "指标"),
    "history.years": ("years", "年数"),
    "history.mean_rank": ("rank", "名次"),
    "history.mrr": ("MRR", "MRR"),
    "history.p1": ("P@1", "P@1"),
    "history.p3": ("P@3", "P@3"),
    "history.detected": ("detected", "识别"),
    "history.leads": ("leads", "领先"),
    "track.power": ("power", "定义权"),
    "track.in_degree": ("in-degree", "入度"),
    "track.documents": ("documents", "文献数"),
    "track.revenue": ("revenue", "营收"),
    "track.market_cap": ("market cap", "市值"),
    "track.random": ("random", "随机"),
    "track.coalition": ("group v countries", "联合体对各国"),
    "variant.whenever": ("{measure}, from start", "{measure}（自其开始）"),
    "variant.candidates": ("{measure}, of listed", "{measure}（名单内）"),
    "variant.also_accepted": ("{measure}, + {also}", "{measure}（含{also}）"),
    "not_by": ("not by {year}", "{year}前未"),
}
