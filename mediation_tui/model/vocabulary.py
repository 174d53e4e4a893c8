"""The closed lists a case is described with.

Labels are the terms of the trade (domain handbook §2, §5, §7); codes are what is stored and exported.
"""

from __future__ import annotations

from mediation_tui.i18n import N_
from mediation_tui.model.base import Grade, OrderedWord, Word


class Level(OrderedWord):
    """Where a dispute is received, handled or resolved (层级), lowest first."""

    GRID = "grid", N_("网格")
    VILLAGE = "village", N_("村级")
    TOWN = "town", N_("镇级")
    COUNTY = "county", N_("县级及以上")


class Category(Word):
    """The ministry's 18 kinds of dispute (纠纷类别), in the order of its table's columns 20–37."""

    FAMILY = "family", N_("婚姻家庭")
    NEIGHBOURS = "neighbours", N_("邻里")
    HOMESTEAD = "homestead", N_("房屋宅基地")
    CONTRACT = "contract", N_("合同")
    BUSINESS = "business", N_("生产经营")
    DAMAGES = "damages", N_("损害赔偿")
    LAND = "land", N_("山林土地")
    EXPROPRIATION = "expropriation", N_("征地拆迁")
    POLLUTION = "pollution", N_("环境污染")
    MIGRANT_WAGES = "migrant_wages", N_("拖欠农民工工资")
    LABOUR = "labour", N_("其他劳动争议")
    TOURISM = "tourism", N_("旅游")
    ONLINE_TRADE = "online_trade", N_("电子商务")
    CONSUMER = "consumer", N_("其他消费")
    MEDICAL = "medical", N_("医疗")
    TRAFFIC = "traffic", N_("道路交通事故")
    PROPERTY_SERVICE = "property_service", N_("物业")
    OTHER = "other", N_("其他")


class Governance(Word):
    """The 19 kinds of dispute of the governance office's table (综治), in the order of its lines (domain handbook §7.3)."""

    RELIGION = "religion", N_("民族宗教矛盾纠纷")
    RESETTLED_SOLDIERS = "resettled_soldiers", N_("军转干部、复员退伍军人安置引发的矛盾纠纷")
    EXPROPRIATION = "expropriation", N_("征地拆迁安置引发的矛盾纠纷")
    BUILDING = "building", N_("建筑工程质量、物业管理等问题引发的矛盾纠纷")
    BOUNDARIES = "boundaries", N_("土地矿产山林水利界限权属纠纷")
    ECONOMY = "economy", N_("经济活动引发的矛盾纠纷")
    LABOUR = "labour", N_("劳资纠纷")
    RESTRUCTURING = "restructuring", N_("企业改制引发的矛盾纠纷")
    POLLUTION = "pollution", N_("环境污染、生态破坏引发的矛盾纠纷")
    JUDICIARY = "judiciary", N_("司法活动引发的矛盾纠纷")
    ENFORCEMENT = "enforcement", N_("行政执法活动引发的矛盾纠纷")
    SCHOOLS = "schools", N_("大中专院校、中小学校引发的矛盾纠纷")
    FISHERIES = "fisheries", N_("海事渔事纠纷")
    OFFICIALS = "officials", N_("干部作风等问题引发的矛盾纠纷")
    VILLAGE_AFFAIRS = "village_affairs", N_("村务管理引发的矛盾纠纷")
    COLLECTIVE = "collective", N_("农村土地承包、农村集体“三资”及农民负担等问题引发的矛盾纠纷")
    CIVIL = "civil", N_("婚姻家庭邻里等各类民间纠纷")
    MEDICAL = "medical", N_("医患纠纷")
    OTHER = "other", N_("其他")


class Source(Word):
    """How a dispute came to be mediated (案件来源)."""

    APPLIED = "applied", N_("依申请")
    FOUND = "found", N_("主动调解")
    ENTRUSTED = "entrusted", N_("委托移送")


class Entruster(Word):
    """Who entrusted a dispute, where the source is `Source.ENTRUSTED`."""

    COURT = "court", N_("法院")
    PROCURATORATE = "procuratorate", N_("检察院")
    POLICE = "police", N_("公安机关")
    PETITION_OFFICE = "petition_office", N_("信访部门")
    OTHER = "other", N_("其他部门")


class CourtProcedure(Word):
    """At which stage a court sent a dispute (特邀调解规定 Art 27); it decides the term."""

    BEFORE_FILING = "before_filing", N_("立案前委派")
    ORDINARY = "ordinary", N_("立案后委托（普通程序）")
    SUMMARY = "summary", N_("立案后委托（简易程序）")


class Discovery(Word):
    """How a dispute first became known (发现方式), apart from its source."""

    SCREENING = "screening", N_("排查")
    WALK_IN = "walk_in", N_("来访")
    HOTLINE = "hotline", N_("电话")
    REPORTED = "reported", N_("网格上报")
    OTHER = "other", N_("其他")


class MediationKind(Word):
    """The three mediations of 大调解; only people's mediation enters the ministry table."""

    PEOPLE = "people", N_("人民调解")
    ADMINISTRATIVE = "administrative", N_("行政调解")
    JUDICIAL = "judicial", N_("司法调解")


