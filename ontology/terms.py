# Generated from definer.ttl by `python -m definer.ontology.generate`; do not edit.
# ruff: noqa: E501, N815
"""The vocabulary as closed rdflib namespaces: ``DEF.Tie`` is an IRI, ``DEF.Tei`` an AttributeError."""

from __future__ import annotations

from rdflib.namespace import DefinedNamespace, Namespace
from rdflib.term import URIRef

__all__ = [
    "DEF",
    "AmountScope",
    "CapitalKind",
    "ControlKind",
    "Evidence",
    "Layer",
    "Metric",
    "Modality",
    "NameStatus",
    "Operator",
    "Outcome",
    "ParadigmStatus",
    "ParadigmVerdict",
    "Rank",
    "ShareBasis",
    "Side",
    "TieField",
    "TieKind",
    "TieStatus",
    "ValuationKind",
    "ValueStatus",
    "Verdict",
]


class DEF(DefinedNamespace):
    """Terms of the vocabulary."""

    _NS = Namespace("https://w3id.org/definer/ontology#")
    _fail = True

    # amount scope · 金额口径: what a sum of money covers: one party's part, a whole round, a holding
    amountScope: URIRef

    # attests · 证实: field of a tie that a passage of a source bears out
    attests: URIRef

    # best plausible place · 合理区间内最高名次: upper end of the plausibility interval of a place
    bestPlace: URIRef

    # candidacy · 候选资格: place of one firm on a paradigm's list of firms, fixed before that firm's ties were coded
    Candidacy: URIRef

    # kind of capital · 资金类型: sort of money that a capital source places
    capitalKind: URIRef

    # capital source · 资金来源: organization whose business is to place money with others
    CapitalSource: URIRef

    # cause · 分歧成因: why sources differ, such as another date, scope or unit
    cause: URIRef

    # certainty · 语气: how firmly the sentence puts what it says
    certainty: URIRef

    # claim · 主张: record that says something of the world and names the sources it rests on
    Claim: URIRef

    # first claim · 主张甲: wording of one of the claims that clash
    claimA: URIRef

    # second claim · 主张乙: wording that clashes with claim A
    claimB: URIRef

    # third claim · 主张丙: wording that clashes with both claim A and claim B
    claimC: URIRef

    # closed · 封闭: true where the named providers are all there can be
    closed: URIRef

    # what closes it · 封闭原因: reason for which no further provider of the slot can exist
    closedBy: URIRef

    # coded from · 编码起点: date from which ties of a paradigm were searched for
    codedFrom: URIRef

    # coded to · 编码终点: date after which nobody has looked for ties of a paradigm
    codedTo: URIRef

    # cohort · 采用者群体: group of adopters counted as one, such as phone buyers or AI start-ups, and kept apart from firms
    Cohort: URIRef

    # in cohort · 所在群体: group of adopters that a part is measured in
    cohort: URIRef

    # cohorts counted · 计入采用者群体: whether groups of adopters count as participants
    cohortsCounted: URIRef

    # cohort share · 群体份额: claim that a provider fills a slot for a given part of a cohort at a date
    CohortShare: URIRef

    # company · 公司: organization that sells goods or services under commercial law
    Company: URIRef

    # comparison · 比较方式: relation, such as below or about, that the sentence puts its value in
    comparison: URIRef

    # confidence · 可信度: probability, 0 to 1, that we give to what is said being right
    confidence: URIRef

    # control holding · 控制权归属: claim that an organization held a control point over a span of time, and to what degree
    ControlHolding: URIRef

    # kind of control · 控制类型: sort of position that a control point is
    controlKind: URIRef

    # control point · 控制点: place in a paradigm from which its holder can set the rules that others follow
    ControlPoint: URIRef

    # control point held · 所占控制点: place in a paradigm that is held
    controlPoint: URIRef

    # count · 企业数: number of firms that a statistic is computed over
    count: URIRef

    # country · 国家或地区: ISO 3166-1 alpha-2 code of the territory an organization is run from
    country: URIRef

    # criticality · 关键度: share of the dependent's activity that stops within 24 months if the slot stands empty, 0 to 1
    criticality: URIRef

    # currency · 币种: ISO 4217 code of the money that an amount is stated in
    currency: URIRef

    # date · 日期: day, month or year, at its stated precision, to which something is put
    date: URIRef

    # default criticality · 默认关键度: share of a typical firm's activity that stops within 24 months if the slot stands empty, 0 to 1
    defaultCriticality: URIRef

    # definition event · 定义事件: activity by which a rule of a paradigm was set, or an attempt to set one failed
    DefinitionEvent: URIRef

    # degree · 程度: completeness, 0 to 1, of a hold on a control point, half a definition being 0.5
    degree: URIRef

    # dependent · 依赖方: organization that would lose activity if the other withdrew
    dependent: URIRef

    # depends on · 依赖: relation of an organization to another that fills a slot for it, at any time
    dependsOn: URIRef

    # disagreement · 分歧: set of claims from different sources that cannot all be right
    Disagreement: URIRef

    # draws · 抽样次数: number of Monte Carlo draws behind intervals and verdict
    draws: URIRef

    # end · 结束: date, at its stated precision, from which something no longer holds
    end: URIRef

    # end unknown · 结束时间不明: true where something has ended and no source says when
    endUnknown: URIRef

    # error model · 误差模型: text that names the errors of ties under which draws are made
    errorModel: URIRef

    # evidence · 证据: whether a source was seen for what is said, or a curator knows it
    evidence: URIRef

    # slot needed for a time · 一时所需槽位: function that the firm needed filled during part of its activity only
    formerSlot: URIRef

    # formula · 复算公式: formula over claims that gives the recomputed value; further ones after semicolons stand beside it
    formula: URIRef

    # unit of the recomputed value · 复算值单位: unit of what the formula gives, where that is another quantity than the stated one
    formulaUnit: URIRef

    # founded · 成立时间: date, at its stated precision, on which an organization came into being
    founded: URIRef

    # founding evidence · 成立时间证据: whether a source was seen for the date on which an organization came into being
    foundedEvidence: URIRef

    # fundamental · 基本面数据: claim of a figure of an organization's business over a period
    Fundamental: URIRef

    # funded by · 获其出资: relation of an organization to an investor that put or pledged money into it, at any time
    fundedBy: URIRef

    # exchange rate · 汇率: mean price of one US dollar in another currency over a month
    FxRate: URIRef

    # group of firms · 企业组: organization that a source counts as one though several firms make it up
    Group: URIRef

    # high · 上限: greatest value that the source allows, in the unit or currency beside it
    high: URIRef

    # holder · 占据方: organization that could set rules from the control point
    holder: URIRef

    # holds · 占据: relation of an organization to a control point it held in any degree, at any time
    holds: URIRef

    # home paradigm · 主场范式: paradigm to which a firm was assigned before any of its valuations was read
    homeParadigm: URIRef

    # external identifier · 外部标识: code by which another register knows an organization, led by the register's name
    identifier: URIRef

    # identifier evidence · 标识符证据: whether a source was seen for the identifiers that an organization bears elsewhere
    identifierEvidence: URIRef

    # inclusion rule · 纳入规则: test by which a firm came onto its paradigm's list
    inclusionRule: URIRef

    # in-degree · 入度: number of participants that depend on a company directly
    inDegree: URIRef

    # indicator · 行业指标: statistic computed over the firms of an industry in a published list
    Indicator: URIRef

    # industry · 行业: class of business under which a published list files its firms
    Industry: URIRef

    # in industry · 所属行业: class of business that an organization or statistic is filed under
    industry: URIRef

    # in-house · 自给: mark that the dependent itself fills the slot
    InHouse: URIRef

    # within the rule · 符合纳入规则: whether a firm meets the inclusion rule of its paradigm's list
    inRule: URIRef

    # in text · 所在文本: document that the quoted sentence stands in
    inText: URIRef

    # investee · 被投资方: organization that the money goes to
    investee: URIRef

    # investment · 投资: claim that money went, or was pledged, from an investor to an investee
    Investment: URIRef

    # investor · 投资方: organization that the money comes from
    investor: URIRef

    # known by · 知悉截至: day after which what became known is left out
    knownBy: URIRef

    # known from · 知悉起始: date, at its stated precision, from which a source said so
    knownFrom: URIRef

    # known since · 知悉起始日: first day that the stated date of knowledge may mean
    knownSince: URIRef

    # last confirmed · 最近确认: last date at which a source shows that the bond held
    lastConfirmed: URIRef

    # latest valuation · 最新估值: relation of an organization to the claim of its worth with the latest date, best rank first
    latestValuation: URIRef

    # layer · 层: sort of reliance at stake: technology, distribution, supply or capital
    layer: URIRef

    # likeliest first · 最可能居首者: company that comes first in the most draws, which alone does not make it a definer
    likeliestFirst: URIRef

    # line · 行号: number of the row of the text, counted from 1, that the sentence starts on
    line: URIRef

    # listed · 列入日期: date at which a firm or a slot came onto a paradigm's list
    listed: URIRef

    # listed because · 列入缘由: reason for a change of a list after it was frozen
    listedBecause: URIRef

    # lists frozen · 名单冻结日期: date from which a paradigm's lists of firms and slots change only with a reason
    listsFrozen: URIRef

    # locator · 定位: place in a source, such as page, row or section, where it says so
    locator: URIRef

    # lock-in · 锁定: mean part of a participant, 0 to 1, that would stop if a company withdrew
    lockIn: URIRef

    # low · 下限: least value that the source allows, in the unit or currency beside it
    low: URIRef

    # metric · 指标: quantity that a number measures, named by its notation in the list of metrics
    metric: URIRef

    # middle value · 中位值: value that half of the firms lie below
    middle: URIRef

    # modality · 情态: manner in which the source puts what it says
    modality: URIRef

    # name status · 名称状态: whether the Chinese name is in customary use or the Latin one stands in for it
    nameStatus: URIRef

    # slot needed · 所需槽位: function that the firm needs filled to the end of its activity, and whose providers are enumerated
    neededSlot: URIRef

    # open standard · 开放标准: published specification that fills a slot and that nobody can withdraw
    OpenStandard: URIRef

    # operator · 数值限定: how the stated number is meant: exact, about, a bound or a range
    operator: URIRef

    # organization · 组织: body of people with a name of its own that can depend, provide, invest or set rules
    Organization: URIRef

    # organization concerned · 所涉组织: body that a record is about
    organization: URIRef

    # outcome · 结局: how the firm came out of its paradigm
    outcome: URIRef

    # paradigm · 范式: technology era in which most firms of an industry build by the same rules
    Paradigm: URIRef

    # in paradigm · 所属范式: technology era that something belongs to
    paradigm: URIRef

    # paradigm status · 范式状态: whether it is settled who set the rules of a technology era
    paradigmStatus: URIRef

    # verdict on a paradigm · 范式判定: whether somebody defines a paradigm as of a date
    paradigmVerdict: URIRef

    # participants · 参与者数: number of those who need at least one slot of a paradigm filled
    participants: URIRef

    # period end · 期间结束: last date, at its stated precision, of the time that a figure covers
    periodEnd: URIRef

    # period start · 期间开始: first date, at its stated precision, of the time that a figure covers
    periodStart: URIRef

    # place in the ranking · 名次: place of a company among those of its paradigm, equal ones sharing it
    place: URIRef

    # definition power · 定义权: weighted mean of reach and lock-in, 0 to 1
    power: URIRef

    # predecessor · 前一范式: technology era out of which a later one grew
    predecessor: URIRef

    # predicate · 所述属性: attribute that the sentence gives a value to
    predicate: URIRef

    # probability of first place · 居首概率: part of the draws, 0 to 1, in which a company comes first
    probabilityFirst: URIRef

    # provider · 提供方: whoever or whatever fills the slot, or stands at the other end of the bond
    provider: URIRef

    # provider stand-in · 提供方代号: mark that takes the place of a named organization where no other firm is known to fill a slot
    ProviderStandIn: URIRef

    # public body · 公共机构: organization that acts for a state, a state's agency or an association of states
    PublicBody: URIRef

    # quote · 引文: verbatim words of a source, at most 60 characters
    quote: URIRef

    # rank · 优先级: order of preference among records that answer the same question
    rank: URIRef

    # reach · 触达: mean part of a participant, 0 to 1, that is built the way of a company, directly or through others
    reach: URIRef

    # reason · 理由: grounds for the number given, in a few words
    reason: URIRef

    # recomputation · 复算过程: arithmetic by which the stated value was checked
    recomputation: URIRef

    # recomputed value · 复算值: number that the check came to
    recomputed: URIRef

    # rests on · 依据记录: id of a record of ours that the verdict makes use of
    restsOn: URIRef

    # revocability · 可撤回度: ease with which the provider can withhold what it gives, 0 to 1
    revocability: URIRef

    # part played · 角色: part that an organization plays in what is described, in a few words
    role: URIRef

    # funding round · 融资轮次: name that the parties give to an act of raising money
    round: URIRef

    # round trip · 循环资金: true where the provider financed the purchase it is paid by
    roundTrip: URIRef

    # round trips counted · 计入循环融资: whether ties count whose parties also have a capital tie
    roundTripsCounted: URIRef

    # scope · 范围: set of firms of a list that a statistic is computed over
    scope: URIRef

    # score · 得分: computed observation of how much of a paradigm rests on a company, never a claim
    Score: URIRef

    # scoring · 评分: set of all scores of a paradigm as of a date, computed from ties under one setting
    Scoring: URIRef

    # seed · 随机种子: number from which Monte Carlo draws start, so that they can be repeated
    seed: URIRef

    # basis of the share · 份额口径: what a share is a share of: units, users, spending, or a coder's judgement
    shareBasis: URIRef

    # date of the share · 份额日期: day, month or year for which a share was measured
    shareDate: URIRef

    # share, high · 份额上限: greatest part, 0 to 1, that the provider may have
    shareHigh: URIRef

    # share, low · 份额下限: least part, 0 to 1, that the provider may have
    shareLow: URIRef

    # side · 侧面: half of a paradigm, software or supply, that something lies in
    side: URIRef

    # slot · 槽位（功能位）: function that firms taking part in a paradigm need filled by somebody
    Slot: URIRef

    # slot filled · 所填槽位: function that the provider fills
    slot: URIRef

    # slots enumerated · 槽位已逐一列出: whether every slot of the firm was gone through and its providers noted
    slotsEnumerated: URIRef

    # source · 来源: document, dataset or recording that claims are taken from
    Source: URIRef

    # source of the first claim · 主张甲来源: document that one of the clashing wordings comes from
    sourceA: URIRef

    # source of the second claim · 主张乙来源: document that the wording clashing with claim A comes from
    sourceB: URIRef

    # source of the third claim · 主张丙来源: document that the wording clashing with claims A and B comes from
    sourceC: URIRef

    # sourced claims only · 仅计有来源: whether claims without a found source were left out
    sourcedOnly: URIRef

    # settings of the score · 评分设定: text that names every number a computation was set by
    specification: URIRef

    # stake, high · 持股上限: greatest part of the investee, 0 to 1, that the money bought
    stakeHigh: URIRef

    # stake, low · 持股下限: least part of the investee, 0 to 1, that the money bought
    stakeLow: URIRef

    # start · 开始: date, at its stated precision, from which something holds
    start: URIRef

    # stated value · 所述数值: value as the sentence gives it
    stated: URIRef

    # audited statement · 核算语句: claim that quotes one checkable sentence of a text and gives our verdict on it
    Statement: URIRef

    # subject · 所述对象: thing that the sentence speaks of, in a few words
    subject: URIRef

    # takes part in · 参与: relation of an organization to a technology era whose list of firms it stands on
    takesPartIn: URIRef

    # tie · 依赖关系: claim that one organization relies on, or is otherwise bound to, another over a span of time
    Tie: URIRef

    # tie borne out · 所证依赖关系: bond between two organizations that a passage of a source speaks of
    tie: URIRef

    # evidence of a tie · 依赖关系的证据: claim that one source bears out named fields of a tie, such as its start or its share
    TieEvidence: URIRef

    # kind of tie · 依赖类型: sort of bond between dependent and provider
    tieKind: URIRef

    # tier · 来源等级: distance of a source from the fact, from 1 (primary) to 5 (forum or memory)
    tier: URIRef

    # tie status · 关系状态: stage, from intent to end, that a bond between two organizations has reached
    tieStatus: URIRef

    # treatment · 处理方式: how the clash is kept in the data
    treatment: URIRef

    # typical revocability · 典型可撤回度: ease with which providers of the slot can usually withdraw, 0 to 1
    typicalRevocability: URIRef

    # unit · 单位: measure in which a number is stated
    unit: URIRef

    # units per US dollar · 每美元折合: amount of a currency that one US dollar buys
    unitsPerUsd: URIRef

    # unknown provider · 未知提供方: mark that somebody fills the slot and no source says who
    UnknownProvider: URIRef

    # valid from · 有效起始日: first day on which something may hold, worked out from the stated date
    validFrom: URIRef

    # valid until · 有效截止日: first day on which something holds no longer, worked out from the stated date
    validUntil: URIRef

    # valuation · 估值: claim of what an organization as a whole was worth at a date
    Valuation: URIRef

    # kind of valuation · 估值类型: way in which the worth of an organization came about
    valuationKind: URIRef

    # value status · 数值状态: standing of a number at its source, such as reported or estimated
    valueStatus: URIRef

    # verdict · 核算结论: our finding on whether a sentence holds
    verdict: URIRef

    # weight · 权重: importance of a control point among those of its paradigm and the part of the world it reaches, 0 to 1
    weight: URIRef

    # worst plausible place · 合理区间内最低名次: lower end of the plausibility interval of a place
    worstPlace: URIRef


