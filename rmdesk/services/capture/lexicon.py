"""The words that a line of work at a branch is made of, by what they stand for.

All in small letters and simplified characters; longer ones are looked for first.
"""

from __future__ import annotations

import re
import sys

from rmdesk.models import Channel, ContactResult, DateKind, ProductKind, RelationKind, Satisfaction


def listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


CHANNELS: dict[str, str] = {
    Channel.CALL: (
        "打了个电话|打过电话|打了电话|打个电话|打电话|通了电话|通过电话|通电话|回个电话|回电话|回电"
        "|致电|去电|来电|电联|电话"
        "|语音|外呼|座机|phoned|phone|called|calling|call|rang|telephone"
    ),
    Channel.WECHAT: (
        "企业微信|企微|微信|朋友圈|视频通话|视频电话|视频连线|视频会议|视频聊|vx|wx|wechat|weixin"
    ),
    Channel.SMS: "发短信|短信|短消息|sms|texted|text message|text",
    Channel.EMAIL: "发邮件|电子邮件|邮件|邮箱|e-mailed|e-mail|emailed|email",
    Channel.LETTER: "寄信|信函|信件|寄了信|快递|letter",
    Channel.BRANCH_VISIT: (
        "来网点|到网点|来我行|来行里|到行里|来行|到行|来店|到店|来柜台|到柜台|柜台|柜面|来厅堂|厅堂"
        "|大堂|来支行|到支行|来厅里|到厅里|来大厅|到大厅|到访|来窗口|到窗口|前来"
        "|网点|过来|来访|来办|来开户|来签|来取|来存|来咨询|来领|来参加|来一趟|接待"
        "|at the branch|to the branch|in the branch|came in|comes in|come in|branch visit|branch"
    ),
    Channel.VISIT: (
        "上门拜访|上门服务|上门|登门|拜访|走访|外拓|家访|面访|看望|探望|探访|去公司|去家里|到公司|到家里|去单位|到单位"
        "|去厂里|去店里"
        "|回访上门|visited|visiting|visit"
    ),
}

# Of a customer; what became of the attempt, and how they seemed to feel.
RESULTS: dict[str, str] = {
    ContactResult.NO_ANSWER: (
        "没人接听|没人接|无人接听|无人接|没有接|打不进|没接通|没接|未接通|未接|不接|打不通|没打通|未打通"
        "|没联系上|联系不上"
        "|未联系上|关机|停机|空号|占线|不在服务区|没通|不通|无法接通|接不通|无法联系|联系不到|没联系到|无人应答|没人应答"
        "|未遇|没遇上|没遇到|没见着|没见到|扑了空|扑空|跑空|不在家|没在家"
        "|no answer|not reached|did not answer"
        "|didn't answer|unreachable"
        "|no one answered|nobody answered|did not pick up|didn't pick up"
    ),
    ContactResult.MESSAGE_LEFT: (
        "留了言|留言|托人转告|请家人转告|转告|left a message|left message|voicemail"
    ),
    ContactResult.SENT: (
        "已发送|已发|发了短信|发了微信|发了消息|发了邮件|发送了|已寄出|寄出|sent a text|sent an e-mail"
        "|sent an email|sent a message"
    ),
    ContactResult.REPLIED: "已回复|回复了|回了消息|有回复|回信了|回了信息|replied|answered",
    ContactResult.REFUSED: (
        "拒绝了|拒绝|婉拒|谢绝|推掉了|不愿意|没有意愿|没意愿|无意愿|没有意向|没意向|无意向|没有兴趣|无兴趣|不想办|不考虑|不需要|没兴趣|不感兴趣|挂断|挂了电话|拒接"
        "|refused|declined|not interested|rejected|turned down"
    ),
    ContactResult.REACHED: (
        "接通了|接通|打通了|打通|联系上了|联系上|通了电话|通过电话|谈妥|见到了|见了面|见面了|reached"
        "|spoke with|spoke to"
    ),
    Satisfaction.DISSATISFIED: (
        "很不满意|不太满意|不满意|不满|不高兴|不开心|抱怨|投诉|生气|发火|有意见|有情绪|不耐烦|态度差"
        "|dissatisfied|unhappy|not satisfied|not happy|complained|complains|angry|annoyed"
    ),
    Satisfaction.SATISFIED: (
        "非常满意|很满意|比较满意|挺满意|满意|很高兴|挺高兴|高兴|很开心|开心|很认可|认可|反馈不错"
        "|聊得不错|谈得不错"
        "|不错|反映好|态度好|表示感谢|感谢|锦旗|表扬|好评|点赞|夸|satisfied|happy|pleased|glad|delighted"
    ),
    Satisfaction.NEUTRAL: "反应一般|态度一般|一般般|一般|还行|还可以|平淡|neutral|so-so|indifferent",
}

