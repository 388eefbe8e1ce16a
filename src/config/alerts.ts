import { type AlertSettings, alertsSchema } from './alerts-file.ts';
import type { Problem } from './problem.ts';
import { addProblem, addWarning, checkFree, checkShape, choose } from './shape.ts';
import type { Warning } from './warning.ts';
import type { YamlFile } from './yaml-file.ts';

/** Units without a contact that a warning names; the rest are counted. */
const SHOWN_UNITS = 5;

/** What nobody hears of where a role has no contact. */
const UNHEARD = {
  operators: { zh: '本程序的故障无人收到', en: 'nobody hears of faults of our own' },
  supervisor: {
    zh: '逾期不改的预警和周报无人收到',
    en: 'nobody hears of what stays late, or gets the weekly report',
  },
} as const;

/** Reads `alerts:` of `estate.yaml`; where it is not written every setting has its default, and nobody is told anything. */
export function readAlertSettings(source: YamlFile, problems: Problem[], warnings: Warning[]): AlertSettings {
  const written = (source.value as { alerts?: unknown } | null)?.alerts ?? {};
  const settings = checkShape(alertsSchema, written, source, ['alerts'], problems);
  if (settings === null) return alertsSchema.parse({});
  checkChannels(settings, source, problems);
  checkContacts(settings, source, problems);
  warnOfSilence(settings, source, warnings);
  return settings;
}

function checkChannels({ channels }: AlertSettings, source: YamlFile, problems: Problem[]): void {
  const ids = new Set<string>();
  for (const [index, { id }] of channels.entries()) checkFree(id, ids, source, ['alerts', 'channels', index, 'id'], problems);
}

function checkContacts({ channels, contacts }: AlertSettings, source: YamlFile, problems: Problem[]): void {
  const units = unitIds(source);
  for (const [index, { role, unit, via }] of contacts.entries()) {
    const path = ['alerts', 'contacts', index];
    const ofUnit = role === 'contact' || role === 'head';
    if (ofUnit && (unit === undefined || !units.includes(unit))) {
      addProblem(problems, source, [...path, 'unit'], unit, { zh: 'units 里的一个 id', en: 'an id of units' }, choose(unit ?? '', units));
    }
    if (!ofUnit && unit !== undefined) {
      const expected = { zh: '督办部门和运维人员不属于某个单位', en: 'supervisors and operators belong to no unit' };
      addProblem(problems, source, [...path, 'unit'], unit, expected, { zh: '删去 unit', en: 'leave unit out' });
    }
    for (const [place, { channel, to }] of via.entries()) {
      const settings = channels.find(({ id }) => id === channel);
      const ids = channels.map(({ id }) => id);
      const at = [...path, 'via', place];
      if (!settings) {
        addProblem(
          problems,
          source,
          [...at, 'channel'],
          channel,
          { zh: 'alerts.channels 里的一个 id', en: 'an id of alerts.channels' },
          choose(channel, ids),
        );
      } else if (settings.type === 'email' && to === undefined) {
        addProblem(problems, source, [...at, 'to'], to, { zh: '邮箱地址', en: 'a mail address' }, { zh: '补上 to', en: 'add to' });
      } else if (settings.type !== 'email' && to !== undefined) {
        addProblem(
          problems,
          source,
          [...at, 'to'],
          to,
          { zh: '机器人只发到自己的群，不写 to', en: 'a robot writes to its own group' },
          { zh: '删去 to', en: 'leave to out' },
        );
      }
    }
  }
}

/** Who would hear nothing, or nothing that leads anywhere, once channels are there. */
function warnOfSilence({ channels, contacts, consoleUrl }: AlertSettings, source: YamlFile, warnings: Warning[]): void {
  if (channels.length === 0) return;
  if (consoleUrl === undefined) {
    const message = {
      zh: '没有写 alerts.consoleUrl：通知和周报里没有链接',
      en: 'no alerts.consoleUrl: letters and reports have no links into the console',
    };
    addWarning(warnings, source, ['alerts', 'channels'], message);
  }
  for (const [role, consequence] of Object.entries(UNHEARD)) {
    if (!contacts.some((contact) => contact.role === role))
      addWarning(warnings, source, ['alerts', 'contacts'], {
        zh: `没有角色为 ${role} 的联系人：${consequence.zh}`,
        en: `no contact has the role ${role}: ${consequence.en}`,
      });
  }
  const silent = unitIds(source).filter((id) => !contacts.some(({ role, unit }) => role === 'contact' && unit === id));
  if (silent.length > 0) {
    const few = `${silent.slice(0, SHOWN_UNITS).join('、')}${silent.length > SHOWN_UNITS ? '…' : ''}`;
    const message = {
      zh: `${silent.length} 个单位没有联系人，发给它们的预警无人收到：${few}`,
      en: `${silent.length} units without a contact, who hear of no alert: ${few}`,
    };
    addWarning(warnings, source, ['alerts', 'contacts'], message);
  }
}

function unitIds(source: YamlFile): string[] {
  const units = (source.value as { units?: unknown } | null)?.units;
  return Array.isArray(units) ? units.flatMap((unit: { id?: unknown } | null) => (typeof unit?.id === 'string' ? [unit.id] : [])) : [];
}