class AmountScope(DefinedNamespace):
    """Code list: scope of an amount · 金额口径."""

    _NS = Namespace("https://w3id.org/definer/code/amountScope#")
    _fail = True

    # commitment · 承诺额: what was pledged, paid or not
    commitment: URIRef

    # cumulative · 累计: what was paid over all rounds so far
    cumulative: URIRef

    # group total · 多方合计: what several named parties paid together
    group_total: URIRef

    # holding value · 持有价值: what the holding was worth at the date
    holding_value: URIRef

    # own amount · 自身所出: what this party alone paid
    own: URIRef

    # own amount at most · 自身所出上限: bound on what this party alone pays
    own_maximum: URIRef

    # round total · 整轮总额: what all parties to the round paid
    round_total: URIRef

    # undisclosed · 未披露: sum that no party has told
    undisclosed: URIRef


class CapitalKind(DefinedNamespace):
    """Code list: kind of capital · 资金类型."""

    _NS = Namespace("https://w3id.org/definer/code/capitalKind#")
    _fail = True

    # asset manager · 资产管理机构: firm that invests the money of clients for a fee
    asset_manager: URIRef

    # bank · 银行: institution that takes deposits and lends
    bank: URIRef

    # endowment · 大学捐赠基金: fund of a university that invests what donors gave
    endowment: URIRef

    # family office · 家族办公室: firm that invests the wealth of one or a few families
    family_office: URIRef

    # foundation · 慈善基金会: body that invests in order to pay for a charitable purpose
    foundation: URIRef

    # industrial capital · 产业资本: money that an operating firm places in others of its trade
    industrial_capital: URIRef

    # other capital · 其他资金: money that none of the other words fits
    other_capital: URIRef

    # pension fund · 养老基金: fund that invests the retirement savings of its members
    pension_fund: URIRef

    # private equity · 私募股权: money pooled to buy firms that are not listed, or take them private
    private_equity: URIRef

    # sovereign wealth fund · 主权财富基金: fund owned by a state that invests its reserves or revenues
    sovereign_wealth_fund: URIRef

    # state capital · 国资: money of a government or its firms placed for policy ends
    state_capital: URIRef

    # venture capital · 风险投资: money pooled to buy minority stakes in young firms
    venture_capital: URIRef