PRODUCTS: dict[str, str] = {
    ProductKind.LARGE_CD: "大额存单|大额定期存单|大额|certificate of deposit|large cd|cds|cd",
    ProductKind.STRUCTURED_DEPOSIT: "结构性存款|结构存款|结构性|structured deposit",
    ProductKind.TIME_DEPOSIT: (
        "定期存款|整存整取|零存整取|定期存单|存单|存款|定存|定期|三年期|一年期|fixed deposit|time deposit"
        "|term deposit|deposits|deposit"
    ),
    ProductKind.CURRENT_DEPOSIT: "活期存款|活期|通知存款|current account|savings account|savings",
    ProductKind.WEALTH: (
        "理财产品|银行理财|理财规划|理财|净值型|现金管理|wealth management|wealth products"
        "|wealth product|wealth|wmp"
    ),
    ProductKind.FUND: "基金定投|货币基金|基金|定投|mutual funds|mutual fund|funds|fund",
    ProductKind.INSURANCE: (
        "增额终身寿|增额寿|年金险|年金|重疾险|分红险|终身寿|意外险|医疗险|养老险|车险|寿险|保险|保单"
        "|期缴|趸缴"
        "|insurance|annuity|policy"
    ),
    ProductKind.GOVERNMENT_BOND: (
        "储蓄国债|凭证式国债|电子式国债|国债|债券|government bonds|government bond|treasury bonds"
        "|treasury bond|bonds|bond"
    ),
    ProductKind.TRUST: "家族信托|信托|资管计划|资管|trusts|trust",
    ProductKind.GOLD: "积存金|纸黄金|实物金|金条|贵金属|黄金|gold bars|gold",
    ProductKind.CREDIT_CARD: "信用卡|贷记卡|分期|credit cards|credit card",
    ProductKind.LOAN: (
        "住房贷款|房贷|按揭|消费贷|经营贷|抵押贷|信用贷|车贷|贷款|放款|借款|授信|提前还款|信贷|还贷|贷"
        "|mortgage|loans|loan"
    ),
}

