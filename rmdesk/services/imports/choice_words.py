"""Words for the values of lists that stand in files beside rmdesk's own: by field, then by value."""

from __future__ import annotations

OF_FIELDS: dict[str, dict[str, str]] = {
    "stage": {
        "identified": "潜在|潜在客户|目标客户|新客户|识别|prospect|lead|new",
        "contacted": "已接触|接触|已联系|初次接触",
        "established": "已建立|正式|正式客户|存量|存量客户|成长|成长期|正常|有效|active|established customer",
        "core": "核心|核心客户|重点|重点客户|成熟|成熟期|key",
        "at_risk": "预警|流失预警|衰退|衰退期|有流失风险|临界|at risk",
        "lost": "流失|已流失|流失客户|已销户|销户|closed|churned",
    },
    "grade": {
        "1": "一星|1星|一星级|1星级|一星客户|1星客户|★|*|1.0",
        "2": "二星|2星|二星级|2星级|二星客户|2星客户|★★|**|2.0",
        "3": "三星|3星|三星级|3星级|三星客户|3星客户|★★★|***|3.0",
        "4": "四星|4星|四星级|4星级|四星客户|4星客户|★★★★|****|4.0",
        "5": "五星|5星|五星级|5星级|五星客户|5星客户|★★★★★|*****|5.0",
    },
    "strategy": {
        "intensive": "积极|积极维护|重点维护|密集",
        "active": "主动|主动维护|常规维护|常规",
        "passive": "被动|被动维护|一般维护|一般",
    },
    "orientation": {
        "product": "产品|产品型|产品导向型|收益型",
        "consumption": "消费|消费型|消费导向型",
        "service": "服务|服务型|服务导向型",
    },
    "income_band": {
        "1": "5万以下|5万元以下|5万及以下|五万以下|0-5万",
        "2": "5-10万|5万-10万|5至10万|5~10万|5万元-10万元",
        "3": "10-20万|10万-20万|10至20万|10~20万|10万元-20万元",
        "4": "20-50万|20万-50万|20至50万|20~50万|20万元-50万元",
        "5": "50-100万|50万-100万|50至100万|50~100万|50万元-100万元",
        "6": "100万以上|100万元以上|一百万以上|100万及以上",
    },
    "preferred_channel": {
        "visit": "上门|拜访|上门拜访|面访|登门",
        "call": "电话|电话联系|打电话|语音|phone|telephone",
        "sms": "短信|短消息|手机短信|text|message",
        "wechat": "微信|企业微信|企微",
        "letter": "信函|信件|邮寄|寄信|mail",
        "email": "邮件|电子邮件|邮箱|e-mail",
        "branch_visit": "网点|到店|来行|柜面|厅堂|branch",
    },
    "activity": {
        "1": "低|不活跃|少|很少|low",
        "2": "中|一般|偶尔|medium",
        "3": "高|活跃|经常|频繁|high",
    },
    "price_sensitivity": {
        "1": "低|不敏感|low",
        "2": "中|一般|medium",
        "3": "高|敏感|很敏感|high",
    },
    "risk_tolerance": {
        "1": "C1|R1|保守|保守型|谨慎型|谨慎|安全型|低风险|低|1级|conservative|low|1.0",
        "2": "C2|R2|稳健|稳健型|中低风险|中低|2级|steady|moderately conservative|2.0",
        "3": "C3|R3|平衡|平衡型|中风险|中等|中|3级|balanced|moderate|medium|3.0",
        "4": "C4|R4|成长|成长型|积极|积极型|中高风险|中高|4级|growth|4.0",
        "5": "C5|R5|进取|进取型|激进|激进型|高风险|高|5级|aggressive|high|5.0",
    },
}

PRODUCT_KINDS: dict[str, str] = {
    "current_deposit": (
        "活期|活期存款|活期储蓄|储蓄活期|活期账户|通知存款|demand deposit|current|savings|current account"
    ),
    "time_deposit": (
        "定期|定期存款|定期储蓄|整存整取|零存整取|定存|定期账户|存款|储蓄存款|存本取息|fixed deposit|time"
        "|term deposit|deposit"
    ),
    "large_cd": "大额存单|大额|大额定期存单|存单|cd|certificate of deposit",
    "structured_deposit": "结构性存款|结构存款|结构性|structured",
    "wealth": (
        "理财|理财产品|银行理财|净值型理财|封闭式理财|开放式理财|现金管理|现金管理类|代销理财"
        "|wealth management|wmp"
    ),
    "fund": "基金|公募基金|货币基金|开放式基金|基金产品|私募基金|基金定投|mutual fund|funds",
    "insurance": "保险|保险产品|寿险|年金|年金险|年金保险|重疾险|增额终身寿|分红险|代销保险|银保|policy",
    "government_bond": "国债|储蓄国债|凭证式国债|电子式国债|债券|bond|treasury bond|treasury",
    "trust": "信托|信托产品|信托计划|家族信托|资管|资产管理计划|资管计划",
    "gold": "黄金|贵金属|积存金|实物金|纸黄金|白银|precious metals|precious metal",
    "loan": "贷款|个人贷款|房贷|按揭|住房贷款|消费贷|经营贷|信用贷|按揭贷款|个贷|mortgage|loans",
    "credit_card": "信用卡|贷记卡|信用卡透支|分期|card",
    "other": "其他|其它|其他产品|其它产品|others",
}