class Side(Word):
    """On which side a party stands."""

    APPLICANT = "applicant", N_("申请方")
    RESPONDENT = "respondent", N_("被申请方")
    THIRD = "third", N_("第三方")


class PartyKind(Word):
    """Whether a party is a person or an organisation."""

    PERSON = "person", N_("个人")
    ORGANISATION = "organisation", N_("单位")


class Gender(Word):
    """As the forms ask it."""

    MALE = "male", N_("男")
    FEMALE = "female", N_("女")


class Risk(Grade):
    """How likely a dispute is to escalate, 0–3; the book may give the steps its own words and colours."""

    ORDINARY = 0, N_("一般")
    ELEVATED = 1, N_("关注")
    HIGH = 2, N_("较高")
    SEVERE = 3, N_("重大")


class Difficulty(Word):
    """How hard a case is graded (难易程度); there is no national definition."""

    ORDINARY = "ordinary", N_("一般")
    DIFFICULT = "difficult", N_("疑难")
    MAJOR = "major", N_("重大")


class State(Word):
    """Where in its life a case stands (design §3)."""

    REGISTERED = "registered", N_("已登记")
    ACCEPTED = "accepted", N_("已受理")
    MEDIATING = "mediating", N_("调解中")
    AGREED = "agreed", N_("达成协议")
    PERFORMING = "performing", N_("履行中")
    PERFORMED = "performed", N_("履行完毕")
    DEFAULTED = "defaulted", N_("未履行")
    FAILED = "failed", N_("调解不成")
    WITHDRAWN = "withdrawn", N_("已撤回")
    TRANSFERRED = "transferred", N_("已移送")
    NOT_ACCEPTED = "not_accepted", N_("不予受理")
    CLOSED = "closed", N_("已结案")
    ARCHIVED = "archived", N_("已归档")
    VOIDED = "voided", N_("作废")


UNRESOLVED = frozenset({State.REGISTERED, State.ACCEPTED, State.MEDIATING})
"""Not concluded yet: what a statement counts as still open (未结)."""

ON_DESK = frozenset(State) - {State.CLOSED, State.ARCHIVED, State.VOIDED}
"""Somebody still has to do something: open cases (在办)."""


class Outcome(Word):
    """What mediation ended in (结果)."""

    AGREED = "agreed", N_("达成协议")
    FAILED = "failed", N_("调解不成")
    WITHDRAWN = "withdrawn", N_("撤回")
    NOT_ACCEPTED = "not_accepted", N_("不予受理")
    TRANSFERRED = "transferred", N_("移送")
    VOID = "void", N_("作废")


class Exit(Word):
    """Where a dispute went when mediation here did not end it (去向)."""

    COURT = "court", N_("诉讼")
    ARBITRATION = "arbitration", N_("仲裁")
    PETITION = "petition", N_("信访")
    POLICE = "police", N_("公安")
    ADMINISTRATION = "administration", N_("行政机关")
    OTHER_COMMITTEE = "other_committee", N_("其他调委会")
    NOWHERE = "nowhere", N_("尚无去向")


class AgreementForm(Word):
    """Written or oral (协议形式); both are valid, both are recorded in full (人民调解法 Art 28)."""

    WRITTEN = "written", N_("书面")
    ORAL = "oral", N_("口头")


class SessionResult(Word):
    """What came of one session; the result of the case is its own event."""

    CONTINUES = "continues", N_("有待继续调解")
    AGREED = "agreed", N_("成功")
    FAILED = "failed", N_("不成")


class ChosenBy(Word):
    """How the mediators were found (产生方式, 人民调解法 Art 19)."""

    ASSIGNED = "assigned", N_("指定")
    PARTIES = "parties", N_("当事人选择")


class Consent(Word):
    """On what footing mediation begins (人民调解法 Art 17)."""

    BOTH_AGREE = "both_agree", N_("双方同意")
    NO_OBJECTION = "no_objection", N_("主动调解，双方未反对")


class RefusalGround(Word):
    """Why a dispute is not accepted (人民调解工作若干规定 Art 22)."""

    SPECIAL_ORGAN = "special_organ", N_("法律规定由专门机关管辖")
    FORBIDDEN = "forbidden", N_("法律禁止以民间调解方式解决")
    TAKEN = "taken", N_("法院、公安或其他机关已受理或已解决")
    PARTY_OBJECTS = "party_objects", N_("一方明确拒绝调解")
    NOT_CIVIL = "not_civil", N_("不属于民间纠纷")


class FailureReason(Word):
    """Why mediation ended without agreement."""

    REFUSED = "refused", N_("一方明确拒绝调解")
    WIDE_GAP = "wide_gap", N_("分歧过大")
    ABSENT = "absent", N_("一方多次不到场")
    UNREACHABLE = "unreachable", N_("无法联系当事人")
    OVER_TERM = "over_term", N_("期限届满未达成协议")
    REPUDIATED = "repudiated", N_("协议生效前反悔")
    OTHER = "other", N_("其他")