# What people call a bank → the name of it that is written down.
_BANKS: dict[str, str] = {
    "工商银行": "中国工商银行|工商银行|工商|工行|宇宙行|icbc",
    "农业银行": "中国农业银行|农业银行|农行|abc bank|agricultural bank",
    "中国银行": "中国银行|中行|bank of china|boc",
    "建设银行": "中国建设银行|建设银行|建行|ccb|construction bank",
    "交通银行": "交通银行|交行|bocom",
    "邮储银行": "中国邮政储蓄银行|邮政储蓄银行|邮政储蓄|邮储银行|邮储|邮政|psbc",
    "招商银行": "招商银行|招商|招行|cmb|china merchants bank|china merchants",
    "中信银行": "中信银行|中信|citic",
    "光大银行": "光大银行|光大|everbright",
    "民生银行": "民生银行|民生|minsheng",
    "兴业银行": "兴业银行|兴业",
    "浦发银行": "上海浦东发展银行|浦发银行|浦发|spdb",
    "平安银行": "平安银行|平安|ping an",
    "华夏银行": "华夏银行|华夏",
    "广发银行": "广东发展银行|广发银行|广发",
    "浙商银行": "浙商银行|浙商",
    "渤海银行": "渤海银行|渤海",
    "恒丰银行": "恒丰银行|恒丰",
    "北京银行": "北京银行",
    "上海银行": "上海银行",
    "江苏银行": "江苏银行",
    "宁波银行": "宁波银行",
    "南京银行": "南京银行",
    "杭州银行": "杭州银行",
    "微众银行": "微众银行|微众",
    "网商银行": "网商银行|网商",
    "农商银行": "农村商业银行|农商银行|农商行|农商|农信社|信用社|农信",
    "汇丰银行": "汇丰银行|汇丰|hsbc",
    "渣打银行": "渣打银行|渣打",
    "花旗银行": "花旗银行|花旗|citibank",
    "支付宝": "支付宝|余额宝|蚂蚁|alipay",
    "中国人寿": "中国人寿|国寿",
    "泰康人寿": "泰康人寿|泰康",
    "新华保险": "新华保险|新华人寿",
    "太平洋保险": "太平洋保险|太平洋人寿|太保",
    "太平人寿": "太平人寿|太平保险",
    "中国人保": "中国人保|人保",
    "友邦保险": "友邦保险|友邦",
    "他行": (
        "其他银行|其它银行|别的银行|别家银行|外面银行|另一家银行|别家|其他行|其它行|别的行|他行|外行|它行"
        "|another bank|other banks|other bank|elsewhere"
    ),
}
ANY_BANK = "他行"  # which one was not said
_NO_BANK = re.compile(r"(证券|人寿|保险公司|信托)|[路街村宝]|广场|小区|花园|大厦|社区|商场|公寓")
# Any other house, behind words that lead to one: 在长沙银行有…, 从华泰证券转出
_OTHER_HOUSE = re.compile(
    r"(?:(?<![一-鿿])|(?<=[在从去到由往买存放是]))((?![在从去到由往买存放是])[一-鿿]{2,4}?)(?:银行|证券|期货)"
)
_NO_HOUSE = listed(
    "手机 网上 我们 本地 其他 其它 别的 一家 那家 哪家 几家 多家 外地 当地 他们 自己 电话 开户"
)

RELATIONS: dict[str, str] = {
    RelationKind.CHILD: (
        "女儿|儿子|孩子|小孩|闺女|大女儿|小女儿|大儿子|小儿子|宝宝|宝贝|姑娘|娃|千金|公子|daughter|son"
        "|child|kids|kid|children|baby"
    ),
    RelationKind.SPOUSE: (
        "老公|老婆|老伴|爱人|丈夫|妻子|配偶|媳妇|对象|先生|太太|夫人|husband|wife|spouse|partner"
    ),
    RelationKind.PARENT: (
        "父亲|母亲|爸爸|妈妈|老爸|老妈|他爸|他妈|她爸|她妈|父母|岳父|岳母|公公|婆婆|丈母娘|老丈人|爸|妈"
        "|father|mother|parents|dad|mum|mom"
    ),
    RelationKind.GRANDCHILD: "孙子|孙女|外孙女|外孙|grandson|granddaughter|grandchild",
    RelationKind.GRANDPARENT: "爷爷|外婆|外公|姥姥|姥爷|grandfather|grandmother",
    RelationKind.SIBLING: "哥哥|弟弟|姐姐|妹妹|brother|sister",
    RelationKind.RELATIVE: "侄子|侄女|外甥女|外甥|女婿|儿媳妇|儿媳|nephew|niece",
    RelationKind.FRIEND: "朋友|闺蜜|friend",
}