class ControlKind(DefinedNamespace):
    """Code list: kind of control point · 控制点类型."""

    _NS = Namespace("https://w3id.org/definer/code/controlKind#")
    _fail = True

    # cost curve · 成本曲线: position that sets the cost others have to match
    cost_curve: URIRef

    # delivery standard · 交付标准: position that fixes the form in which products must be delivered
    delivery_standard: URIRef

    # distribution · 分发: position that decides which products reach users
    distribution: URIRef

    # entry point · 入口: position through which users reach everything else
    entry_point: URIRef

    # software layer · 软件层: position of a layer of code that other products run on
    software_layer: URIRef

    # supply chain · 供应链: position that grants or refuses the parts others need
    supply_chain: URIRef


class Evidence(DefinedNamespace):
    """Code list: evidence of a claim · 主张的证据."""

    _NS = Namespace("https://w3id.org/definer/code/evidence#")
    _fail = True

    # known · 已知待查证: held true by a curator, with no source found yet
    known: URIRef

    # sourced · 有来源: said by a source that was seen
    sourced: URIRef


class Layer(DefinedNamespace):
    """Code list: layer of dependence · 依赖的层."""

    _NS = Namespace("https://w3id.org/definer/code/layer#")
    _fail = True

    # capital · 资本: reliance on another's money, never scored
    capital: URIRef

    # distribution · 分发: reliance on another's way to users
    dist: URIRef

    # supply · 供应: reliance on parts, machines or capacity
    supply: URIRef

    # technology · 技术: reliance on a standard, platform or interface
    tech: URIRef


