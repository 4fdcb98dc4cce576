"""What banks' systems and people call the fields of a row: the words of headings, by target and field.

Compared after `mapping.plain` took away case, blanks, units in brackets and the like. The first of them is
the heading that rmdesk itself would write.
"""

from __future__ import annotations

# Whom a row is about, in files that are not about customers themselves.

WHO: dict[str, str] = {
    "number": (
        "客户号|客户编号|客户编码|客户号码|客户代码|客户识别号|核心号|核心客户号|客户ID|客户标识|客户内码|统一客户号|ECIF号|ECIF客户号"
        "|ECIF编号|CIF号|CIF|客户经理客户号|会员号|持有人客户号|投资人客户号|customer no|customer number"
        "|customer id|cust no|cust id|custno|client no|client id|client number|cif no|cif number|ecif|ecif no"
        "|customer code|no|id|编号|代码"
    ),
    "name": (
        "客户姓名|姓名|客户名称|客户名|户名|账户名称|账户名|持有人|持有人姓名|投保人|借款人|存款人|投资人"
        "|联系人|名称|中文姓名|中文名|本人姓名|客户|customer name|customer|name|full name|client name|client"
        "|cust name|account name|holder"
    ),
    "document": (
        "证件号码|证件号|身份证号|身份证号码|身份证|证件编号|身份证件号码|身份证件号|公民身份号码"
        "|公民身份证号码|居民身份证号|客户证件号码|客户证件号|有效证件号码|ID号|持有人证件号码|投资人证件号码"
        "|id number|id no|id card|id card no|idno|identity no|identity number|identity card|document"
        "|document no|document number|certificate no|cert no|national id|passport no"
    ),
    "phones": (
        "手机号码|手机号|手机|移动电话|联系电话|电话|电话号码|联系方式|手机电话|联系手机|预留手机号"
        "|预留手机号码|预留手机|常用手机|常用手机号|绑定手机号|客户手机|客户手机号|客户电话|本人手机|本人电话"
        "|联系号码|手机1|手机2|手机号码1|手机号码2|电话1|电话2|备用手机|备用电话|短信号码|mobile|mobile no"
        "|mobile number|mobile phone|phone|phone no|phone number|cell|cell phone|cellphone|tel|telephone"
        "|tel no|contact|contact no|contact number"
    ),
}

