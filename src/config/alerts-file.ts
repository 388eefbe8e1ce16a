import { z } from 'zod';
import { idField, nameField, timeField } from './fields.ts';
import { expects, keys } from './shape.ts';

/** The form of `alerts:` in `estate.yaml`. What its parts must be to one another is in alerts.ts. */

/** Secrets stay out of the file: the name of an environment variable that holds one. */
const variableField = z.string().regex(/^[A-Za-z_][A-Za-z0-9_]{0,99}$/, {
  error: expects(
    { zh: '环境变量名，如 SMTP_PASSWORD', en: 'the name of an environment variable, such as SMTP_PASSWORD' },
    { zh: '把口令或网址放进环境变量，这里只写变量名', en: 'put the secret into the environment and write only its name here' },
  ),
});

const mailAddressField = z.string().regex(/^[^\s@<>,;"]{1,64}@[^\s@<>,;"]{1,255}$/, {
  error: expects({ zh: '邮箱地址', en: 'a mail address' }, { zh: '写成 name@example.gov.cn', en: 'write it like name@example.gov.cn' }),
});

const workingDays = z.int().min(1).max(250);

const common = {
  id: idField,
  /** Messages a minute, over all processes; left out: what the service allows. */
  perMinute: z.int().min(1).max(1000).optional(),
};

const robotFields = {
  ...common,
  /** Variable with the robot's whole webhook address: whoever knows it can write to the group. */
  urlFrom: variableField,
  /** Variable with the key that requests are signed with. */
  secretFrom: variableField.optional(),
  allowPrivateNetworks: z.boolean().default(false),
};

const channelSchemas = {
  email: keys({
    type: z.literal('email'),
    ...common,
    host: z.string().trim().min(1),
    port: z.int().min(1).max(65_535).default(465),
    /** `tls` from the first byte (465), `starttls` (587), `none` for a relay on the own network. */
    security: z.enum(['tls', 'starttls', 'none']).default('tls'),
    user: z.string().min(1).optional(),
    passwordFrom: variableField.optional(),
    from: mailAddressField,
    fromName: nameField.optional(),
  }),
  wecom: keys({ type: z.literal('wecom'), ...robotFields }),
  dingtalk: keys({ type: z.literal('dingtalk'), ...robotFields }),
  feishu: keys({ type: z.literal('feishu'), ...robotFields }),
  webhook: keys({ type: z.literal('webhook'), ...robotFields, secretFrom: variableField }),
};

export const channelSchema = z.discriminatedUnion(
  'type',
  [channelSchemas.email, channelSchemas.wecom, channelSchemas.dingtalk, channelSchemas.feishu, channelSchemas.webhook],
  {
    error: expects(
      {
        zh: 'type 是 email、wecom（企业微信）、dingtalk（钉钉）、feishu（飞书）、webhook 之一',
        en: 'type is one of email, wecom, dingtalk, feishu, webhook',
      },
      { zh: '改 type', en: 'change type' },
    ),
  },
);
/** A way to reach people (渠道). */
export type ChannelSettings = z.output<typeof channelSchema>;

const contactSchema = keys({
  name: nameField,
  role: z.enum(['contact', 'head', 'supervisor', 'operators']),
  /** For `contact` and `head`: the unit they answer for. */
  unit: idField.optional(),
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
