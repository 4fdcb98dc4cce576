<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About rmdesk</source>
        <translation>关于 rmdesk</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the versions and folders above</source>
        <translation>复制以上版本和文件夹信息</translation>
    </message>
    <message>
        <source>Folder of the program&apos;s data</source>
        <translation>程序数据文件夹</translation>
    </message>
    <message>
        <source>Folder of the vault</source>
        <translation>档案库文件夹</translation>
    </message>
    <message>
        <source>Made of</source>
        <translation>组成部分</translation>
    </message>
    <message>
        <source>System</source>
        <translation>操作系统</translation>
    </message>
    <message>
        <source>Text of the licence</source>
        <translation>许可证全文</translation>
    </message>
    <message>
        <source>The desk of a bank relationship manager</source>
        <translation>客户经理工作台</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>What rmdesk is made of</source>
        <translation>rmdesk 的组成部分</translation>
    </message>
</context>
<context>
    <name>AboutPart</name>
    <message>
        <source>All customers</source>
        <translation>全部客户</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>调研期限</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>问卷题目</translation>
    </message>
    <message>
        <source>Those of a segment</source>
        <translation>某一客群的客户</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>may stay empty</source>
        <translation>可不答</translation>
    </message>
    <message>
        <source>{count} questions, version {number}</source>
        <translation>{count} 题，第 {number} 版</translation>
    </message>
</context>
<context>
    <name>AboutView</name>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Turnout and cost</source>
        <translation>到场与费用</translation>
    </message>
    <message>
        <source>Invited</source>
        <translation>已邀请</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>答应参加</translation>
    </message>
    <message>
        <source>People expected</source>
        <translation>预计人数</translation>
    </message>
    <message>
        <source>Customers who came</source>
        <translation>到场客户</translation>
    </message>
    <message>
        <source>People in all</source>
        <translation>到场总人数</translation>
    </message>
    <message>
        <source>Cost of estimate</source>
        <translation>费用/预算</translation>
    </message>
    <message>
        <source>Begin the survey for feedback</source>
        <translation>新建活动后反馈调研</translation>
    </message>
    <message>
        <source>Open the survey</source>
        <translation>打开反馈调研</translation>
    </message>
</context>
<context>
    <name>AccountPage</name>
    <message>
        <source>  with a one-use password</source>
        <translation>  一次性密码</translation>
    </message>
    <message>
        <source>Change my password…</source>
        <translation>修改我的密码…</translation>
    </message>
    <message>
        <source>Changed. The new password opens the vault from now on.</source>
        <translation>已修改，今后请用新密码。</translation>
    </message>
    <message>
        <source>If one of them was not you, change your password and tell an administrator.</source>
        <translation>如有非本人登录，请修改密码并告诉系统管理员。</translation>
    </message>
    <message>
        <source>My last sign-ins</source>
        <translation>我的最近登录</translation>
    </message>
    <message>
        <source>Noting that it was read</source>
        <translation>正在记录已读</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Switch on…</source>
        <translation>开启…</translation>
    </message>
    <message>
        <source>Switching off</source>
        <translation>正在关闭</translation>
    </message>
    <message>
        <source>This branch does not allow it; an administrator decides in Security.</source>
        <translation>本网点不允许；由系统管理员在“安全”中设定。</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>知道了</translation>
    </message>
    <message>
        <source>Windows session</source>
        <translation>Windows 登录</translation>
    </message>
    <message>
        <source>Your Windows session can open the vault on this computer, so that you need no password here. Whoever can use your Windows account can then open it too.</source>
        <translation>可以在这台电脑上凭 Windows 登录解锁，不必输密码。但能使用该 Windows 账户的人也就能打开档案库。</translation>
    </message>
    <message>
        <source>Your Windows session on this computer can open the vault without the password.</source>
        <translation>在这台电脑上已可凭 Windows 登录解锁，不必输密码。</translation>
    </message>
</context>
<context>
    <name>ActionPart</name>
    <message>
        <source>New plan</source>
        <translation>新建计划</translation>
    </message>
    <message>
        <source>Make the contacts…</source>
        <translation>生成联系…</translation>
    </message>
    <message>
        <source>Choose a plan in the list.</source>
        <translation>请在列表中选择计划。</translation>
    </message>
    <message>
        <source>New plan…</source>
        <translation>新建计划…</translation>
    </message>
    <message>
        <source>Change this plan…</source>
        <translation>修改计划…</translation>
    </message>
    <message>
        <source>Remove this plan</source>
        <translation>删除计划</translation>
    </message>
    <message>
        <source>Copy this plan to the next period…</source>
        <translation>复制到下一期…</translation>
    </message>
    <message>
        <source>Add a sub-plan</source>
        <translation>添加子计划</translation>
    </message>
    <message>
        <source>Add a part of it</source>
        <translation>添加下级子计划</translation>
    </message>
    <message>
        <source>Remove this sub-plan</source>
        <translation>删除子计划</translation>
    </message>
    <message>
        <source>Sub-plan up</source>
        <translation>子计划上移</translation>
    </message>
    <message>
        <source>Sub-plan down</source>
        <translation>子计划下移</translation>
    </message>
    <message>
        <source>Make it a part of the one above</source>
        <translation>降为上一项的下级</translation>
    </message>
    <message>
        <source>Take it out of the one above</source>
        <translation>升级</translation>
    </message>
    <message>
        <source>Put contacts on another day…</source>
        <translation>联系改期…</translation>
    </message>
    <message>
        <source>Submit this plan</source>
        <translation>提交计划</translation>
    </message>
    <message>
        <source>Take the submitted plan back</source>
        <translation>撤回已提交的计划</translation>
    </message>
    <message>
        <source>Begin the next version</source>
        <translation>开始修订</translation>
    </message>
    <message>
        <source>Evaluate and close this plan…</source>
        <translation>评估并结束计划…</translation>
    </message>
    <message>
        <source>Agree to this plan</source>
        <translation>审定计划</translation>
    </message>
    <message>
        <source>Return this plan…</source>
        <translation>退回计划…</translation>
    </message>
    <message>
        <source>Hand this plan over…</source>
        <translation>移交计划…</translation>
    </message>
    <message>
        <source>Sub-plan: fields</source>
        <translation>子计划：详情</translation>
    </message>
    <message>
        <source>Contacts of the plan</source>
        <translation>计划的联系</translation>
    </message>
    <message>
        <source>Progress of the plan</source>
        <translation>计划进度</translation>
    </message>
    <message>
        <source>Versions of the plan</source>
        <translation>计划版本</translation>
    </message>
    <message>
        <source>Evaluation of the plan</source>
        <translation>计划评估</translation>
    </message>
    <message>
        <source>A sub-plan says for which segment, by which ways, and how often.</source>
        <translation>子计划说明针对哪个客群、用什么方式、多久联系一次。</translation>
    </message>
    <message>
        <source>Somebody else changed it meanwhile. This is how it stands now.</source>
        <translation>期间有人改过，现显示最新内容。</translation>
    </message>
    <message>
        <source>Removing a plan</source>
        <translation>正在删除计划</translation>
    </message>
    <message>
        <source>Sub-plan {number}</source>
        <translation>子计划 {number}</translation>
    </message>
    <message>
        <source>Adding a sub-plan</source>
        <translation>正在添加子计划</translation>
    </message>
    <message>
        <source>Saving a sub-plan</source>
        <translation>正在保存子计划</translation>
    </message>
    <message>
        <source>Moving a sub-plan</source>
        <translation>正在移动子计划</translation>
    </message>
    <message>
        <source>Removing a sub-plan</source>
        <translation>正在删除子计划</translation>
    </message>
    <message>
        <source>Taking contacts out</source>
        <translation>正在移出联系</translation>
    </message>
    <message>
        <source>Submitting a plan</source>
        <translation>正在提交计划</translation>
    </message>
    <message>
        <source>Taking a plan back</source>
        <translation>正在撤回计划</translation>
    </message>
    <message>
        <source>Agreeing to a plan</source>
        <translation>正在审定计划</translation>
    </message>
    <message>
        <source>Beginning a version</source>
        <translation>正在开始修订</translation>
    </message>
    <message>
        <source>Return this plan?</source>
        <translation>退回这份计划？</translation>
    </message>
    <message>
        <source>{name} goes on writing it and submits it again.</source>
        <translation>{name}修改后再提交。</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>What is to be changed</source>
        <translation>需要修改的内容</translation>
    </message>
    <message>
        <source>Add a contact by hand…</source>
        <translation>手工添加联系…</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Print this plan…</source>
        <translation>打印这份计划…</translation>
    </message>
</context>
<context>
    <name>ActivitiesPart</name>
    <message>
        <source>Activities</source>
        <translation>交流活动</translation>
    </message>
    <message>
        <source>Name, theme, place</source>
        <translation>名称、主题、地点</translation>
    </message>
    <message>
        <source>New activity</source>
        <translation>新建活动</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Guests</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>New activity…</source>
        <translation>新建活动…</translation>
    </message>
    <message>
        <source>Change this activity…</source>
        <translation>修改这个活动…</translation>
    </message>
    <message>
        <source>Submit this activity</source>
        <translation>提交这个活动</translation>
    </message>
    <message>
        <source>Take the activity back to be written</source>
        <translation>收回活动修改</translation>
    </message>
    <message>
        <source>Agree to this activity</source>
        <translation>审定这个活动</translation>
    </message>
    <message>
        <source>Return this activity…</source>
        <translation>退回这个活动…</translation>
    </message>
    <message>
        <source>Begin to invite to this activity</source>
        <translation>开始邀请</translation>
    </message>
    <message>
        <source>This activity was held…</source>
        <translation>确认活动已举办…</translation>
    </message>
    <message>
        <source>Evaluate and close this activity…</source>
        <translation>评估并结束活动…</translation>
    </message>
    <message>
        <source>Copy this activity…</source>
        <translation>复制这个活动…</translation>
    </message>
    <message>
        <source>Call this activity off…</source>
        <translation>取消这个活动…</translation>
    </message>
    <message>
        <source>Hand this activity over…</source>
        <translation>移交这个活动…</translation>
    </message>
    <message>
        <source>Remove this activity</source>
        <translation>删除这个活动</translation>
    </message>
    <message>
        <source>Print lists of this activity…</source>
        <translation>打印活动表单…</translation>
    </message>
    <message>
        <source>Invite customers…</source>
        <translation>邀请客户…</translation>
    </message>
    <message>
        <source>Find an activity</source>
        <translation>查找活动</translation>
    </message>
    <message>
        <source>Somebody came uninvited…</source>
        <translation>未邀自来…</translation>
    </message>
    <message>
        <source>A customer brought a guest…</source>
        <translation>客户带来客人…</translation>
    </message>
    <message>
        <source>Activity: {part}</source>
        <translation>活动：{part}</translation>
    </message>
    <message>
        <source>{count} activities</source>
        <translation>{count} 个活动</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>No activity is called so.</source>
        <translation>没有这样的活动。</translation>
    </message>
    <message>
        <source>There is no activity yet: a salon, a lecture, a group visit, an exhibition.</source>
        <translation>还没有活动。沙龙、讲座、参观走访、展览都可以在这里办。</translation>
    </message>
</context>
<context>
    <name>ActivityDeeds</name>
    <message>
        <source>Submitting an activity</source>
        <translation>正在提交活动</translation>
    </message>
    <message>
        <source>Taking an activity back</source>
        <translation>正在收回活动</translation>
    </message>
    <message>
        <source>Agreeing to an activity</source>
        <translation>正在审定活动</translation>
    </message>
    <message>
        <source>Opening an activity</source>
        <translation>正在开始邀请</translation>
    </message>
    <message>
        <source>Removing an activity</source>
        <translation>正在删除活动</translation>
    </message>
    <message>
        <source>Return this activity?</source>
        <translation>退回这个活动？</translation>
    </message>
    <message>
        <source>{name} goes on writing it and submits it again.</source>
        <translation>{name}修改后再提交。</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>What is to be changed</source>
        <translation>需要修改的内容</translation>
    </message>
    <message>
        <source>Invitations that were not made are dropped, tasks are taken back.</source>
        <translation>未发出的邀请作废，已派的任务收回。</translation>
    </message>
    <message>
        <source>{count} who were invited and did not decline stand in Today to be told on the next working day.</source>
        <translation>已邀请且未谢绝的 {count} 户列入下一工作日的今日事项，逐户告知。</translation>
    </message>
    <message>
        <source>Call “{name}” off?</source>
        <translation>取消“{name}”？</translation>
    </message>
    <message>
        <source>Call it off</source>
        <translation>取消活动</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Beginning a survey</source>
        <translation>正在新建调研</translation>
    </message>
    <message>
        <source>Removing a line</source>
        <translation>正在删除一行</translation>
    </message>
    <message>
        <source>Ticking a line</source>
        <translation>正在勾选</translation>
    </message>
    <message>
        <source>Planning sheet</source>
        <translation>活动筹备表</translation>
    </message>
    <message>
        <source>Invitation list</source>
        <translation>邀请名单</translation>
    </message>
    <message>
        <source>Check-in list</source>
        <translation>签到表</translation>
    </message>
    <message>
        <source>Evaluation</source>
        <translation>活动评估</translation>
    </message>
</context>
<context>
    <name>ActivityPage</name>
    <message>
        <source>About it</source>
        <translation>概况</translation>
    </message>
    <message>
        <source>Sheet and run</source>
        <translation>筹备与流程</translation>
    </message>
    <message>
        <source>Invitations</source>
        <translation>邀请</translation>
    </message>
    <message>
        <source>Check-in</source>
        <translation>签到</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>现场提问</translation>
    </message>
    <message>
        <source>Afterwards</source>
        <translation>成效与评估</translation>
    </message>
    <message>
        <source>Parts of the activity</source>
        <translation>活动的各部分</translation>
    </message>
    <message>
        <source>Choose an activity in the list.</source>
        <translation>请在列表中选择活动。</translation>
    </message>
    <message>
        <source>Submit</source>
        <translation>提交审定</translation>
    </message>
    <message>
        <source>Agree</source>
        <translation>审定</translation>
    </message>
    <message>
        <source>Begin to invite</source>
        <translation>开始邀请</translation>
    </message>
    <message>
        <source>It was held…</source>
        <translation>已举办…</translation>
    </message>
    <message>
        <source>Evaluate…</source>
        <translation>评估…</translation>
    </message>
    <message>
        <source>Return…</source>
        <translation>退回…</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>收回</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>修改…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Copy…</source>
        <translation>复制…</translation>
    </message>
    <message>
        <source>Hand over…</source>
        <translation>移交…</translation>
    </message>
    <message>
        <source>Call off…</source>
        <translation>取消活动…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>{name} left. Hand the activity over.</source>
        <translation>{name}已离岗，请移交活动。</translation>
    </message>
    <message>
        <source>{name} returned it: {note}</source>
        <translation>{name}退回：{note}</translation>
    </message>
    <message>
        <source>Called off: {why}</source>
        <translation>已取消：{why}</translation>
    </message>
    <message>
        <source>Its day is over: check in who came, then say that it was held, or call it off.</source>
        <translation>活动日期已过：请补签到场的人，再确认已举办；没有举办就取消。</translation>
    </message>
    <message>
        <source>From the last one: {told}</source>
        <translation>上次的经验：{told}</translation>
    </message>
</context>
<context>
    <name>AddAppointment</name>
    <message>
        <source>New appointment</source>
        <translation>新建预约</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Saving an appointment</source>
        <translation>保存预约</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
</context>
<context>
    <name>AddCustomer</name>
    <message>
        <source>A name is enough to begin with.</source>
        <translation>先填姓名即可，其余以后再补。</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Adding a customer</source>
        <translation>正在添加客户</translation>
    </message>
    <message>
        <source>Adding…</source>
        <translation>正在添加…</translation>
    </message>
    <message>
        <source>Gender</source>
        <translation>性别</translation>
    </message>
    <message>
        <source>In the archive already: {names}</source>
        <translation>档案中已有：{names}</translation>
    </message>
    <message>
        <source>Manager in charge</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>新建客户</translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation>暂无</translation>
    </message>
    <message>
        <source>Phone number</source>
        <translation>手机号</translation>
    </message>
    <message>
        <source>Resident identity number</source>
        <translation>身份证号</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>{name} ({owner})</source>
        <translation>{name}（{owner}）</translation>
    </message>
</context>
<context>
    <name>AddLogNews</name>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>It touches {count} customers.</source>
        <translation>涉及 {count} 位客户。</translation>
    </message>
    <message>
        <source>News of the day</source>
        <translation>当日资讯</translation>
    </message>
    <message>
        <source>Part of the product&apos;s name</source>
        <translation>产品名称包含</translation>
    </message>
    <message>
        <source>Saving news</source>
        <translation>正在保存资讯</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>Say whom it touches, if anybody.</source>
        <translation>如有涉及的客户，请选择条件。</translation>
    </message>
    <message>
        <source>Segment or view</source>
        <translation>客群或视图</translation>
    </message>
    <message>
        <source>Segment: {name}</source>
        <translation>客群：{name}</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>View: {name}</source>
        <translation>视图：{name}</translation>
    </message>
    <message>
        <source>Whom it touches: who holds</source>
        <translation>涉及客户：持有</translation>
    </message>
    <message>
        <source>any bank</source>
        <translation>不限银行</translation>
    </message>
    <message>
        <source>no filter</source>
        <translation>不筛选</translation>
    </message>
    <message>
        <source>no matter what they hold</source>
        <translation>不限持有产品</translation>
    </message>
    <message>
        <source>with or without a tag</source>
        <translation>不限标签</translation>
    </message>
</context>
<context>
    <name>AddStaff</name>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation>添加员工</translation>
    </message>
    <message>
        <source>Adding {name}</source>
        <translation>正在添加 {name}</translation>
    </message>
    <message>
        <source>Adding…</source>
        <translation>正在添加…</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Mobile</source>
        <translation>手机</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Preparing the password</source>
        <translation>正在准备密码</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>They sign in with their name and the password you hand them.</source>
        <translation>员工用姓名和当面交付的密码登录。</translation>
    </message>
</context>
<context>
    <name>AfterView</name>
    <message>
        <source>Thank those who came…</source>
        <translation>感谢到场客户…</translation>
    </message>
    <message>
        <source>{came} customers came; {thanked} were thanked, {left} are to be thanked.</source>
        <translation>到场 {came} 户；已感谢 {thanked} 户，待感谢 {left} 户。</translation>
    </message>
    <message>
        <source>What followed is counted once it was held, and told here.</source>
        <translation>举办后，这里显示由档案计算的成效。</translation>
    </message>
    <message>
        <source>What followed</source>
        <translation>后续成效</translation>
    </message>
    <message>
        <source>Evaluation</source>
        <translation>评估</translation>
    </message>
    <message>
        <source>Carried over from “{name}”</source>
        <translation>“{name}”的评估</translation>
    </message>
    <message>
        <source>Within</source>
        <translation>活动后</translation>
    </message>
    <message>
        <source>Known of</source>
        <translation>有数据客户</translation>
    </message>
    <message>
        <source>Change of assets</source>
        <translation>资产变化</translation>
    </message>
    <message>
        <source>Needs noted</source>
        <translation>登记需求</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Products begun</source>
        <translation>新办产品</translation>
    </message>
</context>
<context>
    <name>AllowWindowsSession</name>
    <message>
        <source>Asking the keyring</source>
        <translation>正在访问系统凭据库</translation>
    </message>
    <message>
        <source>Open with my Windows session</source>
        <translation>凭 Windows 登录解锁</translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation>开启</translation>
    </message>
    <message>
        <source>Switching on</source>
        <translation>正在开启</translation>
    </message>
    <message>
        <source>Switching on…</source>
        <translation>正在开启…</translation>
    </message>
    <message>
        <source>This is not your password.</source>
        <translation>密码不正确。</translation>
    </message>
    <message>
        <source>Your password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Your password stays valid, here and on every other computer.</source>
        <translation>密码仍然有效，在本机和其他电脑上都能用。</translation>
    </message>
</context>
<context>
    <name>AnswerTask</name>
    <message>
        <source>Task for {whom}</source>
        <translation>交办{whom}的协办事项</translation>
    </message>
</context>
<context>
    <name>AnswersImport</name>
    <message>
        <source>Answers to {title}</source>
        <translation>导入答卷：{title}</translation>
    </message>
    <message>
        <source>Back to the survey</source>
        <translation>返回调研</translation>
    </message>
    <message>
        <source>Drag the table of answers here, or choose it: .xlsx, .xls or CSV, a row for each form and a column for each question. Nothing is written before you have seen it.</source>
        <translation>把答卷表格拖到这里，或点击选择：.xlsx、.xls 或 CSV，每份答卷一行、每题一栏。写入之前都会先给您预览。</translation>
    </message>
    <message>
        <source>Choose files…</source>
        <translation>选择文件…</translation>
    </message>
</context>
<context>
    <name>AppearancePage</name>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Do not show</source>
        <translation>不显示</translation>
    </message>
    <message>
        <source>Follow Windows</source>
        <translation>跟随 Windows</translation>
    </message>
    <message>
        <source>For everybody who uses this Windows account.</source>
        <translation>对使用这个 Windows 账户的所有人有效。</translation>
    </message>
    <message>
        <source>How much the day asks for, in the system&apos;s tray. It holds counts, never names.</source>
        <translation>在系统托盘提示今天有多少待办，只有数量，没有姓名。</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Language of the window</source>
        <translation>界面语言</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Notice in the morning</source>
        <translation>早晨通知</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>The window is built anew; what is open stays open.</source>
        <translation>窗口会重新生成，打开的内容不变。</translation>
    </message>
</context>
<context>
    <name>ApprovalsPane</name>
    <message>
        <source>Approvals</source>
        <translation>待审批</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>批准</translation>
    </message>
    <message>
        <source>Approving</source>
        <translation>正在审批</translation>
    </message>
    <message>
        <source>No promise waits for approval.</source>
        <translation>没有待审批的承诺。</translation>
    </message>
    <message>
        <source>No visit waits for approval.</source>
        <translation>没有待审批的拜访。</translation>
    </message>
    <message>
        <source>Promises</source>
        <translation>承诺</translation>
    </message>
    <message>
        <source>Refuse…</source>
        <translation>不批准…</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>拜访</translation>
    </message>
    <message>
        <source>What waits</source>
        <translation>待审批事项</translation>
    </message>
    <message>
        <source>{count} waiting</source>
        <translation>{count} 项待审批</translation>
    </message>
</context>
<context>
    <name>AskCustomer</name>
    <message>
        <source>Entries about a customer</source>
        <translation>某位客户的记录</translation>
    </message>
    <message>
        <source>What was changed, shown or printed of them, and of what stands or stood beside them.</source>
        <translation>该客户及名下各项资料（含已删除的）的修改、查看和打印。</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>Customer number, or name</source>
        <translation>客户号或姓名</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
</context>
<context>
    <name>AskDays</name>
    <message>
        <source>Entries of some days</source>
        <translation>某段日期的记录</translation>
    </message>
    <message>
        <source>Both days are included; leave one empty for no limit.</source>
        <translation>首尾两天都包括在内；一头不限就留空。</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
    <message>
        <source>Fill in at least one of the two.</source>
        <translation>两个日期至少填一个。</translation>
    </message>
    <message>
        <source>This is before the first day.</source>
        <translation>这一天早于起始日期。</translation>
    </message>
</context>
<context>
    <name>AskedPart</name>
    <message>
        <source>Anonymous: who answered is marked {count} or more at once.</source>
        <translation>匿名调研：每次至少标记 {count} 位已答客户。</translation>
    </message>
    <message>
        <source>Customers who are asked</source>
        <translation>调研对象</translation>
    </message>
    <message>
        <source>Everybody asked</source>
        <translation>全部调研对象</translation>
    </message>
    <message>
        <source>Mark the chosen ones:</source>
        <translation>将选中的客户标为：</translation>
    </message>
    <message>
        <source>Marking who answered</source>
        <translation>正在标记答复情况</translation>
    </message>
    <message>
        <source>Nobody is asked: the sample is drawn when the survey opens.</source>
        <translation>还没有调研对象：开始调研时抽取样本。</translation>
    </message>
    <message>
        <source>Open the customer</source>
        <translation>打开客户档案</translation>
    </message>
    <message>
        <source>Part of a name</source>
        <translation>姓名中的字</translation>
    </message>
    <message>
        <source>Have them reminded</source>
        <translation>安排提醒</translation>
    </message>
    <message>
        <source>Those of the chosen who have not answered stand in Today on the next working day</source>
        <translation>所选客户中尚未作答的，将在下一工作日列入“今日”</translation>
    </message>
    <message>
        <source>Reminding of a survey</source>
        <translation>正在安排提醒</translation>
    </message>
    <message>
        <source>{count} are to be reminded.</source>
        <translation>已安排提醒 {count} 位。</translation>
    </message>
    <message>
        <source>Nobody of these needs to be reminded.</source>
        <translation>所选客户都无需提醒。</translation>
    </message>
</context>
<context>
    <name>AssignTask</name>
    <message>
        <source>A department</source>
        <translation>其他部门</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>交办</translation>
    </message>
    <message>
        <source>Assign a task</source>
        <translation>交办事项</translation>
    </message>
    <message>
        <source>Change this task</source>
        <translation>修改协办事项</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>请选择</translation>
    </message>
    <message>
        <source>Empty if it is for nobody in particular.</source>
        <translation>与具体客户无关的可不填。</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>交办给</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Saving a task</source>
        <translation>保存协办事项</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>tomorrow, Friday, 25 Sep</source>
        <translation>明天、周五、9月25日</translation>
    </message>
</context>
<context>
    <name>AuditPane</name>
    <message>
        <source>About</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Add a condition…</source>
        <translation>添加条件…</translation>
    </message>
    <message>
        <source>Audit trail</source>
        <translation>审计记录</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>改动</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>No entry matches these conditions.</source>
        <translation>没有符合条件的记录。</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Only what {name} did</source>
        <translation>只看 {name} 的操作</translation>
    </message>
    <message>
        <source>Print an extract…</source>
        <translation>打印摘录…</translation>
    </message>
    <message>
        <source>Print extract</source>
        <translation>打印摘录</translation>
    </message>
    <message>
        <source>Remove the conditions</source>
        <translation>清除条件</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>校验</translation>
    </message>
    <message>
        <source>Verify the audit trail</source>
        <translation>校验审计记录</translation>
    </message>
    <message>
        <source>Verifying the audit trail</source>
        <translation>正在校验审计记录</translation>
    </message>
    <message>
        <source>What</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>操作人</translation>
    </message>
    <message>
        <source>{count} entries</source>
        <translation>共 {count} 条</translation>
    </message>
    <message>
        <source>… and {count} more</source>
        <translation>……另有 {count} 处</translation>
    </message>
    <message>
        <source>Only what is about this: {what}</source>
        <translation>只看该对象：{what}</translation>
    </message>
    <message>
        <source>Compare a print</source>
        <translation>核对打印件</translation>
    </message>
    <message>
        <source>Compare a printed head…</source>
        <translation>核对打印的链头…</translation>
    </message>
    <message>
        <source>Only this kind: {kind}</source>
        <translation>只看此类操作：{kind}</translation>
    </message>
    <message>
        <source>The audit trail is sound: {entries} entries and {changes} changes, up to entry {number}. Its head: {digits}</source>
        <translation>审计记录完好：共 {entries} 条、{changes} 处改动，截至第 {number} 条。链头：{digits}</translation>
    </message>
</context>
<context>
    <name>BackupRow</name>
    <message>
        <source>Bring back: {backup}</source>
        <translation>恢复：{backup}</translation>
    </message>
    <message>
        <source>Bring back…</source>
        <translation>恢复…</translation>
    </message>
</context>
<context>
    <name>BackupView</name>
    <message>
        <source>Look into a backup</source>
        <translation>查看备份</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Find by name, pinyin, phone, number</source>
        <translation>姓名、拼音、电话、客户号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Customer number</source>
        <translation>客户号</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>客户层级</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>客户经理</translation>
    </message>
    <message>
        <source>Customers in the backup</source>
        <translation>备份中的客户</translation>
    </message>
    <message>
        <source>Bring the customer back</source>
        <translation>恢复该客户</translation>
    </message>
    <message>
        <source>There is no backup yet.</source>
        <translation>还没有备份。</translation>
    </message>
    <message>
        <source>Opening the backup…</source>
        <translation>正在打开备份…</translation>
    </message>
    <message>
        <source>Opening a backup</source>
        <translation>打开备份</translation>
    </message>
    <message>
        <source>Nobody of this name was in the backup.</source>
        <translation>备份中没有符合的客户。</translation>
    </message>
    <message>
        <source>{count} customers</source>
        <translation>{count} 位客户</translation>
    </message>
    <message>
        <source>Bringing a customer back</source>
        <translation>恢复客户</translation>
    </message>
</context>
<context>
    <name>BackupWatch</name>
    <message>
        <source>Backing up</source>
        <translation>正在备份</translation>
    </message>
</context>
<context>
    <name>BackupsPage</name>
    <message>
        <source>Back up now</source>
        <translation>立即备份</translation>
    </message>
    <message>
        <source>Backing up</source>
        <translation>正在备份</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Bring the vault back as it was?</source>
        <translation>恢复到这份备份？</translation>
    </message>
    <message>
        <source>Bringing the backup back</source>
        <translation>正在恢复备份</translation>
    </message>
    <message>
        <source>Changes made since, which it does not have: {count}</source>
        <translation>此后的改动（备份中没有）：{count} 次</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>选择文件夹…</translation>
    </message>
    <message>
        <source>Comparing with the backup</source>
        <translation>正在与备份比较</translation>
    </message>
    <message>
        <source>GB</source>
        <translation>GB</translation>
    </message>
    <message>
        <source>It is of another past: an older backup was brought back since.</source>
        <translation>这份备份不在当前档案库的历史之中：此后恢复过更早的备份。</translation>
    </message>
    <message>
        <source>Kept are all of today, one a day for a month, one a month for two years; the oldest go where there is no more room, never the newest verified one.</source>
        <translation>当天的全部保留，一个月内每天一份，两年内每月一份；空间不足时先删最旧的，最新一份已校验的备份永不删除。</translation>
    </message>
    <message>
        <source>Made every half hour while something was changed, and when leaving.</source>
        <translation>有改动时每半小时自动备份一次，退出时也会备份。</translation>
    </message>
    <message>
        <source>Most room in each folder</source>
        <translation>每个文件夹最多占用</translation>
    </message>
    <message>
        <source>On another disk or a share: each backup is copied there as well.</source>
        <translation>可设在另一块磁盘或共享文件夹，每份备份都会再复制一份过去。</translation>
    </message>
    <message>
        <source>Second folder</source>
        <translation>第二个文件夹</translation>
    </message>
    <message>
        <source>The demonstration is made anew at will; it has no backups.</source>
        <translation>示范档案库可随时重新生成，不做备份。</translation>
    </message>
    <message>
        <source>There is no backup yet. The first is made when you leave, or now.</source>
        <translation>还没有备份。退出时会自动备份，也可立即备份。</translation>
    </message>
    <message>
        <source>What is there now becomes a backup first. Then the password is asked for again.</source>
        <translation>恢复前会先备份当前内容，恢复后需重新输入密码。</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>{what}: {then} then, {now} now</source>
        <translation>{what}：当时 {then}，现在 {now}</translation>
    </message>
    <message>
        <source>Cancelled. The vault is as it was.</source>
        <translation>已取消，档案库没有改动。</translation>
    </message>
</context>
<context>
    <name>BeginningPage</name>
    <message>
        <source>How would you like to begin?</source>
        <translation>从哪里开始？</translation>
    </message>
    <message>
        <source>Your vault is ready</source>
        <translation>档案库已建好</translation>
    </message>
</context>
<context>
    <name>BinView</name>
    <message>
        <source>By</source>
        <translation>删除人</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Customer number</source>
        <translation>客户号</translation>
    </message>
    <message>
        <source>Delete for good…</source>
        <translation>彻底删除…</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>删除时间</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Recycle bin</source>
        <translation>回收站</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Restoring customers</source>
        <translation>正在恢复客户</translation>
    </message>
    <message>
        <source>The recycle bin is empty.</source>
        <translation>回收站是空的。</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>层级</translation>
    </message>
    <message>
        <source>{count} in all</source>
        <translation>共 {count} 位</translation>
    </message>
    <message>
        <source>Look into a backup</source>
        <translation>查看备份</translation>
    </message>
</context>
<context>
    <name>BranchPage</name>
    <message>
        <source>Change…</source>
        <translation>更改…</translation>
    </message>
    <message>
        <source>Choose another folder for the vault</source>
        <translation>为档案库选择其他文件夹</translation>
    </message>
    <message>
        <source>Empty for the program&apos;s own word.</source>
        <translation>留空则用“客户经理”。</translation>
    </message>
    <message>
        <source>Folder for the vault</source>
        <translation>档案库存放文件夹</translation>
    </message>
    <message>
        <source>Name of the branch</source>
        <translation>网点名称</translation>
    </message>
    <message>
        <source>Relationship manager</source>
        <translation>客户经理</translation>
    </message>
    <message>
        <source>Sign in to it</source>
        <translation>登录该档案库</translation>
    </message>
    <message>
        <source>Stands in the sign-in window and at the top of everything printed.</source>
        <translation>显示在登录窗口和所有打印件的页眉。</translation>
    </message>
    <message>
        <source>The vault will be in {folder}</source>
        <translation>档案库将建在 {folder}</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>欢迎使用</translation>
    </message>
    <message>
        <source>What relationship managers are called here</source>
        <translation>本网点对客户经理的称呼</translation>
    </message>
    <message>
        <source>rmdesk keeps the customers of your branch in one encrypted vault on this computer. It works without internet. A few questions, and it is ready.</source>
        <translation>rmdesk 把本网点的客户资料存放在这台电脑上的一个加密档案库里，不需要联网。回答几个问题即可使用。</translation>
    </message>
    <message>
        <source>Only look around in the demonstration branch</source>
        <translation>只看看示范网点</translation>
    </message>
</context>
<context>
    <name>Builder</name>
    <message>
        <source>Condition</source>
        <translation>条件</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>条件组</translation>
    </message>
    <message>
        <source>edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>group</source>
        <translation>成组</translation>
    </message>
    <message>
        <source>move</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>remove</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>CadencesPage</name>
    <message>
        <source>Days between two contacts; leave a place empty for none. A visit counts as a meeting and as a call. Who has no strategy counts as passive, who has no tier as one of the lowest.</source>
        <translation>两次联系之间相隔的天数；留空表示不安排。面访同时算作面谈和电话。没有维护策略的客户按被动维护，没有层级的按最低层级。</translation>
    </message>
    <message>
        <source>Days from 1 to {most}, or empty.</source>
        <translation>填 1 至 {most} 天，或留空。</translation>
    </message>
    <message>
        <source>Setting the contact intervals</source>
        <translation>正在保存联系频率</translation>
    </message>
    <message>
        <source>Some places hold no number of days from 1 to {most}.</source>
        <translation>有的格子里不是 1 至 {most} 之间的天数。</translation>
    </message>
    <message>
        <source>Somebody else changed the intervals meanwhile. Save again to put yours in force.</source>
        <translation>其间有人改过联系频率。再次保存即以您填写的为准。</translation>
    </message>
    <message>
        <source>days</source>
        <translation>天</translation>
    </message>
    <message>
        <source>never</source>
        <translation>不安排</translation>
    </message>
</context>
<context>
    <name>CalendarHead</name>
    <message>
        <source>Calendar</source>
        <translation>维护日历</translation>
    </message>
    <message>
        <source>Go to a day…  Ctrl G</source>
        <translation>转到某天…  Ctrl G</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>New appointment</source>
        <translation>新建预约</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>下一页</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>上一页</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>View</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>{days}, week {week}</source>
        <translation>{days}，第 {week} 周</translation>
    </message>
</context>
<context>
    <name>CalendarPane</name>
    <message>
        <source>Calendar</source>
        <translation>维护日历</translation>
    </message>
    <message>
        <source>Calendar file…</source>
        <translation>导出日历文件…</translation>
    </message>
    <message>
        <source>Copy the greeting</source>
        <translation>复制祝福语</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Filter…</source>
        <translation>筛选…</translation>
    </message>
    <message>
        <source>Go to a day…</source>
        <translation>转到某天…</translation>
    </message>
    <message>
        <source>Go to today</source>
        <translation>回到今天</translation>
    </message>
    <message>
        <source>Maturing</source>
        <translation>到期</translation>
    </message>
    <message>
        <source>Maturing in 90 days</source>
        <translation>90 天到期</translation>
    </message>
    <message>
        <source>Maturities by manager</source>
        <translation>到期按客户经理</translation>
    </message>
    <message>
        <source>New appointment…</source>
        <translation>新建预约…</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>下一页</translation>
    </message>
    <message>
        <source>Nobody&apos;s customers</source>
        <translation>未分配的客户</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Postpone…</source>
        <translation>改期…</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>上一页</translation>
    </message>
    <message>
        <source>Print greeting…</source>
        <translation>打印祝福语…</translation>
    </message>
    <message>
        <source>Print the maturities…</source>
        <translation>打印到期清单…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Show as a day</source>
        <translation>按日显示</translation>
    </message>
    <message>
        <source>Skip…</source>
        <translation>跳过…</translation>
    </message>
    <message>
        <source>{days}, {count} products</source>
        <translation>{days}，{count} 笔</translation>
    </message>
    <message>
        <source>{day}, {count} people</source>
        <translation>{day}，{count} 位</translation>
    </message>
</context>
<context>
    <name>CaptureBlock</name>
    <message>
        <source>A guess: please check</source>
        <translation>推测，请核对</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>未说明</translation>
    </message>
    <message>
        <source>ours</source>
        <translation>本行</translation>
    </message>
</context>
<context>
    <name>CaptureLine</name>
    <message>
        <source>Record in one line</source>
        <translation>一句话记一笔</translation>
    </message>
    <message>
        <source>Record in one line: Zhao Min, call, satisfied, again next Wednesday</source>
        <translation>一句话记一笔：赵敏 电话 满意 下周三再联系</translation>
    </message>
</context>
<context>
    <name>CareRulesPage</name>
    <message>
        <source>Products to offer at maturity</source>
        <translation>到期推荐续作的产品</translation>
    </message>
    <message>
        <source>Something cannot be saved as it is; it is marked.</source>
        <translation>有内容无法保存，已标出。</translation>
    </message>
    <message>
        <source>The care calendar says whom to contact, when and why. These rules make it.</source>
        <translation>维护日历说明何时联系谁、为什么联系，由以下规则生成。</translation>
    </message>
    <message>
        <source>What stands in the reason and in greetings when a product of this kind matures.</source>
        <translation>某类产品到期时，写入事由和祝福语的推荐产品。</translation>
    </message>
</context>
<context>
    <name>CellEditor</name>
    <message>
        <source>{key} saves, Enter begins a new line</source>
        <translation>{key} 保存，回车换行</translation>
    </message>
</context>
<context>
    <name>ChangePassword</name>
    <message>
        <source>Backups made before still open with the old password.</source>
        <translation>此前的备份仍要用旧密码打开。</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Change my password</source>
        <translation>修改我的密码</translation>
    </message>
    <message>
        <source>Changing the password</source>
        <translation>正在修改密码</translation>
    </message>
    <message>
        <source>Changing…</source>
        <translation>正在修改…</translation>
    </message>
    <message>
        <source>Current password</source>
        <translation>当前密码</translation>
    </message>
    <message>
        <source>Preparing the password</source>
        <translation>正在准备密码</translation>
    </message>
    <message>
        <source>This is not your current password.</source>
        <translation>当前密码不正确。</translation>
    </message>
</context>
<context>
    <name>Chip</name>
    <message>
        <source>Delete takes this filter away</source>
        <translation>按 Delete 移除此条件</translation>
    </message>
</context>
<context>
    <name>CodeGroups</name>
    <message>
        <source>Recovery code</source>
        <translation>恢复码</translation>
    </message>
</context>
<context>
    <name>CodeSteps</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>I have it on paper</source>
        <translation>已打印或抄好</translation>
    </message>
    <message>
        <source>Is it on paper?</source>
        <translation>已写在纸上了吗？</translation>
    </message>
    <message>
        <source>Show the code again</source>
        <translation>再看一遍恢复码</translation>
    </message>
    <message>
        <source>The recovery code</source>
        <translation>恢复码</translation>
    </message>
</context>
<context>
    <name>ColumnsPage</name>
    <message>
        <source>Also given to “{column}”: choose one</source>
        <translation>“{column}”也对应此字段，请保留一个</translation>
    </message>
    <message>
        <source>As the last time</source>
        <translation>与上次相同</translation>
    </message>
    <message>
        <source>By its heading, {sure} sure</source>
        <translation>按表头识别，把握 {sure}</translation>
    </message>
    <message>
        <source>By its values, {sure} sure</source>
        <translation>按数据识别，把握 {sure}</translation>
    </message>
    <message>
        <source>Column of the file</source>
        <translation>文件中的栏目</translation>
    </message>
    <message>
        <source>Columns and fields</source>
        <translation>栏目与字段</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>First values</source>
        <translation>前几个值</translation>
    </message>
    <message>
        <source>Forget how such a file was imported before, and go by headings and values again</source>
        <translation>不再沿用上次的对应关系，重新按表头和数据识别</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>不导入</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>不导入</translation>
    </message>
    <message>
        <source>No field is like it</source>
        <translation>没有相近的字段</translation>
    </message>
    <message>
        <source>Propose anew</source>
        <translation>重新识别</translation>
    </message>
    <message>
        <source>Save the mapping…</source>
        <translation>保存对应关系…</translation>
    </message>
    <message>
        <source>Secrets of customers are never kept</source>
        <translation>密码等敏感信息一律不保存</translation>
    </message>
    <message>
        <source>Use a saved mapping…</source>
        <translation>使用已保存的对应关系…</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>Your choice</source>
        <translation>您的选择</translation>
    </message>
    <message>
        <source>{used} of {all} columns are used; * is needed. Enter or a click changes a field.</source>
        <translation>共 {all} 栏，导入 {used} 栏；* 为必填。按回车或单击可更改字段。</translation>
    </message>
</context>
<context>
    <name>CompareHead</name>
    <message>
        <source>Compare a printed head</source>
        <translation>核对打印的链头</translation>
    </message>
    <message>
        <source>At the end of each printed daily log stands “Audit trail up to entry …”. If this vault has the same head, everything up to that entry is as it was on the day of the print.</source>
        <translation>每份打印的日志末尾都有“审计记录截至第 … 条：…”。档案库里的链头和纸上的一样，就说明到这一条为止，全部记录都还是打印那天的样子。</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>核对</translation>
    </message>
    <message>
        <source>Number of entry</source>
        <translation>第几条</translation>
    </message>
    <message>
        <source>Printed head</source>
        <translation>打印的链头</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>正在核对…</translation>
    </message>
    <message>
        <source>Comparing a printed head</source>
        <translation>核对打印的链头</translation>
    </message>
</context>
<context>
    <name>ComparisonCard</name>
    <message>
        <source>Added up</source>
        <translation>相加</translation>
    </message>
    <message>
        <source>Assets of the same day ({count})</source>
        <translation>同日资产（{count}）</translation>
    </message>
    <message>
        <source>Different people</source>
        <translation>不是同一人</translation>
    </message>
    <message>
        <source>Differing fields</source>
        <translation>不一致的字段</translation>
    </message>
    <message>
        <source>Kept of both</source>
        <translation>两份都保留</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>以后再说</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>Of the one that stays</source>
        <translation>取保留的一份</translation>
    </message>
    <message>
        <source>Of the other</source>
        <translation>取另一份</translation>
    </message>
    <message>
        <source>One person or two?</source>
        <translation>是同一个人吗？</translation>
    </message>
    <message>
        <source>Same in both</source>
        <translation>两份一致</translation>
    </message>
    <message>
        <source>Stays</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>{score} of 100: {reason}</source>
        <translation>可能性 {score}（满分 100）：{reason}</translation>
    </message>
</context>
<context>
    <name>ComplaintPage</name>
    <message>
        <source>Decide…</source>
        <translation>作出处理决定…</translation>
    </message>
    <message>
        <source>Customer told…</source>
        <translation>告知客户…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>结案</translation>
    </message>
    <message>
        <source>Open again…</source>
        <translation>重新办理…</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>编辑…</translation>
    </message>
    <message>
        <source>Passed on</source>
        <translation>已转达改进</translation>
    </message>
    <message>
        <source>Print the record…</source>
        <translation>打印处理记录…</translation>
    </message>
    <message>
        <source>Open the customer</source>
        <translation>打开客户档案</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>处理步骤</translation>
    </message>
    <message>
        <source>A further step…</source>
        <translation>增加步骤…</translation>
    </message>
    <message>
        <source>late since {day}</source>
        <translation>已超期（应于 {day}）</translation>
    </message>
    <message>
        <source>next due {day}</source>
        <translation>下一期限 {day}</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>done {day}</source>
        <translation>{day} 完成</translation>
    </message>
    <message>
        <source>by {day}</source>
        <translation>{day} 前</translation>
    </message>
    <message>
        <source>Take this step out</source>
        <translation>移除这一步</translation>
    </message>
    <message>
        <source>Closing a complaint</source>
        <translation>正在结案</translation>
    </message>
    <message>
        <source>Passing on an improvement</source>
        <translation>正在登记转达</translation>
    </message>
    <message>
        <source>Removing a complaint</source>
        <translation>正在删除投诉</translation>
    </message>
    <message>
        <source>A step of a complaint</source>
        <translation>正在保存处理步骤</translation>
    </message>
</context>
<context>
    <name>ComplaintsPage</name>
    <message>
        <source>Working days from the day a complaint was heard. What is open keeps its days; a case that is taken down, made more serious or opened again follows these.</source>
        <translation>均为从受理日起的工作日。在办的投诉时限不变；新登记、改为更严重或重新打开的投诉按此执行。</translation>
    </message>
    <message>
        <source>When a complaint is late</source>
        <translation>投诉超期时</translation>
    </message>
    <message>
        <source>Stands first in the day of</source>
        <translation>在谁的“今日”最前面提示</translation>
    </message>
    <message>
        <source>0: at once. Whoever is in charge has it in their own day all the same.</source>
        <translation>填 0 表示超期当日即提示。负责人自己的“今日”里照样会有。</translation>
    </message>
</context>
<context>
    <name>ComplaintsPane</name>
    <message>
        <source>Complaints</source>
        <translation>投诉及异议</translation>
    </message>
</context>
<context>
    <name>ComplaintsView</name>
    <message>
        <source>Not answered</source>
        <translation>待处理</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>超期</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Which complaints</source>
        <translation>显示哪些投诉</translation>
    </message>
    <message>
        <source>Number or words</source>
        <translation>编号或内容</translation>
    </message>
    <message>
        <source>New complaint</source>
        <translation>登记投诉</translation>
    </message>
    <message>
        <source>Complaints</source>
        <translation>投诉及异议</translation>
    </message>
    <message>
        <source>New complaint…</source>
        <translation>登记投诉…</translation>
    </message>
    <message>
        <source>Change this complaint…</source>
        <translation>编辑此投诉…</translation>
    </message>
    <message>
        <source>Print the record of this complaint…</source>
        <translation>打印此投诉的处理记录…</translation>
    </message>
    <message>
        <source>Find a complaint</source>
        <translation>查找投诉</translation>
    </message>
    <message>
        <source>No complaint here has such a number or words.</source>
        <translation>这里没有编号或内容相符的投诉。</translation>
    </message>
    <message>
        <source>Nobody waits for an answer to a complaint.</source>
        <translation>没有待答复的投诉或异议。</translation>
    </message>
    <message>
        <source>There is no complaint.</source>
        <translation>还没有投诉或异议。</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>This year: {count}, {pending} not answered, {late} late</source>
        <translation>今年 {count} 件，待处理 {pending} 件，超期 {late} 件</translation>
    </message>
    <message>
        <source>in time {share}</source>
        <translation>按期处理 {share}</translation>
    </message>
    <message>
        <source>{days} working days on average</source>
        <translation>平均 {days} 个工作日</translation>
    </message>
    <message>
        <source>satisfied {share}</source>
        <translation>客户满意 {share}</translation>
    </message>
</context>
<context>
    <name>Completion</name>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>改期</translation>
    </message>
    <message>
        <source>Not done</source>
        <translation>未完成</translation>
    </message>
    <message>
        <source>One sentence of what came of it</source>
        <translation>写一句结果</translation>
    </message>
    <message>
        <source>Partly</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>Say why it was not done.</source>
        <translation>请写明未完成的原因。</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>完成情况</translation>
    </message>
    <message>
        <source>Why not?</source>
        <translation>为什么未完成？</translation>
    </message>
</context>
<context>
    <name>ConditionTree</name>
    <message>
        <source>Conditions</source>
        <translation>条件</translation>
    </message>
</context>
<context>
    <name>ConflictCard</name>
    <message>
        <source>Keep theirs</source>
        <translation>保留对方的</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>本人</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Save as chosen</source>
        <translation>按所选保存</translation>
    </message>
    <message>
        <source>Somebody else changed this meanwhile. What you entered is not saved yet.</source>
        <translation>其间已被他人修改。刚才填写的内容尚未保存。</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>对方</translation>
    </message>
    <message>
        <source>Theirs: {theirs}
Mine: {mine}</source>
        <translation>对方：{theirs}
本人：{mine}</translation>
    </message>
</context>
<context>
    <name>ContactsPage</name>
    <message>
        <source>Cost or gift above which a reason is asked for</source>
        <translation>单次费用或礼品超过此金额须说明理由</translation>
    </message>
    <message>
        <source>For each contact. 0 asks for a reason whatever was spent.</source>
        <translation>按每次联系计。填 0 表示只要有费用就须说明理由。</translation>
    </message>
    <message>
        <source>The plan of a working day is on time until then, on the working day before it.</source>
        <translation>工作日的计划须在前一工作日的这一时间前写成，之后记为迟交。</translation>
    </message>
    <message>
        <source>yuan</source>
        <translation>元</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>An error in the program</source>
        <translation>程序出错</translation>
    </message>
    <message>
        <source>Close the program</source>
        <translation>关闭程序</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>复制详情</translation>
    </message>
    <message>
        <source>Details of the error</source>
        <translation>错误详情</translation>
    </message>
    <message>
        <source>The last step did not work because of an error in the program. What was saved before is safe. What is not saved yet stays where it stands, and is back there if you close the program and come again.

You can carry on. If it happens again, close the program, start it again and give the details below to the people who look after it. They hold no customer data.</source>
        <translation>因程序出错，刚才的操作没有完成。此前保存的内容都在；尚未保存的内容还在原处，关闭程序再登录也会恢复。

可以继续使用。如果再次出现，请关闭程序重新打开，并把下面的详情交给技术人员。详情中不含客户资料。</translation>
    </message>
</context>
<context>
    <name>CustomerList</name>
    <message>
        <source>1 customer</source>
        <translation>1 位</translation>
    </message>
    <message>
        <source>All customers</source>
        <translation>全部客户</translation>
    </message>
    <message>
        <source>Choose a customer in the list.</source>
        <translation>请在列表中选择一位客户。</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>客户档案</translation>
    </message>
    <message>
        <source>Import files…</source>
        <translation>导入文件…</translation>
    </message>
    <message>
        <source>Name, pinyin, last digits, employer</source>
        <translation>姓名、拼音、手机尾号、单位</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>新建客户</translation>
    </message>
    <message>
        <source>No customer matches the search and the conditions.</source>
        <translation>没有符合查找和条件的客户。</translation>
    </message>
    <message>
        <source>Only {condition}</source>
        <translation>只看 {condition}</translation>
    </message>
    <message>
        <source>Show all customers</source>
        <translation>显示全部客户</translation>
    </message>
    <message>
        <source>There are no customers yet. Add the first one; a name is enough.</source>
        <translation>还没有客户。先新建一位，填姓名即可。</translation>
    </message>
    <message>
        <source>{all}; {marked} marked</source>
        <translation>{all}；已标记 {marked} 位</translation>
    </message>
    <message>
        <source>{count} customers</source>
        <translation>{count} 位</translation>
    </message>
    <message>
        <source>{customers}, {amount} together</source>
        <translation>{customers}，共 {amount}</translation>
    </message>
</context>
<context>
    <name>CustomerPage</name>
    <message>
        <source>Add a document…</source>
        <translation>添加附件…</translation>
    </message>
    <message>
        <source>Add a holding</source>
        <translation>添加持有产品</translation>
    </message>
    <message>
        <source>Add a next step</source>
        <translation>添加下一步</translation>
    </message>
    <message>
        <source>Add a promise</source>
        <translation>添加承诺</translation>
    </message>
    <message>
        <source>Add a relation</source>
        <translation>添加关系</translation>
    </message>
    <message>
        <source>Add a tag</source>
        <translation>添加标签</translation>
    </message>
    <message>
        <source>Add an important day</source>
        <translation>添加重要日子</translation>
    </message>
    <message>
        <source>Choose a customer in the list.</source>
        <translation>请在列表中选择客户。</translation>
    </message>
    <message>
        <source>Edit this customer</source>
        <translation>编辑该客户</translation>
    </message>
    <message>
        <source>Enter a figure of assets</source>
        <translation>录入资产规模</translation>
    </message>
    <message>
        <source>Give a task to a colleague</source>
        <translation>请同事协办</translation>
    </message>
    <message>
        <source>Make an appointment</source>
        <translation>新建预约</translation>
    </message>
    <message>
        <source>Next section</source>
        <translation>下一部分</translation>
    </message>
    <message>
        <source>Prepare a visit…</source>
        <translation>拜访准备…</translation>
    </message>
    <message>
        <source>Previous section</source>
        <translation>上一部分</translation>
    </message>
    <message>
        <source>Record a contact</source>
        <translation>记一笔</translation>
    </message>
    <message>
        <source>Not in the list as it is now. Esc leads back to it.</source>
        <translation>该客户不在当前列表中，按 Esc 返回列表。</translation>
    </message>
</context>
<context>
    <name>CustomersPane</name>
    <message>
        <source>Add a condition…</source>
        <translation>添加条件…</translation>
    </message>
    <message>
        <source>Assign to a manager…</source>
        <translation>分配负责人…</translation>
    </message>
    <message>
        <source>Change the marked customers…</source>
        <translation>修改已标记的客户…</translation>
    </message>
    <message>
        <source>Columns…</source>
        <translation>列…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Earlier imports</source>
        <translation>导入记录</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Find a customer</source>
        <translation>查找客户</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Import files</source>
        <translation>导入文件</translation>
    </message>
    <message>
        <source>Import files…</source>
        <translation>导入文件…</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Move to the recycle bin</source>
        <translation>移入回收站</translation>
    </message>
    <message>
        <source>Move {count} customers to the recycle bin?</source>
        <translation>将 {count} 位客户移入回收站？</translation>
    </message>
    <message>
        <source>Moving to the recycle bin</source>
        <translation>正在移入回收站</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>新建客户</translation>
    </message>
    <message>
        <source>New customer…</source>
        <translation>新建客户…</translation>
    </message>
    <message>
        <source>New notice…</source>
        <translation>新建告知事项…</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>告知事项</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Organisations</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Possible duplicates</source>
        <translation>疑似重复</translation>
    </message>
    <message>
        <source>Print the customer card…</source>
        <translation>打印客户卡片…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Recycle bin</source>
        <translation>回收站</translation>
    </message>
    <message>
        <source>Show all customers</source>
        <translation>显示全部客户</translation>
    </message>
    <message>
        <source>Sort by…</source>
        <translation>排序…</translation>
    </message>
    <message>
        <source>They can be restored from the recycle bin.</source>
        <translation>可以从回收站恢复。</translation>
    </message>
    <message>
        <source>They no longer appear in the list or in searches. Nothing is lost.</source>
        <translation>列表和查找中不再出现，资料不会丢失。</translation>
    </message>
    <message>
        <source>Views…</source>
        <translation>视图…</translation>
    </message>
    <message>
        <source>Look into a backup</source>
        <translation>查看备份</translation>
    </message>
    <message>
        <source>Print all that is kept about the customer…</source>
        <translation>打印该客户的全部留存信息…</translation>
    </message>
    <message>
        <source>Delete at the customer&apos;s request…</source>
        <translation>应客户要求删除…</translation>
    </message>
</context>
<context>
    <name>DamageHelp</name>
    <message>
        <source>Looking at the damage</source>
        <translation>正在查看损坏情况</translation>
    </message>
    <message>
        <source>Reading what can be read. This takes a while for a large vault.</source>
        <translation>正在读取还能读出的内容，档案库较大时需要一些时间。</translation>
    </message>
    <message>
        <source>Damaged pages: {count} of {all}.</source>
        <translation>损坏 {count} 页，共 {all} 页。</translation>
    </message>
    <message>
        <source>and others</source>
        <translation>等</translation>
    </message>
    <message>
        <source>{words} They belong to: {tables}.</source>
        <translation>{words}涉及：{tables}。</translation>
    </message>
    <message>
        <source>The newest verified backup is of {moment}, with {customers} customers.</source>
        <translation>最新的已校验备份是 {moment} 的，含 {customers} 位客户。</translation>
    </message>
    <message>
        <source>What was done since is missing in it.</source>
        <translation>其后所做的不在其中。</translation>
    </message>
    <message>
        <source>Since then {count} entries were made, the last {moment}; it lacks them.</source>
        <translation>此后又有 {count} 条操作记录（最后一条 {moment}）不在其中。</translation>
    </message>
    <message>
        <source>Nothing was done since.</source>
        <translation>此后没有任何操作。</translation>
    </message>
    <message>
        <source>The damaged files are kept beside the vault.</source>
        <translation>损坏的文件会保留在档案库旁。</translation>
    </message>
    <message>
        <source>{words} {lacking} {kept}</source>
        <translation>{words}{lacking}{kept}</translation>
    </message>
    <message>
        <source>All {read} records could be salvaged; nothing is missing.</source>
        <translation>{read} 条记录全部抢救出来，无缺失。</translation>
    </message>
    <message>
        <source>Salvaged: {read} records; lost as far as is known: {lost}.</source>
        <translation>已抢救 {read} 条记录；已知丢失 {lost} 条。</translation>
    </message>
    <message>
        <source>{words} Of them {customers} customers are new or changed since the backup; once the vault is open again they can be looked up in the salvaged copy.</source>
        <translation>{words}其中 {customers} 位客户在备份之后新增或有改动；档案库打开后可在抢救副本中查看。</translation>
    </message>
    <message>
        <source>Bringing the backup back</source>
        <translation>正在恢复备份</translation>
    </message>
    <message>
        <source>Salvaging</source>
        <translation>正在抢救</translation>
    </message>
    <message>
        <source>audit trail, search and inner tables</source>
        <translation>审计记录、检索等内部数据</translation>
    </message>
</context>
<context>
    <name>DayList</name>
    <message>
        <source>Unplanned</source>
        <translation>计划外</translation>
    </message>
</context>
<context>
    <name>DayModel</name>
    <message>
        <source>Unplanned</source>
        <translation>计划外</translation>
    </message>
</context>
<context>
    <name>DayPainter</name>
    <message>
        <source>Unplanned</source>
        <translation>计划外</translation>
    </message>
    <message>
        <source>added</source>
        <translation>计划外</translation>
    </message>
    <message>
        <source>contact of the day: {words}</source>
        <translation>今日已联系：{words}</translation>
    </message>
    <message>
        <source>from the contact records</source>
        <translation>来自联系记录</translation>
    </message>
</context>
<context>
    <name>DayPanel</name>
    <message>
        <source>Back to the day</source>
        <translation>返回当日</translation>
    </message>
    <message>
        <source>Day off: {holiday}</source>
        <translation>放假：{holiday}</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Drag to move</source>
        <translation>拖到别的日子即改期</translation>
    </message>
    <message>
        <source>Nothing stands on these days.</source>
        <translation>这些日子没有维护事项。</translation>
    </message>
    <message>
        <source>Nothing stands on this day.</source>
        <translation>这一天没有维护事项。</translation>
    </message>
    <message>
        <source>Postpone</source>
        <translation>改期</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>Week {week}</source>
        <translation>第 {week} 周</translation>
    </message>
    <message>
        <source>Week {week}, working day {number}</source>
        <translation>第 {week} 周，本月第 {number} 个工作日</translation>
    </message>
    <message>
        <source>What stands on the day</source>
        <translation>当日事项</translation>
    </message>
    <message>
        <source>{count} open</source>
        <translation>{count} 件</translation>
    </message>
    <message>
        <source>{count}, {late} late</source>
        <translation>{count}，另有逾期 {late}</translation>
    </message>
    <message>
        <source>{place}, worked for {holiday}</source>
        <translation>{place}，{holiday}调休上班</translation>
    </message>
    <message>
        <source>{weekday}, today</source>
        <translation>{weekday}，今天</translation>
    </message>
    <message>
        <source>Nothing of what is filtered stands here.</source>
        <translation>按当前筛选，这里没有事项。</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>显示全部</translation>
    </message>
</context>
<context>
    <name>Deeds</name>
    <message>
        <source>Add to this log</source>
        <translation>写补记</translation>
    </message>
    <message>
        <source>Addendum</source>
        <translation>补记</translation>
    </message>
    <message>
        <source>Another greeting</source>
        <translation>换一条</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>致电</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>批语</translation>
    </message>
    <message>
        <source>Comment on this log</source>
        <translation>写批语</translation>
    </message>
    <message>
        <source>Comment, if any</source>
        <translation>批语（可不填）</translation>
    </message>
    <message>
        <source>Copy greeting</source>
        <translation>复制祝福</translation>
    </message>
    <message>
        <source>Countersign</source>
        <translation>复核</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>转交</translation>
    </message>
    <message>
        <source>Handing over</source>
        <translation>正在转交</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>Mark as done</source>
        <translation>标为完成</translation>
    </message>
    <message>
        <source>Mark {count} as done?</source>
        <translation>将这 {count} 项标为完成？</translation>
    </message>
    <message>
        <source>Marking as done</source>
        <translation>正在标为完成</translation>
    </message>
    <message>
        <source>Moving an item</source>
        <translation>正在改期</translation>
    </message>
    <message>
        <source>Name a stand-in in the customer&apos;s record, then hand it over.</source>
        <translation>请先在客户档案中指定代管人，再转交。</translation>
    </message>
    <message>
        <source>No colleague who keeps records sees this customer.</source>
        <translation>没有其他做记录的同事能看到这位客户。</translation>
    </message>
    <message>
        <source>Nobody to hand it over to</source>
        <translation>没有可转交的同事</translation>
    </message>
    <message>
        <source>Open the list</source>
        <translation>打开名单</translation>
    </message>
    <message>
        <source>Open the task</source>
        <translation>打开事项</translation>
    </message>
    <message>
        <source>Plan a day of rest?</source>
        <translation>在休息日安排计划？</translation>
    </message>
    <message>
        <source>Plan it</source>
        <translation>照样安排</translation>
    </message>
    <message>
        <source>Planning</source>
        <translation>正在写计划</translation>
    </message>
    <message>
        <source>Postpone</source>
        <translation>改期</translation>
    </message>
    <message>
        <source>Postponing</source>
        <translation>正在改期</translation>
    </message>
    <message>
        <source>Print greeting</source>
        <translation>打印祝福</translation>
    </message>
    <message>
        <source>Promise</source>
        <translation>记承诺</translation>
    </message>
    <message>
        <source>Putting the plan in order</source>
        <translation>正在调整次序</translation>
    </message>
    <message>
        <source>Quick note</source>
        <translation>快速记录</translation>
    </message>
    <message>
        <source>Read only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>Saving the completion</source>
        <translation>正在保存完成情况</translation>
    </message>
    <message>
        <source>Send back</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>Send this log back?</source>
        <translation>退回这份日志？</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>Skipping</source>
        <translation>正在跳过</translation>
    </message>
    <message>
        <source>Submitting the log</source>
        <translation>正在提交日志</translation>
    </message>
    <message>
        <source>Taking an item off the plan</source>
        <translation>正在移出计划</translation>
    </message>
    <message>
        <source>They count as done today. It is one change and can be undone.</source>
        <translation>都计为今天完成。这是一次变更，可以撤销。</translation>
    </message>
    <message>
        <source>What is missing</source>
        <translation>退回原因</translation>
    </message>
    <message>
        <source>{count} logs</source>
        <translation>{count} 份日志</translation>
    </message>
    <message>
        <source>{day} is no working day.</source>
        <translation>{day} 不是工作日。</translation>
    </message>
    <message>
        <source>{number} copied</source>
        <translation>已复制 {number}</translation>
    </message>
    <message>
        <source>Open the complaint</source>
        <translation>打开投诉</translation>
    </message>
    <message>
        <source>Complaint</source>
        <translation>投诉</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>Not saved yet.</source>
        <translation>尚未保存。</translation>
    </message>
    <message>
        <source>Somebody else removed this meanwhile.</source>
        <translation>其间已被他人删除。</translation>
    </message>
</context>
<context>
    <name>DoorView</name>
    <message>
        <source>To come</source>
        <translation>未到</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>已到</translation>
    </message>
    <message>
        <source>Whom to show</source>
        <translation>显示哪些人</translation>
    </message>
    <message>
        <source>Name, pinyin or initials, then Enter</source>
        <translation>姓名、拼音或首字母，按回车签到</translation>
    </message>
    <message>
        <source>Uninvited…</source>
        <translation>未邀自来…</translation>
    </message>
    <message>
        <source>Guest of a customer…</source>
        <translation>客户带来的客人…</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤回签到</translation>
    </message>
    <message>
        <source>with</source>
        <translation>同行</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>客户经理</translation>
    </message>
    <message>
        <source>Along</source>
        <translation>随行</translation>
    </message>
    <message>
        <source>Came</source>
        <translation>到场</translation>
    </message>
    <message>
        <source>Guests at the door</source>
        <translation>签到名单</translation>
    </message>
    <message>
        <source>{heads}{seats} here</source>
        <translation>已到 {heads}{seats} 人</translation>
    </message>
    <message>
        <source>Nobody of the list is called so. Who stands on no list comes by “Uninvited”.</source>
        <translation>名单上没有这个人。名单之外的客户请用“未邀自来”。</translation>
    </message>
    <message>
        <source>Nobody is here yet.</source>
        <translation>还没有人到场。</translation>
    </message>
    <message>
        <source>Nobody is to come any more.</source>
        <translation>没有待到场的人了。</translation>
    </message>
    <message>
        <source>{name} is here already.</source>
        <translation>{name}已经签到。</translation>
    </message>
    <message>
        <source>Nobody of the list is called “{words}”.</source>
        <translation>名单上没有“{words}”。</translation>
    </message>
    <message>
        <source>{name} is checked in.</source>
        <translation>{name}已签到。</translation>
    </message>
    <message>
        <source>With them came {count}.</source>
        <translation>同行 {count} 人。</translation>
    </message>
    <message>
        <source>Checking in</source>
        <translation>正在签到</translation>
    </message>
    <message>
        <source>Taking a check-in back</source>
        <translation>正在撤回签到</translation>
    </message>
    <message>
        <source>The check-in was taken back.</source>
        <translation>已撤回签到。</translation>
    </message>
</context>
<context>
    <name>DraftWatch</name>
    <message>
        <source>Keeping what is half-written</source>
        <translation>保留没写完的内容</translation>
    </message>
</context>
<context>
    <name>DuplicatesView</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Comparing the customers…</source>
        <translation>正在比对客户…</translation>
    </message>
    <message>
        <source>Decide on this pair later</source>
        <translation>这一对以后再决定</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Keeping two customers apart</source>
        <translation>正在标记为不同的人</translation>
    </message>
    <message>
        <source>Likelihood</source>
        <translation>可能性</translation>
    </message>
    <message>
        <source>Merge the two records</source>
        <translation>合并这两份档案</translation>
    </message>
    <message>
        <source>Merging two records</source>
        <translation>正在合并两份档案</translation>
    </message>
    <message>
        <source>No two records look like one customer.</source>
        <translation>没有发现疑似重复的客户。</translation>
    </message>
    <message>
        <source>Number A</source>
        <translation>客户号甲</translation>
    </message>
    <message>
        <source>Number B</source>
        <translation>客户号乙</translation>
    </message>
    <message>
        <source>Phone A</source>
        <translation>手机号甲</translation>
    </message>
    <message>
        <source>Phone B</source>
        <translation>手机号乙</translation>
    </message>
    <message>
        <source>Possible duplicates</source>
        <translation>疑似重复</translation>
    </message>
    <message>
        <source>Progress of the search</source>
        <translation>查找进度</translation>
    </message>
    <message>
        <source>Reading the customers…</source>
        <translation>正在读取客户…</translation>
    </message>
    <message>
        <source>Record A</source>
        <translation>档案甲</translation>
    </message>
    <message>
        <source>Record B</source>
        <translation>档案乙</translation>
    </message>
    <message>
        <source>Search again</source>
        <translation>重新查找</translation>
    </message>
    <message>
        <source>Search for duplicates again</source>
        <translation>重新查找疑似重复</translation>
    </message>
    <message>
        <source>Searching for duplicates</source>
        <translation>查找疑似重复</translation>
    </message>
    <message>
        <source>The search was cancelled.</source>
        <translation>已取消查找。</translation>
    </message>
    <message>
        <source>They are different people</source>
        <translation>标记为不是同一人</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>the likeliest {count} of {found} pairs</source>
        <translation>共 {found} 对，显示可能性最大的 {count} 对</translation>
    </message>
    <message>
        <source>{count} pairs</source>
        <translation>{count} 对</translation>
    </message>
    <message>
        <source>customers were changed since the search</source>
        <translation>查找之后客户有改动</translation>
    </message>
</context>
<context>
    <name>EditActivity</name>
    <message>
        <source>New activity</source>
        <translation>新建活动</translation>
    </message>
    <message>
        <source>Change this activity</source>
        <translation>修改活动</translation>
    </message>
    <message>
        <source>Hold it again</source>
        <translation>再办一次</translation>
    </message>
    <message>
        <source>Sheet, run and estimates are copied, guests are invited anew.</source>
        <translation>复制筹备事项、流程和预算，客户重新邀请。</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>开始筹备</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>Saving an activity</source>
        <translation>正在保存活动</translation>
    </message>
</context>
<context>
    <name>EditComplaint</name>
    <message>
        <source>New complaint</source>
        <translation>登记投诉或异议</translation>
    </message>
    <message>
        <source>Complaint {number}</source>
        <translation>投诉 {number}</translation>
    </message>
    <message>
        <source>Take it down</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>无</translation>
    </message>
    <message>
        <source>By how serious it is</source>
        <translation>按严重程度自动确定</translation>
    </message>
    <message>
        <source>The manager in charge</source>
        <translation>客户经理</translation>
    </message>
    <message>
        <source>Choose the customer, or write who it was.</source>
        <translation>请选择客户，或写明是谁。</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>Saving a complaint</source>
        <translation>正在保存投诉</translation>
    </message>
</context>
<context>
    <name>EditCustomers</name>
    <message>
        <source>(empty)</source>
        <translation>（空）</translation>
    </message>
    <message>
        <source>Add a tag</source>
        <translation>添加标签</translation>
    </message>
    <message>
        <source>All of them have this value already.</source>
        <translation>所选客户已是这个值，无需修改。</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Change 1 customer</source>
        <translation>修改 1 位客户</translation>
    </message>
    <message>
        <source>Change {count} customers</source>
        <translation>修改 {count} 位客户</translation>
    </message>
    <message>
        <source>Changing customers</source>
        <translation>正在修改客户</translation>
    </message>
    <message>
        <source>Changing…</source>
        <translation>正在修改…</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>New value</source>
        <translation>新值</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Now: {values}</source>
        <translation>现为：{values}</translation>
    </message>
    <message>
        <source>Remove a tag</source>
        <translation>取消标签</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>What to change</source>
        <translation>修改项目</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>other values: {count}</source>
        <translation>其他 {count} 位</translation>
    </message>
    <message>
        <source>{changing} of {chosen} will change.</source>
        <translation>已选 {chosen} 位，将修改 {changing} 位。</translation>
    </message>
    <message>
        <source>{former}: {count}</source>
        <translation>{former} {count} 位</translation>
    </message>
    <message>
        <source>“{tag}” will be added to the chosen customers ({count}).</source>
        <translation>将为所选 {count} 位客户添加标签“{tag}”。</translation>
    </message>
    <message>
        <source>“{tag}” will be removed from the chosen customers ({count}) who have it.</source>
        <translation>所选 {count} 位客户中，有标签“{tag}”的将被取消。</translation>
    </message>
</context>
<context>
    <name>EditGoal</name>
    <message>
        <source>Begin</source>
        <translation>建立</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>专项活动</translation>
    </message>
    <message>
        <source>Change this campaign</source>
        <translation>修改此专项活动</translation>
    </message>
    <message>
        <source>Its targets are added next.</source>
        <translation>接下来再添加各项指标。</translation>
    </message>
    <message>
        <source>New goal</source>
        <translation>新建目标</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>期间</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Saving a goal</source>
        <translation>保存目标</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>Year, quarter or month</source>
        <translation>年、季或月</translation>
    </message>
</context>
<context>
    <name>EditGreeting</name>
    <message>
        <source>What a customer gets</source>
        <translation>客户看到的内容</translation>
    </message>
    <message>
        <source>any way</source>
        <translation>不限方式</translation>
    </message>
    <message>
        <source>anybody&apos;s</source>
        <translation>不限</translation>
    </message>
</context>
<context>
    <name>EditLine</name>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>Saving a line</source>
        <translation>正在保存一行</translation>
    </message>
</context>
<context>
    <name>EditNeed</name>
    <message>
        <source>nobody yet</source>
        <translation>暂未指定</translation>
    </message>
</context>
<context>
    <name>EditNotice</name>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Change the notice</source>
        <translation>修改告知事项</translation>
    </message>
    <message>
        <source>Customers concerned: {count}</source>
        <translation>涉及客户：{count} 位</translation>
    </message>
    <message>
        <source>It concerns nobody: choose whom to tell.</source>
        <translation>没有涉及任何客户，请选择告知对象。</translation>
    </message>
    <message>
        <source>Maturing from</source>
        <translation>到期日不早于</translation>
    </message>
    <message>
        <source>Maturing until</source>
        <translation>到期日不晚于</translation>
    </message>
    <message>
        <source>New notice</source>
        <translation>新建告知事项</translation>
    </message>
    <message>
        <source>Part of the product&apos;s name</source>
        <translation>产品名称包含</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Saving a notice</source>
        <translation>正在保存告知事项</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>The {count} customers of the list</source>
        <translation>列表中的 {count} 位客户</translation>
    </message>
    <message>
        <source>Who holds such a product</source>
        <translation>持有以下产品的客户</translation>
    </message>
    <message>
        <source>Whom it concerns</source>
        <translation>告知对象</translation>
    </message>
    <message>
        <source>any way</source>
        <translation>不限方式</translation>
    </message>
    <message>
        <source>every kind</source>
        <translation>所有种类</translation>
    </message>
    <message>
        <source>ours</source>
        <translation>本行</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
</context>
<context>
    <name>EditOrganisation</name>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>New organisation</source>
        <translation>新建单位</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Saving an organisation</source>
        <translation>正在保存单位</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
</context>
<context>
    <name>EditPlan</name>
    <message>
        <source>New plan</source>
        <translation>新建计划</translation>
    </message>
    <message>
        <source>Change this plan</source>
        <translation>修改计划</translation>
    </message>
    <message>
        <source>Copy to the next period</source>
        <translation>复制到下一期</translation>
    </message>
    <message>
        <source>All sub-plans are copied; contacts are made anew.</source>
        <translation>复制全部子计划，联系需重新生成。</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>no goal</source>
        <translation>不关联目标</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>Saving a plan</source>
        <translation>正在保存计划</translation>
    </message>
</context>
<context>
    <name>EditQuestion</name>
    <message>
        <source>The answer is promised by</source>
        <translation>答应答复的日期</translation>
    </message>
    <message>
        <source>Answer to: {question}</source>
        <translation>答复：{question}</translation>
    </message>
</context>
<context>
    <name>EditScript</name>
    <message>
        <source>How it sounds</source>
        <translation>说出来是这样</translation>
    </message>
    <message>
        <source>every customer</source>
        <translation>所有客户</translation>
    </message>
</context>
<context>
    <name>EditSurvey</name>
    <message>
        <source>About this survey</source>
        <translation>调研说明</translation>
    </message>
    <message>
        <source>All customers</source>
        <translation>全部客户</translation>
    </message>
    <message>
        <source>Anonymous: nobody can tell who gave which answers</source>
        <translation>匿名：任何人都看不出答卷是谁填的</translation>
    </message>
    <message>
        <source>As it was chosen</source>
        <translation>维持原来的选择</translation>
    </message>
    <message>
        <source>Make the draft</source>
        <translation>建立草稿</translation>
    </message>
    <message>
        <source>New survey</source>
        <translation>新建调研</translation>
    </message>
    <message>
        <source>Questions from</source>
        <translation>问卷模板</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Saving a survey</source>
        <translation>正在保存调研</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>Drawn when it opens</source>
        <translation>开始调研时随机产生</translation>
    </message>
</context>
<context>
    <name>EditTarget</name>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Add a target</source>
        <translation>添加指标</translation>
    </message>
    <message>
        <source>CNY</source>
        <translation>元</translation>
    </message>
    <message>
        <source>Change this target</source>
        <translation>修改此指标</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Saving a target</source>
        <translation>保存指标</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>all but loans and cards</source>
        <translation>除贷款和信用卡外全部</translation>
    </message>
    <message>
        <source>for example 12,000,000</source>
        <translation>例如 1200万</translation>
    </message>
</context>
<context>
    <name>EditText</name>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Fields, put in by a click</source>
        <translation>字段（点击插入）</translation>
    </message>
    <message>
        <source>For my own use only</source>
        <translation>仅供本人使用</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Saving a text</source>
        <translation>正在保存文本</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>every tier</source>
        <translation>所有层级</translation>
    </message>
</context>
<context>
    <name>EntryDetail</name>
    <message>
        <source>After</source>
        <translation>改后</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>改前</translation>
    </message>
    <message>
        <source>Entry {number}, {when}, {who}</source>
        <translation>第 {number} 条，{when}，{who}</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>This entry changed no row; it records an act.</source>
        <translation>本条只记录操作，没有改动数据。</translation>
    </message>
    <message>
        <source>What this entry changed</source>
        <translation>本条记录的改动</translation>
    </message>
    <message>
        <source>{kind}: {about}</source>
        <translation>{kind}：{about}</translation>
    </message>
</context>
<context>
    <name>EntryPart</name>
    <message>
        <source>Answers are entered once the survey is opened.</source>
        <translation>开始调研以后才能录入答卷。</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>Correcting a form that was entered</source>
        <translation>正在更正已录入的答卷</translation>
    </message>
    <message>
        <source>Forms entered</source>
        <translation>已录入的答卷</translation>
    </message>
    <message>
        <source>Leave it as it was</source>
        <translation>不改了</translation>
    </message>
    <message>
        <source>No form has been entered.</source>
        <translation>还没有录入答卷。</translation>
    </message>
    <message>
        <source>Save, next form</source>
        <translation>保存，下一份</translation>
    </message>
    <message>
        <source>Saving a form</source>
        <translation>正在保存答卷</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Taking a form out</source>
        <translation>正在删除答卷</translation>
    </message>
    <message>
        <source>The asking has ended. To enter more answers, open the survey again.</source>
        <translation>调研已结束。要继续录入，请先重新开始调研。</translation>
    </message>
    <message>
        <source>The form is saved.</source>
        <translation>答卷已保存。</translation>
    </message>
</context>
<context>
    <name>EraseCustomer</name>
    <message>
        <source>Delete at the customer&apos;s request?</source>
        <translation>应客户要求删除？</translation>
    </message>
    <message>
        <source>{name} {number}</source>
        <translation>{name} {number}</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>彻底删除</translation>
    </message>
    <message>
        <source>Keep products and figures of assets under the customer number alone</source>
        <translation>仅以客户号保留持有产品和资产数据</translation>
    </message>
    <message>
        <source>The law makes a bank keep records of dealings ten years (反洗钱法, article 34). Without the tick they go as well: only where the bank keeps them elsewhere.</source>
        <translation>法律要求银行保存交易记录十年（反洗钱法第三十四条）。不勾选则一并删除，仅适用于银行另有保存的情形。</translation>
    </message>
    <message>
        <source>This cannot be undone. Backups hold it until they are thinned out, at most two years.</source>
        <translation>此操作不可撤销。备份中的内容会随备份清理而消失，最长两年。</translation>
    </message>
    <message>
        <source>Deleted: {what}</source>
        <translation>删除：{what}</translation>
    </message>
    <message>
        <source>Kept: {what}</source>
        <translation>保留：{what}</translation>
    </message>
    <message>
        <source>the record itself</source>
        <translation>档案本身</translation>
    </message>
    <message>
        <source>Deleting…</source>
        <translation>正在删除…</translation>
    </message>
    <message>
        <source>Deleting at a customer&apos;s request</source>
        <translation>正在应客户要求删除</translation>
    </message>
    <message>
        <source>What they refused stays {years} years, known by a code of their numbers only: whoever comes back is not called against their word.</source>
        <translation>其拒绝联系的意愿保存 {years} 年，仅以号码的编码识别，以后再建档也不会违背其意愿去联系。</translation>
    </message>
</context>
<context>
    <name>EvaluateActivity</name>
    <message>
        <source>Evaluate “{name}”</source>
        <translation>评估“{name}”</translation>
    </message>
    <message>
        <source>Evaluate and close</source>
        <translation>评估并结束</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>Saving an evaluation</source>
        <translation>正在保存评估</translation>
    </message>
    <message>
        <source>{asked} were invited, {came} came, {heads} people in all. The activity is closed and stays as it is; {left} thanks that were not said are dropped.</source>
        <translation>邀请 {asked} 户，到场 {came} 户，共 {heads} 人。评估后活动结束，不再改动；未表达的 {left} 条感谢作废。</translation>
    </message>
</context>
<context>
    <name>EvaluatePlan</name>
    <message>
        <source>Evaluate “{plan}”</source>
        <translation>评估“{plan}”</translation>
    </message>
    <message>
        <source>{done} of {items} contacts were made ({share}). The plan is closed; {rest} still open count as not made.</source>
        <translation>共 {items} 次联系，完成 {done} 次（{share}）。评估后计划结束，未完成的 {rest} 次计为未联系。</translation>
    </message>
    <message>
        <source>Evaluate and close</source>
        <translation>评估并结束</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>Saving an evaluation</source>
        <translation>正在保存评估</translation>
    </message>
</context>
<context>
    <name>ExpireDue</name>
    <message>
        <source>Delete what is due?</source>
        <translation>删除到期内容？</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>彻底删除</translation>
    </message>
    <message>
        <source>It is deleted for good, in the records of changes too; that it was is recorded. Backups hold it until they are thinned out, at most two years.</source>
        <translation>将彻底删除，变更记录中的内容也一并删除；删除这件事本身会留痕。备份中的内容会随备份清理而消失，最长两年。</translation>
    </message>
    <message>
        <source>{count} customers with whom nothing was had since {day}</source>
        <translation>{count} 位客户，自 {day} 以前起再无往来</translation>
    </message>
    <message>
        <source>{count} records of contacts of before {day}</source>
        <translation>{count} 条 {day} 以前的联系记录</translation>
    </message>
    <message>
        <source>{count} documents of before {day}</source>
        <translation>{count} 份 {day} 以前的附件</translation>
    </message>
    <message>
        <source>{count} entries of the audit trail of before {day}</source>
        <translation>{count} 条 {day} 以前的审计记录</translation>
    </message>
    <message>
        <source>Lost with everything beside them: {names}</source>
        <translation>连同其全部资料一并删除：{names}</translation>
    </message>
    <message>
        <source>What came of them (promises, tasks, next steps) stays.</source>
        <translation>由此产生的承诺、协办和后续事项保留。</translation>
    </message>
    <message>
        <source>Their files are deleted from the vault&apos;s folder as well.</source>
        <translation>档案库文件夹中的附件文件也会删除。</translation>
    </message>
    <message>
        <source>What is left can be verified as before; nothing of before can be undone or looked up.</source>
        <translation>余下部分仍可校验；此前的操作不能再撤销或查询。</translation>
    </message>
    <message>
        <source>Deleting…</source>
        <translation>正在删除…</translation>
    </message>
    <message>
        <source>Letting the audit trail&apos;s beginning go</source>
        <translation>正在清理到期的审计记录</translation>
    </message>
    <message>
        <source>Deleting what is due</source>
        <translation>正在删除到期内容</translation>
    </message>
    <message>
        <source>{count} refusals of people who left before {day}</source>
        <translation>{day}前离开者的拒绝联系记录 {count} 条</translation>
    </message>
    <message>
        <source>Whoever comes back by an import is then called like anybody else.</source>
        <translation>删除后，如再随导入文件进来，将按普通客户联系。</translation>
    </message>
</context>
<context>
    <name>ExportCalendar</name>
    <message>
        <source>Calendar</source>
        <translation>维护日历</translation>
    </message>
    <message>
        <source>Calendar file</source>
        <translation>日历文件</translation>
    </message>
    <message>
        <source>Cancelled. No file was written.</source>
        <translation>已取消，没有写出文件。</translation>
    </message>
    <message>
        <source>Exporting the calendar</source>
        <translation>导出日历</translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation>正在导出…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>For instance: audit by the head office</source>
        <translation>例如：总行检查</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>Names are masked as in the list. The export is recorded in the audit trail.</source>
        <translation>姓名与列表一样脱敏。导出会记入审计日志。</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
    <message>
        <source>What stands open on these days under the filters in force, for other programs.</source>
        <translation>导出这些日子里符合当前筛选的未办事项，供其他日历软件使用。</translation>
    </message>
    <message>
        <source>Why full names are needed</source>
        <translation>需要完整姓名的原因</translation>
    </message>
    <message>
        <source>Without a reason, names stay masked. The export is recorded in the audit trail.</source>
        <translation>不填原因则姓名保持脱敏。导出会记入审计日志。</translation>
    </message>
</context>
<context>
    <name>ExportList</name>
    <message>
        <source>All ({count})</source>
        <translation>全部（{count}）</translation>
    </message>
    <message>
        <source>As listed ({count})</source>
        <translation>列表中的全部（{count}）</translation>
    </message>
    <message>
        <source>As shown ({count})</source>
        <translation>与列表一致（{count}）</translation>
    </message>
    <message>
        <source>CSV, GB18030</source>
        <translation>CSV（GB18030）</translation>
    </message>
    <message>
        <source>CSV, UTF-8</source>
        <translation>CSV（UTF-8）</translation>
    </message>
    <message>
        <source>Cancelled. No file was written.</source>
        <translation>已取消，没有写出任何文件。</translation>
    </message>
    <message>
        <source>Cards (.vcf)</source>
        <translation>名片（.vcf）</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Excel (.xlsx)</source>
        <translation>Excel（.xlsx）</translation>
    </message>
    <message>
        <source>Export: {list}</source>
        <translation>导出：{list}</translation>
    </message>
    <message>
        <source>Exporting a list</source>
        <translation>正在导出列表</translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation>正在导出…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>For instance: audit by the head office</source>
        <translation>例如：总行检查</translation>
    </message>
    <message>
        <source>Kind of file</source>
        <translation>文件类型</translation>
    </message>
    <message>
        <source>Only the marked ones ({count})</source>
        <translation>仅已勾选（{count}）</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>导出进度</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行</translation>
    </message>
    <message>
        <source>The export is recorded in the audit trail.</source>
        <translation>导出会记入审计记录。</translation>
    </message>
    <message>
        <source>Values leave in full.</source>
        <translation>将导出完整信息。</translation>
    </message>
    <message>
        <source>Values stay masked as in the list.</source>
        <translation>按列表的脱敏方式导出。</translation>
    </message>
    <message>
        <source>Why exact values are needed</source>
        <translation>需要完整信息的原因</translation>
    </message>
    <message>
        <source>Without a reason, values stay masked as in the list.</source>
        <translation>不填写原因时，按列表的脱敏方式导出。</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} / {total}</translation>
    </message>
    <message>
        <source>{rows} rows saved as {path}</source>
        <translation>已导出 {rows} 行到 {path}</translation>
    </message>
</context>
<context>
    <name>FamilyGraph</name>
    <message>
        <source>Enter goes to this customer</source>
        <translation>按 Enter 转到该客户</translation>
    </message>
    <message>
        <source>Family and relations</source>
        <translation>家庭与关系</translation>
    </message>
    <message>
        <source>self</source>
        <translation>本人</translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>All rows with any cell filled; each of them is in exactly one of the others.</source>
        <translation>文件中有内容的全部行；每一行只计入右边的一项。</translation>
    </message>
    <message>
        <source>Rows of the file</source>
        <translation>文件行数</translation>
    </message>
</context>
<context>
    <name>FileCard</name>
    <message>
        <source>As you said: {target}.</source>
        <translation>按您的指定：{target}。</translation>
    </message>
    <message>
        <source>Being read …</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Imported: {new} new, {updated} updated, {unchanged} unchanged, {rejected} rejected.</source>
        <translation>已导入：新增 {new}，更新 {updated}，无变化 {unchanged}，退回 {rejected}。</translation>
    </message>
    <message>
        <source>These are answers to a survey. Leave the file out here, and import it under Surveys, in the survey they answer.</source>
        <translation>这是调研的答卷。请在此移除该文件，到“调研”中打开对应的调研再导入。</translation>
    </message>
    <message>
        <source>It could not be told what this file holds. Say so at the right, or leave it out.</source>
        <translation>无法判断文件内容。请在右侧指定，或移除此文件。</translation>
    </message>
    <message>
        <source>Leave this file out</source>
        <translation>移除此文件</translation>
    </message>
    <message>
        <source>None of these</source>
        <translation>都不是</translation>
    </message>
    <message>
        <source>Recognised by its columns as: {target}.</source>
        <translation>已按栏目识别为：{target}。</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>工作表</translation>
    </message>
    <message>
        <source>The import was taken back.</source>
        <translation>本次导入已撤销。</translation>
    </message>
    <message>
        <source>What the file holds</source>
        <translation>文件内容</translation>
    </message>
    <message>
        <source>{count} rows</source>
        <translation>{count} 行</translation>
    </message>
    <message>
        <source>{rows} rows, {columns} columns</source>
        <translation>{rows} 行，{columns} 栏</translation>
    </message>
</context>
<context>
    <name>FilesPage</name>
    <message>
        <source>Choose files…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Drag tables of other systems here, or choose them: .xlsx, .xls or CSV files with customers, holdings, assets, relations, dates or contacts. Nothing is written before you have seen it.</source>
        <translation>把其他系统导出的表格拖到这里，或点击选择：客户、持有产品、资产、关系、重要日期、联系记录的 .xlsx、.xls 或 CSV 文件。写入之前都会先给您预览。</translation>
    </message>
    <message>
        <source>More files…</source>
        <translation>添加文件…</translation>
    </message>
</context>
<context>
    <name>FilterButton</name>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Filter: {count}</source>
        <translation>筛选：{count}</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
</context>
<context>
    <name>FilterRow</name>
    <message>
        <source>Apply</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>条件</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Kind: {kind}</source>
        <translation>类别：{kind}</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>员工</translation>
    </message>
    <message>
        <source>Person: {name}</source>
        <translation>员工：{name}</translation>
    </message>
    <message>
        <source>Remove all conditions</source>
        <translation>清除全部条件</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>About: {what}</source>
        <translation>对象：{what}</translation>
    </message>
    <message>
        <source>Customer…</source>
        <translation>客户…</translation>
    </message>
    <message>
        <source>Days…</source>
        <translation>指定日期…</translation>
    </message>
    <message>
        <source>Customer: {name}</source>
        <translation>客户：{name}</translation>
    </message>
    <message>
        <source>Days: {first} to {last}</source>
        <translation>日期：{first} 至 {last}</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Close the search</source>
        <translation>关闭查找</translation>
    </message>
    <message>
        <source>Find on the pages</source>
        <translation>在页面中查找</translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation>下一处</translation>
    </message>
    <message>
        <source>Not on these pages</source>
        <translation>页面中没有</translation>
    </message>
    <message>
        <source>Previous hit</source>
        <translation>上一处</translation>
    </message>
    <message>
        <source>Searching the pages</source>
        <translation>正在查找</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>第 {number} 处，共 {count} 处</translation>
    </message>
</context>
<context>
    <name>FirstStartWindow</name>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>Back to the code</source>
        <translation>返回恢复码</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>开始使用</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Making the vault</source>
        <translation>正在建立档案库</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation>恢复码</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop making the vault?</source>
        <translation>停止建立档案库？</translation>
    </message>
    <message>
        <source>The branch</source>
        <translation>网点</translation>
    </message>
    <message>
        <source>The first person</source>
        <translation>首位员工</translation>
    </message>
    <message>
        <source>The vault is not finished. Nothing of it is kept, and the code opens nothing.</source>
        <translation>档案库还没有建好。停止后不保留任何内容，这个恢复码也打不开任何东西。</translation>
    </message>
    <message>
        <source>Manual</source>
        <translation>使用手册</translation>
    </message>
</context>
<context>
    <name>FoldHead</name>
    <message>
        <source>folded</source>
        <translation>已折叠</translation>
    </message>
    <message>
        <source>open</source>
        <translation>已展开</translation>
    </message>
</context>
<context>
    <name>FormDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Leave without saving?</source>
        <translation>不保存就离开？</translation>
    </message>
    <message>
        <source>What you filled in is not saved yet.</source>
        <translation>填写的内容还没有保存。</translation>
    </message>
    <message>
        <source>Do not save</source>
        <translation>不保存</translation>
    </message>
    <message>
        <source>Go on writing</source>
        <translation>继续填写</translation>
    </message>
    <message>
        <source>Manual</source>
        <translation>使用手册</translation>
    </message>
</context>
<context>
    <name>FormPreview</name>
    <message>
        <source>Language of the preview</source>
        <translation>预览语言</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
</context>
<context>
    <name>FormRow</name>
    <message>
        <source>Caps Lock is on</source>
        <translation>大写锁定已打开</translation>
    </message>
    <message>
        <source>Please fill in: {field}</source>
        <translation>请填写：{field}</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>必填</translation>
    </message>
</context>
<context>
    <name>FrameCommands</name>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>转到(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>About rmdesk</source>
        <translation>关于 rmdesk</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Find a command…</source>
        <translation>查找命令…</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>转到</translation>
    </message>
    <message>
        <source>He&amp;re</source>
        <translation>本页(&amp;R)</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>本页</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>Nothing more here</source>
        <translation>本页没有更多操作</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>刷新</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Manual</source>
        <translation>使用手册</translation>
    </message>
    <message>
        <source>Print the quick card…</source>
        <translation>打印快捷卡片…</translation>
    </message>
    <message>
        <source>Print the manual…</source>
        <translation>打印使用手册…</translation>
    </message>
</context>
<context>
    <name>GoToDay</name>
    <message>
        <source>9.25, next Friday, Lunar 8-15</source>
        <translation>9.25、下周五、农历八月十五</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>转到</translation>
    </message>
    <message>
        <source>Go to a day</source>
        <translation>转到某天</translation>
    </message>
</context>
<context>
    <name>GoalsPart</name>
    <message>
        <source>Add a target</source>
        <translation>添加指标</translation>
    </message>
    <message>
        <source>Add a target…</source>
        <translation>添加指标…</translation>
    </message>
    <message>
        <source>Change this campaign…</source>
        <translation>修改此专项活动…</translation>
    </message>
    <message>
        <source>Change this target…</source>
        <translation>修改此指标…</translation>
    </message>
    <message>
        <source>Due by now</source>
        <translation>应完成</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Goal above in the list</source>
        <translation>列表中上一个目标</translation>
    </message>
    <message>
        <source>Goal below in the list</source>
        <translation>列表中下一个目标</translation>
    </message>
    <message>
        <source>Make the months</source>
        <translation>分解到月</translation>
    </message>
    <message>
        <source>Making the months</source>
        <translation>分解到月</translation>
    </message>
    <message>
        <source>New goal</source>
        <translation>新建目标</translation>
    </message>
    <message>
        <source>New goal…</source>
        <translation>新建目标…</translation>
    </message>
    <message>
        <source>Not split</source>
        <translation>未分解</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Remove this goal</source>
        <translation>删除此目标</translation>
    </message>
    <message>
        <source>Remove this target</source>
        <translation>删除此指标</translation>
    </message>
    <message>
        <source>Removing a goal</source>
        <translation>删除目标</translation>
    </message>
    <message>
        <source>Removing a target</source>
        <translation>删除指标</translation>
    </message>
    <message>
        <source>Save the split</source>
        <translation>保存分解</translation>
    </message>
    <message>
        <source>Saving a result</source>
        <translation>保存结果</translation>
    </message>
    <message>
        <source>Saving a split</source>
        <translation>保存分解</translation>
    </message>
    <message>
        <source>Somebody else changed it meanwhile. Save again to put yours in force.</source>
        <translation>期间已有他人修改。再次保存，将以您的内容为准。</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>There is no goal yet. Begin with the year; months and parts are made from it.</source>
        <translation>还没有目标。请从年度目标开始，再分解到月、分解到人。</translation>
    </message>
    <message>
        <source>This goal has no targets yet.</source>
        <translation>这个目标还没有指标。</translation>
    </message>
    <message>
        <source>behind</source>
        <translation>落后</translation>
    </message>
    <message>
        <source>campaign</source>
        <translation>专项</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>未保存</translation>
    </message>
    <message>
        <source>reached</source>
        <translation>已达成</translation>
    </message>
    <message>
        <source>{days}, {elapsed} of the time is over</source>
        <translation>{days}，时间已过 {elapsed}</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Print this goal…</source>
        <translation>打印这个目标…</translation>
    </message>
</context>
<context>
    <name>GoingOut</name>
    <message>
        <source>Calendar file</source>
        <translation>日历文件</translation>
    </message>
    <message>
        <source>Your role may not export.</source>
        <translation>您的角色不能导出。</translation>
    </message>
    <message>
        <source>{count} events saved as {path}</source>
        <translation>{count} 件事项已保存为 {path}</translation>
    </message>
</context>
<context>
    <name>GradesPage</name>
    <message>
        <source>The customer&apos;s place among the tiers: five stars in the highest.</source>
        <translation>客户所在的层级：最高层级计五星。</translation>
    </message>
    <message>
        <source>Contacts and purchases of the last twelve months.</source>
        <translation>最近十二个月的联系和购买次数。</translation>
    </message>
    <message>
        <source>Whom they referred, and whom they are related to.</source>
        <translation>转介绍的人数和有关系的人数。</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>调整影响</translation>
    </message>
    <message>
        <source>{stars} stars from</source>
        <translation>{stars}星起点</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>正在计算…</translation>
    </message>
    <message>
        <source>{count} customers: {to} stars instead of {former} would be proposed</source>
        <translation>{count} 位客户将由 {former} 星改为建议 {to} 星</translation>
    </message>
    <message>
        <source>and {count} others</source>
        <translation>另有 {count} 位</translation>
    </message>
    <message>
        <source>Nobody is proposed other stars by it.</source>
        <translation>没有客户的建议星级因此改变。</translation>
    </message>
</context>
<context>
    <name>GradesPart</name>
    <message>
        <source>More stars</source>
        <translation>升星</translation>
    </message>
    <message>
        <source>Fewer stars</source>
        <translation>降星</translation>
    </message>
    <message>
        <source>First stars</source>
        <translation>首次评星</translation>
    </message>
    <message>
        <source>Tiers</source>
        <translation>层级变动</translation>
    </message>
    <message>
        <source>What is proposed</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>Nobody is to get more stars.</source>
        <translation>没有建议升星的客户。</translation>
    </message>
    <message>
        <source>Nobody is to lose a star.</source>
        <translation>没有建议降星的客户。</translation>
    </message>
    <message>
        <source>Everybody has stars already.</source>
        <translation>所有客户都已评星。</translation>
    </message>
    <message>
        <source>Nobody changed tier in the last 90 days, or is about to.</source>
        <translation>近90天没有客户变动层级，也没有即将变动的。</translation>
    </message>
    <message>
        <source>Confirm these stars</source>
        <translation>确认这些星级</translation>
    </message>
    <message>
        <source>Next list</source>
        <translation>下一个列表</translation>
    </message>
    <message>
        <source>List before</source>
        <translation>上一个列表</translation>
    </message>
    <message>
        <source>Stars</source>
        <translation>星级</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>From</source>
        <translation>由</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>about to</source>
        <translation>即将变动</translation>
    </message>
    <message>
        <source>rose</source>
        <translation>已升级</translation>
    </message>
    <message>
        <source>fell</source>
        <translation>已降级</translation>
    </message>
    <message>
        <source>balance of {day}: {amount}</source>
        <translation>{day}时点余额{amount}</translation>
    </message>
    <message>
        <source>figure of {day}: {amount}</source>
        <translation>{day}资产{amount}</translation>
    </message>
    <message>
        <source>What follows</source>
        <translation>带来的变化</translation>
    </message>
    <message>
        <source>{count} customers</source>
        <translation>{count}位客户</translation>
    </message>
    <message>
        <source>{count} marked</source>
        <translation>已选{count}位</translation>
    </message>
    <message>
        <source>Confirming stars</source>
        <translation>确认星级</translation>
    </message>
    <message>
        <source>Some were changed meanwhile</source>
        <translation>有些客户的星级刚被改过</translation>
    </message>
    <message>
        <source>{count} customers got other stars from somebody else, and keep them.</source>
        <translation>{count}位客户的星级刚被别人改过，予以保留。</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>正在计算…</translation>
    </message>
</context>
<context>
    <name>GreetingBox</name>
    <message>
        <source>Another</source>
        <translation>换一条</translation>
    </message>
    <message>
        <source>Another one was sent on {day}</source>
        <translation>已于{day}发过另一条</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Every text was used for this customer in the last two years: write a new one.</source>
        <translation>两年内所有祝福语都已对该客户用过，请新写一条。</translation>
    </message>
    <message>
        <source>Greeting</source>
        <translation>祝福语</translation>
    </message>
    <message>
        <source>Not sent before</source>
        <translation>未发过</translation>
    </message>
    <message>
        <source>Not the same as last time, not sent this year</source>
        <translation>与上次不同，今年未发过</translation>
    </message>
    <message>
        <source>Print the greeting</source>
        <translation>打印祝福语</translation>
    </message>
    <message>
        <source>Remembering the greeting</source>
        <translation>正在登记祝福语</translation>
    </message>
    <message>
        <source>Sent on {day} by {name}</source>
        <translation>{name}已于{day}发送</translation>
    </message>
</context>
<context>
    <name>GreetingsPage</name>
    <message>
        <source>A text that was used for a customer is not offered again for them for two years. Your own texts are offered first, then the more special ones.</source>
        <translation>对某位客户用过的祝福语，两年内不再向其推荐。优先推荐您自己的，其次是更有针对性的。</translation>
    </message>
</context>
<context>
    <name>Grid</name>
    <message>
        <source>Day off: {holiday}</source>
        <translation>放假：{holiday}</translation>
    </message>
    <message>
        <source>The year&apos;s arrangement of holidays is not known yet: weekends are a guess</source>
        <translation>该年放假安排尚未公布，周末仅为推测</translation>
    </message>
    <message>
        <source>Worked for {holiday}</source>
        <translation>{holiday}调休上班</translation>
    </message>
    <message>
        <source>off</source>
        <translation>休</translation>
    </message>
    <message>
        <source>work</source>
        <translation>班</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>另 {count} 件</translation>
    </message>
</context>
<context>
    <name>GridSection</name>
    <message>
        <source>Removing</source>
        <translation>正在删除</translation>
    </message>
</context>
<context>
    <name>GuestsView</name>
    <message>
        <source>Which guests</source>
        <translation>显示哪些人</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>To be invited</source>
        <translation>待邀请</translation>
    </message>
    <message>
        <source>To answer</source>
        <translation>待答复</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>答应参加</translation>
    </message>
    <message>
        <source>Came</source>
        <translation>到场</translation>
    </message>
    <message>
        <source>Did not come</source>
        <translation>未到场</translation>
    </message>
    <message>
        <source>Left in peace</source>
        <translation>不宜打扰</translation>
    </message>
    <message>
        <source>Name, pinyin, phone</source>
        <translation>姓名、拼音、电话</translation>
    </message>
    <message>
        <source>Invite…</source>
        <translation>邀请…</translation>
    </message>
    <message>
        <source>Sent to the marked…</source>
        <translation>已发给所选…</translation>
    </message>
    <message>
        <source>Take off</source>
        <translation>移出名单</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>客户经理</translation>
    </message>
    <message>
        <source>Way</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Invite on</source>
        <translation>邀请日</translation>
    </message>
    <message>
        <source>Invitation</source>
        <translation>邀请</translation>
    </message>
    <message>
        <source>Along</source>
        <translation>随行</translation>
    </message>
    <message>
        <source>Guests</source>
        <translation>名单</translation>
    </message>
    <message>
        <source>{yes} accepted, {heads} people</source>
        <translation>{yes} 户答应参加，共 {heads} 人</translation>
    </message>
    <message>
        <source> of {seats} seats</source>
        <translation>/{seats} 席</translation>
    </message>
    <message>
        <source>Nobody is on this list yet.</source>
        <translation>名单上还没有人。</translation>
    </message>
    <message>
        <source>Nobody is found by this.</source>
        <translation>没有符合的人。</translation>
    </message>
    <message>
        <source>More than there are seats?</source>
        <translation>超过席位？</translation>
    </message>
    <message>
        <source>Take them all the same</source>
        <translation>照样接受</translation>
    </message>
    <message>
        <source>Saving an answer</source>
        <translation>正在保存答复</translation>
    </message>
    <message>
        <source>Taking customers off the list</source>
        <translation>正在移出名单</translation>
    </message>
    <message>
        <source>Who was invited already stays on the list.</source>
        <translation>已经邀请的客户留在名单上。</translation>
    </message>
    <message>
        <source>Nobody was taken off</source>
        <translation>没有移出任何人</translation>
    </message>
    <message>
        <source>Open the customer</source>
        <translation>打开客户档案</translation>
    </message>
</context>
<context>
    <name>HalfHeads</name>
    <message>
        <source>Completion</source>
        <translation>完成情况</translation>
    </message>
    <message>
        <source>Enter puts it on the plan</source>
        <translation>按 Enter 列入计划</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>Proposed</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>{count} filled in</source>
        <translation>{count} 件已填</translation>
    </message>
    <message>
        <source>{count} items</source>
        <translation>{count} 件</translation>
    </message>
    <message>
        <source>{count} unplanned, listed by themselves</source>
        <translation>计划外 {count} 件自动列入</translation>
    </message>
</context>
<context>
    <name>HandOver</name>
    <message>
        <source>It is shown only now. Tell it to {name} in person, not by message.</source>
        <translation>密码只在此时显示。请当面告诉 {name}，不要用短信或微信发送。</translation>
    </message>
    <message>
        <source>{name} signs in with this password once:</source>
        <translation>{name} 用此密码登录一次：</translation>
    </message>
</context>
<context>
    <name>HandOverActivity</name>
    <message>
        <source>Hand “{name}” over?</source>
        <translation>移交“{name}”？</translation>
    </message>
    <message>
        <source>Somebody else leads it from now on. Invitations stay those of the customers&apos; managers.</source>
        <translation>今后由别人负责。邀请仍由各客户的经理去做。</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>移交</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>Handing an activity over</source>
        <translation>正在移交活动</translation>
    </message>
</context>
<context>
    <name>HandOverPlan</name>
    <message>
        <source>Hand “{plan}” over?</source>
        <translation>移交“{plan}”？</translation>
    </message>
    <message>
        <source>It goes to another manager with its contacts. Customers stay whose they are.</source>
        <translation>计划连同联系一起移交给另一位客户经理，客户的负责人不变。</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>移交</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>Handing a plan over</source>
        <translation>正在移交计划</translation>
    </message>
</context>
<context>
    <name>HandOverTo</name>
    <message>
        <source>Hand over</source>
        <translation>转交</translation>
    </message>
    <message>
        <source>Hand over to</source>
        <translation>转交给</translation>
    </message>
    <message>
        <source>Hand {count} over to</source>
        <translation>{count} 项转交给</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>1 kind</source>
        <translation>1 种</translation>
    </message>
    <message>
        <source>Assets</source>
        <translation>资产规模</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>较上月</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>完整度</translation>
    </message>
    <message>
        <source>Completeness of the record</source>
        <translation>档案完整度</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>No. {number}</source>
        <translation>客户号 {number}</translation>
    </message>
    <message>
        <source>Not known yet: {fields}</source>
        <translation>待补：{fields}</translation>
    </message>
    <message>
        <source>Nothing is missing</source>
        <translation>没有待补内容</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>产品</translation>
    </message>
    <message>
        <source>Show for 30 seconds; this is recorded</source>
        <translation>显示 30 秒，并记入审计记录</translation>
    </message>
    <message>
        <source>{count} kinds</source>
        <translation>{count} 种</translation>
    </message>
</context>
<context>
    <name>HoldActivity</name>
    <message>
        <source>{came} customers came, {heads} people in all. For each customer a contact is recorded; invitations that nobody made are dropped.</source>
        <translation>到场 {came} 户，共 {heads} 人。每户记一条联系记录；未发出的邀请作废。</translation>
    </message>
    <message>
        <source>Thank those who came</source>
        <translation>感谢到场客户</translation>
    </message>
    <message>
        <source>Was “{name}” held?</source>
        <translation>“{name}”已举办？</translation>
    </message>
    <message>
        <source>Plan the thanks</source>
        <translation>安排感谢</translation>
    </message>
    <message>
        <source>It was held</source>
        <translation>确认已举办</translation>
    </message>
    <message>
        <source>Thank those who came on the three working days after it</source>
        <translation>在之后三个工作日内感谢到场客户</translation>
    </message>
    <message>
        <source>as each likes it</source>
        <translation>按客户偏好</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>Saving an activity</source>
        <translation>正在保存活动</translation>
    </message>
</context>
<context>
    <name>ImportFrame</name>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>栏目</translation>
    </message>
    <message>
        <source>Earlier imports</source>
        <translation>导入记录</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
</context>
<context>
    <name>ImportView</name>
    <message>
        <source>All files</source>
        <translation>所有文件</translation>
    </message>
    <message>
        <source>Being imported</source>
        <translation>正在导入</translation>
    </message>
    <message>
        <source>Choose files to import</source>
        <translation>选择要导入的文件</translation>
    </message>
    <message>
        <source>Choose files to import…</source>
        <translation>选择要导入的文件…</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Import {count} rows</source>
        <translation>导入 {count} 行</translation>
    </message>
    <message>
        <source>Import {count} rows, close {closed}</source>
        <translation>导入 {count} 行，结清 {closed} 笔</translation>
    </message>
    <message>
        <source>Import: next step</source>
        <translation>导入：下一步</translation>
    </message>
    <message>
        <source>Import: step back</source>
        <translation>导入：上一步</translation>
    </message>
    <message>
        <source>Importing: {target}</source>
        <translation>导入{target}</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Next file</source>
        <translation>下一个文件</translation>
    </message>
    <message>
        <source>Nothing is written. You can go on working elsewhere meanwhile.</source>
        <translation>尚未写入任何内容，您可以先去做别的。</translation>
    </message>
    <message>
        <source>Preview of an import</source>
        <translation>导入预览</translation>
    </message>
    <message>
        <source>Remembering the mapping</source>
        <translation>记住对应关系</translation>
    </message>
    <message>
        <source>Show the result</source>
        <translation>查看结果</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Until it is complete nothing is kept. You can go on working elsewhere meanwhile.</source>
        <translation>全部完成之前不会保留任何内容，您可以先去做别的。</translation>
    </message>
    <message>
        <source>What the import would do is being tried out</source>
        <translation>正在试算导入结果</translation>
    </message>
    <message>
        <source>file {number} of {count}</source>
        <translation>第 {number} 个文件，共 {count} 个</translation>
    </message>
    <message>
        <source>Backup before an import</source>
        <translation>导入前备份</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>About the segment</source>
        <translation>关于此客群</translation>
    </message>
    <message>
        <source>Bring these conditions back</source>
        <translation>恢复这些条件</translation>
    </message>
    <message>
        <source>By</source>
        <translation>操作人</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>条件</translation>
    </message>
    <message>
        <source>Filter, export, change or tell them all</source>
        <translation>可继续筛选、导出、批量修改或通知</translation>
    </message>
    <message>
        <source>Fix who is in it today</source>
        <translation>固定今天的名单</translation>
    </message>
    <message>
        <source>Fixed on a day</source>
        <translation>固定名单</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>It is not saved yet.</source>
        <translation>尚未保存。</translation>
    </message>
    <message>
        <source>List them in the archive</source>
        <translation>在客户档案中列出</translation>
    </message>
    <message>
        <source>Nobody fixed who is in it. What is fixed stays, whoever comes and goes.</source>
        <translation>还没有固定过名单。名单一经固定，客户进出客群都不再影响它。</translation>
    </message>
    <message>
        <source>Nobody is in it now.</source>
        <translation>目前没有符合条件的客户。</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Who is in it</source>
        <translation>现有客户</translation>
    </message>
    <message>
        <source>Who is in the segment</source>
        <translation>客群中的客户</translation>
    </message>
    <message>
        <source>Who satisfies the conditions stands here.</source>
        <translation>符合条件的客户会列在这里。</translation>
    </message>
    <message>
        <source>counting…</source>
        <translation>正在统计…</translation>
    </message>
    <message>
        <source>customer</source>
        <translation>位客户</translation>
    </message>
    <message>
        <source>customers now</source>
        <translation>位客户（当前）</translation>
    </message>
</context>
<context>
    <name>InviteGuests</name>
    <message>
        <source>Invite to “{name}”</source>
        <translation>邀请参加“{name}”</translation>
    </message>
    <message>
        <source>Each invitation stands in Today of the customer&apos;s manager on its day, around other contacts.</source>
        <translation>每条邀请到日子列入客户经理的今日事项，并避开其他联系。</translation>
    </message>
    <message>
        <source>They fall due once inviting is begun.</source>
        <translation>开始邀请后才到期。</translation>
    </message>
    <message>
        <source>Put on the list</source>
        <translation>列入名单</translation>
    </message>
    <message>
        <source>no segment, only those below</source>
        <translation>不用客群，只选下面的客户</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>as each likes it</source>
        <translation>按客户偏好</translation>
    </message>
    <message>
        <source>Single customers</source>
        <translation>单个客户</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>未列入</translation>
    </message>
    <message>
        <source>Because</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Nobody is left out.</source>
        <translation>没有遗漏。</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>正在计算…</translation>
    </message>
    <message>
        <source>{count} are invited from {first} to {last}, {most} a day at most.</source>
        <translation>邀请 {count} 户，{first} 至 {last}，每天最多 {most} 户。</translation>
    </message>
    <message>
        <source>Nobody would be invited.</source>
        <translation>没有可以邀请的客户。</translation>
    </message>
    <message>
        <source>{count} stand on the list already.</source>
        <translation>{count} 户已在名单上。</translation>
    </message>
    <message>
        <source>{count} are left out.</source>
        <translation>{count} 户未列入。</translation>
    </message>
    <message>
        <source>There are {seats} seats.</source>
        <translation>共 {seats} 席。</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>Putting customers on the list</source>
        <translation>正在列入名单</translation>
    </message>
</context>
<context>
    <name>JudgeWork</name>
    <message>
        <source>Refuse</source>
        <translation>不批准</translation>
    </message>
    <message>
        <source>Refuse this promise?</source>
        <translation>不批准该承诺？</translation>
    </message>
    <message>
        <source>Saving a decision</source>
        <translation>正在保存审批意见</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>Send back</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>Send this visit back?</source>
        <translation>退回该拜访计划？</translation>
    </message>
</context>
<context>
    <name>JumpList</name>
    <message>
        <source>End of the questionnaire</source>
        <translation>结束问卷</translation>
    </message>
    <message>
        <source>Another way after some answer</source>
        <translation>为某个答案设置跳转</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答案</translation>
    </message>
    <message>
        <source>Last answer</source>
        <translation>到哪个答案</translation>
    </message>
    <message>
        <source>Goes on with</source>
        <translation>跳到</translation>
    </message>
    <message>
        <source>If</source>
        <translation>选</translation>
    </message>
    <message>
        <source>to</source>
        <translation>至</translation>
    </message>
</context>
<context>
    <name>KeptTextsPage</name>
    <message>
        <source>Branch</source>
        <translation>网点</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>My own</source>
        <translation>本人</translation>
    </message>
    <message>
        <source>New text</source>
        <translation>新增一条</translation>
    </message>
    <message>
        <source>Not used</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>Occasion</source>
        <translation>场合</translation>
    </message>
    <message>
        <source>Saving a text</source>
        <translation>正在保存文本</translation>
    </message>
    <message>
        <source>Shipped</source>
        <translation>内置</translation>
    </message>
    <message>
        <source>Shipped, changed by the branch</source>
        <translation>内置，网点已修改</translation>
    </message>
    <message>
        <source>for a tier that was removed</source>
        <translation>所属层级已删除</translation>
    </message>
    <message>
        <source>from {tier} on</source>
        <translation>{tier}及以上</translation>
    </message>
</context>
<context>
    <name>LineHeads</name>
    <message>
        <source>First day</source>
        <translation>开始日</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>结束日</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
</context>
<context>
    <name>LineList</name>
    <message>
        <source>{count} more</source>
        <translation>另 {count} 件</translation>
    </message>
    <message>
        <source>{why} (postponed from {day})</source>
        <translation>{why}（由{day}改期）</translation>
    </message>
    <message>
        <source>Take it out</source>
        <translation>去掉</translation>
    </message>
    <message>
        <source>Add (Ins)</source>
        <translation>添加（Ins）</translation>
    </message>
    <message>
        <source>Change (Enter)</source>
        <translation>修改（回车）</translation>
    </message>
    <message>
        <source>Take out (Del)</source>
        <translation>删除（Del）</translation>
    </message>
</context>
<context>
    <name>LineRow</name>
    <message>
        <source>First day</source>
        <translation>开始日</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>结束日</translation>
    </message>
    <message>
        <source>Name of the holiday</source>
        <translation>节假日名称</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>放假</translation>
    </message>
    <message>
        <source>Off or worked</source>
        <translation>放假或上班</translation>
    </message>
    <message>
        <source>Remove this line</source>
        <translation>删除这一行</translation>
    </message>
    <message>
        <source>Worked</source>
        <translation>上班</translation>
    </message>
    <message>
        <source>the same day</source>
        <translation>同一天</translation>
    </message>
</context>
<context>
    <name>ListAndPage</name>
    <message>
        <source>Columns</source>
        <translation>显示的列</translation>
    </message>
    <message>
        <source>Copy the row</source>
        <translation>复制此行</translation>
    </message>
</context>
<context>
    <name>LogPane</name>
    <message>
        <source>Add an item…</source>
        <translation>加一项…</translation>
    </message>
    <message>
        <source>Addendum…</source>
        <translation>补记…</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>修改…</translation>
    </message>
    <message>
        <source>Choose at the right what belongs on the plan: Enter, or drag it here.</source>
        <translation>在右侧选择要列入计划的事项：按 Enter，或拖到这里。</translation>
    </message>
    <message>
        <source>Completion</source>
        <translation>完成情况</translation>
    </message>
    <message>
        <source>Countersign</source>
        <translation>复核</translation>
    </message>
    <message>
        <source>Countersign {count}</source>
        <translation>复核 {count} 份</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>往前</translation>
    </message>
    <message>
        <source>Go to today</source>
        <translation>回到今天</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>往后</translation>
    </message>
    <message>
        <source>Logs to countersign</source>
        <translation>待复核的日志</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>News of the day…</source>
        <translation>当日资讯…</translation>
    </message>
    <message>
        <source>Nothing is planned for this day. What is due is proposed; you choose.</source>
        <translation>这一天还没有计划。系统列出到期事项，由您选择。</translation>
    </message>
    <message>
        <source>Nothing was planned or done on this day.</source>
        <translation>这一天没有计划，也没有联系记录。</translation>
    </message>
    <message>
        <source>Open the customer</source>
        <translation>打开客户档案</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>写计划</translation>
    </message>
    <message>
        <source>Plan the day</source>
        <translation>写当日计划</translation>
    </message>
    <message>
        <source>Plan the next working day</source>
        <translation>计划下一个工作日</translation>
    </message>
    <message>
        <source>Plan this day</source>
        <translation>写这一天的计划</translation>
    </message>
    <message>
        <source>Planned late</source>
        <translation>计划迟交</translation>
    </message>
    <message>
        <source>Print the morning page…</source>
        <translation>打印晨间联系单…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Record in one line</source>
        <translation>一句话记一笔</translation>
    </message>
    <message>
        <source>Send the log back…</source>
        <translation>退回日志…</translation>
    </message>
    <message>
        <source>Submit or countersign</source>
        <translation>提交或复核</translation>
    </message>
    <message>
        <source>Submit the log</source>
        <translation>提交日志</translation>
    </message>
    <message>
        <source>Take off the plan</source>
        <translation>移出计划</translation>
    </message>
    <message>
        <source>The whole branch</source>
        <translation>全网点</translation>
    </message>
    <message>
        <source>To countersign</source>
        <translation>待复核</translation>
    </message>
    <message>
        <source>To countersign {count}</source>
        <translation>待复核 {count}</translation>
    </message>
    <message>
        <source>Write beside the log…</source>
        <translation>写批语或补记…</translation>
    </message>
</context>
<context>
    <name>LogParts</name>
    <message>
        <source>About this day</source>
        <translation>当日概况</translation>
    </message>
    <message>
        <source>Add an item</source>
        <translation>加一项</translation>
    </message>
    <message>
        <source>Daily log</source>
        <translation>经理日志</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>往前</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>往后</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月</translation>
    </message>
    <message>
        <source>Nothing else is due on this day.</source>
        <translation>这一天没有其他到期事项。</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>写计划</translation>
    </message>
    <message>
        <source>Plan and completion</source>
        <translation>计划与完成情况</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Proposed</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>审阅</translation>
    </message>
    <message>
        <source>Send back…</source>
        <translation>退回…</translation>
    </message>
    <message>
        <source>Submit the log</source>
        <translation>提交日志</translation>
    </message>
    <message>
        <source>To countersign</source>
        <translation>待复核</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>View</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>周</translation>
    </message>
    <message>
        <source>Which logs</source>
        <translation>哪些日志</translation>
    </message>
    <message>
        <source>Whose log</source>
        <translation>谁的日志</translation>
    </message>
</context>
<context>
    <name>Looking</name>
    <message>
        <source>Reading a file</source>
        <translation>读取文件</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Close</source>
        <translation>退出程序</translation>
    </message>
    <message>
        <source>Close rmdesk?</source>
        <translation>退出 rmdesk？</translation>
    </message>
    <message>
        <source>Demonstration: everybody and every figure here is invented.</source>
        <translation>示范数据：这里的人物和数字都是虚构的。</translation>
    </message>
    <message>
        <source>Not finished yet: {tasks}. Closing cancels it; nothing of it is kept.</source>
        <translation>尚未完成：{tasks}。退出会取消，不保留任何结果。</translation>
    </message>
    <message>
        <source>Noting that it was read</source>
        <translation>正在记录已读</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Something was typed into the settings and not saved.</source>
        <translation>设置里有未保存的输入。</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>留下</translation>
    </message>
    <message>
        <source>The demonstration has no password, so it cannot be locked</source>
        <translation>示范档案库没有密码，不能锁定</translation>
    </message>
    <message>
        <source>There is nothing here for your role. Your account and the settings are at the lower left.</source>
        <translation>当前角色在这里没有可用的内容。个人账户和设置在左下角。</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>知道了</translation>
    </message>
</context>
<context>
    <name>MakeContacts</name>
    <message>
        <source>Make the contacts</source>
        <translation>生成联系</translation>
    </message>
    <message>
        <source>Make them</source>
        <translation>生成</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>正在计算…</translation>
    </message>
    <message>
        <source>Minutes planned by day</source>
        <translation>每日计划用时</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>未排上</translation>
    </message>
    <message>
        <source>Sub-plan and reason</source>
        <translation>子计划与原因</translation>
    </message>
    <message>
        <source>Nobody is left out.</source>
        <translation>没有遗漏。</translation>
    </message>
    <message>
        <source>The plan asks for {asked} hours; there are {had} on its working days.</source>
        <translation>计划需要 {asked} 小时，工作日共有 {had} 小时。</translation>
    </message>
    <message>
        <source>Public holidays of {year} are not known yet: only weekends are kept free. Once they are imported (settings, working days), make the contacts anew.</source>
        <translation>{year}年的节假日安排还不知道：目前只避开周末。在“设置 › 工作日”导入以后，请重新生成联系。</translation>
    </message>
    <message>
        <source>Sub-plan</source>
        <translation>子计划</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Wanted</source>
        <translation>应联系</translation>
    </message>
    <message>
        <source>Placed</source>
        <translation>已排</translation>
    </message>
    <message>
        <source>no time left</source>
        <translation>时间不够</translation>
    </message>
    <message>
        <source>too close to another contact</source>
        <translation>与其他联系间隔太近</translation>
    </message>
    <message>
        <source>{node}: {why}</source>
        <translation>{node}：{why}</translation>
    </message>
    <message>
        <source>Everybody fits.</source>
        <translation>全部排下。</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>Making the contacts of a plan</source>
        <translation>正在生成计划联系</translation>
    </message>
    <message>
        <source>Contacts to be put on working days: {placed}.</source>
        <translation>将有 {placed} 次联系排到工作日。</translation>
    </message>
    <message>
        <source>Made anew, since they are still to come: {count}.</source>
        <translation>尚未进行的 {count} 次将重新安排。</translation>
    </message>
    <message>
        <source>Left as they are: {count}.</source>
        <translation>{count} 次保持不变。</translation>
    </message>
    <message>
        <source>Contacts that do not fit: {contacts}. Customers left out: {customers}.</source>
        <translation>{customers} 位客户的 {contacts} 次联系排不下：</translation>
    </message>
</context>
<context>
    <name>MakingPage</name>
    <message>
        <source>Keys are being made, and the password&apos;s check is tuned to this computer, so that guessing is slow. This takes a few seconds.</source>
        <translation>正在生成密钥，并按这台电脑的速度调整密码校验，防止密码被猜中。需要几秒。</translation>
    </message>
    <message>
        <source>Making the vault</source>
        <translation>正在建立档案库</translation>
    </message>
</context>
<context>
    <name>ManagerBox</name>
    <message>
        <source>All managers</source>
        <translation>全部经理</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>客户经理</translation>
    </message>
</context>
<context>
    <name>Manual</name>
    <message>
        <source>Manual</source>
        <translation>使用手册</translation>
    </message>
    <message>
        <source>Find in the manual</source>
        <translation>在手册中查找</translation>
    </message>
    <message>
        <source>Pages of the manual</source>
        <translation>手册目录</translation>
    </message>
    <message>
        <source>Page of the manual</source>
        <translation>手册内容</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>后退</translation>
    </message>
    <message>
        <source>Nothing in the manual has these words.</source>
        <translation>手册里没有这些字。</translation>
    </message>
    <message>
        <source>Print the quick card…</source>
        <translation>打印快捷卡片…</translation>
    </message>
    <message>
        <source>Print the manual…</source>
        <translation>打印使用手册…</translation>
    </message>
    <message>
        <source>Quick card</source>
        <translation>快捷卡片</translation>
    </message>
</context>
<context>
    <name>MaskedValue</name>
    <message>
        <source>Hide again</source>
        <translation>重新隐藏</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Show for 30 seconds; this is recorded</source>
        <translation>显示 30 秒，并记入审计记录</translation>
    </message>
    <message>
        <source>Showing a masked field</source>
        <translation>正在查看脱敏信息</translation>
    </message>
</context>
<context>
    <name>MeasureList</name>
    <message>
        <source>Measures</source>
        <translation>改进措施</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>No measure has been decided.</source>
        <translation>尚未确定改进措施。</translation>
    </message>
    <message>
        <source>Change this measure</source>
        <translation>修改这条措施</translation>
    </message>
    <message>
        <source>Take this measure out</source>
        <translation>移除这条措施</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Write what is to be done.</source>
        <translation>请写明要做什么。</translation>
    </message>
    <message>
        <source>Adding a measure</source>
        <translation>正在添加措施</translation>
    </message>
    <message>
        <source>Changing a measure</source>
        <translation>正在修改措施</translation>
    </message>
    <message>
        <source>Taking a measure out</source>
        <translation>正在移除措施</translation>
    </message>
</context>
<context>
    <name>MoveContacts</name>
    <message>
        <source>Another day for {count} contacts</source>
        <translation>{count} 次联系改期</translation>
    </message>
    <message>
        <source>Making the contacts again leaves them on this day.</source>
        <translation>重新生成时保留在这一天。</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>改期</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>Moving contacts</source>
        <translation>正在改期</translation>
    </message>
</context>
<context>
    <name>NamePopover</name>
    <message>
        <source>For everybody at the branch</source>
        <translation>全网点共用</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
</context>
<context>
    <name>NewPassword</name>
    <message>
        <source>At least {shortest} characters. A short sentence is easy to keep in mind.</source>
        <translation>至少 {shortest} 个字符。用一句短话，好记。</translation>
    </message>
    <message>
        <source>Characters still needed: {count}.</source>
        <translation>还差 {count} 个字符。</translation>
    </message>
    <message>
        <source>Fair: one more word makes it strong.</source>
        <translation>中：再加一个词会更强。</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>新密码</translation>
    </message>
    <message>
        <source>Strong.</source>
        <translation>强。</translation>
    </message>
    <message>
        <source>The same password again</source>
        <translation>确认密码</translation>
    </message>
    <message>
        <source>The two passwords differ. Press the eye to compare them.</source>
        <translation>两次输入不一致，点眼睛图标可核对。</translation>
    </message>
    <message>
        <source>Weak: easily guessed. Add a few words.</source>
        <translation>弱：容易被猜中，请再加几个词。</translation>
    </message>
</context>
<context>
    <name>NodeEditor</name>
    <message>
        <source>Comparison</source>
        <translation>比较方式</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>条件组</translation>
    </message>
    <message>
        <source>{count} parts</source>
        <translation>{count} 项</translation>
    </message>
</context>
<context>
    <name>NodeForm</name>
    <message>
        <source>Title of the section</source>
        <translation>分部标题</translation>
    </message>
    <message>
        <source>What stands below it</source>
        <translation>标题下的说明</translation>
    </message>
    <message>
        <source>Kind of question</source>
        <translation>题型</translation>
    </message>
    <message>
        <source>must be answered</source>
        <translation>必答</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>题目</translation>
    </message>
    <message>
        <source>Help below it</source>
        <translation>填写说明</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>At least</source>
        <translation>至少选</translation>
    </message>
    <message>
        <source>At most (0: all)</source>
        <translation>最多选（0 为不限）</translation>
    </message>
    <message>
        <source>What is rated</source>
        <translation>评价项目</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
    <message>
        <source>Words at the low end</source>
        <translation>最低分的含义</translation>
    </message>
    <message>
        <source>Words at the high end</source>
        <translation>最高分的含义</translation>
    </message>
    <message>
        <source>nothing special</source>
        <translation>不指定</translation>
    </message>
    <message>
        <source>What it measures</source>
        <translation>衡量内容</translation>
    </message>
    <message>
        <source>Side of it</source>
        <translation>期望或感知</translation>
    </message>
    <message>
        <source>What comes next</source>
        <translation>答题跳转</translation>
    </message>
    <message>
        <source>A whole number, such as 1 or 10.</source>
        <translation>请填整数，如 1 或 10。</translation>
    </message>
    <message>
        <source>Choose a sub-plan in the tree.</source>
        <translation>请选择子计划。</translation>
    </message>
    <message>
        <source>{contacts} contacts, {done} done, {late} late</source>
        <translation>共 {contacts} 次联系，完成 {done} 次，逾期 {late} 次</translation>
    </message>
    <message>
        <source>Not saved yet.</source>
        <translation>尚未保存。</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Dismiss</source>
        <translation>不再显示</translation>
    </message>
</context>
<context>
    <name>NoticesView</name>
    <message>
        <source>Change the notice</source>
        <translation>修改告知事项</translation>
    </message>
    <message>
        <source>Close the notice</source>
        <translation>结束告知</translation>
    </message>
    <message>
        <source>Closed ones too</source>
        <translation>包括已结束的</translation>
    </message>
    <message>
        <source>Closing a notice</source>
        <translation>正在结束告知事项</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>复制内容</translation>
    </message>
    <message>
        <source>How they were told</source>
        <translation>告知方式</translation>
    </message>
    <message>
        <source>New notice</source>
        <translation>新建告知事项</translation>
    </message>
    <message>
        <source>No notices. A change of product, rate or rule that several customers should hear of.</source>
        <translation>暂无告知事项。产品、利率、规则有变动，需要告知多位客户时在此建立。</translation>
    </message>
    <message>
        <source>Nobody is ticked</source>
        <translation>没有勾选客户</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>告知事项</translation>
    </message>
    <message>
        <source>Recording who was told</source>
        <translation>正在登记告知情况</translation>
    </message>
    <message>
        <source>They were told</source>
        <translation>已告知</translation>
    </message>
    <message>
        <source>Tick all</source>
        <translation>全部勾选</translation>
    </message>
    <message>
        <source>Tick whom you have told.</source>
        <translation>请勾选已告知的客户。</translation>
    </message>
    <message>
        <source>Whom it concerns</source>
        <translation>告知对象</translation>
    </message>
    <message>
        <source>by {name}, {day}</source>
        <translation>{name}，{day}</translation>
    </message>
    <message>
        <source>due {day}</source>
        <translation>{day}前告知</translation>
    </message>
    <message>
        <source>told {day} by {name}</source>
        <translation>{name}已于{day}告知</translation>
    </message>
    <message>
        <source>wants no messages</source>
        <translation>不接受消息</translation>
    </message>
    <message>
        <source>{to_tell} to tell, {told} told</source>
        <translation>待告知 {to_tell}，已告知 {told}</translation>
    </message>
</context>
<context>
    <name>OneUsePassword</name>
    <message>
        <source>One-use password</source>
        <translation>一次性密码</translation>
    </message>
    <message>
        <source>Suggest another password</source>
        <translation>换一个密码</translation>
    </message>
    <message>
        <source>Tell it to the person. At their first sign-in they choose their own.</source>
        <translation>请告诉本人。首次登录时须另设自己的密码。</translation>
    </message>
</context>
<context>
    <name>OptionList</name>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>own words</source>
        <translation>可补充</translation>
    </message>
    <message>
        <source>Whoever chooses this one may write something beside it</source>
        <translation>选择此项的人可以另外填写文字</translation>
    </message>
    <message>
        <source>Further up</source>
        <translation>上移</translation>
    </message>
</context>
<context>
    <name>OptionsPage</name>
    <message>
        <source>An addition</source>
        <translation>补充</translation>
    </message>
    <message>
        <source>As the file says</source>
        <translation>按文件所示</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>For rows that have no date of their own, such as 9.30 or 2026-09-30.</source>
        <translation>用于没有日期的行，例如 9.30 或 2026-09-30。</translation>
    </message>
    <message>
        <source>Holdings of the same banks that it lacks are closed; you see which before.</source>
        <translation>清单中没有的同一银行产品将记为结清，写入前会逐笔列出。</translation>
    </message>
    <message>
        <source>Monthly average</source>
        <translation>月日均</translation>
    </message>
    <message>
        <source>Of that day</source>
        <translation>时点</translation>
    </message>
    <message>
        <source>Say of which day this list is.</source>
        <translation>请填写清单的截止日期。</translation>
    </message>
    <message>
        <source>The complete list as of a day</source>
        <translation>截至某日的完整清单</translation>
    </message>
    <message>
        <source>The file names no day.</source>
        <translation>文件中没有注明日期。</translation>
    </message>
    <message>
        <source>The file names no day; if none is typed, figures are of the day it was last written, {day}.</source>
        <translation>文件没有注明日期；不填则按文件的修改日期 {day} 记。</translation>
    </message>
    <message>
        <source>The file says {day}; type another day only if that is wrong.</source>
        <translation>文件注明的日期是{day}；不对时再填写其他日期。</translation>
    </message>
    <message>
        <source>This day has not come yet.</source>
        <translation>日期不能晚于今天。</translation>
    </message>
    <message>
        <source>What is in the archive already</source>
        <translation>档案中已有的内容</translation>
    </message>
    <message>
        <source>What the figures are</source>
        <translation>数据口径</translation>
    </message>
    <message>
        <source>What the file does not say itself</source>
        <translation>文件未注明的内容</translation>
    </message>
    <message>
        <source>What the file lacks stays as it is.</source>
        <translation>文件中没有的保持不变。</translation>
    </message>
    <message>
        <source>What this file is</source>
        <translation>文件性质</translation>
    </message>
</context>
<context>
    <name>OrganisationsView</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Deleting an organisation</source>
        <translation>正在删除单位</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>编辑…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>In the recycle bin</source>
        <translation>回收站</translation>
    </message>
    <message>
        <source>New organisation</source>
        <translation>新建单位</translation>
    </message>
    <message>
        <source>No organisations yet. One is added when you enter a customer&apos;s employer.</source>
        <translation>还没有单位。填写客户的工作单位时会自动添加。</translation>
    </message>
    <message>
        <source>Organisations</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Part of a name</source>
        <translation>单位名称</translation>
    </message>
    <message>
        <source>People</source>
        <translation>客户数</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Restoring an organisation</source>
        <translation>正在恢复单位</translation>
    </message>
    <message>
        <source>Show the people</source>
        <translation>查看相关客户</translation>
    </message>
    <message>
        <source>{count} in all</source>
        <translation>共 {count} 家</translation>
    </message>
    <message>
        <source>Find an organisation</source>
        <translation>查找单位</translation>
    </message>
</context>
<context>
    <name>Outline</name>
    <message>
        <source>Sections and questions</source>
        <translation>分部和题目</translation>
    </message>
    <message>
        <source>Section without a title</source>
        <translation>（无标题分部）</translation>
    </message>
    <message>
        <source>Nothing is asked yet</source>
        <translation>（尚未填写题目）</translation>
    </message>
</context>
<context>
    <name>OverviewPart</name>
    <message>
        <source>Without contact for</source>
        <translation>未联系天数</translation>
    </message>
    <message>
        <source>No contact in {days} days</source>
        <translation>{days}天未联系</translation>
    </message>
    <message>
        <source>Open what is late</source>
        <translation>打开逾期事项</translation>
    </message>
    <message>
        <source>Open the logs to countersign</source>
        <translation>打开待复核日志</translation>
    </message>
    <message>
        <source>Open the plans to agree</source>
        <translation>打开待审定的计划</translation>
    </message>
    <message>
        <source>List who was not contacted</source>
        <translation>列出未联系的客户</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>客户经理</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>逾期</translation>
    </message>
    <message>
        <source>Due today</source>
        <translation>今日待办</translation>
    </message>
    <message>
        <source>No contact</source>
        <translation>未联系客户</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>客户数</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>待复核日志</translation>
    </message>
    <message>
        <source>Plans to agree</source>
        <translation>待审定计划</translation>
    </message>
    <message>
        <source>Plans behind</source>
        <translation>滞后计划</translation>
    </message>
    <message>
        <source>Managers</source>
        <translation>客户经理</translation>
    </message>
    <message>
        <source>There are no managers yet.</source>
        <translation>还没有客户经理。</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Goals</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>All managers</source>
        <translation>全部经理</translation>
    </message>
    <message>
        <source>Nobody in charge</source>
        <translation>无管户经理</translation>
    </message>
    <message>
        <source>Late: {count}</source>
        <translation>逾期事项 {count}</translation>
    </message>
    <message>
        <source>Due today, late ones included: {count}</source>
        <translation>今日待办（含逾期） {count}</translation>
    </message>
    <message>
        <source>Customers without contact in {days} days: {count}</source>
        <translation>{days}天未联系的客户 {count}</translation>
    </message>
    <message>
        <source>Customers, lost ones left out: {count}</source>
        <translation>管户客户（不含流失） {count}</translation>
    </message>
    <message>
        <source>Daily logs to countersign: {count}</source>
        <translation>待复核日志 {count}</translation>
    </message>
    <message>
        <source>Plans to agree: {count}</source>
        <translation>待审定的计划 {count}</translation>
    </message>
    <message>
        <source>Plans in force: {count}, behind: {behind}</source>
        <translation>执行中的计划 {count}，其中滞后 {behind}</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>正在计算…</translation>
    </message>
    <message>
        <source>No goal is in force.</source>
        <translation>目前没有生效的目标。</translation>
    </message>
    <message>
        <source>{period}  {measure}: {actual} of {target}</source>
        <translation>{period}  {measure}：{actual} / {target}</translation>
    </message>
    <message>
        <source>Open the complaints</source>
        <translation>打开投诉</translation>
    </message>
    <message>
        <source>Complaints</source>
        <translation>投诉</translation>
    </message>
    <message>
        <source>Complaints not answered: {count}, late: {late}</source>
        <translation>未办结投诉 {count}，其中逾期 {late}</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>查找命令</translation>
    </message>
    <message>
        <source>Nothing has this name.</source>
        <translation>没有找到。</translation>
    </message>
    <message>
        <source>Type a command or a place</source>
        <translation>输入命令或页面名称</translation>
    </message>
</context>
<context>
    <name>ParameterForm</name>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Choose one from the list: {field}</source>
        <translation>请从列表中选择：{field}</translation>
    </message>
    <message>
        <source>Enter a whole number from {least} to {most}.</source>
        <translation>请填写 {least} 到 {most} 之间的整数。</translation>
    </message>
    <message>
        <source>None</source>
        <translation>不选</translation>
    </message>
</context>
<context>
    <name>PartForm</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>PasswordField</name>
    <message>
        <source>Hide the password</source>
        <translation>隐藏密码</translation>
    </message>
    <message>
        <source>Show the password</source>
        <translation>显示密码</translation>
    </message>
</context>
<context>
    <name>PastImports</name>
    <message>
        <source>By</source>
        <translation>操作人</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Imports</source>
        <translation>导入记录</translation>
    </message>
    <message>
        <source>In the archive</source>
        <translation>已入档</translation>
    </message>
    <message>
        <source>Nothing has been imported yet.</source>
        <translation>还没有导入过文件。</translation>
    </message>
    <message>
        <source>Show these customers</source>
        <translation>查看这些客户</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤销导入</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>{count} in all</source>
        <translation>共 {count} 次</translation>
    </message>
</context>
<context>
    <name>PdfView</name>
    <message>
        <source>Page {number} of {pages}</source>
        <translation>第 {number} 页，共 {pages} 页</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页</translation>
    </message>
    <message>
        <source>Showing pages</source>
        <translation>正在显示页面</translation>
    </message>
</context>
<context>
    <name>PersonDetail</name>
    <message>
        <source>Active</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>Disabled {when}; the work stays under their name</source>
        <translation>{when} 停用，工作记录仍在本人名下</translation>
    </message>
    <message>
        <source>Disable…</source>
        <translation>停用…</translation>
    </message>
    <message>
        <source>Enable again…</source>
        <translation>重新启用…</translation>
    </message>
    <message>
        <source>Has never signed in</source>
        <translation>从未登录</translation>
    </message>
    <message>
        <source>It still stands in its field: Enter saves it now, Esc puts it back.</source>
        <translation>输入仍在原处：按 Enter 保存，按 Esc 放弃。</translation>
    </message>
    <message>
        <source>Last signed in {when}</source>
        <translation>上次登录 {when}</translation>
    </message>
    <message>
        <source>Mobile</source>
        <translation>手机</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>New number; empty for none</source>
        <translation>新手机号，留空表示无</translation>
    </message>
    <message>
        <source>Nobody can disable themselves</source>
        <translation>不能停用自己</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Not saved yet.</source>
        <translation>尚未保存。</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>员工</translation>
    </message>
    <message>
        <source>Renaming</source>
        <translation>正在更改姓名</translation>
    </message>
    <message>
        <source>Reset password…</source>
        <translation>重置密码…</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Saving the mobile number</source>
        <translation>正在保存手机号</translation>
    </message>
    <message>
        <source>Setting roles</source>
        <translation>正在设置角色</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Somebody else changed this person meanwhile; what you entered was not saved.</source>
        <translation>其间他人修改了这名员工的资料，刚才的输入没有保存。</translation>
    </message>
    <message>
        <source>They apply from the next sign-in.</source>
        <translation>下次登录时生效。</translation>
    </message>
    <message>
        <source>Your own password is changed in My account</source>
        <translation>本人的密码请在“我的账户”中修改</translation>
    </message>
    <message>
        <source>{field}: {before} → {after} ({when})</source>
        <translation>{field}：{before} → {after}（{when}）</translation>
    </message>
</context>
<context>
    <name>PersonPage</name>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>The first person</source>
        <translation>首位员工</translation>
    </message>
    <message>
        <source>The name you sign in with. It stands outside the encryption.</source>
        <translation>登录时使用的姓名，不在加密范围内。</translation>
    </message>
    <message>
        <source>Whoever sets up the vault is its first administrator and branch head. Others are added later, and roles can then be passed on.</source>
        <translation>建立档案库的人是首位系统管理员和网点负责人。之后可添加员工、移交角色。</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>姓名</translation>
    </message>
</context>
<context>
    <name>PersonPanel</name>
    <message>
        <source>12 months</source>
        <translation>近 12 个月</translation>
    </message>
    <message>
        <source>Assets</source>
        <translation>资产规模</translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation>上次联系</translation>
    </message>
    <message>
        <source>Last promise</source>
        <translation>上次承诺</translation>
    </message>
    <message>
        <source>Mind</source>
        <translation>注意</translation>
    </message>
    <message>
        <source>Open this customer in the archive</source>
        <translation>在客户档案中打开</translation>
    </message>
    <message>
        <source>Quick record</source>
        <translation>快速记录</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>档案</translation>
    </message>
    <message>
        <source>{change} on last month</source>
        <translation>较上月 {change}</translation>
    </message>
</context>
<context>
    <name>PlanContact</name>
    <message>
        <source>Add a contact to “{name}”</source>
        <translation>为“{name}”添加联系</translation>
    </message>
    <message>
        <source>On a day from {first} to {last}. Making the contacts again leaves it there.</source>
        <translation>日期在 {first} 至 {last} 之间。重新生成时保留。</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>Adding a contact</source>
        <translation>正在添加联系</translation>
    </message>
</context>
<context>
    <name>PlanEvaluation</name>
    <message>
        <source>Evaluate and close…</source>
        <translation>评估并结束…</translation>
    </message>
    <message>
        <source>Copy to the next period…</source>
        <translation>复制到下一期…</translation>
    </message>
    <message>
        <source>The plan is running. It is evaluated when it ends.</source>
        <translation>计划执行中，到期后评估。</translation>
    </message>
    <message>
        <source>The plan is over. Write down what was reached and what is to be done better.</source>
        <translation>计划已到期，请写明达成情况和改进措施。</translation>
    </message>
    <message>
        <source>Evaluation</source>
        <translation>评估</translation>
    </message>
    <message>
        <source>Carried over from “{plan}”</source>
        <translation>上期“{plan}”的评估</translation>
    </message>
    <message>
        <source>{done} of {items} contacts done ({share})</source>
        <translation>共 {items} 次联系，完成 {done} 次（{share}）</translation>
    </message>
</context>
<context>
    <name>PlanHead</name>
    <message>
        <source>Sub-plan</source>
        <translation>子计划</translation>
    </message>
    <message>
        <source>Make the contacts…</source>
        <translation>生成联系…</translation>
    </message>
    <message>
        <source>Submit</source>
        <translation>提交审定</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Agree</source>
        <translation>审定</translation>
    </message>
    <message>
        <source>Return…</source>
        <translation>退回…</translation>
    </message>
    <message>
        <source>Next version</source>
        <translation>修订</translation>
    </message>
    <message>
        <source>Hand over…</source>
        <translation>移交…</translation>
    </message>
    <message>
        <source>goal {name}</source>
        <translation>目标 {name}</translation>
    </message>
    <message>
        <source>version {number}</source>
        <translation>第 {number} 版</translation>
    </message>
    <message>
        <source>Falls behind: {late} contacts are late.</source>
        <translation>进度落后：{late} 次联系已逾期。</translation>
    </message>
    <message>
        <source>{name} left. Hand the plan over.</source>
        <translation>{name}已离岗，请移交计划。</translation>
    </message>
    <message>
        <source>{name} returned it: {note}</source>
        <translation>{name}退回：{note}</translation>
    </message>
    <message>
        <source>From the plan before: {told}</source>
        <translation>上期改进措施：{told}</translation>
    </message>
    <message>
        <source>version {number} begun</source>
        <translation>第 {number} 版编写中</translation>
    </message>
</context>
<context>
    <name>PlanItem</name>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Add to the plan</source>
        <translation>列入计划</translation>
    </message>
    <message>
        <source>Change this item</source>
        <translation>修改这一项</translation>
    </message>
    <message>
        <source>Empty if it is about no customer.</source>
        <translation>与客户无关时留空。</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Saving the plan</source>
        <translation>正在保存计划</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>不限</translation>
    </message>
</context>
<context>
    <name>PlanItems</name>
    <message>
        <source>Contacts</source>
        <translation>联系</translation>
    </message>
    <message>
        <source>Which contacts</source>
        <translation>显示哪些联系</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>逾期</translation>
    </message>
    <message>
        <source>late</source>
        <translation>逾期</translation>
    </message>
    <message>
        <source>There are no contacts here.</source>
        <translation>这里没有联系。</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>添加…</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部联系</translation>
    </message>
    <message>
        <source>Move…</source>
        <translation>改期…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移出</translation>
    </message>
</context>
<context>
    <name>PlanList</name>
    <message>
        <source>Plan</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Plans</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>There is no plan yet. A plan says whom you contact in a period, how, and how often.</source>
        <translation>还没有计划。计划说明一段时间内联系谁、怎么联系、联系几次。</translation>
    </message>
    <message>
        <source>New plan</source>
        <translation>新建计划</translation>
    </message>
</context>
<context>
    <name>PlanNewsContacts</name>
    <message>
        <source>Check the customers whom you want to contact.</source>
        <translation>请勾选要联系的客户。</translation>
    </message>
    <message>
        <source>Contacts about this news</source>
        <translation>就此资讯联系客户</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>On the plan of</source>
        <translation>列入哪天的计划</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>列入计划</translation>
    </message>
    <message>
        <source>Planning contacts</source>
        <translation>正在安排联系</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>Whom to contact</source>
        <translation>联系哪些客户</translation>
    </message>
    <message>
        <source>{customer}  planned for {day}</source>
        <translation>{customer}  已安排在{day}</translation>
    </message>
</context>
<context>
    <name>PlanProgress</name>
    <message>
        <source>Contacts</source>
        <translation>联系</translation>
    </message>
    <message>
        <source>Due by now</source>
        <translation>应完成</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>逾期</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>已跳过</translation>
    </message>
    <message>
        <source>Not made</source>
        <translation>未联系</translation>
    </message>
    <message>
        <source>Cost, estimated</source>
        <translation>预算费用</translation>
    </message>
    <message>
        <source>Cost, spent</source>
        <translation>已用费用</translation>
    </message>
    <message>
        <source>What is done over time</source>
        <translation>逐日进度</translation>
    </message>
    <message>
        <source>This plan falls behind: {late} of {due} contacts that were due are late.</source>
        <translation>计划进度落后：应完成 {due} 次，逾期 {late} 次。</translation>
    </message>
    <message>
        <source>{done} of the contacts done, {elapsed} of the time over</source>
        <translation>联系完成 {done}，时间已过 {elapsed}</translation>
    </message>
    <message>
        <source>Goal, own part</source>
        <translation>目标完成（本人）</translation>
    </message>
</context>
<context>
    <name>PlanSide</name>
    <message>
        <source>Sub-plan</source>
        <translation>子计划</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>联系</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Evaluation</source>
        <translation>评估</translation>
    </message>
    <message>
        <source>About the plan</source>
        <translation>计划详情</translation>
    </message>
</context>
<context>
    <name>PlanTree</name>
    <message>
        <source>Sub-plans</source>
        <translation>子计划</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>预算费用</translation>
    </message>
</context>
<context>
    <name>PlanVersions</name>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>What is otherwise now</source>
        <translation>与现在的差异</translation>
    </message>
    <message>
        <source>As it was agreed</source>
        <translation>审定时的内容</translation>
    </message>
    <message>
        <source>Nobody has agreed to this plan yet.</source>
        <translation>计划还没有审定过。</translation>
    </message>
    <message>
        <source>Version {number}, agreed by {name}, {when}</source>
        <translation>第 {number} 版，{name}审定，{when}</translation>
    </message>
    <message>
        <source>Nothing; the plan is as it was agreed.</source>
        <translation>没有差异，与审定时一致。</translation>
    </message>
</context>
<context>
    <name>PlansPane</name>
    <message>
        <source>Part</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>Plans</source>
        <translation>维护计划</translation>
    </message>
    <message>
        <source>Plans: {part}</source>
        <translation>计划：{part}</translation>
    </message>
</context>
<context>
    <name>PostponeTo</name>
    <message>
        <source>Postpone</source>
        <translation>改期</translation>
    </message>
    <message>
        <source>Postpone to</source>
        <translation>改期到</translation>
    </message>
    <message>
        <source>Postpone {count} to</source>
        <translation>{count} 项改期到</translation>
    </message>
    <message>
        <source>{day}, or: tomorrow, Wed, 9.12</source>
        <translation>{day}，也可填：明天、下周三、9.12</translation>
    </message>
    <message>
        <source>{day} is {count} days ahead. Enter again if it is meant.</source>
        <translation>{day}在 {count} 天以后。确要改到这一天，请再按一次回车。</translation>
    </message>
    <message>
        <source>{day} is a day of rest. Enter again if it is meant.</source>
        <translation>{day}是休息日。确要改到这一天，请再按一次回车。</translation>
    </message>
</context>
<context>
    <name>PrepareVisit</name>
    <message>
        <source>Cancel the visit</source>
        <translation>取消拜访</translation>
    </message>
    <message>
        <source>Cancelling a visit</source>
        <translation>正在取消拜访</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Comment: {note}</source>
        <translation>审批意见：{note}</translation>
    </message>
    <message>
        <source>Held: save the report</source>
        <translation>已拜访，保存报告</translation>
    </message>
    <message>
        <source>Not noticed</source>
        <translation>未留意</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Saving a visit</source>
        <translation>正在保存拜访</translation>
    </message>
    <message>
        <source>Saving a visit report</source>
        <translation>正在保存拜访报告</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>Send for approval</source>
        <translation>送审</translation>
    </message>
    <message>
        <source>Sending a visit for approval</source>
        <translation>正在送审拜访</translation>
    </message>
    <message>
        <source>Visit to {name}</source>
        <translation>拜访 {name}</translation>
    </message>
    <message>
        <source>Only a visit that was held has a report. Save it as held, or clear it here first.</source>
        <translation>只有已完成的拜访才有报告。请按“已拜访，保存报告”，或先清空这里的内容。</translation>
    </message>
    <message>
        <source>New promise</source>
        <translation>新承诺</translation>
    </message>
    <message>
        <source>Sat: call back</source>
        <translation>周六 回电</translation>
    </message>
    <message>
        <source>Fri: send the offer</source>
        <translation>周五 给方案</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Cancelled. Nothing was printed or saved.</source>
        <translation>已取消，没有打印或保存任何内容。</translation>
    </message>
    <message>
        <source>Find on the pages</source>
        <translation>在页面中查找</translation>
    </message>
    <message>
        <source>Language of the report</source>
        <translation>报表语言</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Making the pages</source>
        <translation>正在生成页面</translation>
    </message>
    <message>
        <source>Making the pages…</source>
        <translation>正在生成页面…</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>下一页</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>页码</translation>
    </message>
    <message>
        <source>Pages sent to the printer: {pages}</source>
        <translation>已发送到打印机：{pages} 页</translation>
    </message>
    <message>
        <source>Preparing the report</source>
        <translation>正在准备报表</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>上一页</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>正在打印</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>存为 PDF</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>存为 PDF…</translation>
    </message>
    <message>
        <source>Saved as {path}</source>
        <translation>已存为 {path}</translation>
    </message>
    <message>
        <source>Saving the PDF</source>
        <translation>正在保存 PDF</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>This computer has no printer set up. Save the pages as PDF and print them elsewhere.</source>
        <translation>这台电脑没有安装打印机。可以先存为 PDF，再到别处打印。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Whole width</source>
        <translation>适合宽度</translation>
    </message>
    <message>
        <source>of {pages}</source>
        <translation>共 {pages} 页</translation>
    </message>
</context>
<context>
    <name>PreviewPage</name>
    <message>
        <source>Look at the file again</source>
        <translation>重新读取文件</translation>
    </message>
    <message>
        <source>Make the preview</source>
        <translation>重新预览</translation>
    </message>
    <message>
        <source>The preview was cancelled. Nothing was written.</source>
        <translation>预览已取消，没有写入任何内容。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>The import was cancelled and nothing of it was kept: the archive is as it was before. It can be started again from here.</source>
        <translation>已取消导入，没有写入任何内容，档案与导入前相同。可在此重新开始。</translation>
    </message>
</context>
<context>
    <name>PreviewReport</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Print preview</source>
        <translation>打印预览</translation>
    </message>
</context>
<context>
    <name>PrintGreetings</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Labels are eight to a page, to be cut out.</source>
        <translation>标签每页 8 张，可沿线剪开。</translation>
    </message>
    <message>
        <source>Left out:
{who}</source>
        <translation>不打印的：
{who}</translation>
    </message>
    <message>
        <source>Nobody among these is to be greeted by letter.</source>
        <translation>这些客户都不适合寄送祝福。</translation>
    </message>
    <message>
        <source>One to a page</source>
        <translation>每页一位</translation>
    </message>
    <message>
        <source>Print a greeting for {count}?</source>
        <translation>为 {count} 位客户打印祝福语？</translation>
    </message>
    <message>
        <source>Print greetings</source>
        <translation>打印祝福语</translation>
    </message>
</context>
<context>
    <name>PurgeCustomers</name>
    <message>
        <source>Checking the password…</source>
        <translation>正在核对密码…</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>彻底删除</translation>
    </message>
    <message>
        <source>Delete for good?</source>
        <translation>彻底删除？</translation>
    </message>
    <message>
        <source>Deleting for good</source>
        <translation>正在彻底删除</translation>
    </message>
    <message>
        <source>{names} and {count} more</source>
        <translation>{names} 及另外 {count} 位</translation>
    </message>
    <message>
        <source>Everything kept about them is deleted, in the audit trail too; only the deletion itself stays recorded, and what they refused, by a code of their numbers. This cannot be undone.</source>
        <translation>其全部资料都会删除，审计记录中的内容也会清空；只记录曾经删除，并以号码的编码留下其拒绝联系的意愿。此操作不能撤销。</translation>
    </message>
</context>
<context>
    <name>QueryTable</name>
    <message>
        <source>Loading…</source>
        <translation>正在加载…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
</context>
<context>
    <name>Question</name>
    <message>
        <source>Copy the details</source>
        <translation>复制详情</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
</context>
<context>
    <name>QuestionnaireEditor</name>
    <message>
        <source>Questions of {title}</source>
        <translation>编写题目：{title}</translation>
    </message>
    <message>
        <source>Back to the survey</source>
        <translation>返回调研</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Begin with a template…</source>
        <translation>套用模板…</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃修改</translation>
    </message>
    <message>
        <source>Keep the questions</source>
        <translation>保存题目</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>题目</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>分部</translation>
    </message>
    <message>
        <source>The same question again</source>
        <translation>复制此题</translation>
    </message>
    <message>
        <source>Take it out</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>转到该题</translation>
    </message>
    <message>
        <source>Forms were entered already: these questions become version {number}, and the forms entered stay as they are.</source>
        <translation>已有答卷：保存后成为第 {number} 版题目，已录入的答卷不变。</translation>
    </message>
    <message>
        <source>{count} questions</source>
        <translation>{count} 题</translation>
    </message>
    <message>
        <source>not kept yet</source>
        <translation>尚未保存</translation>
    </message>
    <message>
        <source>No questions</source>
        <translation>空白问卷</translation>
    </message>
    <message>
        <source>Keeping the questions</source>
        <translation>正在保存题目</translation>
    </message>
    <message>
        <source>Discard what is not kept?</source>
        <translation>放弃未保存的修改？</translation>
    </message>
    <message>
        <source>The questions are again as they were kept last.</source>
        <translation>题目将恢复为上次保存的内容。</translation>
    </message>
    <message>
        <source>A further question below the current one  Ins</source>
        <translation>在当前题目之后增加一题  Ins</translation>
    </message>
</context>
<context>
    <name>QuestionsView</name>
    <message>
        <source>Asked on site</source>
        <translation>现场提问</translation>
    </message>
    <message>
        <source>Promised</source>
        <translation>承诺答复</translation>
    </message>
    <message>
        <source>Nothing was taken down: add what customers ask, and by when the answer is promised.</source>
        <translation>还没有记录：请记下客户的提问，以及答应答复的日期。</translation>
    </message>
</context>
<context>
    <name>QuickEntry</name>
    <message>
        <source>All fields…</source>
        <translation>全部字段…</translation>
    </message>
    <message>
        <source>Counts once the supervisor approved it.</source>
        <translation>主管批准后生效。</translation>
    </message>
    <message>
        <source>Fri: send the offer</source>
        <translation>周五 给方案</translation>
    </message>
    <message>
        <source>New promise</source>
        <translation>新承诺</translation>
    </message>
    <message>
        <source>Sat: call back</source>
        <translation>周六 回电</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save and complete</source>
        <translation>保存并完成</translation>
    </message>
    <message>
        <source>Save only</source>
        <translation>仅保存</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>已保存。</translation>
    </message>
    <message>
        <source>Saving a contact</source>
        <translation>正在保存联系记录</translation>
    </message>
    <message>
        <source>What was said, in a few words</source>
        <translation>简要记下沟通内容</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Find a command</source>
        <translation>查找命令</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>More panes above</source>
        <translation>上面还有</translation>
    </message>
    <message>
        <source>More panes below</source>
        <translation>下面还有</translation>
    </message>
    <message>
        <source>Navigation</source>
        <translation>导航</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
</context>
<context>
    <name>RangeEditor</name>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
</context>
<context>
    <name>Readings</name>
    <message>
        <source>Contacts</source>
        <translation>联系</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>迟交</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Logs that wait</source>
        <translation>待复核日志</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>客户经理</translation>
    </message>
    <message>
        <source>Managers</source>
        <translation>客户经理</translation>
    </message>
    <message>
        <source>No log waits to be countersigned.</source>
        <translation>没有待复核的日志。</translation>
    </message>
    <message>
        <source>Nobody keeps a log yet.</source>
        <translation>还没有人写日志。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>待填</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>Plan of the next working day</source>
        <translation>下一工作日计划</translation>
    </message>
    <message>
        <source>planned late</source>
        <translation>计划迟交</translation>
    </message>
    <message>
        <source>submitted late</source>
        <translation>日志迟交</translation>
    </message>
    <message>
        <source>Not planned: {names}</source>
        <translation>未写计划：{names}</translation>
    </message>
    <message>
        <source>Not submitted: {names}</source>
        <translation>未提交：{names}</translation>
    </message>
    <message>
        <source>Sent back: {names}</source>
        <translation>已退回：{names}</translation>
    </message>
    <message>
        <source>Next working day not planned: {names}</source>
        <translation>下一工作日未写计划：{names}</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>RecordContact</name>
    <message>
        <source>Contact with {name}</source>
        <translation>联系记录：{name}</translation>
    </message>
    <message>
        <source>Fri: send the offer</source>
        <translation>周五 给方案</translation>
    </message>
    <message>
        <source>New promise</source>
        <translation>新承诺</translation>
    </message>
    <message>
        <source>Not noticed</source>
        <translation>未留意</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Removing a contact</source>
        <translation>正在删除联系记录</translation>
    </message>
    <message>
        <source>Sat: call back</source>
        <translation>周六 回电</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save and complete</source>
        <translation>保存并完成</translation>
    </message>
    <message>
        <source>Save only</source>
        <translation>仅保存</translation>
    </message>
    <message>
        <source>Saving a contact</source>
        <translation>正在保存联系记录</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>Say behind the day what was promised.</source>
        <translation>请在日期后写明承诺内容。</translation>
    </message>
</context>
<context>
    <name>RecoverVault</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Once you have finished here, the former code opens nothing any more: destroy its sheet.</source>
        <translation>完成后原恢复码即作废，请销毁原恢复码单。</translation>
    </message>
    <message>
        <source>Open this older state; I know that later work is missing</source>
        <translation>打开这个较旧的版本；已知晓其后的工作不在其中</translation>
    </message>
    <message>
        <source>Opening the vault</source>
        <translation>正在打开档案库</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>正在打开…</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation>恢复码</translation>
    </message>
    <message>
        <source>The code is complete and free of typing errors.</source>
        <translation>恢复码完整，没有输错。</translation>
    </message>
    <message>
        <source>The code opens the vault once. You choose a new password for one person and get a new code. All administrators are told at their next sign-in.</source>
        <translation>恢复码只能打开档案库一次。接着为一名员工设新密码，并得到新的恢复码。所有系统管理员下次登录时会看到通知。</translation>
    </message>
    <message>
        <source>Type or paste it as it stands on the sheet. Capitals, spaces and hyphens do not matter.</source>
        <translation>照恢复码单输入或粘贴，大小写、空格和连字符不影响。</translation>
    </message>
    <message>
        <source>Use recovery code</source>
        <translation>用恢复码</translation>
    </message>
    <message>
        <source>Who gets a new password</source>
        <translation>为谁设新密码</translation>
    </message>
    <message>
        <source>{given} of {wanted} characters</source>
        <translation>已输 {given} 个字符，共 {wanted} 个</translation>
    </message>
</context>
<context>
    <name>RemarkOnLog</name>
    <message>
        <source>Saving a remark</source>
        <translation>正在保存</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
</context>
<context>
    <name>ReportPart</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Bank</source>
        <translation>银行</translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Closed: {count}</source>
        <translation>已结清 {count}</translation>
    </message>
    <message>
        <source>Customer number</source>
        <translation>客户号</translation>
    </message>
    <message>
        <source>Every row could be read.</source>
        <translation>每一行都已识别。</translation>
    </message>
    <message>
        <source>First rows</source>
        <translation>前几行</translation>
    </message>
    <message>
        <source>For instance</source>
        <translation>例如</translation>
    </message>
    <message>
        <source>In rows</source>
        <translation>所在行</translation>
    </message>
    <message>
        <source>In the cell</source>
        <translation>单元格内容</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>文件中的姓名</translation>
    </message>
    <message>
        <source>Is</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Is here</source>
        <translation>对应员工</translation>
    </message>
    <message>
        <source>It can be written already; it is signed once the asking has ended.</source>
        <translation>现在就可以撰写；结束调研以后才能签发。</translation>
    </message>
    <message>
        <source>Its pages are made now and kept as they are. Figures and texts do not change any more.</source>
        <translation>现在生成报告并原样保存，此后数字和文字不再变化。</translation>
    </message>
    <message>
        <source>Keep the texts</source>
        <translation>保存文字</translation>
    </message>
    <message>
        <source>Keep the texts first, so that the report is signed as it stands here.</source>
        <translation>请先保存文字，使签发的报告与这里一致。</translation>
    </message>
    <message>
        <source>Keeping the report&apos;s texts</source>
        <translation>正在保存报告文字</translation>
    </message>
    <message>
        <source>Make a revision</source>
        <translation>修订</translation>
    </message>
    <message>
        <source>Make a revision of the report?</source>
        <translation>修订这份报告？</translation>
    </message>
    <message>
        <source>Make a revision…</source>
        <translation>修订…</translation>
    </message>
    <message>
        <source>Making a revision</source>
        <translation>正在建立修订版</translation>
    </message>
    <message>
        <source>Making the pages</source>
        <translation>正在生成页面</translation>
    </message>
    <message>
        <source>Managers</source>
        <translation>客户经理</translation>
    </message>
    <message>
        <source>Managers in the file: {count}</source>
        <translation>文件中的客户经理 {count}</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Nobody here is called so</source>
        <translation>没有同名员工</translation>
    </message>
    <message>
        <source>Nobody; keep the name as text</source>
        <translation>不对应，按文字保留</translation>
    </message>
    <message>
        <source>Not rows of the table: {count}</source>
        <translation>非数据行 {count}</translation>
    </message>
    <message>
        <source>Note it</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Noting to whom the report was sent</source>
        <translation>正在登记报送情况</translation>
    </message>
    <message>
        <source>Perhaps {name}?</source>
        <translation>可能是{name}？</translation>
    </message>
    <message>
        <source>Preparing the report</source>
        <translation>正在准备报告</translation>
    </message>
    <message>
        <source>Problems by kind</source>
        <translation>问题分类</translation>
    </message>
    <message>
        <source>Problems by kind: {count}</source>
        <translation>问题分类 {count}</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>产品</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行号</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>Rows that are none of the table&apos;s</source>
        <translation>非数据行</translation>
    </message>
    <message>
        <source>Rows with problems</source>
        <translation>有问题的行</translation>
    </message>
    <message>
        <source>Rows with problems: {count}</source>
        <translation>有问题的行 {count}</translation>
    </message>
    <message>
        <source>Show the report…</source>
        <translation>预览报告…</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>签发</translation>
    </message>
    <message>
        <source>Sign the report of survey {number}?</source>
        <translation>签发调研 {number} 的报告？</translation>
    </message>
    <message>
        <source>Signing the report</source>
        <translation>正在签发报告</translation>
    </message>
    <message>
        <source>Sign…</source>
        <translation>签发…</translation>
    </message>
    <message>
        <source>Some texts are not kept yet</source>
        <translation>有文字尚未保存</translation>
    </message>
    <message>
        <source>Taken?</source>
        <translation>处理</translation>
    </message>
    <message>
        <source>The first rows as they will be</source>
        <translation>前几行导入后的样子</translation>
    </message>
    <message>
        <source>The report is written once the survey is opened.</source>
        <translation>开始调研以后才能撰写报告。</translation>
    </message>
    <message>
        <source>The signed version stays as it is. The next one begins with the same texts.</source>
        <translation>已签发的版本原样保留，新的一版从同样的文字开始。</translation>
    </message>
    <message>
        <source>To be closed</source>
        <translation>将结清</translation>
    </message>
    <message>
        <source>To be closed: {count}</source>
        <translation>将结清 {count}</translation>
    </message>
    <message>
        <source>Version {number}, not signed yet.</source>
        <translation>第 {number} 版，尚未签发。</translation>
    </message>
    <message>
        <source>Version {number}, signed by {who} on {day}.</source>
        <translation>第 {number} 版，{who} 于 {day} 签发。</translation>
    </message>
    <message>
        <source>What is to be changed later is a revision; this version stays beside it.</source>
        <translation>以后如需更改，可作修订，本版仍然保留。</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>What stands there</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>What the updated rows bring: {fields}.</source>
        <translation>将更新的内容：{fields}。</translation>
    </message>
    <message>
        <source>What the updated rows brought: {fields}.</source>
        <translation>已更新的内容：{fields}。</translation>
    </message>
    <message>
        <source>Without the cell</source>
        <translation>略过单元格</translation>
    </message>
    <message>
        <source>Your choice</source>
        <translation>您的选择</translation>
    </message>
    <message>
        <source>{count} holdings that the list lacks were closed on {day}.</source>
        <translation>清单中没有的 {count} 笔产品已于 {day} 记为结清。</translation>
    </message>
    <message>
        <source>{count} holdings that the list lacks will be closed on {day}.</source>
        <translation>清单中没有的 {count} 笔产品将于 {day} 记为结清。</translation>
    </message>
    <message>
        <source>{count} of the new and updated rows have a problem in a cell: what cannot be read is left out.</source>
        <translation>新增和更新的行中，有 {count} 行的个别单元格有问题，无法识别的将略过。</translation>
    </message>
    <message>
        <source>{count} of the new and updated rows have a problem in a cell: what could not be read was left out.</source>
        <translation>新增和更新的行中，有 {count} 行的个别单元格有问题，无法识别的已略过。</translation>
    </message>
    <message>
        <source>{field} ({count} rows)</source>
        <translation>{field} {count} 行</translation>
    </message>
    <message>
        <source>Show the signed version {number} of {day}…</source>
        <translation>查看 {day} 签发的第 {number} 版…</translation>
    </message>
    <message>
        <source>Managers in the file who are nobody here: {names} ({rows} rows); unless you say who they are, their names are kept as text and nobody has these rows.</source>
        <translation>文件中有 {names} 位客户经理不在本网点员工中（{rows} 行）；不选出是谁的，姓名按文字保留，不归任何人。</translation>
    </message>
</context>
<context>
    <name>ReportsPane</name>
    <message>
        <source>Choose a report, say what it is about, and show its pages. They are printed from there.</source>
        <translation>选择一份报表，填好参数，先看页面，再打印或保存。</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>报表</translation>
    </message>
    <message>
        <source>Show the pages</source>
        <translation>生成页面</translation>
    </message>
</context>
<context>
    <name>ResetPassword</name>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Enable again</source>
        <translation>重新启用</translation>
    </message>
    <message>
        <source>Let {name} sign in again</source>
        <translation>恢复 {name} 的登录</translation>
    </message>
    <message>
        <source>Preparing the password</source>
        <translation>正在准备密码</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>Reset {name}&apos;s password</source>
        <translation>重置 {name} 的密码</translation>
    </message>
    <message>
        <source>Setting…</source>
        <translation>正在设置…</translation>
    </message>
    <message>
        <source>The old password opens nothing any more. They are told at sign-in that you reset it.</source>
        <translation>原密码立即失效。本人登录时会看到密码被重置的通知。</translation>
    </message>
    <message>
        <source>Their roles and their work are as they were. They get a new password.</source>
        <translation>角色和工作记录不变，密码换新。</translation>
    </message>
</context>
<context>
    <name>ResultPage</name>
    <message>
        <source>Imported as entry {number} of the audit trail. It can be taken back here and in the list of imports, as long as nothing of it was changed since.</source>
        <translation>已导入，审计记录第 {number} 条。只要这些记录之后没有改动，就可以在这里或导入记录中整批撤销。</translation>
    </message>
    <message>
        <source>Nothing had to be written: the archive has it all, or the rows were rejected.</source>
        <translation>没有需要写入的内容：档案中都已有，或者行已被退回。</translation>
    </message>
    <message>
        <source>Save rows with problems…</source>
        <translation>保存有问题的行…</translation>
    </message>
    <message>
        <source>Show these customers</source>
        <translation>查看这些客户</translation>
    </message>
    <message>
        <source>Take the import back</source>
        <translation>撤销本次导入</translation>
    </message>
    <message>
        <source>The import was taken back: the archive is as it was before.</source>
        <translation>本次导入已撤销，档案恢复到导入之前。</translation>
    </message>
</context>
<context>
    <name>ResultsPart</name>
    <message>
        <source>95 % interval</source>
        <translation>95% 区间</translation>
    </message>
    <message>
        <source>Against survey {number}</source>
        <translation>与调研 {number} 比较</translation>
    </message>
    <message>
        <source>All together</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Apart</source>
        <translation>分组方式</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>上次</translation>
    </message>
    <message>
        <source>By age</source>
        <translation>按年龄</translation>
    </message>
    <message>
        <source>By manager</source>
        <translation>按客户经理</translation>
    </message>
    <message>
        <source>By tier</source>
        <translation>按客户层级</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>Dimension</source>
        <translation>维度</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>期望</translation>
    </message>
    <message>
        <source>Fewer than {least} forms: nothing is told of an anonymous survey.</source>
        <translation>答卷不足 {least} 份：匿名调研不显示结果。</translation>
    </message>
    <message>
        <source>Forms</source>
        <translation>答卷</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>感知</translation>
    </message>
    <message>
        <source>Gap</source>
        <translation>差距</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>In order</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>Mean place</source>
        <translation>平均名次</translation>
    </message>
    <message>
        <source>More than chance</source>
        <translation>差异显著</translation>
    </message>
    <message>
        <source>No form has been entered yet.</source>
        <translation>还没有录入答卷。</translation>
    </message>
    <message>
        <source>Nobody answered this question.</source>
        <translation>本题无人回答。</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>本次</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>题目</translation>
    </message>
    <message>
        <source>Rated</source>
        <translation>评价项目</translation>
    </message>
    <message>
        <source>Response rate {rate}.</source>
        <translation>回收率 {rate}。</translation>
    </message>
    <message>
        <source>There is nothing to count before the survey is opened.</source>
        <translation>调研还没有开始，没有可统计的结果。</translation>
    </message>
    <message>
        <source>Two highest</source>
        <translation>前两档占比</translation>
    </message>
    <message>
        <source>What was expected and what was found</source>
        <translation>期望与感知</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>{count} answers</source>
        <translation>{count} 条回答</translation>
    </message>
    <message>
        <source>{forms} forms. Of {invited} asked {answered} answered, {refused} refused, {unreached} were not reached.</source>
        <translation>收回答卷 {forms} 份。调研对象 {invited} 位，已答 {answered} 位，拒答 {refused} 位，未联系上 {unreached} 位。</translation>
    </message>
    <message>
        <source>By segment</source>
        <translation>按客群</translation>
    </message>
    <message>
        <source>Nobody can tell whose anonymous forms are, so there are no such groups.</source>
        <translation>匿名答卷无法对应客户，因此不能按客群查看。</translation>
    </message>
    <message>
        <source>No segment has been kept yet: make one under Plans.</source>
        <translation>还没有保存过客群，请先在“计划”中建立。</translation>
    </message>
</context>
<context>
    <name>RetentionPage</name>
    <message>
        <source>From when they were lost or deleted; never before the last contact, figure or product. What identifies a customer: ten years from the end of the relationship (反洗钱法, article 34).</source>
        <translation>自流失或删除之日起算，且不早于最后一次联系、资产数据或产品到期。客户身份资料自业务关系结束起至少保存十年（反洗钱法第三十四条）。</translation>
    </message>
    <message>
        <source>Contacts with customers who are still here too.</source>
        <translation>仍在档的客户的联系记录也按此计算。</translation>
    </message>
    <message>
        <source>From the day they were added.</source>
        <translation>自添加之日起算。</translation>
    </message>
    <message>
        <source>years</source>
        <translation>年</translation>
    </message>
    <message>
        <source>Delete what is due…</source>
        <translation>删除到期内容…</translation>
    </message>
    <message>
        <source>What is older than it is kept</source>
        <translation>已超过保存期限的内容</translation>
    </message>
    <message>
        <source>Nothing goes by itself. An administrator and a branch head decide together; what is shown here counts by the years that are saved.</source>
        <translation>不会自动删除，由系统管理员和网点负责人共同决定；此处按已保存的年限计算。</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>正在计算…</translation>
    </message>
    <message>
        <source>{what}: {count}, the oldest of {day}</source>
        <translation>{what}：{count}，最早 {day}</translation>
    </message>
    <message>
        <source>Nothing is due.</source>
        <translation>没有到期的内容。</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Records of contacts</source>
        <translation>联系记录</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>附件</translation>
    </message>
    <message>
        <source>Entries of the audit trail</source>
        <translation>审计记录</translation>
    </message>
    <message>
        <source>Who did not want to be called, written to or sold to, known by a code of phone and document numbers only. They outlive the customer&apos;s data, so that nobody who comes back by an import is called against their word (个人信息保护法, article 44; 消费者权益保护法, article 29).</source>
        <translation>拒绝来电、信息、上门、祝福或营销的人，只存电话和证件号码的编码。要比客户资料留得更久：资料删除后再随导入进来，也不会违背其意愿去联系（《个人信息保护法》第四十四条、《消费者权益保护法》第二十九条）。</translation>
    </message>
    <message>
        <source>What is left can still be verified. At least six months (网络安全法, article 23).</source>
        <translation>余下的仍可校验。至少六个月（《网络安全法》第二十三条）。</translation>
    </message>
    <message>
        <source>What people refused</source>
        <translation>拒绝联系的记录</translation>
    </message>
</context>
<context>
    <name>Revealer</name>
    <message>
        <source>Showing a masked field</source>
        <translation>正在查看脱敏信息</translation>
    </message>
</context>
<context>
    <name>ReviewCapture</name>
    <message>
        <source>A customer has this number already</source>
        <translation>已有客户使用这个号码</translation>
    </message>
    <message>
        <source>A guess: please check</source>
        <translation>推测，请核对</translation>
    </message>
    <message>
        <source>Choose the customer…</source>
        <translation>请选择客户…</translation>
    </message>
    <message>
        <source>Choose whose it is.</source>
        <translation>请选择是哪位客户。</translation>
    </message>
    <message>
        <source>New customer: {name}</source>
        <translation>新客户：{name}</translation>
    </message>
    <message>
        <source>Nobody in the archive is named: please check</source>
        <translation>没有找到档案中的客户，请选择</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Record this?</source>
        <translation>这样记录吗？</translation>
    </message>
    <message>
        <source>Recording a line</source>
        <translation>正在记录一句话</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>Somebody else…</source>
        <translation>其他客户…</translation>
    </message>
    <message>
        <source>The line</source>
        <translation>这句话</translation>
    </message>
    <message>
        <source>The line may mean several customers: please check</source>
        <translation>可能指几位客户，请核对</translation>
    </message>
</context>
<context>
    <name>RoleBoxes</name>
    <message>
        <source>Tick at least one role.</source>
        <translation>请至少勾选一个角色。</translation>
    </message>
</context>
<context>
    <name>RotationProposal</name>
    <message>
        <source>People who could open the vault and left since the master key was last renewed ({day}): {count}. What is written from now on is out of their reach once it is renewed.</source>
        <translation>上次更换主密钥（{day}）以来，已有 {count} 位能打开档案库的人离岗。更换后，此后写入的内容他们就读不到了。</translation>
    </message>
    <message>
        <source>The master key is that of {day}. It should be renewed from time to time.</source>
        <translation>主密钥还是 {day} 的，建议定期更换。</translation>
    </message>
    <message>
        <source>Renew it in the settings</source>
        <translation>到设置中更换</translation>
    </message>
</context>
<context>
    <name>RowsSection</name>
    <message>
        <source>Not saved yet.</source>
        <translation>尚未保存。</translation>
    </message>
</context>
<context>
    <name>RuleBox</name>
    <message>
        <source>For customers of these tiers</source>
        <translation>适用于以下层级的客户</translation>
    </message>
</context>
<context>
    <name>ScriptsPage</name>
    <message>
        <source>Beside each touchpoint stands what helps in that conversation: first your own texts, then the branch&apos;s for this occasion and this kind of customer.</source>
        <translation>每个维护事项旁边会列出这次沟通用得上的话术：先是您自己的，再是网点为这种场合、这类客户准备的。</translation>
    </message>
    <message>
        <source>Part of the conversation</source>
        <translation>话术类别</translation>
    </message>
</context>
<context>
    <name>SecondPerson</name>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>A second person has to agree: {role}.</source>
        <translation>须由另一人共同确认：{role}。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Checking the password</source>
        <translation>正在核对密码</translation>
    </message>
</context>
<context>
    <name>SecurityPage</name>
    <message>
        <source>A person may let their Windows session open the vault</source>
        <translation>允许员工凭 Windows 登录解锁</translation>
    </message>
    <message>
        <source>Each person chooses it for themselves in My account. Off: only passwords open it.</source>
        <translation>由员工本人在“我的账户”中开启。关闭后只能用密码打开。</translation>
    </message>
    <message>
        <source>Everything in this folder is encrypted. Whoever copies it still needs a password or the recovery code.</source>
        <translation>此文件夹内全部加密。即使被拷走，没有密码或恢复码也打不开。</translation>
    </message>
    <message>
        <source>From {least} to {most}. The Windows lock locks it at once.</source>
        <translation>{least} 至 {most} 秒。Windows 锁屏时立即锁定。</translation>
    </message>
    <message>
        <source>Lock when not used for</source>
        <translation>无操作自动锁定</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>打开所在文件夹</translation>
    </message>
    <message>
        <source>The vault</source>
        <translation>档案库</translation>
    </message>
    <message>
        <source>Ways in: passwords {people}, recovery codes {codes}</source>
        <translation>可打开的凭据：密码 {people} 个，恢复码 {codes} 个</translation>
    </message>
    <message>
        <source>Windows session</source>
        <translation>Windows 登录</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>Renew the master key…</source>
        <translation>更换主密钥…</translation>
    </message>
    <message>
        <source>Master key</source>
        <translation>主密钥</translation>
    </message>
    <message>
        <source>Renew it when somebody leaves who had the vault in their hands, on a suspicion, or once a year. Passwords and the recovery code stay; backups of before open with those of their time.</source>
        <translation>有接触过档案库的人离岗、怀疑泄露时请更换，平时每年更换一次。密码和恢复码不变；更换前的备份仍用当时的密码和恢复码打开。</translation>
    </message>
    <message>
        <source>Renew the master key?</source>
        <translation>更换主密钥？</translation>
    </message>
    <message>
        <source>The whole vault is encrypted anew. A backup comes first, and nothing is lost if the computer fails meanwhile.</source>
        <translation>整个档案库将重新加密。更换前先做备份，中途断电也不会丢失数据。</translation>
    </message>
    <message>
        <source>Nobody can work until it is done. Then the password is asked for again.</source>
        <translation>完成之前无法使用，完成后需重新输入密码。</translation>
    </message>
    <message>
        <source>Renew</source>
        <translation>更换</translation>
    </message>
    <message>
        <source>Renewing the master key</source>
        <translation>正在更换主密钥</translation>
    </message>
    <message>
        <source>years</source>
        <translation>年</translation>
    </message>
    <message>
        <source>Propose to renew the master key after</source>
        <translation>提醒更换主密钥的间隔</translation>
    </message>
    <message>
        <source>And once somebody was disabled. 0: never.</source>
        <translation>有人停用后也会提醒。填 0 则不提醒。</translation>
    </message>
    <message>
        <source>Cancelled. The master key is as it was.</source>
        <translation>已取消，主密钥没有更换。</translation>
    </message>
</context>
<context>
    <name>SegmentForm</name>
    <message>
        <source>Discard</source>
        <translation>放弃修改</translation>
    </message>
    <message>
        <source>For everybody at the branch</source>
        <translation>全网点共用</translation>
    </message>
    <message>
        <source>Name of the segment</source>
        <translation>客群名称</translation>
    </message>
    <message>
        <source>Name, for example “Maturing soon, long not seen”</source>
        <translation>名称，例如“临近到期、久未联系”</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save as my own</source>
        <translation>另存为我的客群</translation>
    </message>
    <message>
        <source>add a condition</source>
        <translation>请添加条件</translation>
    </message>
    <message>
        <source>finish the conditions</source>
        <translation>请把条件填写完整</translation>
    </message>
</context>
<context>
    <name>SegmentList</name>
    <message>
        <source>A segment is a saved combination of conditions. Plans, lists and exports use it.</source>
        <translation>客群是保存下来的一组条件，计划、名单和导出都可以使用。</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>New segment</source>
        <translation>新建客群</translation>
    </message>
    <message>
        <source>No segment has this in its name.</source>
        <translation>没有名称含有这些字的客群。</translation>
    </message>
    <message>
        <source>Part of the name</source>
        <translation>名称中的字</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation>客群</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>客群</translation>
    </message>
    <message>
        <source>branch</source>
        <translation>网点</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>未保存</translation>
    </message>
    <message>
        <source>faulty</source>
        <translation>有误</translation>
    </message>
</context>
<context>
    <name>SegmentsPart</name>
    <message>
        <source>Add a condition…</source>
        <translation>添加条件…</translation>
    </message>
    <message>
        <source>Add a group</source>
        <translation>添加条件组</translation>
    </message>
    <message>
        <source>Delete this segment</source>
        <translation>删除此客群</translation>
    </message>
    <message>
        <source>Deleting a segment</source>
        <translation>删除客群</translation>
    </message>
    <message>
        <source>Discard what is not saved</source>
        <translation>放弃未保存的修改</translation>
    </message>
    <message>
        <source>Find a segment</source>
        <translation>查找客群</translation>
    </message>
    <message>
        <source>Fix who is in it today</source>
        <translation>固定今天的名单</translation>
    </message>
    <message>
        <source>Fixing who is in a segment</source>
        <translation>固定客群名单</translation>
    </message>
    <message>
        <source>Its members are fixed as it is saved.</source>
        <translation>名单按已保存的条件固定。</translation>
    </message>
    <message>
        <source>List them in the archive</source>
        <translation>在客户档案中列出</translation>
    </message>
    <message>
        <source>New segment</source>
        <translation>新建客群</translation>
    </message>
    <message>
        <source>Remove this part</source>
        <translation>删除此项条件</translation>
    </message>
    <message>
        <source>Save the segment first</source>
        <translation>请先保存客群</translation>
    </message>
    <message>
        <source>Save this segment</source>
        <translation>保存此客群</translation>
    </message>
    <message>
        <source>Save under another name…</source>
        <translation>以其他名称另存…</translation>
    </message>
    <message>
        <source>Saving a segment</source>
        <translation>保存客群</translation>
    </message>
    <message>
        <source>Somebody else changed it meanwhile. Save again to put yours in force.</source>
        <translation>期间已有他人修改。再次保存，将以您的内容为准。</translation>
    </message>
    <message>
        <source>The archive lists what is saved under its name.</source>
        <translation>客户档案按已保存的客群列出。</translation>
    </message>
    <message>
        <source>Who is in it</source>
        <translation>现有客户</translation>
    </message>
    <message>
        <source>{count} segments</source>
        <translation>{count} 个客群</translation>
    </message>
    <message>
        <source>{name} (copy)</source>
        <translation>{name}（副本）</translation>
    </message>
</context>
<context>
    <name>SendInvitations</name>
    <message>
        <source>Invitations were sent</source>
        <translation>邀请已发出</translation>
    </message>
    <message>
        <source>A contact is recorded for each of the {count} marked whose invitation is to be done; the others stay as they are.</source>
        <translation>所选 {count} 户中待邀请的各记一条联系记录，其余不变。</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>Recording invitations</source>
        <translation>正在记录邀请</translation>
    </message>
    <message>
        <source>{count} recorded</source>
        <translation>已记录 {count} 户</translation>
    </message>
    <message>
        <source>{left} were left as they are: invited already, left in peace, or of another manager.</source>
        <translation>{left} 户未变：已经邀请、不宜打扰，或属其他客户经理。</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>Preparing the demonstration</source>
        <translation>正在准备示范网点</translation>
    </message>
    <message>
        <source>Unlocking</source>
        <translation>正在解锁</translation>
    </message>
</context>
<context>
    <name>SettingsView</name>
    <message>
        <source>Discard changes</source>
        <translation>放弃更改</translation>
    </message>
    <message>
        <source>Forget what was typed on this page and show what is in force</source>
        <translation>放弃本页未保存的输入，恢复为当前设置</translation>
    </message>
    <message>
        <source>Pages of the settings</source>
        <translation>设置页面</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
</context>
<context>
    <name>SettleComplaint</name>
    <message>
        <source>What was decided about {number}?</source>
        <translation>{number} 的处理决定</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>How was the customer told of {number}?</source>
        <translation>如何告知客户（{number}）</translation>
    </message>
    <message>
        <source>Note it</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Take {number} up again</source>
        <translation>重新办理 {number}</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>重新办理</translation>
    </message>
    <message>
        <source>A further step of {number}</source>
        <translation>{number} 的后续步骤</translation>
    </message>
    <message>
        <source>Add the step</source>
        <translation>添加步骤</translation>
    </message>
    <message>
        <source>Satisfied</source>
        <translation>满意</translation>
    </message>
    <message>
        <source>Not satisfied</source>
        <translation>不满意</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>尚不清楚</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Write what was decided.</source>
        <translation>请写明处理决定。</translation>
    </message>
    <message>
        <source>Write what is to be done next.</source>
        <translation>请写明下一步做什么。</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>Saving a complaint</source>
        <translation>正在保存投诉</translation>
    </message>
</context>
<context>
    <name>Shares</name>
    <message>
        <source>By last result</source>
        <translation>按上期业绩</translation>
    </message>
    <message>
        <source>By portfolio</source>
        <translation>按管户规模</translation>
    </message>
    <message>
        <source>Choose a target in the list.</source>
        <translation>请在列表中选择一项指标。</translation>
    </message>
    <message>
        <source>Enter the result</source>
        <translation>填报结果</translation>
    </message>
    <message>
        <source>Evenly</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>分解数</translation>
    </message>
    <message>
        <source>Part of {name}</source>
        <translation>{name}的分解数</translation>
    </message>
    <message>
        <source>Progress of {name}</source>
        <translation>{name}的进度</translation>
    </message>
    <message>
        <source>Reached so far</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Save the split</source>
        <translation>保存分解</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>分解</translation>
    </message>
    <message>
        <source>Target {target}, reached {actual}</source>
        <translation>目标 {target}，已完成 {actual}</translation>
    </message>
    <message>
        <source>adds up to the target</source>
        <translation>与目标相符</translation>
    </message>
    <message>
        <source>the months add up to {months}</source>
        <translation>各月合计 {months}</translation>
    </message>
    <message>
        <source>the others</source>
        <translation>其他人</translation>
    </message>
    <message>
        <source>{before} before the period</source>
        <translation>期初 {before}</translation>
    </message>
    <message>
        <source>{names} left and still has a part. Give it to others.</source>
        <translation>{names}已离岗，仍有分解数，请转给他人。</translation>
    </message>
    <message>
        <source>{rest} more than the target</source>
        <translation>超出目标 {rest}</translation>
    </message>
    <message>
        <source>{rest} not split yet</source>
        <translation>还有 {rest} 未分解</translation>
    </message>
</context>
<context>
    <name>SheetView</name>
    <message>
        <source>Materials, equipment, people</source>
        <translation>物料、设备与人员</translation>
    </message>
    <message>
        <source>Nothing is on the sheet yet: add what is needed and who sees to it.</source>
        <translation>还没有筹备事项：请添加需要的东西和负责人。</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>活动流程</translation>
    </message>
    <message>
        <source>No run is written yet: add its points with their times.</source>
        <translation>还没有流程：请添加各环节的时间。</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>No cost is estimated yet.</source>
        <translation>还没有预算。</translation>
    </message>
    <message>
        <source>{done} of {all} seen to; Space ticks</source>
        <translation>已办妥 {done}/{all}，空格键勾选</translation>
    </message>
    <message>
        <source>{spent} of {planned} estimated</source>
        <translation>已用 {spent}，预算 {planned}</translation>
    </message>
</context>
<context>
    <name>ShowCode</name>
    <message>
        <source>If nobody can sign in any more, this code opens the vault, on any computer. Without a password and without this code nobody can, not even the makers of the program.</source>
        <translation>所有人都无法登录时，用这个恢复码可以在任何电脑上打开档案库。没有密码又没有恢复码，谁也打不开，程序的制作者也不行。</translation>
    </message>
    <message>
        <source>Keep the sheet like a key to the strong room: sealed, away from this computer, known to two people. A PDF of it must not stay on this computer. The code is shown only now.</source>
        <translation>恢复码单要像金库钥匙一样保管：密封，不放在这台电脑旁，存放处由两人知晓。不要把它的 PDF 留在这台电脑上。恢复码只在此时显示。</translation>
    </message>
    <message>
        <source>Print or save…</source>
        <translation>打印或保存…</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>已打印</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation>恢复码</translation>
    </message>
    <message>
        <source>Saved as {name}</source>
        <translation>已存为 {name}</translation>
    </message>
</context>
<context>
    <name>Side</name>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Add to it</source>
        <translation>写补记</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>批语</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>联系人次</translation>
    </message>
    <message>
        <source>Customers…</source>
        <translation>客户…</translation>
    </message>
    <message>
        <source>Done of the plan</source>
        <translation>计划完成</translation>
    </message>
    <message>
        <source>Left open</source>
        <translation>逾期未填</translation>
    </message>
    <message>
        <source>Market and policy</source>
        <translation>市场与政策</translation>
    </message>
    <message>
        <source>No news of the day.</source>
        <translation>没有当日资讯。</translation>
    </message>
    <message>
        <source>Nothing was written yet.</source>
        <translation>还没有批语。</translation>
    </message>
    <message>
        <source>Numbers of the day</source>
        <translation>当日数字</translation>
    </message>
    <message>
        <source>Partly</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>Plans late: {count}</source>
        <translation>计划迟交 {count} 天</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>批语与补记</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>本周</translation>
    </message>
    <message>
        <source>Time in contacts</source>
        <translation>联系时长</translation>
    </message>
    <message>
        <source>Unplanned</source>
        <translation>计划外</translation>
    </message>
    <message>
        <source>not planned yet</source>
        <translation>还没有写计划</translation>
    </message>
    <message>
        <source>planned {at}</source>
        <translation>计划写于{at}</translation>
    </message>
    <message>
        <source>the computer&apos;s clock said {at}</source>
        <translation>电脑时钟当时为 {at}</translation>
    </message>
    <message>
        <source>until the end of {day}</source>
        <translation>应于{day}当天提交</translation>
    </message>
    <message>
        <source>{at}, late</source>
        <translation>{at}，迟交</translation>
    </message>
    <message>
        <source>{count} items without completion</source>
        <translation>还有 {count} 件未填完成情况</translation>
    </message>
    <message>
        <source>{item}: {words}</source>
        <translation>{item}：{words}</translation>
    </message>
    <message>
        <source>{kind}; {touched} customers, {planned} contacts planned</source>
        <translation>{kind}；涉及 {touched} 位客户，已安排 {planned} 次联系</translation>
    </message>
    <message>
        <source>{name}, {at}</source>
        <translation>{name} {at}</translation>
    </message>
</context>
<context>
    <name>SideView</name>
    <message>
        <source>Back to the customers</source>
        <translation>返回客户档案</translation>
    </message>
</context>
<context>
    <name>SignInWindow</name>
    <message>
        <source>A copy of the key file</source>
        <translation>密钥文件的副本</translation>
    </message>
    <message>
        <source>Changing the password</source>
        <translation>正在修改密码</translation>
    </message>
    <message>
        <source>Check Caps Lock and the input method; an administrator can reset the password.</source>
        <translation>请检查大写锁定和输入法；忘记密码可请系统管理员重置。</translation>
    </message>
    <message>
        <source>Choose your own password</source>
        <translation>设置自己的密码</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Exit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Folder of the vault</source>
        <translation>档案库文件夹</translation>
    </message>
    <message>
        <source>Key file (vault.keys*);;All (*)</source>
        <translation>密钥文件 (vault.keys*);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Open with my Windows session</source>
        <translation>凭 Windows 登录解锁</translation>
    </message>
    <message>
        <source>Opening the vault</source>
        <translation>正在打开档案库</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>员工</translation>
    </message>
    <message>
        <source>Please type your password.</source>
        <translation>请输入密码。</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation>用恢复码</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>The last attempts had wrong passwords.</source>
        <translation>前几次密码错误。</translation>
    </message>
    <message>
        <source>The next attempt is possible in {seconds} s.</source>
        <translation>{seconds} 秒后可再试。</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>解锁</translation>
    </message>
    <message>
        <source>Unlocking</source>
        <translation>正在解锁</translation>
    </message>
    <message>
        <source>Unlocking…</source>
        <translation>正在解锁…</translation>
    </message>
    <message>
        <source>Wrong password, attempt {count}.</source>
        <translation>密码错误，第 {count} 次。</translation>
    </message>
    <message>
        <source>You came in with a password that somebody else gave you. Only you should know the next.</source>
        <translation>本次用的是别人给的一次性密码。请设一个只有自己知道的密码。</translation>
    </message>
    <message>
        <source>Your password opens the vault</source>
        <translation>用密码打开档案库</translation>
    </message>
    <message>
        <source>{wrong} {advice}</source>
        <translation>{wrong}{advice}</translation>
    </message>
    <message>
        <source>Manual</source>
        <translation>使用手册</translation>
    </message>
</context>
<context>
    <name>SkipBecause</name>
    <message>
        <source>Reason, for whoever reads it later</source>
        <translation>原因，供日后查看</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>Skip {count}, because</source>
        <translation>跳过 {count} 项的原因</translation>
    </message>
    <message>
        <source>Skip, because</source>
        <translation>跳过的原因</translation>
    </message>
</context>
<context>
    <name>Sparkline</name>
    <message>
        <source>Assets over twelve months</source>
        <translation>近 12 个月资产规模</translation>
    </message>
    <message>
        <source>From {before} on {first} to {after} on {last}</source>
        <translation>{first} {before} → {last} {after}</translation>
    </message>
</context>
<context>
    <name>StaffPane</name>
    <message>
        <source>Active</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation>添加员工</translation>
    </message>
    <message>
        <source>Add a person…</source>
        <translation>添加员工…</translation>
    </message>
    <message>
        <source>Disable</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Disable or enable…</source>
        <translation>停用或启用…</translation>
    </message>
    <message>
        <source>Disable {name}?</source>
        <translation>停用 {name}？</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>Disable…</source>
        <translation>停用…</translation>
    </message>
    <message>
        <source>Disabling {name}</source>
        <translation>正在停用 {name}</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Enable again…</source>
        <translation>重新启用…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Find a person</source>
        <translation>查找员工</translation>
    </message>
    <message>
        <source>Include disabled</source>
        <translation>含已停用</translation>
    </message>
    <message>
        <source>Last sign-in</source>
        <translation>上次登录</translation>
    </message>
    <message>
        <source>Mobile</source>
        <translation>手机</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Nobody has such a name.</source>
        <translation>没有找到该姓名。</translation>
    </message>
    <message>
        <source>One-use</source>
        <translation>一次性</translation>
    </message>
    <message>
        <source>Own</source>
        <translation>自设</translation>
    </message>
    <message>
        <source>Part of a name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Print list</source>
        <translation>打印名单</translation>
    </message>
    <message>
        <source>Print the list…</source>
        <translation>打印名单…</translation>
    </message>
    <message>
        <source>Reset password…</source>
        <translation>重置密码…</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>So far only you can sign in. Add the people of the branch; each gets their own password.</source>
        <translation>目前只有一人能登录。请添加本网点员工，每人一个密码。</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>员工</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>They can no longer sign in. Their work stays under their name.</source>
        <translation>停用后不能登录，工作记录仍在本人名下。</translation>
    </message>
    <message>
        <source>You can enable them again later, with a new password.</source>
        <translation>以后可以重新启用，并设新密码。</translation>
    </message>
    <message>
        <source>{count} in all</source>
        <translation>共 {count} 人</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Last backup today {time}, verified</source>
        <translation>上次备份 今天 {time}，已校验</translation>
    </message>
    <message>
        <source>Last backup {time}, verified</source>
        <translation>上次备份 {time}，已校验</translation>
    </message>
    <message>
        <source>No backup</source>
        <translation>没有备份</translation>
    </message>
    <message>
        <source>No tasks running</source>
        <translation>没有进行中的任务</translation>
    </message>
    <message>
        <source>Progress of the task</source>
        <translation>任务进度</translation>
    </message>
    <message>
        <source>Vault encrypted</source>
        <translation>档案库已加密</translation>
    </message>
    <message>
        <source>Vault encrypted, locks after {minutes} min without use</source>
        <translation>档案库已加密，{minutes} 分钟无操作自动锁定</translation>
    </message>
    <message>
        <source>Vault encrypted, locks after {seconds} s without use</source>
        <translation>档案库已加密，{seconds} 秒无操作自动锁定</translation>
    </message>
    <message>
        <source>{last}; the newest changes are not in it</source>
        <translation>{last}；最新改动未备份</translation>
    </message>
    <message>
        <source>{title} and {count} more</source>
        <translation>{title}等 {count} 项</translation>
    </message>
    <message>
        <source>The last backup is {days} days old. Make one in the settings.</source>
        <translation>上次备份已是 {days} 天前，请到设置中立即备份。</translation>
    </message>
    <message>
        <source>{last}, {days} days ago</source>
        <translation>{last}，{days} 天前</translation>
    </message>
    <message>
        <source>{last}; the second folder lacks it</source>
        <translation>{last}；第二个文件夹中没有</translation>
    </message>
</context>
<context>
    <name>StepField</name>
    <message>
        <source>Contact</source>
        <translation>联系</translation>
    </message>
    <message>
        <source>Say behind the day what was promised.</source>
        <translation>请在日期后写明承诺内容。</translation>
    </message>
</context>
<context>
    <name>StepsBar</name>
    <message>
        <source>current step</source>
        <translation>当前步骤</translation>
    </message>
</context>
<context>
    <name>Strip</name>
    <message>
        <source>Maturing in 90 days</source>
        <translation>90 天到期</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>未分配</translation>
    </message>
    <message>
        <source>Other banks</source>
        <translation>他行</translation>
    </message>
    <message>
        <source>Own</source>
        <translation>本行</translation>
    </message>
    <message>
        <source>Own {own}, other banks {other}</source>
        <translation>本行 {own}，他行 {other}</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>本周</translation>
    </message>
    <message>
        <source>by manager</source>
        <translation>按客户经理</translation>
    </message>
    <message>
        <source>by week</source>
        <translation>按周</translation>
    </message>
    <message>
        <source>in thousands</source>
        <translation>单位万元</translation>
    </message>
    <message>
        <source>not told</source>
        <translation>不显示</translation>
    </message>
    <message>
        <source>{count} products, own {own}, other banks {other}</source>
        <translation>{count} 笔，本行 {own}，他行 {other}</translation>
    </message>
</context>
<context>
    <name>SummaryPage</name>
    <message>
        <source>Contacts</source>
        <translation>联系</translation>
    </message>
    <message>
        <source>Contacts by channel</source>
        <translation>按渠道联系</translation>
    </message>
    <message>
        <source>Countersigned</source>
        <translation>已复核</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Left open</source>
        <translation>逾期未填</translation>
    </message>
    <message>
        <source>Logs not submitted</source>
        <translation>日志未提交</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>客户经理</translation>
    </message>
    <message>
        <source>Managers</source>
        <translation>客户经理</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>改期</translation>
    </message>
    <message>
        <source>Nobody keeps a log yet.</source>
        <translation>还没有人写日志。</translation>
    </message>
    <message>
        <source>Not planned</source>
        <translation>未写计划</translation>
    </message>
    <message>
        <source>Not submitted</source>
        <translation>未提交</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>Planned and done by day</source>
        <translation>每日计划与完成</translation>
    </message>
    <message>
        <source>Plans late</source>
        <translation>计划迟交</translation>
    </message>
    <message>
        <source>Plans late or missing</source>
        <translation>计划迟交或未写</translation>
    </message>
    <message>
        <source>Time in contacts</source>
        <translation>联系时长</translation>
    </message>
</context>
<context>
    <name>SurveyDeeds</name>
    <message>
        <source>Open survey {number}?</source>
        <translation>开始调研 {number}？</translation>
    </message>
    <message>
        <source>Who is asked is drawn now, and their forms are numbered. From then on whom it is about, the method and whether it is anonymous stay as they are.</source>
        <translation>现在抽取调研对象并为调研表编号。此后调研范围、方式以及是否匿名不能再改。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Opening a survey</source>
        <translation>正在开始调研</translation>
    </message>
    <message>
        <source>End the asking of survey {number}?</source>
        <translation>结束调研 {number}？</translation>
    </message>
    <message>
        <source>No forms are taken after it. The report is written and signed then.</source>
        <translation>结束后不再录入答卷，接下来撰写并签发报告。</translation>
    </message>
    <message>
        <source>It can be opened again until the report is signed.</source>
        <translation>报告签发之前可以重新开始。</translation>
    </message>
    <message>
        <source>End the asking</source>
        <translation>结束调研</translation>
    </message>
    <message>
        <source>Ending a survey</source>
        <translation>正在结束调研</translation>
    </message>
    <message>
        <source>Open survey {number} again?</source>
        <translation>重新开始调研 {number}？</translation>
    </message>
    <message>
        <source>Forms are taken again, of the same customers. What was written is kept.</source>
        <translation>继续录入同一批调研对象的答卷，已写的内容保留。</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <source>Copying a survey</source>
        <translation>正在复制调研</translation>
    </message>
    <message>
        <source>Removing a draft</source>
        <translation>正在删除草稿</translation>
    </message>
    <message>
        <source>Questionnaires and tables of answers</source>
        <translation>问卷文件和答卷表格</translation>
    </message>
    <message>
        <source>Questions from a file</source>
        <translation>从文件导入题目</translation>
    </message>
    <message>
        <source>Taking questions from a file</source>
        <translation>正在导入题目</translation>
    </message>
</context>
<context>
    <name>SurveyPage</name>
    <message>
        <source>About it</source>
        <translation>调研说明</translation>
    </message>
    <message>
        <source>Enter forms</source>
        <translation>录入答卷</translation>
    </message>
    <message>
        <source>Parts of the survey</source>
        <translation>调研的各部分</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>汇总报告</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>调研结果</translation>
    </message>
    <message>
        <source>Who is asked</source>
        <translation>调研对象</translation>
    </message>
    <message>
        <source>{number} · {answered} forms, {invited} asked</source>
        <translation>{number} · 答卷 {answered} 份，调研对象 {invited} 位</translation>
    </message>
    <message>
        <source>Open answers</source>
        <translation>意见归类</translation>
    </message>
</context>
<context>
    <name>SurveysPane</name>
    <message>
        <source>Change what is said about this survey…</source>
        <translation>编辑此项调研的说明…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Import answers…</source>
        <translation>导入答卷…</translation>
    </message>
    <message>
        <source>Import answers to this survey…</source>
        <translation>为此调研导入答卷…</translation>
    </message>
    <message>
        <source>Copy this survey</source>
        <translation>复制此项调研</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>编辑…</translation>
    </message>
    <message>
        <source>End the asking of this survey…</source>
        <translation>结束此项调研…</translation>
    </message>
    <message>
        <source>End the asking…</source>
        <translation>结束调研…</translation>
    </message>
    <message>
        <source>Find a survey</source>
        <translation>查找调研</translation>
    </message>
    <message>
        <source>Forms</source>
        <translation>答卷</translation>
    </message>
    <message>
        <source>Keep the texts</source>
        <translation>保存文字</translation>
    </message>
    <message>
        <source>New survey</source>
        <translation>新建调研</translation>
    </message>
    <message>
        <source>New survey…</source>
        <translation>新建调研…</translation>
    </message>
    <message>
        <source>No survey has such a title.</source>
        <translation>没有这样标题的调研。</translation>
    </message>
    <message>
        <source>Open again…</source>
        <translation>重新开始…</translation>
    </message>
    <message>
        <source>Open this survey again…</source>
        <translation>重新开始此项调研…</translation>
    </message>
    <message>
        <source>Open this survey…</source>
        <translation>开始此项调研…</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>开始调研…</translation>
    </message>
    <message>
        <source>Part of a title</source>
        <translation>标题或编号中的字</translation>
    </message>
    <message>
        <source>Print the form…</source>
        <translation>打印调研表…</translation>
    </message>
    <message>
        <source>Questions from a file…</source>
        <translation>从文件导入题目…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Remove this draft</source>
        <translation>删除此草稿</translation>
    </message>
    <message>
        <source>Save the form</source>
        <translation>保存答卷</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Survey: {part}</source>
        <translation>调研：{part}</translation>
    </message>
    <message>
        <source>Surveys</source>
        <translation>客户调研</translation>
    </message>
    <message>
        <source>Take the questions from a file…</source>
        <translation>从文件导入题目…</translation>
    </message>
    <message>
        <source>There is no survey yet.</source>
        <translation>还没有调研。</translation>
    </message>
    <message>
        <source>{count} surveys</source>
        <translation>{count} 项调研</translation>
    </message>
    <message>
        <source>{figures}: forms entered, customers asked</source>
        <translation>{figures}：已录入答卷、调研对象</translation>
    </message>
    <message>
        <source>Write the questions…</source>
        <translation>编写题目…</translation>
    </message>
    <message>
        <source>Write the questions of this survey…</source>
        <translation>编写此调研的题目…</translation>
    </message>
    <message>
        <source>Complaints</source>
        <translation>投诉及异议</translation>
    </message>
    <message>
        <source>Surveys or complaints</source>
        <translation>调研或投诉</translation>
    </message>
    <message>
        <source>Complaint found…</source>
        <translation>登记发现的投诉…</translation>
    </message>
</context>
<context>
    <name>TableHeader</name>
    <message>
        <source>Columns as they were</source>
        <translation>恢复默认列</translation>
    </message>
    <message>
        <source>Ctrl+↑ and Ctrl+↓ move a column</source>
        <translation>Ctrl+↑、Ctrl+↓ 移动列</translation>
    </message>
</context>
<context>
    <name>TablePage</name>
    <message>
        <source>Delimiter</source>
        <translation>分隔符</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Heading</source>
        <translation>表头</translation>
    </message>
    <message>
        <source>Heading found in row {rows}</source>
        <translation>表头在第 {rows} 行</translation>
    </message>
    <message>
        <source>Is</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>No heading found: columns go by their letters</source>
        <translation>未找到表头，栏目以列标表示</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行号</translation>
    </message>
    <message>
        <source>Row {number}</source>
        <translation>第 {number} 行</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>工作表</translation>
    </message>
    <message>
        <source>The file as it was found</source>
        <translation>识别到的文件内容</translation>
    </message>
    <message>
        <source>This row is the heading</source>
        <translation>这一行是表头</translation>
    </message>
    <message>
        <source>… {count} more rows …</source>
        <translation>……还有 {count} 行……</translation>
    </message>
</context>
<context>
    <name>TagsPage</name>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>客户数</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>No such tag.</source>
        <translation>没有这样的标签。</translation>
    </message>
    <message>
        <source>Part of a tag</source>
        <translation>标签的一部分</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>重命名…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Find a tag</source>
        <translation>查找标签</translation>
    </message>
    <message>
        <source>Rename the tag…</source>
        <translation>重命名标签…</translation>
    </message>
    <message>
        <source>Remove the tag</source>
        <translation>删除标签</translation>
    </message>
    <message>
        <source>A tag is made by its first use. Views and segments that ask for it follow its name; one renamed to another that there is already is put together with it.</source>
        <translation>标签第一次使用时自动建立。用到它的视图和客群会跟着改名；改成已有的名字，就和那个标签合并。</translation>
    </message>
    <message>
        <source>Rename the tag</source>
        <translation>重命名标签</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Renaming a tag</source>
        <translation>正在重命名标签</translation>
    </message>
    <message>
        <source>Put “{tag}” and “{other}” together?</source>
        <translation>把“{tag}”并入“{other}”？</translation>
    </message>
    <message>
        <source>There is a tag “{other}” already. Whoever bears “{tag}” bears “{other}” instead.</source>
        <translation>已有标签“{other}”。带“{tag}”的客户改带“{other}”。</translation>
    </message>
    <message>
        <source>Put together</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>Putting tags together</source>
        <translation>正在合并标签</translation>
    </message>
    <message>
        <source>{count} customers bear it. Segments that ask for it will say that it is gone.</source>
        <translation>有 {count} 位客户带这个标签。用到它的客群会提示标签已删除。</translation>
    </message>
    <message>
        <source>Remove the tag “{tag}”?</source>
        <translation>删除标签“{tag}”？</translation>
    </message>
    <message>
        <source>Removing a tag</source>
        <translation>正在删除标签</translation>
    </message>
</context>
<context>
    <name>TagsSection</name>
    <message>
        <source>Add a tag</source>
        <translation>添加标签</translation>
    </message>
    <message>
        <source>Adding a tag</source>
        <translation>正在添加标签</translation>
    </message>
    <message>
        <source>Delete removes this tag</source>
        <translation>按 Delete 取消此标签</translation>
    </message>
    <message>
        <source>Removing a tag</source>
        <translation>正在取消标签</translation>
    </message>
</context>
<context>
    <name>TakenUp</name>
    <message>
        <source>Copy what was written</source>
        <translation>复制已填写的内容</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>联系记录</translation>
    </message>
    <message>
        <source>This stood here when the window was left. It is not saved yet.</source>
        <translation>这是离开窗口时尚未保存的内容，请继续填写并保存。</translation>
    </message>
    <message>
        <source>“{title}” was half-written when the window was left and cannot be opened again.</source>
        <translation>离开窗口时“{title}”尚未填写完，现在无法再打开。</translation>
    </message>
    <message>
        <source>“{title}” was not finished when the window was left, and nothing of it was kept. What was saved before it is there.</source>
        <translation>离开窗口时“{title}”尚未完成，已取消，未保留任何部分；此前保存的内容都在。</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>rmdesk ended unexpectedly. What was not saved yet is back where it stood: {places}.</source>
        <translation>程序上次意外退出。尚未保存的内容已放回原处：{places}。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>TaskAnswer</name>
    <message>
        <source>Done</source>
        <translation>已办结</translation>
    </message>
    <message>
        <source>Reported back</source>
        <translation>已反馈客户</translation>
    </message>
    <message>
        <source>Saving a task</source>
        <translation>保存协办事项</translation>
    </message>
    <message>
        <source>Say what the customer was told.</source>
        <translation>请填写向客户反馈了什么。</translation>
    </message>
    <message>
        <source>What the customer was told</source>
        <translation>向客户反馈的内容</translation>
    </message>
    <message>
        <source>Give back</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>You cannot do it: say why, and it is with whoever gave it again</source>
        <translation>办不了：写明原因，事项退回交办人</translation>
    </message>
    <message>
        <source>Say why you give it back.</source>
        <translation>请写明退回原因。</translation>
    </message>
</context>
<context>
    <name>TaskDetail</name>
    <message>
        <source>Edit…</source>
        <translation>修改…</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>退回原因</translation>
    </message>
</context>
<context>
    <name>TasksPane</name>
    <message>
        <source>Assign a task</source>
        <translation>交办事项</translation>
    </message>
    <message>
        <source>Assign a task…</source>
        <translation>交办事项…</translation>
    </message>
    <message>
        <source>Change this task…</source>
        <translation>修改这件事项…</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>修改…</translation>
    </message>
    <message>
        <source>Done or reported back…</source>
        <translation>办结或反馈…</translation>
    </message>
    <message>
        <source>Done…</source>
        <translation>办结…</translation>
    </message>
    <message>
        <source>Due today</source>
        <translation>今天到期</translation>
    </message>
    <message>
        <source>Ended ones too</source>
        <translation>含已结束</translation>
    </message>
    <message>
        <source>Find a task</source>
        <translation>查找协办事项</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>经办人</translation>
    </message>
    <message>
        <source>Given by me</source>
        <translation>我交办的</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>我经办的</translation>
    </message>
    <message>
        <source>No department owes an answer.</source>
        <translation>没有部门尚欠回复。</translation>
    </message>
    <message>
        <source>No task matches.</source>
        <translation>没有符合条件的协办事项。</translation>
    </message>
    <message>
        <source>No task of anybody is open.</source>
        <translation>没有未办结的协办事项。</translation>
    </message>
    <message>
        <source>No task that you gave is still open.</source>
        <translation>您交办的事项都已办结。</translation>
    </message>
    <message>
        <source>Nobody has given you a task that is still open.</source>
        <translation>没有交办给您、尚未办结的事项。</translation>
    </message>
    <message>
        <source>Of departments</source>
        <translation>其他部门的</translation>
    </message>
    <message>
        <source>Of everybody</source>
        <translation>全部人员的</translation>
    </message>
    <message>
        <source>Open the customer</source>
        <translation>打开客户档案</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>已逾期</translation>
    </message>
    <message>
        <source>Overdue tasks</source>
        <translation>已逾期的协办事项</translation>
    </message>
    <message>
        <source>Part of the work</source>
        <translation>事项或部门中的字词</translation>
    </message>
    <message>
        <source>Report back…</source>
        <translation>反馈客户…</translation>
    </message>
    <message>
        <source>Show all open ones</source>
        <translation>显示全部未办结的</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>协办事项</translation>
    </message>
    <message>
        <source>Tasks: {which}</source>
        <translation>协办事项：{which}</translation>
    </message>
    <message>
        <source>To report back</source>
        <translation>待反馈客户</translation>
    </message>
    <message>
        <source>Whose tasks</source>
        <translation>谁的协办事项</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Withdraw this task</source>
        <translation>撤回这件事项</translation>
    </message>
    <message>
        <source>Withdrawing a task</source>
        <translation>撤回协办事项</translation>
    </message>
    <message>
        <source>{count} tasks</source>
        <translation>{count} 件</translation>
    </message>
    <message>
        <source>Give this task back…</source>
        <translation>退回这件协办事项…</translation>
    </message>
</context>
<context>
    <name>TextCard</name>
    <message>
        <source>Change this text</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Put the shipped text back</source>
        <translation>恢复内置内容</translation>
    </message>
    <message>
        <source>Remove this text</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Use this text no more</source>
        <translation>停用</translation>
    </message>
</context>
<context>
    <name>ThemesPart</name>
    <message>
        <source>Open question</source>
        <translation>开放题</translation>
    </message>
    <message>
        <source>New theme</source>
        <translation>新主题，回车添加</translation>
    </message>
    <message>
        <source>Words in several answers:</source>
        <translation>多次出现的词（点击即归为主题）：</translation>
    </message>
    <message>
        <source>Open answers</source>
        <translation>客户意见</translation>
    </message>
    <message>
        <source>Put under…</source>
        <translation>归入…</translation>
    </message>
    <message>
        <source>Take out…</source>
        <translation>移出…</translation>
    </message>
    <message>
        <source>Quote in the report</source>
        <translation>在报告中引用</translation>
    </message>
    <message>
        <source>Do not quote</source>
        <translation>不再引用</translation>
    </message>
    <message>
        <source>There are no open answers to sort.</source>
        <translation>没有可以归类的意见。</translation>
    </message>
    <message>
        <source>All {count}</source>
        <translation>全部 {count}</translation>
    </message>
    <message>
        <source>Under no theme {count}</source>
        <translation>未归类 {count}</translation>
    </message>
    <message>
        <source>(quoted)</source>
        <translation>（引用）</translation>
    </message>
    <message>
        <source>{count} answers</source>
        <translation>{count} 条</translation>
    </message>
    <message>
        <source>Sorting answers</source>
        <translation>正在归类</translation>
    </message>
    <message>
        <source>Taking a theme away</source>
        <translation>正在删除主题</translation>
    </message>
    <message>
        <source>Marking answers</source>
        <translation>正在标记引用</translation>
    </message>
</context>
<context>
    <name>ThenAndNowCard</name>
    <message>
        <source>Bring back</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Then · now</source>
        <translation>备份时 · 现在</translation>
    </message>
    <message>
        <source>Comes back</source>
        <translation>将恢复</translation>
    </message>
    <message>
        <source>As it was in the backup</source>
        <translation>备份时的资料</translation>
    </message>
    <message>
        <source>Not in the archive any more. Everything shown here comes back.</source>
        <translation>档案中已没有该客户，将按备份全部恢复。</translation>
    </message>
    <message>
        <source>Nothing of this customer differs from today.</source>
        <translation>该客户的资料与现在一致。</translation>
    </message>
    <message>
        <source>Choose the value to keep of each field. What was added or changed since then beside the customer stays.</source>
        <translation>请逐项选择保留哪个值。此后新增或改动的其他记录保持不变。</translation>
    </message>
</context>
<context>
    <name>TiersPage</name>
    <message>
        <source>A customer is in the highest tier that the newest figure of assets reaches. Where there is no figure of that basis, the newest of the other one counts.</source>
        <translation>客户归入其最新资产规模达到的最高层级。没有该口径的数据时，按另一口径的最新数据判定。</translation>
    </message>
    <message>
        <source>Add a tier</source>
        <translation>添加层级</translation>
    </message>
    <message>
        <source>Fill in the names and amounts to see who changes tier.</source>
        <translation>填好名称和金额后，这里显示哪些客户的层级会变化。</translation>
    </message>
    <message>
        <source>Nobody changes tier.</source>
        <translation>没有客户的层级发生变化。</translation>
    </message>
    <message>
        <source>Remove this tier</source>
        <translation>删除该层级</translation>
    </message>
    <message>
        <source>Setting the tiers</source>
        <translation>正在设置客户层级</translation>
    </message>
    <message>
        <source>Somebody else changed the tiers meanwhile. Save again to put yours in force.</source>
        <translation>期间有人修改了层级。再次保存，即以您填写的为准。</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>调整影响</translation>
    </message>
    <message>
        <source>and {count} others</source>
        <translation>另有 {count} 位</translation>
    </message>
    <message>
        <source>for example 500,000</source>
        <translation>例如 50万</translation>
    </message>
</context>
<context>
    <name>TodayPane</name>
    <message>
        <source>All done</source>
        <translation>全部完成</translation>
    </message>
    <message>
        <source>Another greeting</source>
        <translation>换一条祝福语</translation>
    </message>
    <message>
        <source>Back to today</source>
        <translation>返回今日</translation>
    </message>
    <message>
        <source>Choose a manager above the list: a morning page is about one.</source>
        <translation>请先在列表上方选择一位客户经理：晨间联系单按人打印。</translation>
    </message>
    <message>
        <source>Copy the greeting</source>
        <translation>复制祝福语</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Done of today</source>
        <translation>今日完成</translation>
    </message>
    <message>
        <source>Filter…</source>
        <translation>筛选…</translation>
    </message>
    <message>
        <source>Find in today&apos;s list</source>
        <translation>在今日名单中查找</translation>
    </message>
    <message>
        <source>Go to the customers</source>
        <translation>去客户档案</translation>
    </message>
    <message>
        <source>Hand over…</source>
        <translation>转交…</translation>
    </message>
    <message>
        <source>Name, pinyin, reason</source>
        <translation>姓名、拼音、事由</translation>
    </message>
    <message>
        <source>Nothing is due for what is filtered.</source>
        <translation>按当前筛选没有待办。</translation>
    </message>
    <message>
        <source>Nothing is due today, and nothing is late.</source>
        <translation>今天没有待办，也没有逾期。</translation>
    </message>
    <message>
        <source>Nothing of today matches the search.</source>
        <translation>今天的名单里没有符合搜索的。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Postpone…</source>
        <translation>改期…</translation>
    </message>
    <message>
        <source>Print greetings…</source>
        <translation>打印祝福语…</translation>
    </message>
    <message>
        <source>Print the morning page</source>
        <translation>打印晨间联系单</translation>
    </message>
    <message>
        <source>Print the morning page…</source>
        <translation>打印晨间联系单…</translation>
    </message>
    <message>
        <source>Record a contact</source>
        <translation>记一笔</translation>
    </message>
    <message>
        <source>Record in one line</source>
        <translation>一句话记一笔</translation>
    </message>
    <message>
        <source>Show all of today</source>
        <translation>显示今天全部</translation>
    </message>
    <message>
        <source>Skip…</source>
        <translation>跳过…</translation>
    </message>
    <message>
        <source>There are no customers yet. Once they are in the archive, whom to contact stands here.</source>
        <translation>还没有客户。客户录入档案后，该联系谁会列在这里。</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>{done} of {whole} done</source>
        <translation>完成 {done} / {whole}</translation>
    </message>
    <message>
        <source>{festival}: {count} people</source>
        <translation>{festival}：{count} 位</translation>
    </message>
    <message>
        <source>Prepare a visit…</source>
        <translation>拜访准备…</translation>
    </message>
</context>
<context>
    <name>TroublePage</name>
    <message>
        <source>Back to sign-in</source>
        <translation>返回登录</translation>
    </message>
    <message>
        <source>Bring this backup back</source>
        <translation>恢复这份备份</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>选择文件夹…</translation>
    </message>
    <message>
        <source>Exit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>I know that later work is missing</source>
        <translation>已知晓其后的工作不在其中</translation>
    </message>
    <message>
        <source>Make a new vault</source>
        <translation>新建档案库</translation>
    </message>
    <message>
        <source>Open this older state</source>
        <translation>打开这个较旧的版本</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>打开所在文件夹</translation>
    </message>
    <message>
        <source>The vault does not open</source>
        <translation>档案库打不开</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Use a copy of the key file…</source>
        <translation>使用密钥文件的副本…</translation>
    </message>
    <message>
        <source>Use recovery code</source>
        <translation>用恢复码</translation>
    </message>
    <message>
        <source>Salvage what can be read</source>
        <translation>抢救还能读出的内容</translation>
    </message>
    <message>
        <source>Bring back what was salvaged</source>
        <translation>恢复抢救出的内容</translation>
    </message>
    <message>
        <source>What was salvaged and lost…</source>
        <translation>抢救与丢失情况…</translation>
    </message>
    <message>
        <source>Open it all the same</source>
        <translation>仍然打开</translation>
    </message>
    <message>
        <source>Part of the vault is damaged</source>
        <translation>档案库有部分损坏</translation>
    </message>
</context>
<context>
    <name>TypeBack</name>
    <message>
        <source>Group {number}</source>
        <translation>第 {number} 组</translation>
    </message>
    <message>
        <source>Please read three groups from your sheet and type them here. Capitals do not matter; O counts as 0, I and L as 1.</source>
        <translation>请照恢复码单输入下面三组。不分大小写；O 视为 0，I 和 L 视为 1。</translation>
    </message>
    <message>
        <source>That is not group {number} of the code. Please look at your sheet again.</source>
        <translation>与恢复码第 {number} 组不符，请再核对恢复码单。</translation>
    </message>
</context>
<context>
    <name>UndoBar</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} 秒</translation>
    </message>
</context>
<context>
    <name>UndoStack</name>
    <message>
        <source>Redoing</source>
        <translation>正在重做</translation>
    </message>
    <message>
        <source>Undoing</source>
        <translation>正在撤销</translation>
    </message>
    <message>
        <source>{what} ({count})</source>
        <translation>{what}（{count} 项）</translation>
    </message>
</context>
<context>
    <name>UnlockSide</name>
    <message>
        <source>Last backup today {time}</source>
        <translation>今天 {time} 备份</translation>
    </message>
    <message>
        <source>Last backup {time}</source>
        <translation>{time} 备份</translation>
    </message>
    <message>
        <source>Relationship managers&apos; desk</source>
        <translation>客户经理工作台</translation>
    </message>
    <message>
        <source>Vault encrypted</source>
        <translation>档案库已加密</translation>
    </message>
    <message>
        <source>Works offline</source>
        <translation>离线运行</translation>
    </message>
</context>
<context>
    <name>ValueEditor</name>
    <message>
        <source>(empty)</source>
        <translation>（空）</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
</context>
<context>
    <name>ValueGrid</name>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>The eye or Space shows it for 30 seconds; this is recorded</source>
        <translation>点击眼睛或按空格键显示 30 秒，系统记录在案</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
</context>
<context>
    <name>VaultPage</name>
    <message>
        <source>Saving the settings</source>
        <translation>正在保存设置</translation>
    </message>
    <message>
        <source>Somebody else changed these settings meanwhile. Save again to put yours in force.</source>
        <translation>其间他人改过这些设置。再次保存则以当前输入为准。</translation>
    </message>
    <message>
        <source>Your roles do not permit changing this.</source>
        <translation>当前角色不能更改此项。</translation>
    </message>
</context>
<context>
    <name>ViewBox</name>
    <message>
        <source>Begin with this view</source>
        <translation>默认打开该视图</translation>
    </message>
    <message>
        <source>Delete this view</source>
        <translation>删除该视图</translation>
    </message>
    <message>
        <source>Deleting a view</source>
        <translation>正在删除视图</translation>
    </message>
    <message>
        <source>My views</source>
        <translation>我的视图</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Rename the view</source>
        <translation>重命名视图</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>重命名…</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save as a view</source>
        <translation>存为视图</translation>
    </message>
    <message>
        <source>Save as a view…</source>
        <translation>存为视图…</translation>
    </message>
    <message>
        <source>Save the changes to this view</source>
        <translation>保存对该视图的修改</translation>
    </message>
    <message>
        <source>Saving a view</source>
        <translation>正在保存视图</translation>
    </message>
    <message>
        <source>View: {name}</source>
        <translation>视图：{name}</translation>
    </message>
    <message>
        <source>Views of the branch</source>
        <translation>网点视图</translation>
    </message>
</context>
<context>
    <name>VoiceSection</name>
    <message>
        <source>Take a complaint down…</source>
        <translation>登记投诉…</translation>
    </message>
    <message>
        <source>satisfied {share}</source>
        <translation>满意度 {share}</translation>
    </message>
    <message>
        <source>manager {share}</source>
        <translation>客户经理评分 {share}</translation>
    </message>
    <message>
        <source>No complaint, and no answer to a survey that was not anonymous.</source>
        <translation>没有投诉，也没有实名调研答卷。</translation>
    </message>
    <message>
        <source>{count} not answered</source>
        <translation>{count} 件未办结</translation>
    </message>
</context>
<context>
    <name>WaitAlone</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>正在取消…</translation>
    </message>
</context>
<context>
    <name>Waiting</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Progress of the import</source>
        <translation>导入进度</translation>
    </message>
    <message>
        <source>{percent}% of {total} rows</source>
        <translation>共 {total} 行，已完成 {percent}%</translation>
    </message>
</context>
<context>
    <name>WalkIn</name>
    <message>
        <source>A customer brought a guest</source>
        <translation>客户带来客人</translation>
    </message>
    <message>
        <source>Somebody came uninvited</source>
        <translation>未邀自来</translation>
    </message>
    <message>
        <source>The guest is counted with the customer who brings or sends them.</source>
        <translation>客人记在带来或介绍他的客户名下。</translation>
    </message>
    <message>
        <source>A customer of the archive who stands on no list.</source>
        <translation>档案中的客户，不在名单上。</translation>
    </message>
    <message>
        <source>Check in</source>
        <translation>签到</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>Checking in</source>
        <translation>正在签到</translation>
    </message>
    <message>
        <source>{name} is checked in.</source>
        <translation>{name}已签到。</translation>
    </message>
</context>
<context>
    <name>WeekStrip</name>
    <message>
        <source>day of rest</source>
        <translation>休息</translation>
    </message>
</context>
<context>
    <name>WhatToSayBox</name>
    <message>
        <source>Another opening</source>
        <translation>换一句开场白</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Questions, answers to objections, and what is never to be promised</source>
        <translation>可以问的话、异议的回应，以及不能承诺的事</translation>
    </message>
    <message>
        <source>What to say</source>
        <translation>怎么说</translation>
    </message>
</context>
<context>
    <name>WordsEditor</name>
    <message>
        <source>Contains</source>
        <translation>包含</translation>
    </message>
</context>
<context>
    <name>WorkingDaysPage</name>
    <message>
        <source>A table (.xlsx, .csv, …) or the text of the State Council&apos;s notice (.txt)</source>
        <translation>表格（.xlsx、.csv 等）或国务院办公厅放假通知正文（.txt）</translation>
    </message>
    <message>
        <source>Add a line</source>
        <translation>添加一行</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>所有文件</translation>
    </message>
    <message>
        <source>As the State Council arranged it; the program brings this.</source>
        <translation>按国务院办公厅放假通知，程序自带。</translation>
    </message>
    <message>
        <source>Back to what the program brings</source>
        <translation>恢复程序自带的安排</translation>
    </message>
    <message>
        <source>Entered by the branch; it stands in for what the program brings.</source>
        <translation>由网点录入，代替程序自带的安排。</translation>
    </message>
    <message>
        <source>From a spreadsheet: name, 放假 or 上班 (off or work), first day, last day</source>
        <translation>从电子表格复制：名称、放假或上班、开始日、结束日</translation>
    </message>
    <message>
        <source>Holidays of {year} from a file</source>
        <translation>从文件导入 {year} 年节假日安排</translation>
    </message>
    <message>
        <source>Import from a file…</source>
        <translation>从文件导入…</translation>
    </message>
    <message>
        <source>Not known yet: weekends are days off, and the calendar says that it guesses.</source>
        <translation>尚未公布：按周末休息推算，日历上会注明是推算。</translation>
    </message>
    <message>
        <source>Paste a table</source>
        <translation>粘贴表格</translation>
    </message>
    <message>
        <source>Reading {file}</source>
        <translation>正在读取 {file}</translation>
    </message>
    <message>
        <source>Save or discard what you typed for {year} first.</source>
        <translation>请先保存或放弃 {year} 年的修改。</translation>
    </message>
    <message>
        <source>Saving working days</source>
        <translation>正在保存工作日</translation>
    </message>
    <message>
        <source>Somebody else changed this year meanwhile. Save again to put yours in force.</source>
        <translation>其他人同时修改了这一年。再次保存将采用您的内容。</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>The year after</source>
        <translation>下一年</translation>
    </message>
    <message>
        <source>The year before</source>
        <translation>上一年</translation>
    </message>
    <message>
        <source>There are no holidays in {file}.</source>
        <translation>{file} 中没有节假日安排。</translation>
    </message>
    <message>
        <source>There is no table on the clipboard.</source>
        <translation>剪贴板里没有表格。</translation>
    </message>
    <message>
        <source>Your roles do not permit changing this.</source>
        <translation>您的角色不能修改这些内容。</translation>
    </message>
    <message>
        <source>{count} lines were not taken over, the first is line {number}: {why}</source>
        <translation>有 {count} 行没有采用，第一处在第 {number} 行：{why}</translation>
    </message>
</context>
<context>
    <name>YesNoEditor</name>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
</context>
<context>
    <name>_Cells</name>
    <message>
        <source>all of the manager&apos;s</source>
        <translation>名下全部客户</translation>
    </message>
</context>
<context>
    <name>_OrUnknown</name>
    <message>
        <source>Nothing entered</source>
        <translation>未填写</translation>
    </message>
</context>
<context>
    <name>_Side</name>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Step {number} of {steps}: {name}</source>
        <translation>第 {number} 步，共 {steps} 步：{name}</translation>
    </message>
    <message>
        <source>Manual</source>
        <translation>使用手册</translation>
    </message>
</context>
<context>
    <name>activity reports</name>
    <message>
        <source>Check-in list</source>
        <translation>签到表</translation>
    </message>
    <message>
        <source>{yes} accepted, {heads} people</source>
        <translation>{yes} 户答应参加，共 {heads} 人</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Along</source>
        <translation>随行</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>客户经理</translation>
    </message>
    <message>
        <source>Came at</source>
        <translation>到场时间</translation>
    </message>
    <message>
        <source>Nobody is on the list yet.</source>
        <translation>名单上还没有人。</translation>
    </message>
    <message>
        <source>On no list</source>
        <translation>名单之外</translation>
    </message>
    <message>
        <source>Brought by</source>
        <translation>由谁带来</translation>
    </message>
    <message>
        <source>{name} (with {customer})</source>
        <translation>{name}（{customer}带来）</translation>
    </message>
    <message>
        <source>Evaluation of an activity</source>
        <translation>活动评估</translation>
    </message>
    <message>
        <source>Led by</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>Invitation list</source>
        <translation>邀请名单</translation>
    </message>
    <message>
        <source>Invite on</source>
        <translation>邀请日</translation>
    </message>
    <message>
        <source>Invited</source>
        <translation>已邀请</translation>
    </message>
    <message>
        <source>Without a manager</source>
        <translation>没有客户经理</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Materials, equipment, people</source>
        <translation>物料、设备与人员</translation>
    </message>
    <message>
        <source>Nothing is needed.</source>
        <translation>没有需要准备的。</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>活动流程</translation>
    </message>
    <message>
        <source>No run was written.</source>
        <translation>还没有写流程。</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Cost (yuan)</source>
        <translation>费用（元）</translation>
    </message>
    <message>
        <source>Asked on site</source>
        <translation>现场提问</translation>
    </message>
    <message>
        <source>Promised by</source>
        <translation>答应答复日</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>答应参加</translation>
    </message>
    <message>
        <source>Customers who came</source>
        <translation>到场客户</translation>
    </message>
    <message>
        <source>Uninvited</source>
        <translation>未邀自来</translation>
    </message>
    <message>
        <source>People in all</source>
        <translation>到场总人数</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>of {planned} estimated</source>
        <translation>预算 {planned}</translation>
    </message>
    <message>
        <source>of {count} listed</source>
        <translation>名单 {count} 户</translation>
    </message>
    <message>
        <source>{known} of {customers}</source>
        <translation>{known}/{customers}</translation>
    </message>
    <message>
        <source>What followed (yuan)</source>
        <translation>后续成效（元）</translation>
    </message>
    <message>
        <source>Within</source>
        <translation>活动后</translation>
    </message>
    <message>
        <source>Change of assets</source>
        <translation>资产变化</translation>
    </message>
    <message>
        <source>known of</source>
        <translation>有数据客户</translation>
    </message>
    <message>
        <source>Needs noted</source>
        <translation>登记需求</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Products begun</source>
        <translation>新办产品</translation>
    </message>
    <message>
        <source>Counted from the archive: assets by the last figure before the activity and the last one within the span; needs as contacts note them.</source>
        <translation>由档案计算：资产取活动前最后一期与期限内最后一期之差；需求取联系记录中所记。</translation>
    </message>
    <message>
        <source>{days} days</source>
        <translation>{days} 天内</translation>
    </message>
    <message>
        <source>{days} days (until {until} so far)</source>
        <translation>{days} 天内（截至 {until}）</translation>
    </message>
    <message>
        <source>Planning sheet of an activity</source>
        <translation>活动筹备表</translation>
    </message>
    <message>
        <source>Learnt from “{name}”</source>
        <translation>“{name}”的经验</translation>
    </message>
</context>
<context>
    <name>activity texts</name>
    <message>
        <source>Came to: {name}</source>
        <translation>参加活动：{name}</translation>
    </message>
    <message>
        <source>came with {count} more</source>
        <translation>同行 {count} 人</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>Tell that “{name}” is called off</source>
        <translation>告知“{name}”已取消</translation>
    </message>
    <message>
        <source>comes</source>
        <translation>答应参加</translation>
    </message>
    <message>
        <source>perhaps comes</source>
        <translation>可能参加</translation>
    </message>
    <message>
        <source>does not come</source>
        <translation>不参加</translation>
    </message>
    <message>
        <source>{told}, with {count} more</source>
        <translation>{told}，同行 {count} 人</translation>
    </message>
    <message>
        <source>Invited to: {name}</source>
        <translation>邀请参加：{name}</translation>
    </message>
</context>
<context>
    <name>activity words</name>
    <message>
        <source>Draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>To agree</source>
        <translation>待审定</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>已退回</translation>
    </message>
    <message>
        <source>Agreed to</source>
        <translation>已审定</translation>
    </message>
    <message>
        <source>Inviting</source>
        <translation>邀请中</translation>
    </message>
    <message>
        <source>Going on</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Was it held?</source>
        <translation>待确认举办</translation>
    </message>
    <message>
        <source>To assess</source>
        <translation>待评估</translation>
    </message>
    <message>
        <source>Evaluated</source>
        <translation>已评估</translation>
    </message>
    <message>
        <source>Called off</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>wants no marketing</source>
        <translation>不接受营销</translation>
    </message>
    <message>
        <source>in mourning</source>
        <translation>家中有丧事</translation>
    </message>
    <message>
        <source>waits for an answer to a complaint</source>
        <translation>投诉未答复</translation>
    </message>
    <message>
        <source>does not want to be reached this way</source>
        <translation>不接受这种联系方式</translation>
    </message>
    <message>
        <source>is contacted within those days anyway</source>
        <translation>间隔期内另有联系</translation>
    </message>
</context>
<context>
    <name>ask</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>This could not be done</source>
        <translation>未能完成</translation>
    </message>
</context>
<context>
    <name>assets</name>
    <message>
        <source>Assets and tiers</source>
        <translation>资产与层级</translation>
    </message>
    <message>
        <source>Tier: {tier}</source>
        <translation>层级：{tier}</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>{tier} since {day}</source>
        <translation>{tier}，{day}起</translation>
    </message>
</context>
<context>
    <name>audit</name>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Erased</source>
        <translation>已清除</translation>
    </message>
    <message>
        <source>File: {name}</source>
        <translation>文件：{name}</translation>
    </message>
    <message>
        <source>Given: {roles}</source>
        <translation>授予：{roles}</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Pages: {count}</source>
        <translation>{count} 页</translation>
    </message>
    <message>
        <source>Phone numbers in full: {count}</source>
        <translation>完整电话号码：{count} 个</translation>
    </message>
    <message>
        <source>Reason: {reason}</source>
        <translation>原因：{reason}</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Roles: {roles}</source>
        <translation>角色：{roles}</translation>
    </message>
    <message>
        <source>Rows: {count}</source>
        <translation>{count} 行</translation>
    </message>
    <message>
        <source>Taken: {roles}</source>
        <translation>收回：{roles}</translation>
    </message>
    <message>
        <source>The program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>Undoes entry {number}</source>
        <translation>撤销第 {number} 条</translation>
    </message>
    <message>
        <source>Undone by entry {number}</source>
        <translation>已被第 {number} 条撤销</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>With a one-use password</source>
        <translation>用一次性密码</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>masked</source>
        <translation>已脱敏</translation>
    </message>
    <message>
        <source>{field}: {value}</source>
        <translation>{field}：{value}</translation>
    </message>
</context>
<context>
    <name>audit filters</name>
    <message>
        <source>Changes undone</source>
        <translation>撤销改动</translation>
    </message>
    <message>
        <source>Contacts and promises</source>
        <translation>联系与承诺</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>客户档案</translation>
    </message>
    <message>
        <source>Surveys and complaints</source>
        <translation>调研与投诉</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>近 30 天</translation>
    </message>
    <message>
        <source>Last 365 days</source>
        <translation>近 365 天</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>近 7 天</translation>
    </message>
    <message>
        <source>People and passwords</source>
        <translation>员工与密码</translation>
    </message>
    <message>
        <source>Plans</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Shown, exported, printed</source>
        <translation>查看、导出、打印</translation>
    </message>
    <message>
        <source>Signing in and out</source>
        <translation>登录与退出</translation>
    </message>
    <message>
        <source>The vault itself</source>
        <translation>档案库</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
</context>
<context>
    <name>backups</name>
    <message>
        <source>before an import</source>
        <translation>导入前</translation>
    </message>
    <message>
        <source>before another was brought back</source>
        <translation>恢复其他备份前</translation>
    </message>
    <message>
        <source>before a new version</source>
        <translation>版本升级前</translation>
    </message>
    <message>
        <source>{size} MB</source>
        <translation>{size} MB</translation>
    </message>
    <message>
        <source>not verified</source>
        <translation>未校验</translation>
    </message>
    <message>
        <source>{customers} customers, verified</source>
        <translation>{customers} 位客户，已校验</translation>
    </message>
    <message>
        <source>before the key was exchanged</source>
        <translation>更换主密钥前</translation>
    </message>
    <message>
        <source>salvaged from damage</source>
        <translation>从损坏文件抢救</translation>
    </message>
</context>
<context>
    <name>birthday list</name>
    <message>
        <source>Birthday</source>
        <translation>生日</translation>
    </message>
    <message>
        <source>Birthday list</source>
        <translation>生日清单</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation>最近联系</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>客户经理</translation>
    </message>
    <message>
        <source>Nobody has a birthday on these days.</source>
        <translation>这些日子没有客户过生日。</translation>
    </message>
    <message>
        <source>Occasion</source>
        <translation>事由</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>层级</translation>
    </message>
    <message>
        <source>{count} in all</source>
        <translation>共 {count} 位</translation>
    </message>
</context>
<context>
    <name>calendar</name>
    <message>
        <source>Arbor Day</source>
        <translation>植树节</translation>
    </message>
    <message>
        <source>Army Day</source>
        <translation>建军节</translation>
    </message>
    <message>
        <source>Autumn Commences</source>
        <translation>立秋</translation>
    </message>
    <message>
        <source>Autumnal Equinox</source>
        <translation>秋分</translation>
    </message>
    <message>
        <source>Bright and Clear</source>
        <translation>清明</translation>
    </message>
    <message>
        <source>Children&apos;s Day</source>
        <translation>儿童节</translation>
    </message>
    <message>
        <source>Christmas</source>
        <translation>圣诞节</translation>
    </message>
    <message>
        <source>Cold Dew</source>
        <translation>寒露</translation>
    </message>
    <message>
        <source>Consumer Rights Day</source>
        <translation>消费者权益日</translation>
    </message>
    <message>
        <source>Corn Forms</source>
        <translation>小满</translation>
    </message>
    <message>
        <source>Corn Rain</source>
        <translation>谷雨</translation>
    </message>
    <message>
        <source>Corn on Ear</source>
        <translation>芒种</translation>
    </message>
    <message>
        <source>Doctors&apos; Day</source>
        <translation>医师节</translation>
    </message>
    <message>
        <source>Dog</source>
        <translation>狗</translation>
    </message>
    <message>
        <source>Double Ninth</source>
        <translation>重阳节</translation>
    </message>
    <message>
        <source>Double Seventh</source>
        <translation>七夕节</translation>
    </message>
    <message>
        <source>Dragon</source>
        <translation>龙</translation>
    </message>
    <message>
        <source>Dragon Boat Festival</source>
        <translation>端午节</translation>
    </message>
    <message>
        <source>Dragon Head Day</source>
        <translation>龙抬头</translation>
    </message>
    <message>
        <source>End of Heat</source>
        <translation>处暑</translation>
    </message>
    <message>
        <source>Father&apos;s Day</source>
        <translation>父亲节</translation>
    </message>
    <message>
        <source>Founding of the Party</source>
        <translation>建党节</translation>
    </message>
    <message>
        <source>Frost</source>
        <translation>霜降</translation>
    </message>
    <message>
        <source>Ghost Festival</source>
        <translation>中元节</translation>
    </message>
    <message>
        <source>Goat</source>
        <translation>羊</translation>
    </message>
    <message>
        <source>Great Heat</source>
        <translation>大暑</translation>
    </message>
    <message>
        <source>Heavy Snow</source>
        <translation>大雪</translation>
    </message>
    <message>
        <source>Horse</source>
        <translation>马</translation>
    </message>
    <message>
        <source>Insects Waken</source>
        <translation>惊蛰</translation>
    </message>
    <message>
        <source>Journalists&apos; Day</source>
        <translation>记者节</translation>
    </message>
    <message>
        <source>Laba Festival</source>
        <translation>腊八节</translation>
    </message>
    <message>
        <source>Labour Day</source>
        <translation>劳动节</translation>
    </message>
    <message>
        <source>Lantern Festival</source>
        <translation>元宵节</translation>
    </message>
    <message>
        <source>Light Snow</source>
        <translation>小雪</translation>
    </message>
    <message>
        <source>Little New Year</source>
        <translation>小年</translation>
    </message>
    <message>
        <source>Little New Year in the south</source>
        <translation>南方小年</translation>
    </message>
    <message>
        <source>Lunar New Year&apos;s Eve</source>
        <translation>除夕</translation>
    </message>
    <message>
        <source>Mid-Autumn Festival</source>
        <translation>中秋节</translation>
    </message>
    <message>
        <source>Moderate Cold</source>
        <translation>小寒</translation>
    </message>
    <message>
        <source>Moderate Heat</source>
        <translation>小暑</translation>
    </message>
    <message>
        <source>Monkey</source>
        <translation>猴</translation>
    </message>
    <message>
        <source>Mother&apos;s Day</source>
        <translation>母亲节</translation>
    </message>
    <message>
        <source>National Day</source>
        <translation>国庆节</translation>
    </message>
    <message>
        <source>New Year&apos;s Day</source>
        <translation>元旦</translation>
    </message>
    <message>
        <source>Nurses&apos; Day</source>
        <translation>护士节</translation>
    </message>
    <message>
        <source>Ox</source>
        <translation>牛</translation>
    </message>
    <message>
        <source>Pig</source>
        <translation>猪</translation>
    </message>
    <message>
        <source>Police Day</source>
        <translation>人民警察节</translation>
    </message>
    <message>
        <source>Qingming Festival</source>
        <translation>清明节</translation>
    </message>
    <message>
        <source>Rabbit</source>
        <translation>兔</translation>
    </message>
    <message>
        <source>Rat</source>
        <translation>鼠</translation>
    </message>
    <message>
        <source>Rooster</source>
        <translation>鸡</translation>
    </message>
    <message>
        <source>Severe Cold</source>
        <translation>大寒</translation>
    </message>
    <message>
        <source>Snake</source>
        <translation>蛇</translation>
    </message>
    <message>
        <source>Spring Commences</source>
        <translation>立春</translation>
    </message>
    <message>
        <source>Spring Festival</source>
        <translation>春节</translation>
    </message>
    <message>
        <source>Spring Showers</source>
        <translation>雨水</translation>
    </message>
    <message>
        <source>Summer Commences</source>
        <translation>立夏</translation>
    </message>
    <message>
        <source>Summer Solstice</source>
        <translation>夏至</translation>
    </message>
    <message>
        <source>Teachers&apos; Day</source>
        <translation>教师节</translation>
    </message>
    <message>
        <source>Tiger</source>
        <translation>虎</translation>
    </message>
    <message>
        <source>Valentine&apos;s Day</source>
        <translation>情人节</translation>
    </message>
    <message>
        <source>Vernal Equinox</source>
        <translation>春分</translation>
    </message>
    <message>
        <source>White Dew</source>
        <translation>白露</translation>
    </message>
    <message>
        <source>Winter Clothes Day</source>
        <translation>寒衣节</translation>
    </message>
    <message>
        <source>Winter Commences</source>
        <translation>立冬</translation>
    </message>
    <message>
        <source>Winter Solstice</source>
        <translation>冬至</translation>
    </message>
    <message>
        <source>Winter Solstice Festival</source>
        <translation>冬至节</translation>
    </message>
    <message>
        <source>Women&apos;s Day</source>
        <translation>妇女节</translation>
    </message>
    <message>
        <source>Youth Day</source>
        <translation>青年节</translation>
    </message>
</context>
<context>
    <name>capture</name>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Another bank</source>
        <translation>他行</translation>
    </message>
    <message>
        <source>Bank</source>
        <translation>银行</translation>
    </message>
    <message>
        <source>Birthday</source>
        <translation>生日</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>联系记录</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Important day</source>
        <translation>重要日子</translation>
    </message>
    <message>
        <source>Matures</source>
        <translation>到期日</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>产品</translation>
    </message>
    <message>
        <source>Product held</source>
        <translation>持有产品</translation>
    </message>
    <message>
        <source>Promise</source>
        <translation>承诺</translation>
    </message>
    <message>
        <source>Reason of the cost</source>
        <translation>费用原因</translation>
    </message>
    <message>
        <source>Relation</source>
        <translation>关系</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Spent on</source>
        <translation>花在</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>待办</translation>
    </message>
    <message>
        <source>Way of contact</source>
        <translation>联系方式</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>事由</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>谁的</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>内容</translation>
    </message>
</context>
<context>
    <name>capture line</name>
    <message>
        <source>Note: {words}</source>
        <translation>记一笔：{words}</translation>
    </message>
</context>
<context>
    <name>care</name>
    <message>
        <source>Appointment</source>
        <translation>预约</translation>
    </message>
    <message>
        <source>Appointments</source>
        <translation>预约</translation>
    </message>
    <message>
        <source>Birthday</source>
        <translation>生日</translation>
    </message>
    <message>
        <source>Birthday, {age} years</source>
        <translation>{age} 岁生日</translation>
    </message>
    <message>
        <source>Birthdays of customers</source>
        <translation>客户生日</translation>
    </message>
    <message>
        <source>Commitment</source>
        <translation>承诺</translation>
    </message>
    <message>
        <source>Commitments due</source>
        <translation>承诺到期</translation>
    </message>
    <message>
        <source>Days of the family</source>
        <translation>家庭重要日子</translation>
    </message>
    <message>
        <source>Family date</source>
        <translation>家庭日</translation>
    </message>
    <message>
        <source>Festival</source>
        <translation>节日</translation>
    </message>
    <message>
        <source>Festivals and occupational days</source>
        <translation>节日和行业节日</translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation>跟进</translation>
    </message>
    <message>
        <source>Follow-ups</source>
        <translation>跟进</translation>
    </message>
    <message>
        <source>Insurance premiums</source>
        <translation>保险续期缴费</translation>
    </message>
    <message>
        <source>Leaders&apos; visit</source>
        <translation>领导拜访</translation>
    </message>
    <message>
        <source>Loans due</source>
        <translation>贷款到期</translation>
    </message>
    <message>
        <source>Maturities at other banks</source>
        <translation>他行产品到期</translation>
    </message>
    <message>
        <source>Maturities of our products</source>
        <translation>本行产品到期</translation>
    </message>
    <message>
        <source>Maturity</source>
        <translation>到期</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>告知</translation>
    </message>
    <message>
        <source>Notices to tell</source>
        <translation>待告知事项</translation>
    </message>
    <message>
        <source>Promised on {day}: {promise}</source>
        <translation>{day}答应：{promise}</translation>
    </message>
    <message>
        <source>Regular call</source>
        <translation>例行电话</translation>
    </message>
    <message>
        <source>Regular contact</source>
        <translation>例行</translation>
    </message>
    <message>
        <source>Regular meeting</source>
        <translation>例行面谈</translation>
    </message>
    <message>
        <source>Risk assessment</source>
        <translation>风险测评</translation>
    </message>
    <message>
        <source>Risk assessments that expire</source>
        <translation>风险测评到期</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>协办事项</translation>
    </message>
    <message>
        <source>The risk assessment expires on {day}</source>
        <translation>风险测评{day}过期</translation>
    </message>
    <message>
        <source>To be told: {title}</source>
        <translation>需告知：{title}</translation>
    </message>
    <message>
        <source>Today: {count} to contact</source>
        <translation>今日待联系 {count} 项</translation>
    </message>
    <message>
        <source>Today: {count} to contact, {late} of them late</source>
        <translation>今日待联系 {count} 项，其中逾期 {late} 项</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>预警</translation>
    </message>
    <message>
        <source>birthday</source>
        <translation>生日</translation>
    </message>
    <message>
        <source>for {name}</source>
        <translation>客户 {name}</translation>
    </message>
    <message>
        <source>given by {name}</source>
        <translation>{name}交办</translation>
    </message>
    <message>
        <source>in the year of their own animal</source>
        <translation>本命年</translation>
    </message>
    <message>
        <source>matures elsewhere</source>
        <translation>他行到期</translation>
    </message>
    <message>
        <source>offer {product}</source>
        <translation>可续 {product}</translation>
    </message>
    <message>
        <source>premium</source>
        <translation>续期保费</translation>
    </message>
    <message>
        <source>risk assessment</source>
        <translation>风险测评</translation>
    </message>
    <message>
        <source>{age}th birthday</source>
        <translation>{age} 大寿</translation>
    </message>
    <message>
        <source>{age}th birthday by the Chinese count, a round one</source>
        <translation>虚岁 {age} 整寿</translation>
    </message>
    <message>
        <source>{age}th birthday, a round one</source>
        <translation>{age} 岁整寿</translation>
    </message>
    <message>
        <source>{kind} matures</source>
        <translation>{kind}到期</translation>
    </message>
    <message>
        <source>{what} falls due {day}</source>
        <translation>{what} {day}到期</translation>
    </message>
    <message>
        <source>{what} matures {day}</source>
        <translation>{what} {day}到期</translation>
    </message>
    <message>
        <source>{what}, {years} years</source>
        <translation>{what} {years} 周年</translation>
    </message>
    <message>
        <source>{what}: premium due {day}</source>
        <translation>{what} {day}应缴保费</translation>
    </message>
    <message>
        <source>{whose}: {what}</source>
        <translation>{whose} {what}</translation>
    </message>
    <message>
        <source>Planned contact</source>
        <translation>计划联系</translation>
    </message>
    <message>
        <source>Contacts of action plans</source>
        <translation>行动计划的联系</translation>
    </message>
    <message>
        <source>{about} ({plan})</source>
        <translation>{about}（{plan}）</translation>
    </message>
    <message>
        <source>Complaints to be answered</source>
        <translation>投诉待处理</translation>
    </message>
    <message>
        <source>complaint</source>
        <translation>投诉</translation>
    </message>
    <message>
        <source>Complaint {number} ({about}): tell what was decided</source>
        <translation>投诉 {number}（{about}）：告知客户处理结果</translation>
    </message>
    <message>
        <source>Complaint {number} ({about}), to be decided by {day}</source>
        <translation>投诉 {number}（{about}），{day} 前须有处理结果</translation>
    </message>
    <message>
        <source>Planned visits</source>
        <translation>计划拜访</translation>
    </message>
    <message>
        <source>Tell {name} what {whom} did: {work}</source>
        <translation>向{name}反馈（{whom}已办结）：{work}</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>交流活动</translation>
    </message>
    <message>
        <source>Invitations and thanks of activities</source>
        <translation>活动邀请与感谢</translation>
    </message>
    <message>
        <source>thanks</source>
        <translation>活动感谢</translation>
    </message>
    <message>
        <source>invitation</source>
        <translation>活动邀请</translation>
    </message>
    <message>
        <source>Thank for coming to “{name}”</source>
        <translation>感谢参加“{name}”</translation>
    </message>
    <message>
        <source>Invite to “{name}”</source>
        <translation>邀请参加“{name}”</translation>
    </message>
</context>
<context>
    <name>care calendar</name>
    <message>
        <source>Agenda</source>
        <translation>议程</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Fri</source>
        <translation>周五</translation>
    </message>
    <message>
        <source>Mon</source>
        <translation>周一</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月</translation>
    </message>
    <message>
        <source>Sat</source>
        <translation>周六</translation>
    </message>
    <message>
        <source>Sun</source>
        <translation>周日</translation>
    </message>
    <message>
        <source>Thu</source>
        <translation>周四</translation>
    </message>
    <message>
        <source>Tue</source>
        <translation>周二</translation>
    </message>
    <message>
        <source>Wed</source>
        <translation>周三</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>周</translation>
    </message>
    <message>
        <source>Year of the {animal}, lunar months {first} to {last}</source>
        <translation>{animal}年，农历{first}月至{last}月</translation>
    </message>
</context>
<context>
    <name>care month</name>
    <message>
        <source>off</source>
        <translation>休</translation>
    </message>
    <message>
        <source>work</source>
        <translation>班</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>另 {count} 件</translation>
    </message>
</context>
<context>
    <name>care reports</name>
    <message>
        <source>Amount (CNY)</source>
        <translation>金额（元）</translation>
    </message>
    <message>
        <source>Care calendar</source>
        <translation>维护日历</translation>
    </message>
    <message>
        <source>Care list</source>
        <translation>维护事项清单</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Fri</source>
        <translation>周五</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>客户经理</translation>
    </message>
    <message>
        <source>Maturities by amount</source>
        <translation>到期清单（按金额）</translation>
    </message>
    <message>
        <source>Mon</source>
        <translation>周一</translation>
    </message>
    <message>
        <source>Nothing stands on these days.</source>
        <translation>这些日子没有维护事项。</translation>
    </message>
    <message>
        <source>Sat</source>
        <translation>周六</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>已跳过</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Sun</source>
        <translation>周日</translation>
    </message>
    <message>
        <source>Thu</source>
        <translation>周四</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>层级</translation>
    </message>
    <message>
        <source>Tue</source>
        <translation>周二</translation>
    </message>
    <message>
        <source>Wed</source>
        <translation>周三</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>事由</translation>
    </message>
    <message>
        <source>{count} more are not listed here.</source>
        <translation>另有 {count} 件未列出。</translation>
    </message>
    <message>
        <source>{count} people</source>
        <translation>{count} 位</translation>
    </message>
    <message>
        <source>{days} d late</source>
        <translation>逾期 {days} 天</translation>
    </message>
    <message>
        <source>{first} to {last}, {count} in all</source>
        <translation>{first} 至 {last}，共 {count} 件</translation>
    </message>
    <message>
        <source>Not yet contacted</source>
        <translation>尚未联系</translation>
    </message>
</context>
<context>
    <name>choices</name>
    <message>
        <source>1 star</source>
        <translation>1 星</translation>
    </message>
    <message>
        <source>100,000 to 200,000 a year</source>
        <translation>10万–20万元</translation>
    </message>
    <message>
        <source>2 stars</source>
        <translation>2 星</translation>
    </message>
    <message>
        <source>200,000 to 500,000 a year</source>
        <translation>20万–50万元</translation>
    </message>
    <message>
        <source>3 stars</source>
        <translation>3 星</translation>
    </message>
    <message>
        <source>4 stars</source>
        <translation>4 星</translation>
    </message>
    <message>
        <source>5 stars</source>
        <translation>5 星</translation>
    </message>
    <message>
        <source>50,000 to 100,000 a year</source>
        <translation>5万–10万元</translation>
    </message>
    <message>
        <source>500,000 to 1,000,000 a year</source>
        <translation>50万–100万元</translation>
    </message>
    <message>
        <source>A measure of our own</source>
        <translation>自定指标</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>主动</translation>
    </message>
    <message>
        <source>Addendum</source>
        <translation>补记</translation>
    </message>
    <message>
        <source>Aggressive (C5)</source>
        <translation>进取（C5）</translation>
    </message>
    <message>
        <source>Agreed</source>
        <translation>已约定</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>已回答</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>已批准</translation>
    </message>
    <message>
        <source>Asking ended</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>Assets</source>
        <translation>资产规模</translation>
    </message>
    <message>
        <source>At an event</source>
        <translation>活动现场</translation>
    </message>
    <message>
        <source>At risk</source>
        <translation>预警期</translation>
    </message>
    <message>
        <source>At the branch</source>
        <translation>到店</translation>
    </message>
    <message>
        <source>Balanced (C3)</source>
        <translation>平衡（C3）</translation>
    </message>
    <message>
        <source>Being asked</source>
        <translation>调研中</translation>
    </message>
    <message>
        <source>Birthday in the family</source>
        <translation>家人生日</translation>
    </message>
    <message>
        <source>Broken</source>
        <translation>未履行</translation>
    </message>
    <message>
        <source>Buys now and then</source>
        <translation>偶尔购买</translation>
    </message>
    <message>
        <source>Buys often</source>
        <translation>经常购买</translation>
    </message>
    <message>
        <source>By phone</source>
        <translation>电话访问</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>专项活动</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Child</source>
        <translation>子女</translation>
    </message>
    <message>
        <source>Colleague</source>
        <translation>同事</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>批语</translation>
    </message>
    <message>
        <source>Compares prices</source>
        <translation>货比三家</translation>
    </message>
    <message>
        <source>Conservative (C1)</source>
        <translation>保守（C1）</translation>
    </message>
    <message>
        <source>Consumption-oriented</source>
        <translation>消费导向</translation>
    </message>
    <message>
        <source>Contacted</source>
        <translation>接触期</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>联系次数</translation>
    </message>
    <message>
        <source>Core</source>
        <translation>核心期</translation>
    </message>
    <message>
        <source>Countersigned</source>
        <translation>已复核</translation>
    </message>
    <message>
        <source>Credit card</source>
        <translation>信用卡</translation>
    </message>
    <message>
        <source>Current deposit</source>
        <translation>活期</translation>
    </message>
    <message>
        <source>Customers who were introduced</source>
        <translation>转介客户数</translation>
    </message>
    <message>
        <source>Decides by the price</source>
        <translation>价格优先</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>婉拒</translation>
    </message>
    <message>
        <source>Dissatisfied</source>
        <translation>不满</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Drawn at random</source>
        <translation>随机抽样</translation>
    </message>
    <message>
        <source>Drawn by tier</source>
        <translation>按等级分层抽样</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>已放弃</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>邮件</translation>
    </message>
    <message>
        <source>Established</source>
        <translation>建立期</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>全部客户</translation>
    </message>
    <message>
        <source>Exam</source>
        <translation>考试</translation>
    </message>
    <message>
        <source>Exception</source>
        <translation>特批</translation>
    </message>
    <message>
        <source>Face to face</source>
        <translation>当面访谈</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>Female</source>
        <translation>女</translation>
    </message>
    <message>
        <source>Foreigner&apos;s permanent residence card</source>
        <translation>外国人永久居留身份证</translation>
    </message>
    <message>
        <source>Founding of the company</source>
        <translation>公司成立</translation>
    </message>
    <message>
        <source>Friend</source>
        <translation>朋友</translation>
    </message>
    <message>
        <source>From an agreement</source>
        <translation>协议约定</translation>
    </message>
    <message>
        <source>Fund</source>
        <translation>基金</translation>
    </message>
    <message>
        <source>Gold</source>
        <translation>黄金</translation>
    </message>
    <message>
        <source>Government bond</source>
        <translation>国债</translation>
    </message>
    <message>
        <source>Grandchild</source>
        <translation>孙辈</translation>
    </message>
    <message>
        <source>Grandparent</source>
        <translation>祖辈</translation>
    </message>
    <message>
        <source>Growth (C4)</source>
        <translation>成长（C4）</translation>
    </message>
    <message>
        <source>Has introduced</source>
        <translation>转介客户</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>已拜访</translation>
    </message>
    <message>
        <source>Home address</source>
        <translation>住宅地址</translation>
    </message>
    <message>
        <source>Home phone</source>
        <translation>住宅电话</translation>
    </message>
    <message>
        <source>Household register</source>
        <translation>户口簿</translation>
    </message>
    <message>
        <source>Identified</source>
        <translation>识别期</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>答复信息</translation>
    </message>
    <message>
        <source>Insurance</source>
        <translation>保险</translation>
    </message>
    <message>
        <source>Intensive</source>
        <translation>积极</translation>
    </message>
    <message>
        <source>Introduced by</source>
        <translation>转介人</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>已履行</translation>
    </message>
    <message>
        <source>Key person of</source>
        <translation>任关键人</translation>
    </message>
    <message>
        <source>Large certificate of deposit</source>
        <translation>大额存单</translation>
    </message>
    <message>
        <source>Leaders</source>
        <translation>领导层</translation>
    </message>
    <message>
        <source>Legal representative of</source>
        <translation>任法定代表人</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>信函</translation>
    </message>
    <message>
        <source>Loan</source>
        <translation>贷款</translation>
    </message>
    <message>
        <source>Looks little at the price</source>
        <translation>不太在意价格</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>流失期</translation>
    </message>
    <message>
        <source>Male</source>
        <translation>男</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>业务层</translation>
    </message>
    <message>
        <source>Market</source>
        <translation>市场</translation>
    </message>
    <message>
        <source>Message left</source>
        <translation>已留言</translation>
    </message>
    <message>
        <source>Military identity card</source>
        <translation>军人证件</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>未赴约</translation>
    </message>
    <message>
        <source>Mobile</source>
        <translation>手机</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月度</translation>
    </message>
    <message>
        <source>Monthly average</source>
        <translation>月日均</translation>
    </message>
    <message>
        <source>More than 1,000,000 a year</source>
        <translation>100万元以上</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>改期</translation>
    </message>
    <message>
        <source>Moved from another day</source>
        <translation>由他日改期</translation>
    </message>
    <message>
        <source>Neutral</source>
        <translation>一般</translation>
    </message>
    <message>
        <source>Never promise</source>
        <translation>不可承诺</translation>
    </message>
    <message>
        <source>News of the day</source>
        <translation>当日资讯</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>未接通</translation>
    </message>
    <message>
        <source>Not done</source>
        <translation>未完成</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>未联系上</translation>
    </message>
    <message>
        <source>Objections</source>
        <translation>异议应答</translation>
    </message>
    <message>
        <source>On the day</source>
        <translation>时点</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>线上问卷</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>待办</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>开场白</translation>
    </message>
    <message>
        <source>Other address</source>
        <translation>其他地址</translation>
    </message>
    <message>
        <source>Other day</source>
        <translation>其他日子</translation>
    </message>
    <message>
        <source>Other document</source>
        <translation>其他证件</translation>
    </message>
    <message>
        <source>Other phone</source>
        <translation>其他电话</translation>
    </message>
    <message>
        <source>Other product</source>
        <translation>其他产品</translation>
    </message>
    <message>
        <source>Other relation</source>
        <translation>其他关系</translation>
    </message>
    <message>
        <source>Own entry</source>
        <translation>自行添加</translation>
    </message>
    <message>
        <source>Paper form</source>
        <translation>纸质问卷</translation>
    </message>
    <message>
        <source>Parent</source>
        <translation>父母</translation>
    </message>
    <message>
        <source>Partly</source>
        <translation>部分完成</translation>
    </message>
    <message>
        <source>Passive</source>
        <translation>被动</translation>
    </message>
    <message>
        <source>Passport</source>
        <translation>护照</translation>
    </message>
    <message>
        <source>Permit for Hong Kong and Macao residents</source>
        <translation>港澳居民来往内地通行证</translation>
    </message>
    <message>
        <source>Permit for Taiwan residents</source>
        <translation>台湾居民来往大陆通行证</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>计划中</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>政策</translation>
    </message>
    <message>
        <source>Postal address</source>
        <translation>邮寄地址</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>产品</translation>
    </message>
    <message>
        <source>Product-oriented</source>
        <translation>产品导向</translation>
    </message>
    <message>
        <source>Products sold</source>
        <translation>产品销售额</translation>
    </message>
    <message>
        <source>Quality customers</source>
        <translation>优质客户数</translation>
    </message>
    <message>
        <source>Quarter</source>
        <translation>季度</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>提问</translation>
    </message>
    <message>
        <source>Rarely buys</source>
        <translation>很少购买</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>利率</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>已接通</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>未批准</translation>
    </message>
    <message>
        <source>Regular</source>
        <translation>日常维护</translation>
    </message>
    <message>
        <source>Relative</source>
        <translation>亲戚</translation>
    </message>
    <message>
        <source>Replied</source>
        <translation>已回复</translation>
    </message>
    <message>
        <source>Reported</source>
        <translation>已上报</translation>
    </message>
    <message>
        <source>Reported back</source>
        <translation>已反馈客户</translation>
    </message>
    <message>
        <source>Resident identity card</source>
        <translation>居民身份证</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>已退回</translation>
    </message>
    <message>
        <source>SMS</source>
        <translation>短信</translation>
    </message>
    <message>
        <source>Satisfied</source>
        <translation>满意</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>已发送</translation>
    </message>
    <message>
        <source>Sent back</source>
        <translation>已退回</translation>
    </message>
    <message>
        <source>Sent for approval</source>
        <translation>已送审</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>Service-oriented</source>
        <translation>服务导向</translation>
    </message>
    <message>
        <source>Sibling</source>
        <translation>兄弟姐妹</translation>
    </message>
    <message>
        <source>Specialists</source>
        <translation>技术层</translation>
    </message>
    <message>
        <source>Spouse</source>
        <translation>配偶</translation>
    </message>
    <message>
        <source>Steady (C2)</source>
        <translation>稳健（C2）</translation>
    </message>
    <message>
        <source>Step up</source>
        <translation>关系提升</translation>
    </message>
    <message>
        <source>Structured deposit</source>
        <translation>结构性存款</translation>
    </message>
    <message>
        <source>Submitted</source>
        <translation>已提交</translation>
    </message>
    <message>
        <source>Temporary identity card</source>
        <translation>临时身份证</translation>
    </message>
    <message>
        <source>Time deposit</source>
        <translation>定期</translation>
    </message>
    <message>
        <source>To be asked</source>
        <translation>待回答</translation>
    </message>
    <message>
        <source>To be filled in</source>
        <translation>待填</translation>
    </message>
    <message>
        <source>To be kept</source>
        <translation>待履行</translation>
    </message>
    <message>
        <source>Took place</source>
        <translation>已赴约</translation>
    </message>
    <message>
        <source>Touchpoint</source>
        <translation>维护事项</translation>
    </message>
    <message>
        <source>Trouble</source>
        <translation>危机处理</translation>
    </message>
    <message>
        <source>Trust</source>
        <translation>信托</translation>
    </message>
    <message>
        <source>Up to 50,000 a year</source>
        <translation>5万元以下</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>面访</translation>
    </message>
    <message>
        <source>Waits for approval</source>
        <translation>待审批</translation>
    </message>
    <message>
        <source>WeChat</source>
        <translation>微信</translation>
    </message>
    <message>
        <source>Wealth management product</source>
        <translation>理财</translation>
    </message>
    <message>
        <source>Wedding</source>
        <translation>结婚</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>Work address</source>
        <translation>单位地址</translation>
    </message>
    <message>
        <source>Work phone</source>
        <translation>单位电话</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年度</translation>
    </message>
    <message>
        <source>Agreed to</source>
        <translation>已审定</translation>
    </message>
    <message>
        <source>Evaluated</source>
        <translation>已评估</translation>
    </message>
    <message>
        <source>each quarter</source>
        <translation>每季</translation>
    </message>
    <message>
        <source>each month</source>
        <translation>每月</translation>
    </message>
    <message>
        <source>each week</source>
        <translation>每周</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>已跳过</translation>
    </message>
    <message>
        <source>Not made</source>
        <translation>未联系</translation>
    </message>
    <message>
        <source>Case closed</source>
        <translation>已结案</translation>
    </message>
    <message>
        <source>Complaint</source>
        <translation>投诉</translation>
    </message>
    <message>
        <source>Objection</source>
        <translation>异议</translation>
    </message>
    <message>
        <source>Waiting and procedure</source>
        <translation>排队与流程</translation>
    </message>
    <message>
        <source>Attitude of staff</source>
        <translation>服务态度</translation>
    </message>
    <message>
        <source>Product or returns</source>
        <translation>产品与收益</translation>
    </message>
    <message>
        <source>Fees and rates</source>
        <translation>费用与利率</translation>
    </message>
    <message>
        <source>Machines and electronic channels</source>
        <translation>设备与电子渠道</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>隐私与信息安全</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Minor</source>
        <translation>一般</translation>
    </message>
    <message>
        <source>Serious</source>
        <translation>较重</translation>
    </message>
    <message>
        <source>Grave</source>
        <translation>重大</translation>
    </message>
    <message>
        <source>From the customer directly</source>
        <translation>客户直接提出</translation>
    </message>
    <message>
        <source>In a contact</source>
        <translation>联系中反映</translation>
    </message>
    <message>
        <source>In a survey</source>
        <translation>调研中发现</translation>
    </message>
    <message>
        <source>Forwarded from above</source>
        <translation>上级或监管转办</translation>
    </message>
    <message>
        <source>Being seen to</source>
        <translation>处理中</translation>
    </message>
    <message>
        <source>Customer told</source>
        <translation>已告知客户</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>产品部门</translation>
    </message>
    <message>
        <source>Operations</source>
        <translation>运营</translation>
    </message>
    <message>
        <source>Marketing</source>
        <translation>营销</translation>
    </message>
    <message>
        <source>in all</source>
        <translation>全期</translation>
    </message>
    <message>
        <source>Customer to be told</source>
        <translation>待告知客户</translation>
    </message>
    <message>
        <source>Salon</source>
        <translation>沙龙</translation>
    </message>
    <message>
        <source>Lecture</source>
        <translation>讲座</translation>
    </message>
    <message>
        <source>Group visit</source>
        <translation>参观走访</translation>
    </message>
    <message>
        <source>Exhibition</source>
        <translation>展览</translation>
    </message>
    <message>
        <source>Being prepared</source>
        <translation>筹备中</translation>
    </message>
    <message>
        <source>Held, to assess</source>
        <translation>已举办</translation>
    </message>
    <message>
        <source>Called off</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Material</source>
        <translation>物料</translation>
    </message>
    <message>
        <source>Equipment</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Comes</source>
        <translation>参加</translation>
    </message>
    <message>
        <source>Perhaps</source>
        <translation>待定</translation>
    </message>
    <message>
        <source>Does not come</source>
        <translation>不参加</translation>
    </message>
    <message>
        <source>Invitation</source>
        <translation>邀请</translation>
    </message>
    <message>
        <source>Thanks</source>
        <translation>感谢</translation>
    </message>
    <message>
        <source>To be done</source>
        <translation>待办</translation>
    </message>
    <message>
        <source>Would not answer</source>
        <translation>拒答</translation>
    </message>
</context>
<context>
    <name>cli</name>
    <message>
        <source>A day as 2026-09-10 is needed.</source>
        <translation>请写成 2026-09-10 这样的日期。</translation>
    </message>
    <message>
        <source>A whole number from 1 up is needed.</source>
        <translation>请写 1 以上的整数。</translation>
    </message>
    <message>
        <source>Added {name}.</source>
        <translation>已添加 {name}。</translation>
    </message>
    <message>
        <source>Backups verified and found sound: {count}.</source>
        <translation>已校验 {count} 份备份，全部完好。</translation>
    </message>
    <message>
        <source>Changes made since: {count}.</source>
        <translation>此后的改动：{count} 次。</translation>
    </message>
    <message>
        <source>Disabled since {day}</source>
        <translation>{day} 起停用</translation>
    </message>
    <message>
        <source>Import {number} was taken back: {rows} rows.</source>
        <translation>第 {number} 号导入已撤销，共 {rows} 条记录。</translation>
    </message>
    <message>
        <source>Import {number}: `import undo {number}` takes it back.</source>
        <translation>导入编号 {number}：可用 `import undo {number}` 撤销。</translation>
    </message>
    <message>
        <source>May</source>
        <translation>权限</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>缺</translation>
    </message>
    <message>
        <source>No log waits to be countersigned.</source>
        <translation>没有待复核的日志。</translation>
    </message>
    <message>
        <source>No two records look like one customer.</source>
        <translation>没有发现疑似重复的客户。</translation>
    </message>
    <message>
        <source>Nobody keeps a log yet.</source>
        <translation>还没有人写日志。</translation>
    </message>
    <message>
        <source>Nobody was found.</source>
        <translation>没有找到客户。</translation>
    </message>
    <message>
        <source>Not submitted</source>
        <translation>未提交</translation>
    </message>
    <message>
        <source>Nothing is due on these days.</source>
        <translation>这些天没有要办的事项。</translation>
    </message>
    <message>
        <source>Nothing is proposed for this day.</source>
        <translation>这一天没有可安排的事项。</translation>
    </message>
    <message>
        <source>Nothing was written; --accept writes it.</source>
        <translation>尚未写入；加 --accept 即写入。</translation>
    </message>
    <message>
        <source>Recorded.</source>
        <translation>已记录。</translation>
    </message>
    <message>
        <source>Row {row}: {reason}</source>
        <translation>第 {row} 行：{reason}</translation>
    </message>
    <message>
        <source>Survey {number} has {count} questions now.</source>
        <translation>调研 {number} 现有 {count} 道题。</translation>
    </message>
    <message>
        <source>Survey {number} is closed.</source>
        <translation>调研 {number} 已结束。</translation>
    </message>
    <message>
        <source>The backup {name} was brought back. What was there before is kept as {kept}.</source>
        <translation>已恢复备份 {name}。恢复前的内容保留在 {kept}。</translation>
    </message>
    <message>
        <source>The backup {name} was made and verified.</source>
        <translation>备份 {name} 已完成并通过校验。</translation>
    </message>
    <message>
        <source>The contact was recorded.</source>
        <translation>联系记录已保存。</translation>
    </message>
    <message>
        <source>The record is complete to {share} %.</source>
        <translation>档案完整度 {share}%。</translation>
    </message>
    <message>
        <source>The vault is in {vault}. The recovery code is in {file}: print it, lock it away, delete the file.</source>
        <translation>档案库建在 {vault}。恢复码在 {file}：请打印后锁好，再删除该文件。</translation>
    </message>
    <message>
        <source>The vault is sound: {sets} entries in its audit trail.</source>
        <translation>档案库完好：审计记录共 {sets} 条。</translation>
    </message>
    <message>
        <source>There are no targets yet.</source>
        <translation>还没有指标。</translation>
    </message>
    <message>
        <source>There is no backup yet.</source>
        <translation>还没有备份。</translation>
    </message>
    <message>
        <source>There is no survey yet.</source>
        <translation>还没有调研。</translation>
    </message>
    <message>
        <source>There is nothing yet.</source>
        <translation>暂无记录。</translation>
    </message>
    <message>
        <source>This backup is of another past: an older one was brought back since.</source>
        <translation>这份备份不在当前档案库的历史之中：此后恢复过更早的备份。</translation>
    </message>
    <message>
        <source>This was a dry run: nothing was kept.</source>
        <translation>这是试运行，没有保存任何内容。</translation>
    </message>
    <message>
        <source>Waiting {seconds} seconds after wrong passwords.</source>
        <translation>密码多次错误，等待 {seconds} 秒。</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>{count} customers, {planned} contacts planned.</source>
        <translation>涉及 {count} 位客户，已安排 {planned} 次联系。</translation>
    </message>
    <message>
        <source>{count} logs countersigned.</source>
        <translation>已复核 {count} 份日志。</translation>
    </message>
    <message>
        <source>{count} of {population} customers are asked.</source>
        <translation>在 {population} 位客户中调研 {count} 位。</translation>
    </message>
    <message>
        <source>{count} touchpoints.</source>
        <translation>{count} 件事项。</translation>
    </message>
    <message>
        <source>{customers} invented customers and {people} people were added.</source>
        <translation>已添加 {customers} 位虚构客户和 {people} 名员工。</translation>
    </message>
    <message>
        <source>{day} (lunar)</source>
        <translation>{day}（农历）</translation>
    </message>
    <message>
        <source>{day} (lunar, leap month)</source>
        <translation>{day}（农历闰月）</translation>
    </message>
    <message>
        <source>{done} of {total} customers.</source>
        <translation>已生成 {done} / {total} 位客户。</translation>
    </message>
    <message>
        <source>{done} of {total} rows.</source>
        <translation>已处理 {done} / {total} 行。</translation>
    </message>
    <message>
        <source>{file_rows} rows: {imported} imported, {updated} updated, {unchanged} unchanged, {rejected} rejected, {skipped} no rows of the table. {warned} with a problem in a cell.</source>
        <translation>共 {file_rows} 行：新增 {imported}，更新 {updated}，无变化 {unchanged}，退回 {rejected}，非数据行 {skipped}。其中 {warned} 行的个别单元格有问题。</translation>
    </message>
    <message>
        <source>{forms} forms</source>
        <translation>{forms} 份答卷</translation>
    </message>
    <message>
        <source>{imported} imported, {updated} updated, {unchanged} unchanged, {rejected} rejected</source>
        <translation>新增 {imported}，更新 {updated}，无变化 {unchanged}，退回 {rejected}</translation>
    </message>
    <message>
        <source>{name} can sign in again.</source>
        <translation>{name} 可以重新登录了。</translation>
    </message>
    <message>
        <source>{name} has a new password and is told so at sign-in.</source>
        <translation>{name} 的密码已重置，登录时会看到通知。</translation>
    </message>
    <message>
        <source>{name} has a new password.</source>
        <translation>{name} 的新密码已生效。</translation>
    </message>
    <message>
        <source>{name} has a new password. The former recovery code is void; the new one is in {file}.</source>
        <translation>{name} 的新密码已生效。原恢复码已作废，新恢复码在 {file}。</translation>
    </message>
    <message>
        <source>{name} is now: {roles}.</source>
        <translation>{name} 现在的角色：{roles}。</translation>
    </message>
    <message>
        <source>{name}: {done} of {planned} done, {overdue} overdue, {contacts} contacts; late plans {late}, logs not submitted {missing}</source>
        <translation>{name}：完成 {done}/{planned}，逾期 {overdue}，联系 {contacts} 次；计划迟交或未写 {late}，日志未提交 {missing}</translation>
    </message>
    <message>
        <source>{name}: {moment}, {size} MB, not verified</source>
        <translation>{name}：{moment}，{size} MB，未校验</translation>
    </message>
    <message>
        <source>{name}: {moment}, {size} MB, verified, {customers} customers</source>
        <translation>{name}：{moment}，{size} MB，已校验，{customers} 位客户</translation>
    </message>
    <message>
        <source>{other} is merged into {kept}.</source>
        <translation>已将 {other} 合并到 {kept}。</translation>
    </message>
    <message>
        <source>{rows} events are in {file}.</source>
        <translation>{rows} 件事项已写入 {file}。</translation>
    </message>
    <message>
        <source>{rows} events, masked, are in {file}.</source>
        <translation>{rows} 件事项（已脱敏）已写入 {file}。</translation>
    </message>
    <message>
        <source>{rows} rows are in {file}.</source>
        <translation>已导出 {rows} 行到 {file}。</translation>
    </message>
    <message>
        <source>{rows} rows, masked, are in {file}.</source>
        <translation>已脱敏导出 {rows} 行到 {file}。</translation>
    </message>
    <message>
        <source>{table}: {then} then, {now} now</source>
        <translation>{table}：当时 {then}，现在 {now}</translation>
    </message>
    <message>
        <source>“{name}” is nobody here and was kept as text ({rows} rows).</source>
        <translation>本行没有“{name}”，已作为文字保留（{rows} 行）。</translation>
    </message>
    <message>
        <source>… and {more} more rejected rows.</source>
        <translation>……另有 {more} 行被退回。</translation>
    </message>
    <message>
        <source>There are no plans.</source>
        <translation>没有计划。</translation>
    </message>
    <message>
        <source>{done} of {items} done, {late} late</source>
        <translation>共 {items} 次，已完成 {done} 次，逾期 {late} 次</translation>
    </message>
    <message>
        <source>{file}: {pages} pages.</source>
        <translation>{pages} 页已存为 {file}。</translation>
    </message>
    <message>
        <source>Salvaged as {name}: {read} records, nothing is missing.</source>
        <translation>已抢救为 {name}：共 {read} 条记录，无缺失。</translation>
    </message>
    <message>
        <source>{table}: {read} read; how many are lost is not known</source>
        <translation>{table}：读出 {read} 条，丢失数量未知</translation>
    </message>
    <message>
        <source>{table}: {read} read, {lost} lost</source>
        <translation>{table}：读出 {read} 条，丢失 {lost} 条</translation>
    </message>
    <message>
        <source>There is no such complaint.</source>
        <translation>没有符合条件的投诉。</translation>
    </message>
    <message>
        <source>{count} complaints, {pending} not answered, {late} late; {in_time} of {decided} decided in time</source>
        <translation>共 {count} 件，{pending} 件待处理，{late} 件超期；已处理 {decided} 件，其中 {in_time} 件按时</translation>
    </message>
    <message>
        <source>late</source>
        <translation>逾期</translation>
    </message>
    <message>
        <source>There are no activities.</source>
        <translation>还没有活动。</translation>
    </message>
    <message>
        <source>{asked} of {invited} invited, {yes} accepted, {came} came</source>
        <translation>已邀请 {asked}/{invited} 户，答应 {yes} 户，到场 {came} 户</translation>
    </message>
    <message>
        <source>The customer is today as they were then.</source>
        <translation>该客户现在与当时相同。</translation>
    </message>
    <message>
        <source>Differs: {field}</source>
        <translation>不同：{field}</translation>
    </message>
    <message>
        <source>Not there any more: {table}, {count}</source>
        <translation>现已没有：{table} {count} 条</translation>
    </message>
    <message>
        <source>The customer was brought back.</source>
        <translation>已恢复该客户。</translation>
    </message>
    <message>
        <source>The master key was exchanged; passwords and the recovery code stay. What was before is kept as {kept}.</source>
        <translation>主密钥已更换，密码和恢复码不变。更换前的状态已保存为 {kept}。</translation>
    </message>
    <message>
        <source>The audit trail is sound: {sets} entries, {records} changes; up to entry {number}: {digits}</source>
        <translation>审计记录完好：共 {sets} 条、{records} 处改动；截至第 {number} 条：{digits}</translation>
    </message>
    <message>
        <source>{what}: {years}; {count} from before {day}</source>
        <translation>{what}：{years}；{day}以前的 {count} 条</translation>
    </message>
    <message>
        <source>{what}: {count} deleted</source>
        <translation>{what}：已删除 {count} 条</translation>
    </message>
</context>
<context>
    <name>complaint record</name>
    <message>
        <source>Record of a complaint or objection</source>
        <translation>投诉及异议处理记录</translation>
    </message>
    <message>
        <source>No. {number}</source>
        <translation>编号 {number}</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>处理步骤</translation>
    </message>
    <message>
        <source>No step was taken.</source>
        <translation>没有处理步骤。</translation>
    </message>
    <message>
        <source>Told to the customer</source>
        <translation>告知客户</translation>
    </message>
    <message>
        <source>In charge of it</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>Branch head</source>
        <translation>网点负责人</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
</context>
<context>
    <name>complaints</name>
    <message>
        <source>Call the customer: listen, apologise, say who will see to it</source>
        <translation>致电客户：倾听、致歉、说明由谁处理</translation>
    </message>
    <message>
        <source>Find out what happened</source>
        <translation>查清事情经过</translation>
    </message>
    <message>
        <source>Agree with the customer how it is put right</source>
        <translation>与客户商定解决办法</translation>
    </message>
</context>
<context>
    <name>condition tree</name>
    <message>
        <source>All of these</source>
        <translation>全部满足</translation>
    </message>
    <message>
        <source>Any of these</source>
        <translation>满足任一</translation>
    </message>
    <message>
        <source>None of these</source>
        <translation>都不满足</translation>
    </message>
    <message>
        <source>and</source>
        <translation>且</translation>
    </message>
    <message>
        <source>no condition yet</source>
        <translation>还没有条件</translation>
    </message>
    <message>
        <source>nor</source>
        <translation>也非</translation>
    </message>
    <message>
        <source>or</source>
        <translation>或</translation>
    </message>
    <message>
        <source>{field} {operator} …</source>
        <translation>{field} {operator} …</translation>
    </message>
</context>
<context>
    <name>conditions</name>
    <message>
        <source>April</source>
        <translation>4月</translation>
    </message>
    <message>
        <source>August</source>
        <translation>8月</translation>
    </message>
    <message>
        <source>December</source>
        <translation>12月</translation>
    </message>
    <message>
        <source>February</source>
        <translation>2月</translation>
    </message>
    <message>
        <source>In the last 30 days</source>
        <translation>近 30 天</translation>
    </message>
    <message>
        <source>In the last 90 days</source>
        <translation>近 90 天</translation>
    </message>
    <message>
        <source>January</source>
        <translation>1月</translation>
    </message>
    <message>
        <source>July</source>
        <translation>7月</translation>
    </message>
    <message>
        <source>June</source>
        <translation>6月</translation>
    </message>
    <message>
        <source>March</source>
        <translation>3月</translation>
    </message>
    <message>
        <source>May</source>
        <translation>5月</translation>
    </message>
    <message>
        <source>More than 90 days ago</source>
        <translation>90 天以前</translation>
    </message>
    <message>
        <source>More than a year ago</source>
        <translation>一年以前</translation>
    </message>
    <message>
        <source>Nothing entered</source>
        <translation>未填写</translation>
    </message>
    <message>
        <source>November</source>
        <translation>11月</translation>
    </message>
    <message>
        <source>October</source>
        <translation>10月</translation>
    </message>
    <message>
        <source>September</source>
        <translation>9月</translation>
    </message>
    <message>
        <source>Within 30 days</source>
        <translation>30 天内</translation>
    </message>
    <message>
        <source>Within 7 days</source>
        <translation>7 天内</translation>
    </message>
    <message>
        <source>Within 90 days</source>
        <translation>90 天内</translation>
    </message>
    <message>
        <source>Within a year</source>
        <translation>一年内</translation>
    </message>
    <message>
        <source>e.g. 500,000</source>
        <translation>如 50万</translation>
    </message>
    <message>
        <source>from {low}</source>
        <translation>{low} 起</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>up to {high}</source>
        <translation>{high} 以内</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>{days} days from today</source>
        <translation>距今 {days} 天</translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation>{low} 至 {high}</translation>
    </message>
    <message>
        <source>{segment}, fixed {day}</source>
        <translation>{segment}（{day}固定）</translation>
    </message>
    <message>
        <source>{tier} and above</source>
        <translation>{tier}及以上</translation>
    </message>
    <message>
        <source>{trait}: {value}</source>
        <translation>{trait}：{value}</translation>
    </message>
    <message>
        <source>{span}, or never</source>
        <translation>{span}，或从未</translation>
    </message>
</context>
<context>
    <name>contacts</name>
    <message>
        <source>Appointment</source>
        <translation>预约</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Promise</source>
        <translation>承诺</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>协办事项</translation>
    </message>
    <message>
        <source>Task for {whom}</source>
        <translation>交办{whom}</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>拜访</translation>
    </message>
    <message>
        <source>{channel}: {what}</source>
        <translation>{channel}：{what}</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} 分钟</translation>
    </message>
    <message>
        <source>{what}: {words}</source>
        <translation>{what}：{words}</translation>
    </message>
</context>
<context>
    <name>customer card</name>
    <message>
        <source>Amount (CNY)</source>
        <translation>金额（元）</translation>
    </message>
    <message>
        <source>Assets (CNY)</source>
        <translation>资产规模（元）</translation>
    </message>
    <message>
        <source>Assets over a year</source>
        <translation>一年资产走势</translation>
    </message>
    <message>
        <source>At other banks (CNY)</source>
        <translation>他行持有（元）</translation>
    </message>
    <message>
        <source>CNY 10,000</source>
        <translation>万元</translation>
    </message>
    <message>
        <source>Customer card</source>
        <translation>客户卡片</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>到期日</translation>
    </message>
    <message>
        <source>Held here (CNY)</source>
        <translation>本行持有（元）</translation>
    </message>
    <message>
        <source>Holdings</source>
        <translation>持有产品</translation>
    </message>
    <message>
        <source>How</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation>最近联系</translation>
    </message>
    <message>
        <source>Last contacts</source>
        <translation>最近联系记录</translation>
    </message>
    <message>
        <source>Next maturity</source>
        <translation>最近到期</translation>
    </message>
    <message>
        <source>No contact is recorded.</source>
        <translation>没有联系记录。</translation>
    </message>
    <message>
        <source>On last month</source>
        <translation>较上月</translation>
    </message>
    <message>
        <source>Promised and planned</source>
        <translation>承诺与计划</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>经办</translation>
    </message>
    <message>
        <source>Worth asking next time</source>
        <translation>下次值得了解</translation>
    </message>
    <message>
        <source>as of {day}</source>
        <translation>截至 {day}</translation>
    </message>
    <message>
        <source>complete to {share}%</source>
        <translation>档案完整度 {share}%</translation>
    </message>
    <message>
        <source>here</source>
        <translation>本行</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>已逾期</translation>
    </message>
    <message>
        <source>{count} in all</source>
        <translation>共 {count} 项</translation>
    </message>
    <message>
        <source>{count} kinds of product</source>
        <translation>{count} 类产品</translation>
    </message>
</context>
<context>
    <name>customer columns</name>
    <message>
        <source>in {days} days</source>
        <translation>{days} 天后</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>明天</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>{days} days ago</source>
        <translation>{days} 天前</translation>
    </message>
</context>
<context>
    <name>customer field</name>
    <message>
        <source>Choose the customer from the list, or leave it empty.</source>
        <translation>请从列表中选择客户，或留空。</translation>
    </message>
    <message>
        <source>Choose the customer from the list.</source>
        <translation>请从列表中选择客户。</translation>
    </message>
    <message>
        <source>Name, pinyin, phone</source>
        <translation>姓名、拼音、电话</translation>
    </message>
    <message>
        <source>No customer is found by this.</source>
        <translation>没有找到这样的客户。</translation>
    </message>
    <message>
        <source>customer</source>
        <translation>客户</translation>
    </message>
</context>
<context>
    <name>customer list</name>
    <message>
        <source>Customer list</source>
        <translation>客户名单</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>There is no such customer.</source>
        <translation>没有符合条件的客户。</translation>
    </message>
    <message>
        <source>{count} customers</source>
        <translation>{count} 位客户</translation>
    </message>
    <message>
        <source>{count} customers, assets together CNY {sum}</source>
        <translation>{count} 位客户，资产合计 {sum} 元</translation>
    </message>
</context>
<context>
    <name>customer page</name>
    <message>
        <source>(empty)</source>
        <translation>（空）</translation>
    </message>
    <message>
        <source>Assets and tiers</source>
        <translation>资产与层级</translation>
    </message>
    <message>
        <source>Basic information</source>
        <translation>基本信息</translation>
    </message>
    <message>
        <source>Buying behaviour</source>
        <translation>购买行为</translation>
    </message>
    <message>
        <source>Care</source>
        <translation>维护</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>附件资料</translation>
    </message>
    <message>
        <source>Family and relations</source>
        <translation>家庭与关系</translation>
    </message>
    <message>
        <source>Holdings</source>
        <translation>持有产品</translation>
    </message>
    <message>
        <source>Household {amount}</source>
        <translation>家庭合计 {amount}</translation>
    </message>
    <message>
        <source>ID document</source>
        <translation>证件</translation>
    </message>
    <message>
        <source>Important days</source>
        <translation>重要日子</translation>
    </message>
    <message>
        <source>Last {day}</source>
        <translation>上次 {day}</translation>
    </message>
    <message>
        <source>Promises and next steps</source>
        <translation>承诺与待办</translation>
    </message>
    <message>
        <source>Record a contact</source>
        <translation>记一笔</translation>
    </message>
    <message>
        <source>Saving: {field}</source>
        <translation>正在保存：{field}</translation>
    </message>
    <message>
        <source>Service needs</source>
        <translation>服务需求</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>To ask: {fields}</source>
        <translation>待补：{fields}</translation>
    </message>
    <message>
        <source>What to say</source>
        <translation>怎么说</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>assessment expired</source>
        <translation>测评已过期</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>已过期</translation>
    </message>
    <message>
        <source>risk assessment expired</source>
        <translation>风险测评已过期</translation>
    </message>
    <message>
        <source>differs from the ID</source>
        <translation>与身份证不一致</translation>
    </message>
    <message>
        <source>Complaints and satisfaction</source>
        <translation>投诉与满意度</translation>
    </message>
    <message>
        <source>no congratulations in mourning</source>
        <translation>服丧期内不安排祝福</translation>
    </message>
    <message>
        <source>no birthdays, no festivals</source>
        <translation>不安排生日和节日问候</translation>
    </message>
    <message>
        <source>no regular calls</source>
        <translation>不安排例行电话</translation>
    </message>
    <message>
        <source>no regular meetings</source>
        <translation>不安排例行面谈</translation>
    </message>
    <message>
        <source>nothing is due any more</source>
        <translation>不再安排维护事项</translation>
    </message>
</context>
<context>
    <name>daily log</name>
    <message>
        <source>Audit trail up to entry {number}: {digest}</source>
        <translation>审计记录截至第 {number} 条：{digest}</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Completion</source>
        <translation>完成情况</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Contact time</source>
        <translation>联系时长</translation>
    </message>
    <message>
        <source>Contacts planned</source>
        <translation>已安排联系</translation>
    </message>
    <message>
        <source>Contacts that were not planned</source>
        <translation>计划外联系</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>涉及客户</translation>
    </message>
    <message>
        <source>Daily log</source>
        <translation>经理日志</translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation>审阅</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>From</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>How</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Left open</source>
        <translation>未填完成情况</translation>
    </message>
    <message>
        <source>Manager: {name}</source>
        <translation>客户经理：{name}</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>信息</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>News of the day</source>
        <translation>当日资讯</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Nothing was planned and nothing was written down on this day.</source>
        <translation>这一天没有计划，也没有任何记录。</translation>
    </message>
    <message>
        <source>Nothing was planned for this day.</source>
        <translation>这一天没有写计划。</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>Plan and completion</source>
        <translation>计划与完成情况</translation>
    </message>
    <message>
        <source>Plan due by</source>
        <translation>计划应交</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>目的</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>批语与补记</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Submitted</source>
        <translation>提交</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>客户经理主管</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>The computer&apos;s clock said</source>
        <translation>电脑时钟显示</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>见面</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>发生了什么</translation>
    </message>
    <message>
        <source>What it means</source>
        <translation>意味着什么</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>何人</translation>
    </message>
    <message>
        <source>added later</source>
        <translation>后补</translation>
    </message>
    <message>
        <source>day of rest</source>
        <translation>休息日</translation>
    </message>
    <message>
        <source>has left</source>
        <translation>已离岗</translation>
    </message>
    <message>
        <source>late</source>
        <translation>迟交</translation>
    </message>
    <message>
        <source>not planned</source>
        <translation>未写计划</translation>
    </message>
    <message>
        <source>{count} added later</source>
        <translation>后补 {count} 项</translation>
    </message>
    <message>
        <source>{count} in all</source>
        <translation>共 {count} 条</translation>
    </message>
    <message>
        <source>{count} otherwise</source>
        <translation>其他 {count} 项</translation>
    </message>
</context>
<context>
    <name>damage</name>
    <message>
        <source>Part of the vault is damaged</source>
        <translation>档案库有部分损坏</translation>
    </message>
    <message>
        <source>A page of the database could not be read. What needs it is not shown.</source>
        <translation>数据库有一页无法读出，需要该页的内容无法显示。</translation>
    </message>
    <message>
        <source>Close the vault now to see what is damaged, to bring the backup back, or to salvage what can be read. What stands half-written is kept. The damaged file is never overwritten.</source>
        <translation>请现在关闭档案库，查看损坏情况，恢复备份或抢救还能读出的内容。写了一半的内容会保留，损坏的文件不会被覆盖。</translation>
    </message>
    <message>
        <source>Go on for now</source>
        <translation>暂时继续</translation>
    </message>
    <message>
        <source>Close and look</source>
        <translation>关闭并查看</translation>
    </message>
    <message>
        <source>Looking for the newest backup</source>
        <translation>正在查找最新备份</translation>
    </message>
    <message>
        <source>There is no verified backup.</source>
        <translation>没有已校验的备份。</translation>
    </message>
    <message>
        <source>The newest verified backup is of {moment}.</source>
        <translation>最新的已校验备份是 {moment} 的。</translation>
    </message>
    <message>
        <source>The newest verified backup is of {moment}; nothing was saved since.</source>
        <translation>最新的已校验备份是 {moment} 的；此后没有保存过变更。</translation>
    </message>
    <message>
        <source>The newest verified backup is of {moment}; changes saved since, which it lacks: {count}.</source>
        <translation>最新的已校验备份是 {moment} 的；此后保存的 {count} 项变更不在其中。</translation>
    </message>
</context>
<context>
    <name>dates</name>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Add a day</source>
        <translation>添加重要日子</translation>
    </message>
    <message>
        <source>Every year</source>
        <translation>每年</translation>
    </message>
    <message>
        <source>Important days</source>
        <translation>重要日子</translation>
    </message>
    <message>
        <source>New day</source>
        <translation>新的重要日子</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Removing a day</source>
        <translation>正在删除重要日子</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Saving a day</source>
        <translation>正在保存重要日子</translation>
    </message>
    <message>
        <source>once</source>
        <translation>仅一次</translation>
    </message>
</context>
<context>
    <name>documents</name>
    <message>
        <source>Add a document</source>
        <translation>添加附件</translation>
    </message>
    <message>
        <source>Add documents</source>
        <translation>添加附件</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>附件资料</translation>
    </message>
    <message>
        <source>Documents ({endings})</source>
        <translation>附件 ({endings})</translation>
    </message>
    <message>
        <source>Keeping a document</source>
        <translation>正在保存附件</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Opening a document</source>
        <translation>正在打开附件</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Removing a document</source>
        <translation>正在删除附件</translation>
    </message>
    <message>
        <source>Save a copy outside the vault…</source>
        <translation>另存副本到库外…</translation>
    </message>
    <message>
        <source>Save a readable copy outside the vault</source>
        <translation>另存明文副本到库外</translation>
    </message>
    <message>
        <source>Saving a copy</source>
        <translation>正在另存副本</translation>
    </message>
    <message>
        <source>This document cannot be shown; it may be damaged.</source>
        <translation>该附件无法显示，可能已损坏。</translation>
    </message>
    <message>
        <source>or drop it here</source>
        <translation>或拖放到此处</translation>
    </message>
</context>
<context>
    <name>duplicates</name>
    <message>
        <source>different birthdays</source>
        <translation>生日不同</translation>
    </message>
    <message>
        <source>different gender</source>
        <translation>性别不同</translation>
    </message>
    <message>
        <source>different identity documents</source>
        <translation>证件号不同</translation>
    </message>
    <message>
        <source>different names</source>
        <translation>姓名不同</translation>
    </message>
    <message>
        <source>names read alike</source>
        <translation>姓名同音</translation>
    </message>
    <message>
        <source>same birthday</source>
        <translation>生日相同</translation>
    </message>
    <message>
        <source>same birthday as far as known</source>
        <translation>已知生日一致</translation>
    </message>
    <message>
        <source>same employer</source>
        <translation>单位相同</translation>
    </message>
    <message>
        <source>same identity document</source>
        <translation>证件号相同</translation>
    </message>
    <message>
        <source>same name</source>
        <translation>姓名相同</translation>
    </message>
    <message>
        <source>same phone</source>
        <translation>手机号相同</translation>
    </message>
    <message>
        <source>similar names</source>
        <translation>姓名相近</translation>
    </message>
    <message>
        <source>{reasons}; but {against}</source>
        <translation>{reasons}；但{against}</translation>
    </message>
</context>
<context>
    <name>erasure</name>
    <message>
        <source>Certificate of deletion of personal data</source>
        <translation>个人信息删除证明</translation>
    </message>
    <message>
        <source>At the person&apos;s own request (个人信息保护法, article 47), in this branch&apos;s rmdesk. Backups hold it until they are thinned out, at most two years.</source>
        <translation>应本人要求（个人信息保护法第四十七条），在本网点 rmdesk 中删除。备份中的内容会随备份清理而消失，最长两年。</translation>
    </message>
    <message>
        <source>Customer number</source>
        <translation>客户号</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>删除时间</translation>
    </message>
    <message>
        <source>By</source>
        <translation>经办人</translation>
    </message>
    <message>
        <source>Agreed to by</source>
        <translation>共同确认人</translation>
    </message>
    <message>
        <source>Deleted for good</source>
        <translation>已彻底删除</translation>
    </message>
    <message>
        <source>Name and everything that describes the person</source>
        <translation>姓名及所有描述本人的内容</translation>
    </message>
    <message>
        <source>Kept under the customer number alone</source>
        <translation>仅以客户号保留</translation>
    </message>
    <message>
        <source>Kept because the bank must keep records of dealings (反洗钱法, article 34); at most {years} years from now. They are not used for anything else.</source>
        <translation>因银行须保存交易记录（反洗钱法第三十四条）而保留，自今日起最长 {years} 年，不作其他用途。</translation>
    </message>
    <message>
        <source>Nothing.</source>
        <translation>无。</translation>
    </message>
    <message>
        <source>Branch head</source>
        <translation>网点负责人</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>系统管理员</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>条数</translation>
    </message>
    <message>
        <source>That they did not want to be contacted is kept for {years} years, known by a code of their phone and document numbers only, so that nobody calls or writes to them against their word (个人信息保护法, article 44; 消费者权益保护法, article 29).</source>
        <translation>其拒绝联系的意愿保存 {years} 年，仅以电话和证件号码的编码识别，以免违背其意愿去电、发信息或营销（《个人信息保护法》第四十四条、《消费者权益保护法》第二十九条）。</translation>
    </message>
</context>
<context>
    <name>export</name>
    <message>
        <source>About</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>在用</translation>
    </message>
    <message>
        <source>Assets (CNY)</source>
        <translation>资产规模（元）</translation>
    </message>
    <message>
        <source>Assets as of</source>
        <translation>资产日期</translation>
    </message>
    <message>
        <source>At other banks (CNY)</source>
        <translation>他行持有（元）</translation>
    </message>
    <message>
        <source>Audit trail</source>
        <translation>审计记录</translation>
    </message>
    <message>
        <source>Basis of assets</source>
        <translation>资产口径</translation>
    </message>
    <message>
        <source>Care calendar</source>
        <translation>维护日历</translation>
    </message>
    <message>
        <source>Change on last month</source>
        <translation>较上月变动</translation>
    </message>
    <message>
        <source>Change on last month (CNY)</source>
        <translation>较上月变动（元）</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>变更数</translation>
    </message>
    <message>
        <source>Completeness</source>
        <translation>完整度</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>Held here (CNY)</source>
        <translation>本行持有（元）</translation>
    </message>
    <message>
        <source>Kinds of product</source>
        <translation>产品种类数</translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation>最近联系</translation>
    </message>
    <message>
        <source>Last sign-in</source>
        <translation>上次登录</translation>
    </message>
    <message>
        <source>Likelihood</source>
        <translation>可能性</translation>
    </message>
    <message>
        <source>Next maturity</source>
        <translation>最近到期</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Organisations</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>People</source>
        <translation>客户数</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>手机号码</translation>
    </message>
    <message>
        <source>Possible duplicates</source>
        <translation>疑似重复</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>员工</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>客户层级</translation>
    </message>
    <message>
        <source>What</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>操作人</translation>
    </message>
    <message>
        <source>{field} {side}</source>
        <translation>{field} {side}</translation>
    </message>
</context>
<context>
    <name>figures</name>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Enter a figure of assets</source>
        <translation>录入资产规模</translation>
    </message>
    <message>
        <source>Figure of assets</source>
        <translation>资产数据</translation>
    </message>
    <message>
        <source>New figure of assets</source>
        <translation>新的资产规模数据</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Removing a figure</source>
        <translation>正在删除资产数据</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Saving a figure</source>
        <translation>正在保存资产规模</translation>
    </message>
</context>
<context>
    <name>files</name>
    <message>
        <source>the disk is full</source>
        <translation>磁盘已满</translation>
    </message>
    <message>
        <source>the disk can only be read</source>
        <translation>磁盘只读</translation>
    </message>
    <message>
        <source>no permission</source>
        <translation>没有权限</translation>
    </message>
    <message>
        <source>there is no such file or folder</source>
        <translation>没有这个文件或文件夹</translation>
    </message>
    <message>
        <source>a folder has this name</source>
        <translation>已有同名文件夹</translation>
    </message>
    <message>
        <source>a folder of the path is a file</source>
        <translation>路径中有一级是文件，不是文件夹</translation>
    </message>
    <message>
        <source>the name is too long</source>
        <translation>文件名太长</translation>
    </message>
</context>
<context>
    <name>first_start</name>
    <message>
        <source>Add the people of the branch, so that they can sign in themselves.</source>
        <translation>添加本网点员工，让他们用自己的密码登录。</translation>
    </message>
    <message>
        <source>Begin with the staff</source>
        <translation>从员工开始</translation>
    </message>
    <message>
        <source>Bring in the customers from files</source>
        <translation>从文件导入客户</translation>
    </message>
    <message>
        <source>Invented people in a vault of their own. Nothing you try there touches your branch&apos;s vault.</source>
        <translation>独立的档案库，人物均为虚构，怎么试都不影响本网点的档案库。</translation>
    </message>
    <message>
        <source>Look around in the demonstration branch</source>
        <translation>先看看示范网点</translation>
    </message>
    <message>
        <source>Tables that other systems of the bank export. You see what becomes of every row first.</source>
        <translation>导入行内其他系统导出的表格；写入前可以看到每一行的结果。</translation>
    </message>
</context>
<context>
    <name>formats</name>
    <message>
        <source>Today {time}</source>
        <translation>今天 {time}</translation>
    </message>
    <message>
        <source>Yesterday {time}</source>
        <translation>昨天 {time}</translation>
    </message>
    <message>
        <source>about {minutes} min left</source>
        <translation>约剩 {minutes} 分钟</translation>
    </message>
    <message>
        <source>about {seconds} s left</source>
        <translation>约剩 {seconds} 秒</translation>
    </message>
</context>
<context>
    <name>goal sheet</name>
    <message>
        <source>Goal sheet</source>
        <translation>目标表</translation>
    </message>
    <message>
        <source>{share} of the time is over</source>
        <translation>时间已过 {share}</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>What is counted</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标值</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>完成率</translation>
    </message>
    <message>
        <source>Due by now</source>
        <translation>应完成</translation>
    </message>
    <message>
        <source>Not split</source>
        <translation>未分解</translation>
    </message>
    <message>
        <source>There are no targets yet.</source>
        <translation>还没有指标。</translation>
    </message>
    <message>
        <source>Parts of the managers</source>
        <translation>客户经理分解</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>客户经理</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>分解值</translation>
    </message>
    <message>
        <source>the others</source>
        <translation>其他人</translation>
    </message>
</context>
<context>
    <name>goals</name>
    <message>
        <source>April</source>
        <translation>4月</translation>
    </message>
    <message>
        <source>August</source>
        <translation>8月</translation>
    </message>
    <message>
        <source>CNY {amount}</source>
        <translation>{amount}元</translation>
    </message>
    <message>
        <source>Customers from {tier} up</source>
        <translation>{tier}以上客户数</translation>
    </message>
    <message>
        <source>December</source>
        <translation>12月</translation>
    </message>
    <message>
        <source>February</source>
        <translation>2月</translation>
    </message>
    <message>
        <source>January</source>
        <translation>1月</translation>
    </message>
    <message>
        <source>July</source>
        <translation>7月</translation>
    </message>
    <message>
        <source>June</source>
        <translation>6月</translation>
    </message>
    <message>
        <source>March</source>
        <translation>3月</translation>
    </message>
    <message>
        <source>May</source>
        <translation>5月</translation>
    </message>
    <message>
        <source>November</source>
        <translation>11月</translation>
    </message>
    <message>
        <source>October</source>
        <translation>10月</translation>
    </message>
    <message>
        <source>Q{quarter} {year}</source>
        <translation>{year}年{quarter}季度</translation>
    </message>
    <message>
        <source>September</source>
        <translation>9月</translation>
    </message>
    <message>
        <source>{month} {year}</source>
        <translation>{year}年{month}</translation>
    </message>
    <message>
        <source>{product} sold</source>
        <translation>{product}销售额</translation>
    </message>
    <message>
        <source>{year}</source>
        <translation>{year}年</translation>
    </message>
</context>
<context>
    <name>grades</name>
    <message>
        <source>calls</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>meetings</source>
        <translation>面访</translation>
    </message>
    <message>
        <source>leaders&apos; visits</source>
        <translation>领导拜访</translation>
    </message>
    <message>
        <source>amount {score} ({tier})</source>
        <translation>金额{score}分（{tier}）</translation>
    </message>
    <message>
        <source>frequency {score} (in a year contacts: {contacts}, purchases: {purchases})</source>
        <translation>频率{score}分（一年内联系{contacts}次、购买{purchases}次）</translation>
    </message>
    <message>
        <source>influence {score} (referrals: {referrals}, relations: {relations})</source>
        <translation>影响力{score}分（转介绍{referrals}人、关系人{relations}人）</translation>
    </message>
    <message>
        <source>no more {kind}</source>
        <translation>不再安排{kind}</translation>
    </message>
    <message>
        <source>{kind} every {after} days</source>
        <translation>{kind}每{after}天一次</translation>
    </message>
    <message>
        <source>{kind} every {after} days instead of {before}</source>
        <translation>{kind}由每{before}天改为每{after}天一次</translation>
    </message>
    <message>
        <source>contacts as before</source>
        <translation>维护频率不变</translation>
    </message>
</context>
<context>
    <name>greeting letters</name>
    <message>
        <source>Greetings</source>
        <translation>祝福语</translation>
    </message>
</context>
<context>
    <name>greetings</name>
    <message>
        <source>A loan falls due</source>
        <translation>贷款到期</translation>
    </message>
    <message>
        <source>A premium is due</source>
        <translation>保费应缴</translation>
    </message>
    <message>
        <source>A product elsewhere matures</source>
        <translation>他行产品到期</translation>
    </message>
    <message>
        <source>A product of ours matures</source>
        <translation>本行产品到期</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>年龄</translation>
    </message>
    <message>
        <source>Animal of the year</source>
        <translation>当年生肖</translation>
    </message>
    <message>
        <source>Another important day</source>
        <translation>其他重要日子</translation>
    </message>
    <message>
        <source>Any festival</source>
        <translation>通用节日</translation>
    </message>
    <message>
        <source>Appointment</source>
        <translation>预约</translation>
    </message>
    <message>
        <source>Birthday</source>
        <translation>生日</translation>
    </message>
    <message>
        <source>Birthday in the family</source>
        <translation>家人生日</translation>
    </message>
    <message>
        <source>Birthday in the year of their own animal</source>
        <translation>本命年生日</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Days until then</source>
        <translation>还有几天</translation>
    </message>
    <message>
        <source>Examination of a child</source>
        <translation>孩子考试</translation>
    </message>
    <message>
        <source>Founding of the company</source>
        <translation>公司成立纪念日</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>全名</translation>
    </message>
    <message>
        <source>How one addresses them</source>
        <translation>称呼（如陈老师）</translation>
    </message>
    <message>
        <source>Name of the branch</source>
        <translation>网点名称</translation>
    </message>
    <message>
        <source>Name of the festival</source>
        <translation>节日名称</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>告知事项</translation>
    </message>
    <message>
        <source>Other bank</source>
        <translation>他行名称</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>产品</translation>
    </message>
    <message>
        <source>Product to offer</source>
        <translation>推荐续作的产品</translation>
    </message>
    <message>
        <source>Regular contact</source>
        <translation>例行联系</translation>
    </message>
    <message>
        <source>Round birthday</source>
        <translation>整寿</translation>
    </message>
    <message>
        <source>Surname</source>
        <translation>姓氏</translation>
    </message>
    <message>
        <source>The risk assessment expires</source>
        <translation>风险评估到期</translation>
    </message>
    <message>
        <source>This customer is in mourning: no greetings now.</source>
        <translation>该客户正在服丧，暂不发送祝福。</translation>
    </message>
    <message>
        <source>This customer wants no greetings.</source>
        <translation>该客户不接受祝福问候。</translation>
    </message>
    <message>
        <source>This customer wants no messages: call or meet.</source>
        <translation>该客户不接受短信和微信，请改用电话或面访。</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>称谓（先生、女士、老师等）</translation>
    </message>
    <message>
        <source>Wedding day</source>
        <translation>结婚纪念日</translation>
    </message>
    <message>
        <source>What the notice says</source>
        <translation>告知内容</translation>
    </message>
    <message>
        <source>Who greets</source>
        <translation>问候人</translation>
    </message>
    <message>
        <source>Whose day it is</source>
        <translation>谁的日子</translation>
    </message>
    <message>
        <source>Years since</source>
        <translation>周年数</translation>
    </message>
    <message>
        <source>every text was used for them in the last two years</source>
        <translation>两年内所有文本都已用过</translation>
    </message>
    <message>
        <source>in a colleague&apos;s charge</source>
        <translation>由同事管户</translation>
    </message>
    <message>
        <source>in mourning</source>
        <translation>家中有丧事</translation>
    </message>
    <message>
        <source>not to be greeted any more</source>
        <translation>已不需要祝福</translation>
    </message>
    <message>
        <source>want no greetings</source>
        <translation>不愿接收祝福</translation>
    </message>
    <message>
        <source>want no letters or messages</source>
        <translation>不愿接收信件和短信</translation>
    </message>
    <message>
        <source>{count}: {reason}</source>
        <translation>{count} 位：{reason}</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>拜访</translation>
    </message>
</context>
<context>
    <name>help</name>
    <message>
        <source>2026, 2026-Q3 or 2026-09, or the name of a campaign</source>
        <translation>2026、2026-Q3 或 2026-09，或专项活动名称</translation>
    </message>
    <message>
        <source>30 days ago by default</source>
        <translation>默认 30 天前</translation>
    </message>
    <message>
        <source>Gregorian years, both included ({first} to {last})</source>
        <translation>公历年份，首尾都包括（{first} 至 {last}）</translation>
    </message>
    <message>
        <source>The desk of a bank relationship manager. Without a command the window opens.</source>
        <translation>客户经理工作台。不带命令时打开窗口。</translation>
    </message>
    <message>
        <source>a UTF-8 file; its first line is a password for one use, which the person then changes</source>
        <translation>UTF-8 文件，第一行是一次性密码，本人登录后须更改</translation>
    </message>
    <message>
        <source>a UTF-8 file; its first line is the new password</source>
        <translation>UTF-8 文件，第一行是新密码</translation>
    </message>
    <message>
        <source>a UTF-8 file; its first line is the password</source>
        <translation>UTF-8 文件，第一行是密码</translation>
    </message>
    <message>
        <source>a UTF-8 file; its first line is the password of every person added</source>
        <translation>UTF-8 文件，第一行是所加每位员工的密码</translation>
    </message>
    <message>
        <source>a UTF-8 file; its first line is the recovery code</source>
        <translation>UTF-8 文件，第一行是恢复码</translation>
    </message>
    <message>
        <source>a customer&apos;s contacts, the newest first, and what is owed to them</source>
        <translation>客户的联系记录（最新的在前）及未兑现的事项</translation>
    </message>
    <message>
        <source>a new file for the code that replaces the one used</source>
        <translation>存放替换码的新文件</translation>
    </message>
    <message>
        <source>a new file for the recovery code; keep it away from this computer</source>
        <translation>存放恢复码的新文件；请勿留在本机</translation>
    </message>
    <message>
        <source>a period&apos;s targets, what was reached, and each manager&apos;s part</source>
        <translation>一个期间的指标、完成情况和各客户经理的分解数</translation>
    </message>
    <message>
        <source>import answers to an open survey, a row for each form</source>
        <translation>导入答卷到进行中的调研，每份答卷一行</translation>
    </message>
    <message>
        <source>a promise and its day</source>
        <translation>承诺及其日期</translation>
    </message>
    <message>
        <source>a report as PDF, masked as the role demands and recorded in the audit trail; or which there are</source>
        <translation>将报表输出为 PDF，按角色脱敏并记入审计记录；或列出有哪些报表</translation>
    </message>
    <message>
        <source>a saved mapping of columns to fields</source>
        <translation>已保存的列与字段的对应关系</translation>
    </message>
    <message>
        <source>add a branch of invented customers and its staff to a vault without customers</source>
        <translation>向没有客户的档案库加入虚构的客户和员工</translation>
    </message>
    <message>
        <source>add a person</source>
        <translation>添加员工</translation>
    </message>
    <message>
        <source>add to a log that was submitted</source>
        <translation>补充已提交的日志</translation>
    </message>
    <message>
        <source>an .xlsx, .xlsm, .xls, .csv or .tsv file</source>
        <translation>.xlsx、.xlsm、.xls、.csv 或 .tsv 文件</translation>
    </message>
    <message>
        <source>an entry of one&apos;s own: its purpose</source>
        <translation>自拟事项：写明目的</translation>
    </message>
    <message>
        <source>answer with one JSON document; may stand anywhere</source>
        <translation>以一份 JSON 文档作答；可放在任意位置</translation>
    </message>
    <message>
        <source>as of the list</source>
        <translation>条件写法与导出列表相同</translation>
    </message>
    <message>
        <source>as the search box finds them</source>
        <translation>与搜索框的查找方式相同</translation>
    </message>
    <message>
        <source>at this bank (&quot;&quot; for ours)</source>
        <translation>所在银行（&quot;&quot; 表示本行）</translation>
    </message>
    <message>
        <source>backups of the vault</source>
        <translation>档案库的备份</translation>
    </message>
    <message>
        <source>bring files of other systems into the archive</source>
        <translation>将其他系统的文件导入档案</translation>
    </message>
    <message>
        <source>change one&apos;s own password</source>
        <translation>修改自己的密码</translation>
    </message>
    <message>
        <source>check key file, database, change records and anchor; changes nothing</source>
        <translation>检查密钥文件、数据库、变更记录和锚点；不作任何改动</translation>
    </message>
    <message>
        <source>commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>contacts with customers</source>
        <translation>客户联系记录</translation>
    </message>
    <message>
        <source>countersign a submitted log, or all that wait</source>
        <translation>复核一份已提交的日志，或全部待复核的日志</translation>
    </message>
    <message>
        <source>customer number or uid</source>
        <translation>客户编号或 uid</translation>
    </message>
    <message>
        <source>customers by conditions in groups</source>
        <translation>按条件组找客户（客群）</translation>
    </message>
    <message>
        <source>draw the sample of a draft and begin to ask</source>
        <translation>抽取样本并开始调研</translation>
    </message>
    <message>
        <source>end the asking: no answers are taken after it</source>
        <translation>结束调研，之后不再接收答卷</translation>
    </message>
    <message>
        <source>every log that waits</source>
        <translation>所有待复核的日志</translation>
    </message>
    <message>
        <source>find customers by part of a name, pinyin, initials, number, phone, employer, tag; best first</source>
        <translation>按姓名的一部分、拼音、首字母、编号、电话、单位或标签查找客户；最相符的在前</translation>
    </message>
    <message>
        <source>find every edit, deletion, reordering and truncation of the audit trail</source>
        <translation>查出审计记录的任何修改、删除、调序和截断</translation>
    </message>
    <message>
        <source>first day, today by default</source>
        <translation>起始日，默认为今天</translation>
    </message>
    <message>
        <source>give a person a new password for one use; they are told</source>
        <translation>为员工设新的一次性密码；登录时会告知本人</translation>
    </message>
    <message>
        <source>give a person exactly these roles</source>
        <translation>将员工的角色设为以下各项</translation>
    </message>
    <message>
        <source>goals of the branch</source>
        <translation>网点目标</translation>
    </message>
    <message>
        <source>hand in the log of a day</source>
        <translation>提交某日日志</translation>
    </message>
    <message>
        <source>how long it took</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>how many (default %(default)s)</source>
        <translation>多少条（默认 %(default)s）</translation>
    </message>
    <message>
        <source>how many at most (default %(default)s)</source>
        <translation>最多多少条（默认 %(default)s）</translation>
    </message>
    <message>
        <source>how many customers to invent</source>
        <translation>虚构多少名客户</translation>
    </message>
    <message>
        <source>how many of the customers one may see satisfy an expression</source>
        <translation>可见的客户中有多少符合表达式</translation>
    </message>
    <message>
        <source>how the customer felt</source>
        <translation>客户的满意程度</translation>
    </message>
    <message>
        <source>import contacts with customers</source>
        <translation>导入客户联系记录</translation>
    </message>
    <message>
        <source>import customers</source>
        <translation>导入客户</translation>
    </message>
    <message>
        <source>import figures of assets, a row for each or a column for each month</source>
        <translation>导入资产数据，每个数据一行，或每月一列</translation>
    </message>
    <message>
        <source>import important days of customers and their families</source>
        <translation>导入客户及其家人的重要日子</translation>
    </message>
    <message>
        <source>import relations between customers, and of customers to organisations</source>
        <translation>导入客户之间以及客户与单位的关系</translation>
    </message>
    <message>
        <source>import what customers hold, here and at other banks</source>
        <translation>导入客户在本行和他行持有的产品</translation>
    </message>
    <message>
        <source>its name, as `backup list` says</source>
        <translation>备份名称，见 `backup list`</translation>
    </message>
    <message>
        <source>its number, as the report and `import list` say</source>
        <translation>导入编号，见报告和 `import list`</translation>
    </message>
    <message>
        <source>its purpose, in one line</source>
        <translation>目的，一行写完</translation>
    </message>
    <message>
        <source>its uid, as log show tells it</source>
        <translation>事项的 uid，见 log show</translation>
    </message>
    <message>
        <source>last day, the first by default</source>
        <translation>截止日，默认同起始日</translation>
    </message>
    <message>
        <source>leave it undone, for a reason</source>
        <translation>不办，并说明原因</translation>
    </message>
    <message>
        <source>let a disabled person sign in again, with a new password for one use</source>
        <translation>恢复已停用员工的登录，并设新的一次性密码</translation>
    </message>
    <message>
        <source>list everybody, also those who are disabled</source>
        <translation>列出所有人，包括已停用的</translation>
    </message>
    <message>
        <source>list the backups in the vault&apos;s folder, the newest first</source>
        <translation>列出档案库文件夹中的备份，最新的在前</translation>
    </message>
    <message>
        <source>list the imports of this vault, the newest first</source>
        <translation>列出本档案库的导入，最新的在前</translation>
    </message>
    <message>
        <source>list the surveys, the newest first</source>
        <translation>列出调研，最新的在前</translation>
    </message>
    <message>
        <source>lists as files, recorded in the audit trail</source>
        <translation>将列表导出为文件，并记入审计记录</translation>
    </message>
    <message>
        <source>make a new vault; the first person is administrator and branch head</source>
        <translation>新建档案库；第一位员工兼任系统管理员和网点负责人</translation>
    </message>
    <message>
        <source>make a verified backup now</source>
        <translation>立即备份并校验</translation>
    </message>
    <message>
        <source>merge these two: the better record stays and gets what the other knows</source>
        <translation>合并这两份：保留较完整的一份，并补入另一份的内容</translation>
    </message>
    <message>
        <source>news of the day, whom it touches, and contacts that follow</source>
        <translation>当日要闻、涉及哪些客户及后续联系</translation>
    </message>
    <message>
        <source>of CSV (default utf-8)</source>
        <translation>CSV 的编码（默认 utf-8）</translation>
    </message>
    <message>
        <source>of customers in this person&apos;s charge only</source>
        <translation>只要此人负责的客户</translation>
    </message>
    <message>
        <source>of how much, in yuan (45万)</source>
        <translation>需求金额，以元计（可写 45万）</translation>
    </message>
    <message>
        <source>of the whole branch</source>
        <translation>整个网点</translation>
    </message>
    <message>
        <source>of this kind only</source>
        <translation>只要这一类</translation>
    </message>
    <message>
        <source>on which level</source>
        <translation>层级</translation>
    </message>
    <message>
        <source>one backup; else all of them</source>
        <translation>某一份备份；不填则为全部</translation>
    </message>
    <message>
        <source>one day of one manager</source>
        <translation>某位客户经理的某一天</translation>
    </message>
    <message>
        <source>only customers of this kind; may be given several times. VALUE: some of a field&apos;s values (a,b), a part of a text, from..to of amounts (yuan), numbers and days, yes or no; empty for those not known</source>
        <translation>只要符合条件的客户；可多次给出。VALUE：字段的若干取值（a,b）、文字的一部分、金额（元）、数字和日期的范围（起..止）、yes 或 no；留空表示未知</translation>
    </message>
    <message>
        <source>only tell what has changed since it was made</source>
        <translation>只显示此后有哪些改动</translation>
    </message>
    <message>
        <source>only who satisfies this expression, as in `segment`</source>
        <translation>只要符合此表达式的客户，写法同 segment</translation>
    </message>
    <message>
        <source>open a branch of invented people</source>
        <translation>打开人物均为虚构的示范网点</translation>
    </message>
    <message>
        <source>open a vault that is older than the one last opened here</source>
        <translation>打开比本机上次打开时更旧的档案库</translation>
    </message>
    <message>
        <source>open every pane on a new vault, write DIR/self-test.json</source>
        <translation>在新建的档案库上打开每个页面，结果写入 DIR/self-test.json</translation>
    </message>
    <message>
        <source>open the vault with the recovery code and give --user a new password; makes a new code</source>
        <translation>用恢复码打开档案库，为 --user 设置新密码，并生成新的恢复码</translation>
    </message>
    <message>
        <source>pairs of records that may be one customer, the likeliest first; `merge NO NO` makes one of two</source>
        <translation>可能是同一客户的成对档案，最像的在前；`merge NO NO` 将两份合为一份</translation>
    </message>
    <message>
        <source>plan contacts for this day</source>
        <translation>为这一天安排联系</translation>
    </message>
    <message>
        <source>plan the first N of what is proposed</source>
        <translation>安排建议中的前 N 项</translation>
    </message>
    <message>
        <source>print the Chinese calendar, a line for each day</source>
        <translation>输出农历对照，每天一行</translation>
    </message>
    <message>
        <source>put a backup in place of the vault, whose present state is kept first</source>
        <translation>用一份备份恢复档案库，恢复前先保留当前内容</translation>
    </message>
    <message>
        <source>put it off to another day</source>
        <translation>改到另一天</translation>
    </message>
    <message>
        <source>put something on the plan of a day, or show what is proposed for it</source>
        <translation>安排某日计划，或查看为其建议的内容</translation>
    </message>
    <message>
        <source>rate, fee and exception need approval</source>
        <translation>承诺的类别；利率、费用和特例须经批准</translation>
    </message>
    <message>
        <source>read backups wholly and tell which are damaged</source>
        <translation>完整读取备份，指出哪些已损坏</translation>
    </message>
    <message>
        <source>read one line, such as 赵敏 电话 满意 下周三再联系, and propose the records it would make</source>
        <translation>读懂一行话（如“赵敏 电话 满意 下周三再联系”），并列出将生成的记录</translation>
    </message>
    <message>
        <source>record a contact with a customer, and what is to follow</source>
        <translation>记录一次客户联系及后续事项</translation>
    </message>
    <message>
        <source>report what would happen and keep nothing</source>
        <translation>只报告结果，不保存</translation>
    </message>
    <message>
        <source>say that it was done</source>
        <translation>标为已完成</translation>
    </message>
    <message>
        <source>say what became of an item</source>
        <translation>填写事项的完成情况</translation>
    </message>
    <message>
        <source>send a submitted log back, with what is missing</source>
        <translation>退回已提交的日志，并说明缺什么</translation>
    </message>
    <message>
        <source>show the version and exit</source>
        <translation>显示版本号后退出</translation>
    </message>
    <message>
        <source>show the whole record of a customer; one entry of the audit trail says who read it</source>
        <translation>显示客户的完整档案；审计记录会记下由谁查阅</translation>
    </message>
    <message>
        <source>show this help and exit</source>
        <translation>显示本帮助后退出</translation>
    </message>
    <message>
        <source>show who may what</source>
        <translation>显示各角色的权限</translation>
    </message>
    <message>
        <source>submitted logs that wait to be countersigned</source>
        <translation>已提交、等待复核的日志</translation>
    </message>
    <message>
        <source>surveys: questionnaires, asking, results</source>
        <translation>客户调研：问卷、开展、结果</translation>
    </message>
    <message>
        <source>take a person&apos;s sign-in away; their work stays</source>
        <translation>停用员工的登录；其工作记录保留</translation>
    </message>
    <message>
        <source>take a whole import back, as long as nothing of it was changed since</source>
        <translation>整批撤销导入，前提是其后未作改动</translation>
    </message>
    <message>
        <source>the audit trail</source>
        <translation>审计记录</translation>
    </message>
    <message>
        <source>the branch&apos;s name</source>
        <translation>网点名称</translation>
    </message>
    <message>
        <source>the care calendar as a file for other calendar programs, recorded in the audit trail</source>
        <translation>将维护日历导出为其他日历程序可用的文件，并记入审计记录</translation>
    </message>
    <message>
        <source>the customer number, or the record&apos;s uid</source>
        <translation>客户编号，或档案的 uid</translation>
    </message>
    <message>
        <source>the customer number, or the uid</source>
        <translation>客户编号，或 uid</translation>
    </message>
    <message>
        <source>the customers one may see, or those of them that are searched for, as a spreadsheet, CSV or cards</source>
        <translation>将有权查看的客户（或其中搜到的客户）导出为电子表格、CSV 或名片</translation>
    </message>
    <message>
        <source>the customers that satisfy an expression, those with the largest assets first</source>
        <translation>列出符合表达式的客户，资产多的在前</translation>
    </message>
    <message>
        <source>the daily log</source>
        <translation>客户经理日志</translation>
    </message>
    <message>
        <source>the date of what has none of its own</source>
        <translation>没有日期的内容所用的日期</translation>
    </message>
    <message>
        <source>the day is meant although it is one of rest</source>
        <translation>虽是休息日，仍要安排</translation>
    </message>
    <message>
        <source>the day it is due on</source>
        <translation>应办日期</translation>
    </message>
    <message>
        <source>the day it is typed (default today)</source>
        <translation>写下的日期（默认今天）</translation>
    </message>
    <message>
        <source>the day it was moved to</source>
        <translation>改到哪一天</translation>
    </message>
    <message>
        <source>the day of the log, today by default</source>
        <translation>日志的日期，默认今天</translation>
    </message>
    <message>
        <source>the day that is planned, today by default</source>
        <translation>要安排的日期，默认今天</translation>
    </message>
    <message>
        <source>the day, as 2026-09-10 (default today)</source>
        <translation>日期，如 2026-09-10（默认今天）</translation>
    </message>
    <message>
        <source>the entries of the audit trail, the newest first</source>
        <translation>审计记录的条目，最新的在前</translation>
    </message>
    <message>
        <source>the expression; docs/command-line.md says how it is written</source>
        <translation>表达式文件，写法见 docs/command-line.md</translation>
    </message>
    <message>
        <source>the fields an expression may ask about, with their operators and values</source>
        <translation>表达式可用的条件项、运算符和取值</translation>
    </message>
    <message>
        <source>the file is the complete list as of this date: what it lacks is closed</source>
        <translation>文件是截至该日的完整清单：其中没有的视为已结清</translation>
    </message>
    <message>
        <source>the file to write</source>
        <translation>要写入的文件</translation>
    </message>
    <message>
        <source>the first person&apos;s sign-in name</source>
        <translation>第一位员工的登录姓名</translation>
    </message>
    <message>
        <source>the kind of file; else the file&apos;s name says it</source>
        <translation>文件类型；不写则按文件名判断</translation>
    </message>
    <message>
        <source>the language of the pages, else that of messages</source>
        <translation>报表的语言；不写则与提示相同</translation>
    </message>
    <message>
        <source>the language of window and messages</source>
        <translation>窗口和提示的语言</translation>
    </message>
    <message>
        <source>the line</source>
        <translation>这一行话</translation>
    </message>
    <message>
        <source>the name to sign in with</source>
        <translation>登录姓名</translation>
    </message>
    <message>
        <source>the next step and its day</source>
        <translation>下一步及其日期</translation>
    </message>
    <message>
        <source>the order (default aum)</source>
        <translation>排序方式（默认 aum）</translation>
    </message>
    <message>
        <source>the organisations customers are linked to</source>
        <translation>与客户有关的单位</translation>
    </message>
    <message>
        <source>the people of the branch, with their roles</source>
        <translation>网点员工及其角色</translation>
    </message>
    <message>
        <source>the people who sign in</source>
        <translation>登录使用的员工</translation>
    </message>
    <message>
        <source>the person&apos;s sign-in name</source>
        <translation>员工的登录姓名</translation>
    </message>
    <message>
        <source>the reports one may make, and what each asks for</source>
        <translation>可以制作的报表及各自所需的内容</translation>
    </message>
    <message>
        <source>the row of the heading; else it is found</source>
        <translation>表头所在行；不写则自动查找</translation>
    </message>
    <message>
        <source>the same for each of these groups, too</source>
        <translation>同时按此分组列出</translation>
    </message>
    <message>
        <source>the same seed invents the same branch (default 1)</source>
        <translation>种子相同，虚构的网点也相同（默认 1）</translation>
    </message>
    <message>
        <source>the sheet; else the one with most rows</source>
        <translation>工作表；不写则取行数最多的一张</translation>
    </message>
    <message>
        <source>the smallest first</source>
        <translation>从小到大</translation>
    </message>
    <message>
        <source>the survey that gets these questions; else a new draft is made</source>
        <translation>要换上这些题目的调研；不写则新建草稿</translation>
    </message>
    <message>
        <source>the survey&apos;s number or uid</source>
        <translation>调研编号或 uid</translation>
    </message>
    <message>
        <source>the time of day, as 9:30</source>
        <translation>时间，如 9:30</translation>
    </message>
    <message>
        <source>the title of the new draft</source>
        <translation>新草稿的标题</translation>
    </message>
    <message>
        <source>the uid of the item it is about</source>
        <translation>所涉事项的 uid</translation>
    </message>
    <message>
        <source>the vault&apos;s folder</source>
        <translation>档案库所在的文件夹</translation>
    </message>
    <message>
        <source>the way of contact</source>
        <translation>联系方式</translation>
    </message>
    <message>
        <source>today by default</source>
        <translation>默认今天</translation>
    </message>
    <message>
        <source>what became of it</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>what became of the contact</source>
        <translation>联系的结果</translation>
    </message>
    <message>
        <source>what came of it, or why it was not done</source>
        <translation>结果，或未完成的原因</translation>
    </message>
    <message>
        <source>what days, weeks and months count</source>
        <translation>按日、周、月统计</translation>
    </message>
    <message>
        <source>what for</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>what happened, in one line</source>
        <translation>发生了什么，一行写完</translation>
    </message>
    <message>
        <source>what is looked for; several words must all fit</source>
        <translation>查找内容；多个词须全部符合</translation>
    </message>
    <message>
        <source>what it cost, in yuan</source>
        <translation>花费，以元计</translation>
    </message>
    <message>
        <source>what it means</source>
        <translation>意味着什么</translation>
    </message>
    <message>
        <source>what it was for</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>what the customer is expected to want</source>
        <translation>客户预计的需求</translation>
    </message>
    <message>
        <source>what the draw begins with; the same draws the same customers</source>
        <translation>抽样种子，种子相同抽到的客户相同</translation>
    </message>
    <message>
        <source>what the figures are; else as the headings say</source>
        <translation>数据的口径；不写则按表头判断</translation>
    </message>
    <message>
        <source>what the report asks for, as it is typed in the window; may be given several times</source>
        <translation>报表所需的内容，写法与窗口中相同；可多次给出</translation>
    </message>
    <message>
        <source>what was answered: counts, shares, means, NPS and their intervals</source>
        <translation>调研结果：人数、占比、均值、NPS 及置信区间</translation>
    </message>
    <message>
        <source>what was done about touchpoints</source>
        <translation>处理维护事项</translation>
    </message>
    <message>
        <source>what was said</source>
        <translation>谈了什么</translation>
    </message>
    <message>
        <source>which columns, in this order: {names}</source>
        <translation>要哪些列，按此顺序：{names}</translation>
    </message>
    <message>
        <source>which report; --list names them</source>
        <translation>报表名称；可用 --list 查看</translation>
    </message>
    <message>
        <source>who holds one of this name</source>
        <translation>持有此名称产品的客户</translation>
    </message>
    <message>
        <source>who holds such a product</source>
        <translation>持有此类产品的客户</translation>
    </message>
    <message>
        <source>who is meant, where the line leaves it open</source>
        <translation>话中未明确时，指的是哪位客户</translation>
    </message>
    <message>
        <source>whom to contact on some days, and why</source>
        <translation>某些日子该联系谁、为什么</translation>
    </message>
    <message>
        <source>whose</source>
        <translation>谁的</translation>
    </message>
    <message>
        <source>whose values stay of what is there already (default fill: only what is empty is filled)</source>
        <translation>与已有内容不同时以谁为准（默认 fill：只填空白处）</translation>
    </message>
    <message>
        <source>whose, oneself by default</source>
        <translation>谁的，默认本人</translation>
    </message>
    <message>
        <source>why exact values are needed; for those who may export them</source>
        <translation>需要准确数值的理由；仅限有权导出者</translation>
    </message>
    <message>
        <source>why full names are needed; for those who may export them</source>
        <translation>需要完整姓名的理由；仅限有权导出者</translation>
    </message>
    <message>
        <source>why so much, above the branch&apos;s limit</source>
        <translation>超出网点限额的理由</translation>
    </message>
    <message>
        <source>window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>with --demo: make it anew</source>
        <translation>与 --demo 合用：重新生成</translation>
    </message>
    <message>
        <source>with how many of them, at most</source>
        <translation>最多安排多少人</translation>
    </message>
    <message>
        <source>with whom: customer number or uid</source>
        <translation>对象：客户编号或 uid</translation>
    </message>
    <message>
        <source>write beside somebody&apos;s log or plan</source>
        <translation>在他人的日志或计划旁批注</translation>
    </message>
    <message>
        <source>write more to the log</source>
        <translation>日志写得更详细</translation>
    </message>
    <message>
        <source>write rejected and warned rows to this .xlsx file</source>
        <translation>将被拒绝和有提醒的行写入此 .xlsx 文件</translation>
    </message>
    <message>
        <source>write the mapping that was used to this file</source>
        <translation>将所用的对应关系写入此文件</translation>
    </message>
    <message>
        <source>write the report to this JSON file</source>
        <translation>将报告写入此 JSON 文件</translation>
    </message>
    <message>
        <source>write what is proposed</source>
        <translation>写入所列的记录</translation>
    </message>
    <message>
        <source>action plans</source>
        <translation>行动计划</translation>
    </message>
    <message>
        <source>the plans one may read, what asks for something first</source>
        <translation>有权查看的计划，待处理的在前</translation>
    </message>
    <message>
        <source>a plan&apos;s name, its id or the beginning of the id</source>
        <translation>计划名称、编号或编号开头</translation>
    </message>
    <message>
        <source>a plan with its sub-plans, as it is or as it was agreed</source>
        <translation>一份计划及其子计划，现状或审定时的版本</translation>
    </message>
    <message>
        <source>as version N was agreed, and what is otherwise now</source>
        <translation>第 N 版审定时的内容，以及现在有何不同</translation>
    </message>
    <message>
        <source>contacts of a plan that are due, done and late, its cost, the line over time</source>
        <translation>计划的到期、完成、逾期联系，费用，以及逐日进度线</translation>
    </message>
    <message>
        <source>read what can be read of a damaged vault into a copy among the backups</source>
        <translation>把损坏的档案库中还能读出的内容抢救成备份中的一个副本</translation>
    </message>
    <message>
        <source>a damaged database that was kept; else that of the vault</source>
        <translation>保留下来的损坏数据库文件；不填则为档案库自己的</translation>
    </message>
    <message>
        <source>what was read and lost, as PDF; it names no customer</source>
        <translation>读出与丢失情况的 PDF，不含客户姓名</translation>
    </message>
    <message>
        <source>complaints and objections</source>
        <translation>投诉及异议</translation>
    </message>
    <message>
        <source>the cases one may see, what is due first at the top</source>
        <translation>列出可查看的投诉，先到期的在前</translation>
    </message>
    <message>
        <source>those not answered (the default), those late, or all</source>
        <translation>待处理（默认）、超期或全部</translation>
    </message>
    <message>
        <source>part of the number or the words</source>
        <translation>编号或内容的一部分</translation>
    </message>
    <message>
        <source>take one down; its steps and days follow from how serious it is</source>
        <translation>登记一件投诉；步骤和时限按严重程度生成</translation>
    </message>
    <message>
        <source>who it was, if no customer</source>
        <translation>不是客户时，投诉人是谁</translation>
    </message>
    <message>
        <source>what it is about</source>
        <translation>投诉的事项</translation>
    </message>
    <message>
        <source>what happened</source>
        <translation>发生了什么</translation>
    </message>
    <message>
        <source>what the customer wishes</source>
        <translation>客户的诉求</translation>
    </message>
    <message>
        <source>complaint (the default) or objection</source>
        <translation>投诉（默认）或异议</translation>
    </message>
    <message>
        <source>how serious it is (default minor)</source>
        <translation>严重程度（默认一般）</translation>
    </message>
    <message>
        <source>how it was heard</source>
        <translation>投诉来源</translation>
    </message>
    <message>
        <source>the day it was heard, today by default</source>
        <translation>受理日期，默认今天</translation>
    </message>
    <message>
        <source>by when it is to be decided</source>
        <translation>最迟作出处理的日期</translation>
    </message>
    <message>
        <source>the survey it was found in</source>
        <translation>在哪次调研中发现</translation>
    </message>
    <message>
        <source>who is in charge</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>who assists</source>
        <translation>协办人</translation>
    </message>
    <message>
        <source>the complaint&apos;s number or uid</source>
        <translation>投诉编号或 uid</translation>
    </message>
    <message>
        <source>one case whole, with its steps</source>
        <translation>显示一件投诉的全部内容和步骤</translation>
    </message>
    <message>
        <source>a further step of a case</source>
        <translation>增加一个处理步骤</translation>
    </message>
    <message>
        <source>what is to be done</source>
        <translation>要做什么</translation>
    </message>
    <message>
        <source>by when</source>
        <translation>截止日期</translation>
    </message>
    <message>
        <source>who does it, else who is in charge</source>
        <translation>由谁办理，默认负责人</translation>
    </message>
    <message>
        <source>say that a step was done, or with --undone that it was not</source>
        <translation>标记某一步已完成；加 --undone 则改为未完成</translation>
    </message>
    <message>
        <source>which step, as `complaint show` counts them</source>
        <translation>第几步，按 `complaint show` 的序号</translation>
    </message>
    <message>
        <source>the day it was done, today by default</source>
        <translation>完成日期，默认今天</translation>
    </message>
    <message>
        <source>what came of it</source>
        <translation>办理情况</translation>
    </message>
    <message>
        <source>it was not done after all</source>
        <translation>其实没有完成</translation>
    </message>
    <message>
        <source>say what was decided; the customer is to be told then</source>
        <translation>登记处理结果；之后应告知客户</translation>
    </message>
    <message>
        <source>what was decided</source>
        <translation>处理结果</translation>
    </message>
    <message>
        <source>the day it was decided, today by default</source>
        <translation>处理日期，默认今天</translation>
    </message>
    <message>
        <source>say how the customer was told; satisfied ends the case</source>
        <translation>登记如何告知客户；客户满意即结案</translation>
    </message>
    <message>
        <source>if the customer said so</source>
        <translation>客户是否满意（客户有表示时）</translation>
    </message>
    <message>
        <source>the day the customer was told, today by default</source>
        <translation>告知日期，默认今天</translation>
    </message>
    <message>
        <source>end a case whose customer was told</source>
        <translation>已告知客户的投诉结案</translation>
    </message>
    <message>
        <source>take a case up again; its days begin anew</source>
        <translation>重新打开投诉，时限重新计算</translation>
    </message>
    <message>
        <source>the next step</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>how many there were, how soon they were answered</source>
        <translation>投诉统计：件数、处理速度</translation>
    </message>
    <message>
        <source>heard from this day on (default 1 January)</source>
        <translation>受理日期从哪天起（默认 1 月 1 日）</translation>
    </message>
    <message>
        <source>heard until this day (default today)</source>
        <translation>受理日期到哪天止（默认今天）</translation>
    </message>
    <message>
        <source>activities</source>
        <translation>交流活动</translation>
    </message>
    <message>
        <source>the activities of the branch, what asks for something first</source>
        <translation>网点的活动，待处理的在前</translation>
    </message>
    <message>
        <source>an activity with its sheet, run, cost, guests, and what followed</source>
        <translation>一个活动的筹备、流程、费用、名单与后续成效</translation>
    </message>
    <message>
        <source>an activity&apos;s name, its id or the beginning of the id</source>
        <translation>活动名称、编号或编号开头</translation>
    </message>
    <message>
        <source>a new draft, or a draft&apos;s new questions, from a file</source>
        <translation>从文件新建调研草稿，或更换草稿的题目</translation>
    </message>
    <message>
        <source>a questionnaire (docs/command-line.md says how it is written), or a table of answers</source>
        <translation>问卷文件（写法见 docs/command-line.md）或答卷表格</translation>
    </message>
    <message>
        <source>find customers in a backup, as `search` does in the vault</source>
        <translation>在备份中查找客户，与 `search` 相同</translation>
    </message>
    <message>
        <source>what is looked for; else all, the largest assets first</source>
        <translation>要找的内容；不填则列出全部，资产最多的在前</translation>
    </message>
    <message>
        <source>bring a single customer back from a backup; what was added since stays</source>
        <translation>从备份中恢复单个客户，此后新增的内容保留</translation>
    </message>
    <message>
        <source>fields that get their former value again; `all` for every one</source>
        <translation>要恢复原值的字段；`all` 表示全部</translation>
    </message>
    <message>
        <source>only tell what differs and what is missing now</source>
        <translation>只说明哪些不同、现在缺什么</translation>
    </message>
    <message>
        <source>exchange the master key: somebody left, a suspicion, or a year has gone by</source>
        <translation>更换主密钥：有人离岗、有疑虑或已满一年</translation>
    </message>
    <message>
        <source>compare a head printed on a daily log with the vault: whether all up to there is as it was</source>
        <translation>把日志上打印的链头与档案库核对：到那一条为止是否都是原样</translation>
    </message>
    <message>
        <source>the number of the entry, as printed</source>
        <translation>打印的是第几条</translation>
    </message>
    <message>
        <source>the head as printed, spaces or not; at least 16 characters</source>
        <translation>打印的链头，有无空格均可；至少 16 个字符</translation>
    </message>
    <message>
        <source>how long things are kept, and what is due to go</source>
        <translation>各类内容的保存期限和到期情况</translation>
    </message>
    <message>
        <source>list what is older than the branch keeps it</source>
        <translation>列出已超过保存期限的内容</translation>
    </message>
    <message>
        <source>delete for good what is due of these kinds; an administrator and a branch head agree</source>
        <translation>彻底删除这些类别中到期的内容；须系统管理员和网点负责人共同同意</translation>
    </message>
    <message>
        <source>who agrees besides</source>
        <translation>共同同意的另一人</translation>
    </message>
    <message>
        <source>UTF-8 file whose first line is the second person&apos;s password</source>
        <translation>UTF-8 文件，第一行是另一人的密码</translation>
    </message>
</context>
<context>
    <name>holdings</name>
    <message>
        <source>1 day</source>
        <translation>1 天</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Add a holding</source>
        <translation>添加持有产品</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>随时</translation>
    </message>
    <message>
        <source>Close it today</source>
        <translation>今日结清</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已结清</translation>
    </message>
    <message>
        <source>Closing a holding</source>
        <translation>正在结清持有产品</translation>
    </message>
    <message>
        <source>Empty: our bank</source>
        <translation>留空即本行</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>本行</translation>
    </message>
    <message>
        <source>Hide closed ones</source>
        <translation>隐藏已结清</translation>
    </message>
    <message>
        <source>Holdings</source>
        <translation>持有产品</translation>
    </message>
    <message>
        <source>New holding</source>
        <translation>新的持有产品</translation>
    </message>
    <message>
        <source>Open-ended</source>
        <translation>开放式</translation>
    </message>
    <message>
        <source>Other bank</source>
        <translation>他行</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>已到期</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Removing a holding</source>
        <translation>正在删除持有产品</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Saving a holding</source>
        <translation>正在保存持有产品</translation>
    </message>
    <message>
        <source>Show {count} closed</source>
        <translation>显示 {count} 笔已结清</translation>
    </message>
    <message>
        <source>Show {what}</source>
        <translation>查看{what}</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>{bank} {product}</source>
        <translation>{bank} {product}</translation>
    </message>
    <message>
        <source>{count} days</source>
        <translation>{count} 天</translation>
    </message>
</context>
<context>
    <name>importing</name>
    <message>
        <source>Assets</source>
        <translation>资产规模</translation>
    </message>
    <message>
        <source>Assets by month or day</source>
        <translation>资产余额</translation>
    </message>
    <message>
        <source>Answers to a survey</source>
        <translation>调研答卷</translation>
    </message>
    <message>
        <source>Assets, average of the month</source>
        <translation>月日均资产</translation>
    </message>
    <message>
        <source>Basis of the assets</source>
        <translation>资产口径</translation>
    </message>
    <message>
        <source>Blank</source>
        <translation>空行</translation>
    </message>
    <message>
        <source>Comma</source>
        <translation>逗号</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>联系记录</translation>
    </message>
    <message>
        <source>Customer number of the other</source>
        <translation>关联人客户号</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Date of the assets</source>
        <translation>资产数据日期</translation>
    </message>
    <message>
        <source>Everything stays as it is.</source>
        <translation>一切保持不变。</translation>
    </message>
    <message>
        <source>Fill only what is empty</source>
        <translation>只补空缺</translation>
    </message>
    <message>
        <source>Forgetting a mapping</source>
        <translation>清除对应关系</translation>
    </message>
    <message>
        <source>Heading</source>
        <translation>表头</translation>
    </message>
    <message>
        <source>Holdings</source>
        <translation>持有产品</translation>
    </message>
    <message>
        <source>Home address</source>
        <translation>家庭地址</translation>
    </message>
    <message>
        <source>Home phone</source>
        <translation>家庭电话</translation>
    </message>
    <message>
        <source>Identity document</source>
        <translation>证件号码</translation>
    </message>
    <message>
        <source>Identity document of the other</source>
        <translation>关联人证件号码</translation>
    </message>
    <message>
        <source>Identity document valid until</source>
        <translation>证件有效期</translation>
    </message>
    <message>
        <source>Important dates</source>
        <translation>重要日期</translation>
    </message>
    <message>
        <source>Kind of date</source>
        <translation>日期类型</translation>
    </message>
    <message>
        <source>Kind of identity document</source>
        <translation>证件类型</translation>
    </message>
    <message>
        <source>Kind of relation</source>
        <translation>关系类型</translation>
    </message>
    <message>
        <source>Mailing address</source>
        <translation>邮寄地址</translation>
    </message>
    <message>
        <source>Mappings</source>
        <translation>对应关系</translation>
    </message>
    <message>
        <source>Name of the other</source>
        <translation>关联人姓名</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Not rows of the table</source>
        <translation>非数据行</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>手机</translation>
    </message>
    <message>
        <source>Phone of the other</source>
        <translation>关联人手机</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>Relations</source>
        <translation>客户关系</translation>
    </message>
    <message>
        <source>Save rows with problems</source>
        <translation>保存有问题的行</translation>
    </message>
    <message>
        <source>Save the mapping</source>
        <translation>保存对应关系</translation>
    </message>
    <message>
        <source>Saving rows with problems</source>
        <translation>保存有问题的行</translation>
    </message>
    <message>
        <source>Semicolon</source>
        <translation>分号</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>签章</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>制表符</translation>
    </message>
    <message>
        <source>Taking an import back</source>
        <translation>撤销导入</translation>
    </message>
    <message>
        <source>The archive wins</source>
        <translation>以档案为准</translation>
    </message>
    <message>
        <source>The file replaces what was entered before its date; later entries stay.</source>
        <translation>替换文件日期之前录入的内容，之后录入的保留。</translation>
    </message>
    <message>
        <source>The file wins</source>
        <translation>以文件为准</translation>
    </message>
    <message>
        <source>The import cannot be taken back</source>
        <translation>无法撤销本次导入</translation>
    </message>
    <message>
        <source>The newest wins</source>
        <translation>以最新为准</translation>
    </message>
    <message>
        <source>These cannot be taken; each has its reason.</source>
        <translation>无法导入，逐行注明原因。</translation>
    </message>
    <message>
        <source>These say nothing that is not there already.</source>
        <translation>与档案中的内容没有差别。</translation>
    </message>
    <message>
        <source>These were not in the archive.</source>
        <translation>档案中原来没有。</translation>
    </message>
    <message>
        <source>These were there and get new values.</source>
        <translation>档案中已有，将写入新的内容。</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Titles, headings, totals and signatures, which belong to no customer.</source>
        <translation>标题、表头、合计和签章行，不属于任何客户。</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>无变化</translation>
    </message>
    <message>
        <source>Undo those changes first, or correct the records by hand.</source>
        <translation>请先撤销那些改动，或手工更正记录。</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>Use a saved mapping</source>
        <translation>使用已保存的对应关系</translation>
    </message>
    <message>
        <source>Values of the file replace those of the archive. Empty cells change nothing.</source>
        <translation>用文件的内容替换档案中的内容；空单元格不改动任何内容。</translation>
    </message>
    <message>
        <source>Vertical bar</source>
        <translation>竖线</translation>
    </message>
    <message>
        <source>What is known already stays as it is, empty or not; only new ones are added.</source>
        <translation>已有的客户和记录不论是否有空缺都不改动，只新增。</translation>
    </message>
    <message>
        <source>What the archive has stays; the file fills the gaps. The safest choice.</source>
        <translation>档案中已有的保留，文件只补上空缺。最稳妥。</translation>
    </message>
    <message>
        <source>Work address</source>
        <translation>单位地址</translation>
    </message>
    <message>
        <source>Work phone</source>
        <translation>单位电话</translation>
    </message>
    <message>
        <source>Workbooks</source>
        <translation>工作簿</translation>
    </message>
    <message>
        <source>{count} of its records were changed since; taking it back would lose that.</source>
        <translation>其中 {count} 条记录之后有过改动，撤销会丢失这些改动。</translation>
    </message>
    <message>
        <source>{count} rows were saved to {name}, with their reasons. Correct them there, then import it.</source>
        <translation>已将 {count} 行连同原因保存到 {name}。请在其中更正，然后导入该文件。</translation>
    </message>
    <message>
        <source>{field} {day}, {basis}</source>
        <translation>{field} {day} {basis}</translation>
    </message>
    <message>
        <source>{name} to correct.xlsx</source>
        <translation>{name} 待更正.xlsx</translation>
    </message>
    <message>
        <source>Columns, managers and rule were saved as {path}. Other vaults can use them as well.</source>
        <translation>栏目对应关系、客户经理和处理规则已存为 {path}，其他档案库也可使用。</translation>
    </message>
    <message>
        <source>Columns, managers and rule are those of {name} now.</source>
        <translation>已采用 {name} 中的栏目对应关系、客户经理和处理规则。</translation>
    </message>
</context>
<context>
    <name>imports</name>
    <message>
        <source>Data date: {day}</source>
        <translation>数据日期：{day}</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>This bank</source>
        <translation>本行</translation>
    </message>
    <message>
        <source>monthly average</source>
        <translation>月日均</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>point in time</source>
        <translation>时点</translation>
    </message>
    <message>
        <source>{number}. {question} – words beside “{option}”</source>
        <translation>{number}. {question} – “{option}”的补充说明</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>Questions that everybody answers stand in no column: {numbers}. Look whether these are the answers to another survey.</source>
        <translation>表格里没有第 {numbers} 题的栏目，而这些是必答题。请确认这是不是另一项调研的答卷。</translation>
    </message>
</context>
<context>
    <name>labels</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>About</source>
        <translation>关于</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账户</translation>
    </message>
    <message>
        <source>Account or contract</source>
        <translation>账号或合同号</translation>
    </message>
    <message>
        <source>Acted on</source>
        <translation>办理日期</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>加入时间</translation>
    </message>
    <message>
        <source>Added after the plan was due</source>
        <translation>计划外</translation>
    </message>
    <message>
        <source>Added on</source>
        <translation>添加日期</translation>
    </message>
    <message>
        <source>Addendum to a daily log</source>
        <translation>日志补记</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Address added</source>
        <translation>添加地址</translation>
    </message>
    <message>
        <source>Address changed</source>
        <translation>修改地址</translation>
    </message>
    <message>
        <source>Address removed</source>
        <translation>删除地址</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>系统管理员</translation>
    </message>
    <message>
        <source>Agree plans, countersign logs, approve promises</source>
        <translation>审定计划、签阅日志、审批承诺</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Amount expected</source>
        <translation>预计金额</translation>
    </message>
    <message>
        <source>Anonymous</source>
        <translation>匿名</translation>
    </message>
    <message>
        <source>Answered form</source>
        <translation>答卷</translation>
    </message>
    <message>
        <source>Answered on</source>
        <translation>回答日期</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>答案</translation>
    </message>
    <message>
        <source>Answers to a survey corrected</source>
        <translation>更正调研答卷</translation>
    </message>
    <message>
        <source>Answers to a survey entered</source>
        <translation>录入调研答卷</translation>
    </message>
    <message>
        <source>Answers to a survey removed</source>
        <translation>删除调研答卷</translation>
    </message>
    <message>
        <source>Appointment</source>
        <translation>预约</translation>
    </message>
    <message>
        <source>Appointment changed</source>
        <translation>修改预约</translation>
    </message>
    <message>
        <source>Appointment made</source>
        <translation>新增预约</translation>
    </message>
    <message>
        <source>Appointment removed</source>
        <translation>删除预约</translation>
    </message>
    <message>
        <source>Appointment settled</source>
        <translation>预约办结</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>数据日期</translation>
    </message>
    <message>
        <source>Assets</source>
        <translation>资产规模</translation>
    </message>
    <message>
        <source>Attached document</source>
        <translation>附件</translation>
    </message>
    <message>
        <source>Attached document looked at</source>
        <translation>查看附件</translation>
    </message>
    <message>
        <source>Attached document removed</source>
        <translation>删除附件</translation>
    </message>
    <message>
        <source>Attached document saved outside the vault</source>
        <translation>附件另存到库外</translation>
    </message>
    <message>
        <source>Auditor</source>
        <translation>审计员</translation>
    </message>
    <message>
        <source>Backup brought back</source>
        <translation>恢复备份</translation>
    </message>
    <message>
        <source>Backup made by hand</source>
        <translation>手动备份</translation>
    </message>
    <message>
        <source>Bank</source>
        <translation>银行</translation>
    </message>
    <message>
        <source>Basic</source>
        <translation>基本信息</translation>
    </message>
    <message>
        <source>Basis</source>
        <translation>口径</translation>
    </message>
    <message>
        <source>Bereaved on</source>
        <translation>家中丧事日期</translation>
    </message>
    <message>
        <source>Birthday</source>
        <translation>生日</translation>
    </message>
    <message>
        <source>Birthday in a leap month</source>
        <translation>闰月生日</translation>
    </message>
    <message>
        <source>Branch head</source>
        <translation>网点负责人</translation>
    </message>
    <message>
        <source>Branch renamed</source>
        <translation>更改网点名称</translation>
    </message>
    <message>
        <source>Buying activity</source>
        <translation>购买活跃度</translation>
    </message>
    <message>
        <source>Buying behaviour</source>
        <translation>购买行为</translation>
    </message>
    <message>
        <source>By which text</source>
        <translation>所用模板</translation>
    </message>
    <message>
        <source>Cares least about</source>
        <translation>最不看重</translation>
    </message>
    <message>
        <source>Cares most about</source>
        <translation>最看重</translation>
    </message>
    <message>
        <source>Caused by</source>
        <translation>操作人</translation>
    </message>
    <message>
        <source>Change of tier</source>
        <translation>层级变动</translation>
    </message>
    <message>
        <source>Change technical settings</source>
        <translation>更改技术设置</translation>
    </message>
    <message>
        <source>Change undone</source>
        <translation>撤销改动</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Checksum</source>
        <translation>校验值</translation>
    </message>
    <message>
        <source>Closed on</source>
        <translation>结清日期</translation>
    </message>
    <message>
        <source>Colleague</source>
        <translation>同事</translation>
    </message>
    <message>
        <source>Columns and choices</source>
        <translation>列与选项</translation>
    </message>
    <message>
        <source>Columns of an import forgotten</source>
        <translation>清除导入的列对应关系</translation>
    </message>
    <message>
        <source>Columns of an import remembered</source>
        <translation>记住导入的列对应关系</translation>
    </message>
    <message>
        <source>Comment on a daily log</source>
        <translation>日志批语</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>填写时间</translation>
    </message>
    <message>
        <source>Completion</source>
        <translation>完成情况</translation>
    </message>
    <message>
        <source>Completion filled in</source>
        <translation>填写完成情况</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>条件</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>联系方式</translation>
    </message>
    <message>
        <source>Contact changed</source>
        <translation>修改联系记录</translation>
    </message>
    <message>
        <source>Contact record</source>
        <translation>联系记录</translation>
    </message>
    <message>
        <source>Contact recorded</source>
        <translation>记录联系</translation>
    </message>
    <message>
        <source>Contact removed</source>
        <translation>删除联系记录</translation>
    </message>
    <message>
        <source>Contacts about news planned</source>
        <translation>按资讯安排联系</translation>
    </message>
    <message>
        <source>Contacts listed</source>
        <translation>联系记录条数</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Contents of older entries erased</source>
        <translation>清空旧记录的内容</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>份数</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>Cost of a contact that needs a reason</source>
        <translation>单次联系费用超过多少需说明原因</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>币种</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Customer added</source>
        <translation>添加客户</translation>
    </message>
    <message>
        <source>Customer assigned to a manager</source>
        <translation>分配客户负责人</translation>
    </message>
    <message>
        <source>Customer changed</source>
        <translation>修改客户</translation>
    </message>
    <message>
        <source>Customer deleted for good</source>
        <translation>彻底删除客户</translation>
    </message>
    <message>
        <source>Customer moved to the recycle bin</source>
        <translation>客户移入回收站</translation>
    </message>
    <message>
        <source>Customer number</source>
        <translation>客户号</translation>
    </message>
    <message>
        <source>Customer restored</source>
        <translation>恢复客户</translation>
    </message>
    <message>
        <source>Customer tier</source>
        <translation>客户层级</translation>
    </message>
    <message>
        <source>Customer tiers set</source>
        <translation>设置客户层级</translation>
    </message>
    <message>
        <source>Customer to be told</source>
        <translation>待通知客户</translation>
    </message>
    <message>
        <source>Customer touched by news</source>
        <translation>资讯涉及的客户</translation>
    </message>
    <message>
        <source>Customer who is asked</source>
        <translation>调研对象</translation>
    </message>
    <message>
        <source>Customers it is about</source>
        <translation>范围内客户数</translation>
    </message>
    <message>
        <source>Customers to be told added</source>
        <translation>增加告知对象</translation>
    </message>
    <message>
        <source>Customers told</source>
        <translation>已告知客户</translation>
    </message>
    <message>
        <source>Daily log</source>
        <translation>经理日志</translation>
    </message>
    <message>
        <source>Daily log countersigned</source>
        <translation>复核日志</translation>
    </message>
    <message>
        <source>Daily log sent back</source>
        <translation>退回日志</translation>
    </message>
    <message>
        <source>Daily log submitted</source>
        <translation>提交日志</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Day of birth</source>
        <translation>出生日</translation>
    </message>
    <message>
        <source>Day of the contact</source>
        <translation>联系日期</translation>
    </message>
    <message>
        <source>Day of the occasion</source>
        <translation>对应日期</translation>
    </message>
    <message>
        <source>Day planned</source>
        <translation>写日志计划</translation>
    </message>
    <message>
        <source>Days between two contacts</source>
        <translation>两次联系至少间隔天数</translation>
    </message>
    <message>
        <source>Days of the family as well</source>
        <translation>包括家庭日</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>审批时间</translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation>审批人</translation>
    </message>
    <message>
        <source>Delete for good from the recycle bin</source>
        <translation>从回收站彻底删除</translation>
    </message>
    <message>
        <source>Demonstration branch added</source>
        <translation>添加示范网点</translation>
    </message>
    <message>
        <source>Demonstration data</source>
        <translation>示范数据</translation>
    </message>
    <message>
        <source>Demonstration that is made anew at will</source>
        <translation>可随时重建的示范档案库</translation>
    </message>
    <message>
        <source>Demonstration vault</source>
        <translation>示范档案库</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>Different people</source>
        <translation>不同的人</translation>
    </message>
    <message>
        <source>Disabled since</source>
        <translation>停用时间</translation>
    </message>
    <message>
        <source>District</source>
        <translation>片区</translation>
    </message>
    <message>
        <source>Document attached</source>
        <translation>添加附件</translation>
    </message>
    <message>
        <source>Done on</source>
        <translation>完成日</translation>
    </message>
    <message>
        <source>Draft of a survey removed</source>
        <translation>删除调研草稿</translation>
    </message>
    <message>
        <source>Drawn on</source>
        <translation>抽样日期</translation>
    </message>
    <message>
        <source>Due on</source>
        <translation>到期日</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>邮箱</translation>
    </message>
    <message>
        <source>Edit templates</source>
        <translation>编辑模板</translation>
    </message>
    <message>
        <source>Education</source>
        <translation>学历</translation>
    </message>
    <message>
        <source>Employer</source>
        <translation>工作单位</translation>
    </message>
    <message>
        <source>Enter survey answers</source>
        <translation>录入调研答卷</translation>
    </message>
    <message>
        <source>Every year</source>
        <translation>每年</translation>
    </message>
    <message>
        <source>Expected by</source>
        <translation>预计时间</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Export the audit trail</source>
        <translation>导出审计记录</translation>
    </message>
    <message>
        <source>Exported</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>家庭情况</translation>
    </message>
    <message>
        <source>Family and household</source>
        <translation>家庭</translation>
    </message>
    <message>
        <source>Figure of assets</source>
        <translation>资产规模数据</translation>
    </message>
    <message>
        <source>Figure of assets added</source>
        <translation>添加资产规模数据</translation>
    </message>
    <message>
        <source>Figure of assets changed</source>
        <translation>修改资产规模数据</translation>
    </message>
    <message>
        <source>Figure of assets removed</source>
        <translation>删除资产规模数据</translation>
    </message>
    <message>
        <source>File imported</source>
        <translation>导入文件</translation>
    </message>
    <message>
        <source>File name</source>
        <translation>文件名</translation>
    </message>
    <message>
        <source>Filters, order and columns</source>
        <translation>条件、排序和列</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>主要发现</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>开始日</translation>
    </message>
    <message>
        <source>Fixed membership of a segment</source>
        <translation>固定的客群名单</translation>
    </message>
    <message>
        <source>Fixed on</source>
        <translation>固定日期</translation>
    </message>
    <message>
        <source>For whose day</source>
        <translation>谁的日子</translation>
    </message>
    <message>
        <source>Former survey</source>
        <translation>上次调研</translation>
    </message>
    <message>
        <source>From</source>
        <translation>起始日</translation>
    </message>
    <message>
        <source>From assets of</source>
        <translation>资产规模起点</translation>
    </message>
    <message>
        <source>From day</source>
        <translation>起始日</translation>
    </message>
    <message>
        <source>From which tier on</source>
        <translation>适用层级（含以上）</translation>
    </message>
    <message>
        <source>Gender</source>
        <translation>性别</translation>
    </message>
    <message>
        <source>Gift or expense</source>
        <translation>礼品或开支</translation>
    </message>
    <message>
        <source>Given by</source>
        <translation>交办人</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Goal begun</source>
        <translation>建立目标</translation>
    </message>
    <message>
        <source>Goal changed</source>
        <translation>修改目标</translation>
    </message>
    <message>
        <source>Goal removed</source>
        <translation>删除目标</translation>
    </message>
    <message>
        <source>Greeting copied or printed</source>
        <translation>复制或打印祝福语</translation>
    </message>
    <message>
        <source>Greeting sent</source>
        <translation>已用祝福语</translation>
    </message>
    <message>
        <source>Greeting text</source>
        <translation>祝福语模板</translation>
    </message>
    <message>
        <source>Greeting text added</source>
        <translation>新增祝福语</translation>
    </message>
    <message>
        <source>Greeting text changed</source>
        <translation>修改祝福语</translation>
    </message>
    <message>
        <source>Greeting text put back as it was shipped</source>
        <translation>祝福语恢复为内置内容</translation>
    </message>
    <message>
        <source>Greeting text removed</source>
        <translation>删除祝福语</translation>
    </message>
    <message>
        <source>Greeting text turned off</source>
        <translation>停用祝福语</translation>
    </message>
    <message>
        <source>Greetings printed</source>
        <translation>打印祝福语</translation>
    </message>
    <message>
        <source>Habits</source>
        <translation>购买习惯</translation>
    </message>
    <message>
        <source>Handed to</source>
        <translation>转交给</translation>
    </message>
    <message>
        <source>Handle complaints</source>
        <translation>处理投诉</translation>
    </message>
    <message>
        <source>Holding</source>
        <translation>持有产品</translation>
    </message>
    <message>
        <source>Holding added</source>
        <translation>添加持有产品</translation>
    </message>
    <message>
        <source>Holding changed</source>
        <translation>修改持有产品</translation>
    </message>
    <message>
        <source>Holding removed</source>
        <translation>删除持有产品</translation>
    </message>
    <message>
        <source>How customers were found</source>
        <translation>客户如何找到</translation>
    </message>
    <message>
        <source>Identity document</source>
        <translation>证件</translation>
    </message>
    <message>
        <source>Identity document added</source>
        <translation>添加证件</translation>
    </message>
    <message>
        <source>Identity document changed</source>
        <translation>修改证件</translation>
    </message>
    <message>
        <source>Identity document removed</source>
        <translation>删除证件</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Important day</source>
        <translation>重要日子</translation>
    </message>
    <message>
        <source>Important day added</source>
        <translation>添加重要日子</translation>
    </message>
    <message>
        <source>Important day changed</source>
        <translation>修改重要日子</translation>
    </message>
    <message>
        <source>Important day removed</source>
        <translation>删除重要日子</translation>
    </message>
    <message>
        <source>In the archive since</source>
        <translation>建档日期</translation>
    </message>
    <message>
        <source>In the recycle bin since</source>
        <translation>移入回收站时间</translation>
    </message>
    <message>
        <source>Income</source>
        <translation>年收入</translation>
    </message>
    <message>
        <source>Industry</source>
        <translation>行业</translation>
    </message>
    <message>
        <source>Instead of the shipped text</source>
        <translation>替代的内置模板</translation>
    </message>
    <message>
        <source>Interests</source>
        <translation>兴趣爱好</translation>
    </message>
    <message>
        <source>Interval of contact</source>
        <translation>联系间隔</translation>
    </message>
    <message>
        <source>Intervals of contact set</source>
        <translation>联系间隔已设定</translation>
    </message>
    <message>
        <source>Item of the daily log</source>
        <translation>日志事项</translation>
    </message>
    <message>
        <source>Item of the plan changed</source>
        <translation>修改计划事项</translation>
    </message>
    <message>
        <source>Item taken off the plan</source>
        <translation>移出计划</translation>
    </message>
    <message>
        <source>Key file of an interrupted change accepted</source>
        <translation>接受中断变更的密钥文件</translation>
    </message>
    <message>
        <source>Key file restored from its copy</source>
        <translation>用副本恢复密钥文件</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Kind of contact</source>
        <translation>联系类型</translation>
    </message>
    <message>
        <source>Kind of file</source>
        <translation>文件类型</translation>
    </message>
    <message>
        <source>Kind of import</source>
        <translation>导入类型</translation>
    </message>
    <message>
        <source>Kind of period</source>
        <translation>期间类型</translation>
    </message>
    <message>
        <source>Kind of product</source>
        <translation>产品种类</translation>
    </message>
    <message>
        <source>Kind of promise</source>
        <translation>承诺类型</translation>
    </message>
    <message>
        <source>Kind of relation</source>
        <translation>关系类型</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Large withdrawals and their reception</source>
        <translation>大额取款及接待</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>结束日</translation>
    </message>
    <message>
        <source>Leap month</source>
        <translation>闰月</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>层面</translation>
    </message>
    <message>
        <source>Line recorded</source>
        <translation>一句话记录</translation>
    </message>
    <message>
        <source>Lobby manager</source>
        <translation>大堂经理</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>Lowest tier that counts</source>
        <translation>计入的最低层级</translation>
    </message>
    <message>
        <source>Lunar</source>
        <translation>农历</translation>
    </message>
    <message>
        <source>Lunar birthday</source>
        <translation>农历生日</translation>
    </message>
    <message>
        <source>Made from</source>
        <translation>来源目标</translation>
    </message>
    <message>
        <source>Make and restore backups</source>
        <translation>备份和恢复</translation>
    </message>
    <message>
        <source>Manage staff, roles and passwords</source>
        <translation>管理员工、角色和密码</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>客户经理</translation>
    </message>
    <message>
        <source>Manager in charge</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>Manager named in the file</source>
        <translation>文件所载负责人</translation>
    </message>
    <message>
        <source>Manager&apos;s part of a target</source>
        <translation>客户经理的分解数</translation>
    </message>
    <message>
        <source>Marked who answered a survey</source>
        <translation>标记调研回收情况</translation>
    </message>
    <message>
        <source>Masked field shown</source>
        <translation>查看脱敏信息</translation>
    </message>
    <message>
        <source>Maturity</source>
        <translation>到期日</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>措施</translation>
    </message>
    <message>
        <source>Measure after a survey</source>
        <translation>调研改进措施</translation>
    </message>
    <message>
        <source>Measure after a survey added</source>
        <translation>新增改进措施</translation>
    </message>
    <message>
        <source>Measure after a survey changed</source>
        <translation>修改改进措施</translation>
    </message>
    <message>
        <source>Measure after a survey removed</source>
        <translation>删除改进措施</translation>
    </message>
    <message>
        <source>Member of a segment</source>
        <translation>客群成员</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>成员数</translation>
    </message>
    <message>
        <source>Members of a segment fixed</source>
        <translation>固定客群名单</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>时长（分钟）</translation>
    </message>
    <message>
        <source>Mobile</source>
        <translation>手机</translation>
    </message>
    <message>
        <source>Mobile number of a person set</source>
        <translation>设置员工手机号</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月</translation>
    </message>
    <message>
        <source>Month of birth</source>
        <translation>出生月</translation>
    </message>
    <message>
        <source>Months made from a goal</source>
        <translation>目标分解到月</translation>
    </message>
    <message>
        <source>Most room for backups (GB)</source>
        <translation>备份最多占用（GB）</translation>
    </message>
    <message>
        <source>Moved to</source>
        <translation>改期至</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Name as it is sorted</source>
        <translation>姓名排序码</translation>
    </message>
    <message>
        <source>Name of somebody else</source>
        <translation>关联人姓名</translation>
    </message>
    <message>
        <source>Name of the branch</source>
        <translation>网点名称</translation>
    </message>
    <message>
        <source>Name of the holiday</source>
        <translation>节假日名称</translation>
    </message>
    <message>
        <source>Name of the measure</source>
        <translation>指标名称</translation>
    </message>
    <message>
        <source>Name of the organisation</source>
        <translation>单位名称</translation>
    </message>
    <message>
        <source>Name of the segment</source>
        <translation>客群名称</translation>
    </message>
    <message>
        <source>Name of the tier</source>
        <translation>层级名称</translation>
    </message>
    <message>
        <source>Name of the view</source>
        <translation>视图名称</translation>
    </message>
    <message>
        <source>Need expected</source>
        <translation>预计需求</translation>
    </message>
    <message>
        <source>News of the day</source>
        <translation>当日资讯</translation>
    </message>
    <message>
        <source>News of the day added</source>
        <translation>添加当日资讯</translation>
    </message>
    <message>
        <source>News of the day removed</source>
        <translation>删除当日资讯</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Next step changed</source>
        <translation>修改下一步</translation>
    </message>
    <message>
        <source>Next step recorded</source>
        <translation>记录下一步</translation>
    </message>
    <message>
        <source>Next step removed</source>
        <translation>删除下一步</translation>
    </message>
    <message>
        <source>Next step settled</source>
        <translation>下一步办结</translation>
    </message>
    <message>
        <source>No calls</source>
        <translation>勿致电</translation>
    </message>
    <message>
        <source>No greetings</source>
        <translation>勿发祝福</translation>
    </message>
    <message>
        <source>No marketing</source>
        <translation>勿营销</translation>
    </message>
    <message>
        <source>No messages</source>
        <translation>勿发信息</translation>
    </message>
    <message>
        <source>No visits</source>
        <translation>勿上门</translation>
    </message>
    <message>
        <source>Not used</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Note on the decision</source>
        <translation>审批意见</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Notice to a person</source>
        <translation>员工通知</translation>
    </message>
    <message>
        <source>Notice to customers</source>
        <translation>客户通知</translation>
    </message>
    <message>
        <source>Notice to customers added</source>
        <translation>新增告知事项</translation>
    </message>
    <message>
        <source>Notice to customers changed</source>
        <translation>修改告知事项</translation>
    </message>
    <message>
        <source>Notice to customers closed</source>
        <translation>结束告知事项</translation>
    </message>
    <message>
        <source>Notices read</source>
        <translation>阅读通知</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Number of items</source>
        <translation>笔数</translation>
    </message>
    <message>
        <source>Number of the form</source>
        <translation>问卷编号</translation>
    </message>
    <message>
        <source>Number of the identity document</source>
        <translation>证件号码</translation>
    </message>
    <message>
        <source>Occasion</source>
        <translation>场合</translation>
    </message>
    <message>
        <source>Occupation</source>
        <translation>职业</translation>
    </message>
    <message>
        <source>Older key file accepted</source>
        <translation>接受较旧的密钥文件</translation>
    </message>
    <message>
        <source>Older state of the vault accepted</source>
        <translation>接受较旧的档案库</translation>
    </message>
    <message>
        <source>Online banking</source>
        <translation>电子渠道</translation>
    </message>
    <message>
        <source>Open answers sorted</source>
        <translation>归类开放意见</translation>
    </message>
    <message>
        <source>Opened on a new computer</source>
        <translation>在新电脑上打开</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>排序</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Organisation added</source>
        <translation>添加单位</translation>
    </message>
    <message>
        <source>Organisation changed</source>
        <translation>修改单位</translation>
    </message>
    <message>
        <source>Organisation deleted for good</source>
        <translation>彻底删除单位</translation>
    </message>
    <message>
        <source>Organisation moved to the recycle bin</source>
        <translation>单位移入回收站</translation>
    </message>
    <message>
        <source>Organisation restored</source>
        <translation>恢复单位</translation>
    </message>
    <message>
        <source>Orientation</source>
        <translation>客户导向</translation>
    </message>
    <message>
        <source>Other customer</source>
        <translation>关联客户</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>办理结果</translation>
    </message>
    <message>
        <source>Own password changed</source>
        <translation>修改本人密码</translation>
    </message>
    <message>
        <source>Pane</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Part of the conversation</source>
        <translation>话术类别</translation>
    </message>
    <message>
        <source>Part of the target</source>
        <translation>分解数</translation>
    </message>
    <message>
        <source>Password reset</source>
        <translation>重置密码</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>期间</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>员工</translation>
    </message>
    <message>
        <source>Person added</source>
        <translation>添加员工</translation>
    </message>
    <message>
        <source>Person disabled</source>
        <translation>停用员工</translation>
    </message>
    <message>
        <source>Person enabled again</source>
        <translation>重新启用员工</translation>
    </message>
    <message>
        <source>Person renamed</source>
        <translation>更改员工姓名</translation>
    </message>
    <message>
        <source>Phone number</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Phone number added</source>
        <translation>添加电话</translation>
    </message>
    <message>
        <source>Phone number changed</source>
        <translation>修改电话</translation>
    </message>
    <message>
        <source>Phone number removed</source>
        <translation>删除电话</translation>
    </message>
    <message>
        <source>Place in the list</source>
        <translation>排列次序</translation>
    </message>
    <message>
        <source>Place in the plan</source>
        <translation>计划中的次序</translation>
    </message>
    <message>
        <source>Plan put into another order</source>
        <translation>调整计划次序</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>计划写成</translation>
    </message>
    <message>
        <source>Planned for</source>
        <translation>计划日期</translation>
    </message>
    <message>
        <source>Planned late</source>
        <translation>计划迟交</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>职务</translation>
    </message>
    <message>
        <source>Postponed to</source>
        <translation>改到</translation>
    </message>
    <message>
        <source>Preferred channel</source>
        <translation>联系渠道</translation>
    </message>
    <message>
        <source>Preferred products</source>
        <translation>偏好产品</translation>
    </message>
    <message>
        <source>Preferred time</source>
        <translation>联系时段</translation>
    </message>
    <message>
        <source>Premium due</source>
        <translation>续期缴费日</translation>
    </message>
    <message>
        <source>Prepare and evaluate surveys</source>
        <translation>组织和分析调研</translation>
    </message>
    <message>
        <source>Price sensitivity</source>
        <translation>价格敏感度</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>产品</translation>
    </message>
    <message>
        <source>Products to offer at maturity</source>
        <translation>到期可续的产品</translation>
    </message>
    <message>
        <source>Promise</source>
        <translation>承诺</translation>
    </message>
    <message>
        <source>Promise approved</source>
        <translation>承诺已批准</translation>
    </message>
    <message>
        <source>Promise changed</source>
        <translation>修改承诺</translation>
    </message>
    <message>
        <source>Promise recorded</source>
        <translation>记录承诺</translation>
    </message>
    <message>
        <source>Promise refused</source>
        <translation>承诺未批准</translation>
    </message>
    <message>
        <source>Promise removed</source>
        <translation>删除承诺</translation>
    </message>
    <message>
        <source>Promise settled</source>
        <translation>承诺办结</translation>
    </message>
    <message>
        <source>Promised on</source>
        <translation>承诺日期</translation>
    </message>
    <message>
        <source>Public holiday</source>
        <translation>法定节假日</translation>
    </message>
    <message>
        <source>Public holidays of a year set</source>
        <translation>设置了某年的法定节假日</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>目的</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>题目</translation>
    </message>
    <message>
        <source>Questionnaire</source>
        <translation>问卷</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>题目</translation>
    </message>
    <message>
        <source>Questions of a survey changed</source>
        <translation>修改调研题目</translation>
    </message>
    <message>
        <source>Raised</source>
        <translation>产生时间</translation>
    </message>
    <message>
        <source>Raised on</source>
        <translation>发起日</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>级次</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>利率</translation>
    </message>
    <message>
        <source>Reached so far</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>阅读时间</translation>
    </message>
    <message>
        <source>Read contacts, plans and logs</source>
        <translation>查看联系记录、计划和日志</translation>
    </message>
    <message>
        <source>Read the audit trail</source>
        <translation>查看审计记录</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Reason for the cost</source>
        <translation>费用原因</translation>
    </message>
    <message>
        <source>Reason of the export</source>
        <translation>导出原因</translation>
    </message>
    <message>
        <source>Record contacts, plans and logs</source>
        <translation>填写联系记录、计划和日志</translation>
    </message>
    <message>
        <source>Recovery code used</source>
        <translation>使用恢复码</translation>
    </message>
    <message>
        <source>Relation</source>
        <translation>关系</translation>
    </message>
    <message>
        <source>Relation added</source>
        <translation>添加关系</translation>
    </message>
    <message>
        <source>Relation changed</source>
        <translation>修改关系</translation>
    </message>
    <message>
        <source>Relation removed</source>
        <translation>删除关系</translation>
    </message>
    <message>
        <source>Relationship</source>
        <translation>关系维护</translation>
    </message>
    <message>
        <source>Relationship grade</source>
        <translation>关系星级</translation>
    </message>
    <message>
        <source>Relationship manager</source>
        <translation>客户经理</translation>
    </message>
    <message>
        <source>Remark beside a daily log</source>
        <translation>日志批注</translation>
    </message>
    <message>
        <source>Remembered columns of an import</source>
        <translation>导入列对应关系</translation>
    </message>
    <message>
        <source>Renew the vault&apos;s master key</source>
        <translation>更换档案库主密钥</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>拜访报告</translation>
    </message>
    <message>
        <source>Report of a survey</source>
        <translation>调研报告</translation>
    </message>
    <message>
        <source>Report of a survey revised</source>
        <translation>修订调研报告</translation>
    </message>
    <message>
        <source>Report of a survey sent</source>
        <translation>报送调研报告</translation>
    </message>
    <message>
        <source>Report of a survey signed</source>
        <translation>签署调研报告</translation>
    </message>
    <message>
        <source>Report of a survey written</source>
        <translation>撰写调研报告</translation>
    </message>
    <message>
        <source>Reported on</source>
        <translation>反馈日</translation>
    </message>
    <message>
        <source>Restore from the recycle bin</source>
        <translation>从回收站恢复</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Result of a goal entered</source>
        <translation>填报目标结果</translation>
    </message>
    <message>
        <source>Risk assessed on</source>
        <translation>风险测评日期</translation>
    </message>
    <message>
        <source>Risk tolerance</source>
        <translation>风险偏好</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Role of a person</source>
        <translation>员工角色</translation>
    </message>
    <message>
        <source>Roles set</source>
        <translation>设置角色</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Rules of the care calendar</source>
        <translation>维护日历的规则</translation>
    </message>
    <message>
        <source>Run by</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>Satisfaction noticed</source>
        <translation>客户感受</translation>
    </message>
    <message>
        <source>Saved view</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Script text</source>
        <translation>话术</translation>
    </message>
    <message>
        <source>Script text added</source>
        <translation>新增话术</translation>
    </message>
    <message>
        <source>Script text changed</source>
        <translation>修改话术</translation>
    </message>
    <message>
        <source>Script text put back as it was shipped</source>
        <translation>话术恢复为出厂内容</translation>
    </message>
    <message>
        <source>Script text removed</source>
        <translation>删除话术</translation>
    </message>
    <message>
        <source>Script text turned off</source>
        <translation>停用话术</translation>
    </message>
    <message>
        <source>Second folder for backups</source>
        <translation>备份的第二个文件夹</translation>
    </message>
    <message>
        <source>Seconds without use until the window locks</source>
        <translation>无操作自动锁定的秒数</translation>
    </message>
    <message>
        <source>See customers</source>
        <translation>查看客户</translation>
    </message>
    <message>
        <source>Seed of the draw</source>
        <translation>抽样种子</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation>客群</translation>
    </message>
    <message>
        <source>Segment added</source>
        <translation>新建客群</translation>
    </message>
    <message>
        <source>Segment changed</source>
        <translation>修改客群</translation>
    </message>
    <message>
        <source>Segment removed</source>
        <translation>删除客群</translation>
    </message>
    <message>
        <source>Sent on</source>
        <translation>使用日期</translation>
    </message>
    <message>
        <source>Sent to</source>
        <translation>报送</translation>
    </message>
    <message>
        <source>Service needs</source>
        <translation>服务需求</translation>
    </message>
    <message>
        <source>Set goals, rules and thresholds</source>
        <translation>设定目标、规则和阈值</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>设置项</translation>
    </message>
    <message>
        <source>Setting changed</source>
        <translation>更改设置</translation>
    </message>
    <message>
        <source>Setting of the branch</source>
        <translation>网点设置</translation>
    </message>
    <message>
        <source>Settled on</source>
        <translation>办结日</translation>
    </message>
    <message>
        <source>Several customers changed at once</source>
        <translation>批量修改客户</translation>
    </message>
    <message>
        <source>Shape of the file</source>
        <translation>文件结构</translation>
    </message>
    <message>
        <source>Show a masked field</source>
        <translation>查看脱敏信息</translation>
    </message>
    <message>
        <source>Sign survey reports</source>
        <translation>签发调研报告</translation>
    </message>
    <message>
        <source>Sign-in by the Windows session allowed</source>
        <translation>允许凭 Windows 登录解锁</translation>
    </message>
    <message>
        <source>Sign-in by the Windows session removed</source>
        <translation>取消凭 Windows 登录解锁</translation>
    </message>
    <message>
        <source>Sign-in by the Windows session set up</source>
        <translation>启用凭 Windows 登录解锁</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>签署人</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Signed on</source>
        <translation>签署日期</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>退出登录</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>起始日期</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Size of the sample</source>
        <translation>样本量</translation>
    </message>
    <message>
        <source>Sorted open answer</source>
        <translation>已归类意见</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>员工</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>关系阶段</translation>
    </message>
    <message>
        <source>Stand-in</source>
        <translation>代管人</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation>维护策略</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>事由</translation>
    </message>
    <message>
        <source>Submitted</source>
        <translation>提交</translation>
    </message>
    <message>
        <source>Submitted late</source>
        <translation>迟交</translation>
    </message>
    <message>
        <source>Suggestions for marketing</source>
        <translation>营销建议</translation>
    </message>
    <message>
        <source>Suggestions for operations</source>
        <translation>运营建议</translation>
    </message>
    <message>
        <source>Suggestions for products</source>
        <translation>产品建议</translation>
    </message>
    <message>
        <source>Suggestions for service</source>
        <translation>服务建议</translation>
    </message>
    <message>
        <source>Summary of the report</source>
        <translation>报告概要</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>客户经理主管</translation>
    </message>
    <message>
        <source>Survey</source>
        <translation>调研</translation>
    </message>
    <message>
        <source>Survey changed</source>
        <translation>修改调研</translation>
    </message>
    <message>
        <source>Survey closed</source>
        <translation>结束调研</translation>
    </message>
    <message>
        <source>Survey copied from a former one</source>
        <translation>复制以前的调研</translation>
    </message>
    <message>
        <source>Survey drafted</source>
        <translation>新建调研草稿</translation>
    </message>
    <message>
        <source>Survey opened</source>
        <translation>开始调研</translation>
    </message>
    <message>
        <source>Survey opened again</source>
        <translation>重新开放调研</translation>
    </message>
    <message>
        <source>Taboos</source>
        <translation>忌讳</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Tag added</source>
        <translation>添加标签</translation>
    </message>
    <message>
        <source>Tag deleted</source>
        <translation>删除标签</translation>
    </message>
    <message>
        <source>Tag of a customer</source>
        <translation>客户标签</translation>
    </message>
    <message>
        <source>Tag removed</source>
        <translation>取消标签</translation>
    </message>
    <message>
        <source>Tag renamed</source>
        <translation>重命名标签</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Target of a goal removed</source>
        <translation>删除目标指标</translation>
    </message>
    <message>
        <source>Target of a goal set</source>
        <translation>设定目标指标</translation>
    </message>
    <message>
        <source>Target split to managers</source>
        <translation>指标分解到人</translation>
    </message>
    <message>
        <source>Target value</source>
        <translation>目标值</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>协办事项</translation>
    </message>
    <message>
        <source>Task assigned</source>
        <translation>协办事项交办</translation>
    </message>
    <message>
        <source>Task changed</source>
        <translation>协办事项修改</translation>
    </message>
    <message>
        <source>Task done</source>
        <translation>协办事项办结</translation>
    </message>
    <message>
        <source>Task reported back to the customer</source>
        <translation>协办事项已反馈客户</translation>
    </message>
    <message>
        <source>Task taken back</source>
        <translation>协办事项撤回</translation>
    </message>
    <message>
        <source>Teller</source>
        <translation>柜员</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Text of the questionnaire</source>
        <translation>问卷文字</translation>
    </message>
    <message>
        <source>Text sent</source>
        <translation>祝福内容</translation>
    </message>
    <message>
        <source>The answer</source>
        <translation>答案</translation>
    </message>
    <message>
        <source>The customer says</source>
        <translation>客户说</translation>
    </message>
    <message>
        <source>The line</source>
        <translation>这句话</translation>
    </message>
    <message>
        <source>The report as it was signed</source>
        <translation>签署时的报告</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Theme of answers</source>
        <translation>意见主题</translation>
    </message>
    <message>
        <source>Theme of answers added</source>
        <translation>新增意见主题</translation>
    </message>
    <message>
        <source>Theme of answers removed</source>
        <translation>删除意见主题</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>层级</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Timeliness</source>
        <translation>答复时效</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
    <message>
        <source>To day</source>
        <translation>截止日</translation>
    </message>
    <message>
        <source>To discuss</source>
        <translation>需商谈</translation>
    </message>
    <message>
        <source>To prepare</source>
        <translation>需准备</translation>
    </message>
    <message>
        <source>To see</source>
        <translation>需察看</translation>
    </message>
    <message>
        <source>Told by</source>
        <translation>通知人</translation>
    </message>
    <message>
        <source>Told on</source>
        <translation>通知日</translation>
    </message>
    <message>
        <source>Touchpoint</source>
        <translation>维护事项</translation>
    </message>
    <message>
        <source>Touchpoint done</source>
        <translation>事项完成</translation>
    </message>
    <message>
        <source>Touchpoint handed over</source>
        <translation>事项转交</translation>
    </message>
    <message>
        <source>Touchpoint postponed</source>
        <translation>事项改期</translation>
    </message>
    <message>
        <source>Touchpoint skipped</source>
        <translation>事项跳过</translation>
    </message>
    <message>
        <source>Two customers kept apart</source>
        <translation>标记为不同的人</translation>
    </message>
    <message>
        <source>Two records of a customer merged</source>
        <translation>合并同一客户的两份档案</translation>
    </message>
    <message>
        <source>Unified social credit code</source>
        <translation>统一社会信用代码</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>完成期限</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>有效期至</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Vault brought up to this version</source>
        <translation>档案库升级到本版本</translation>
    </message>
    <message>
        <source>Vault created</source>
        <translation>建立档案库</translation>
    </message>
    <message>
        <source>View removed</source>
        <translation>删除视图</translation>
    </message>
    <message>
        <source>View saved</source>
        <translation>保存视图</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>拜访</translation>
    </message>
    <message>
        <source>Visit approved</source>
        <translation>拜访已批准</translation>
    </message>
    <message>
        <source>Visit cancelled</source>
        <translation>拜访已取消</translation>
    </message>
    <message>
        <source>Visit changed</source>
        <translation>修改拜访</translation>
    </message>
    <message>
        <source>Visit held and reported</source>
        <translation>拜访完成并报告</translation>
    </message>
    <message>
        <source>Visit planned</source>
        <translation>计划拜访</translation>
    </message>
    <message>
        <source>Visit returned</source>
        <translation>拜访已退回</translation>
    </message>
    <message>
        <source>Visit sent for approval</source>
        <translation>拜访送审</translation>
    </message>
    <message>
        <source>Wants planning</source>
        <translation>需要理财规划</translation>
    </message>
    <message>
        <source>Wants salons</source>
        <translation>愿参加沙龙</translation>
    </message>
    <message>
        <source>Wants training</source>
        <translation>愿听培训</translation>
    </message>
    <message>
        <source>WeChat</source>
        <translation>微信</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>发生了什么</translation>
    </message>
    <message>
        <source>What is counted</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>What is written in it</source>
        <translation>报告文字</translation>
    </message>
    <message>
        <source>What it means</source>
        <translation>意味着什么</translation>
    </message>
    <message>
        <source>What relationship managers are called here</source>
        <translation>本网点对客户经理的称呼</translation>
    </message>
    <message>
        <source>What the computer&apos;s clock said</source>
        <translation>电脑时钟当时显示</translation>
    </message>
    <message>
        <source>What the purpose says</source>
        <translation>事由的内容</translation>
    </message>
    <message>
        <source>When the branch closes</source>
        <translation>网点下班时间</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>责任人</translation>
    </message>
    <message>
        <source>Who had the contact</source>
        <translation>联系人员</translation>
    </message>
    <message>
        <source>Who of them is asked</source>
        <translation>抽样方式</translation>
    </message>
    <message>
        <source>Who promised</source>
        <translation>承诺人</translation>
    </message>
    <message>
        <source>Whole record read</source>
        <translation>查看完整档案</translation>
    </message>
    <message>
        <source>Whom it is about</source>
        <translation>调研范围</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>谁的</translation>
    </message>
    <message>
        <source>Whose own</source>
        <translation>个人所有</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Worked</source>
        <translation>上班</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>写于</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年</translation>
    </message>
    <message>
        <source>Year of birth</source>
        <translation>出生年</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>assigned tasks</source>
        <translation>仅限所派的协办事项</translation>
    </message>
    <message>
        <source>assists the assigned</source>
        <translation>协助所派事项</translation>
    </message>
    <message>
        <source>lobby card only</source>
        <translation>仅限大堂卡片</translation>
    </message>
    <message>
        <source>masked</source>
        <translation>脱敏</translation>
    </message>
    <message>
        <source>not one&apos;s own</source>
        <translation>本人的除外</translation>
    </message>
    <message>
        <source>of own people</source>
        <translation>仅限所辖人员</translation>
    </message>
    <message>
        <source>only in a demonstration vault</source>
        <translation>仅限示范档案库</translation>
    </message>
    <message>
        <source>own</source>
        <translation>本人</translation>
    </message>
    <message>
        <source>own and covered</source>
        <translation>本人及代管</translation>
    </message>
    <message>
        <source>reads the day&apos;s</source>
        <translation>仅查看当日</translation>
    </message>
    <message>
        <source>together with a branch head</source>
        <translation>须与网点负责人共同办理</translation>
    </message>
    <message>
        <source>together with an administrator</source>
        <translation>须与系统管理员共同办理</translation>
    </message>
    <message>
        <source>with a reason</source>
        <translation>须说明理由</translation>
    </message>
    <message>
        <source>{reach}, {limits}</source>
        <translation>{reach}，{limits}</translation>
    </message>
    <message>
        <source>Plan begun</source>
        <translation>新建计划</translation>
    </message>
    <message>
        <source>Plan changed</source>
        <translation>修改计划</translation>
    </message>
    <message>
        <source>Plan removed</source>
        <translation>删除计划</translation>
    </message>
    <message>
        <source>Sub-plan added</source>
        <translation>添加子计划</translation>
    </message>
    <message>
        <source>Sub-plan changed</source>
        <translation>修改子计划</translation>
    </message>
    <message>
        <source>Sub-plan moved</source>
        <translation>移动子计划</translation>
    </message>
    <message>
        <source>Sub-plan removed</source>
        <translation>删除子计划</translation>
    </message>
    <message>
        <source>Contacts of a plan made</source>
        <translation>生成计划联系</translation>
    </message>
    <message>
        <source>Planned contact put on another day</source>
        <translation>计划联系改期</translation>
    </message>
    <message>
        <source>Planned contacts taken out</source>
        <translation>移出计划联系</translation>
    </message>
    <message>
        <source>Plan submitted</source>
        <translation>提交计划</translation>
    </message>
    <message>
        <source>Submitted plan taken back</source>
        <translation>撤回已提交的计划</translation>
    </message>
    <message>
        <source>Plan agreed</source>
        <translation>审定计划</translation>
    </message>
    <message>
        <source>Plan returned</source>
        <translation>退回计划</translation>
    </message>
    <message>
        <source>Next version of a plan begun</source>
        <translation>开始修订计划</translation>
    </message>
    <message>
        <source>Plan evaluated and closed</source>
        <translation>评估并结束计划</translation>
    </message>
    <message>
        <source>Plan handed over</source>
        <translation>移交计划</translation>
    </message>
    <message>
        <source>Action plan</source>
        <translation>行动计划</translation>
    </message>
    <message>
        <source>Sub-plan</source>
        <translation>子计划</translation>
    </message>
    <message>
        <source>Planned contact</source>
        <translation>计划联系</translation>
    </message>
    <message>
        <source>Agreed version of a plan</source>
        <translation>计划的审定版本</translation>
    </message>
    <message>
        <source>Agreed by</source>
        <translation>审定人</translation>
    </message>
    <message>
        <source>Copied from</source>
        <translation>复制自</translation>
    </message>
    <message>
        <source>Expected result</source>
        <translation>预期效果</translation>
    </message>
    <message>
        <source>Minutes a day for planned contacts</source>
        <translation>每日可用于计划联系的分钟数</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Version agreed last</source>
        <translation>最近审定的版本</translation>
    </message>
    <message>
        <source>Submitted by</source>
        <translation>提交人</translation>
    </message>
    <message>
        <source>Submitted at</source>
        <translation>提交时间</translation>
    </message>
    <message>
        <source>Decided at</source>
        <translation>审定时间</translation>
    </message>
    <message>
        <source>Comment on the plan</source>
        <translation>审定意见</translation>
    </message>
    <message>
        <source>Closed at</source>
        <translation>结束时间</translation>
    </message>
    <message>
        <source>What was reached</source>
        <translation>达成情况</translation>
    </message>
    <message>
        <source>Why, or why not</source>
        <translation>原因分析</translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation>经验教训</translation>
    </message>
    <message>
        <source>Measures for the next plan</source>
        <translation>下期改进措施</translation>
    </message>
    <message>
        <source>Figures when it was closed</source>
        <translation>结束时的数据</translation>
    </message>
    <message>
        <source>Part of</source>
        <translation>上级子计划</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>顺序</translation>
    </message>
    <message>
        <source>Ways of contact</source>
        <translation>联系方式</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>频次</translation>
    </message>
    <message>
        <source>Counted per</source>
        <translation>频次周期</translation>
    </message>
    <message>
        <source>Minutes a contact</source>
        <translation>每次分钟数</translation>
    </message>
    <message>
        <source>Materials</source>
        <translation>物料</translation>
    </message>
    <message>
        <source>Estimated cost</source>
        <translation>预算费用</translation>
    </message>
    <message>
        <source>Span from</source>
        <translation>时段起</translation>
    </message>
    <message>
        <source>Way of contact</source>
        <translation>联系方式</translation>
    </message>
    <message>
        <source>Put off to</source>
        <translation>推迟到</translation>
    </message>
    <message>
        <source>Day chosen by hand</source>
        <translation>手工定日</translation>
    </message>
    <message>
        <source>Agreed at</source>
        <translation>审定时间</translation>
    </message>
    <message>
        <source>The plan as it was agreed</source>
        <translation>审定时的计划</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>联系次数</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>客户数</translation>
    </message>
    <message>
        <source>Theme of the contact</source>
        <translation>联系主题</translation>
    </message>
    <message>
        <source>Staff needed</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Customer brought back from a backup</source>
        <translation>从备份恢复客户</translation>
    </message>
    <message>
        <source>Sent up on</source>
        <translation>报送日期</translation>
    </message>
    <message>
        <source>Name of the plan</source>
        <translation>计划名称</translation>
    </message>
    <message>
        <source>List every contact</source>
        <translation>列出每次联系</translation>
    </message>
    <message>
        <source>Master key renewed</source>
        <translation>更换主密钥</translation>
    </message>
    <message>
        <source>Day it was heard</source>
        <translation>提出日期</translation>
    </message>
    <message>
        <source>Day it was passed on</source>
        <translation>转达日期</translation>
    </message>
    <message>
        <source>Step to take</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Complaint taken down</source>
        <translation>登记投诉</translation>
    </message>
    <message>
        <source>Tags put together</source>
        <translation>合并标签</translation>
    </message>
    <message>
        <source>Complaint changed</source>
        <translation>修改投诉</translation>
    </message>
    <message>
        <source>Complaint removed</source>
        <translation>删除投诉</translation>
    </message>
    <message>
        <source>Step of a complaint added</source>
        <translation>增加投诉处理步骤</translation>
    </message>
    <message>
        <source>Step of a complaint done</source>
        <translation>完成投诉处理步骤</translation>
    </message>
    <message>
        <source>Step of a complaint removed</source>
        <translation>移除投诉处理步骤</translation>
    </message>
    <message>
        <source>Complaint decided</source>
        <translation>作出投诉处理决定</translation>
    </message>
    <message>
        <source>Customer told about a complaint</source>
        <translation>告知客户投诉处理结果</translation>
    </message>
    <message>
        <source>Complaint closed</source>
        <translation>投诉结案</translation>
    </message>
    <message>
        <source>Complaint opened again</source>
        <translation>投诉重新办理</translation>
    </message>
    <message>
        <source>Improvement after a complaint passed on</source>
        <translation>转达投诉改进措施</translation>
    </message>
    <message>
        <source>Complaint</source>
        <translation>投诉</translation>
    </message>
    <message>
        <source>Step of a complaint</source>
        <translation>投诉处理步骤</translation>
    </message>
    <message>
        <source>Who, if no customer</source>
        <translation>非本行客户时填写姓名</translation>
    </message>
    <message>
        <source>Complaint or objection</source>
        <translation>性质</translation>
    </message>
    <message>
        <source>What it is about</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>How serious</source>
        <translation>严重程度</translation>
    </message>
    <message>
        <source>Heard how</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>What the customer wishes</source>
        <translation>客户诉求</translation>
    </message>
    <message>
        <source>Next due</source>
        <translation>下一期限</translation>
    </message>
    <message>
        <source>To be decided by</source>
        <translation>处理期限</translation>
    </message>
    <message>
        <source>In charge of it</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>Assists</source>
        <translation>协助人</translation>
    </message>
    <message>
        <source>What was decided</source>
        <translation>处理结果</translation>
    </message>
    <message>
        <source>Decided on</source>
        <translation>处理日期</translation>
    </message>
    <message>
        <source>Customer told on</source>
        <translation>告知日期</translation>
    </message>
    <message>
        <source>Customer told by</source>
        <translation>告知方式</translation>
    </message>
    <message>
        <source>Customer satisfied</source>
        <translation>客户是否满意</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>原因分析</translation>
    </message>
    <message>
        <source>What is to be done better</source>
        <translation>改进措施</translation>
    </message>
    <message>
        <source>Passed on to</source>
        <translation>转达部门</translation>
    </message>
    <message>
        <source>Times opened again</source>
        <translation>重新办理次数</translation>
    </message>
    <message>
        <source>Customers to be reminded of a survey</source>
        <translation>安排提醒客户参加调研</translation>
    </message>
    <message>
        <source>Contact added to a plan</source>
        <translation>手工添加计划联系</translation>
    </message>
    <message>
        <source>To be agreed by</source>
        <translation>审定人</translation>
    </message>
    <message>
        <source>Relationship grades confirmed</source>
        <translation>确认关系星级</translation>
    </message>
    <message>
        <source>Frequency of dealings (%)</source>
        <translation>往来频率（%）</translation>
    </message>
    <message>
        <source>Amount of assets (%)</source>
        <translation>资产金额（%）</translation>
    </message>
    <message>
        <source>Influence (%)</source>
        <translation>影响力（%）</translation>
    </message>
    <message>
        <source>Weights of the relationship grade</source>
        <translation>关系星级的权重</translation>
    </message>
    <message>
        <source>Case closed on</source>
        <translation>结案日期</translation>
    </message>
    <message>
        <source>Damaged vault salvaged</source>
        <translation>抢救损坏的档案库</translation>
    </message>
    <message>
        <source>First call</source>
        <translation>首次回电</translation>
    </message>
    <message>
        <source>Known what happened</source>
        <translation>查明情况</translation>
    </message>
    <message>
        <source>Agreed how it is put right</source>
        <translation>与客户商定办法</translation>
    </message>
    <message>
        <source>Decided at the latest</source>
        <translation>最迟作出处理</translation>
    </message>
    <message>
        <source>Told after the decision</source>
        <translation>处理后告知客户</translation>
    </message>
    <message>
        <source>after so many further working days</source>
        <translation>超期满几个工作日后</translation>
    </message>
    <message>
        <source>Deadlines of complaints</source>
        <translation>投诉处理时限</translation>
    </message>
    <message>
        <source>Who hears of late complaints</source>
        <translation>投诉超期的提示对象</translation>
    </message>
    <message>
        <source>Task given back</source>
        <translation>协办事项退回</translation>
    </message>
    <message>
        <source>Activity begun</source>
        <translation>新建活动</translation>
    </message>
    <message>
        <source>Activity changed</source>
        <translation>修改活动</translation>
    </message>
    <message>
        <source>Activity removed</source>
        <translation>删除活动</translation>
    </message>
    <message>
        <source>Activity submitted</source>
        <translation>提交活动方案</translation>
    </message>
    <message>
        <source>Activity taken back to be written</source>
        <translation>收回活动方案修改</translation>
    </message>
    <message>
        <source>Activity agreed to</source>
        <translation>审定活动方案</translation>
    </message>
    <message>
        <source>Activity returned</source>
        <translation>退回活动方案</translation>
    </message>
    <message>
        <source>Activity opened, invitations begun</source>
        <translation>活动开始邀请</translation>
    </message>
    <message>
        <source>Activity held</source>
        <translation>活动已举办</translation>
    </message>
    <message>
        <source>Activity called off</source>
        <translation>取消活动</translation>
    </message>
    <message>
        <source>Activity evaluated and closed</source>
        <translation>评估并结束活动</translation>
    </message>
    <message>
        <source>Activity handed over</source>
        <translation>移交活动</translation>
    </message>
    <message>
        <source>Line added to an activity&apos;s sheet</source>
        <translation>添加筹备事项</translation>
    </message>
    <message>
        <source>Line of an activity&apos;s sheet changed</source>
        <translation>修改筹备事项</translation>
    </message>
    <message>
        <source>Line taken off an activity&apos;s sheet</source>
        <translation>删除筹备事项</translation>
    </message>
    <message>
        <source>Line of an activity&apos;s sheet ticked</source>
        <translation>勾选筹备事项</translation>
    </message>
    <message>
        <source>Point added to an activity&apos;s run</source>
        <translation>添加流程环节</translation>
    </message>
    <message>
        <source>Point of an activity&apos;s run changed</source>
        <translation>修改流程环节</translation>
    </message>
    <message>
        <source>Point of an activity&apos;s run removed</source>
        <translation>删除流程环节</translation>
    </message>
    <message>
        <source>Cost of an activity added</source>
        <translation>添加活动费用</translation>
    </message>
    <message>
        <source>Cost of an activity changed</source>
        <translation>修改活动费用</translation>
    </message>
    <message>
        <source>Cost of an activity removed</source>
        <translation>删除活动费用</translation>
    </message>
    <message>
        <source>Question at an activity taken down</source>
        <translation>记录现场提问</translation>
    </message>
    <message>
        <source>Question at an activity changed</source>
        <translation>修改现场提问</translation>
    </message>
    <message>
        <source>Question at an activity removed</source>
        <translation>删除现场提问</translation>
    </message>
    <message>
        <source>Customers put on an activity&apos;s list</source>
        <translation>客户列入活动名单</translation>
    </message>
    <message>
        <source>Customers taken off an activity&apos;s list</source>
        <translation>客户移出活动名单</translation>
    </message>
    <message>
        <source>Invitations to an activity sent</source>
        <translation>发出活动邀请</translation>
    </message>
    <message>
        <source>Invitation to an activity answered</source>
        <translation>登记邀请答复</translation>
    </message>
    <message>
        <source>Note on a guest of an activity</source>
        <translation>活动客户备注</translation>
    </message>
    <message>
        <source>Checked in to an activity</source>
        <translation>活动签到</translation>
    </message>
    <message>
        <source>Came to an activity uninvited</source>
        <translation>未邀自来签到</translation>
    </message>
    <message>
        <source>Guest brought to an activity</source>
        <translation>登记客户带来的客人</translation>
    </message>
    <message>
        <source>Check-in to an activity taken back</source>
        <translation>撤回签到</translation>
    </message>
    <message>
        <source>Thanks after an activity planned</source>
        <translation>安排活动后感谢</translation>
    </message>
    <message>
        <source>Survey after an activity begun</source>
        <translation>新建活动后反馈调研</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>交流活动</translation>
    </message>
    <message>
        <source>Line of an activity&apos;s sheet</source>
        <translation>筹备事项</translation>
    </message>
    <message>
        <source>Point of an activity&apos;s run</source>
        <translation>流程环节</translation>
    </message>
    <message>
        <source>Cost of an activity</source>
        <translation>活动费用</translation>
    </message>
    <message>
        <source>Guest of an activity</source>
        <translation>活动来宾</translation>
    </message>
    <message>
        <source>Contact about an activity</source>
        <translation>活动联系</translation>
    </message>
    <message>
        <source>Question at an activity</source>
        <translation>现场提问</translation>
    </message>
    <message>
        <source>Name of the activity</source>
        <translation>活动名称</translation>
    </message>
    <message>
        <source>Led by</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>Survey for feedback</source>
        <translation>反馈调研</translation>
    </message>
    <message>
        <source>Place of the activity</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Speaker or host</source>
        <translation>主讲/主持</translation>
    </message>
    <message>
        <source>Begins at</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>Ends at</source>
        <translation>结束时间</translation>
    </message>
    <message>
        <source>Seats</source>
        <translation>席位</translation>
    </message>
    <message>
        <source>Comment on the activity</source>
        <translation>审定意见</translation>
    </message>
    <message>
        <source>Called off because</source>
        <translation>取消原因</translation>
    </message>
    <message>
        <source>Measures for the next activity</source>
        <translation>下次改进措施</translation>
    </message>
    <message>
        <source>What is needed</source>
        <translation>需要什么</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Who sees to it</source>
        <translation>由谁负责</translation>
    </message>
    <message>
        <source>Seen to on</source>
        <translation>办妥日期</translation>
    </message>
    <message>
        <source>Time of day</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Point of the run</source>
        <translation>环节</translation>
    </message>
    <message>
        <source>What it is for</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>Cost in the end</source>
        <translation>实际费用</translation>
    </message>
    <message>
        <source>Name of the guest</source>
        <translation>客人姓名</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答复</translation>
    </message>
    <message>
        <source>How many come along</source>
        <translation>同行人数</translation>
    </message>
    <message>
        <source>Came on</source>
        <translation>到场日</translation>
    </message>
    <message>
        <source>Came at</source>
        <translation>到场时间</translation>
    </message>
    <message>
        <source>How many came along</source>
        <translation>实到同行</translation>
    </message>
    <message>
        <source>Answer given</source>
        <translation>答复内容</translation>
    </message>
    <message>
        <source>Invite from</source>
        <translation>邀请起始日</translation>
    </message>
    <message>
        <source>Invite until</source>
        <translation>邀请截止日</translation>
    </message>
    <message>
        <source>What was asked</source>
        <translation>提问内容</translation>
    </message>
    <message>
        <source>Steps of frequency</source>
        <translation>往来频率的分档</translation>
    </message>
    <message>
        <source>Steps of influence</source>
        <translation>影响力的分档</translation>
    </message>
    <message>
        <source>Steps of the relationship grade</source>
        <translation>关系星级的分档</translation>
    </message>
    <message>
        <source>What was due was deleted for good</source>
        <translation>到期内容彻底删除</translation>
    </message>
    <message>
        <source>Beginning of the audit trail expired</source>
        <translation>审计记录到期清理</translation>
    </message>
    <message>
        <source>How long it is kept</source>
        <translation>保存期限</translation>
    </message>
    <message>
        <source>Customers who are lost or deleted (years)</source>
        <translation>已流失或已删除的客户（年）</translation>
    </message>
    <message>
        <source>Records of contacts (years)</source>
        <translation>联系记录（年）</translation>
    </message>
    <message>
        <source>Documents (years)</source>
        <translation>附件（年）</translation>
    </message>
    <message>
        <source>Audit trail (years)</source>
        <translation>审计记录（年）</translation>
    </message>
    <message>
        <source>Years until renewing the master key is proposed</source>
        <translation>提醒更换主密钥的年数</translation>
    </message>
    <message>
        <source>Customer deleted at their request</source>
        <translation>应客户要求删除客户</translation>
    </message>
    <message>
        <source>Name of the campaign</source>
        <translation>专项活动名称</translation>
    </message>
    <message>
        <source>Marked on</source>
        <translation>登记日期</translation>
    </message>
    <message>
        <source>Refusal of somebody who left</source>
        <translation>离开者的拒绝联系记录</translation>
    </message>
    <message>
        <source>Code of a number</source>
        <translation>号码的编码</translation>
    </message>
    <message>
        <source>Left the archive on</source>
        <translation>移出档案日期</translation>
    </message>
    <message>
        <source>What people refused who left (years)</source>
        <translation>离开者拒绝联系的记录（年）</translation>
    </message>
</context>
<context>
    <name>log</name>
    <message>
        <source>(deleted)</source>
        <translation>（已删除）</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>缺</translation>
    </message>
    <message>
        <source>No contacts in these days.</source>
        <translation>这些天没有联系记录。</translation>
    </message>
    <message>
        <source>Not submitted</source>
        <translation>未提交</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>未填</translation>
    </message>
    <message>
        <source>Partly, not done, moved</source>
        <translation>部分完成、未完成、改期</translation>
    </message>
    <message>
        <source>due {due}</source>
        <translation>应于{due}前</translation>
    </message>
    <message>
        <source>items, by day</source>
        <translation>项，按日</translation>
    </message>
    <message>
        <source>not begun</source>
        <translation>未开始</translation>
    </message>
    <message>
        <source>to {day}</source>
        <translation>改到{day}</translation>
    </message>
    <message>
        <source>written {at}, due {due}</source>
        <translation>{at} 写成，应于{due}前</translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation>{count} 分</translation>
    </message>
    <message>
        <source>{count} planned</source>
        <translation>计划 {count} 件</translation>
    </message>
    <message>
        <source>{days} d late</source>
        <translation>逾期 {days} 天</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} 小时 {minutes} 分</translation>
    </message>
    <message>
        <source>No items in these days.</source>
        <translation>这段时间没有事项。</translation>
    </message>
    <message>
        <source>{count} items, late</source>
        <translation>{count} 件，迟交</translation>
    </message>
    <message>
        <source>{count} items</source>
        <translation>{count} 件</translation>
    </message>
    <message>
        <source>not planned</source>
        <translation>未写计划</translation>
    </message>
    <message>
        <source>{name} (has left)</source>
        <translation>{name}（已离岗）</translation>
    </message>
</context>
<context>
    <name>log summary</name>
    <message>
        <source>(has left)</source>
        <translation>（已离岗）</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>后补</translation>
    </message>
    <message>
        <source>By day</source>
        <translation>按日</translation>
    </message>
    <message>
        <source>By manager</source>
        <translation>按客户经理</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>联系人次</translation>
    </message>
    <message>
        <source>Contacts by channel</source>
        <translation>按渠道联系</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Left open</source>
        <translation>逾期未填</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Logs late</source>
        <translation>日志迟交</translation>
    </message>
    <message>
        <source>Logs late or missing</source>
        <translation>日志迟交或未交</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>客户经理</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>信息</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>改期</translation>
    </message>
    <message>
        <source>Nobody keeps a log yet.</source>
        <translation>还没有人写日志。</translation>
    </message>
    <message>
        <source>Not done</source>
        <translation>未完成</translation>
    </message>
    <message>
        <source>Not planned</source>
        <translation>未写计划</translation>
    </message>
    <message>
        <source>Not planned, not submitted</source>
        <translation>未写计划、未提交的日子</translation>
    </message>
    <message>
        <source>Not submitted</source>
        <translation>未提交</translation>
    </message>
    <message>
        <source>Partly</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>Planned and done by day</source>
        <translation>每日计划与完成</translation>
    </message>
    <message>
        <source>Plans late</source>
        <translation>计划迟交</translation>
    </message>
    <message>
        <source>Plans late or missing</source>
        <translation>计划迟交或未写</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>完成率</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>已复核</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Summary of the daily log</source>
        <translation>经理日志汇总</translation>
    </message>
    <message>
        <source>The whole branch</source>
        <translation>全网点</translation>
    </message>
    <message>
        <source>There is no working day in this time.</source>
        <translation>这段时间没有工作日。</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>见面</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>周</translation>
    </message>
    <message>
        <source>planned late</source>
        <translation>计划迟交</translation>
    </message>
    <message>
        <source>week {week} of {year}</source>
        <translation>{year} 年第 {week} 周</translation>
    </message>
    <message>
        <source>{count} added later</source>
        <translation>后补 {count} 项</translation>
    </message>
    <message>
        <source>{count} working days</source>
        <translation>{count} 个工作日</translation>
    </message>
</context>
<context>
    <name>maturity list</name>
    <message>
        <source>Amount (CNY)</source>
        <translation>金额（元）</translation>
    </message>
    <message>
        <source>CNY 10,000, by week</source>
        <translation>万元，按周</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>本行</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>客户经理</translation>
    </message>
    <message>
        <source>Matures on</source>
        <translation>到期日</translation>
    </message>
    <message>
        <source>Maturing at other banks (CNY)</source>
        <translation>他行到期（元）</translation>
    </message>
    <message>
        <source>Maturing here (CNY)</source>
        <translation>本行到期（元）</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Other bank</source>
        <translation>他行</translation>
    </message>
    <message>
        <source>Other banks</source>
        <translation>他行</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>产品</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>产品笔数</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>层级</translation>
    </message>
    <message>
        <source>To offer</source>
        <translation>续作产品</translation>
    </message>
    <message>
        <source>not told</source>
        <translation>不显示</translation>
    </message>
</context>
<context>
    <name>messages</name>
    <message>
        <source>A brace is open, closed too often or stands inside another.</source>
        <translation>花括号没有成对，或者互相嵌套。</translation>
    </message>
    <message>
        <source>A cell of row {row} has more than {most} characters.</source>
        <translation>第 {row} 行有一个单元格超过 {most} 个字符。</translation>
    </message>
    <message>
        <source>A cost above {limit} yuan needs a reason here.</source>
        <translation>单次费用超过 {limit} 元须说明原因。</translation>
    </message>
    <message>
        <source>A day can be planned {most} days ahead at most.</source>
        <translation>计划最多提前 {most} 天。</translation>
    </message>
    <message>
        <source>A file of that name is as it was.</source>
        <translation>原有的同名文件未受影响。</translation>
    </message>
    <message>
        <source>A file of this name could do harm where it is opened.</source>
        <translation>这样的文件名可能带来危险。</translation>
    </message>
    <message>
        <source>A form of an anonymous survey has neither customer, number nor day.</source>
        <translation>匿名调研的答卷不记客户、编号和日期。</translation>
    </message>
    <message>
        <source>A goal of the branch counts customers from “{name}” up.</source>
        <translation>有网点目标统计“{name}”以上客户。</translation>
    </message>
    <message>
        <source>A greeting is plain text; this one has markup in it.</source>
        <translation>祝福语只能是纯文字，这里含有网页标记。</translation>
    </message>
    <message>
        <source>A jump of question {where} leads back to question {target}.</source>
        <translation>第 {where} 题又跳回了第 {target} 题。</translation>
    </message>
    <message>
        <source>A jump of question {where} leads to “{key}”, which is not there.</source>
        <translation>第 {where} 题跳转到“{key}”，但没有这道题。</translation>
    </message>
    <message>
        <source>A jump of question {where} names an answer that it does not have.</source>
        <translation>第 {where} 题的跳转用了该题没有的答案。</translation>
    </message>
    <message>
        <source>A line has at most {longest} characters.</source>
        <translation>一句话最多 {longest} 个字。</translation>
    </message>
    <message>
        <source>A person needs at least one role.</source>
        <translation>员工至少要有一个角色。</translation>
    </message>
    <message>
        <source>A promise on a rate, a fee or an exception counts only once approved.</source>
        <translation>涉及利率、费用或特批的承诺，经主管批准后才生效。</translation>
    </message>
    <message>
        <source>A quotation mark is opened in row {row} and not closed.</source>
        <translation>第 {row} 行的引号没有闭合。</translation>
    </message>
    <message>
        <source>A recovery code has {wanted} characters; {given} were given.</source>
        <translation>恢复码共 {wanted} 个字符，现在是 {given} 个。</translation>
    </message>
    <message>
        <source>A relation needs one other: a customer, an organisation or somebody&apos;s name.</source>
        <translation>请指明与谁的关系：客户、单位或其他人的姓名。</translation>
    </message>
    <message>
        <source>A resident identity number has 18 digits (the last may be X) or 15; these are {length} characters.</source>
        <translation>身份证号应为 18 位（末位可为 X）或 15 位，现在是 {length} 位。</translation>
    </message>
    <message>
        <source>A sheet reaches to {where}; with all cells before that one it is over {most} cells.</source>
        <translation>工作表的内容延伸到 {where}，连同之前的单元格超过 {most} 个。</translation>
    </message>
    <message>
        <source>A spreadsheet holds {most} rows at most.</source>
        <translation>电子表格最多容纳 {most} 行。</translation>
    </message>
    <message>
        <source>A task is for one colleague or for one department.</source>
        <translation>一件协办事项只能交给一位同事或一个部门。</translation>
    </message>
    <message>
        <source>A touchpoint can be put off by {most} days at most.</source>
        <translation>事项最多可以往后改 {most} 天。</translation>
    </message>
    <message>
        <source>A touchpoint cannot be put off to a day that has passed.</source>
        <translation>事项不能改到已经过去的日子。</translation>
    </message>
    <message>
        <source>Add a PDF, a picture, or a Word or Excel file without macros.</source>
        <translation>请添加 PDF、图片，或不含宏的 Word、Excel 文件。</translation>
    </message>
    <message>
        <source>Add a target first.</source>
        <translation>请先添加指标。</translation>
    </message>
    <message>
        <source>Add an addendum if something is missing in it.</source>
        <translation>如有遗漏，请写补记。</translation>
    </message>
    <message>
        <source>Add an addendum to it.</source>
        <translation>请写补记。</translation>
    </message>
    <message>
        <source>Add something to the name that tells the two apart.</source>
        <translation>请在姓名后加注以示区别。</translation>
    </message>
    <message>
        <source>Add the file itself.</source>
        <translation>请添加文件本身。</translation>
    </message>
    <message>
        <source>After duplicates stands nothing, or merge and two customers.</source>
        <translation>duplicates 后面不带参数，或带 merge 和两位客户。</translation>
    </message>
    <message>
        <source>After these answers question {number} is not asked.</source>
        <translation>按前面的回答，第 {number} 题不需要回答。</translation>
    </message>
    <message>
        <source>Afterwards there would be no administrator; nobody could manage staff.</source>
        <translation>这样就没有系统管理员了，无人能管理员工。</translation>
    </message>
    <message>
        <source>An administrator can enable the person again, with a new password.</source>
        <translation>系统管理员可以重新启用，并设新密码。</translation>
    </message>
    <message>
        <source>An older copy of the vault seen here on {since} was opened, in which somebody had gone on working.</source>
        <translation>打开的是本机 {since} 所见档案库的旧副本，且有人在其中继续工作过。</translation>
    </message>
    <message>
        <source>An older copy of the vault was opened; entries seen here on {since} and missing now: {missing}.</source>
        <translation>打开的是较旧的档案库：本机 {since} 见过的记录缺少 {missing} 条。</translation>
    </message>
    <message>
        <source>Another administrator can do it.</source>
        <translation>可由另一位系统管理员操作。</translation>
    </message>
    <message>
        <source>Another column has the field of “{heading}” already.</source>
        <translation>“{heading}”对应的字段已有另一列。</translation>
    </message>
    <message>
        <source>Another customer has the number “{number}”.</source>
        <translation>客户号“{number}”已属于另一位客户。</translation>
    </message>
    <message>
        <source>Another program is holding the database {path}.</source>
        <translation>数据库 {path} 被其他程序占用。</translation>
    </message>
    <message>
        <source>Answers are still taken, so the report cannot be signed yet.</source>
        <translation>调研还在进行，报告暂不能签署。</translation>
    </message>
    <message>
        <source>Ask an administrator of the branch.</source>
        <translation>请联系本网点的系统管理员。</translation>
    </message>
    <message>
        <source>Ask another supervisor or the branch head.</source>
        <translation>请由其他主管或网点负责人审批。</translation>
    </message>
    <message>
        <source>Ask for at most {most} days.</source>
        <translation>请把范围缩到 {most} 天以内。</translation>
    </message>
    <message>
        <source>Ask for years among them.</source>
        <translation>请输入这个范围内的年份。</translation>
    </message>
    <message>
        <source>Ask less: people answer short forms.</source>
        <translation>请精简题目，短问卷才有人答。</translation>
    </message>
    <message>
        <source>Ask the sender where the file comes from.</source>
        <translation>请向提供者核实文件来源。</translation>
    </message>
    <message>
        <source>At {where} of the expression there is neither a condition nor one group of all, any or none.</source>
        <translation>表达式的 {where} 处既不是条件，也不是一个 all、any 或 none 条件组。</translation>
    </message>
    <message>
        <source>At {where} of the questionnaire there is no question that can be read.</source>
        <translation>问卷第 {where} 处不是可以识别的题目。</translation>
    </message>
    <message>
        <source>Begin another goal for another period.</source>
        <translation>其他期间请另建目标。</translation>
    </message>
    <message>
        <source>Between {least} and {most} answers are wanted here.</source>
        <translation>本题应答 {least} 到 {most} 项。</translation>
    </message>
    <message>
        <source>By its content this is a {format} file, whatever its name says.</source>
        <translation>从内容看，这是一个 {format} 文件，与文件名不符。</translation>
    </message>
    <message>
        <source>Change it by hand to what it should be.</source>
        <translation>请手工改成正确的内容。</translation>
    </message>
    <message>
        <source>Change it with the old password; if that is lost, use the recovery code.</source>
        <translation>请用旧密码修改；忘记旧密码可用恢复码。</translation>
    </message>
    <message>
        <source>Change that goal, or choose another period.</source>
        <translation>请修改那个目标，或选择其他期间。</translation>
    </message>
    <message>
        <source>Change the jumps before it, or take the question away.</source>
        <translation>请修改前面的跳转，或删除这道题。</translation>
    </message>
    <message>
        <source>Change the one that is there, or its number of items.</source>
        <translation>请修改已有的那一笔，或调整笔数。</translation>
    </message>
    <message>
        <source>Change the one that is there.</source>
        <translation>请修改已有的那一条。</translation>
    </message>
    <message>
        <source>Change the target that is there.</source>
        <translation>请修改已有的指标。</translation>
    </message>
    <message>
        <source>Check Caps Lock and the input method and try again. If the password is forgotten, an administrator can reset it, or the recovery code opens the vault.</source>
        <translation>请检查大写锁定和输入法后重试。忘记密码可请系统管理员重置，或用恢复码打开档案库。</translation>
    </message>
    <message>
        <source>Check both days.</source>
        <translation>请核对两个日期。</translation>
    </message>
    <message>
        <source>Check how the name is written in the list of staff.</source>
        <translation>请在员工名单中核对姓名写法。</translation>
    </message>
    <message>
        <source>Check how the name is written; an administrator sees the list of staff.</source>
        <translation>请核对姓名写法；系统管理员可以查看员工名单。</translation>
    </message>
    <message>
        <source>Check that it is switched on and has paper, then print again.</source>
        <translation>请检查打印机是否开机、有纸，然后重新打印。</translation>
    </message>
    <message>
        <source>Check that the disk and the folder are not write-protected.</source>
        <translation>请检查磁盘和文件夹是否写保护。</translation>
    </message>
    <message>
        <source>Check that the disk has room and is not write-protected, then try again.</source>
        <translation>请检查磁盘空间是否够用、是否写保护，然后重试。</translation>
    </message>
    <message>
        <source>Check that the disk is not full or write-protected and that you may write there.</source>
        <translation>请检查磁盘是否已满或写保护，以及有无写入权限。</translation>
    </message>
    <message>
        <source>Check that the disk or the share is there, has room and may be written to.</source>
        <translation>请检查该磁盘或共享文件夹是否可用、有空间且可写入。</translation>
    </message>
    <message>
        <source>Check that this is the right file.</source>
        <translation>请检查文件是否选对。</translation>
    </message>
    <message>
        <source>Check the customer number.</source>
        <translation>请核对客户号。</translation>
    </message>
    <message>
        <source>Check the number of digits.</source>
        <translation>请检查位数。</translation>
    </message>
    <message>
        <source>Check the number, or open that customer.</source>
        <translation>请核对客户号，或打开那位客户。</translation>
    </message>
    <message>
        <source>Check the year, or leave “leap” out.</source>
        <translation>请核对年份，或者去掉“闰”字。</translation>
    </message>
    <message>
        <source>Check the year, or type the day without its year.</source>
        <translation>请核对年份，或者不写年份只写月日。</translation>
    </message>
    <message>
        <source>Check the year.</source>
        <translation>请检查年份。</translation>
    </message>
    <message>
        <source>Check whether the answers belong to another survey.</source>
        <translation>请核对答案是否属于另一次调研。</translation>
    </message>
    <message>
        <source>Choose a folder on a disk of this computer.</source>
        <translation>请选择本机硬盘上的文件夹。</translation>
    </message>
    <message>
        <source>Choose a folder with a shorter path.</source>
        <translation>请选择路径较短的文件夹。</translation>
    </message>
    <message>
        <source>Choose a folder with enough room that you may write to; close the file if it is open elsewhere.</source>
        <translation>请选择有足够空间且有写入权限的文件夹；如果该文件正在别处打开，请先关闭。</translation>
    </message>
    <message>
        <source>Choose a longer one; a short sentence is easy to remember.</source>
        <translation>请换一个长一些的，用一句短话，好记。</translation>
    </message>
    <message>
        <source>Choose a role; to take someone&apos;s access away, disable them.</source>
        <translation>请选择角色；如要取消登录，请停用该员工。</translation>
    </message>
    <message>
        <source>Choose a spreadsheet or CSV.</source>
        <translation>请选择电子表格或 CSV。</translation>
    </message>
    <message>
        <source>Choose a stand-in of the customer or a supervisor.</source>
        <translation>请选择客户的代管人或主管。</translation>
    </message>
    <message>
        <source>Choose a table of name, 放假 or 上班 (off or work), first day and last day.</source>
        <translation>请选择含名称、放假或上班、开始日期、结束日期的表格。</translation>
    </message>
    <message>
        <source>Choose among these: {known}.</source>
        <translation>可选的列：{known}。</translation>
    </message>
    <message>
        <source>Choose an active manager, supervisor or branch head.</source>
        <translation>请选择在用的客户经理、客户经理主管或网点负责人。</translation>
    </message>
    <message>
        <source>Choose another backup.</source>
        <translation>请选择另一份备份。</translation>
    </message>
    <message>
        <source>Choose another column to sort by.</source>
        <translation>请换一列排序。</translation>
    </message>
    <message>
        <source>Choose another customer.</source>
        <translation>请选择其他客户。</translation>
    </message>
    <message>
        <source>Choose another day.</source>
        <translation>请选择其他日期。</translation>
    </message>
    <message>
        <source>Choose another file, or use a newer program.</source>
        <translation>请换一个文件，或使用更新的程序。</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>请换一个文件。</translation>
    </message>
    <message>
        <source>Choose another folder for a new vault.</source>
        <translation>请另选文件夹新建档案库。</translation>
    </message>
    <message>
        <source>Choose another name, or move that file away.</source>
        <translation>请换一个文件名，或移走该文件。</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>请换一个名称。</translation>
    </message>
    <message>
        <source>Choose another one.</source>
        <translation>请换一个。</translation>
    </message>
    <message>
        <source>Choose another one; a short sentence is easy to remember.</source>
        <translation>请换一个，用一句短话，好记。</translation>
    </message>
    <message>
        <source>Choose another place.</source>
        <translation>请另选位置。</translation>
    </message>
    <message>
        <source>Choose another segment.</source>
        <translation>请换一个客群。</translation>
    </message>
    <message>
        <source>Choose fewer customers, or make a notice of it.</source>
        <translation>请少选几位客户，或改用通知。</translation>
    </message>
    <message>
        <source>Choose one from the list.</source>
        <translation>请从列表中选择。</translation>
    </message>
    <message>
        <source>Choose one of its sheets.</source>
        <translation>请从文件的工作表中选一张。</translation>
    </message>
    <message>
        <source>Choose one of the fields listed beside the text.</source>
        <translation>请从内容旁列出的字段中选择。</translation>
    </message>
    <message>
        <source>Choose one of the two columns.</source>
        <translation>请在两列中选择一列。</translation>
    </message>
    <message>
        <source>Choose somebody else for one of them.</source>
        <translation>请另选其中一人。</translation>
    </message>
    <message>
        <source>Choose the answers of the jump again, or take it away.</source>
        <translation>请重新选择跳转的答案，或删除跳转。</translation>
    </message>
    <message>
        <source>Choose the customer, or type surname and phone of somebody new.</source>
        <translation>请选择客户；新客户请写姓氏和电话。</translation>
    </message>
    <message>
        <source>Choose the file vault.keys of a backup of this vault.</source>
        <translation>请选择这个档案库备份中的 vault.keys 文件。</translation>
    </message>
    <message>
        <source>Choose the vault&apos;s folder, or make a new vault there.</source>
        <translation>请选择档案库所在的文件夹，或在此新建档案库。</translation>
    </message>
    <message>
        <source>Choose two customers.</source>
        <translation>请选择两位客户。</translation>
    </message>
    <message>
        <source>Choose where it leads again, or take it away.</source>
        <translation>请重新选择跳转目标，或删除跳转。</translation>
    </message>
    <message>
        <source>Choose which one, or type the whole name.</source>
        <translation>请选择是哪一位，或写全名。</translation>
    </message>
    <message>
        <source>Close it instead.</source>
        <translation>请改为结束调研。</translation>
    </message>
    <message>
        <source>Close it there, or wait until it has finished.</source>
        <translation>请在那边关闭，或等它结束。</translation>
    </message>
    <message>
        <source>Close or delete it there, save, and choose the file again.</source>
        <translation>请在该处补上或删去引号，保存后重新选择文件。</translation>
    </message>
    <message>
        <source>No column of the file was recognised as a question of this survey.</source>
        <translation>文件中没有一列能对应本次调研的题目。</translation>
    </message>
    <message>
        <source>Say which ones are, or check whether the file is another survey&apos;s.</source>
        <translation>请指定哪些列是题目，或核对文件是否属于另一次调研。</translation>
    </message>
    <message>
        <source>There is no tier “{value}”.</source>
        <translation>没有“{value}”这一客户层级。</translation>
    </message>
    <message>
        <source>Close other programs that may hold the file, then try again.</source>
        <translation>请关闭可能占用该文件的其他程序，然后重试。</translation>
    </message>
    <message>
        <source>Close other programs, then try again.</source>
        <translation>请关闭其他程序，然后重试。</translation>
    </message>
    <message>
        <source>No column of this file holds answers to a question.</source>
        <translation>该文件中没有一列是题目的答案。</translation>
    </message>
    <message>
        <source>Choose a table that has the questions as its headings.</source>
        <translation>请选择以题目为表头的表格。</translation>
    </message>
    <message>
        <source>This customer&apos;s answers were entered as form {number} already.</source>
        <translation>该客户的答卷已录入，编号为 {number}。</translation>
    </message>
    <message>
        <source>Correct that one, or check whose form this is.</source>
        <translation>请更正那一份，或核对这份答卷是谁的。</translation>
    </message>
    <message>
        <source>The file has this form twice, with other answers each time.</source>
        <translation>文件中这份答卷出现两次，且答案不同。</translation>
    </message>
    <message>
        <source>Leave the right one in the file.</source>
        <translation>请在文件中只保留正确的一份。</translation>
    </message>
    <message>
        <source>These forms are in the survey already, by entry {number} of the audit trail, and nothing in them tells one from another.</source>
        <translation>这些答卷已经导入过本次调研（审计记录第 {number} 条），而答卷本身无法互相区分。</translation>
    </message>
    <message>
        <source>Take that import back first, if these are to stand in its place.</source>
        <translation>如需用这些答卷替换，请先撤销那次导入。</translation>
    </message>
    <message>
        <source>No such customer is in the archive; the form is kept without a customer.</source>
        <translation>档案中没有该客户；答卷已保留，但不对应客户。</translation>
    </message>
    <message>
        <source>Correct who it is, and import the form again.</source>
        <translation>请更正客户信息后重新导入该答卷。</translation>
    </message>
    <message>
        <source>{day} is not in the period of the survey, {first} to {last}.</source>
        <translation>{day} 不在调研期间（{first} 至 {last}）内。</translation>
    </message>
    <message>
        <source>Look whether the form belongs to this survey.</source>
        <translation>请核对该答卷是否属于本次调研。</translation>
    </message>
    <message>
        <source>The questions of the survey were changed meanwhile.</source>
        <translation>其间调研题目已被修改。</translation>
    </message>
    <message>
        <source>Look at the file again.</source>
        <translation>请重新查看该文件。</translation>
    </message>
    <message>
        <source>Close the survey first.</source>
        <translation>请先结束调研。</translation>
    </message>
    <message>
        <source>Compare first and last day with the arrangement.</source>
        <translation>请对照放假通知核对起止日期。</translation>
    </message>
    <message>
        <source>Compare it with the business licence, character by character.</source>
        <translation>请对照营业执照逐位核对。</translation>
    </message>
    <message>
        <source>Compare it with the card, digit by digit.</source>
        <translation>请对照证件逐位核对。</translation>
    </message>
    <message>
        <source>Compare it with the original.</source>
        <translation>请与原件核对。</translation>
    </message>
    <message>
        <source>Compare it with the printed sheet, group by group.</source>
        <translation>请与恢复码单逐组核对。</translation>
    </message>
    <message>
        <source>Compare the day with the arrangement.</source>
        <translation>请对照放假通知核对日期。</translation>
    </message>
    <message>
        <source>Copy it to ask again.</source>
        <translation>如需再次调研，请复制一份。</translation>
    </message>
    <message>
        <source>Copy the folder “attachments” back from the newest backup.</source>
        <translation>请从最近的备份中恢复 attachments 文件夹。</translation>
    </message>
    <message>
        <source>Copy the survey to ask in another way.</source>
        <translation>如需另行调研，请复制一份再改。</translation>
    </message>
    <message>
        <source>Correct one of the two days.</source>
        <translation>请改正其中一个日期。</translation>
    </message>
    <message>
        <source>Correct that one, or check the number.</source>
        <translation>请更正原答卷，或核对编号。</translation>
    </message>
    <message>
        <source>Correct the mapping.</source>
        <translation>请更正对应关系。</translation>
    </message>
    <message>
        <source>Correct the name, or add the person first.</source>
        <translation>请更正姓名，或先添加此人。</translation>
    </message>
    <message>
        <source>Correct those, or check whose form it is.</source>
        <translation>请更正原答卷，或核对这份是谁的。</translation>
    </message>
    <message>
        <source>Delete what stands far off the table, save, and choose the file again.</source>
        <translation>请删去远离表格的内容，保存后重新选择文件。</translation>
    </message>
    <message>
        <source>Deleting for good takes an administrator and a branch head together.</source>
        <translation>彻底删除须由系统管理员与网点负责人共同办理。</translation>
    </message>
    <message>
        <source>Do not delete anything. Bring the newest verified backup back; without one, call the technician.</source>
        <translation>请勿删除任何文件。请恢复最新一份已校验的备份；没有备份时请联系技术人员。</translation>
    </message>
    <message>
        <source>Do not delete anything. Copy the key file back from the newest backup.</source>
        <translation>不要删除任何文件，请从最新备份中把密钥文件拷回来。</translation>
    </message>
    <message>
        <source>Do not delete anything. If files were copied by hand, copy database and journal again, from one place and together.</source>
        <translation>不要删除任何文件。如果是手工拷贝的，请从同一处把数据库和日志文件一起重新拷贝。</translation>
    </message>
    <message>
        <source>Do not delete anything. Put database and key file of one vault together.</source>
        <translation>不要删除任何文件，请把同一个档案库的数据库和密钥文件放在一起。</translation>
    </message>
    <message>
        <source>Do not delete anything. Show this message to the branch&apos;s technician.</source>
        <translation>不要删除任何文件，请把这条提示给技术人员看。</translation>
    </message>
    <message>
        <source>Do the opposite instead.</source>
        <translation>请用相反的操作改回来。</translation>
    </message>
    <message>
        <source>Documents of the vault are missing or damaged: {count}.</source>
        <translation>档案库中有 {count} 个附件缺失或损坏。</translation>
    </message>
    <message>
        <source>Documents that the backup lacks or holds damaged: {count}.</source>
        <translation>备份中缺失或损坏的附件：{count} 个。</translation>
    </message>
    <message>
        <source>Enter a number of GB from {least} to {most}.</source>
        <translation>请输入 {least} 至 {most} 之间的 GB 数。</translation>
    </message>
    <message>
        <source>Enter a whole number in between.</source>
        <translation>请输入其间的整数。</translation>
    </message>
    <message>
        <source>Enter only what the branch counts itself.</source>
        <translation>只有自定指标需要填报。</translation>
    </message>
    <message>
        <source>Enter the answers alone.</source>
        <translation>请只录入答案。</translation>
    </message>
    <message>
        <source>Entry {number} is missing.</source>
        <translation>缺少第 {number} 条记录。</translation>
    </message>
    <message>
        <source>Entry {number} is not the one that this computer remembers.</source>
        <translation>第 {number} 条记录与本机记得的不一致。</translation>
    </message>
    <message>
        <source>Entry {number} lacks a change.</source>
        <translation>第 {number} 条记录少了一处改动。</translation>
    </message>
    <message>
        <source>Entry {number} of the audit trail is no import.</source>
        <translation>审计记录第 {number} 条不是导入。</translation>
    </message>
    <message>
        <source>Entry {number} of the audit trail is not there, or no longer whole.</source>
        <translation>审计记录第 {number} 条不存在，或已不完整。</translation>
    </message>
    <message>
        <source>Entry {number} was altered.</source>
        <translation>第 {number} 条记录被篡改。</translation>
    </message>
    <message>
        <source>Entry {number}: change {position} was altered.</source>
        <translation>第 {number} 条记录的第 {position} 处改动被篡改。</translation>
    </message>
    <message>
        <source>Entry {number}: change {position} was emptied, and nothing says by whom.</source>
        <translation>第 {number} 条记录的第 {position} 处改动被清空，且没有清空的记录。</translation>
    </message>
    <message>
        <source>Everything else in it is sound.</source>
        <translation>其余内容完好。</translation>
    </message>
    <message>
        <source>Everything else was brought back.</source>
        <translation>其余内容均已恢复。</translation>
    </message>
    <message>
        <source>Everything saved is there.</source>
        <translation>已保存的内容都在。</translation>
    </message>
    <message>
        <source>Export fewer days, one kind or one manager&apos;s customers.</source>
        <translation>请缩短日期范围，或只导出一类事项、一位客户经理的客户。</translation>
    </message>
    <message>
        <source>Export fewer rows, or as CSV.</source>
        <translation>请减少行数，或导出为 CSV。</translation>
    </message>
    <message>
        <source>Export it again, or put the file right.</source>
        <translation>请重新导出，或改正文件。</translation>
    </message>
    <message>
        <source>Export it from its system again, or get a new copy of it.</source>
        <translation>请从原系统重新导出，或重新取得一份。</translation>
    </message>
    <message>
        <source>Files of this kind are not kept here.</source>
        <translation>不支持保存此类文件。</translation>
    </message>
    <message>
        <source>Fill in the whole value.</source>
        <translation>请填写完整内容。</translation>
    </message>
    <message>
        <source>Fill it in.</source>
        <translation>请填写。</translation>
    </message>
    <message>
        <source>Format the column as text and fill in the number anew.</source>
        <translation>请将该列设为文本格式，重新填写号码。</translation>
    </message>
    <message>
        <source>From row {row} on the file is not text in UTF-8, UTF-16 or GB18030, or it is damaged.</source>
        <translation>从第 {row} 行起，文件不是 UTF-8、UTF-16 或 GB18030 文本，或者已损坏。</translation>
    </message>
    <message>
        <source>Give a number from 0 to {most}.</source>
        <translation>请填写 0 至 {most} 的数。</translation>
    </message>
    <message>
        <source>Give each its own code.</source>
        <translation>请各用各的代号。</translation>
    </message>
    <message>
        <source>Give each its own key.</source>
        <translation>请各用各的代号。</translation>
    </message>
    <message>
        <source>Give exactly one of the three.</source>
        <translation>三者只填一项。</translation>
    </message>
    <message>
        <source>Give exactly one of the two.</source>
        <translation>两者请填且只填一项。</translation>
    </message>
    <message>
        <source>Give it a plain name, such as 合同.pdf, and add it again.</source>
        <translation>请改用普通文件名（如 合同.pdf）后重新添加。</translation>
    </message>
    <message>
        <source>Give it from the drive or the share on, e.g. E:\rmdesk.</source>
        <translation>请从盘符或共享名写起，例如 E:\rmdesk。</translation>
    </message>
    <message>
        <source>Give it one, or leave the group out.</source>
        <translation>请加上条件，或去掉这个组。</translation>
    </message>
    <message>
        <source>Give it two options or more, or the rows to rate.</source>
        <translation>请至少写两个选项，或写上要评价的各行。</translation>
    </message>
    <message>
        <source>Give its name and --out FILE.pdf; report --list says which there are.</source>
        <translation>请写报表名称和 --out FILE.pdf；report --list 列出有哪些报表。</translation>
    </message>
    <message>
        <source>Give the earlier year first.</source>
        <translation>请先写较早的年份。</translation>
    </message>
    <message>
        <source>Give the name with --user NAME before the command.</source>
        <translation>请在命令前用 --user NAME 写明姓名。</translation>
    </message>
    <message>
        <source>Give the part to somebody else.</source>
        <translation>请分配给其他人。</translation>
    </message>
    <message>
        <source>Give the reason, or check the amount.</source>
        <translation>请填写原因，或核对金额。</translation>
    </message>
    <message>
        <source>Give the size of the sample, or ask everybody.</source>
        <translation>请填写样本量，或改为调研全部客户。</translation>
    </message>
    <message>
        <source>Group {group} holds a character that no recovery code has.</source>
        <translation>第 {group} 组里有恢复码不会出现的字符。</translation>
    </message>
    <message>
        <source>Groups lie inside each other more than {most} deep.</source>
        <translation>条件组嵌套超过 {most} 层。</translation>
    </message>
    <message>
        <source>Have somebody bring it back who was among the staff then.</source>
        <translation>请由当时已有账户的管理员恢复。</translation>
    </message>
    <message>
        <source>Have the folder made writable; until then an old copy would not be noticed.</source>
        <translation>请把该文件夹改为可写；在此之前，档案库被换成旧的也发现不了。</translation>
    </message>
    <message>
        <source>Have the other one agree with their password.</source>
        <translation>请另一位输入密码确认。</translation>
    </message>
    <message>
        <source>If that cannot be, set the clock right: what is due goes by it.</source>
        <translation>如果不符，请校准系统日期：今日事项按它推算。</translation>
    </message>
    <message>
        <source>If the rows are in a hidden sheet, choose it by its name.</source>
        <translation>如果数据在隐藏的工作表里，请按名称选择它。</translation>
    </message>
    <message>
        <source>If they copied the vault before, their password still opens that copy: collect their copies.</source>
        <translation>如本人此前拷贝过档案库，用原密码仍能打开那份拷贝，请收回。</translation>
    </message>
    <message>
        <source>If this happens again, have the disk checked.</source>
        <translation>如果再次出现，请检查硬盘。</translation>
    </message>
    <message>
        <source>If you expected otherwise, tell an administrator.</source>
        <translation>如果情况不符，请告诉系统管理员。</translation>
    </message>
    <message>
        <source>Import into the branch&apos;s own vault.</source>
        <translation>请导入到本网点自己的档案库。</translation>
    </message>
    <message>
        <source>In an anonymous survey at least {least} customers are marked as having answered at once, so that nobody can tell whose form came when.</source>
        <translation>匿名调研一次至少标记 {least} 位客户已回答，以免看出哪份答卷是谁的。</translation>
    </message>
    <message>
        <source>In the backup {name} you are not among the staff yet, so you could not sign in to it.</source>
        <translation>备份 {name} 中还没有您的账户，恢复后您将无法登录。</translation>
    </message>
    <message>
        <source>Install the newer version on this computer.</source>
        <translation>请在这台电脑上安装新版本。</translation>
    </message>
    <message>
        <source>Interrupted.</source>
        <translation>已中断。</translation>
    </message>
    <message>
        <source>It asks for: {known}.</source>
        <translation>它的参数有：{known}。</translation>
    </message>
    <message>
        <source>It is not said how many customers are drawn.</source>
        <translation>没有填写样本量。</translation>
    </message>
    <message>
        <source>It may be: {known}.</source>
        <translation>可以是：{known}。</translation>
    </message>
    <message>
        <source>Its copy was sound and has been used.</source>
        <translation>副本完好，已用副本恢复。</translation>
    </message>
    <message>
        <source>Its database is sound and opens with the vault&apos;s own key file.</source>
        <translation>其数据库完好，可用档案库自己的密钥文件打开。</translation>
    </message>
    <message>
        <source>Jumps lead forwards only, so that everybody comes to the end.</source>
        <translation>跳转只能向后，这样每个人都能答完。</translation>
    </message>
    <message>
        <source>Leave each day in one line only.</source>
        <translation>每一天只保留在一行里。</translation>
    </message>
    <message>
        <source>Leave it out and add it again to read it.</source>
        <translation>如需读取，请移除后重新添加。</translation>
    </message>
    <message>
        <source>Leave it out, and better delete it from the file.</source>
        <translation>请不要导入这一列，最好也从文件中删除。</translation>
    </message>
    <message>
        <source>Leave it out.</source>
        <translation>请不要录入。</translation>
    </message>
    <message>
        <source>Leave out what is not needed, or divide it into several files.</source>
        <translation>请删去不需要的内容，或拆成几个文件。</translation>
    </message>
    <message>
        <source>Leave some out, or make two segments of it.</source>
        <translation>请减少条件，或拆成两个客群。</translation>
    </message>
    <message>
        <source>Let the smallest be below the largest.</source>
        <translation>最小值应小于最大值。</translation>
    </message>
    <message>
        <source>Line {row} of the file is longer than any row of a table.</source>
        <translation>文件第 {row} 行过长，不像表格的一行。</translation>
    </message>
    <message>
        <source>Load the list again.</source>
        <translation>请刷新列表。</translation>
    </message>
    <message>
        <source>Look at it again, so that what you see is what is imported.</source>
        <translation>请重新读取，确保看到的就是要导入的内容。</translation>
    </message>
    <message>
        <source>Look at the form and correct the answer.</source>
        <translation>请核对答卷并更正。</translation>
    </message>
    <message>
        <source>Look at the list again.</source>
        <translation>请再看一下名单。</translation>
    </message>
    <message>
        <source>Look at the list again; somebody may have been there before.</source>
        <translation>请刷新列表，可能已有人处理。</translation>
    </message>
    <message>
        <source>Look at the list of backups.</source>
        <translation>请查看备份列表。</translation>
    </message>
    <message>
        <source>Look at the list of staff and repeat the change if it is missing.</source>
        <translation>请查看员工名单，如未生效请重做。</translation>
    </message>
    <message>
        <source>Look at the list of staff, and reset the passwords that were changed.</source>
        <translation>请查看员工名单，并重置改过的密码。</translation>
    </message>
    <message>
        <source>Look at the present state and make your change again.</source>
        <translation>请查看最新内容后重新修改。</translation>
    </message>
    <message>
        <source>Look at this row: quotation marks may be missing or left over.</source>
        <translation>请查看这一行，可能缺少或多出了引号。</translation>
    </message>
    <message>
        <source>Look for the newer copy first. If an old copy was put back on purpose, it can be opened all the same; that is recorded.</source>
        <translation>请先找较新的那一份。如果是有意换回旧的，也可以打开，系统会记录在案。</translation>
    </message>
    <message>
        <source>Look for the sheet printed last for this vault.</source>
        <translation>请找这个档案库最近打印的恢复码单。</translation>
    </message>
    <message>
        <source>Look for them in another backup.</source>
        <translation>请在其他备份中查找。</translation>
    </message>
    <message>
        <source>Look up its number in the list of imports.</source>
        <translation>请在导入列表中查找编号。</translation>
    </message>
    <message>
        <source>Look whether it is there and whether another program holds it.</source>
        <translation>请看文件是否还在、是否被其他程序占用。</translation>
    </message>
    <message>
        <source>Look whether it was moved; otherwise copy it back from the newest backup.</source>
        <translation>请看它是否被移走；否则请从最新备份中拷回来。</translation>
    </message>
    <message>
        <source>Make a new backup.</source>
        <translation>请重新备份。</translation>
    </message>
    <message>
        <source>Make a new vault for the demonstration branch.</source>
        <translation>请为示范网点新建档案库。</translation>
    </message>
    <message>
        <source>Make a revision to change something; the signed one stays as it is.</source>
        <translation>如需修改请新建修订版，已签署的版本原样保留。</translation>
    </message>
    <message>
        <source>Make a vault of your own to try backups.</source>
        <translation>如需试用备份，请新建自己的档案库。</translation>
    </message>
    <message>
        <source>Make one of your own, or ask for a shared one.</source>
        <translation>请自己新建，或请有权限的人共享。</translation>
    </message>
    <message>
        <source>Make room on the disk, then check again.</source>
        <translation>请腾出磁盘空间，然后重新检查。</translation>
    </message>
    <message>
        <source>Make room on the disk, then try again.</source>
        <translation>请腾出磁盘空间，然后重试。</translation>
    </message>
    <message>
        <source>Make somebody an administrator first.</source>
        <translation>请先指定一位系统管理员。</translation>
    </message>
    <message>
        <source>Make somebody else an administrator first.</source>
        <translation>请先把系统管理员角色交给另一位员工。</translation>
    </message>
    <message>
        <source>Make the vault again; what was begun is replaced.</source>
        <translation>请重新建立，未完成的部分会被替换。</translation>
    </message>
    <message>
        <source>Making a vault in {path} was interrupted before anything was entered.</source>
        <translation>在 {path} 建立档案库时被中断，尚未录入任何内容。</translation>
    </message>
    <message>
        <source>Manager in charge and stand-in would be the same person.</source>
        <translation>负责人与代管人不能是同一人。</translation>
    </message>
    <message>
        <source>Months are made from a year or a quarter only.</source>
        <translation>只有年度或季度目标可以分解到月。</translation>
    </message>
    <message>
        <source>More than one customer of the archive may be meant.</source>
        <translation>档案中有不止一位客户与之相符。</translation>
    </message>
    <message>
        <source>More than {most} contacts do not fit into one day.</source>
        <translation>一天最多安排 {most} 次联系。</translation>
    </message>
    <message>
        <source>More than {most} events would stand in the file.</source>
        <translation>文件中的事项会超过 {most} 件。</translation>
    </message>
    <message>
        <source>Move it elsewhere to see the demonstration.</source>
        <translation>要看示范网点，请先把它移到别处。</translation>
    </message>
    <message>
        <source>Name and password do not go together.</source>
        <translation>姓名与密码不符。</translation>
    </message>
    <message>
        <source>Neither the rows nor the titles of the file say of which day they are.</source>
        <translation>文件的数据行和标题行都没有说明日期。</translation>
    </message>
    <message>
        <source>No answer leads to question {where}.</source>
        <translation>无论怎样回答都到不了第 {where} 题。</translation>
    </message>
    <message>
        <source>No column of the file was recognised as: {what}.</source>
        <translation>文件中没有找到这一列：{what}。</translation>
    </message>
    <message>
        <source>No file was written.</source>
        <translation>没有写出任何文件。</translation>
    </message>
    <message>
        <source>No new one was made in its place.</source>
        <translation>没有另建新的数据库。</translation>
    </message>
    <message>
        <source>No such customer is in the archive.</source>
        <translation>档案中没有这位客户。</translation>
    </message>
    <message>
        <source>No visible sheet of the file has a row.</source>
        <translation>文件中没有一张可见的工作表有数据行。</translation>
    </message>
    <message>
        <source>Nobody approves or countersigns what is their own: promises, visits, logs.</source>
        <translation>不能审批或复核自己的承诺、拜访计划和日志。</translation>
    </message>
    <message>
        <source>Nobody called “{name}” works in this vault.</source>
        <translation>这个档案库里没有名为“{name}”的员工。</translation>
    </message>
    <message>
        <source>Nobody can disable themselves.</source>
        <translation>不能停用自己。</translation>
    </message>
    <message>
        <source>Nobody is related to themselves.</source>
        <translation>不能与本人建立关系。</translation>
    </message>
    <message>
        <source>Nobody is signed in.</source>
        <translation>尚未登录。</translation>
    </message>
    <message>
        <source>Nobody signs in to this vault as “{name}”.</source>
        <translation>这个档案库里没有名为“{name}”的登录人员。</translation>
    </message>
    <message>
        <source>None of these managers has a portfolio or a result to go by.</source>
        <translation>这些客户经理都没有可依据的管户规模或上期业绩。</translation>
    </message>
    <message>
        <source>Nothing can be written in {path}.</source>
        <translation>{path} 不能写入。</translation>
    </message>
    <message>
        <source>Nothing can be written to {path}.</source>
        <translation>{path} 不能写入。</translation>
    </message>
    <message>
        <source>Nothing is answered on this form.</source>
        <translation>这份答卷一题也没有答。</translation>
    </message>
    <message>
        <source>Nothing is lost.</source>
        <translation>已有内容没有丢失。</translation>
    </message>
    <message>
        <source>Nothing of it is shown.</source>
        <translation>未显示任何内容。</translation>
    </message>
    <message>
        <source>Nothing of it remains.</source>
        <translation>没有留下任何内容。</translation>
    </message>
    <message>
        <source>Nothing of what is proposed was chosen.</source>
        <translation>没有勾选任何一条。</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>未作任何改动。</translation>
    </message>
    <message>
        <source>Of the backup {name} documents are missing or damaged: {count}.</source>
        <translation>备份 {name} 中有 {count} 个附件缺失或损坏。</translation>
    </message>
    <message>
        <source>One of these customers wants no messages.</source>
        <translation>其中有客户不接受短信和微信。</translation>
    </message>
    <message>
        <source>One&apos;s own password is changed, not reset.</source>
        <translation>本人的密码只能修改，不能重置。</translation>
    </message>
    <message>
        <source>Only a closed survey without a signed report can be opened again.</source>
        <translation>只有已结束且报告未签署的调研才能重新开放。</translation>
    </message>
    <message>
        <source>Only a task for a customer that is done can be reported back.</source>
        <translation>只有已办结、且与客户有关的协办事项才能反馈给客户。</translation>
    </message>
    <message>
        <source>Only customers can be exported as cards.</source>
        <translation>只有客户可以导出为名片。</translation>
    </message>
    <message>
        <source>Only drafts can be removed; people were asked by this survey.</source>
        <translation>只能删除草稿，本次调研已经开展。</translation>
    </message>
    <message>
        <source>Only the last days of the year before may stand in a year&apos;s table.</source>
        <translation>一年的安排里只能带上上一年的最后几天。</translation>
    </message>
    <message>
        <source>Only the person who signed in can choose to sign in by the Windows session.</source>
        <translation>凭 Windows 登录解锁只能由登录者本人设置。</translation>
    </message>
    <message>
        <source>Only what lies in the recycle bin can be deleted for good.</source>
        <translation>只有回收站里的内容可以彻底删除。</translation>
    </message>
    <message>
        <source>Open it again first.</source>
        <translation>请先重新打开。</translation>
    </message>
    <message>
        <source>Open it first, or open it again.</source>
        <translation>请先开始调研，或重新开放。</translation>
    </message>
    <message>
        <source>Open it first.</source>
        <translation>请先开始调研。</translation>
    </message>
    <message>
        <source>Open it in a spreadsheet program, save it as .xlsx or CSV, and choose the new file.</source>
        <translation>请用表格软件打开，另存为 .xlsx 或 CSV，再选择新文件。</translation>
    </message>
    <message>
        <source>Open it where it was made, and save it again.</source>
        <translation>请在原来的程序里打开并重新保存。</translation>
    </message>
    <message>
        <source>Open its list and choose whom you mean.</source>
        <translation>请打开名单，选定客户再办。</translation>
    </message>
    <message>
        <source>Order the tiers from the lowest to the highest.</source>
        <translation>请由低到高排列层级。</translation>
    </message>
    <message>
        <source>People have family and friends; an organisation has a legal representative and key persons.</source>
        <translation>亲友关系对个人，法定代表人、关键人对单位。</translation>
    </message>
    <message>
        <source>People were asked already, so “{what}” can no longer be changed.</source>
        <translation>调研已经开始，“{what}”不能再改。</translation>
    </message>
    <message>
        <source>Plan another one.</source>
        <translation>请另行计划一次拜访。</translation>
    </message>
    <message>
        <source>Plan for {following}, or say that this day is meant.</source>
        <translation>请改为 {following}，或确认就是这一天。</translation>
    </message>
    <message>
        <source>Print fewer of them, or export the list as a spreadsheet.</source>
        <translation>请缩小范围再打印，或把名单导出为电子表格。</translation>
    </message>
    <message>
        <source>Put the earlier day first.</source>
        <translation>请把较早的日期放在前面。</translation>
    </message>
    <message>
        <source>Put the expression right.</source>
        <translation>请改正表达式。</translation>
    </message>
    <message>
        <source>Put the present key file back. An administrator can go on with this one; that is recorded.</source>
        <translation>请换回当前的密钥文件。系统管理员也可以继续使用这一份，系统会记录在案。</translation>
    </message>
    <message>
        <source>Put the questionnaire right.</source>
        <translation>请改正问卷。</translation>
    </message>
    <message>
        <source>Question {number} must be answered.</source>
        <translation>第 {number} 题必须回答。</translation>
    </message>
    <message>
        <source>Question {where} has a text that is empty.</source>
        <translation>第 {where} 题有空白文字。</translation>
    </message>
    <message>
        <source>Question {where} has nothing to choose from.</source>
        <translation>第 {where} 题没有可选项。</translation>
    </message>
    <message>
        <source>Quote fewer answers.</source>
        <translation>请少引用几条意见。</translation>
    </message>
    <message>
        <source>Reading the file was cancelled.</source>
        <translation>已取消读取文件。</translation>
    </message>
    <message>
        <source>Record one contact at a time, or use the form of the contact.</source>
        <translation>请一次记一件事，或使用联系记录表单。</translation>
    </message>
    <message>
        <source>Remove the months that are there, or change them one by one.</source>
        <translation>请先删除已有的月度目标，或逐月修改。</translation>
    </message>
    <message>
        <source>Remove this condition, or save the view again without it.</source>
        <translation>请清除该条件，或去掉它后重新保存视图。</translation>
    </message>
    <message>
        <source>Rename the tier instead of removing it, or change that goal first.</source>
        <translation>请改名而不要删除该层级，或先修改那个目标。</translation>
    </message>
    <message>
        <source>Restore the customer first.</source>
        <translation>请先恢复该客户。</translation>
    </message>
    <message>
        <source>Row {row} has more than {most} cells.</source>
        <translation>第 {row} 行超过 {most} 个单元格。</translation>
    </message>
    <message>
        <source>Save a copy without the password and choose that; delete it afterwards.</source>
        <translation>请另存一份不带密码的副本再选择它，用完后删除副本。</translation>
    </message>
    <message>
        <source>Save it again with the encoding UTF-8.</source>
        <translation>请另存为 UTF-8 编码。</translation>
    </message>
    <message>
        <source>Save it under a name of your own.</source>
        <translation>请另存为自己的视图。</translation>
    </message>
    <message>
        <source>Say of each what became of it, then submit the log.</source>
        <translation>请逐项填写后再提交。</translation>
    </message>
    <message>
        <source>Say the date.</source>
        <translation>请指定日期。</translation>
    </message>
    <message>
        <source>Say the same with fewer groups.</source>
        <translation>请减少嵌套层数。</translation>
    </message>
    <message>
        <source>Say what was given or paid.</source>
        <translation>请填写礼品或开支内容。</translation>
    </message>
    <message>
        <source>Say which one it is, or choose another sheet or file.</source>
        <translation>请指定是哪一列，或另选工作表或文件。</translation>
    </message>
    <message>
        <source>Say who, and what happened or is to be done.</source>
        <translation>请写明是谁、发生了什么或要做什么。</translation>
    </message>
    <message>
        <source>Scan it with fewer dots per inch, or add it in parts.</source>
        <translation>请降低扫描分辨率，或分几份添加。</translation>
    </message>
    <message>
        <source>Set the clock right: what is due today goes by it.</source>
        <translation>请先校准系统日期：今日事项按它推算。</translation>
    </message>
    <message>
        <source>Set the condition again.</source>
        <translation>请重新设置条件。</translation>
    </message>
    <message>
        <source>Shorten it.</source>
        <translation>请缩短。</translation>
    </message>
    <message>
        <source>Sign in again with the new password.</source>
        <translation>请用新密码重新登录。</translation>
    </message>
    <message>
        <source>Sign in first.</source>
        <translation>请先登录。</translation>
    </message>
    <message>
        <source>Sign in once: the copy is then made anew.</source>
        <translation>请登录一次，副本会自动重建。</translation>
    </message>
    <message>
        <source>Sign in once: the sound copy is then put in its place.</source>
        <translation>请登录一次，副本会自动替换它。</translation>
    </message>
    <message>
        <source>Sign in to it, or choose another folder for a new vault.</source>
        <translation>请登录该档案库，或另选文件夹新建。</translation>
    </message>
    <message>
        <source>Sign in with your password.</source>
        <translation>请用密码登录。</translation>
    </message>
    <message>
        <source>Sign it first.</source>
        <translation>请先签署。</translation>
    </message>
    <message>
        <source>Somebody called “{name}” signs in already.</source>
        <translation>已有名为“{name}”的员工。</translation>
    </message>
    <message>
        <source>Somebody decided on this promise; it stays in the records.</source>
        <translation>该承诺已有审批意见，须保留在记录中。</translation>
    </message>
    <message>
        <source>Somebody else changed this meanwhile ({table}).</source>
        <translation>其间已被他人修改（{table}）。</translation>
    </message>
    <message>
        <source>Somebody has dealt with this touchpoint already.</source>
        <translation>这件事项已有人处理过。</translation>
    </message>
    <message>
        <source>Somebody has told one of these customers already.</source>
        <translation>其中有客户已由他人告知。</translation>
    </message>
    <message>
        <source>Something unexpected went wrong in rmdesk.</source>
        <translation>rmdesk 出现意外错误。</translation>
    </message>
    <message>
        <source>Split the target evenly or by hand.</source>
        <translation>请平均分解或手工分解。</translation>
    </message>
    <message>
        <source>Such secrets of customers are never kept; leave it out.</source>
        <translation>客户的这类信息一律不得留存，请删去。</translation>
    </message>
    <message>
        <source>Take its condition away.</source>
        <translation>请去掉这个条件。</translation>
    </message>
    <message>
        <source>Take out what stands between &lt; and &gt;, and codes such as &amp;nbsp;.</source>
        <translation>请删去 &lt; 和 &gt; 之间的内容，以及 &amp;nbsp; 之类的代码。</translation>
    </message>
    <message>
        <source>Take this name out of the expression, or put another in its place.</source>
        <translation>请从表达式中去掉这个名称，或换成别的。</translation>
    </message>
    <message>
        <source>Tell them in another way.</source>
        <translation>请改用其他方式告知。</translation>
    </message>
    <message>
        <source>That is no room for backups.</source>
        <translation>备份占用空间的数值无效。</translation>
    </message>
    <message>
        <source>That many customers cannot be invented.</source>
        <translation>不能生成这么多客户。</translation>
    </message>
    <message>
        <source>The Chinese calendar is known from {first} to {last} only.</source>
        <translation>农历只收录 {first} 至 {last}。</translation>
    </message>
    <message>
        <source>The answer does not have the form that this question wants.</source>
        <translation>答案的形式与本题不符。</translation>
    </message>
    <message>
        <source>The answers of {name} to this survey were entered already.</source>
        <translation>{name} 的答卷已经录入过。</translation>
    </message>
    <message>
        <source>The audit trail is not whole: what differs from the record, in all: {count}; the first at entry {number}.</source>
        <translation>审计记录不完整：有 {count} 处与记录不符，首处在第 {number} 条。</translation>
    </message>
    <message>
        <source>The background process ended unexpectedly (status {status}).</source>
        <translation>后台进程意外结束（状态 {status}）。</translation>
    </message>
    <message>
        <source>The backup could not be copied to the second folder {path}.</source>
        <translation>备份未能复制到第二个文件夹 {path}。</translation>
    </message>
    <message>
        <source>The backup in the vault&apos;s own folder was made and verified.</source>
        <translation>档案库文件夹内的备份已完成并通过校验。</translation>
    </message>
    <message>
        <source>The backup was made; it holds everything else.</source>
        <translation>备份已完成，包含其余全部内容。</translation>
    </message>
    <message>
        <source>The backup {name} is damaged.</source>
        <translation>备份 {name} 已损坏。</translation>
    </message>
    <message>
        <source>The backup {name} is one of another vault.</source>
        <translation>备份 {name} 属于另一个档案库。</translation>
    </message>
    <message>
        <source>The birthday is not the one of the identity number; the file&apos;s was kept.</source>
        <translation>生日与身份证号码不一致；已保留文件中的生日。</translation>
    </message>
    <message>
        <source>The column “{heading}” holds secrets of customers, which are never kept.</source>
        <translation>“{heading}”一列是客户的密码类信息，一律不予保存。</translation>
    </message>
    <message>
        <source>The completion of this item is filled in already.</source>
        <translation>这一项的完成情况已经填写。</translation>
    </message>
    <message>
        <source>The conditions are too long to be kept.</source>
        <translation>条件过长，无法保存。</translation>
    </message>
    <message>
        <source>The copy of the key file, {path}, is missing or not the same as the key file.</source>
        <translation>密钥文件的副本 {path} 缺失，或与密钥文件不一致。</translation>
    </message>
    <message>
        <source>The copy {path} did not pass its check and was removed.</source>
        <translation>副本 {path} 未通过检查，已删除。</translation>
    </message>
    <message>
        <source>The customer belongs to another manager.</source>
        <translation>该客户由其他客户经理管理。</translation>
    </message>
    <message>
        <source>The customer has this document already.</source>
        <translation>该客户已有这份证件。</translation>
    </message>
    <message>
        <source>The customer has this holding already.</source>
        <translation>该客户已有这笔产品。</translation>
    </message>
    <message>
        <source>The customer has this number already.</source>
        <translation>该客户已有这个号码。</translation>
    </message>
    <message>
        <source>The database {path} belongs to another vault than the key file.</source>
        <translation>数据库 {path} 与密钥文件不属于同一个档案库。</translation>
    </message>
    <message>
        <source>The database {path} is damaged.</source>
        <translation>数据库 {path} 已损坏。</translation>
    </message>
    <message>
        <source>The database {path} is empty; its contents were lost outside rmdesk.</source>
        <translation>数据库 {path} 是空的，内容在 rmdesk 之外丢失。</translation>
    </message>
    <message>
        <source>The database {path} is missing, though its key file is there.</source>
        <translation>缺少数据库 {path}，而密钥文件还在。</translation>
    </message>
    <message>
        <source>The database {path} was made by another program.</source>
        <translation>数据库 {path} 由其他程序生成。</translation>
    </message>
    <message>
        <source>The date of birth in this identity number does not exist.</source>
        <translation>身份证号中的出生日期不存在。</translation>
    </message>
    <message>
        <source>The date of birth in this identity number has not come yet.</source>
        <translation>身份证号中的出生日期还没有到。</translation>
    </message>
    <message>
        <source>The demonstration is made anew at will; it has no backups.</source>
        <translation>示范档案库可随时重新生成，不做备份。</translation>
    </message>
    <message>
        <source>The disk that holds {path} does not answer properly.</source>
        <translation>{path} 所在的磁盘响应异常。</translation>
    </message>
    <message>
        <source>The disk that holds {path} is full.</source>
        <translation>{path} 所在的磁盘已满。</translation>
    </message>
    <message>
        <source>The encrypted copy that is checked could not be made in {path}.</source>
        <translation>无法在 {path} 生成检查用的加密副本。</translation>
    </message>
    <message>
        <source>The encrypted file of this document is damaged or was exchanged.</source>
        <translation>该附件的加密文件已损坏或被替换。</translation>
    </message>
    <message>
        <source>The encrypted file of this document is missing in the vault folder.</source>
        <translation>档案库文件夹中缺少该附件的加密文件。</translation>
    </message>
    <message>
        <source>The expression has more than {most} conditions.</source>
        <translation>表达式的条件超过 {most} 个。</translation>
    </message>
    <message>
        <source>The expression is not JSON; the fault stands near line {line}.</source>
        <translation>表达式不是有效的 JSON，错误在第 {line} 行附近。</translation>
    </message>
    <message>
        <source>The field “{field}” has no value on this occasion.</source>
        <translation>字段“{field}”在这一场合没有内容可填。</translation>
    </message>
    <message>
        <source>The file could not be written ({path}: {reason}).</source>
        <translation>无法写入文件（{path}：{reason}）。</translation>
    </message>
    <message>
        <source>The file has more than {most} rows: it is no arrangement of holidays.</source>
        <translation>文件超过 {most} 行，不是节假日安排表。</translation>
    </message>
    <message>
        <source>The file has no sheet “{sheet}”.</source>
        <translation>文件中没有工作表“{sheet}”。</translation>
    </message>
    <message>
        <source>The file has {megabytes} MB; at most {most} MB are read.</source>
        <translation>文件有 {megabytes} MB，最多读取 {most} MB。</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>文件是空的。</translation>
    </message>
    <message>
        <source>The file is larger than {most} MB.</source>
        <translation>文件超过 {most} MB。</translation>
    </message>
    <message>
        <source>The file {path} cannot be read.</source>
        <translation>无法读取文件 {path}。</translation>
    </message>
    <message>
        <source>The file {path} cannot be read: {reason}.</source>
        <translation>无法读取文件 {path}：{reason}。</translation>
    </message>
    <message>
        <source>The file {path} cannot be written: {reason}.</source>
        <translation>无法写入文件 {path}：{reason}。</translation>
    </message>
    <message>
        <source>The file {path} could not be written: {reason}.</source>
        <translation>无法写入文件 {path}：{reason}。</translation>
    </message>
    <message>
        <source>The file {path} is an unencrypted database, not this vault&apos;s.</source>
        <translation>文件 {path} 是未加密的数据库，不属于这个档案库。</translation>
    </message>
    <message>
        <source>The file {path} is larger than {most} bytes; it should hold one line.</source>
        <translation>文件 {path} 超过 {most} 字节；其中应只有一行。</translation>
    </message>
    <message>
        <source>The file {path} is not written in UTF-8.</source>
        <translation>文件 {path} 不是 UTF-8 编码。</translation>
    </message>
    <message>
        <source>The file “{name}” was changed since it was looked at.</source>
        <translation>文件“{name}”在读取之后有改动。</translation>
    </message>
    <message>
        <source>The first line of {path} is empty.</source>
        <translation>{path} 的第一行是空的。</translation>
    </message>
    <message>
        <source>The form with the number {number} was entered already.</source>
        <translation>编号 {number} 的答卷已经录入过。</translation>
    </message>
    <message>
        <source>The gender is not the one of the identity number; the file&apos;s was kept.</source>
        <translation>性别与身份证号码不一致；已保留文件中的性别。</translation>
    </message>
    <message>
        <source>The goal has no targets yet that months could share.</source>
        <translation>这个目标还没有可分解的指标。</translation>
    </message>
    <message>
        <source>The goal of a year, quarter or month keeps its period.</source>
        <translation>年、季、月目标的期间不能更改。</translation>
    </message>
    <message>
        <source>The group at {where} of the expression holds no condition.</source>
        <translation>表达式 {where} 处的条件组是空的。</translation>
    </message>
    <message>
        <source>The holding would mature before it starts.</source>
        <translation>到期日早于起始日。</translation>
    </message>
    <message>
        <source>The item stands on that day already.</source>
        <translation>这一项本来就在那一天。</translation>
    </message>
    <message>
        <source>The journal beside the database {path} does not belong to it.</source>
        <translation>数据库 {path} 旁边的日志文件不属于它。</translation>
    </message>
    <message>
        <source>The key file asks for a password check of {memory_mib} MiB and {passes} passes. It was not written by rmdesk.</source>
        <translation>密钥文件要求的密码校验为 {memory_mib} MiB、{passes} 轮，不是 rmdesk 写入的。</translation>
    </message>
    <message>
        <source>The key file beside the backup {name} is missing, damaged or of another vault.</source>
        <translation>备份 {name} 旁的密钥文件缺失、损坏，或属于另一个档案库。</translation>
    </message>
    <message>
        <source>The key file holds a way in for “{name}” that nobody of this vault made.</source>
        <translation>密钥文件里有“{name}”的登录凭据，但不是由这个档案库的人设置的。</translation>
    </message>
    <message>
        <source>The key file is an old copy, {behind} changes behind the database: it may bring back old passwords.</source>
        <translation>密钥文件是旧的，比数据库少 {behind} 次变更，旧密码可能因此重新有效。</translation>
    </message>
    <message>
        <source>The key file is an old copy, {behind} changes behind: it may have brought back old passwords.</source>
        <translation>密钥文件是旧的，少了 {behind} 次变更，旧密码可能因此重新有效。</translation>
    </message>
    <message>
        <source>The key file lets “{name}” in, but the vault knows nobody of this name.</source>
        <translation>密钥文件里有“{name}”，但档案库里没有这个人。</translation>
    </message>
    <message>
        <source>The key file was changed by something other than rmdesk.</source>
        <translation>密钥文件被 rmdesk 以外的程序改动过。</translation>
    </message>
    <message>
        <source>The key file was damaged or missing.</source>
        <translation>密钥文件损坏或缺失。</translation>
    </message>
    <message>
        <source>The key file {path} could not be written.</source>
        <translation>无法写入密钥文件 {path}。</translation>
    </message>
    <message>
        <source>The key file {path} is damaged, and so is its copy.</source>
        <translation>密钥文件 {path} 及其副本都已损坏。</translation>
    </message>
    <message>
        <source>The key file {path} is damaged; its copy beside it is sound.</source>
        <translation>密钥文件 {path} 已损坏，旁边的副本完好。</translation>
    </message>
    <message>
        <source>The key file {path} is missing. Without it nobody can open the database.</source>
        <translation>缺少密钥文件 {path}，没有它谁也打不开数据库。</translation>
    </message>
    <message>
        <source>The last change of passwords or staff was interrupted.</source>
        <translation>上一次修改密码或员工时被中断。</translation>
    </message>
    <message>
        <source>The last day lies before the first.</source>
        <translation>结束日期早于开始日期。</translation>
    </message>
    <message>
        <source>The last digit of this identity number does not fit the others.</source>
        <translation>身份证号校验位不符。</translation>
    </message>
    <message>
        <source>The line may mean several customers.</source>
        <translation>这句话可能指几位客户。</translation>
    </message>
    <message>
        <source>The line names nobody in the archive.</source>
        <translation>这句话里没有档案中的客户。</translation>
    </message>
    <message>
        <source>The list cannot be sorted by “{sort}”.</source>
        <translation>列表不能按“{sort}”排序。</translation>
    </message>
    <message>
        <source>The list knows no condition on “{trait}”.</source>
        <translation>列表没有“{trait}”这一条件。</translation>
    </message>
    <message>
        <source>The log of {day} does not wait to be countersigned.</source>
        <translation>{day} 的日志不在待复核之列。</translation>
    </message>
    <message>
        <source>The log of {day} is not submitted yet.</source>
        <translation>{day} 的日志还没有提交。</translation>
    </message>
    <message>
        <source>The log of {day} was submitted already.</source>
        <translation>{day} 的日志已经提交过。</translation>
    </message>
    <message>
        <source>The log of {day} was submitted and is not changed any more.</source>
        <translation>{day} 的日志已提交，不再改动。</translation>
    </message>
    <message>
        <source>The lowest tier, “{name}”, must begin at 0, so that all find a place.</source>
        <translation>最低层级“{name}”应从 0 起，确保每位客户都有层级。</translation>
    </message>
    <message>
        <source>The mapping names “{name}”, who manages no customers here.</source>
        <translation>对应关系中的“{name}”在本网点不管理客户。</translation>
    </message>
    <message>
        <source>The members of “{name}” were fixed today already.</source>
        <translation>“{name}”的名单今天已固定过。</translation>
    </message>
    <message>
        <source>The name is hidden by asterisks, and no customer of the archive has this number or document.</source>
        <translation>姓名被星号（*）隐去，且档案中没有该客户号或证件对应的客户。</translation>
    </message>
    <message>
        <source>The new password has fewer than {shortest} characters.</source>
        <translation>新密码不足 {shortest} 个字符。</translation>
    </message>
    <message>
        <source>The new password is the name itself or one character repeated.</source>
        <translation>新密码就是姓名，或只是同一个字符的重复。</translation>
    </message>
    <message>
        <source>The new password is the old one.</source>
        <translation>新密码与旧密码相同。</translation>
    </message>
    <message>
        <source>The new vault could not be written in {path}.</source>
        <translation>无法在 {path} 写入新档案库。</translation>
    </message>
    <message>
        <source>The one-use password given to you was used on {at}. If that was not you, tell an administrator.</source>
        <translation>发放的一次性密码已于 {at} 使用。如非本人操作，请告诉系统管理员。</translation>
    </message>
    <message>
        <source>The password of “{name}” was changed or taken away a moment ago.</source>
        <translation>“{name}”的密码刚刚被修改或取消。</translation>
    </message>
    <message>
        <source>The path of this folder is too long for a database: {path}</source>
        <translation>文件夹路径太长，不能存放数据库：{path}。</translation>
    </message>
    <message>
        <source>The period ends before it begins.</source>
        <translation>结束日早于开始日。</translation>
    </message>
    <message>
        <source>The printer did not take the pages.</source>
        <translation>打印机没有接收页面。</translation>
    </message>
    <message>
        <source>The promise would be due before it was made.</source>
        <translation>承诺的到期日早于承诺日。</translation>
    </message>
    <message>
        <source>The questionnaire has more than {most} parts in one place.</source>
        <translation>问卷中同一处超过 {most} 项。</translation>
    </message>
    <message>
        <source>The questionnaire is longer than {most} thousand characters.</source>
        <translation>问卷超过 {most} 千字。</translation>
    </message>
    <message>
        <source>The questionnaire is not JSON; the fault stands near line {line}.</source>
        <translation>问卷文件不是 JSON，错误在第 {line} 行附近。</translation>
    </message>
    <message>
        <source>The recovery code is not typed as it was printed.</source>
        <translation>恢复码与打印的不一致。</translation>
    </message>
    <message>
        <source>The recovery code was used on {at} to give {by} a new password. A new code was made.</source>
        <translation>{at} 有人用恢复码为 {by} 设了新密码，并已生成新的恢复码。</translation>
    </message>
    <message>
        <source>The report cannot be made without this: {what}.</source>
        <translation>缺少“{what}”，无法生成报表。</translation>
    </message>
    <message>
        <source>The report is too large to be kept.</source>
        <translation>报告太大，无法保存。</translation>
    </message>
    <message>
        <source>The report of this survey was signed.</source>
        <translation>本次调研的报告已经签署。</translation>
    </message>
    <message>
        <source>The roles are: {known}.</source>
        <translation>可用的角色：{known}。</translation>
    </message>
    <message>
        <source>The same option was given twice.</source>
        <translation>同一个选项填了两次。</translation>
    </message>
    <message>
        <source>The saved mapping cannot be used; place: “{place}”.</source>
        <translation>保存的对应关系无法使用，位置：“{place}”。</translation>
    </message>
    <message>
        <source>The second folder for backups needs its whole path.</source>
        <translation>备份的第二个文件夹须填写完整路径。</translation>
    </message>
    <message>
        <source>The segment that the list is narrowed down by is not there any more.</source>
        <translation>用来筛选列表的客群已不存在。</translation>
    </message>
    <message>
        <source>The smallest and largest of question {where} do not fit together.</source>
        <translation>第 {where} 题的最小值和最大值不合理。</translation>
    </message>
    <message>
        <source>The survey would end on {last}, before it begins on {first}.</source>
        <translation>结束日期 {last} 早于开始日期 {first}。</translation>
    </message>
    <message>
        <source>The system does not let rmdesk read {path}.</source>
        <translation>系统不允许 rmdesk 读取 {path}。</translation>
    </message>
    <message>
        <source>The system&apos;s keyring does not let rmdesk in.</source>
        <translation>系统凭据库拒绝 rmdesk 访问。</translation>
    </message>
    <message>
        <source>The system&apos;s keyring holds nothing for this vault.</source>
        <translation>系统凭据库里没有这个档案库的凭据。</translation>
    </message>
    <message>
        <source>The table has more than {most} rows.</source>
        <translation>表格超过 {most} 行。</translation>
    </message>
    <message>
        <source>The table of the Chinese calendar has the years {first} to {last}.</source>
        <translation>农历表收录 {first} 年至 {last} 年。</translation>
    </message>
    <message>
        <source>The vault is open already: {program}, process {pid} on {host}, since {since}.</source>
        <translation>档案库已被打开：{program}，电脑 {host}，进程 {pid}，始于 {since}。</translation>
    </message>
    <message>
        <source>The vault remembers entry {number} as the last, but the trail does not end with it.</source>
        <translation>档案库记得最后一条是第 {number} 条，但审计记录并非止于此。</translation>
    </message>
    <message>
        <source>The vault was not touched.</source>
        <translation>档案库未受影响。</translation>
    </message>
    <message>
        <source>The window can lock after {least} to {most} seconds without use.</source>
        <translation>自动锁定的时间应在 {least} 至 {most} 秒之间。</translation>
    </message>
    <message>
        <source>The workbook is damaged or cut off; place: “{where}”.</source>
        <translation>工作簿已损坏或不完整，位置：“{where}”。</translation>
    </message>
    <message>
        <source>The workbook is protected by a password.</source>
        <translation>工作簿设有打开密码。</translation>
    </message>
    <message>
        <source>The workbook unpacks into more than is read; place: “{where}”.</source>
        <translation>工作簿解压后超过可读取的大小，位置：“{where}”。</translation>
    </message>
    <message>
        <source>The years {first} to {last} are the wrong way round.</source>
        <translation>年份 {first} 至 {last} 的先后颠倒了。</translation>
    </message>
    <message>
        <source>Their work stays under their name.</source>
        <translation>其工作记录仍保留在本人名下。</translation>
    </message>
    <message>
        <source>There are no words in the line.</source>
        <translation>这句话里没有文字。</translation>
    </message>
    <message>
        <source>There can be at most {most} tiers.</source>
        <translation>最多 {most} 个层级。</translation>
    </message>
    <message>
        <source>There is a change for entry {number}, but the entry itself is missing.</source>
        <translation>有一处改动属于第 {number} 条记录，但该记录不存在。</translation>
    </message>
    <message>
        <source>There is a cost, but not what for.</source>
        <translation>填写了费用，但没有说明用途。</translation>
    </message>
    <message>
        <source>There is a database {path} already; it is not overwritten.</source>
        <translation>数据库 {path} 已存在，不会覆盖。</translation>
    </message>
    <message>
        <source>There is a figure of this day and basis already.</source>
        <translation>这一天、这一口径的数据已经有了。</translation>
    </message>
    <message>
        <source>There is a file {path} already; it is not overwritten.</source>
        <translation>文件 {path} 已存在，不会覆盖。</translation>
    </message>
    <message>
        <source>There is a goal for {name} already, and the two periods overlap.</source>
        <translation>已有 {name} 的目标，两个期间重叠。</translation>
    </message>
    <message>
        <source>There is a goal for {name} already.</source>
        <translation>已有 {name} 的目标。</translation>
    </message>
    <message>
        <source>There is a goal “{name}” already.</source>
        <translation>已有目标“{name}”。</translation>
    </message>
    <message>
        <source>There is a segment “{name}” already.</source>
        <translation>已有名为“{name}”的客群。</translation>
    </message>
    <message>
        <source>There is a tag “{name}” already.</source>
        <translation>已有标签“{name}”。</translation>
    </message>
    <message>
        <source>There is a theme “{name}” already.</source>
        <translation>已经有主题“{name}”。</translation>
    </message>
    <message>
        <source>There is a vault in {path} already.</source>
        <translation>{path} 里已有档案库。</translation>
    </message>
    <message>
        <source>There is a view “{name}” already.</source>
        <translation>已有视图“{name}”。</translation>
    </message>
    <message>
        <source>There is an organisation “{name}” already.</source>
        <translation>已有名为“{name}”的单位。</translation>
    </message>
    <message>
        <source>There is no backup called {name}.</source>
        <translation>没有名为 {name} 的备份。</translation>
    </message>
    <message>
        <source>There is no column {column}.</source>
        <translation>没有“{column}”这一列。</translation>
    </message>
    <message>
        <source>There is no customer whom this survey is about.</source>
        <translation>调研范围内没有客户。</translation>
    </message>
    <message>
        <source>There is no customer “{number}” among those you may see.</source>
        <translation>在可查看的客户中没有客户号“{number}”。</translation>
    </message>
    <message>
        <source>There is no field called “{field}”.</source>
        <translation>没有名为“{field}”的字段。</translation>
    </message>
    <message>
        <source>There is no field “{field}” for this kind of import.</source>
        <translation>这类导入没有“{field}”字段。</translation>
    </message>
    <message>
        <source>There is no field “{field}” to ask about, or there is none any more.</source>
        <translation>没有“{field}”这个条件项，或已不再使用。</translation>
    </message>
    <message>
        <source>There is no goal for “{period}”.</source>
        <translation>没有“{period}”的目标。</translation>
    </message>
    <message>
        <source>There is no question “{key}” in this survey.</source>
        <translation>本次调研没有题目“{key}”。</translation>
    </message>
    <message>
        <source>There is no report “{name}”.</source>
        <translation>没有报表“{name}”。</translation>
    </message>
    <message>
        <source>There is no role “{role}”.</source>
        <translation>没有角色“{role}”。</translation>
    </message>
    <message>
        <source>There is no segment “{name}”.</source>
        <translation>没有名为“{name}”的客群。</translation>
    </message>
    <message>
        <source>There is no signed report of this survey.</source>
        <translation>本次调研还没有已签署的报告。</translation>
    </message>
    <message>
        <source>There is no vault in {path}.</source>
        <translation>在 {path} 没有找到档案库。</translation>
    </message>
    <message>
        <source>There is nothing to write beside.</source>
        <translation>没有可批注的内容。</translation>
    </message>
    <message>
        <source>There is too much in this view to keep it.</source>
        <translation>视图内容过多，无法保存。</translation>
    </message>
    <message>
        <source>There must be at least one tier.</source>
        <translation>至少要有一个层级。</translation>
    </message>
    <message>
        <source>These are more days than can be looked at together.</source>
        <translation>一次查不了这么多天。</translation>
    </message>
    <message>
        <source>This branch does not let the Windows session open the vault.</source>
        <translation>本网点不允许凭 Windows 登录解锁。</translation>
    </message>
    <message>
        <source>This cannot be undone: {kind}.</source>
        <translation>此操作不能撤销：{kind}。</translation>
    </message>
    <message>
        <source>This cannot be: {what}.</source>
        <translation>“{what}”填写有误。</translation>
    </message>
    <message>
        <source>This command needs a password.</source>
        <translation>这条命令需要密码。</translation>
    </message>
    <message>
        <source>This computer cannot remember how far the vault has come: {path} cannot be written.</source>
        <translation>无法在本机记下档案库的进度：{path} 不能写入。</translation>
    </message>
    <message>
        <source>This computer does not have {memory_mib} MiB of free memory for the password check.</source>
        <translation>密码校验需要 {memory_mib} MiB 空闲内存，这台电脑不够。</translation>
    </message>
    <message>
        <source>This computer has no keyring that rmdesk uses.</source>
        <translation>这台电脑没有 rmdesk 可用的系统凭据库。</translation>
    </message>
    <message>
        <source>This computer&apos;s clock says {today}, but the last entry was made on {last}.</source>
        <translation>电脑日期是 {today}，而最近一次记录在 {last}。</translation>
    </message>
    <message>
        <source>This computer&apos;s clock says {today}; nothing has been entered since {last}.</source>
        <translation>电脑日期是 {today}，自 {last} 起没有任何记录。</translation>
    </message>
    <message>
        <source>This customer lies in the recycle bin.</source>
        <translation>该客户在回收站里。</translation>
    </message>
    <message>
        <source>This entry is no longer there ({table}).</source>
        <translation>该条目已不存在（{table}）。</translation>
    </message>
    <message>
        <source>This goal has a target for that already.</source>
        <translation>这个目标已有该项指标。</translation>
    </message>
    <message>
        <source>This is a demonstration vault: everybody in it is invented.</source>
        <translation>这是示范档案库，其中的人都是虚构的。</translation>
    </message>
    <message>
        <source>This is a link that leads to another file.</source>
        <translation>这是指向其他文件的链接。</translation>
    </message>
    <message>
        <source>This is an older copy of the vault seen on this computer on {since}, in which somebody went on working.</source>
        <translation>这是本机 {since} 所见档案库的旧副本，且有人在其中继续工作过。</translation>
    </message>
    <message>
        <source>This is not a mobile number: those have eleven digits and begin with 13 to 19.</source>
        <translation>手机号不正确：应为 11 位数字，以 13 至 19 开头。</translation>
    </message>
    <message>
        <source>This is not a phone number.</source>
        <translation>电话号码不正确。</translation>
    </message>
    <message>
        <source>This is not a rate.</source>
        <translation>利率无法识别。</translation>
    </message>
    <message>
        <source>This is not a time of day.</source>
        <translation>这不是一个时刻。</translation>
    </message>
    <message>
        <source>This is not a valid unified social credit code.</source>
        <translation>统一社会信用代码不正确。</translation>
    </message>
    <message>
        <source>This is one and the same record.</source>
        <translation>这是同一份档案。</translation>
    </message>
    <message>
        <source>This is recorded.</source>
        <translation>系统已记录在案。</translation>
    </message>
    <message>
        <source>This item was done or moved, and its touchpoint with it.</source>
        <translation>这一项已完成或已改期，对应的维护事项也已处理。</translation>
    </message>
    <message>
        <source>This kind of relation does not go with that other one.</source>
        <translation>关系类别与对方不符。</translation>
    </message>
    <message>
        <source>This notice does not concern all of these customers.</source>
        <translation>所选客户中有人不在该事项的告知范围内。</translation>
    </message>
    <message>
        <source>This notice is closed.</source>
        <translation>该告知事项已结束。</translation>
    </message>
    <message>
        <source>This one stands for many customers.</source>
        <translation>这一件涉及多位客户。</translation>
    </message>
    <message>
        <source>This program reads expressions of version {version} only.</source>
        <translation>本程序只能读取第 {version} 版的表达式。</translation>
    </message>
    <message>
        <source>This program reads questionnaires of version {version} only.</source>
        <translation>本程序只能读取版本 {version} 的问卷。</translation>
    </message>
    <message>
        <source>This promise does not wait for approval any more.</source>
        <translation>该承诺已不在待审批状态。</translation>
    </message>
    <message>
        <source>This promise is settled already.</source>
        <translation>该承诺已办结。</translation>
    </message>
    <message>
        <source>This recovery code is well-formed but does not open this vault; a newer one may have replaced it.</source>
        <translation>恢复码没有输错，但打不开这个档案库，可能已被新的恢复码取代。</translation>
    </message>
    <message>
        <source>This relation is there already.</source>
        <translation>这一关系已经有了。</translation>
    </message>
    <message>
        <source>This report does not ask for “{name}”.</source>
        <translation>这份报表没有“{name}”这一参数。</translation>
    </message>
    <message>
        <source>This segment is another person&apos;s own.</source>
        <translation>这是他人自己的客群。</translation>
    </message>
    <message>
        <source>This setting is either on or off.</source>
        <translation>这项设置只能是开或关。</translation>
    </message>
    <message>
        <source>This survey has ended.</source>
        <translation>本次调研已结束。</translation>
    </message>
    <message>
        <source>This survey has no questions yet.</source>
        <translation>本次调研还没有题目。</translation>
    </message>
    <message>
        <source>This survey is not open, so no answers are taken.</source>
        <translation>本次调研不在进行中，不能录入答卷。</translation>
    </message>
    <message>
        <source>This survey was not opened yet, so there is nothing to count.</source>
        <translation>调研还没有开始，没有可统计的内容。</translation>
    </message>
    <message>
        <source>This survey was opened already.</source>
        <translation>本次调研已经开始。</translation>
    </message>
    <message>
        <source>This task is not open any more.</source>
        <translation>这件协办事项已不是待办状态。</translation>
    </message>
    <message>
        <source>This touchpoint is no longer there.</source>
        <translation>这件事项已不在了。</translation>
    </message>
    <message>
        <source>This vault holds customers; invented ones are not mixed with them.</source>
        <translation>这个档案库里已有客户，不能混入虚构客户。</translation>
    </message>
    <message>
        <source>This vault is new to this computer, so nobody can tell whether it is the newest copy.</source>
        <translation>档案库第一次在这台电脑上打开，无法判断是不是最新的一份。</translation>
    </message>
    <message>
        <source>This vault is older than the one seen on this computer on {since}; entries missing: {missing}.</source>
        <translation>这个档案库比本机 {since} 见过的旧：缺少 {missing} 条记录。</translation>
    </message>
    <message>
        <source>This vault was brought up to version {found} by a newer rmdesk; this one knows {known}.</source>
        <translation>这个档案库已被较新的 rmdesk 升级到版本 {found}；当前程序只支持到版本 {known}。</translation>
    </message>
    <message>
        <source>This vault was written by a newer rmdesk.</source>
        <translation>这个档案库由较新版本的 rmdesk 写入。</translation>
    </message>
    <message>
        <source>This view belongs to somebody else.</source>
        <translation>这个视图是别人的。</translation>
    </message>
    <message>
        <source>This visit does not wait for approval any more.</source>
        <translation>该拜访已不在待审批状态。</translation>
    </message>
    <message>
        <source>This visit has been held or cancelled already.</source>
        <translation>该拜访已完成或已取消。</translation>
    </message>
    <message>
        <source>This was not saved; everything saved before is there.</source>
        <translation>这次没有保存；此前保存的都在。</translation>
    </message>
    <message>
        <source>Tick what is to be recorded.</source>
        <translation>请勾选要记录的内容。</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>请重试。</translation>
    </message>
    <message>
        <source>Try again; if it happens once more, have the disk checked.</source>
        <translation>请重试；如果再次出现，请检查硬盘。</translation>
    </message>
    <message>
        <source>Try again; the log holds what a technician needs, without customer data.</source>
        <translation>请重试；日志里有技术人员需要的信息，不含客户资料。</translation>
    </message>
    <message>
        <source>Two options of question {where} have the same code.</source>
        <translation>第 {where} 题有两个选项代号相同。</translation>
    </message>
    <message>
        <source>Two parts of the questionnaire have the key “{key}”.</source>
        <translation>问卷中有两处代号都是“{key}”。</translation>
    </message>
    <message>
        <source>Two tiers would be called “{name}”.</source>
        <translation>层级名称“{name}”重复。</translation>
    </message>
    <message>
        <source>Type it again by hand.</source>
        <translation>请手工重新输入。</translation>
    </message>
    <message>
        <source>Type it again, or choose another kind of number.</source>
        <translation>请重新填写，或换一种电话类别。</translation>
    </message>
    <message>
        <source>Type it in per cent, like 2.35.</source>
        <translation>请填写百分数，例如 2.35。</translation>
    </message>
    <message>
        <source>Type it like 0571-88886666 or +44 20 7946 0000.</source>
        <translation>请按 0571-88886666 或 +44 20 7946 0000 的格式填写。</translation>
    </message>
    <message>
        <source>Type it like 1.55% or 1.55.</source>
        <translation>请写成 1.55% 或 1.55。</translation>
    </message>
    <message>
        <source>Type it like 12,345.67 or 45万.</source>
        <translation>请按 12,345.67 或 45万 的格式填写。</translation>
    </message>
    <message>
        <source>Type it like 1984-06-03 or 3 Jun.</source>
        <translation>请按 1984-06-03 或 6月3日 的格式填写。</translation>
    </message>
    <message>
        <source>Type it like 9:30 or 14:05.</source>
        <translation>请按 9:30 或 14:05 的格式输入。</translation>
    </message>
    <message>
        <source>Type them like 30, 7, 1.</source>
        <translation>像这样填：30, 7, 1。</translation>
    </message>
    <message>
        <source>Undo that first if it was a mistake.</source>
        <translation>如果处理错了，请先撤销。</translation>
    </message>
    <message>
        <source>Undo that first; then it can be filled in otherwise.</source>
        <translation>请先撤销，再另行填写。</translation>
    </message>
    <message>
        <source>Undo the completion first; then the item can be taken off the plan.</source>
        <translation>请先撤销完成情况，再移出计划。</translation>
    </message>
    <message>
        <source>Use fewer or shorter filters.</source>
        <translation>请减少或精简条件。</translation>
    </message>
    <message>
        <source>Use one that rmdesk saved for this kind of import.</source>
        <translation>请使用 rmdesk 为这类导入保存的对应关系文件。</translation>
    </message>
    <message>
        <source>Use that one, or choose another name.</source>
        <translation>请使用已有主题，或换个名称。</translation>
    </message>
    <message>
        <source>Use what was fixed, or undo it first.</source>
        <translation>请直接使用，或先撤销。</translation>
    </message>
    <message>
        <source>Wait for the approval, or withdraw it.</source>
        <translation>请等待审批，或撤回该承诺。</translation>
    </message>
    <message>
        <source>Wait until more have answered.</source>
        <translation>请等更多客户回答后再标记。</translation>
    </message>
    <message>
        <source>What is done today belongs to the log of today.</source>
        <translation>今天做的事写在今天的日志里。</translation>
    </message>
    <message>
        <source>What is in the file is not what its name says.</source>
        <translation>文件内容与扩展名不符。</translation>
    </message>
    <message>
        <source>What it followed from was changed meanwhile; look at the list again.</source>
        <translation>它的依据刚才有了变动，请重新看一下列表。</translation>
    </message>
    <message>
        <source>What the system&apos;s keyring holds does not open this vault.</source>
        <translation>系统凭据库里的凭据打不开这个档案库。</translation>
    </message>
    <message>
        <source>What was done has been changed again since.</source>
        <translation>该内容之后又有改动，不能撤销。</translation>
    </message>
    <message>
        <source>What was imported is kept.</source>
        <translation>已导入的内容已保存。</translation>
    </message>
    <message>
        <source>What was reached by this measure is computed from the archive.</source>
        <translation>该指标的完成数由客户档案计算得出。</translation>
    </message>
    <message>
        <source>Which report, and where to?</source>
        <translation>要哪份报表，存到哪里？</translation>
    </message>
    <message>
        <source>Who is signing in? Several people can open this vault.</source>
        <translation>这个档案库有多名员工，不知道由谁登录。</translation>
    </message>
    <message>
        <source>Withdraw it instead.</source>
        <translation>可改为撤回。</translation>
    </message>
    <message>
        <source>Work is saved as ever.</source>
        <translation>工作内容照常保存。</translation>
    </message>
    <message>
        <source>Write --param NAME=VALUE.</source>
        <translation>请写成 --param 名称=值。</translation>
    </message>
    <message>
        <source>Write a new one if there is more to tell.</source>
        <translation>如需继续告知，请新建一项。</translation>
    </message>
    <message>
        <source>Write each field in one pair of braces of its own.</source>
        <translation>请把每个字段单独写在一对花括号里。</translation>
    </message>
    <message>
        <source>Write into the log itself; addenda come after it was submitted.</source>
        <translation>请直接写在日志里；提交之后才写补记。</translation>
    </message>
    <message>
        <source>Write it as 2026, 2026-Q3 or 2026-09.</source>
        <translation>请写成 2026、2026-Q3 或 2026-09。</translation>
    </message>
    <message>
        <source>Write it into the first line of a file and give that with --password-file FILE before the command.</source>
        <translation>请把密码写在文件的第一行，并在命令前用 --password-file FILE 指定该文件。</translation>
    </message>
    <message>
        <source>Write some, or take a template.</source>
        <translation>请编写题目，或选用模板。</translation>
    </message>
    <message>
        <source>Write the password or the code into its first line.</source>
        <translation>请把密码或恢复码写在第一行。</translation>
    </message>
    <message>
        <source>Write the period as 2026, 2026-Q3 or 2026-09, or the name of a campaign.</source>
        <translation>请把期间写成 2026、2026-Q3 或 2026-09，或写专项活动名称。</translation>
    </message>
    <message>
        <source>Write the question, its options and rows.</source>
        <translation>请写上题目、选项和各行文字。</translation>
    </message>
    <message>
        <source>Write “version”: {version} at the beginning, or use a newer program.</source>
        <translation>请在开头写明 “version”: {version}，或改用更新的程序。</translation>
    </message>
    <message>
        <source>Write 放假 (off) for days off and 上班 (work) for days that are worked.</source>
        <translation>放假的日子写“放假”，调休上班的日子写“上班”。</translation>
    </message>
    <message>
        <source>Write: duplicates merge NO_A NO_B.</source>
        <translation>写法：duplicates merge 客户号甲 客户号乙。</translation>
    </message>
    <message>
        <source>You signed in with a password that somebody else gave you. Choose your own with `passwd`.</source>
        <translation>本次登录用的是别人给的一次性密码。请用 `passwd` 设置自己的密码。</translation>
    </message>
    <message>
        <source>Your password was reset by {by} on {at}.</source>
        <translation>密码已由 {by} 于 {at} 重置。</translation>
    </message>
    <message>
        <source>Your roles do not permit this: {permission}.</source>
        <translation>当前角色没有此权限：{permission}。</translation>
    </message>
    <message>
        <source>`segment fields` lists the fields, their operators and values.</source>
        <translation>可用的条件项、运算符和取值，用命令 segment fields 查看。</translation>
    </message>
    <message>
        <source>another program</source>
        <translation>其他程序</translation>
    </message>
    <message>
        <source>somebody</source>
        <translation>有人</translation>
    </message>
    <message>
        <source>the command line of rmdesk</source>
        <translation>rmdesk 命令行</translation>
    </message>
    <message>
        <source>the window of rmdesk</source>
        <translation>rmdesk 窗口</translation>
    </message>
    <message>
        <source>{by} refused a promise of yours on {at}. The reason stands on the customer&apos;s page.</source>
        <translation>{by} 于 {at} 驳回了您的一项承诺，原因见客户页面。</translation>
    </message>
    <message>
        <source>{count} customers are too many for paper; it takes {most}.</source>
        <translation>共 {count} 位客户，打印最多 {most} 位。</translation>
    </message>
    <message>
        <source>{count} items have no completion yet.</source>
        <translation>还有 {count} 项没有填写完成情况。</translation>
    </message>
    <message>
        <source>{day} cannot be a day off (“{name}”) and be worked.</source>
        <translation>{day} 不能既放假（“{name}”）又上班。</translation>
    </message>
    <message>
        <source>{day} has not come yet.</source>
        <translation>{day} 还没有到。</translation>
    </message>
    <message>
        <source>{day} is no working day.</source>
        <translation>{day} 不是工作日。</translation>
    </message>
    <message>
        <source>{day} is worked anyway; only Saturdays and Sundays are made up for.</source>
        <translation>{day} 本来就是工作日，只有周六、周日才需要调休上班。</translation>
    </message>
    <message>
        <source>{day} stands in two lines: “{name}” and “{other}”.</source>
        <translation>{day} 出现在两行里：“{name}”和“{other}”。</translation>
    </message>
    <message>
        <source>{field} cannot be compared by “{op}”, only by {known}.</source>
        <translation>{field}不能用“{op}”比较，可用：{known}。</translation>
    </message>
    <message>
        <source>{field}: the value of this condition cannot be compared with.</source>
        <translation>{field}：这个条件的取值无法比较。</translation>
    </message>
    <message>
        <source>{field}: “{name}” is not there, or was deleted.</source>
        <translation>{field}：“{name}”不存在或已被删除。</translation>
    </message>
    <message>
        <source>{name} does not see this customer or keeps no records.</source>
        <translation>{name} 看不到这位客户，或不做联系记录。</translation>
    </message>
    <message>
        <source>{name} has written nothing for {day} yet.</source>
        <translation>{name} 在 {day} 还没有写任何内容。</translation>
    </message>
    <message>
        <source>{name} no longer works here and cannot be given a part.</source>
        <translation>{name}已离岗，不能再分配。</translation>
    </message>
    <message>
        <source>{name} no longer works here; customers still entered under the name are counted.</source>
        <translation>{name}已离岗；仍登记在其名下的客户照样计入。</translation>
    </message>
    <message>
        <source>{path} holds a vault that is not a demonstration.</source>
        <translation>{path} 里的档案库不是示范档案库。</translation>
    </message>
    <message>
        <source>{path} is a file, or lies inside one; a vault is a folder.</source>
        <translation>{path} 是文件或在文件之内；档案库应是文件夹。</translation>
    </message>
    <message>
        <source>{path} is not a key file, or is damaged.</source>
        <translation>{path} 不是密钥文件，或已损坏。</translation>
    </message>
    <message>
        <source>{path} lies on another computer. A vault on a network drive would be damaged in time.</source>
        <translation>{path} 在另一台电脑上。档案库放在网络盘上迟早会损坏。</translation>
    </message>
    <message>
        <source>{table}: a row is there that nobody recorded ({uid}).</source>
        <translation>{table}：多出一行，没有对应的改动记录（{uid}）。</translation>
    </message>
    <message>
        <source>{table}: a row was altered without a record ({uid}).</source>
        <translation>{table}：有一行被改，没有对应的改动记录（{uid}）。</translation>
    </message>
    <message>
        <source>{table}: a row was removed without a record ({uid}).</source>
        <translation>{table}：少了一行，没有对应的改动记录（{uid}）。</translation>
    </message>
    <message>
        <source>{what} is entered for one customer at a time.</source>
        <translation>{what}只能逐位填写，不能批量修改。</translation>
    </message>
    <message>
        <source>{what}: a rate is at most 100%.</source>
        <translation>{what}：利率最高为 100%。</translation>
    </message>
    <message>
        <source>{what}: an address looks like name@example.com.</source>
        <translation>{what}：格式应如 name@example.com。</translation>
    </message>
    <message>
        <source>{what}: an amount has at most two decimals.</source>
        <translation>{what}：金额最多两位小数。</translation>
    </message>
    <message>
        <source>{what}: at most {longest} characters fit.</source>
        <translation>{what}：最多 {longest} 个字符。</translation>
    </message>
    <message>
        <source>{what}: customers cannot be compared with the value of this condition.</source>
        <translation>{what}：条件的值不适用，无法筛选。</translation>
    </message>
    <message>
        <source>{what}: give up to six numbers of days from 0 to {most}.</source>
        <translation>{what}：最多填六个天数，每个在 0 到 {most} 之间。</translation>
    </message>
    <message>
        <source>{what}: it was stored as a number, and the spreadsheet has lost its last digits.</source>
        <translation>{what}：该号码按数字保存，表格软件已丢失末几位。</translation>
    </message>
    <message>
        <source>{what}: lunar {year} has no leap month {month}.</source>
        <translation>{what}：农历 {year} 年没有闰 {month} 月。</translation>
    </message>
    <message>
        <source>{what}: month {month} of lunar {year} has only {length} days.</source>
        <translation>{what}：农历 {year} 年 {month} 月只有 {length} 天。</translation>
    </message>
    <message>
        <source>{what}: more than a trillion yuan cannot be right.</source>
        <translation>{what}：超过一万亿元，应有误。</translation>
    </message>
    <message>
        <source>{what}: nothing was entered.</source>
        <translation>{what}：没有填写。</translation>
    </message>
    <message>
        <source>{what}: only whole numbers from {least} to {most} fit.</source>
        <translation>{what}：应为 {least} 至 {most} 的整数。</translation>
    </message>
    <message>
        <source>{what}: only years from {earliest} to {latest} fit.</source>
        <translation>{what}：年份应在 {earliest} 至 {latest} 之间。</translation>
    </message>
    <message>
        <source>{what}: some of it is hidden by asterisks.</source>
        <translation>{what}：部分内容被星号（*）隐去。</translation>
    </message>
    <message>
        <source>{what}: the row has none.</source>
        <translation>{what}：本行没有填写。</translation>
    </message>
    <message>
        <source>{what}: there are characters in it that nobody can see or type.</source>
        <translation>{what}：含有看不见的特殊字符。</translation>
    </message>
    <message>
        <source>{what}: there is no such day, or it is written in an unknown way.</source>
        <translation>{what}：没有这一天，或写法无法识别。</translation>
    </message>
    <message>
        <source>{what}: there must be {least} to {most} characters, and only such as belong there.</source>
        <translation>{what}：应为 {least} 至 {most} 个字符，且不含无关字符。</translation>
    </message>
    <message>
        <source>{what}: this day has not come yet.</source>
        <translation>{what}：这一天还没有到。</translation>
    </message>
    <message>
        <source>{what}: this is either yes or no.</source>
        <translation>{what}：只能是“是”或“否”。</translation>
    </message>
    <message>
        <source>{what}: this is not a rate.</source>
        <translation>{what}：这不是利率。</translation>
    </message>
    <message>
        <source>{what}: this is not a time of day.</source>
        <translation>{what}：不是有效的时间。</translation>
    </message>
    <message>
        <source>{what}: this is not an amount.</source>
        <translation>{what}：不是有效金额。</translation>
    </message>
    <message>
        <source>{what}: this is not one of the values to choose from.</source>
        <translation>{what}：不在可选范围内。</translation>
    </message>
    <message>
        <source>{what}: this looks like a password or a card&apos;s check value.</source>
        <translation>{what}：看起来像密码或卡背安全码。</translation>
    </message>
    <message>
        <source>“{name}” ({first} to {last}) does not belong to {year}.</source>
        <translation>“{name}”（{first} 至 {last}）不属于 {year} 年。</translation>
    </message>
    <message>
        <source>“{name}” can no longer sign in.</source>
        <translation>“{name}”已不能登录。</translation>
    </message>
    <message>
        <source>“{name}” cannot be in charge of customers.</source>
        <translation>“{name}”不能负责客户。</translation>
    </message>
    <message>
        <source>“{name}” ends before it begins.</source>
        <translation>“{name}”的结束日早于开始日。</translation>
    </message>
    <message>
        <source>“{name}” has no password in this vault.</source>
        <translation>“{name}”在这个档案库里没有密码。</translation>
    </message>
    <message>
        <source>“{name}” is disabled.</source>
        <translation>“{name}”已停用。</translation>
    </message>
    <message>
        <source>“{name}” is not disabled.</source>
        <translation>“{name}”没有停用。</translation>
    </message>
    <message>
        <source>“{name}” is the last administrator; without one nobody could manage staff.</source>
        <translation>“{name}”是最后一位系统管理员；没有系统管理员就无人能管理员工。</translation>
    </message>
    <message>
        <source>“{name}” may no longer sign in to this vault.</source>
        <translation>“{name}”已不能登录这个档案库。</translation>
    </message>
    <message>
        <source>“{name}” must begin at more than “{lower}” does.</source>
        <translation>“{name}”的起点应高于“{lower}”。</translation>
    </message>
    <message>
        <source>“{name}” was changed while the password was being prepared.</source>
        <translation>准备密码期间，“{name}”的资料已被改动。</translation>
    </message>
    <message>
        <source>“{name}” would last {days} days.</source>
        <translation>“{name}”长达 {days} 天。</translation>
    </message>
    <message>
        <source>“{period}” is no year, quarter or month.</source>
        <translation>“{period}”不是年、季或月。</translation>
    </message>
    <message>
        <source>“{setting}” is settled when a vault is made and stays so.</source>
        <translation>“{setting}”在建立档案库时确定，不能更改。</translation>
    </message>
    <message>
        <source>“{typed}” is neither 放假 nor 上班.</source>
        <translation>“{typed}”既不是放假也不是上班。</translation>
    </message>
    <message>
        <source>“{typed}” is no parameter of a report.</source>
        <translation>“{typed}”不是报表参数。</translation>
    </message>
    <message>
        <source>“{value}” is none of the options.</source>
        <translation>“{value}”不是本题的选项。</translation>
    </message>
    <message>
        <source>“{value}” is not a number.</source>
        <translation>“{value}”不是数字。</translation>
    </message>
    <message>
        <source>“{value}” is not a whole number from {least} to {most}.</source>
        <translation>“{value}”不是 {least} 到 {most} 的整数。</translation>
    </message>
    <message>
        <source>A task is not due on a day that has passed.</source>
        <translation>协办事项的到期日不能是已过去的日子。</translation>
    </message>
    <message>
        <source>Give it a day from today on.</source>
        <translation>请填写今天或以后的日子。</translation>
    </message>
    <message>
        <source>“{where}” in the workbook declares entities, which no spreadsheet program writes.</source>
        <translation>工作簿中的“{where}”含有实体声明，正常的表格软件不会这样写。</translation>
    </message>
    <message>
        <source>Begin its next version; the agreed one stays in force until then.</source>
        <translation>请先开始修订；新版审定前，原版仍有效。</translation>
    </message>
    <message>
        <source>The plan, or a sub-plan of it, ends before it begins.</source>
        <translation>计划或其中某个子计划的结束日早于开始日。</translation>
    </message>
    <message>
        <source>A plan lasts {most} days at most.</source>
        <translation>一份计划最长 {most} 天。</translation>
    </message>
    <message>
        <source>Make it shorter, and copy it to the next period when it ends.</source>
        <translation>请缩短期限，到期后再复制到下一期。</translation>
    </message>
    <message>
        <source>The days of “{name}” are not all between {first} and {last}.</source>
        <translation>“{name}”的日期超出了 {first} 至 {last}。</translation>
    </message>
    <message>
        <source>Change its days, or those of the plan.</source>
        <translation>请修改它的日期，或修改计划的日期。</translation>
    </message>
    <message>
        <source>“{name}” asks for {times} contacts with each customer; its working days have room for {most}.</source>
        <translation>“{name}”要求每位客户联系 {times} 次，但其工作日最多只够 {most} 次。</translation>
    </message>
    <message>
        <source>Choose fewer contacts, more days, or less time between two contacts.</source>
        <translation>请减少频次、延长日期，或缩短两次联系的间隔。</translation>
    </message>
    <message>
        <source>The ways of contact are not understood, or do not make up 100 %.</source>
        <translation>联系方式无法识别，或比例合计不是 100%。</translation>
    </message>
    <message>
        <source>Write them with their shares, such as: call 60, visit 40.</source>
        <translation>请连同比例填写，例如：电话60 面访40。</translation>
    </message>
    <message>
        <source>{name} cannot agree to this plan.</source>
        <translation>{name}不能审定这份计划。</translation>
    </message>
    <message>
        <source>Choose somebody else who agrees to plans, and never the manager.</source>
        <translation>请另选有审定权限的人，不能是计划本人。</translation>
    </message>
    <message>
        <source>{name} cannot take over this plan.</source>
        <translation>{name}不能接手这份计划。</translation>
    </message>
    <message>
        <source>Choose somebody who works here and keeps records of contacts.</source>
        <translation>请选择在职且记录客户联系的员工。</translation>
    </message>
    <message>
        <source>The plan was agreed once and stays.</source>
        <translation>计划曾经审定，不能删除。</translation>
    </message>
    <message>
        <source>Evaluate it, which closes it.</source>
        <translation>请做评估，评估后计划即结束。</translation>
    </message>
    <message>
        <source>Sub-plans stand in {most} levels at most.</source>
        <translation>子计划最多 {most} 层。</translation>
    </message>
    <message>
        <source>Put it further out.</source>
        <translation>请放到更外层。</translation>
    </message>
    <message>
        <source>A plan has {most} sub-plans at most.</source>
        <translation>一份计划最多 {most} 个子计划。</translation>
    </message>
    <message>
        <source>Remove some, or begin another plan.</source>
        <translation>请删除一些，或另建计划。</translation>
    </message>
    <message>
        <source>A sub-plan cannot become a part of itself.</source>
        <translation>子计划不能放到它自己下面。</translation>
    </message>
    <message>
        <source>Contacts of this sub-plan were made already, so it stays.</source>
        <translation>这个子计划已有联系完成，不能删除。</translation>
    </message>
    <message>
        <source>Take out the contacts that are still to come instead.</source>
        <translation>可以移出其中尚未进行的联系。</translation>
    </message>
    <message>
        <source>No sub-plan says how often its customers are contacted.</source>
        <translation>还没有子计划填写联系频次。</translation>
    </message>
    <message>
        <source>Enter how often beside a sub-plan first.</source>
        <translation>请先填写子计划的频次。</translation>
    </message>
    <message>
        <source>The plan has no contacts yet.</source>
        <translation>计划还没有生成联系。</translation>
    </message>
    <message>
        <source>Make its contacts first.</source>
        <translation>请先生成联系。</translation>
    </message>
    <message>
        <source>This is the plan of somebody else.</source>
        <translation>这是别人的计划。</translation>
    </message>
    <message>
        <source>Return it with a comment, or copy it for a plan of your own.</source>
        <translation>可以附意见退回，或复制为自己的计划。</translation>
    </message>
    <message>
        <source>Nobody agrees to a plan of their own, or hands it over.</source>
        <translation>不能审定或移交自己的计划。</translation>
    </message>
    <message>
        <source>The plan was submitted and waits for agreement.</source>
        <translation>计划已提交，正在等待审定。</translation>
    </message>
    <message>
        <source>Take it back to go on writing.</source>
        <translation>撤回后可以继续编写。</translation>
    </message>
    <message>
        <source>The plan was agreed.</source>
        <translation>计划已审定。</translation>
    </message>
    <message>
        <source>The plan was evaluated and is closed.</source>
        <translation>计划已评估并结束。</translation>
    </message>
    <message>
        <source>Copy it to the next period to go on.</source>
        <translation>请复制到下一期继续。</translation>
    </message>
    <message>
        <source>The plan does not wait for agreement any more.</source>
        <translation>计划已不在待审定状态。</translation>
    </message>
    <message>
        <source>Look at it again as it is now.</source>
        <translation>请重新查看它现在的内容。</translation>
    </message>
    <message>
        <source>The plan, as it stands, was not agreed yet.</source>
        <translation>计划目前的内容尚未审定。</translation>
    </message>
    <message>
        <source>Submit it first and have it agreed.</source>
        <translation>请先提交并等待审定。</translation>
    </message>
    <message>
        <source>The plan begins on {first} only.</source>
        <translation>计划 {first} 才开始。</translation>
    </message>
    <message>
        <source>Evaluate it once it has run.</source>
        <translation>请在执行之后再评估。</translation>
    </message>
    <message>
        <source>The plan runs from {first} to {last}.</source>
        <translation>计划期为 {first} 至 {last}。</translation>
    </message>
    <message>
        <source>Choose a day in between.</source>
        <translation>请选择期间内的日期。</translation>
    </message>
    <message>
        <source>There is no version {number} of this plan.</source>
        <translation>这份计划没有第 {number} 版。</translation>
    </message>
    <message>
        <source>There is no plan “{plan}” that you may read.</source>
        <translation>没有可查看的计划“{plan}”。</translation>
    </message>
    <message>
        <source>Give its name, or the beginning of its id.</source>
        <translation>请给出名称，或编号开头。</translation>
    </message>
    <message>
        <source>“{plan}” may be any of {count} plans.</source>
        <translation>“{plan}”对应 {count} 份计划。</translation>
    </message>
    <message>
        <source>Give its id.</source>
        <translation>请给出编号。</translation>
    </message>
    <message>
        <source>The segment “{name}” is what the sub-plan “{plan}” is about.</source>
        <translation>子计划“{plan}”正在使用客群“{name}”。</translation>
    </message>
    <message>
        <source>Choose another segment there first.</source>
        <translation>请先在那里另选客群。</translation>
    </message>
    <message>
        <source>{name} was deleted for good since this backup was made, and stays deleted.</source>
        <translation>{name}在此备份之后已彻底删除，不再恢复。</translation>
    </message>
    <message>
        <source>If they are a customer again, add them anew.</source>
        <translation>如再次成为客户，请重新建档。</translation>
    </message>
    <message>
        <source>What is to come back of {name} does not go together with what is there now.</source>
        <translation>{name}要恢复的内容与现有资料冲突。</translation>
    </message>
    <message>
        <source>Take fewer of the fields, or copy by hand what you need.</source>
        <translation>请少选几项，或手工抄录所需内容。</translation>
    </message>
    <message>
        <source>A stand-in looks after a customer, but only the manager in charge, a supervisor or the branch head may delete them.</source>
        <translation>代管人可以维护客户，但只有负责人、客户经理主管或网点负责人可以删除客户。</translation>
    </message>
    <message>
        <source>Ask the manager in charge.</source>
        <translation>请联系该客户的负责人。</translation>
    </message>
    <message>
        <source>Only a supervisor or the branch head may give a customer to another manager.</source>
        <translation>只有客户经理主管或网点负责人可以把客户分配给其他客户经理。</translation>
    </message>
    <message>
        <source>Ask your supervisor.</source>
        <translation>请联系主管。</translation>
    </message>
    <message>
        <source>Only a supervisor or the branch head may add a customer for another manager.</source>
        <translation>只有客户经理主管或网点负责人可以为其他客户经理新建客户。</translation>
    </message>
    <message>
        <source>Leave the manager empty, or ask your supervisor.</source>
        <translation>请将负责人留空，或联系主管。</translation>
    </message>
    <message>
        <source>Only the manager in charge, a supervisor or the branch head may choose the stand-in of a customer.</source>
        <translation>只有该客户的负责人、客户经理主管或网点负责人可以指定代管人。</translation>
    </message>
    <message>
        <source>Only the manager in charge of both customers, a supervisor or the branch head may say whether they are one.</source>
        <translation>只有两位客户共同的负责人、客户经理主管或网点负责人可以判定是否为同一人。</translation>
    </message>
    <message>
        <source>How often is not understood.</source>
        <translation>频次无法识别。</translation>
    </message>
    <message>
        <source>Write it as 2, 2/week, 2/month or 1/quarter.</source>
        <translation>请填写为 2、每周2次、每月2次 或 每季1次。</translation>
    </message>
    <message>
        <source>The plan was not evaluated yet.</source>
        <translation>计划还没有评估。</translation>
    </message>
    <message>
        <source>Evaluate it when it ends; its progress can be printed before.</source>
        <translation>请在到期后评估；此前可以打印进度。</translation>
    </message>
    <message>
        <source>It is not said whose complaint this is.</source>
        <translation>没有说明是谁的投诉。</translation>
    </message>
    <message>
        <source>Choose the customer, or write who it was.</source>
        <translation>请选择客户，或写明是谁。</translation>
    </message>
    <message>
        <source>It would have to be decided by {last}, before it was raised on {first}.</source>
        <translation>处理期限 {last} 早于提出日期 {first}。</translation>
    </message>
    <message>
        <source>Choose a later day.</source>
        <translation>请选择更晚的日期。</translation>
    </message>
    <message>
        <source>Something was decided about this complaint already, so it stays.</source>
        <translation>该投诉已有处理结果，不能删除。</translation>
    </message>
    <message>
        <source>Close it once the customer was told.</source>
        <translation>告知客户后请结案。</translation>
    </message>
    <message>
        <source>The customer was told about this complaint already.</source>
        <translation>该投诉已告知客户。</translation>
    </message>
    <message>
        <source>Nothing was decided about this complaint yet.</source>
        <translation>该投诉尚无处理结果。</translation>
    </message>
    <message>
        <source>Write what was decided first.</source>
        <translation>请先填写处理结果。</translation>
    </message>
    <message>
        <source>The customer was not told yet.</source>
        <translation>尚未告知客户。</translation>
    </message>
    <message>
        <source>Tell the customer first, and say how.</source>
        <translation>请先告知客户并登记方式。</translation>
    </message>
    <message>
        <source>This complaint is open.</source>
        <translation>该投诉正在处理中。</translation>
    </message>
    <message>
        <source>Add a step to it.</source>
        <translation>请为它增加步骤。</translation>
    </message>
    <message>
        <source>It is not said what is to be done better, and by whom.</source>
        <translation>没有写明改进措施和负责部门。</translation>
    </message>
    <message>
        <source>Write it under Edit first.</source>
        <translation>请先在“编辑”中填写。</translation>
    </message>
    <message>
        <source>Forms were entered by these questions, so they are not taken back.</source>
        <translation>已有答卷按这些题目录入，不能撤销。</translation>
    </message>
    <message>
        <source>Write the questions as they shall be; that makes a next version.</source>
        <translation>请直接编写新的题目，保存后成为下一版。</translation>
    </message>
    <message>
        <source>The three weights add up to {total} %, not to 100 %.</source>
        <translation>三项权重合计为{total}%，不是100%。</translation>
    </message>
    <message>
        <source>Change one of them so that together they are 100 %.</source>
        <translation>请调整其中一项，使合计为100%。</translation>
    </message>
    <message>
        <source>Nothing of {path} can be read with the keys of this vault.</source>
        <translation>{path} 用本档案库的密钥读不出任何内容。</translation>
    </message>
    <message>
        <source>Bring a backup back, and keep the damaged file for a technician.</source>
        <translation>请恢复备份，并保留损坏的文件交技术人员处理。</translation>
    </message>
    <message>
        <source>Of the damaged vault {read} records were read; records known to be lost: {lost}.</source>
        <translation>已从损坏的档案库读出 {read} 条记录；已知丢失 {lost} 条。</translation>
    </message>
    <message>
        <source>What was read lies among the backups as {name}.</source>
        <translation>读出的内容已作为 {name} 保存在备份中。</translation>
    </message>
    <message>
        <source>Bring the newest backup back, then look into this copy for what is missing in it.</source>
        <translation>请先恢复最新备份，再查看此副本，补回备份中缺少的内容。</translation>
    </message>
    <message>
        <source>{what} would be due after the complaint is to be decided.</source>
        <translation>“{what}”的期限晚于作出处理的期限。</translation>
    </message>
    <message>
        <source>Enter {most} days or fewer there, or more until the decision.</source>
        <translation>请填不超过 {most} 天，或放宽作出处理的期限。</translation>
    </message>
    <message>
        <source>Nobody would hear of a complaint that is late.</source>
        <translation>投诉超期后没有人会得到提示。</translation>
    </message>
    <message>
        <source>Tick at least one.</source>
        <translation>请至少勾选一项。</translation>
    </message>
    <message>
        <source>This complaint has no step {number}; it has {count}.</source>
        <translation>这件投诉没有第 {number} 步，共 {count} 步。</translation>
    </message>
    <message>
        <source>See which there are with `complaint show`.</source>
        <translation>用 `complaint show` 查看有哪些步骤。</translation>
    </message>
    <message>
        <source>This setting is made for this computer by the bank&apos;s IT.</source>
        <translation>这项设置由本行科技部门为这台电脑统一设定。</translation>
    </message>
    <message>
        <source>Ask them if it is to be another.</source>
        <translation>需要调整请联系科技部门。</translation>
    </message>
    <message>
        <source>Nothing of it is in force; vault, language and lock are as without it.</source>
        <translation>其中的设定都没有生效，档案库位置、语言和锁定时间按没有这个文件时处理。</translation>
    </message>
    <message>
        <source>If your customers seem to be missing, make no new vault: tell your IT.</source>
        <translation>如果看不到原来的客户，请不要新建档案库，先联系科技部门。</translation>
    </message>
    <message>
        <source>“{name}” in {path} is unknown, or its value cannot be used.</source>
        <translation>{path} 里的“{name}”不认识，或者值不能用。</translation>
    </message>
    <message>
        <source>The rest of the file is in force.</source>
        <translation>文件里其余的设定已经生效。</translation>
    </message>
    <message>
        <source>Tell your IT.</source>
        <translation>请联系科技部门。</translation>
    </message>
    <message>
        <source>{path}, where the bank&apos;s IT says what holds for this computer, cannot be read.</source>
        <translation>科技部门为这台电脑统一设定的文件 {path} 读不出来。</translation>
    </message>
    <message>
        <source>Correct the days, or the hours.</source>
        <translation>请更正日期或时间。</translation>
    </message>
    <message>
        <source>An activity lasts {most} days at most.</source>
        <translation>一个活动最长 {most} 天。</translation>
    </message>
    <message>
        <source>Make several of it.</source>
        <translation>请分成几个活动。</translation>
    </message>
    <message>
        <source>{name} cannot agree to this activity.</source>
        <translation>{name}不能审定这个活动。</translation>
    </message>
    <message>
        <source>Choose somebody else who agrees to plans, and never who leads it.</source>
        <translation>请另选有审定权限的人，且不能是负责人本人。</translation>
    </message>
    <message>
        <source>{name} cannot lead this activity.</source>
        <translation>{name}不能负责这个活动。</translation>
    </message>
    <message>
        <source>Somebody else leads this activity.</source>
        <translation>这个活动由别人负责。</translation>
    </message>
    <message>
        <source>Ask them to change it.</source>
        <translation>请让负责人修改。</translation>
    </message>
    <message>
        <source>Nobody decides about an activity of their own.</source>
        <translation>自己的活动不能自己审定。</translation>
    </message>
    <message>
        <source>Ask another supervisor, or the branch head.</source>
        <translation>请另一位主管或网点负责人处理。</translation>
    </message>
    <message>
        <source>The activity was submitted and waits to be agreed to.</source>
        <translation>活动方案已提交，等待审定。</translation>
    </message>
    <message>
        <source>Take it back to change it.</source>
        <translation>要修改请先收回。</translation>
    </message>
    <message>
        <source>The activity does not wait to be agreed to.</source>
        <translation>这个活动不在待审定状态。</translation>
    </message>
    <message>
        <source>Look at it again: it may have been taken back.</source>
        <translation>请刷新查看，可能已被收回。</translation>
    </message>
    <message>
        <source>The activity was agreed to already.</source>
        <translation>活动方案已审定。</translation>
    </message>
    <message>
        <source>Take it back to be written, and have it agreed to anew.</source>
        <translation>请收回修改，再重新提交审定。</translation>
    </message>
    <message>
        <source>{what} was agreed to and stays.</source>
        <translation>“{what}”已经审定，不再改动。</translation>
    </message>
    <message>
        <source>Before it is opened, take it back to be written, and have it agreed to anew.</source>
        <translation>开始邀请之前可以收回修改，再重新审定。</translation>
    </message>
    <message>
        <source>Nobody agreed to this activity yet.</source>
        <translation>这个活动还没有审定。</translation>
    </message>
    <message>
        <source>Submit it first.</source>
        <translation>请先提交审定。</translation>
    </message>
    <message>
        <source>The activity was decided about, which is not undone.</source>
        <translation>审定结果不能撤销。</translation>
    </message>
    <message>
        <source>Who leads it takes it back to be written.</source>
        <translation>可由负责人收回修改。</translation>
    </message>
    <message>
        <source>The activity is not at a point where this can be done.</source>
        <translation>活动目前的状态不能这样做。</translation>
    </message>
    <message>
        <source>Look at it again: its state may have changed meanwhile.</source>
        <translation>请重新查看，状态可能已有变化。</translation>
    </message>
    <message>
        <source>The activity was evaluated or called off, and stays as it is.</source>
        <translation>活动已评估或已取消，不再改动。</translation>
    </message>
    <message>
        <source>Copy it to hold another one.</source>
        <translation>要再办一次请复制它。</translation>
    </message>
    <message>
        <source>The activity was to be over on {last} already.</source>
        <translation>活动日期 {last} 已经过去。</translation>
    </message>
    <message>
        <source>Put it on a later day first.</source>
        <translation>请先改到以后的日期。</translation>
    </message>
    <message>
        <source>The activity begins on {first} only.</source>
        <translation>活动 {first} 才开始。</translation>
    </message>
    <message>
        <source>Wait for that day, or change the day if it is earlier.</source>
        <translation>请到当天再操作；如果提前举办，请先改日期。</translation>
    </message>
    <message>
        <source>Nobody was checked in.</source>
        <translation>还没有人签到。</translation>
    </message>
    <message>
        <source>Check in who came, also afterwards; or call the activity off.</source>
        <translation>请补签到场的人；没有举办请取消活动。</translation>
    </message>
    <message>
        <source>The activity was not held yet.</source>
        <translation>活动还没有举办。</translation>
    </message>
    <message>
        <source>Say first that it was held.</source>
        <translation>请先确认已举办。</translation>
    </message>
    <message>
        <source>That day is none of the activity, which is from {first} to {last}.</source>
        <translation>这一天不在活动日期 {first} 至 {last} 之内。</translation>
    </message>
    <message>
        <source>Choose one of its days.</source>
        <translation>请选活动期间的日期。</translation>
    </message>
    <message>
        <source>There is room for {most} lines.</source>
        <translation>最多 {most} 行。</translation>
    </message>
    <message>
        <source>Put several things into one line.</source>
        <translation>请把几项合并成一行。</translation>
    </message>
    <message>
        <source>This line was seen to already.</source>
        <translation>这一项已经办妥。</translation>
    </message>
    <message>
        <source>Add a new line for what is still to be done.</source>
        <translation>还要办的请另加一行。</translation>
    </message>
    <message>
        <source>Whoever sees to it said that it is done.</source>
        <translation>经办人已报办妥。</translation>
    </message>
    <message>
        <source>Undo it where it was said, or add a new line.</source>
        <translation>请在任务里撤销，或另加一行。</translation>
    </message>
    <message>
        <source>An answer is promised to a customer; none was chosen.</source>
        <translation>答应答复要选定客户，现在没有选。</translation>
    </message>
    <message>
        <source>Choose who asked, or leave the day empty.</source>
        <translation>请选提问的客户，或不填答复日。</translation>
    </message>
    <message>
        <source>The answer was promised already.</source>
        <translation>已经答应过答复。</translation>
    </message>
    <message>
        <source>The promise stands on the customer&apos;s page.</source>
        <translation>承诺在客户页面上。</translation>
    </message>
    <message>
        <source>Between {first} and {last} there is no working day to invite on.</source>
        <translation>{first} 至 {last} 之间没有可以邀请的工作日。</translation>
    </message>
    <message>
        <source>Choose other days.</source>
        <translation>请另选日期。</translation>
    </message>
    <message>
        <source>Nobody is added: {already} stand on the list already, {left_out} are left out.</source>
        <translation>没有加入任何人：{already} 户已在名单上，{left_out} 户未列入。</translation>
    </message>
    <message>
        <source>Choose others, another way, other days, or fewer days in between.</source>
        <translation>请另选客户、方式、日期，或缩短联系间隔。</translation>
    </message>
    <message>
        <source>There are {capacity} seats; with these {heads} would come.</source>
        <translation>只有 {capacity} 个席位，加上这些就是 {heads} 人。</translation>
    </message>
    <message>
        <source>Take them all the same, or put them down as perhaps.</source>
        <translation>可以照样接受，或先记为待定。</translation>
    </message>
    <message>
        <source>They were checked in already, on {day} at {clock}.</source>
        <translation>已在 {day} {clock} 签到。</translation>
    </message>
    <message>
        <source>If it was somebody else, take the check-in back first.</source>
        <translation>如果签错了人，请先撤回签到。</translation>
    </message>
    <message>
        <source>They were not checked in.</source>
        <translation>还没有签到。</translation>
    </message>
    <message>
        <source>A survey belongs to this activity already.</source>
        <translation>这个活动已有反馈调研。</translation>
    </message>
    <message>
        <source>Open that one.</source>
        <translation>请打开那份调研。</translation>
    </message>
    <message>
        <source>The activity was not evaluated yet.</source>
        <translation>活动还没有评估。</translation>
    </message>
    <message>
        <source>Evaluate it first.</source>
        <translation>请先评估。</translation>
    </message>
    <message>
        <source>There is no activity “{activity}”.</source>
        <translation>没有活动“{activity}”。</translation>
    </message>
    <message>
        <source>Look at the list of activities.</source>
        <translation>请看活动列表。</translation>
    </message>
    <message>
        <source>{count} activities are meant by “{activity}”.</source>
        <translation>“{activity}”对应 {count} 个活动。</translation>
    </message>
    <message>
        <source>Give the id.</source>
        <translation>请给出编号。</translation>
    </message>
    <message>
        <source>{name} is noted as the spouse already.</source>
        <translation>已登记{name}为配偶。</translation>
    </message>
    <message>
        <source>Enter again if both are meant; else remove that one first.</source>
        <translation>若两位都要登记，请再按一次回车；否则请先移除原来的一位。</translation>
    </message>
    <message>
        <source>There is no tag “{name}”.</source>
        <translation>没有“{name}”这个标签。</translation>
    </message>
    <message>
        <source>More than {most} customers are asked: so many forms are not printed.</source>
        <translation>调研对象超过 {most} 位，不能一次打印这么多份。</translation>
    </message>
    <message>
        <source>Print the blank form, or ask a sample of the customers.</source>
        <translation>请打印空白调研表，或改为抽样调研。</translation>
    </message>
    <message>
        <source>{count} answers are wanted here.</source>
        <translation>本题应答 {count} 项。</translation>
    </message>
    <message>
        <source>It ends before it begins.</source>
        <translation>结束早于开始。</translation>
    </message>
    <message>
        <source>{what}: {stars} stars would need no more than one star less.</source>
        <translation>{what}：{stars}星的起点没有高过低一星的起点。</translation>
    </message>
    <message>
        <source>Enter more than {above} for {stars} stars.</source>
        <translation>{stars}星请填大于 {above} 的数。</translation>
    </message>
    <message>
        <source>{field} is no field in which the customer differs from then.</source>
        <translation>客户的 {field} 与当时并无不同。</translation>
    </message>
    <message>
        <source>Look at what differs with --dry-run.</source>
        <translation>请用 --dry-run 查看有哪些不同。</translation>
    </message>
    <message>
        <source>Nothing is written to it.</source>
        <translation>不会对它写入任何内容。</translation>
    </message>
    <message>
        <source>Meanwhile not the same is due any more as was shown.</source>
        <translation>到期的内容与刚才显示的已不同。</translation>
    </message>
    <message>
        <source>Look at what is due again, then decide.</source>
        <translation>请重新查看到期内容再决定。</translation>
    </message>
    <message>
        <source>Stop working in this vault and delete nothing. Tell the auditor and the technician; the heads printed on the daily logs tell up to which day all is as it was.</source>
        <translation>请停止在此档案库中工作，不要删除任何文件，并告诉审计员和技术人员；用日志上打印的链头可以查出到哪一天为止都是原样。</translation>
    </message>
    <message>
        <source>Found: entry {number} ({at}) is as it was printed, and so is everything up to it. The entries after it, {later} in all, are whole too.</source>
        <translation>相符：第 {number} 条（{at}）与打印的一致，到这一条为止全部是原样。其后的 {later} 条也完好。</translation>
    </message>
    <message>
        <source>The audit trail is whole, but what it records was altered past it; in all: {count}.</source>
        <translation>审计记录本身完整，但有资料绕过记录被改动，共 {count} 处。</translation>
    </message>
    <message>
        <source>Found: entry {number} is as it was printed. Yet not all is as it is recorded; in all: {count}.</source>
        <translation>链头相符：第 {number} 条与打印的一致。但档案库中有与记录不符之处，共 {count} 处。</translation>
    </message>
    <message>
        <source>Not the same: the head of entry {number} is another in this vault ({digits}).</source>
        <translation>不符：档案库中第 {number} 条的链头是另一个（{digits}）。</translation>
    </message>
    <message>
        <source>First make sure that it was typed as it is printed, in this branch.</source>
        <translation>请先对照纸面，确认没有输错，且这张纸是本网点打印的。</translation>
    </message>
    <message>
        <source>If so, the trail was rewritten after the print. Keep the paper, stop working in this vault, and tell the auditor and the technician.</source>
        <translation>如果没有输错，说明打印之后记录被改写过。请保存好这张纸，停止在此档案库中工作，并告诉审计员和技术人员。</translation>
    </message>
    <message>
        <source>Not found: this vault ends with entry {last}, before the printed entry {number}.</source>
        <translation>找不到：档案库只到第 {last} 条，还没有打印的第 {number} 条。</translation>
    </message>
    <message>
        <source>First make sure that the number was typed as it is printed.</source>
        <translation>请先对照纸面，确认条号没有输错。</translation>
    </message>
    <message>
        <source>If so, entries are gone since the print, unless an older backup was put in place of the vault. Keep the paper, and tell the auditor and the technician.</source>
        <translation>如果没有输错，说明打印之后有记录不见了，除非恢复过更早的备份。请保存好这张纸，并告诉审计员和技术人员。</translation>
    </message>
    <message>
        <source>Entry {number} has expired: what is kept of the trail begins with entry {first}.</source>
        <translation>第 {number} 条已按保存期限删除，现存的审计记录从第 {first} 条开始。</translation>
    </message>
    <message>
        <source>Compare a head that was printed later.</source>
        <translation>请核对更晚打印的链头。</translation>
    </message>
    <message>
        <source>This is no number of an entry.</source>
        <translation>这不是条号。</translation>
    </message>
    <message>
        <source>Type the number as it is printed, such as 1234.</source>
        <translation>请照纸上打印的输入，例如 1234。</translation>
    </message>
    <message>
        <source>A head has only the digits 0 to 9 and the letters a to f.</source>
        <translation>链头只有数字 0 到 9 和字母 a 到 f。</translation>
    </message>
    <message>
        <source>Type it as it is printed, with or without the spaces.</source>
        <translation>请照纸上打印的输入，有无空格均可。</translation>
    </message>
    <message>
        <source>This is too short to prove anything.</source>
        <translation>位数太少，证明不了什么。</translation>
    </message>
    <message>
        <source>Type at least the first {least} characters of the printed head.</source>
        <translation>请至少输入链头的前 {least} 位。</translation>
    </message>
    <message>
        <source>The database {path} is damaged: part of it is older than the rest, as after a power cut on a disk that had not written everything yet.</source>
        <translation>数据库 {path} 已损坏：有一部分比其余部分旧，例如断电时磁盘还没写完。</translation>
    </message>
    <message>
        <source>What people refused would go before their data do.</source>
        <translation>拒绝联系的记录会先于客户资料到期。</translation>
    </message>
    <message>
        <source>Enter {least} years or more there, or fewer for the customers.</source>
        <translation>请填 {least} 年或以上，或缩短客户资料的年限。</translation>
    </message>
    <message>
        <source>customer number {number}</source>
        <translation>客户号 {number}</translation>
    </message>
    <message>
        <source>Verifying changed nothing.</source>
        <translation>校验本身没有改动任何内容。</translation>
    </message>
</context>
<context>
    <name>morning page</name>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Due, by value and urgency</source>
        <translation>到期事项（按价值与紧迫程度）</translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation>上次联系</translation>
    </message>
    <message>
        <source>Last promise</source>
        <translation>上次承诺</translation>
    </message>
    <message>
        <source>Morning page</source>
        <translation>晨间联系单</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Nothing is planned and nothing is due on this day.</source>
        <translation>这一天没有计划，也没有到期事项。</translation>
    </message>
    <message>
        <source>On the plan</source>
        <translation>当日计划</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>事由</translation>
    </message>
    <message>
        <source>due {day}</source>
        <translation>{day} 到期</translation>
    </message>
    <message>
        <source>no contact recorded</source>
        <translation>没有联系记录</translation>
    </message>
    <message>
        <source>overdue {day}</source>
        <translation>逾期 {day}</translation>
    </message>
    <message>
        <source>{count} due besides</source>
        <translation>另有到期 {count} 项</translation>
    </message>
    <message>
        <source>{count} more have no room on this page; Today lists them.</source>
        <translation>另有 {count} 项本页写不下，见“今日”。</translation>
    </message>
    <message>
        <source>{count} on the plan</source>
        <translation>计划 {count} 项</translation>
    </message>
    <message>
        <source>{count} tasks</source>
        <translation>任务 {count} 件</translation>
    </message>
    <message>
        <source>{days} d late</source>
        <translation>逾期 {days} 天</translation>
    </message>
    <message>
        <source>{reason} ({count} customers)</source>
        <translation>{reason}（{count} 位客户）</translation>
    </message>
</context>
<context>
    <name>owed</name>
    <message>
        <source>1 day late</source>
        <translation>逾期 1 天</translation>
    </message>
    <message>
        <source>A department</source>
        <translation>其他部门</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Due today</source>
        <translation>今日到期</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>修改…</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>预约</translation>
    </message>
    <message>
        <source>New promise</source>
        <translation>新承诺</translation>
    </message>
    <message>
        <source>Open it again</source>
        <translation>重新打开</translation>
    </message>
    <message>
        <source>Or a department</source>
        <translation>或填写部门</translation>
    </message>
    <message>
        <source>Preparation and report…</source>
        <translation>准备与报告…</translation>
    </message>
    <message>
        <source>Promise</source>
        <translation>承诺</translation>
    </message>
    <message>
        <source>Promises and next steps</source>
        <translation>承诺与待办</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Removing</source>
        <translation>正在删除</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Saving what came of it</source>
        <translation>正在保存办理结果</translation>
    </message>
    <message>
        <source>Saving what was promised</source>
        <translation>正在保存承诺</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>协办事项</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>拜访</translation>
    </message>
    <message>
        <source>{count} late</source>
        <translation>逾期 {count} 项</translation>
    </message>
    <message>
        <source>{days} days late</source>
        <translation>逾期 {days} 天</translation>
    </message>
</context>
<context>
    <name>page</name>
    <message>
        <source>This is not saved yet. Esc again gives it up.</source>
        <translation>尚未保存。再按一次 Esc 放弃。</translation>
    </message>
</context>
<context>
    <name>panes</name>
    <message>
        <source>Approvals</source>
        <translation>待审批</translation>
    </message>
    <message>
        <source>Audit trail</source>
        <translation>审计记录</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>维护日历</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>客户档案</translation>
    </message>
    <message>
        <source>Daily log</source>
        <translation>经理日志</translation>
    </message>
    <message>
        <source>Plans</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>Complaints</source>
        <translation>投诉</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>报表</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>员工</translation>
    </message>
    <message>
        <source>Surveys</source>
        <translation>客户调研</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>协办事项</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
</context>
<context>
    <name>personal data</name>
    <message>
        <source>All that is kept about a person</source>
        <translation>个人信息留存清单</translation>
    </message>
    <message>
        <source>Printed by those who run surveys</source>
        <translation>由组织调研的人员打印</translation>
    </message>
    <message>
        <source>Every record that is kept about this person in this branch&apos;s rmdesk, with exact values.</source>
        <translation>本行 rmdesk 中留存的该客户全部记录，均为未脱敏的原值。</translation>
    </message>
    <message>
        <source>{count} in all</source>
        <translation>共 {count} 条</translation>
    </message>
    <message>
        <source>Record of changes and of who looked</source>
        <translation>变更与查阅记录</translation>
    </message>
    <message>
        <source>Changes recorded</source>
        <translation>变更记录</translation>
    </message>
    <message>
        <source>First</source>
        <translation>最早</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>最近</translation>
    </message>
    <message>
        <source>Exact values read or printed</source>
        <translation>查看或打印原值</translation>
    </message>
    <message>
        <source>Reading all of a record</source>
        <translation>读取全部记录</translation>
    </message>
</context>
<context>
    <name>plan reports</name>
    <message>
        <source>Action plan</source>
        <translation>行动计划</translation>
    </message>
    <message>
        <source>From “{plan}”</source>
        <translation>上期“{plan}”的改进措施</translation>
    </message>
    <message>
        <source>Sub-plans</source>
        <translation>子计划</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>联系</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>客户经理</translation>
    </message>
    <message>
        <source>Agreed by</source>
        <translation>审定人</translation>
    </message>
    <message>
        <source>Sub-plan</source>
        <translation>子计划</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation>客群</translation>
    </message>
    <message>
        <source>Ways of contact</source>
        <translation>联系方式</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>频次</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Expected result</source>
        <translation>预期效果</translation>
    </message>
    <message>
        <source>Materials</source>
        <translation>物料</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>There are no sub-plans.</source>
        <translation>没有子计划。</translation>
    </message>
    <message>
        <source>{label}: {value}</source>
        <translation>{label}：{value}</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Way</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>There are no contacts yet.</source>
        <translation>还没有联系。</translation>
    </message>
    <message>
        <source>Evaluation of an action plan</source>
        <translation>行动计划评估</translation>
    </message>
    <message>
        <source>What was reached</source>
        <translation>达成情况</translation>
    </message>
    <message>
        <source>Why, or why not</source>
        <translation>原因分析</translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation>经验教训</translation>
    </message>
    <message>
        <source>Measures for the next plan</source>
        <translation>下期改进措施</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>客户经理主管</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>contacts</source>
        <translation>次</translation>
    </message>
    <message>
        <source>hours; {most} a day</source>
        <translation>小时（每日 {most}）</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>计划期</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>To be agreed by</source>
        <translation>审定人</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Minutes a day</source>
        <translation>每日分钟数</translation>
    </message>
    <message>
        <source>Due by now</source>
        <translation>应完成</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>逾期</translation>
    </message>
    <message>
        <source>of {planned} estimated</source>
        <translation>预算 {planned}</translation>
    </message>
    <message>
        <source>Not made</source>
        <translation>未联系</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>应完成</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>已跳过</translation>
    </message>
    <message>
        <source>Estimated cost</source>
        <translation>预算费用</translation>
    </message>
    <message>
        <source>Spent</source>
        <translation>已用费用</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Contacts over time</source>
        <translation>逐日进度</translation>
    </message>
    <message>
        <source>Progress of an action plan</source>
        <translation>行动计划进度</translation>
    </message>
    <message>
        <source>The plan falls behind: {late} of {due} contacts that were due are late.</source>
        <translation>计划进度落后：应完成 {due} 次，逾期 {late} 次。</translation>
    </message>
    <message>
        <source>Result by the goal</source>
        <translation>目标完成情况</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>分解值</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>完成率</translation>
    </message>
</context>
<context>
    <name>plan words</name>
    <message>
        <source>Draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>已退回</translation>
    </message>
    <message>
        <source>Agreed to</source>
        <translation>已审定</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>执行中</translation>
    </message>
    <message>
        <source>{channel} {share}%</source>
        <translation>{channel} {share}%</translation>
    </message>
    <message>
        <source>once {period}</source>
        <translation>{period}1次</translation>
    </message>
    <message>
        <source>Sub-plan “{name}” added</source>
        <translation>新增子计划“{name}”</translation>
    </message>
    <message>
        <source>Sub-plan “{name}” removed</source>
        <translation>删除子计划“{name}”</translation>
    </message>
    <message>
        <source>Sub-plan “{name}” moved</source>
        <translation>移动子计划“{name}”</translation>
    </message>
    <message>
        <source>{field}: {before} → {after}</source>
        <translation>{field}：{before} → {after}</translation>
    </message>
    <message>
        <source>{name}, {told}</source>
        <translation>{name}，{told}</translation>
    </message>
    <message>
        <source>{label}: {told}</source>
        <translation>{label}：{told}</translation>
    </message>
    <message>
        <source>To agree</source>
        <translation>待审定</translation>
    </message>
    <message>
        <source>To assess</source>
        <translation>待评估</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已评估</translation>
    </message>
    <message>
        <source>{count} contacts</source>
        <translation>{count} 次联系</translation>
    </message>
    <message>
        <source>{times}× {period}</source>
        <translation>{period}{times}次</translation>
    </message>
</context>
<context>
    <name>plans</name>
    <message>
        <source>Goals</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>客群</translation>
    </message>
    <message>
        <source>Action plans</source>
        <translation>行动计划</translation>
    </message>
    <message>
        <source>Stars and tiers</source>
        <translation>星级与层级</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>总览</translation>
    </message>
    <message>
        <source>Activities</source>
        <translation>交流活动</translation>
    </message>
</context>
<context>
    <name>relations</name>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Add a relation</source>
        <translation>添加关系</translation>
    </message>
    <message>
        <source>Family and interests</source>
        <translation>家庭与爱好</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Removing a relation</source>
        <translation>正在删除关系</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Saving a relation</source>
        <translation>正在保存关系</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>对方</translation>
    </message>
    <message>
        <source>Who is related to this customer?</source>
        <translation>与该客户有何关系？</translation>
    </message>
</context>
<context>
    <name>reports</name>
    <message>
        <source>About</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>改动</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Demonstration</source>
        <translation>演示数据</translation>
    </message>
    <message>
        <source>Disabled on {day}</source>
        <translation>{day} 停用</translation>
    </message>
    <message>
        <source>Extract of the audit trail</source>
        <translation>审计记录摘录</translation>
    </message>
    <message>
        <source>Handed over by</source>
        <translation>移交人</translation>
    </message>
    <message>
        <source>How to keep it</source>
        <translation>保管要求</translation>
    </message>
    <message>
        <source>Keep it like a key to the strong room: sealed, away from the computer, known to two people. Whoever holds this sheet and a copy of the vault can read everything in it. Nobody, not even the makers of the program, can open the vault without a password or this code.</source>
        <translation>像金库钥匙一样保管：密封，不放在电脑旁，存放处由两人知晓。谁持有本单和档案库的副本，谁就能读到其中全部内容。没有密码又没有此码，谁也打不开档案库，程序的制作者也不行。</translation>
    </message>
    <message>
        <source>Kept where</source>
        <translation>保管地点</translation>
    </message>
    <message>
        <source>List of staff</source>
        <translation>员工名单</translation>
    </message>
    <message>
        <source>Mobile</source>
        <translation>手机</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Page {number} of {pages}</source>
        <translation>第 {number} 页，共 {pages} 页</translation>
    </message>
    <message>
        <source>Printed by {name}, {when}</source>
        <translation>{name} 打印于 {when}</translation>
    </message>
    <message>
        <source>Received by</source>
        <translation>接收人</translation>
    </message>
    <message>
        <source>Recovery code of the vault</source>
        <translation>档案库恢复码</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>The whole branch</source>
        <translation>全网点</translation>
    </message>
    <message>
        <source>There are no entries.</source>
        <translation>没有条目。</translation>
    </message>
    <message>
        <source>There is nobody.</source>
        <translation>没有人员。</translation>
    </message>
    <message>
        <source>Vault {vault}</source>
        <translation>档案库 {vault}</translation>
    </message>
    <message>
        <source>What</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>What it is for</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>When nobody can sign in any more, this code opens the vault once, on any computer: in the sign-in window choose “Recovery code” and type it. Capitals, spaces and hyphens do not matter. A new code is made at once; this sheet is then worthless and should be destroyed.</source>
        <translation>所有人都无法登录时，用此码可在任何电脑上打开档案库一次：在登录窗口选“用恢复码”，输入此码，大小写、空格和连字符不影响。打开后立即生成新码，本单随即作废，应予销毁。</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>操作人</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>{active} active, {all} in all</source>
        <translation>启用 {active} 人，共 {all} 人</translation>
    </message>
    <message>
        <source>{count} entries. Audit trail up to entry {number}: {digest}</source>
        <translation>共 {count} 条。审计记录截至第 {number} 条：{digest}</translation>
    </message>
</context>
<context>
    <name>rules</name>
    <message>
        <source>A call is due again. How often: Contact intervals, by tier and strategy.</source>
        <translation>该打电话了。多久一次见“联系频率”，按层级和策略设定。</translation>
    </message>
    <message>
        <source>A loan falls due: the customer should have the amount ready.</source>
        <translation>贷款到期：提醒客户备足款项。</translation>
    </message>
    <message>
        <source>A meeting is due again. How often: Contact intervals, by tier and strategy.</source>
        <translation>该见面了。多久一次见“联系频率”，按层级和策略设定。</translation>
    </message>
    <message>
        <source>A meeting or call was agreed for the day.</source>
        <translation>当日约好了见面或通话。</translation>
    </message>
    <message>
        <source>A notice is to be told: one line for all who were not told yet.</source>
        <translation>有事项待告知：合为一行，点开即为尚未告知的客户。</translation>
    </message>
    <message>
        <source>A premium of an insurance is to be paid.</source>
        <translation>保险续期保费应缴。</translation>
    </message>
    <message>
        <source>A product at another bank matures: the money may come to us.</source>
        <translation>他行产品到期：资金有机会转入本行。</translation>
    </message>
    <message>
        <source>A product of ours matures: offer what comes after it before the money leaves.</source>
        <translation>本行产品到期：在资金流出前推荐续作产品。</translation>
    </message>
    <message>
        <source>A promise is due; it stays until it was kept or withdrawn.</source>
        <translation>承诺到期；兑现或撤回之前一直保留。</translation>
    </message>
    <message>
        <source>A risk assessment expires: without a valid one nothing that bears risk may be sold.</source>
        <translation>风险测评到期：没有有效测评不得销售有风险的产品。</translation>
    </message>
    <message>
        <source>A visit of the branch&apos;s leaders is due again. How often: Contact intervals.</source>
        <translation>该由网点领导拜访了。多久一次见“联系频率”。</translation>
    </message>
    <message>
        <source>Birthdays of the family, wedding days, examinations, the founding of a company.</source>
        <translation>家人生日、结婚纪念日、考试、公司成立纪念日。</translation>
    </message>
    <message>
        <source>Born on 29 February, in other years</source>
        <translation>2月29日出生，平年过生日</translation>
    </message>
    <message>
        <source>Days ahead</source>
        <translation>提前天数</translation>
    </message>
    <message>
        <source>Days an assessment is valid</source>
        <translation>测评有效天数</translation>
    </message>
    <message>
        <source>Days of mourning without greetings</source>
        <translation>服丧期间不发祝福的天数</translation>
    </message>
    <message>
        <source>Festivals and days</source>
        <translation>节日</translation>
    </message>
    <message>
        <source>One line for all customers whom a festival concerns. Occupational days concern those whose occupation says so.</source>
        <translation>节日合为一行，点开即为相关客户名单。行业节日只涉及相应职业的客户。</translation>
    </message>
    <message>
        <source>Round birthdays are counted by</source>
        <translation>整寿按</translation>
    </message>
    <message>
        <source>The customer&apos;s birthday, solar or lunar as they keep it; round ones and those in the year of their own animal are marked.</source>
        <translation>客户的生日，按其所过的公历或农历；整寿和本命年会标明。</translation>
    </message>
    <message>
        <source>The next step that was agreed after a contact is due.</source>
        <translation>上次联系后约定的下一步到期。</translation>
    </message>
    <message>
        <source>full years</source>
        <translation>周岁</translation>
    </message>
    <message>
        <source>on 1 March</source>
        <translation>3月1日</translation>
    </message>
    <message>
        <source>on 28 February</source>
        <translation>2月28日</translation>
    </message>
    <message>
        <source>the Chinese count (one at birth)</source>
        <translation>虚岁</translation>
    </message>
    <message>
        <source>A contact that an agreed plan put on the day; it stays until it was made or the plan is closed.</source>
        <translation>审定的行动计划安排在当天的联系；一直保留到完成或计划结束。</translation>
    </message>
    <message>
        <source>The next step about a complaint is due, or the customer is to be told; meanwhile nothing is sold to them.</source>
        <translation>投诉的下一步到期，或应告知客户处理结果；其间不向该客户推销。</translation>
    </message>
    <message>
        <source>A visit is planned for the day; it stays until it was held and reported, or cancelled.</source>
        <translation>当天计划了拜访；拜访完成并写好报告、或取消之前，一直保留。</translation>
    </message>
    <message>
        <source>Somebody is to be invited to an activity, or thanked for having come; nobody in mourning, who wants no marketing, or who waits for an answer to a complaint.</source>
        <translation>邀请客户参加活动，或感谢已到场的客户；家中有丧事、不接受营销、投诉未答复的客户不打扰。</translation>
    </message>
</context>
<context>
    <name>salvage</name>
    <message>
        <source>What was salvaged of a damaged vault</source>
        <translation>损坏档案库抢救报告</translation>
    </message>
    <message>
        <source>The damaged file was only read. What could be read lies as an encrypted copy among the backups.</source>
        <translation>损坏的文件只读未改。读出的内容已作为加密副本保存在备份中。</translation>
    </message>
    <message>
        <source>Damaged file</source>
        <translation>损坏的文件</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>副本</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>总页数</translation>
    </message>
    <message>
        <source>Damaged or missing</source>
        <translation>损坏或缺失页数</translation>
    </message>
    <message>
        <source>Last change that can be read</source>
        <translation>可读出的最后一次变更</translation>
    </message>
    <message>
        <source>Newest backup</source>
        <translation>最新备份</translation>
    </message>
    <message>
        <source>Records by kind</source>
        <translation>各类记录</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>读出</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>丢失</translation>
    </message>
    <message>
        <source>Damaged pages</source>
        <translation>损坏页数</translation>
    </message>
    <message>
        <source>Not in the newest backup</source>
        <translation>最新备份中没有</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Nothing could be read.</source>
        <translation>没有读出任何内容。</translation>
    </message>
    <message>
        <source>Records on pages of which nobody can tell what they belong to: {count}.</source>
        <translation>所在页无法判断归属的记录：{count} 条。</translation>
    </message>
    <message>
        <source>Records left out because what they belong to is lost: {count}.</source>
        <translation>因所属记录丢失而未收入的记录：{count} 条。</translation>
    </message>
    <message>
        <source>Records that pointed to lost ones and no longer do: {count}.</source>
        <translation>原来指向已丢失记录、现已解除关联的记录：{count} 条。</translation>
    </message>
    <message>
        <source>Audit trail: entries</source>
        <translation>审计记录：条目</translation>
    </message>
    <message>
        <source>Audit trail: changes</source>
        <translation>审计记录：变更明细</translation>
    </message>
</context>
<context>
    <name>satisfaction</name>
    <message>
        <source>The branch head calls: satisfaction fell from {before} to {now} (survey {number})</source>
        <translation>请网点负责人致电：满意度由 {before} 降至 {now}（调研 {number}）</translation>
    </message>
</context>
<context>
    <name>scripts</name>
    <message>
        <source>A loan falls due</source>
        <translation>贷款到期</translation>
    </message>
    <message>
        <source>A premium is due</source>
        <translation>保费应缴</translation>
    </message>
    <message>
        <source>A product elsewhere matures</source>
        <translation>他行产品到期</translation>
    </message>
    <message>
        <source>A product of ours matures</source>
        <translation>本行产品到期</translation>
    </message>
    <message>
        <source>A promise is due</source>
        <translation>承诺到期</translation>
    </message>
    <message>
        <source>Any occasion</source>
        <translation>通用</translation>
    </message>
    <message>
        <source>Appointment</source>
        <translation>预约</translation>
    </message>
    <message>
        <source>Birthday</source>
        <translation>生日</translation>
    </message>
    <message>
        <source>Day of the family</source>
        <translation>家人的重要日子</translation>
    </message>
    <message>
        <source>Festival</source>
        <translation>节日</translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation>跟进</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Regular contact</source>
        <translation>例行</translation>
    </message>
    <message>
        <source>The risk assessment expires</source>
        <translation>风险评估到期</translation>
    </message>
    <message>
        <source>{part}: {occasion}</source>
        <translation>{part}：{occasion}</translation>
    </message>
    <message>
        <source>“{words}”</source>
        <translation>“{words}”</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>拜访</translation>
    </message>
</context>
<context>
    <name>segments</name>
    <message>
        <source> at other banks</source>
        <translation>在他行</translation>
    </message>
    <message>
        <source> at {bank}</source>
        <translation>在{bank}</translation>
    </message>
    <message>
        <source> by {how}</source>
        <translation>以{how}方式</translation>
    </message>
    <message>
        <source> here</source>
        <translation>在本行</translation>
    </message>
    <message>
        <source> in the last {days} days</source>
        <translation>最近{days}天</translation>
    </message>
    <message>
        <source> of {amount}</source>
        <translation>{amount}</translation>
    </message>
    <message>
        <source> or </source>
        <translation>或</translation>
    </message>
    <message>
        <source> that mature within {days} days</source>
        <translation>（{days}天内到期）</translation>
    </message>
    <message>
        <source> that mature {days}</source>
        <translation>（{days}到期）</translation>
    </message>
    <message>
        <source>({words})</source>
        <translation>（{words}）</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>CNY {amount}</source>
        <translation>{amount}元</translation>
    </message>
    <message>
        <source>an important day</source>
        <translation>重要日子</translation>
    </message>
    <message>
        <source>at least {count} contacts{how}{days}</source>
        <translation>{days}{how}联系至少{count}次</translation>
    </message>
    <message>
        <source>at most {count} contacts{how}{days}</source>
        <translation>{days}{how}联系至多{count}次</translation>
    </message>
    <message>
        <source>birthday within {value} days</source>
        <translation>{value}天内生日</translation>
    </message>
    <message>
        <source>born in month {value}</source>
        <translation>{value}月出生</translation>
    </message>
    <message>
        <source>comes within days</source>
        <translation>今后几天内</translation>
    </message>
    <message>
        <source>contacted in the last {value} days</source>
        <translation>最近{value}天联系过</translation>
    </message>
    <message>
        <source>contains</source>
        <translation>包含</translation>
    </message>
    <message>
        <source>from {low} up</source>
        <translation>{low}以上</translation>
    </message>
    <message>
        <source>holds</source>
        <translation>持有</translation>
    </message>
    <message>
        <source>holds no {what}{place}{amount}{matures}</source>
        <translation>{place}未持有{what}{amount}{matures}</translation>
    </message>
    <message>
        <source>holds none</source>
        <translation>未持有</translation>
    </message>
    <message>
        <source>holds {what}{place}{amount}{matures}</source>
        <translation>{place}持有{what}{amount}{matures}</translation>
    </message>
    <message>
        <source>is</source>
        <translation>是</translation>
    </message>
    <message>
        <source>is at least</source>
        <translation>不低于</translation>
    </message>
    <message>
        <source>is at most</source>
        <translation>不超过</translation>
    </message>
    <message>
        <source>is known</source>
        <translation>已填</translation>
    </message>
    <message>
        <source>is none of</source>
        <translation>不是其中任一</translation>
    </message>
    <message>
        <source>is not known</source>
        <translation>未填</translation>
    </message>
    <message>
        <source>is one of</source>
        <translation>是其中之一</translation>
    </message>
    <message>
        <source>lies between</source>
        <translation>介于</translation>
    </message>
    <message>
        <source>never contacted</source>
        <translation>从未联系</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>no contact{how}{days}</source>
        <translation>{days}{how}没有联系</translation>
    </message>
    <message>
        <source>none of ({words})</source>
        <translation>非（{words}）</translation>
    </message>
    <message>
        <source>not contacted for {value} days</source>
        <translation>{value}天未联系</translation>
    </message>
    <message>
        <source>products</source>
        <translation>产品</translation>
    </message>
    <message>
        <source>something matures within {value} days</source>
        <translation>{value}天内有到期</translation>
    </message>
    <message>
        <source>up to {high}</source>
        <translation>{high}以内</translation>
    </message>
    <message>
        <source>was not within the last days</source>
        <translation>最近几天内没有</translation>
    </message>
    <message>
        <source>was within the last days</source>
        <translation>最近几天内</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>{field} at least {value}</source>
        <translation>{field}不低于{value}</translation>
    </message>
    <message>
        <source>{field} at most {value}</source>
        <translation>{field}不超过{value}</translation>
    </message>
    <message>
        <source>{field} contains “{value}”</source>
        <translation>{field}包含“{value}”</translation>
    </message>
    <message>
        <source>{field} in the last {value} days</source>
        <translation>{field}在最近{value}天内</translation>
    </message>
    <message>
        <source>{field} known</source>
        <translation>{field}已填</translation>
    </message>
    <message>
        <source>{field} not in the last {value} days</source>
        <translation>{field}不在最近{value}天内</translation>
    </message>
    <message>
        <source>{field} not known</source>
        <translation>{field}未填</translation>
    </message>
    <message>
        <source>{field} not {value}</source>
        <translation>{field}不是{value}</translation>
    </message>
    <message>
        <source>{field} within {value} days</source>
        <translation>{value}天内{field}</translation>
    </message>
    <message>
        <source>{field} {value}</source>
        <translation>{field}{value}</translation>
    </message>
    <message>
        <source>{field}: {value}</source>
        <translation>{field}：{value}</translation>
    </message>
    <message>
        <source>{kinds} within {days} days</source>
        <translation>{days}天内有{kinds}</translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation>{low}至{high}</translation>
    </message>
    <message>
        <source>{value}</source>
        <translation>{value}</translation>
    </message>
    <message>
        <source>{value} and above</source>
        <translation>{value}以上</translation>
    </message>
    <message>
        <source>{value} and below</source>
        <translation>{value}以下</translation>
    </message>
</context>
<context>
    <name>settings</name>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>网点</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Care calendar</source>
        <translation>维护规则</translation>
    </message>
    <message>
        <source>Contact intervals</source>
        <translation>联系频率</translation>
    </message>
    <message>
        <source>Contacts and log</source>
        <translation>联系与日志</translation>
    </message>
    <message>
        <source>Customer tiers</source>
        <translation>客户层级</translation>
    </message>
    <message>
        <source>Greetings</source>
        <translation>祝福语</translation>
    </message>
    <message>
        <source>My account</source>
        <translation>我的账户</translation>
    </message>
    <message>
        <source>Scripts</source>
        <translation>话术库</translation>
    </message>
    <message>
        <source>Security</source>
        <translation>安全</translation>
    </message>
    <message>
        <source>Working days</source>
        <translation>工作日</translation>
    </message>
    <message>
        <source>Relationship grade</source>
        <translation>关系星级</translation>
    </message>
    <message>
        <source>Complaints</source>
        <translation>投诉</translation>
    </message>
    <message>
        <source>Set for this computer by {who}. Only they can change it.</source>
        <translation>由{who}为这台电脑统一设定，只有他们能改。</translation>
    </message>
    <message>
        <source>Set for this computer by your IT. Only they can change it.</source>
        <translation>由科技部门为这台电脑统一设定，只有他们能改。</translation>
    </message>
    <message>
        <source>How long it is kept</source>
        <translation>保存期限</translation>
    </message>
</context>
<context>
    <name>staff</name>
    <message>
        <source>No password</source>
        <translation>没有密码</translation>
    </message>
    <message>
        <source>One-use password, not replaced yet</source>
        <translation>一次性密码，尚未更换</translation>
    </message>
    <message>
        <source>Own password</source>
        <translation>自设密码</translation>
    </message>
</context>
<context>
    <name>survey form</name>
    <message>
        <source> (if you like)</source>
        <translation>（选答）</translation>
    </message>
    <message>
        <source> (tick all that apply)</source>
        <translation>（可多选）</translation>
    </message>
    <message>
        <source> (tick up to {count})</source>
        <translation>（最多选 {count} 项）</translation>
    </message>
    <message>
        <source> (write 1 to {count}, 1 for the first)</source>
        <translation>（按重要性填 1 至 {count}，1 为最重要）</translation>
    </message>
    <message>
        <source>After “{answers}” go on with question {number}</source>
        <translation>选“{answers}”者请跳至第 {number} 题</translation>
    </message>
    <message>
        <source>After “{answers}” you are done</source>
        <translation>选“{answers}”者到此结束</translation>
    </message>
    <message>
        <source>Customer survey form</source>
        <translation>客户调研表</translation>
    </message>
    <message>
        <source>Dear {name},</source>
        <translation>尊敬的{name}：</translation>
    </message>
    <message>
        <source>No. {survey}-{number}</source>
        <translation>编号 {survey}-{number}</translation>
    </message>
    <message>
        <source>Numbered, for each customer of the sample</source>
        <translation>按样本客户逐份编号</translation>
    </message>
    <message>
        <source>One blank form</source>
        <translation>一份空白问卷</translation>
    </message>
    <message>
        <source>Please tell us how you find our service. Tick the boxes; it takes a few minutes. Kindly return the form to your relationship manager or to the counter by {day}.</source>
        <translation>您好！为改进服务，请您在方框内打勾，只需几分钟。填好后请于{day}前交给客户经理或柜台。</translation>
    </message>
    <message>
        <source>Thank you. {branch}</source>
        <translation>感谢您的支持！&#x3000;{branch}</translation>
    </message>
    <message>
        <source>This survey is anonymous: please do not write your name on it.</source>
        <translation>本次调研为匿名调研，请不要在问卷上写姓名。</translation>
    </message>
</context>
<context>
    <name>survey summary</name>
    <message>
        <source>95 % interval</source>
        <translation>95% 区间</translation>
    </message>
    <message>
        <source>Against the former survey</source>
        <translation>与上次调研对比</translation>
    </message>
    <message>
        <source>All customers of the branch</source>
        <translation>本网点全部客户</translation>
    </message>
    <message>
        <source>Anonymous</source>
        <translation>匿名</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>调研客户</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>上次</translation>
    </message>
    <message>
        <source>Branch head</source>
        <translation>网点负责人</translation>
    </message>
    <message>
        <source>By tier</source>
        <translation>按客户层级</translation>
    </message>
    <message>
        <source>Certain</source>
        <translation>差异显著</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>调研内容</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Dimension</source>
        <translation>维度</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>期望</translation>
    </message>
    <message>
        <source>Expected and found</source>
        <translation>期望与感知</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>主要发现</translation>
    </message>
    <message>
        <source>Forms</source>
        <translation>回收答卷</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>感知</translation>
    </message>
    <message>
        <source>Gap</source>
        <translation>差距</translation>
    </message>
    <message>
        <source>In order</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>Marketing</source>
        <translation>营销</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>Mean place</source>
        <translation>平均名次</translation>
    </message>
    <message>
        <source>Measures</source>
        <translation>改进措施</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>调研方式</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>No measures were decided.</source>
        <translation>暂未确定措施。</translation>
    </message>
    <message>
        <source>No. {number}</source>
        <translation>编号 {number}</translation>
    </message>
    <message>
        <source>Nobody answered this question.</source>
        <translation>本题无人回答。</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>本次</translation>
    </message>
    <message>
        <source>Operations</source>
        <translation>运营</translation>
    </message>
    <message>
        <source>Overall satisfaction</source>
        <translation>总体满意度</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>调研期间</translation>
    </message>
    <message>
        <source>Prepared by</source>
        <translation>编制人</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>产品</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>调研目的</translation>
    </message>
    <message>
        <source>Put first by</source>
        <translation>列为第一</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>题目</translation>
    </message>
    <message>
        <source>Rated</source>
        <translation>评价项目</translation>
    </message>
    <message>
        <source>Response rate</source>
        <translation>回收率</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>调研结果</translation>
    </message>
    <message>
        <source>Run by</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>抽样</translation>
    </message>
    <message>
        <source>Sent to</source>
        <translation>报送</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>签署人</translation>
    </message>
    <message>
        <source>Signed on</source>
        <translation>签署日期</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>改进建议</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>概要</translation>
    </message>
    <message>
        <source>Summary report of the customer survey</source>
        <translation>客户调研信息汇总报告</translation>
    </message>
    <message>
        <source>The answers were not put under themes.</source>
        <translation>意见尚未归类。</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>层级</translation>
    </message>
    <message>
        <source>Too few answered to tell it of an anonymous survey.</source>
        <translation>匿名调研中回答人数过少，不予列示。</translation>
    </message>
    <message>
        <source>Two highest</source>
        <translation>前两档占比</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>完成期限</translation>
    </message>
    <message>
        <source>What is done</source>
        <translation>措施</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>责任人</translation>
    </message>
    <message>
        <source>Whom it is about</source>
        <translation>调研范围</translation>
    </message>
    <message>
        <source>answers</source>
        <translation>条</translation>
    </message>
    <message>
        <source>n: forms that answered the question. Intervals are of 95 %: of shares by Wilson, of means by Student&apos;s t, of NPS by the normal distribution.</source>
        <translation>n 为回答该题的答卷数。区间均为 95% 置信区间：占比用 Wilson 法，均值用 t 分布，NPS 用正态近似。</translation>
    </message>
    <message>
        <source>revision {number}</source>
        <translation>第 {number} 次修订</translation>
    </message>
    <message>
        <source>{count} days were given.</source>
        <translation>共填写 {count} 个日期。</translation>
    </message>
    <message>
        <source>{how}, {count} customers</source>
        <translation>{how}，{count} 位客户</translation>
    </message>
    <message>
        <source>“{quote}”</source>
        <translation>“{quote}”</translation>
    </message>
    <message>
        <source>{count} of those asked</source>
        <translation>其中调研对象 {count} 份</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Complaints found</source>
        <translation>发现的投诉及处理情况</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>About</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>情况</translation>
    </message>
    <message>
        <source>State</source>
        <translation>处理状态</translation>
    </message>
    <message>
        <source>No complaint was found in this survey.</source>
        <translation>本次调研未发现投诉。</translation>
    </message>
    <message>
        <source>{low} and {high}: {share}</source>
        <translation>{low}–{high} 分占 {share}</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答案</translation>
    </message>
</context>
<context>
    <name>survey words</name>
    <message>
        <source>, which is more than chance.</source>
        <translation>，差异显著。</translation>
    </message>
    <message>
        <source>, which may be chance.</source>
        <translation>，差异不显著。</translation>
    </message>
    <message>
        <source>NPS {nps} [{ci}]: {promoters} promoters, {passives} passives, {detractors} detractors</source>
        <translation>NPS {nps} [{ci}]：推荐者 {promoters}，中立者 {passives}，贬损者 {detractors}</translation>
    </message>
    <message>
        <source>Nothing stands out among the figures.</source>
        <translation>各项数据没有突出问题。</translation>
    </message>
    <message>
        <source>Open answers are mostly about: {what}.</source>
        <translation>客户意见主要集中在：{what}。</translation>
    </message>
    <message>
        <source>Overall satisfaction is {mean} of {most}; {share} gave one of the two highest marks.</source>
        <translation>总体满意度均值 {mean} 分（满分 {most} 分），最高两档占 {share}。</translation>
    </message>
    <message>
        <source>Rated lowest: {what}.</source>
        <translation>评价较低的方面：{what}。</translation>
    </message>
    <message>
        <source>The NPS is {nps}.</source>
        <translation>净推荐值（NPS）为 {nps}。</translation>
    </message>
    <message>
        <source>deviation {value}</source>
        <translation>标准差 {value}</translation>
    </message>
    <message>
        <source>mean {mean}</source>
        <translation>均值 {mean}</translation>
    </message>
    <message>
        <source>median {value}</source>
        <translation>中位数 {value}</translation>
    </message>
    <message>
        <source>no (p {p})</source>
        <translation>否（p {p}）</translation>
    </message>
    <message>
        <source>too few</source>
        <translation>人数过少</translation>
    </message>
    <message>
        <source>yes (p {p})</source>
        <translation>是（p {p}）</translation>
    </message>
    <message>
        <source>{low} and {high}: {share}</source>
        <translation>{low}–{high} 分占 {share}</translation>
    </message>
    <message>
        <source>{name} fell by {by} against survey {former}</source>
        <translation>{name}较上次调研（{former}）下降 {by}</translation>
    </message>
    <message>
        <source>{name} rose by {by} against survey {former}</source>
        <translation>{name}较上次调研（{former}）上升 {by}</translation>
    </message>
    <message>
        <source>From {first} to {last} {invited} customers were asked ({method}), of whom {answered} answered, which is {rate}; {forms} forms came back in all.</source>
        <translation>本次调研自{first}至{last}开展，采用{method}方式，调研客户 {invited} 位，其中 {answered} 位作答，回收率 {rate}；共回收答卷 {forms} 份。</translation>
    </message>
    <message>
        <source>{count} forms name nobody who was asked: they count among the answers, not in the response rate.</source>
        <translation>另有 {count} 份答卷未对应到调研对象，计入答题统计，不计入回收率。</translation>
    </message>
    <message>
        <source>Nobody has answered yet: there is nothing to be found.</source>
        <translation>尚无答卷，暂无发现。</translation>
    </message>
</context>
<context>
    <name>surveys</name>
    <message>
        <source>Assurance</source>
        <translation>保证性</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Empathy</source>
        <translation>移情性</translation>
    </message>
    <message>
        <source>Expectation</source>
        <translation>期望</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>One of several</source>
        <translation>单选</translation>
    </message>
    <message>
        <source>Open text</source>
        <translation>开放填写</translation>
    </message>
    <message>
        <source>Overall satisfaction</source>
        <translation>总体满意度</translation>
    </message>
    <message>
        <source>Perception</source>
        <translation>感知</translation>
    </message>
    <message>
        <source>Ranking</source>
        <translation>排序</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>评分</translation>
    </message>
    <message>
        <source>Recommendation (NPS)</source>
        <translation>推荐意愿（NPS）</translation>
    </message>
    <message>
        <source>Reliability</source>
        <translation>可靠性</translation>
    </message>
    <message>
        <source>Responsiveness</source>
        <translation>响应性</translation>
    </message>
    <message>
        <source>Several of several</source>
        <translation>多选</translation>
    </message>
    <message>
        <source>Several ratings</source>
        <translation>矩阵评分</translation>
    </message>
    <message>
        <source>Tangibles</source>
        <translation>有形性</translation>
    </message>
    <message>
        <source>The manager in charge</source>
        <translation>客户经理</translation>
    </message>
    <message>
        <source>Remind of survey {number}: {title}</source>
        <translation>提醒参加调研 {number}：{title}</translation>
    </message>
</context>
<context>
    <name>tasks</name>
    <message>
        <source>1 day late</source>
        <translation>逾期 1 天</translation>
    </message>
    <message>
        <source>Due today</source>
        <translation>今天到期</translation>
    </message>
    <message>
        <source>{days} days late</source>
        <translation>逾期 {days} 天</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>已退回</translation>
    </message>
</context>
<context>
    <name>tiers</name>
    <message>
        <source>no tier</source>
        <translation>无层级</translation>
    </message>
    <message>
        <source>{count} from {former} to {next}</source>
        <translation>{count} 位由{former}变为{next}</translation>
    </message>
</context>
<context>
    <name>timeline</name>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>due {day}</source>
        <translation>{day}到期</translation>
    </message>
    <message>
        <source>{fields} and {count} more</source>
        <translation>{fields} 等，另 {count} 项</translation>
    </message>
    <message>
        <source>{what}: done</source>
        <translation>{what}：已完成</translation>
    </message>
    <message>
        <source>{what}: handed over to {name}</source>
        <translation>{what}：转交给{name}</translation>
    </message>
    <message>
        <source>{what}: put off to {day}</source>
        <translation>{what}：改期到{day}</translation>
    </message>
    <message>
        <source>{what}: skipped, {reason}</source>
        <translation>{what}：已跳过，{reason}</translation>
    </message>
    <message>
        <source>{what}: {fields}</source>
        <translation>{what}：{fields}</translation>
    </message>
</context>
<context>
    <name>today</name>
    <message>
        <source>1 day late</source>
        <translation>逾期 1 天</translation>
    </message>
    <message>
        <source>Appointments</source>
        <translation>预约</translation>
    </message>
    <message>
        <source>Birthdays and care</source>
        <translation>生日与关怀</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Done today</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Due since {day}</source>
        <translation>{day}起</translation>
    </message>
    <message>
        <source>Follow-ups</source>
        <translation>跟进</translation>
    </message>
    <message>
        <source>Friday</source>
        <translation>星期五</translation>
    </message>
    <message>
        <source>From {day}</source>
        <translation>{day}起</translation>
    </message>
    <message>
        <source>Maturities</source>
        <translation>到期</translation>
    </message>
    <message>
        <source>Monday</source>
        <translation>星期一</translation>
    </message>
    <message>
        <source>Next seven days</source>
        <translation>未来七天</translation>
    </message>
    <message>
        <source>None recorded yet</source>
        <translation>尚无记录</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>告知事项</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>逾期</translation>
    </message>
    <message>
        <source>Plan of the day</source>
        <translation>今日计划</translation>
    </message>
    <message>
        <source>Promises</source>
        <translation>承诺</translation>
    </message>
    <message>
        <source>Regular contacts</source>
        <translation>例行联系</translation>
    </message>
    <message>
        <source>Saturday</source>
        <translation>星期六</translation>
    </message>
    <message>
        <source>Since {day}</source>
        <translation>最早 {day}</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>已跳过</translation>
    </message>
    <message>
        <source>Sunday</source>
        <translation>星期日</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>协办</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>协办事项</translation>
    </message>
    <message>
        <source>Thursday</source>
        <translation>星期四</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>Tuesday</source>
        <translation>星期二</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>预警</translation>
    </message>
    <message>
        <source>Wednesday</source>
        <translation>星期三</translation>
    </message>
    <message>
        <source>You read the worklists of the branch. Contacts are recorded by managers and supervisors.</source>
        <translation>您可以查看网点的名单；联系由客户经理和主管记录。</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>working day for {holiday}</source>
        <translation>{holiday}调休上班</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>{age} years</source>
        <translation>{age} 岁</translation>
    </message>
    <message>
        <source>{count} more of less value. Enter shows the next hundred.</source>
        <translation>另有 {count} 项资产较低的，按回车显示下一百项。</translation>
    </message>
    <message>
        <source>{count} people</source>
        <translation>{count} 位</translation>
    </message>
    <message>
        <source>{days} days ago</source>
        <translation>{days} 天前</translation>
    </message>
    <message>
        <source>{days} days late</source>
        <translation>逾期 {days} 天</translation>
    </message>
    <message>
        <source>{day} {channel}: {words}</source>
        <translation>{day}{channel}：{words}</translation>
    </message>
    <message>
        <source>{day}, in {days} days</source>
        <translation>{day} 还有 {days} 天</translation>
    </message>
    <message>
        <source>{missed} ({words})</source>
        <translation>{missed}（{words}）</translation>
    </message>
    <message>
        <source>{why} (with {name})</source>
        <translation>{why}（已转交 {name}）</translation>
    </message>
    <message>
        <source>{why} (handed over by {name})</source>
        <translation>{why}（{name}转来）</translation>
    </message>
    <message>
        <source>Never contacted</source>
        <translation>从未联系</translation>
    </message>
    <message>
        <source>None of this kind yet</source>
        <translation>尚无此类联系</translation>
    </message>
    <message>
        <source>Contacts of plans</source>
        <translation>计划联系</translation>
    </message>
    <message>
        <source>Complaints overdue in the branch</source>
        <translation>网点超期投诉</translation>
    </message>
    <message>
        <source>Complaints in your charge</source>
        <translation>由您负责的投诉</translation>
    </message>
</context>
<context>
    <name>traits</name>
    <message>
        <source>Assets</source>
        <translation>资产规模</translation>
    </message>
    <message>
        <source>At other banks</source>
        <translation>他行持有</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>较上月</translation>
    </message>
    <message>
        <source>Change on last month</source>
        <translation>较上月变动</translation>
    </message>
    <message>
        <source>Completeness</source>
        <translation>完整度</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>联系次数</translation>
    </message>
    <message>
        <source>Held here</source>
        <translation>本行持有</translation>
    </message>
    <message>
        <source>Holding</source>
        <translation>持有产品</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入批次</translation>
    </message>
    <message>
        <source>Important day</source>
        <translation>重要日子</translation>
    </message>
    <message>
        <source>Kinds of product</source>
        <translation>产品种数</translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation>上次联系</translation>
    </message>
    <message>
        <source>Next leaders&apos; visit</source>
        <translation>下次领导拜访</translation>
    </message>
    <message>
        <source>Next maturity</source>
        <translation>下次到期</translation>
    </message>
    <message>
        <source>Next regular call</source>
        <translation>下次例行电话</translation>
    </message>
    <message>
        <source>Next regular meeting</source>
        <translation>下次例行面谈</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>手机</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation>客群</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>层级</translation>
    </message>
    <message>
        <source>Invited to activity</source>
        <translation>受邀活动</translation>
    </message>
    <message>
        <source>Came to activity</source>
        <translation>参加过活动</translation>
    </message>
</context>
<context>
    <name>unlock</name>
    <message>
        <source>{time} backup brought back</source>
        <translation>{time} 已恢复备份</translation>
    </message>
    <message>
        <source>{time} locked</source>
        <translation>{time} 锁定</translation>
    </message>
    <message>
        <source>{time} locked after no activity</source>
        <translation>{time} 因无操作锁定</translation>
    </message>
    <message>
        <source>{time} locked with the Windows session</source>
        <translation>{time} 随 Windows 锁屏锁定</translation>
    </message>
    <message>
        <source>{time} the backup could not be brought back</source>
        <translation>{time} 未能恢复备份</translation>
    </message>
    <message>
        <source>{time} master key renewed</source>
        <translation>{time} 已更换主密钥</translation>
    </message>
    <message>
        <source>{time} the master key could not be renewed</source>
        <translation>{time} 主密钥未能更换</translation>
    </message>
    <message>
        <source>{time} closed, damage was found</source>
        <translation>{time} 因发现损坏而关闭</translation>
    </message>
</context>
<context>
    <name>usage</name>
    <message>
        <source>%(argument_name)s: %(message)s</source>
        <translation>%(argument_name)s：%(message)s</translation>
    </message>
    <message>
        <source>%(value)r is not a value for this.</source>
        <translation>%(value)r 不能用在这里。</translation>
    </message>
    <message>
        <source>--demo and --self-test open the window and take no command.</source>
        <translation>--demo 和 --self-test 用来打开窗口，后面不能再写命令。</translation>
    </message>
    <message>
        <source>--demo has a vault, a person and a password of its own.</source>
        <translation>--demo 使用自带的档案库、人员和密码，不能另行指定。</translation>
    </message>
    <message>
        <source>--fresh goes with --demo.</source>
        <translation>--fresh 只能与 --demo 一起使用。</translation>
    </message>
    <message>
        <source>--json goes with a command.</source>
        <translation>--json 只能与命令一起使用。</translation>
    </message>
    <message>
        <source>A value must follow.</source>
        <translation>后面须写一个值。</translation>
    </message>
    <message>
        <source>At least one value must follow.</source>
        <translation>后面至少写一个值。</translation>
    </message>
    <message>
        <source>Nothing here is called %s. Options for all commands stand before the command.</source>
        <translation>这里没有 %s 这一项。通用选项要写在命令之前。</translation>
    </message>
    <message>
        <source>One of these is needed: %s.</source>
        <translation>以下各项须有其一：%s。</translation>
    </message>
    <message>
        <source>Only one value may follow.</source>
        <translation>后面最多写一个值。</translation>
    </message>
    <message>
        <source>There is no %(value)r here; it can be %(choices)s.</source>
        <translation>没有 %(value)r 这一项；可以是 %(choices)s。</translation>
    </message>
    <message>
        <source>This does not go together with %s.</source>
        <translation>不能与 %s 同时使用。</translation>
    </message>
    <message>
        <source>This is still needed: %s.</source>
        <translation>还缺少：%s。</translation>
    </message>
    <message>
        <source>This takes no value, so %r has no place here.</source>
        <translation>此项不带值，不能写 %r。</translation>
    </message>
    <message>
        <source>options</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>positional arguments</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>usage: </source>
        <translation>用法：</translation>
    </message>
</context>
<context>
    <name>value editors</name>
    <message>
        <source>CNY</source>
        <translation>元</translation>
    </message>
    <message>
        <source>amount together</source>
        <translation>合计金额</translation>
    </message>
    <message>
        <source>at any bank</source>
        <translation>不限银行</translation>
    </message>
    <message>
        <source>at any other bank</source>
        <translation>任一他行</translation>
    </message>
    <message>
        <source>at the bank named</source>
        <translation>指定银行</translation>
    </message>
    <message>
        <source>contacts</source>
        <translation>次</translation>
    </message>
    <message>
        <source>days</source>
        <translation>天</translation>
    </message>
    <message>
        <source>from</source>
        <translation>从</translation>
    </message>
    <message>
        <source>here</source>
        <translation>本行</translation>
    </message>
    <message>
        <source>in the last</source>
        <translation>最近</translation>
    </message>
    <message>
        <source>matures between</source>
        <translation>到期日介于</translation>
    </message>
    <message>
        <source>matures within days</source>
        <translation>若干天内到期</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>to</source>
        <translation>至</translation>
    </message>
    <message>
        <source>whatever the maturity</source>
        <translation>不限到期日</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
</context>
</TS>