CUSTOMERS: dict[str, str] = {
    **WHO,
    "owner": (
        "客户经理|管户经理|管户客户经理|所属客户经理|维护经理|主办客户经理|理财经理|专属经理|管户人|管户"
        "|责任人|归属客户经理|归属经理|经理姓名|客户经理姓名|管户经理姓名|管理人|维护人|营销人员|所属经理"
        "|负责人|manager|relationship manager|rm|owner|account manager|customer manager|rm name|officer"
        "|advisor"
    ),
    "stand_in": (
        "协办客户经理|协管经理|协办经理|代管经理|替补经理|副管户|B角|stand in|deputy|backup manager"
        "|assistant manager|代管人|替岗经理"
    ),
    "stage": (
        "生命周期|客户阶段|关系阶段|客户状态|生命周期阶段|维护阶段|stage|lifecycle|lifecycle stage|status"
    ),
    "grade": "关系星级|客户星级|星级|评级星级|星级评定|grade|stars|star rating|rating",
    "strategy": "维护策略|策略|联系策略|维护频率|strategy|contact strategy",
    "orientation": "客户导向|导向|导向类型|客户类型导向|orientation",
    "gender": "性别|客户性别|gender|sex",
    "birthday": (
        "出生日期|生日|出生|出生年月日|出生年月|客户生日|出生日|阳历生日|农历生日|公历生日|阴历生日|生辰|birthday"
        "|birth date|date of birth|dob|birth|born|birthdate"
    ),
    "education": "学历|文化程度|教育程度|最高学历|受教育程度|education|degree|education level",
    "occupation": (
        "职业|行业职业|从事职业|职业类别|职业名称|工作|所属行业|行业|occupation|profession|job|industry"
        "|career"
    ),
    "position": "职务|职位|岗位|职称|担任职务|职级|position|title|job title|post",
    "employer": (
        "工作单位|单位|单位名称|就职单位|任职单位|公司|公司名称|所在单位|就业单位|企业名称|employer|company"
        "|work unit|organisation|organization|company name"
    ),
    "income_band": (
        "年收入|收入|收入水平|收入档次|年收入区间|家庭年收入|income|annual income|income band|income level"
    ),
    "notes": (
        "备注|说明|其他|其它|附注|备注信息|备注说明|客户备注|补充说明|notes|note|remark|remarks|comment"
        "|comments|memo"
    ),
    "wechat": "微信|微信号|微信账号|微信ID|wechat|wechat id|weixin",
    "email": "邮箱|电子邮箱|电子邮件|电邮|邮件地址|email|e-mail|mail|email address",
    "district": "区域|所在区域|片区|所属社区|社区|区县|居住区域|所在区|district|area|region",
    "preferred_channel": (
        "偏好渠道|联系渠道|首选联系方式|偏好联系方式|首选渠道|常用渠道|preferred channel|channel"
    ),
    "preferred_time": "偏好时间|方便联系时间|联系时间偏好|最佳联系时间|方便时间|preferred time|best time",
    "no_calls": "不接电话|拒绝电话|免电话|电话勿扰|no calls|do not call",
    "no_messages": "拒收短信|不发短信|免短信|短信勿扰|拒绝短信|no messages|no sms",
    "no_visits": "拒绝拜访|不上门|谢绝拜访|no visits",
    "no_greetings": "不发祝福|拒绝祝福|免问候|no greetings",
    "no_marketing": "拒绝营销|不营销|营销勿扰|免营销|勿扰|no marketing|opt out",
    "family": (
        "家庭情况|家庭成员|家庭状况|家庭信息|婚姻状况|婚姻|婚否|子女情况|family|marital status|family members"
    ),
    "interests": "兴趣爱好|爱好|兴趣|特长|业余爱好|interests|hobbies|hobby",
    "taboos": "禁忌|忌讳|注意事项|避讳|taboos|avoid",
    "bereaved_on": "丧亲日期|亲人去世日期|bereaved on",
    "activity": "购买活跃度|活跃度|交易活跃度|购买频率|activity|buying activity",
    "price_sensitivity": "价格敏感度|利率敏感度|价格敏感|price sensitivity",
    "risk_tolerance": (
        "风险等级|风险承受能力|风险承受等级|风险偏好|风险测评等级|风险测评结果|风险评级|客户风险等级"
        "|风险承受能力等级|risk tolerance|risk level|risk rating|risk profile|risk"
    ),
    "risk_assessed_on": (
        "风险测评日期|风评日期|测评日期|风险评估日期|评估日期|risk assessed on|risk date|assessment date"
    ),
    "product_preference": "产品偏好|偏好产品|投资偏好|理财偏好|product preference|preferred products",
    "habits": "习惯|消费习惯|购买习惯|投资习惯|habits",
    "e_channels": (
        "电子渠道|电子银行|签约渠道|渠道签约|网银手机银行|手机银行|网银|电子渠道签约|e-channels|e channels"
        "|online banking|ebank"
    ),
    "cares_most": "最关心|最关注|最看重|最关心的服务|cares most",
    "cares_least": "最不关心|最不关注|cares least",
    "wants_training": "愿意参加培训|培训需求|需要培训|wants training",
    "wants_salons": "愿意参加沙龙|沙龙需求|参加沙龙|wants salons",
    "wants_planning": "理财规划需求|需要理财规划|规划需求|wants planning",
    "timeliness": "时效要求|服务时效|时效|timeliness",
    "home_phones": "家庭电话|住宅电话|宅电|家庭联系电话|固定电话|座机|固话|home phone|home tel|landline",
    "work_phones": (
        "办公电话|单位电话|公司电话|工作电话|办公室电话|office phone|work phone|office tel|business phone"
    ),
    "addresses": (
        "家庭住址|家庭地址|住址|地址|居住地址|联系地址|现住址|住宅地址|常住地址|客户地址|户籍地址|address"
        "|home address|residence"
    ),
    "work_addresses": (
        "单位地址|办公地址|公司地址|工作地址|单位住址|work address|office address|company address"
    ),
    "mail_addresses": (
        "通讯地址|通信地址|邮寄地址|寄送地址|账单地址|邮政地址|mailing address|postal address|mail address"
    ),
    "document_kind": (
        "证件类型|证件种类|证件类别|证件名称|客户证件类型|id type|document type|certificate type|cert type"
        "|document kind"
    ),
    "document_expires_on": (
        "证件有效期|证件到期日|证件到期日期|证件失效日期|有效期至|证件有效期至|id expiry|document expiry"
        "|expiry date|valid until"
    ),
    "tags": "标签|客户标签|客群|客群标签|分组|客户分组|tags|tag|labels|label|segment|group",
    "aum": (
        "资产总额|AUM|总资产|金融资产|资产余额|资产规模|管理资产|客户资产|金融资产总额|AUM余额|资产合计"
        "|时点AUM|AUM时点|资产时点|时点|时点余额|时点资产|当前AUM|资产|余额|total assets|assets|aum balance"
        "|total aum|balance"
    ),
    "aum_average": (
        "月日均AUM|AUM月日均|月日均资产|月日均|日均资产|日均AUM|AUM日均|资产月日均|资产日均|月均资产|资产月均|月均AUM"
        "|年日均|月日均余额|日均余额|average balance|average assets|average aum|monthly average"
    ),
    "aum_basis": (
        "资产口径|AUM口径|口径|余额口径|统计口径|资产余额口径|余额类型|basis|basis of assets|aum basis"
        "|balance type"
    ),
    "aum_on": (
        "资产日期|AUM日期|数据日期|统计日期|截止日期|截至日期|余额日期|报表日期|as of|as of date|data date"
        "|report date|balance date|assets as of"
    ),
}

