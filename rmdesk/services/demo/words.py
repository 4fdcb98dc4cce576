"""What is written in an invented customer's record: in the words of a manager who knows them."""

from __future__ import annotations

from rmdesk.services.demo.dice import listed, weighted

# By the jobs of an employer (see `places`): occupation and position.
_JOBS = {
    "teaching": "教师 语文教师 / 教师 数学教师 / 教师 班主任 / 教师 教导主任 / 职员 后勤管理",
    "medicine": "医生 主治医师 / 医生 副主任医师 / 护士 护师 / 护士 护士长 / 药师 主管药师",
    "office": "公务员 科员 / 公务员 副科长 / 职员 行政主管 / 会计 主办会计 / 职员 法务",
    "industry": "工程师 高级工程师 / 技术员 车间主任 / 工人 班组长 / 司机 驾驶员 / 职员 采购经理",
    "software": "程序员 后端开发 / 程序员 算法工程师 / 产品经理 产品总监"
    "/ 设计师 交互设计 / 测试工程师 测试主管",
    "trade": "销售 区域经理 / 店长 店长 / 采购 采购主管 / 会计 出纳 / 厨师 厨师长",
}
JOBS: dict[str, tuple[tuple[str, str], ...]] = {
    jobs: tuple((occupation, position) for occupation, position in map(str.split, listed(text)))
    for jobs, text in _JOBS.items()
}
OWNER = ("企业主", "总经理")
WITHOUT_EMPLOYER = listed("个体经营 / 自由职业 / 网店店主 / 出租车司机 / 家庭主妇 / 摄影师 / 装修承包人")
RETIRED_FROM = listed("退休教师 / 退休工人 / 退休干部 / 退休医生 / 退休会计 / 退休工程师 / 退休职工")
STUDENT = "学生"

EDUCATION_OLD = weighted("小学 20 / 初中 34 / 高中 22 / 中专 10 / 大专 9 / 本科 5")
EDUCATION_MIDDLE = weighted("初中 12 / 高中 18 / 中专 14 / 大专 26 / 本科 26 / 硕士 4")
EDUCATION_YOUNG = weighted("高中 8 / 大专 26 / 本科 50 / 硕士 14 / 博士 2")

INTERESTS_OLD = listed(
    "太极拳 / 广场舞 / 养花 / 书法 / 越剧 / 钓鱼 / 带孙子 / 旅游 / 摄影 / 合唱团 / 下象棋 / 养生讲座 / 门球"
)
INTERESTS_YOUNG = listed(
    "健身 / 跑步 / 烘焙 / 露营 / 看球 / 自驾游 / 摄影 / 亲子活动 / 阅读"
    "/ 瑜伽 / 篮球 / 咖啡 / 滑雪 / 羽毛球 / 骑行"
)
TABOOS = weighted(
    "不喝酒 8 / 勿提保险 7 / 不谈股票 6 / 勿打办公室电话 6 / 上午不接电话 4 / 不吃牛羊肉 3 / 对花粉过敏 2"
    "/ 不要提年龄 3 / 不谈子女婚事 4 / 送礼不送钟 2 / 不要在朋友圈点名 2"
)
PREFERENCES = listed(
    "大额存单，看重到期前提醒 / 一年期以内的封闭理财 / 只存定期，存单要纸质的 / 国债，发行日一早来排队"
    "/ 稳健型理财，不接受净值波动 / 结构性存款与活期搭配 / 基金定投，每月发薪日扣款 / 给孩子买的年金保险"
    "/ 贵金属积存 / 货币类产品，随时要用"
)
HABITS = listed(
    "到期当天一定来柜台 / 喜欢和邻居一起来 / 习惯手机银行自己操作 / 大额转账前会先问 / 货比三家，常问他行利率"
    "/ 发薪后三天内做决定 / 买前要和爱人商量 / 每季度末集中调整 / 看收益表，不看宣传单"
)
TIMES = listed(
    "工作日 11:40 以后 / 工作日晚上 7 点后 / 周末上午 / 工作日上午 / 下午 3 点接孩子前 / 周六全天 / 午休时间"
)
CHANNELS = listed("手机银行 / 手机银行、微信银行 / 网上银行 / 柜面为主 / 手机银行、短信通知 / 自助机")
CARES_MOST = listed(
    "收益稳定 / 资金安全 / 办理快 / 有人主动提醒到期 / 客户经理稳定不换人"
    "/ 子女教育金 / 利率比他行高 / 网点离家近"
)
CARES_LEAST = listed("礼品 / 积分 / 线上活动 / 排行榜 / 理财沙龙 / 联名卡权益")
TIMELINESS = listed("当天回复 / 两天内回复即可 / 到期前一周联系 / 有新产品当天告知")
NOTES = listed(
    "他行有存款到期，可争取 / 孩子明年出国，关注购汇 / 拆迁款已到账，暂放活期 / 有换房打算，问过按揭"
    "/ 老客户，转介绍过三位邻居 / 对上次理财到期延后一天有意见，已解释 / 想给父母办养老金账户"
    "/ 单位账户也在本行 / 喜欢听市场分析，可邀请参加讲座 / 手机号换过一次，以新号为准"
    "/ 大额办理前先电话预约 / 去年转走 30 万买他行理财，今年 9 月到期"
)
TAGS = listed(
    "子女教育 / 养老规划 / 企业主 / 拆迁户 / 代发工资 / 国债客户"
    "/ 老年大学 / 书法 / 广场舞队 / 车友会 / 新市民"
    "/ 出国金融 / 贵金属 / 社区热心人 / 房贷客户 / 医护 / 教师"
)