BIRTHDAY = "birthday"  # the customer's own
# What begins for a pupil: a day to remember where the day itself is said, else only news (孩子9月上大学).
SCHOOL = listed("上小学 上初中 上高中 上大学 上幼儿园 入学 入园 入托")
EVENTS: dict[str, str] = {
    BIRTHDAY: "过生日|过寿|大寿|寿辰|寿诞|生辰|生日|birthday",
    DateKind.EXAM: (
        "高考|中考|小升初|考研|考公务员|考公|公务员考试|期末考试|期末考|考试|升学|雅思|托福|会考"
        "|college entrance exam|exams|exam|gaokao"
    ),
    DateKind.WEDDING: (
        "结婚纪念日|结婚周年|银婚|金婚|结婚|婚礼|婚期|大婚|办喜酒|喜酒|出嫁|娶媳妇|订婚|wedding anniversary"
        "|wedding|gets married|getting married|marries"
    ),
    DateKind.FOUNDING: (
        "成立纪念日|公司周年|周年庆|店庆|厂庆|成立|开业|创立|开张|founding day|founded|founding"
        "|opening ceremony"
    ),
    DateKind.OTHER: (
        "纪念日|满月酒|满月|周岁|百日宴|百日|百天|周岁宴|乔迁|搬家|搬新家|搬进新房|毕业典礼|毕业|开学|预产期|退休|忌日|graduation"
        f"|{'|'.join(sorted(SCHOOL))}"
        "|graduates|anniversary|moves house|retires"
    ),
}

COMMITMENT = "答应|承诺|保证|许诺|应承|允诺|答允|promised|promises|promise|committed to|guaranteed|agreed to"
COMMITMENT_KINDS: dict[str, str] = {
    "rate": "利率|上浮|利息|加点|优惠利率|rate|interest",
    "fee": "手续费|管理费|服务费|转账费|工本费|费用|年费|免费|免收|减免|费率|fee|fees",
    "exception": "特批|破例|例外|特殊审批|exception",
    "information": (
        "回复|答复|报价|资料|产品|测算|方案|发给|告知|查询|查一下|反馈|信息|quote|information|reply"
        "|answer|details|brochure"
    ),
}

MATURES = "到期日|到期|期满|满期|到日子|maturing|matures|mature|maturity|comes due|due on|expires|expiring"
# The contact itself has happened.
HAPPENED = (
    "了|过|刚才|刚刚|刚|已经|已|昨天|昨晚|昨日|前天|上周|上午已"
    "|was|were|had|did|visited|called|phoned|met|spoke|talked|sent|gave|came|texted|emailed|e-mailed"
    "|bought|wanted|said|asked|told|complained"
)
# Something that is to be done.
TO_DO = (
    "再联系|再打|再约|再去|再来|再聊|再谈|再看|再说|再访|再跟进|再跟|回访|跟进|联系|拜访|走访|上门"
    "|打电话|回电|电话|微信|短信|邮件|约见|约谈|约|请"
    "|见面|见|提醒|通知|邀请|陪|送|寄|发|办理|办|签约|签|开户|开|取|存|来|去|到店|谈|聊|做|处理|沟通"
    "|过来|吃饭|喝茶|讲|接|答复|回复|汇报|参加|推荐|介绍|准备"
    "|meeting|meet|visit|call|phone|email|e-mail|wechat|text|send|remind|follow up|follow-up|invite"
    "|contact|see|bring|discuss|talk|sign|open|lunch|dinner|tea|come|again"
)
# What somebody does for themselves on a day, or what keeps them from us: worth knowing, nothing to be done.
CIRCUMSTANCES = (
    "住院|出院|动手术|做手术|手术|出差|出国|旅游|旅行|度假|休假|请假|值班|加班|上班|回老家|用钱|装修|买房|买车|换房|开董事会|开股东会|在外地|去外地|外地|不在|没空|没时间|有事|抽不出"
    "|上大学|上小学|上初中|上高中|留学|坐月子|生孩子"
    "|travels|travelling|on holiday|on leave|on a trip|in hospital"
)
NEEDS = (
    "想要|想办|想买|想开|想了解|想存|想转|想贷|想做|想问|想|要办|需要|有意向|意向|打算|咨询|询问|问问"
    "|问|了解|关注|感兴趣|申请|要取|要支取|要提前|要还|要转|要存|要买|要卖|要换"
    "|wants to|wants|want|would like|asks about|asked about|asks|asked|interested in|interested"
    "|enquired|inquired|needs"
)
SPENDING = (
    "请吃饭|吃饭|请客|宴请|吃了|喝咖啡|喝茶|花了|花费|花|费用|招待|礼品|礼物|礼盒|伴手礼|月饼|粽子|蛋糕"
    "|鲜花|水果|茶叶|票钱|门票|电影票|打车|车费|停车费|买单|红包|购物卡|大米|食用油|果篮|对联|挂历|台历|送了|送去|赠送|赠|送"
    "|gift|gave|spent|cost|costs|lunch|dinner|tea|cake|flowers|treated|paid|mooncakes|mooncake|fruit|coffee"
)

