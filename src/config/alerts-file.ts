import { z } from 'zod';
import { channelSchema } from '../alerts/channels/channels.ts';
import { idField, mailAddressField, nameField, timeField } from './fields.ts';
import { keys } from './shape.ts';

/** The form of `alerts:` in `estate.yaml`. What its parts must be to one another is in alerts.ts. */

const workingDays = z.int().min(1).max(250);

const contactSchema = keys({
  name: nameField,
  role: z.enum(['contact', 'head', 'supervisor', 'operators']),
  /** For `contact` and `head`: the unit they answer for. */
  unit: idField.optional(),
  /** Telephone, for the call sheet. */
  phone: z.string().trim().max(40).optional(),
  /** Channel by id; e-mail channels need an address. */
  via: z.array(keys({ channel: idField, to: mailAddressField.optional() })).min(1),
});
/** Somebody who is told (联系人). */
export type ContactSettings = z.output<typeof contactSchema>;

export const alertsSchema = keys({
  /** Of findings, of what alerts say, and of letters. The console speaks each person's own. */
  language: z.enum(['zh', 'en']).default('zh'),
  /** Where the console is reached, for permanent links. */
  consoleUrl: z.url({ protocol: /^https?$/ }).optional(),
  /** `by-person`: somebody sends each alert; `when-confirmed`: it goes to the unit as soon as it is confirmed. */
  sending: z.enum(['by-person', 'when-confirmed']).default('by-person'),
  /** A column that falls due within so many days is announced to its unit; 0: never. */
  announceDays: z.int().min(0).max(60).default(5),
  /** When the day's digest leaves. */
  digestAt: timeField.default('09:00'),
  /** Nothing is sent from `from` to `to`, nor, with `workingDaysOnly`, on days off. */
  quietHours: keys({
    from: timeField.default('20:00'),
    to: timeField.default('08:00'),
    workingDaysOnly: z.boolean().default(true),
  }).prefault({}),
  /** Working days to mend it, from the day after it was sent. */
  deadlines: keys({
    veto: workingDays.default(3),
    major: workingDays.default(5),
    minor: workingDays.default(10),
    notice: workingDays.default(15),
  }).prefault({}),
  /** Working days that each further step of the ladder has, before the next one is told. */
  ladder: keys({ head: workingDays.default(3), supervisor: workingDays.default(3) }).prefault({}),
  channels: z.array(channelSchema).default([]),
  contacts: z.array(contactSchema).default([]),
});
/** How alerts are sent, to whom, and what becomes of them when nobody mends what they tell of. */
export type AlertSettings = z.output<typeof alertsSchema>;
