"""What each test of the self test asks, what the reference achieved, and what must be reached; in both languages.

References are those of METHOD 7, measured with a prototype on its own random graphs.
"""

from __future__ import annotations

from typing import Final

from .calibration_criteria import CALIBRATION_CRITERIA
from .criterion import Criterion, Words

__all__ = ["CRITERIA"]


def _same(text: str) -> Words:
    return text, text


_REPORT: Final[Words] = ("none: to know, not to pass", "无：仅供参考，不作判定")
_NONE: Final[Words] = ("0 violations", "0 次违反")
_PLANTED: Final[Words] = (
    "AUC of D {auc_power:.3f}, against decoys {decoys_power:.2f}, precision@4 {precision_power:.2f}",
    "D 的 AUC {auc_power:.3f}，对诱饵 {decoys_power:.2f}，前 4 精确率 {precision_power:.2f}",
)
_FELL: Final[Words] = (
    (
        "of {trials} additions: reach {reach}, lock-in {lockin}, power {power}; "
        "for comparison Burt's constraint {brokerage}, betweenness {betweenness}"
    ),
    "{trials} 次添加中：触达 {reach}、锁定 {lockin}、定义权 {power}；对照：Burt 约束度 {brokerage}、介数 {betweenness}",
)


def _at_least(limit: float) -> Words:
    return f"AUC of D at least {limit}", f"D 的 AUC 不低于 {limit}"