HOLDINGS: dict[str, str] = {
    "bank": (
        "所在银行|银行|开户行|开户银行|持有银行|他行名称|所属银行|银行名称|存放银行|行别|机构名称|bank"
        "|bank name|institution"
    ),
    "kind": (
        "产品类别|产品类型|产品种类|类别|种类|类型|产品大类|业务种类|储种|存款种类|存款类型|品种|资产类型"
        "|资产类别|业务类型|业务品种|kind|type|product type|category|product category|product kind"
        "|asset class|class"
    ),
    "product": (
        "产品名称|产品|产品简称|名称|理财产品名称|基金名称|险种|险种名称|存款产品|product|product name"
        "|fund name|description"
    ),
    "account": (
        "账号|账户|合同号|保单号|存单号|卡号|账户号|合约号|协议号|合同编号|借据号|账号/合同号|凭证号|存折号"
        "|份额账号|交易账号|保险单号|订单号|account|account no|account number|contract|contract no|policy no"
        "|policy number|card no|certificate"
    ),
    "amount": (
        "金额|余额|持有金额|本金|市值|持仓金额|存款余额|当前余额|账户余额|产品余额|持有市值|保费|贷款余额"
        "|持有余额|账面余额|持有份额|份额|持仓|当前市值|投资余额|产品金额|购买金额|认购金额|存入金额|持仓市值|份额金额|资产金额|投资金额|amount|balance|value|principal"
        "|market value|sum|current balance"
    ),
    "currency": "币种|货币|币别|currency|ccy",
    "rate": (
        "年利率|利率|年化收益率|收益率|预期收益率|业绩比较基准|业绩基准|执行利率|年化利率|票面利率|预期年化收益率"
        "|年收益率|年化|参考年化|参考收益率|七日年化|rate|interest rate|yield|annual rate|interest|coupon"
    ),
    "starts_on": (
        "起息日|起息日期|起息|开户日|开户日期|购买日期|购买日|认购日|申购日|申购日期|买入日|买入日期|成交日|成交日期|"
        "起始日|起始日期|存入日期|存入日|生效日期|生效日|成立日"
        "|成立日期|放款日期|投保日期|认购日期|开始日期|start|start date|value date|open date|from|opened on"
        "|effective date|purchase date"
    ),
    "matures_on": (
        "到期日|到期日期|到期时间|终止日|终止日期|结束日期|满期日|满期日期|到期|止息日|截止日期|maturity"
        "|maturity date|matures on|end date|due date|expiry|to|expiry date"
    ),
    "premium_due_on": (
        "缴费日|下次缴费日|保费应缴日|续期缴费日|缴费日期|应缴日|premium due|premium due date|next premium"
    ),
    "count": "笔数|数量|份数|张数|单数|count|number of items|quantity|items",
    "closed_on": (
        "销户日期|结清日期|赎回日期|关闭日期|支取日期|销户日|closed on|closed|redeemed on|close date"
    ),
    "source": "来源|数据来源|信息来源|source|data source",
    **WHO,
}

BALANCES: dict[str, str] = {
    "amount": (
        "余额|AUM|资产|资产总额|金额|月日均|日均余额|时点余额|月均|总资产|金融资产|资产余额|月末余额"
        "|月日均余额|月日均AUM|AUM月日均|日均|资产规模|AUM余额|时点AUM|balance|amount|assets|average"
        "|average balance|month end balance|total"
    ),
    "as_of": (
        "日期|月份|数据日期|统计日期|截止日期|截至日期|年月|统计月份|账期|数据月份|报表日期|月|as of|date"
        "|month|period|as of date|data date"
    ),
    "basis": "口径|余额口径|类型|统计口径|余额类型|指标|basis|type|measure",
    "source": "来源|数据来源|source",
    **WHO,
}