class Metric(DefinedNamespace):
    """Code list: metric of a figure · 指标名称."""

    _NS = Namespace("https://w3id.org/definer/code/metric#")
    _fail = True

    # investment in AI and digital · AI与数字领域投资: money that state investors put into AI and digital firms
    ai_digital_investment: URIRef

    # annual contract value · 年度合同额: yearly sum of contracts signed
    annual_contract_value: URIRef

    # share of revenue from AOL · 来自AOL的营收占比: part of the firm's sales that comes through AOL
    aol_share_of_revenue: URIRef

    # apps in the store · 商店应用数: number of programs that the store offers
    app_store_apps: URIRef

    # commission of the store · 商店抽成: part of each sale that the store keeps
    app_store_commission: URIRef

    # annual recurring revenue · 年度经常性收入: subscription sales of the latest month times twelve
    arr: URIRef

    # assets · 总资产: book value of all that the firm owns at the period's end
    assets: URIRef

    # assets under management · 管理资产规模: money that a capital source looks after
    aum: URIRef

    # share of browsers · 浏览器份额: part of web use that goes through the browser
    browser_share: URIRef

    # cash · 现金: money at hand at the period's end
    cash: URIRef

    # cash and securities · 现金及有价证券: money and securities at hand at the period's end
    cash_and_securities: URIRef

    # cash burn · 现金消耗: money used up beyond what came in
    cash_burn: URIRef

    # committed capital · 承诺资本: money that backers of a fund have pledged
    committed_capital: URIRef

    # cumulative downloads · 累计下载量: number of downloads since the count began
    cumulative_downloads: URIRef

    # daily queries · 日均查询量: number of searches answered in a day
    daily_queries: URIRef

    # revenue from devices · 设备营收: sales of the division that makes devices
    devices_revenue: URIRef

    # disclosed funding · 已披露融资: money raised in rounds whose sums were told
    disclosed_funding: URIRef

    # EBITDA · 息税折旧摊销前利润: profit before interest, taxes, depreciation and amortization
    ebitda: URIRef

    # estimated funding, broad definition · 宽口径估计融资: money raised by a wide count of firms, partly worked out
    estimated_funding_broad: URIRef

    # share of EV batteries · 动力电池份额: part of electric-vehicle battery capacity installed
    ev_battery_share: URIRef

    # share of operating income from Google · 谷歌付款占营业利润比: part of the firm's operating income that Google's payment makes up
    google_payment_share_of_operating_income: URIRef

    # share of revenue from Google · 来自谷歌的营收占比: part of the firm's sales that Google pays
    google_share_of_revenue: URIRef

    # gross margin · 毛利率: part of sales left after the cost of what was sold
    gross_margin: URIRef

    # gross margin of new-energy vehicles · 新能源车毛利率: part of new-energy vehicle sales left after their cost
    gross_margin_new_energy_vehicles: URIRef

    # share of handsets · 手机份额: part of mobile phones sold that the firm made
    handset_share: URIRef

    # share of HJT among the ten largest · 前十出货中异质结占比: part of the ten largest makers' modules that use heterojunction cells
    hjt_share_of_top10_shipments: URIRef

    # change in market cap · 市值变动: gain or loss of share price times shares in a span of time
    market_cap_change: URIRef

    # monthly active users · 月活跃用户: number of people who used the product in a month
    mau: URIRef

    # share of revenue to Microsoft · 付给微软的营收分成: part of the firm's sales that goes to Microsoft
    microsoft_share_of_revenue: URIRef

    # module shipments · 组件出货量: capacity of solar modules delivered
    module_shipments: URIRef

    # net income · 净利润: what is left of sales after all costs and taxes
    net_income: URIRef

    # net loss · 净亏损: excess of all costs and taxes over sales
    net_loss: URIRef

    # stake in OpenAI · 所持OpenAI股权: part of OpenAI that the firm owns
    openai_stake: URIRef

    # operating loss · 营业亏损: excess of running costs over sales
    operating_loss: URIRef

    # price to earnings · 市盈率: market value over yearly profit
    pe_ratio: URIRef

    # share of PERC among the ten largest · 前十出货中PERC占比: part of the ten largest makers' modules that use PERC cells
    perc_share_of_top10_shipments: URIRef

    # price to earnings of the industry · 行业市盈率: market value over yearly profit, firms in profit only
    price_to_earnings: URIRef

    # price to sales of the industry · 行业市销率: market value over yearly sales
    price_to_sales: URIRef

    # research and development · 研发支出: money spent on research and development
    r_and_d: URIRef

    # revenue · 营收: sales of goods and services over the period
    revenue: URIRef

    # revenue growth · 营收增速: change of sales against the same period a year before
    revenue_growth: URIRef

    # share of downloads · 下载份额: part of all downloads of open models
    share_of_downloads: URIRef

    # share of Hugging Face downloads · Hugging Face下载份额: part of downloads from Hugging Face
    share_of_hf_downloads: URIRef

    # share of new downloads · 新增下载份额: part of the downloads of models newly put out
    share_of_new_downloads: URIRef

    # share of the US AI market cap · 占美国AI市值比: part that the firms counted make up of the market value of US AI firms
    share_of_us_ai_market_cap: URIRef

    # share of smartphone systems · 智能手机系统份额: part of smartphones sold that run the system
    smartphone_os_share: URIRef

    # share of smartphones · 智能手机份额: part of smartphones sold that the firm made
    smartphone_share: URIRef

    # steady-state profit · 稳态利润: yearly profit assumed once growth has settled
    steady_state_profit: URIRef

    # of these, to the United States · 其中投向美国的交易额: value of such deals whose target is in the United States
    swf_ai_vc_to_us: URIRef

    # value of AI venture deals with sovereign funds · 主权基金参与的AI风投交易额: whole value of AI venture deals in which a sovereign wealth fund took part
    swf_participated_ai_vc_deal_value: URIRef

    # share of TOPCon among the ten largest · 前十出货中TOPCon占比: part of the ten largest makers' modules that use TOPCon cells
    topcon_share_of_top10_shipments: URIRef

    # total raised · 累计融资: money taken in over all rounds so far
    total_raised: URIRef

    # training cost of V3 · V3训练成本: rented-machine cost of the final run of DeepSeek-V3
    training_cost_v3: URIRef

    # payment by Yahoo · 雅虎付款: money that Yahoo paid to the firm
    yahoo_payment: URIRef


