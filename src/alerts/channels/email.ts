import { createTransport } from 'nodemailer';
import { z } from 'zod';
import { mailAddressField, nameField, variableField } from '../../config/fields.ts';
import { quoted } from '../../model/sentence.ts';
import { mailHtml, mailText } from '../render.ts';
import { channel, missingSecret } from './channel.ts';

const CONNECT_MS = 15_000;
const SILENCE_MS = 30_000;

/**
 * E-mail by SMTP. The server is one that the operator names, on the own network more often than not, so it is dialled without the
 * door's look at addresses. Message-ID and date are the delivery's and the same in every try: mailboxes know a second copy by it.
 */
export const email = channel({
  type: 'email',
  name: { zh: '邮件', en: 'e-mail' },
  fields: {
    host: z.string().trim().min(1),
    port: z.int().min(1).max(65_535).default(465),
    /** `tls` from the first byte (465), `starttls` (587), `none` for a relay on the own network. */
    security: z.enum(['tls', 'starttls', 'none']).default('tls'),
    user: z.string().min(1).optional(),
    passwordFrom: variableField.optional(),
    from: mailAddressField,
    fromName: nameField.optional(),
  },
  perMinute: 60,
  async send({ id, address, letter, createdAt }, settings, ports) {
    if (address === null) return { outcome: 'refused', detail: { zh: '没有收件地址', en: 'no address to send to' } };
    const { host, port, security, user, passwordFrom, from, fromName } = settings;
    const pass = passwordFrom === undefined ? null : ports.secret(passwordFrom);
    if (passwordFrom !== undefined && pass === null) return missingSecret(passwordFrom);
    const transport = createTransport({
      host,
      port,
      secure: security === 'tls',
      requireTLS: security === 'starttls',
      ignoreTLS: security === 'none',
      connectionTimeout: CONNECT_MS,
      greetingTimeout: CONNECT_MS,
      socketTimeout: SILENCE_MS,
      disableFileAccess: true,
      disableUrlAccess: true,
      ...(user === undefined ? {} : { auth: { user, pass: pass ?? '' } }),
    });
    try {
      await transport.sendMail({
        from: { name: fromName ?? '', address: from },
        to: { name: '', address },
        subject: letter.subject,
        text: mailText(letter, ports.consoleUrl),
        html: mailHtml(letter, ports.consoleUrl),
        messageId: `<${id}@${from.slice(from.indexOf('@') + 1)}>`,
        date: createdAt,
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
      return { outcome: 'sent' };
    } catch (error) {
      const { code, responseCode, message } = error as Error & { code?: string; responseCode?: number };
      // 550 and its like about the recipient are final; a refused login or sender is ours to mend, and the mail waits for it.
      const isFinal = code === 'EENVELOPE' && responseCode !== undefined && responseCode >= 550 && responseCode < 555;
      return { outcome: isFinal ? 'refused' : 'failed', detail: quoted(`${host}:${port} ${message}`.slice(0, 500)) };
    } finally {
      transport.close();
    }
  },
});
