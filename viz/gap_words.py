"""Words about the gap between two countries, in English and Chinese."""

from __future__ import annotations

from typing import Final

from ..ontology.language import Language

__all__ = ["WORDS", "paradigm_name", "say"]

WORDS: Final[dict[str, tuple[str, str]]] = {
    "title": ("The gap between {a} and {b} as of {date}", "{a} 与 {b} 的差距（截至 {date}）"),
    # Verdicts.
    "verdict.country_discount": (
        (
            "COUNTRY EFFECT: the gap in premium ({premium}) is not told apart from the gap that industries without "
            "any paradigm show between the same countries ({control}). It does not take definition power to account "
            "for it."
        ),
        "国家效应：溢价差距（{premium}）与同样两国之间、和任何范式无关的行业所显示的差距（{control}）区分不开，无需用定义权来解释。",
    ),
    "verdict.smaller_than_placebo": (
        (
            "COUNTRY EFFECT: the gap in premium ({premium}) is smaller than the one that industries without any "
            "paradigm show between the same countries ({control})."
        ),
        "国家效应：溢价差距（{premium}）小于同样两国之间、和任何范式无关的行业所显示的差距（{control}）。",
    ),
    "verdict.power_explains": (
        "SOME OF IT GOES WITH POWER: of the gap in premium ({premium}), {power} stands with definition power.",
        "部分与定义权相伴：溢价差距（{premium}）之中，{power} 与定义权相伴。",
    ),
    "verdict.power_unresolved": (
        (
            "INCONCLUSIVE on definition power: the gap in premium ({premium}) is told from zero, the part of it that "
            "stands with definition power ({power}) is not."
        ),
        "定义权一项尚无定论：溢价差距（{premium}）异于零，其中与定义权相伴的部分（{power}）则不能与零区分。",
    ),
    "verdict.inconclusive": (
        "INCONCLUSIVE: the gap in premium ({premium}) is not told from zero, or its controls cannot be told apart.",
        "尚无定论：溢价差距（{premium}）不能与零区分，或控制变量彼此无法分开。",
    ),
    "elsewhere": (
        "Against the firms of third countries: {parts}.",
        "相对第三国企业：{parts}。",
    ),
    "accounting": (
        "This is accounting: it says what the gap goes with, not what causes it.",
        "这是核算：只说明差距与什么相伴，不说明由什么造成。",
    ),
    "power_share": (
        "Definition power accounts for {share} of the gap in premium ({low} to {high}).",
        "定义权占溢价差距的 {share}（{low} 至 {high}）。",
    ),
    "setting": (
        (
            "Firms: {a} {n_a}, {b} {n_b}. Log points: 0.69 is a factor of 2; every gap is {a} less {b}. Intervals: "
            "95 %, {draws} bootstraps of firms within country (seed {seed})."
        ),
        (
            "企业：{a} {n_a} 家，{b} {n_b} 家。单位为对数点：0.69 即 2 倍；差距均为 {a} 减 {b}。"
            "区间为 95%，在各国内对企业重抽样 {draws} 次（种子 {seed}）。"
        ),
    ),
    "spec": (
        "Sample of specification {id}, sha256 {hash}, at the registered date.",
        "样本按规格 {id}（sha256 {hash}），日期即登记日期。",
    ),
    "spec.other": (
        "Sample of specification {id}, sha256 {hash}, but not at the registered date {date}.",
        "样本按规格 {id}（sha256 {hash}），但日期并非登记的 {date}。",
    ),
    # The identity.
    "identity.title": ("1. Before any model", "一、建模之前"),
    "identity.share": (
        "Fundamentals at the world's sector multiples make {share} of the gap in value ({low} to {high}).",
        "按全球行业倍数，基本面占市值差距的 {share}（{low} 至 {high}）。",
    ),
    "identity.no_share": (
        "The gap in value is not told from zero: what share of it is fundamentals is not said.",
        "市值差距不能与零区分：基本面占多少，不作说明。",
    ),
    "identity.table": ("Difference of mean logs ({n_a} v {n_b} firms)", "对数均值之差（{n_a} 对 {n_b} 家）"),
    "identity.waterfall": (
        "The gap in mean ln V between {a} ({n_a} firms) and {b} ({n_b} firms) as of {date}, taken apart",
        "{a}（{n_a} 家）与 {b}（{n_b} 家）平均 ln V 的差距及其构成（截至 {date}）",
    ),
    "identity.paradigms": (
        "By home paradigm (premium with its interval; fewer than {least} firms of a country: no numbers)",
        "按所属范式（溢价附区间；一国不足 {least} 家者不列数字）",
    ),
    "identity.note": (
        "ln V = ln revenue + ln of the sector's price/sales + premium, exactly. Revenue is not corrected for anything.",
        "ln V = ln 营收 + ln 行业市销率 + 溢价，为恒等式。营收未作任何修正。",
    ),
    "identity.model": (
        "The essay's own model is stated for one pair only (part 7), and as a product: its factors are not identified.",
        "文章自己的模型只就一组对比给出（见第七节），且只有系数之积：各系数不能识别。",
    ),
    "term.value": ("value, ln V", "市值 ln V"),
    "term.revenue": ("  revenue", "　营收"),
    "term.multiple": ("  sector multiple", "　行业倍数"),
    "term.fundamentals": ("  fundamentals, ln F (both)", "　基本面 ln F（两项之和）"),
    "term.premium": ("  premium", "　溢价"),
    # The decomposition.
    "oaxaca.title": ("2. What the gap in premium goes with", "二、溢价差距与什么相伴"),
    "oaxaca.table": (
        "Two-fold Oaxaca-Blinder, pooled with the country dummy ({n_a} v {n_b} firms)",
        "瓦哈卡—布林德两分解，合并回归含国家虚拟变量（{n_a} 对 {n_b} 家）",
    ),
    "oaxaca.note": (
        (
            "The part of the paradigm mix does not depend on which paradigm has no column. Power is a normal score of "
            "rank; errors in the ties pull its part towards zero."
        ),
        "范式构成一项与以哪个范式为基准无关。定义权取排名的正态得分；依赖关系中的误差会把该项拉向零。",
    ),
    "oaxaca.constant": ("Left out, since they do not vary: {names}.", "因无变化而略去：{names}。"),
    "oaxaca.capital": ("Capital structure is no block: {reason}.", "资金结构未列为一项：{reason}。"),
    "oaxaca.capital_table": (
        "With capital structure, over firms where it is known ({n_a} v {n_b})",
        "含资金结构，仅限已知者（{n_a} 对 {n_b} 家）",
    ),
    "block.gap": ("gap in premium", "溢价差距"),
    "block.power": ("  definition power", "　定义权"),
    "block.firm": ("  growth, age, private", "　增长、年龄、未上市"),
    "block.paradigm": ("  paradigm mix", "　范式构成"),
    "block.capital": ("  capital structure", "　资金结构"),
    "block.unexplained": ("  unexplained", "　未解释部分"),
    "block.country": ("  country", "　国家"),
    "block.joint": ("  capital and country, jointly", "　资金与国家，合计"),
    "owen.table": (
        "Owen value: the same over all orders of explanation ({n_a} v {n_b} firms)",
        "欧文值：对所有解释次序取平均（{n_a} 对 {n_b} 家）",
    ),
    "owen.note": (
        (
            "The regression is fitted anew for every set of blocks. Capital and country are one block; while capital "
            "is known of so few firms, it stands within the country and cannot be told apart."
        ),
        "每一组项目都重新拟合回归。资金与国家为同一组；资金结构已知的企业太少时，它并入国家一项，无法分开。",
    ),
    # Common support.
    "support.title": ("3. Can the firms be compared?", "三、两国企业可比吗"),
    "support.above": (
        (
            "{above} of the {n_a} {a} firms have more power than every {b} firm ({in_paradigm} within the home "
            "paradigm). {matched_a} {a} and {matched_b} {b} firms have a counterpart of the same paradigm and third of "
            "power."
        ),
        (
            "{a} 的 {n_a} 家企业中，{above} 的定义权高于每一家 {b} 企业（在所属范式之内为 {in_paradigm}）。"
            "同范式、同三分位有对应者：{a} {matched_a} 家，{b} {matched_b} 家。"
        ),
    ),
    "support.extrapolated": (
        "Of the part of definition power ({block}), {beyond} is extrapolated: it rests on power that no {b} firm has.",
        "定义权一项（{block}）中，{beyond} 为外推：所依据的定义权水平，没有一家 {b} 企业达到。",
    ),
    "support.table": ("Nopo's four parts of the gap in premium", "诺波四分解：溢价差距"),
    "support.none": ("No firm has a counterpart: nothing can be compared.", "没有任何企业有对应者，无从比较。"),
    "part.unmatched_a": ("{a} firms without a counterpart", "{a} 无对应者的企业"),
    "part.unmatched_b": ("{b} firms without a counterpart", "{b} 无对应者的企业"),
    "part.mix": ("mix of the matched", "有对应者的构成"),
    "part.unexplained": ("unexplained, between the matched", "有对应者之间，未解释"),
    # The placebo.
    "placebo.title": ("4. Placebo: industries without a paradigm", "四、安慰剂检验：与范式无关的行业"),
    "placebo.refused": ("No placebo: {reason}.", "未作安慰剂检验：{reason}。"),
    "placebo.table": (
        "ln of median price/sales, {a} less {b}, list of {year} (price/sales by country)",
        "市销率中位数的对数，{a} 减 {b}，{year} 年榜单（分国市销率）",
    ),
    "placebo.combined": ("Gaps combined over industries (random effects)", "各行业差距的合并（随机效应）"),
    "placebo.control": ("control industries", "对照行业"),
    "placebo.strict": ("  without any paradigm firm", "　完全没有范式企业者"),
    "placebo.paradigm": ("industries of the paradigms", "范式所在行业"),
    "placebo.premium": ("premium of the sample's firms", "样本企业的溢价"),
    "placebo.did": ("premium less control", "溢价减对照"),
    "placebo.did_lists": ("paradigm less control industries", "范式行业减对照行业"),
    "placebo.note": (
        (
            "Control: paradigm firms are at most {most} of the listed. Errors of medians are approximated from "
            "quartiles. The premium weighs firms alike, the lists industries: paradigm less control is like for like."
        ),
        (
            "对照行业：范式企业至多占上榜者的 {most}。中位数的误差由四分位数近似。"
            "溢价按企业等权，榜单按行业等权：范式行业减对照行业才是同口径之比。"
        ),
    ),
    "placebo.hong_kong": (
        "The lists count Hong Kong with China; many of the banks and builders there are state-owned.",
        "榜单把香港并入中国；其银行与建筑企业多为国有。",
    ),
    "kind.control": ("control", "对照"),
    "kind.mixed": ("mixed", "混合"),
    "kind.paradigm": ("paradigm", "范式"),
    "elsewhere.table": ("Gap in premium to the firms of all third countries", "与所有第三国企业的溢价差距"),
    # The reverse check.
    "reverse.title": ("5. New energy, where the sign should turn (H5)", "五、新能源：符号应当反转之处（H5）"),
    "reverse.verdict.premium": (
        "The makers carry a premium over their rivals: shift {shift}.",
        "这些厂商相对对手有溢价：位移 {shift}。",
    ),
    "reverse.verdict.discount": (
        "The makers stand at a discount to their rivals: shift {shift}.",
        "这些厂商相对对手为折价：位移 {shift}。",
    ),
    "reverse.verdict.inconclusive": (
        "INCONCLUSIVE: no premium of the makers over their rivals is told from zero, shift {shift}.",
        "尚无定论：这些厂商相对对手的溢价不能与零区分，位移 {shift}。",
    ),
    "reverse.refused": ("Not compared: {reason}.", "未作比较：{reason}。"),
    "reverse.comparison": (
        (
            "{label}: n {n_a} v {n_b}, medians {first} v {second}, difference {difference}, permutation p = {p}; "
            "shift {shift} (level {level})."
        ),
        (
            "{label}：{n_a} 对 {n_b} 家，中位数 {first} 对 {second}，相差 {difference}，置换检验 p = {p}；"
            "位移 {shift}（水平 {level}）。"
        ),
    ),
    "reverse.named": ("Named firms", "点名企业"),
    "reverse.sample": ("All new-energy firms of the sample, China v others", "样本中全部新能源企业，中国对其他"),
    "reverse.table": ("Log premium of the named firms", "点名企业的对数溢价"),
    "reverse.makers": ("makers", "厂商"),
    "reverse.rivals": ("rivals", "对手"),
    "refused": ("Not computed: {reason}.", "未计算：{reason}。"),
    # Capital.
    "capital.title": ("6. Capital structure (H3)", "六、资金结构（H3）"),
    "capital.known": (
        (
            "The share of long-horizon money in what investors are known to have paid in themselves is known for {n_a} "
            "of {sample_a} {a} firms of the sample and {n_b} of {sample_b} {b} firms ({all} of {firms} firms with a "
            "named investor in the two countries)."
        ),
        (
            "长期资金在投资方自有投入中的占比，已知者为：样本中 {a} {sample_a} 家里的 {n_a} 家，{b} {sample_b} 家里的 "
            "{n_b} 家（两国有具名投资方的 {firms} 家企业中，共 {all} 家）。"
        ),
    ),
    "capital.refused": ("No effect within country is computed: {reason}.", "未计算国内效应：{reason}。"),
    "capital.within": (
        "Within country: {slope} log points per unit of the share, permutation p = {p} ({n} permutations).",
        "国内效应：占比每升 1，溢价变动 {slope} 对数点，置换检验 p = {p}（{n} 次置换）。",
    ),
    "capital.table": (
        "Where it is known: long-horizon share and its bounds, share from abroad",
        "已知者：长期资金占比及上下限、境外占比",
    ),
    "capital.note": (
        (
            "Long-horizon: sovereign, pension, endowment and foundation money, and companies' own. Round totals, "
            "commitments, holdings, loans and purchases from holders are nobody's paid-in money; what is undisclosed "
            "widens the bounds."
        ),
        (
            "长期资金：主权财富、养老、大学捐赠与慈善基金，以及企业自有资金。轮次总额、承诺、持仓市值、贷款与购自原股东者"
            "不算投入；未披露者放宽上下限。"
        ),
    ),
    # The pairs.
    "pairs.title": ("7. The essay's three pairs", "七、文章的三组对比"),
    "pairs.note": (
        (
            "5 to 95 % of draws over marks, rates, revenue, power and coefficients; coefficients from the {n} other "
            "firms ({beta} per unit of power's score). Three pairs are no test: the least two-sided p of a sign flip "
            "is {p}."
        ),
        (
            "取估值、汇率、营收、定义权与系数各次抽样的 5% 至 95%；"
            "系数由其余 {n} 家企业估得（定义权得分每单位 {beta}）。三组不构成检验：符号翻转的双侧 p 值最小也有 {p}。"
        ),
    ),
    "pairs.refused": ("The pairs are not accounted for: {reason}.", "未核算三组对比：{reason}。"),
    "pair.title": ("{first} / {second}: {view}", "{first} / {second}：{view}"),
    "pair.none": (
        "{first} / {second}: {view} as of the date: {reason}.",
        "{first} / {second}：{view}，截至该日：{reason}。",
    ),
    "view.revenue": ("by revenue", "按营收"),
    "view.revenue_later": ("by revenue, with a figure later than the date", "按营收，其中一数晚于该日"),
    "view.steady_state": ("by the essay's own model", "按文章自己的模型"),
    "view.option": ("no account; what each value would need", "无从核算；各估值所需的概率"),
    "view.capital": ("capital structure", "资金结构"),
    "view.share.revenue": (
        "Revenue makes {share} of the gap ({low} to {high}, 5 to 95 %).",
        "营收占差距的 {share}（{low} 至 {high}，5% 至 95%）。",
    ),
    "view.share.steady_state": (
        "The essay's model makes {share} of the gap ({low} to {high}, 5 to 95 %).",
        "文章的模型占差距的 {share}（{low} 至 {high}，5% 至 95%）。",
    ),
    "view.product": (
        (
            "Product of size, share and margin: {product}; the three are not identified one by one (geometric mean "
            "{mean}). The essay's lower anchor makes the model's step {other}."
        ),
        (
            "规模、份额、利润率三系数之积：{product}；三者不能逐一识别（几何平均 {mean}）。"
            "按文章的较低锚点，模型一步为 {other}。"
        ),
    ),
    "view.hindsight": (
        (
            "Hindsight: {firm} has no revenue as of the date; its first known figure is {basis} of {period}. If it was "
            "growing, revenue makes more of the gap than shown."
        ),
        "后见之明：{firm}截至该日没有营收数据；首个已知数为 {period} 的{basis}。若其仍在增长，营收所占比所示更大。",
    ),
    "view.inputs": (
        "{firm}: value USD bn {value} ({claims}); revenue {revenue} ({basis}, to {period}; {revenue_claims}).",
        "{firm}：估值 {value} 亿美元（{claims}）；营收 {revenue} 亿美元（{basis}，至 {period}；{revenue_claims}）。",
    ),
    "basis.twelve_months": ("twelve months", "十二个月"),
    "basis.annualised_half_year": ("a half-year doubled", "半年翻倍"),
    "basis.run_rate": ("a run rate", "年度经常性收入"),
    "view.option_text": (
        (
            "{first} has no revenue, so no account can be given. Of a prize of USD {prize} bn, undiscounted, its value "
            "would need a probability of {p_first}, that of {second} {p_second}."
        ),
        (
            "{first}没有营收，无从核算。若以 {prize} 亿美元（未折现）为奖，其估值需 {p_first} 的概率，"
            "{second}需 {p_second}。"
        ),
    ),
    "view.other_way": (
        "Revenue points the other way: {second} had USD {revenue} bn, {first} none.",
        "营收指向相反：{second}有 {revenue} 亿美元，{first}为零。",
    ),
    "step.total": ("gap in value", "市值差距"),
    "step.revenue": ("revenue", "营收"),
    "step.multiple": ("sector multiple", "行业倍数"),
    "step.model": ("the essay's model (product)", "文章的模型（系数之积）"),
    "step.power": ("definition power", "定义权"),
    "step.capital": ("capital structure", "资金结构"),
    "step.unexplained": ("unexplained", "未解释部分"),
    # Who is not in it.
    "left_out.title": ("Companies of the two countries that are not in the sample", "两国未进入样本的公司"),
    "unit": ("log points", "对数点"),
    "head.value": ("value", "市值"),
    "head.revenue": ("revenue", "营收"),
    "head.multiple": ("sector", "行业"),
    "col.term": ("log points", "对数点"),
    "col.mean": ("gap", "差距"),
    "col.low": ("low", "下限"),
    "col.high": ("high", "上限"),
    "col.factor": ("factor", "倍数"),
    "col.paradigm": ("paradigm", "范式"),
    "col.industry": ("industry", "行业"),
    "col.kind": ("kind", "类别"),
    "col.error": ("error", "误差"),
    "col.firm": ("firm", "企业"),
    "col.country": ("country", "国家"),
    "col.side": ("side", "一方"),
    "col.premium": ("premium", "溢价"),
    "col.reason": ("reason", "原因"),
    "col.known": ("USD bn", "亿美元"),
    "col.share": ("share", "占比"),
    "col.abroad": ("abroad", "境外"),
    "col.step": ("step", "步骤"),
    "paradigm.pc": ("PC", "个人电脑"),
    "paradigm.search": ("search", "搜索"),
    "paradigm.mobile": ("mobile", "移动互联网"),
    "paradigm.new_energy": ("new energy", "新能源"),
    "paradigm.ai": ("AI", "人工智能"),
    "range": ("{low} to {high}", "{low} 至 {high}"),
    "against": ("{code} ({n_a} v {n_b})", "{code}（{n_a} 对 {n_b}）"),
    "list": (", ", "、"),
    "n": ("n {code}", "{code} 数"),
    "sales": ("P/S {code}", "{code} 倍数"),
}


def paradigm_name(paradigm: str, lang: Language) -> str:
    """Short name of a paradigm; the id of one that is not of the five."""
    return say(f"paradigm.{paradigm}", lang) if f"paradigm.{paradigm}" in WORDS else paradigm


def say(key: str, lang: Language, **values: object) -> str:
    """Words for `key` in the language, with the values filled in."""
    return WORDS[key][lang == "zh"].format(**values)