RELATIONS: dict[str, str] = {
    "kind": (
        "关系|关系类型|与客户关系|与本人关系|亲属关系|关系种类|关联关系|关系人类型|relation|relationship"
        "|relation type|kind"
    ),
    "other_number": (
        "关系人客户号|关联客户号|对方客户号|亲属客户号|关系人编号|关联人客户号|related customer no"
        "|related customer number|other no|related no"
    ),
    "other_name": (
        "关系人姓名|关联人姓名|关系人|关联人|亲属姓名|对方姓名|家属姓名|成员姓名|关联客户姓名|related name"
        "|other name|relative|related person|related customer"
    ),
    "other_document": (
        "关系人证件号码|关联人证件号码|关系人证件号|关联人证件号|亲属证件号|related id number|other id number"
    ),
    "other_phones": (
        "关系人手机|关系人电话|对方手机|对方电话|对方手机号|对方手机号码|对方联系电话|"
        "关联人手机|关联人电话|亲属电话|关系人手机号|关系人联系电话|related phone"
        "|other phone"
    ),
    "organisation": (
        "关联企业|企业名称|公司名称|关联单位|单位名称|工作单位|单位|公司|企业|法人企业|company|organisation|organization"
        "|related company"
    ),
    "note": "备注|说明|note|notes|remark|remarks",
    **WHO,
}

DATES: dict[str, str] = {
    "kind": "日期类型|纪念日类型|类型|种类|事项|事件|纪念日|日期名称|事由|kind|type|event|occasion",
    "day": "日期|纪念日期|日子|时间|重要日期|纪念日|生日日期|day|date|when",
    "whose": "对象|谁的|相关人|人员|关系人|亲属|家人|whose|person|for whom|who",
    "yearly": "每年|是否每年|每年提醒|周年|yearly|every year|annual",
    "note": "备注|说明|note|notes|remark|remarks",
    **WHO,
}

INTERACTIONS: dict[str, str] = {
    "held_on": (
        "联系日期|日期|联系时间|拜访日期|沟通日期|维护日期|接触日期|记录日期|走访日期|时间|date|contact date"
        "|held on|when|visit date"
    ),
    "at_minute": "时刻|几点|开始时间|联系时刻|time|start time",
    "duration_minutes": "时长|时长(分钟)|通话时长|分钟|duration|minutes",
    "channel": (
        "联系方式|渠道|方式|联系渠道|沟通方式|维护方式|接触方式|拜访方式|channel|method|contact method|how"
    ),
    "level": "层级|联系层级|level",
    "kind": "联系类型|维护类型|性质|类型|kind|type",
    "result": (
        "联系结果|结果|沟通结果|通话结果|接触结果|拜访结果|维护结果|外呼结果|是否接通|接通情况|状态|result|status"
        "|outcome"
    ),
    "satisfaction": "客户态度|满意度|客户反应|态度|satisfaction|mood",
    "purpose": "目的|联系目的|主题|事由|联系事由|拜访目的|purpose|subject|topic",
    "content": (
        "内容|联系内容|沟通内容|联系记录|拜访内容|记录|谈话内容|维护内容|备注|情况|沟通情况|content|notes"
        "|note|details|summary|record"
    ),
    "need": "需求|客户需求|意向|意向产品|客户意向|need|needs|intention",
    "need_amount_fen": "意向金额|需求金额|预计金额|need amount|expected amount|amount",
    "need_on": "预计日期|意向日期|预计时间|need on|expected on|expected date",
    "staff": "客户经理|经办人|联系人员|记录人|拜访人|维护人|管户经理|staff|manager|by|rm|who by",
    **WHO,
}

RESPONSES: dict[str, str] = {
    "form_number": (
        "问卷编号|问卷号|问卷序号|答卷编号|答卷号|表号|表格编号|编号|序号|form number|form no|form"
        "|questionnaire no|response id|response no|respondent id|id|no"
    ),
    **WHO,
    "answered_on": (
        "填写日期|填表日期|答题日期|答题时间|作答时间|提交时间|提交答卷时间|提交日期|回收日期|调查日期|调研日期|访问日期"
        "|日期|answered on|answered|submitted|submitted at|date|timestamp|completion time|end date"
    ),
    "staff": "客户经理|管户经理|所属客户经理|您的客户经理|manager|relationship manager|rm",
    "tier": "客户层级|层级|客户等级|等级|tier|level",
}
