import { type AlertSettings, alertsSchema } from './alerts-file.ts';
import type { Problem } from './problem.ts';
import { addProblem, checkShape, choose } from './shape.ts';
import type { YamlFile } from './yaml-file.ts';

/** Reads `alerts:` of `estate.yaml`; where it is not written every setting has its default, and nobody is told anything. */
export function readAlertSettings(source: YamlFile, problems: Problem[]): AlertSettings {
  const written = (source.value as { alerts?: unknown } | null)?.alerts ?? {};
  const settings = checkShape(alertsSchema, written, source, ['alerts'], problems);
  if (settings === null) return alertsSchema.parse({});
  checkChannels(settings, source, problems);
  checkContacts(settings, source, problems);
  return settings;
}

function checkChannels({ channels }: AlertSettings, source: YamlFile, problems: Problem[]): void {
  for (const [index, { id }] of channels.entries()) {
    if (channels.findIndex((one) => one.id === id) === index) continue;
    const path = ['alerts', 'channels', index, 'id'];
    addProblem(problems, source, path, id, '没用过的 id · an id not used before', `改一个，例如 · change it, for example: ${id}-2`);
  }
}

function checkContacts({ channels, contacts }: AlertSettings, source: YamlFile, problems: Problem[]): void {
  const units = unitIds(source);
  for (const [index, { role, unit, via }] of contacts.entries()) {
    const path = ['alerts', 'contacts', index];
    const ofUnit = role === 'contact' || role === 'head';
    if (ofUnit && (unit === undefined || !units.includes(unit))) {
      addProblem(problems, source, [...path, 'unit'], unit, 'units 里的一个 id · an id of units', choose(unit ?? '', units));
    }
    if (!ofUnit && unit !== undefined) {
      const expected = '督办部门和运维人员不属于某个单位 · supervisors and operators belong to no unit';
      addProblem(problems, source, [...path, 'unit'], unit, expected, '删去 unit · leave unit out');
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
          'alerts.channels 里的一个 id · an id of alerts.channels',
          choose(channel, ids),
        );
      } else if (settings.type === 'email' && to === undefined) {
        addProblem(problems, source, [...at, 'to'], to, '邮箱地址 · a mail address', '补上 to · add to');
      } else if (settings.type !== 'email' && to !== undefined) {
        addProblem(
          problems,
          source,
          [...at, 'to'],
          to,
          '机器人只发到自己的群，不写 to · a robot writes to its own group',
          '删去 to · leave to out',
        );
      }
    }
  }
}

function unitIds(source: YamlFile): string[] {
  const units = (source.value as { units?: unknown } | null)?.units;
  return Array.isArray(units) ? units.flatMap((unit: { id?: unknown } | null) => (typeof unit?.id === 'string' ? [unit.id] : [])) : [];
}