class Modality(DefinedNamespace):
    """Code list: modality of a claim · 主张的情态."""

    _NS = Namespace("https://w3id.org/definer/code/modality#")
    _fail = True

    # asserted · 断言: said by the source in its own name
    asserted: URIRef

    # attributed · 转述: passed on by the source from somebody it names
    attributed: URIRef

    # forecast · 预测: said by the source of a time still to come
    forecast: URIRef

    # opinion · 观点: given by the source as its judgement
    opinion: URIRef

    # unverified · 未核实: said by the source to be unchecked
    unverified: URIRef


class NameStatus(DefinedNamespace):
    """Code list: status of a Chinese name · 中文名的状态."""

    _NS = Namespace("https://w3id.org/definer/code/nameStatus#")
    _fail = True

    # customary · 通行: in general use in Chinese
    customary: URIRef

    # Latin · 拉丁名: written in Latin letters for want of a Chinese form in use
    latin: URIRef


class Operator(DefinedNamespace):
    """Code list: limits on a number · 数值限定."""

    _NS = Namespace("https://w3id.org/definer/code/operator#")
    _fail = True

    # about · 约数: the number give or take
    about: URIRef

    # at least · 不低于: the number or more
    at_least: URIRef

    # at most · 不高于: the number or less
    at_most: URIRef

    # exact · 确数: the number as it stands
    exact: URIRef

    # range · 区间: any number from low to high
    range: URIRef


