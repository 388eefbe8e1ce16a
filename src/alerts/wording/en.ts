import type { AlertWording } from './alert-wording.ts';

export const en: AlertWording = {
  states: {
    open: 'to be confirmed',
    confirmed: 'confirmed',
    sent: 'sent',
    acknowledged: 'answered by the unit',
    rectified: 'rectified',
    objected: 'objected to',
    closed: 'closed',
    dismissed: 'dismissed',
  },
  events: {
    opened: 'opened',
    observed: 'seen again',
    gone: 'no longer found',
    lapsed: 'no longer applies',
    confirmed: 'confirm',
    sent: 'send',
    reached: 'reached',
    told: 'told',
    acknowledged: 'answer',
    objected: 'object',
    kept: 'keep after objection',
    extended: 'given more days',
    escalated: 'escalate',
    dismissed: 'dismiss',
    closed: 'close',
    reopened: 'reopen',
    commented: 'message',
    remarked: 'remark for colleagues',
    assigned: 'assign',
    interviewed: 'interview',
    'held-to-account': 'hold to account',
    undone: 'undo',
  },
  kinds: { column: 'column', site: 'site', unit: 'unit', access: 'site cannot be read', due: 'falls due soon', ours: 'this tool' },
  severities: { veto: 'veto', major: 'major', minor: 'minor', notice: 'notice' },
  dismissals: { 'false-alarm': 'false alarm', archived: 'archived', 'no-business': 'no business' },
  rungs: { contact: "the unit's contact", head: "the unit's head", supervisor: 'the supervising office', circular: 'the circular list' },
  roles: {
    contact: "the unit's contact",
    head: "the unit's head",
    supervisor: 'the supervising office',
    operators: 'operators of this tool',
  },
  topics: {
    sent: 'To be mended',
    escalated: 'Not mended in time, escalated',
    kept: 'Looked at after an objection, still to be mended',
    announced: 'Columns and duties that fall due soon',
    rectified: 'Found to be mended',
    ours: 'For the operators of this tool (nothing to do with any unit)',
  },

  refusedInState(state, event, { theirs, others }) {
    const refused = `An alert that is "${en.states[state]}" does not take "${en.events[event]}".`;
    if (theirs.length > 0) return `${refused} What can be done now: ${theirs.map((one) => en.events[one]).join(', ')}.`;
    if (others) return `${refused} It is with the office now.`;
    return `${refused} Nothing can be done by hand now; whether it is mended shows when the site is read next.`;
  },
  needsWhy: 'Say why: whoever checks this later will ask.',
  needsWhat: 'Say what will be done about it.',
  needsWhom: 'Say who was told.',
  notYet: (day) => `${day} is yet to come; give the day on which they were told.`,
  endIsOver: (day) => `${day} is over; choose today or a later day.`,
  promised: (what, until) => `${what} (promised by ${until})`,
  dismissedFor: (reason, why, until) => `${en.dismissals[reason]}: ${why} (until ${until})`,
  overdueForMending: (dueOn, rung) => `It was to be mended by ${dueOn} and is not; escalated to ${en.rungs[rung]}.`,
  reached: (rung, dueOn, mayMove) => `The message reached ${en.rungs[rung]}; last day ${en.lastDay(dueOn, mayMove)}.`,
  told: (whom, how, on) => `${whom} was told ${en.tellings[how]} on ${on}.`,
  assigned: (to) => (to === null ? 'Nobody sees to it in particular any more.' : `${to} sees to it.`),
  extended: (from, to) => `Days off or the settings of deadlines changed: the last day is ${to} instead of ${from}.`,
  undone: (event) => `"${en.events[event]}" was undone.`,
  tellings: { phone: 'by phone', paper: 'on paper', 'in-person': 'in person' },
  reasons: {
    'no-longer-found': 'The site was read again and the problem is gone.',
    'no-longer-found-again': 'Read once more, still gone: closed.',
    'gone-before-confirmed': 'It was gone before anybody confirmed it; the unit was not told.',
    'now-overdue': 'It is overdue now, which is an alert of its own.',
    'not-watched': 'The site or column is no longer watched, or nothing is expected of it.',
    'new-term': 'A new term has begun; this one is judged no more.',
    'rule-off': 'The rule it stood on was switched off, is no longer valid or was replaced.',
    'handed-over': 'Another unit answers for the column or site now; nothing is asked of this one any more.',
    noted: 'Nothing can mend it: the unit was told and did not object in time, so it stays in the year’s record and goes no further.',
    'by-rule': 'Sent as configured.',
    'needs-no-second-look': 'Such an alert needs no second look.',
  },

  letterSubject: ({ estate, unit, count, urgent, role }) =>
    `${urgent ? '[urgent] ' : ''}${estate} disclosure ${role === 'operators' ? 'monitor: for operators' : 'alerts'}${unit ? `: ${unit}` : ''} (${count})`,
  letterOpening: ({ estate, unit, role, count }) =>
    role === 'operators'
      ? `${count} matters of ${estate}'s disclosure monitor need its operators:`
      : role === 'head'
        ? `To the head of ${unit ?? 'the unit'}: these ${count} matters of disclosure were told to your contact and are not mended in time. Please see to it; each has its grounds. If you disagree, say so in your answer.`
        : role === 'supervisor'
          ? `To ${en.roles[role]}: these ${count} matters were told to the unit's contact and head and are not mended in time; each has its grounds.`
          : `To ${unit ?? en.roles[role]}: what the disclosure monitor of ${estate} has to tell (${count}), each with its grounds. If you disagree, say so in your answer.`,
  whyNone: (why) =>
    `Alerts are opened by audits that read every column and judge the present: ${why === 'unaudited' ? 'none ran yet' : why === 'unfinished' ? 'the last audit was not finished' : `the last audit judged ${why}`}.`,
  letterClosing: ({ estate, desk, ask = [] }) =>
    `Disclosure monitor of ${estate}${desk ? ` · ${desk}` : ''}${ask.length > 0 ? ` · questions: ${ask.join(', ')}` : ''}`,
  letterUnit: (name) => `Unit: ${name}`,
  letterPlace: (path) => `Where: home page › ${path}`,
  letterAddress: (address) => `Address: ${address}`,
  letterLastSeen: (day, readOn) => `Last item: ${day}${readOn ? ` (read on ${readOn})` : ''}`,
  letterBasis: ({ issuer, document, article }) => `Based on: ${issuer} ${document}, ${article}`,
  letterPeriod: (of) =>
    of === 'own-period'
      ? 'Based on: the period agreed for this column'
      : 'Based on: no document sets a period; this is what the monitor usually expects',
  letterFollows: (next) =>
    `If it is not mended in time, ${next === 'circular' ? 'it goes on the circular list' : `${en.rungs[next]} is told`}`,
  letterLine({ message, severity, dueOn, mayMove, mendable, rung }) {
    const day = dueOn && en.lastDay(dueOn, mayMove);
    const asked = mendable
      ? day && `to be mended by ${day}`
      : `nothing can mend it, this is told once${day ? `; objections by ${day}` : ''}`;
    return `${message} (${[en.severities[severity], asked, rung ? `escalated to ${en.rungs[rung]}` : null].filter(Boolean).join('; ')})`;
  },
  lastDay: (dueOn, mayMove) => (mayMove ? `${dueOn} (the holidays of ${dueOn.slice(0, 4)} are not known yet; it may move)` : dueOn),
  letterRectified: ({ message, on }) => `${message} (seen mended on ${on})`,
  letterHeading: (heading) => `${heading}:`,
  more: (count) => `${count} more did not fit in; see the desk.`,
  number: (id) => `No. ${id}`,
  testLetter: ({ estate, channel }) => ({
    subject: `Disclosure monitor of ${estate}: test`,
    opening: `A test message: channel "${channel}" works. Nothing to do.`,
  }),
};