# Titles behind a surname: what they say of the person. `posts` are parts of positions and occupations.
TITLES: dict[str, tuple[str | None, str]] = {
    "总经理": (None, "总经理|董事长|经理|老板|法人|总裁|厂长|创始人"),
    "总": (None, "总经理|董事长|总裁|老板|法人|厂长|企业主|创始人|合伙人|总监|ceo"),
    "董事长": (None, "董事"),
    "董": (None, "董事|董秘"),
    "老板": (None, "老板|个体|店主|总经理|董事长|企业主|经理|厂长"),
    "老板娘": ("female", "老板|个体|店主|经理"),
    "经理": (None, "经理"),
    "主任": (None, "主任"),
    "厂长": (None, "厂长"),
    "校长": (None, "校长"),
    "院长": (None, "院长"),
    "行长": (None, "行长"),
    "局长": (None, "局长"),
    "局": (None, "局长"),
    "处长": (None, "处长"),
    "处": (None, "处长"),
    "科长": (None, "科长"),
    "科": (None, "科长"),
    "所长": (None, "所长"),
    "队长": (None, "队长"),
    "部长": (None, "部长"),
    "县长": (None, "县长"),
    "镇长": (None, "镇长"),
    "村长": (None, "村长|村主任"),
    "会长": (None, "会长"),
    "站长": (None, "站长"),
    "班长": (None, "班长"),
    "店长": (None, "店长|店主"),
    "书记": (None, "书记"),
    "秘书": (None, "秘书"),
    "警官": (None, "警"),
    "法官": (None, "法官"),
    "老师": (None, "教师|老师|教授|讲师|教练|校长|teacher"),
    "教授": (None, "教授|教师|讲师"),
    "教练": (None, "教练"),
    "医生": (None, "医师|医生|大夫|主任医师"),
    "大夫": (None, "医师|医生|大夫"),
    "护士长": (None, "护士长"),
    "护士": (None, "护士"),
    "律师": (None, "律师"),
    "会计": (None, "会计|财务"),
    "工程师": (None, "工程师"),
    "工": (None, "工程师|技术|设计"),
    "师傅": (None, "司机|师傅|厨师|技工|维修|电工|木工|工人|保安|钳工|焊工"),
    "师": (None, "设计师|老师"),
    "女士": ("female", ""),
    "小姐": ("female", ""),
    "太太": ("female", ""),
    "夫人": ("female", ""),
    "姐": ("female", ""),
    "大姐": ("female", ""),
    "阿姨": ("female", ""),
    "姨": ("female", ""),
    "婶": ("female", ""),
    "大妈": ("female", ""),
    "大娘": ("female", ""),
    "奶奶": ("female", ""),
    "妹": ("female", ""),
    "先生": ("male", ""),
    "哥": ("male", ""),
    "大哥": ("male", ""),
    "弟": ("male", ""),
    "叔": ("male", ""),
    "叔叔": ("male", ""),
    "伯": ("male", ""),
    "伯伯": ("male", ""),
    "大爷": ("male", ""),
    "大伯": ("male", ""),
    "爷爷": ("male", ""),
    "老": (None, ""),
    "同学": (None, "学生"),
    "客户": (None, ""),
}
ELDERLY = frozenset(
    {"阿姨", "姨", "婶", "大妈", "大娘", "奶奶", "叔", "叔叔", "伯", "伯伯", "大爷", "大伯", "爷爷", "老"}
)
ENGLISH_TITLES: dict[str, tuple[str | None, str]] = {
    "mr": ("male", ""),
    "mrs": ("female", ""),
    "ms": ("female", ""),
    "miss": ("female", ""),
    "dr": (None, "医师|医生|doctor|博士"),
    "prof": (None, "教授|professor"),
    "president": (None, "行长|总裁|president"),
    "teacher": (None, "教师|老师|teacher"),
}

