import type { AlertWording } from './alert-wording.ts';

export const zh: AlertWording = {
  states: {
    open: '待确认',
    confirmed: '已确认',
    sent: '已发送',
    acknowledged: '单位已答复',
    objected: '单位有异议',
    rectified: '已整改',
    closed: '已销号',
    dismissed: '不予处理',
  },
  events: {
    opened: '发现',
    observed: '再次发现',
    gone: '复查未再发现',
    lapsed: '不再适用',
    confirmed: '确认',
    sent: '发送',
    reached: '送达',
    told: '已告知',
    acknowledged: '答复',
    objected: '提出异议',
    kept: '异议不成立，维持',
    escalated: '升级督办',
    extended: '期限顺延',
    dismissed: '不予处理',
    closed: '销号',
    reopened: '重新打开',
    commented: '留言',
    remarked: '内部备注',
    assigned: '交办',
    interviewed: '约谈',
    'held-to-account': '问责',
    undone: '撤销',
  },
  kinds: { column: '栏目', site: '网站', unit: '单位', access: '网站无法读取', due: '即将到期', ours: '本工具' },
  severities: { veto: '单项否决', major: '重要', minor: '一般', notice: '提示' },
  dismissals: { 'false-alarm': '误报', archived: '已归档', 'no-business': '无业务' },
  rungs: { contact: '单位联系人', head: '单位负责人', supervisor: '督办部门', circular: '通报名单' },
  roles: { contact: '单位联系人', head: '单位负责人', supervisor: '督办部门', operators: '本工具运维人员' },
  topics: {
    sent: '需要整改的问题',
    escalated: '逾期未整改，已升级督办',
    kept: '异议经核实不成立、仍需整改的问题',
    announced: '即将到期的栏目和应公开事项，请及时更新、公开',
    rectified: '复查确认已整改的问题',
    ours: '本工具自身需要处理的问题（与被监测单位无关）',
  },

  refusedInState(state, event, { theirs, others }) {
    const refused = `“${zh.states[state]}”的预警不能“${zh.events[event]}”。`;
    if (theirs.length > 0) return `${refused}现在可以：${theirs.map((one) => zh.events[one]).join('、')}。`;
    return refused + (others ? '现在由督办人员办理。' : '现在没有可以人工办理的操作；是否整改以下一次读取网站的结果为准。');
  },
  needsWhy: '请写明理由，以后核查时要看。',
  needsWhat: '请写明准备怎样整改。',
  needsWhom: '请写明告知了谁。',
  notYet: (day) => `${day} 还没有到，请写实际告知的日期。`,
  endIsOver: (day) => `截止日期 ${day} 已经过去，请选今天或以后的日期。`,
  promised: (what, until) => `${what}（承诺 ${until} 前完成）`,
  dismissedFor: (reason, why, until) => `${zh.dismissals[reason]}：${why}（有效至 ${until}）`,
  overdueForMending: (dueOn, rung) => `整改期限 ${dueOn} 已过，仍未整改，升级到${zh.rungs[rung]}。`,
  reached: (rung, dueOn, mayMove) => `${zh.rungs[rung]}已收到通知，期限 ${zh.lastDay(dueOn, mayMove)}。`,
  told: (whom, how, on) => `${on} 已${zh.tellings[how]}告知${whom}。`,
  assigned: (to) => (to === null ? '不再指定经办人。' : `由 ${to} 经办。`),
  extended: (from, to) => `放假调休安排或整改期限的设置有变，期限由 ${from} 顺延到 ${to}。`,
  undone: (event) => `撤销了“${zh.events[event]}”。`,
  tellings: { phone: '电话', paper: '书面', 'in-person': '当面' },
  reasons: {
    'no-longer-found': '再次读取网站，问题已不存在。',
    'no-longer-found-again': '又一次读取，问题仍未再出现，自动销号。',
    'gone-before-confirmed': '确认之前问题已不存在，没有通知单位。',
    'now-overdue': '已经超期，另按超期预警办理。',
    'not-watched': '这个网站或栏目已不在监测范围，或已注明不要求更新。',
    'new-term': '已进入新的期限，这一期不再判断。',
    'rule-off': '所依据的规则已停用、失效或改换，不再据此判断。',
    'handed-over': '这个栏目或网站已由别的单位负责，不再要求原单位整改。',
    noted: '无法补正，告知后异议期已过，记入年度记录，不再督办。',
    'by-rule': '按配置自动发送。',
    'needs-no-second-look': '这类预警无需再次核实。',
  },

  letterSubject: ({ estate, unit, count, urgent, role }) =>
    `${urgent ? '【紧急】' : ''}${estate}政务公开${role === 'operators' ? '监测运维提醒' : '预警'}${unit ? `：${unit}` : ''}（${count} 条）`,
  letterOpening: ({ estate, unit, role, count }) =>
    role === 'operators'
      ? `${estate}政务公开监测有 ${count} 件事需要运维人员处理：`
      : role === 'head'
        ? `${unit ?? ''}负责同志：贵单位以下 ${count} 项政府信息公开问题，联系人收到通知后逾期仍未整改，请督促办理，每条都附有依据。如有异议，请在答复中说明。`
        : role === 'supervisor'
          ? `${zh.roles[role]}：以下 ${count} 项问题经通知单位联系人、负责人后逾期仍未整改，请督办，每条都附有依据。`
          : `${unit ?? zh.roles[role]}：现将${estate}政府网站信息公开监测情况（${count} 条）告知如下，每条都附有依据。如有异议，请在答复中说明。`,
  whyNone: (why) =>
    `预警由读完全部栏目、判断当下的监测产生，${why === 'unaudited' ? '还没有做过这样的监测' : why === 'unfinished' ? '最近一次监测没有做完' : `最近一次监测判断的是 ${why}`}。`,
  letterClosing: ({ estate, desk, ask = [] }) =>
    `${estate}政务公开监测${desk ? `　办理入口：${desk}` : ''}${ask.length > 0 ? `　咨询：${ask.join('、')}` : ''}`,
  letterUnit: (name) => `单位：${name}`,
  letterPlace: (path) => `位置：首页 › ${path}`,
  letterAddress: (address) => `网址：${address}`,
  letterLastSeen: (day, readOn) => `最近一条：${day}${readOn ? `（${readOn} 读取）` : ''}`,
  letterBasis: ({ issuer, document, article }) => `依据：${issuer}${document}，${article}`,
  letterPeriod: (of) => (of === 'own-period' ? '依据：本栏目约定的更新周期' : '依据：文件没有规定更新周期，按监测系统的一般要求，供参考'),
  letterFollows: (next) => `逾期未整改的，将${next === 'circular' ? '列入通报名单' : `告知${zh.rungs[next]}`}`,
  letterLine({ message, severity, dueOn, mayMove, mendable, rung }) {
    const day = dueOn && zh.lastDay(dueOn, mayMove);
    const asked = mendable ? day && `请于 ${day} 前整改` : `无法补正，只作告知${day ? `，如有异议请于 ${day} 前提出` : ''}`;
    return `${message}（${[zh.severities[severity], asked, rung ? `已升级到${zh.rungs[rung]}` : null].filter(Boolean).join('；')}）`;
  },
  lastDay: (dueOn, mayMove) => (mayMove ? `${dueOn}（${dueOn.slice(0, 4)} 年放假安排尚未公布，可能变动）` : dueOn),
  letterRectified: ({ message, on }) => `${message}（${on} 复查确认已整改）`,
  letterHeading: (heading) => `【${heading}】`,
  more: (count) => `另有 ${count} 条，因消息长度限制未列出，请到办理入口查看。`,
  number: (id) => `编号 ${id}`,
  testLetter: ({ estate, channel }) => ({
    subject: `${estate}政务公开监测：渠道测试`,
    opening: `这是一条测试消息，说明渠道“${channel}”已经配置好。无需处理。`,
  }),
};
