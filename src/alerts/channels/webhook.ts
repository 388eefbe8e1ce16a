import { createHmac } from 'node:crypto';
import { variableField } from '../../config/fields.ts';
import { channel, failedAnswer, missingSecret } from './channel.ts';
import { ROBOT_FIELDS } from './robot.ts';

/** The receiver says that no second try will help. */
const FINAL: readonly (number | null)[] = [400, 410, 413, 422];

/**
 * A plain webhook: a POST of JSON. `X-Gongkai-Signature: t=SECONDS,v1=HEX` is HMAC-SHA256 of `SECONDS.BODY` under the shared secret;
 * `Idempotency-Key` is the delivery's id and the same in every try.
 */
export const webhook = channel({
  type: 'webhook',
  name: { zh: '自有系统接口', en: 'own system' },
  fields: { ...ROBOT_FIELDS, secretFrom: variableField },
  perMinute: 60,
  async send({ id, role, unit, letter, createdAt }, settings, ports, at) {
    const url = ports.secret(settings.urlFrom);
    if (url === null) return missingSecret(settings.urlFrom);
    const secret = ports.secret(settings.secretFrom);
    if (secret === null) return missingSecret(settings.secretFrom);
    const body = JSON.stringify({ schema: 'gongkai.notice/1', id, createdAt: createdAt.toISOString(), role, unit, ...letter });
    const seconds = Math.floor(at.getTime() / 1000);
    const signature = createHmac('sha256', secret).update(`${seconds}.${body}`, 'utf8').digest('hex');
    const posted = await ports.post({
      url,
      body,
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'idempotency-key': id,
        'x-gongkai-signature': `t=${seconds},v1=${signature}`,
      },
      allowPrivateNetworks: settings.allowPrivateNetworks,
    });
    const { status, redirected } = posted;
    if (status !== null && status >= 200 && status < 300 && !redirected) return { outcome: 'sent' };
    const failed = failedAnswer(posted);
    return FINAL.includes(status) && failed.outcome !== 'sent' ? { ...failed, outcome: 'refused' } : failed;
  },
});