COMPOUND_SURNAMES = listed(
    "欧阳 司马 上官 诸葛 夏侯 皇甫 尉迟 公孙 慕容 令狐 长孙 宇文 司徒 东方 独孤 南宫 端木 西门 轩辕"
    " 百里 呼延 澹台 钟离 司空 鲜于"
    " 闻人 申屠 太史 赫连 公冶 仲孙 宗政 濮阳 淳于 单于 万俟 拓跋 第五 公羊"
)
SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪"
    "范金石廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜"
    "倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳欧管柴蒙鲍华喻祁"
    "蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋"
    "商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜"
    "海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈晁芮都普阙浦戈伏鹿薄邸雍辜羊阿乌母裘亓修邰赫杭"
    "况那宿鲜印逯隆茹诺战慕危玉银亢嵇公哈湛宾戎勾茅利於呼居揭干但尉冶斯元束檀衣信展阴昝智幸奉植衡富尧闭由"
)


def words(table: dict[str, str]) -> dict[str, str]:
    """Each word of a table with what it stands for."""
    return {word: code for code, listed in table.items() for word in listed.split("|")}


def pattern(listed: str) -> re.Pattern[str]:
    """Finds any of the words, the longest first; English ones as whole words."""
    ordered = sorted(set(listed.split("|")), key=len, reverse=True)
    return re.compile("|".join(_whole(one) for one in ordered))


def _whole(word: str) -> str:
    escaped = re.escape(word)
    return rf"(?<![a-z]){escaped}(?![a-z])" if word.isascii() else escaped


_PROMISE_WORDS = words(COMMITMENT_KINDS)
_PROMISED = pattern("|".join(COMMITMENT_KINDS.values()))


def promise_kind(text: str, start: int = 0, end: int = sys.maxsize) -> str | None:
    """Which sort of promise the words of a text (folded, in lower case) tell of."""
    found = _PROMISED.search(text, start, end)
    return None if found is None else _PROMISE_WORDS[found[0]]


def banks(text: str) -> list[tuple[int, int, str]]:
    """Where banks are named, and by what name each is written down."""
    found: list[tuple[int, int, str]] = []
    for one in _BANK.finditer(text):
        house = _NO_BANK.match(text, one.end())
        if house is not None and house[0] == "信托" and not one[0].endswith("行"):
            # 民生信托 is a house of its own, and what it sells is said as well
            found.append((one.start(), one.end(), text[one.start() : house.end()]))
        elif house is None or house[0] == "信托":
            found.append((one.start(), one.end(), _BANK_WORDS[one[0]]))
        elif house[1]:  # 中信证券, 平安人寿: another house of that name
            found.append((one.start(), house.end(), text[one.start() : house.end()]))
    taken = {place for start, end, _ in found for place in range(start, end)}
    for one in _OTHER_HOUSE.finditer(text):
        if not taken & set(range(one.start(), one.end())) and one[1] not in _NO_HOUSE:
            found.append((one.start(), one.end(), one[0]))
    return sorted(found)


_BANK_WORDS = words(_BANKS)
_BANK = pattern("|".join(_BANKS.values()))