CRITERIA: Final[dict[str, Criterion]] = {
    **CALIBRATION_CRITERIA,
    "T1": Criterion(
        (
            "2 direct definers and 2 hidden chokepoints are found among 100 firms with 4 decoy hubs; all ties known",
            "在含 4 个诱饵枢纽的 100 家公司中找出 2 个直接定义者和 2 个隐蔽咽喉；关系全部已知",
        ),
        (
            "AUC of D 1.000 (in-degree .871, HITS .660, betweenness .569)",
            "D 的 AUC 1.000（入度 .871、HITS .660、介数 .569）",
        ),
        _at_least(0.99),
        _PLANTED,
        0.99,
    ),
    "T2": Criterion(
        ("the same with 30 % of ties missing and 10 % spurious", "同上，缺失 30 % 的关系，另有 10 % 为虚假"),
        (
            "AUC of D .977, precision@4 .89 (in-degree .845, .39)",
            "D 的 AUC .977，前 4 精确率 .89（入度 .845、.39）",
        ),
        _at_least(0.95),
        _PLANTED,
        0.95,
    ),
    "T3": Criterion(
        ("the same, and ties of famous firms are found more often", "同上，且名气大的公司其关系更易被发现"),
        (
            "AUC of D .942, v decoys .87 (PageRank .67, in-degree .15)",
            "D 的 AUC .942，对诱饵 .87（PageRank .67、入度 .15）",
        ),
        (
            "AUC of D at least 0.92, and 0.8 against decoys: an engine that ignores slots reaches the first",
            "D 的 AUC 不低于 0.92，对诱饵不低于 0.8：无视槽位的引擎也能达到前者",
        ),
        _PLANTED,
        0.92,
        0.8,
    ),
    "T4": Criterion(
        ("the same with 60 % of ties missing and 20 % spurious", "同上，缺失 60 % 的关系，另有 20 % 为虚假"),
        ("AUC of D .858: degraded", "D 的 AUC .858：明显变差"),
        _REPORT,
        _PLANTED,
    ),
    "T4b": Criterion(
        (
            "second generator, without slots: preferential attachment with fitness, 30 % missing; power is popularity",
            "第二个生成器，无槽位：带适应度的优先连接，缺失 30 %；此处权力即受欢迎程度",
        ),
        (
            "AUC of D .861, loses slightly to in-degree .872; precision@5 .30 v .41",
            "D 的 AUC .861，略低于入度 .872；前 5 精确率 .30 对 .41",
        ),
        ("D not more than .03 below in-degree", "D 低于入度不超过 .03"),
        (
            (
                "AUC of D {auc_power:.3f} ({lead:+.3f} to in-degree), precision@5 {precision_power:.2f}; "
                "AUC with a slot per tie {auc_power_own:.3f}, with two slots at random {auc_power_two:.3f}"
            ),
            (
                "D 的 AUC {auc_power:.3f}（与入度之差 {lead:+.3f}），前 5 精确率 {precision_power:.2f}；"
                "每条关系一个槽位时 AUC {auc_power_own:.3f}，随机两个槽位时 {auc_power_two:.3f}"
            ),
        ),
        -0.03,
    ),
    "T5": Criterion(
        (
            (
                "a new tie never lowers its provider's score; it states no share, is as certain and as revocable as "
                "its rivals, and leaves its slot's criticality and closedness as they are"
            ),
            "新增关系不会降低提供方得分；该关系不声明份额，确定性与可撤销性不低于同槽位对手，且不改变槽位的关键度与封闭性",
        ),
        (
            "0 of 300 (constraint 24, Katz with automatic alpha 3)",
            "300 次中 0 次（约束度 24，自动 α 的 Katz 3）",
        ),
        _NONE,
        _FELL,
    ),
    "T5b": Criterion(
        (
            "how often a new tie lowers D (and lets a rival overtake) when it breaks one of those conditions",
            "破坏上述某一条件时，新增关系降低 D（及被对手反超）的次数",
        ),
        ("unequal revocability can lower lock-in", "可撤销性不等时锁定可能下降"),
        _REPORT,
        (
            (
                "in {trials} each: less certain {confidence} ({confidence_rank}), not revocable {revocability} "
                "({revocability_rank}), small stated share {share} ({share_rank}), more critical {criticality} "
                "({criticality_rank}), slot declared closed {closed} ({closed_rank}), new slot mostly unnamed "
                "{sparse_slot} ({sparse_slot_rank})"
            ),
            (
                "各 {trials} 次：确定性更低 {confidence}（{confidence_rank}），不可撤销 {revocability}"
                "（{revocability_rank}），声明很小的份额 {share}（{share_rank}），关键度更高 {criticality}"
                "（{criticality_rank}），声明槽位封闭 {closed}（{closed_rank}），新槽位大部分未具名 "
                "{sparse_slot}（{sparse_slot_rank}）"
            ),
        ),
    ),
    "T6": Criterion(
        (
            "a new tie of that kind never lets a rival overtake its provider",
            "此类新增关系不会使对手反超提供方",
        ),
        (
            "0 of 300 (betweenness 35, constraint 14, dominated 3)",
            "300 次中 0 次（介数 35、约束度 14、支配数 3）",
        ),
        _NONE,
        _FELL,
    ),
    "T7": Criterion(
        (
            "names, the order of ties, the scale of shares and 20 isolated firms change nothing",
            "名称、关系次序、份额的尺度和 20 家孤立公司都不改变得分",
        ),
        ("largest change 0", "最大变化 0"),
        _same("< 1e-9"),
        (
            "largest change: names {names:.1e}, scale {scale:.1e}, isolates {isolates:.1e}",
            "最大变化：名称 {names:.1e}，尺度 {scale:.1e}，孤立公司 {isolates:.1e}",
        ),
        1e-9,
    ),
    "T8": Criterion(
        ("a disjoint copy of the ecosystem leaves totals as they are", "加入一份互不相连的副本，总量不变"),
        ("ratio 1.000", "比值 1.000"),
        ("exact, that is < 1e-12", "严格相等，即 < 1e-12"),
        ("largest change {change:.1e}", "最大变化 {change:.1e}"),
        1e-12,
    ),
    "T9": Criterion(
        (
            "parts of an explanation sum to the score; the formula for a changed row equals solving again",
            "解释的各部分之和等于得分；改动一行的公式与重新求解一致",
        ),
        _same("1e-15; 4e-15"),
        _same("< 1e-9"),
        (
            "largest error: parts {parts:.1e}, formula {change:.1e}",
            "最大误差：各部分 {parts:.1e}，公式 {change:.1e}",
        ),
        1e-9,
    ),
    "T10": Criterion(
        ("PageRank of networkx with a sink is reach", "networkx 的 PageRank 加汇点即触达"),
        _same("7e-12"),
        _same("< 1e-8"),
        ("largest error {error:.1e}", "最大误差 {error:.1e}"),
        1e-8,
    ),
    "T13": Criterion(
        ("a score refuses capital ties", "得分拒收资本关系"),
        _same("-"),
        ("refused wherever it stands", "无论置于何处均拒收"),
        ("refused {refused} of {tries}", "{tries} 次中拒收 {refused} 次"),
    ),
    "T17": Criterion(
        (
            "the sums of the essay, done again from the shipped claims",
            "用随附数据重算文章中的算式",
        ),
        ("figures of METHOD 0.1, and the statements' own recomputation", "METHOD 0.1 的数字，及各陈述自带的重算值"),
        ("all as printed", "全部与所印一致"),
        (
            (
                "{right} of {sums} as printed ({printed} of METHOD, at its round rates 7.10 CNY and 7.78 HKD, which no "
                "claim carries; {recorded} of statements); wrong: {wrong}. "
                "Other digits at the claims' own rates: {moved}. "
                "In words only in the claims: 1 %, a trillion, 12 %, 10 years"
            ),
            (
                "{sums} 项中 {right} 项一致（METHOD {printed} 项，按其取整汇率人民币 7.10、港元 7.78，均不见于数据；"
                "陈述 {recorded} 项）；不一致：{wrong}。按数据自带汇率末位不同：{moved}。"
                "数据中仅以文字出现：1 %、一万亿、12 %、10 年"
            ),
        ),
    ),
    "T18": Criterion(
        (
            "12 exchangeable providers have no definer: no firm is first with P >= 0.8 in two periods running",
            "12 家可互换的提供方没有定义者：没有公司连续两期以 P >= 0.8 居首",
        ),
        (
            "largest P(rank 1): mean .39, 90th percentile .55, maximum .78",
            "最大居首概率：均值 .39，第 90 百分位 .55，最大 .78",
        ),
        ("never; and a sole provider of all is a definer", "从不出现；而所有人的唯一提供方是定义者"),
        (
            (
                "called definer in {called} of {graphs} graphs ({draws} draws each); largest P(rank 1): "
                "mean {mean:.2f}, 90th percentile {high:.2f}, maximum {largest:.2f}; "
                "sole provider called definer in {control} of 1"
            ),
            (
                "{graphs} 个图中有 {called} 个被判为定义者（各抽样 {draws} 次）；最大居首概率：均值 {mean:.2f}，"
                "第 90 百分位 {high:.2f}，最大 {largest:.2f}；唯一提供方被判为定义者 {control}/1"
            ),
        ),
    ),
}