class Outcome(DefinedNamespace):
    """Code list: outcome of a firm · 企业的结局."""

    _NS = Namespace("https://w3id.org/definer/code/outcome#")
    _fail = True

    # loser · 败者: driven out, sold or shrunk to a remnant
    loser: URIRef

    # undecided · 未分胜负: not yet to be told
    open: URIRef

    # survivor · 存续者: still in business, without setting rules
    survivor: URIRef

    # winner · 胜者: among those that set the rules or took most of the gain
    winner: URIRef


class ParadigmStatus(DefinedNamespace):
    """Code list: status of a paradigm · 范式的状态."""

    _NS = Namespace("https://w3id.org/definer/code/paradigmStatus#")
    _fail = True

    # open · 尚未定局: with rules still being fought over
    open: URIRef

    # settled · 已定局: with rules whose setters are known
    settled: URIRef


class ParadigmVerdict(DefinedNamespace):
    """Code list: verdict on a paradigm · 对范式的判定."""

    _NS = Namespace("https://w3id.org/definer/code/paradigmVerdict#")
    _fail = True

    # contested for · 尚在争夺: no company comes first in enough draws
    contested: URIRef

    # has a definer · 有定义者: first in at least 0.8 of the draws in two years running
    definer: URIRef

    # no definer · 无: nobody has definition power in most of the draws
    none: URIRef