class Channel(Word):
    """How people were met or told."""

    IN_PERSON = "in_person", N_("当面")
    VISIT = "visit", N_("上门")
    PHONE = "phone", N_("电话")
    WRITTEN = "written", N_("书面")
    ONLINE = "online", N_("线上")


class Partner(Word):
    """With whom a case is handed over (对接移交)."""

    COURT = "court", N_("法院（诉调对接）")
    POLICE = "police", N_("公安（警调对接）")
    PETITION_OFFICE = "petition_office", N_("信访（访调对接）")
    PROCURATORATE = "procuratorate", N_("检察院")
    OTHER = "other", N_("其他部门")


class Direction(Word):
    """Of a handover."""

    OUT = "out", N_("移出")
    IN = "in", N_("移入")


class Performance(Word):
    """What a return visit found of an agreement's performance."""

    DONE = "done", N_("已履行")
    PARTLY = "partly", N_("部分履行")
    NOT_DONE = "not_done", N_("未履行")
    NOT_DUE = "not_due", N_("未到期")


class ConfirmationResult(Word):
    """What the court decided on a joint application (司法确认)."""

    VALID = "valid", N_("确认有效")
    REJECTED = "rejected", N_("驳回")
    WITHDRAWN = "withdrawn", N_("撤回申请")


class Averted(Word):
    """What was prevented (预防效果); each counted in 件 and 人, with its ground."""

    SUICIDE = "suicide", N_("防止民间纠纷引起自杀")
    CRIME = "crime", N_("防止民间纠纷转化为刑事案件")
    GROUP_PETITION = "group_petition", N_("防止群体性上访")
    GROUP_FIGHT = "group_fight", N_("防止群体性械斗")


class Paper(Word):
    """The papers of a case file (卷宗), in binding order (domain handbook §6.1)."""

    APPLICATION = "application", N_("人民调解申请书")
    ACCEPTANCE_FORM = "acceptance_form", N_("人民调解受理登记表")
    RIGHTS_NOTICE = "rights_notice", N_("权利义务告知书")
    IDENTITY = "identity", N_("当事人身份证明")
    POWER_OF_ATTORNEY = "power_of_attorney", N_("授权委托书")
    INVESTIGATION = "investigation", N_("调查记录")
    EVIDENCE = "evidence", N_("证据材料")
    MINUTES = "minutes", N_("调解记录")
    AGREEMENT = "agreement", N_("人民调解协议书")
    ORAL_AGREEMENT = "oral_agreement", N_("口头协议登记表")
    TERMINATION = "termination", N_("终止调解书")
    TRANSFER_LETTER = "transfer_letter", N_("移送函")
    RECEIPT = "receipt", N_("履行凭证")
    VISIT_RECORD = "visit_record", N_("回访记录")
    CONFIRMATION = "confirmation", N_("司法确认有关材料")
    FILE_NOTE = "file_note", N_("卷宗情况说明")
    OTHER = "other", N_("其他")


class VillageKind(Word):
    """A village or a community."""

    VILLAGE = "village", N_("村")
    COMMUNITY = "community", N_("社区")


class CommitteeKind(Word):
    """Which column of the ministry table a committee's cases enter (不同主体)."""

    VILLAGE = "village", N_("村调委会")
    COMMUNITY = "community", N_("居调委会")
    TOWN = "town", N_("乡镇调委会")
    STREET = "street", N_("街道调委会")
    ENTERPRISE = "enterprise", N_("企事业单位调委会")
    SOCIAL = "social", N_("社会团体和其他组织调委会")


class Role(Word):
    """What a person on the roster is."""

    MEDIATOR = "mediator", N_("人民调解员")
    GRID_WORKER = "grid_worker", N_("网格员")
    LEGAL_ADVISER = "legal_adviser", N_("法律顾问")
    OFFICER = "officer", N_("司法所工作人员")
    HEAD = "head", N_("司法所所长")


class Post(Word):
    """A mediator's standing on the committee (人民调解法 Arts 8, 13)."""

    DIRECTOR = "director", N_("主任")
    DEPUTY = "deputy", N_("副主任")
    MEMBER = "member", N_("委员")
    HIRED = "hired", N_("聘任")


class Purpose(Word):
    """What a time limit is for."""

    MEDIATION = "mediation", N_("调解期限")
    RESPONSE = "response", N_("响应时限")
    PERFORMANCE = "performance", N_("履行期限")
    FEEDBACK = "feedback", N_("反馈期限")
    CONFIRMATION = "confirmation", N_("司法确认期限")
    VISIT = "visit", N_("回访")
    SILENCE = "silence", N_("无动静")
    COURT = "court", N_("法院裁定期限")
    LIMITATION = "limitation", N_("时效提示")
    COMPARISON = "comparison", N_("对照期限")


class PauseGround(Word):
    """Why a time limit stands still for a while (中止计时)."""

    APPRAISAL = "appraisal", N_("鉴定")
    OTHER_RESULT = "other_result", N_("等待另案或有关部门的结论")
    PREVENTED = "prevented", N_("当事人因客观原因不能参加")
    OTHER = "other", N_("其他")
