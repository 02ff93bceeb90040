"""Words for the faults of scenarios: what is wrong and how to mend it."""

from __future__ import annotations

from typing import Final

__all__ = ["FAULTS", "MAYBE"]

MAYBE: Final = ("; did you mean {near}?", "；是否指：{near}？")

FAULTS: Final[dict[str, tuple[str, str]]] = {
    # the file
    "too_large": (
        "the file has {size} bytes, more than {limit}: split it into several scenarios",
        "文件有 {size} 字节，超过 {limit}：请拆成几个情景",
    ),
    "not_utf8": ("the file is no text in UTF-8: save it as UTF-8", "文件不是 UTF-8 文本：请另存为 UTF-8"),
    "syntax": ("not YAML: {problem}: mend the line", "不是合法的 YAML（{problem}）：请修改该行"),
    "empty": ("the file holds no scenario: begin with `title:`", "文件中没有情景：请从 title: 写起"),
    "several": ("the file holds more than one document: keep one", "文件含有多个 YAML 文档：只保留一个"),
    "alias": (
        "anchors and aliases (&, *) are not taken: write the values out",
        "不接受锚点与别名（&、*）：请把值直接写出",
    ),
    "too_deep": ("nested deeper than {limit} levels: flatten it", "嵌套超过 {limit} 层：请减少层级"),
    "too_many": ("more than {limit} values: split the scenario", "值超过 {limit} 个：请拆分情景"),
    "tag": ("the tag {tag} is not taken: write a plain value", "不接受标签 {tag}：请写普通的值"),
    "duplicate": (
        "the key {key} stands twice (first in line {first}): keep one",
        "键 {key} 重复（首次出现在第 {first} 行）：只保留一个",
    ),
    "key_type": ("a key must be a text: put it in quotes", "键必须是文本：请加引号"),
    # the form
    "missing": ("the field {name} is missing: add it", "缺少字段 {name}：请补上"),
    "unknown_key": ("no field is called {name}: remove it or mend its name", "没有名为 {name} 的字段：请删除或改正"),
    "unknown_op": ("no operation is called {name}: name one of {known}", "没有名为 {name} 的操作：可用 {known}"),
    "not_text": ("{value} is no text: put it in quotes", "{value} 不是文本：请加引号"),
    "bad_text": (
        "the text is empty, too long or holds control characters: write 1 to {limit} plain characters",
        "文本为空、过长或含控制字符：请写 1 至 {limit} 个普通字符",
    ),
    "not_number": ("{value} is no number: write a number such as 0.65", "{value} 不是数：请写 0.65 这样的数"),
    "not_part": (
        "{value} is outside 0 to 1: write a part of one, 0.65 for 65 %",
        "{value} 不在 0 至 1 之间：65% 请写 0.65",
    ),
    "not_mapping": ("a mapping of fields is needed here, not {value}", "此处应为字段映射，而不是 {value}"),
    "not_list": ("a list is needed here, not {value}", "此处应为列表，而不是 {value}"),
    "too_short": ("at least one entry is needed", "至少需要一项"),
    "too_long": ("more than {limit} entries: split the scenario", "超过 {limit} 项：请拆分情景"),
    "choice": ("{value} is none of {known}", "{value} 不在可选值 {known} 之中"),
    "backward_range": (
        "the range begins with {low}, above its end {high}: write the lower end first",
        "区间下限 {low} 高于上限 {high}：请把较小的数写在前面",
    ),
    "not_range": (
        "a share is a number, or a range [low, high] of two numbers",
        "份额应为一个数，或两个数的区间 [下限, 上限]",
    ),
    "not_date": (
        "{value} is no date: write YYYY, YYYY-MM or YYYY-MM-DD",
        "{value} 不是日期：请写 YYYY、YYYY-MM 或 YYYY-MM-DD",
    ),
    "no_selection": (
        "the operation selects nothing: name at least one of {known}",
        "该操作没有选取任何依赖关系：请至少给出 {known} 之一",
    ),
    "no_members": ("name `firms` or `country`", "请给出 firms 或 country"),
    "no_source": (
        "an input that is `verified: true` needs a source: name it",
        "标为 verified: true 的输入需要来源：请写明 source",
    ),
    "shares_above_one": (
        "the shares sum to {total}, above 1: lower them",
        "份额合计 {total}，超过 1：请调低",
    ),
    "capital_layer": (
        "capital ties never enter a score: name tech, dist or supply, or leave the layer out",
        "资本关系从不计入得分：请写 tech、dist 或 supply，或不写 layer",
    ),
    "value": ("{problem}", "不是合法的值：{problem}"),
    # the graph
    "unknown_paradigm": ("no paradigm is called {name}", "没有名为 {name} 的范式"),
    "unknown_firm": ("no organization is called {name}", "没有名为 {name} 的机构"),
    "unknown_cohort": ("no cohort of {paradigm} is called {name}", "{paradigm} 范式没有名为 {name} 的采用者群体"),
    "unknown_slot": ("{paradigm} has no slot {name}", "{paradigm} 范式没有槽位 {name}"),
    "unknown_tie": (
        "no tie {name} counts in {paradigm} as of {date}",
        "截至 {date}，{paradigm} 范式没有计入依赖关系 {name}",
    ),
    "unknown_point": ("no control point is called {name}", "没有名为 {name} 的控制点"),
    "no_country": (
        "the claims give no country for {name}: name another holder",
        "数据中没有 {name} 的国别：请换一个占据者",
    ),
    "unknown_country": (
        "no organization of the claims is in the country {name}: write an ISO code such as US",
        "数据中没有国家 {name} 的机构：请写 US 这样的国家代码",
    ),
    "wrong_layer": (
        "the slot {slot} is on the layer {layer}: leave the field out",
        "槽位 {slot} 属于 {layer} 层：请删去该字段",
    ),
    "taken_id": ("the id {name} is taken: choose another", "编号 {name} 已被使用：请换一个"),
    "own_provider": (
        "{name} would be its own provider: write IN_HOUSE",
        "{name} 成了自己的提供方：自给请写 IN_HOUSE",
    ),
    "unknown_example": (
        "no file and no shipped scenario is called {name}: see `definer scenario --list`",
        "没有名为 {name} 的文件或随附情景：可用 definer scenario --list 查看",
    ),
}
"""Code -> words in English and Chinese."""