RELATION_KINDS: dict[str, str] = {
    "spouse": "配偶|夫妻|妻子|丈夫|爱人|妻|夫|老公|老婆|太太|先生|husband|wife|partner",
    "child": "子女|儿子|女儿|子|女|孩子|长子|次子|长女|次女|独子|独女|儿|son|daughter|children",
    "parent": "父母|父亲|母亲|爸爸|妈妈|父|母|爸|妈|岳父|岳母|公公|婆婆|father|mother|parents",
    "sibling": "兄弟姐妹|兄弟|姐妹|哥哥|弟弟|姐姐|妹妹|兄妹|姐弟|兄|弟|姐|妹|brother|sister",
    "grandchild": "孙子女|孙子|孙女|外孙|外孙女|grandson|granddaughter",
    "grandparent": "祖父母|祖父|祖母|爷爷|奶奶|外公|外婆|姥姥|姥爷|grandfather|grandmother",
    "relative": "亲戚|亲属|表亲|堂亲|侄子|侄女|叔叔|舅舅|姑姑|姨妈|女婿|儿媳|family",
    "friend": "朋友|好友|闺蜜|friends",
    "colleague": "同事|同僚|coworker|colleagues",
    "introducer": "介绍人|推荐人|转介绍人|引荐人|referrer|referred by|introduced by",
    "introduced": "被介绍人|被推荐人|转介绍|转介客户|推荐客户|referred|referral",
    "legal_representative_of": "法人|法定代表人|法人代表|企业法人|legal representative",
    "key_person_of": "关键人|实际控制人|实控人|股东|高管|董事|负责人|联系人|key person|shareholder",
    "other": "其他|其它|其他关系|others",
}

DATE_KINDS: dict[str, str] = {
    "family_birthday": (
        "家人生日|家庭成员生日|子女生日|配偶生日|父母生日|孩子生日|爱人生日|生日|birthday|family birthday"
    ),
    "wedding": "结婚纪念日|结婚|婚庆|婚礼|结婚日|anniversary|wedding anniversary|marriage",
    "exam": "考试|高考|中考|升学|子女升学|考研|examination",
    "founding": "公司成立|公司成立日|企业成立|开业|开业纪念日|公司周年|厂庆|店庆|company founding|founded",
    "other": "其他|其它|纪念日|其他纪念日|others",
}

AUM_BASES: dict[str, str] = {
    "point": "时点|时点数|时点余额|期末|月末|余额|当日|point in time|end of month|month end|balance",
    "month_average": "月日均|日均|月均|日均余额|平均|月平均|average|daily average|monthly average",
}

INTERACTIONS: dict[str, dict[str, str]] = {
    "channel": {
        "visit": "上门|拜访|上门拜访|面访|登门|外拓|走访|面谈",
        "call": "电话|电话联系|打电话|语音|去电|来电|外呼|电联|phone|telephone",
        "sms": "短信|短消息|手机短信|text|message",
        "wechat": "微信|企业微信|企微|微信联系",
        "letter": "信函|信件|邮寄|寄信|mail",
        "email": "邮件|电子邮件|邮箱|e-mail",
        "branch_visit": "网点|到店|来行|柜面|厅堂|到行|来访|网点面谈|branch",
    },
    "level": {
        "leader": "领导|行长|高层",
        "technical": "技术|专家|产品经理",
        "business": "业务|客户经理|日常",
    },
    "kind": {
        "daily": "日常|日常维护|常规",
        "crisis": "危机|投诉|挽留|紧急",
        "upgrade": "提升|升级|营销|拓展",
    },
    "result": {
        "reached": (
            "成功|有意向|感兴趣|意向强|意向一般|考虑|考虑中|再考虑|待跟进|无意向|已沟通|已联系"
            "|接通|已接通|联系上|完成|done|success|connected"
        ),
        "no_answer": "未接通|无人接听|未联系上|未接|失败|关机|停机|no answer|failed",
        "message_left": "留言|已留言|转告",
        "sent": "已发送|发送|已发",
        "replied": "已回复|回复",
        "refused": "拒绝|拒接|被拒|declined",
    },
    "satisfaction": {
        "satisfied": "满意|很满意|非常满意|高兴|好|positive|good",
        "neutral": "一般|中性|普通|正常|ok",
        "dissatisfied": "不满意|不满|抱怨|差|negative|bad",
    },
}