class Rank(DefinedNamespace):
    """Code list: rank of a claim · 主张的优先级."""

    _NS = Namespace("https://w3id.org/definer/code/rank#")
    _fail = True

    # deprecated · 弃用: kept on record and never taken
    deprecated: URIRef

    # normal · 一般: taken where none is preferred
    normal: URIRef

    # preferred · 首选: taken before all others
    preferred: URIRef


class ShareBasis(DefinedNamespace):
    """Code list: basis of a share · 份额口径."""

    _NS = Namespace("https://w3id.org/definer/code/shareBasis#")
    _fail = True

    # bookings · 预订额: orders or advertising placed
    bookings: URIRef

    # capacity · 产能: what plants can make, or megawatts
    capacity: URIRef

    # compute · 算力: processing power held or used
    compute: URIRef

    # installations · 安装量: copies installed or machines equipped
    installs: URIRef

    # coder's judgement · 编码者判断: band set by the coder without a figure in a source
    judgement: URIRef

    # models · 机型: product models launched, not pieces sold
    models: URIRef

    # queries · 查询量: searches or requests
    queries: URIRef

    # referrals · 引荐: visits that one site sends to another
    referrals: URIRef

    # revenue · 营收: money that providers take in
    revenue: URIRef

    # spending · 支出: money that buyers spend
    spending: URIRef

    # traffic · 流量: visits or page views
    traffic: URIRef

    # units sold · 销量: pieces sold or shipped
    units: URIRef

    # users · 用户: people or accounts that use it
    users: URIRef

    # volume · 用量: tonnes, watt-hours or other physical amounts delivered
    volume: URIRef


class Side(DefinedNamespace):
    """Code list: side of a paradigm · 范式的侧面."""

    _NS = Namespace("https://w3id.org/definer/code/side#")
    _fail = True

    # software · 软件: half that consists of rules, code and access
    software: URIRef

    # supply · 供应: half that consists of things made and capacity
    supply: URIRef


class TieField(DefinedNamespace):
    """Code list: field of a tie · 依赖关系的字段."""

    _NS = Namespace("https://w3id.org/definer/code/tieField#")
    _fail = True

    # completeness of the list · 名单完整性: that no further provider fills the slot
    closed: URIRef

    # criticality · 关键度: how much would be lost if the slot stood empty
    criticality: URIRef

    # end · 结束: when it ended
    end: URIRef

    # existence · 存在: that the provider fills the slot of the dependent
    existence: URIRef

    # revocability · 可撤回度: whether the provider could withhold it
    revocability: URIRef

    # share · 份额: how much of the slot it fills
    share: URIRef

    # start · 开始: when it began
    start: URIRef


class TieKind(DefinedNamespace):
    """Code list: kind of tie · 依赖类型."""

    _NS = Namespace("https://w3id.org/definer/code/tieKind#")
    _fail = True

    # acquisition · 收购: one has bought the other, or set out to
    acquisition: URIRef

    # alliance · 联盟: both have agreed to act together
    alliance: URIRef

    # commitment · 采购承诺: dependent has pledged to buy from the provider
    commitment: URIRef

    # component · 零部件: dependent builds the provider's part into its product
    component: URIRef

    # compute · 算力: dependent runs its work on the provider's machines
    compute: URIRef

    # purchase on credit · 赊购: dependent buys with means that the provider lends
    credit_purchase: URIRef

    # default placement · 默认位置: dependent pays or bargains for being the preset choice at the provider
    default_placement: URIRef

    # distribution · 分发: dependent reaches users through the provider
    distribution: URIRef

    # equipment · 设备: dependent produces with machines from the provider
    equipment: URIRef

    # finance · 融资: provider lends or gives money to the dependent
    finance: URIRef

    # joint venture · 合资: both own a firm together
    joint_venture: URIRef

    # licence · 授权许可: dependent uses rights that the provider grants
    licence: URIRef

    # manufacturing · 代工制造: dependent has its product made by the provider
    manufacturing: URIRef

    # market access · 市场准入: dependent may sell in a market at the provider's leave
    market_access: URIRef

    # material · 材料: dependent uses up a substance from the provider
    material: URIRef

    # ownership · 持股: provider owns part or all of the dependent
    ownership: URIRef

    # payment · 支付: dependent takes money from users through the provider
    payment: URIRef

    # platform · 平台: dependent builds upon a system that the provider runs
    platform: URIRef

    # rivalry · 竞争: both contend for the same place
    rivalry: URIRef

    # service · 服务: dependent buys work done continuously by the provider
    service: URIRef

    # standard · 标准: dependent follows a specification that the provider controls
    standard: URIRef

    # technology · 技术: dependent uses know-how or designs from the provider
    technology: URIRef


class TieStatus(DefinedNamespace):
    """Code list: status of a tie · 关系的状态."""

    _NS = Namespace("https://w3id.org/definer/code/tieStatus#")
    _fail = True

    # active · 生效中: at work
    active: URIRef

    # announced · 已宣布: made public, not yet signed
    announced: URIRef

    # completed · 已完成: carried out once and for all
    closed: URIRef

    # ended · 已终止: at work no longer
    ended: URIRef

    # intent · 意向: meant by one side or both, not yet bound
    intent: URIRef

    # signed · 已签署: bound by contract, not yet at work
    signed: URIRef


class ValuationKind(DefinedNamespace):
    """Code list: kind of valuation · 估值类型."""

    _NS = Namespace("https://w3id.org/definer/code/valuationKind#")
    _fail = True

    # acquisition price · 收购价: price at which the whole firm was bought
    acquisition_price: URIRef

    # analyst estimate · 分析师估计: worth that an outside analyst worked out
    analyst_estimate: URIRef

    # asset value · 资产价值: worth of what the firm owns, debts aside or off
    asset_value: URIRef

    # buyback · 回购价: price at which the firm bought its own shares
    buyback: URIRef

    # implied by a stake · 按股权推算: price of a part, divided by that part
    implied_by_stake: URIRef

    # internal transfer · 内部转让: price within one group of owners
    internal_transfer: URIRef

    # listing target · 上市目标估值: worth that the firm or its banks hoped to list at
    ipo_target: URIRef

    # valuation at listing · 上市估值: worth at the price of the first sale to the public
    ipo_valuation: URIRef

    # market cap · 市值: share price times shares outstanding
    market_cap: URIRef

    # post-money · 投后估值: worth agreed in a round, with the new money in
    post_money: URIRef

    # pre-money · 投前估值: worth agreed in a round, without the new money
    pre_money: URIRef

    # secondary · 老股转让: price at which existing shares changed hands
    secondary: URIRef

    # market cap of a subsidiary · 子公司市值: share price times shares of a listed part of the firm
    subsidiary_market_cap: URIRef

    # talks · 洽谈中: worth named in talks that had not closed
    talks: URIRef

    # tender · 要约: price at which the firm or a buyer offered to take shares
    tender: URIRef

    # unspecified · 未说明: worth whose origin the source does not tell
    unspecified: URIRef


class ValueStatus(DefinedNamespace):
    """Code list: status of a value · 数值状态."""

    _NS = Namespace("https://w3id.org/definer/code/valueStatus#")
    _fail = True

    # disputed · 有争议: contradicted by a party or another source
    disputed: URIRef

    # estimate · 估计值: worked out by an outsider
    estimate: URIRef

    # forecast · 预测值: said of a time still to come
    forecast: URIRef

    # implied · 推算值: following from other numbers
    implied: URIRef

    # reported · 公布值: given out as fact
    reported: URIRef

    # stale · 已过时: overtaken by a later number
    stale: URIRef

    # terminated · 已终止: tied to a deal that came to nothing
    terminated: URIRef

    # undercount · 少计: known to leave something out
    undercount: URIRef


class Verdict(DefinedNamespace):
    """Code list: verdict on a statement · 核算结论."""

    _NS = Namespace("https://w3id.org/definer/code/verdict#")
    _fail = True

    # arithmetic at the limit · 计算处于边界: sum that comes out as stated only at the edge of its range
    arithmetic_borderline: URIRef

    # arithmetic wrong · 计算有误: sum that comes out otherwise
    arithmetic_off: URIRef

    # arithmetic right · 计算无误: sum that comes out as stated
    arithmetic_ok: URIRef

    # confirmed · 属实: borne out by other sources
    confirmed: URIRef

    # confirmed with a caveat · 属实但有保留: borne out, with a limit that matters
    confirmed_with_caveat: URIRef

    # contested · 有争议: borne out by some sources and denied by others
    contested: URIRef

    # contradicted · 不符: denied by better sources
    contradicted: URIRef

    # definition · 定义: choice of how to use a word
    definition: URIRef

    # forecast · 预测: saying about a time still to come
    forecast: URIRef

    # inconsistent dates · 日期不一致: comparison of numbers from different dates
    inconsistent_dates: URIRef

    # judgement · 判断: opinion that no fact can settle
    judgement: URIRef

    # not found · 未找到: neither borne out nor denied by any source found
    not_found: URIRef
