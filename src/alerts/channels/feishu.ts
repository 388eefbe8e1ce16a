import { channel } from './channel.ts';
import { ROBOT_FIELDS, sendToRobot, sign } from './robot.ts';

/**
 * 飞书 group robot (open.feishu.cn/document/client-docs/bot-v3/add-custom-bot): 100 messages a minute, 20 KB each. Signed in the body:
 * the key is the time in seconds and, after a line feed, the secret; the signed text is empty. Errors come as a code in the body,
 * often with HTTP 200.
 */
export const feishu = channel({
  type: 'feishu',
  name: { zh: '飞书', en: 'Feishu' },
  fields: ROBOT_FIELDS,
  perMinute: 100,
  send: (delivery, settings, ports, at) =>
    sendToRobot(delivery, settings, ports, at, {
      maxBytes: 20_000,
      request(text, url, secret, now) {
        const timestamp = String(Math.floor(now.getTime() / 1000));
        const signed = secret === null ? {} : { timestamp, sign: sign(`${timestamp}\n${secret}`, '') };
        return { url: url.href, body: JSON.stringify({ ...signed, msg_type: 'text', content: { text } }) };
      },
      // Older robots answer with StatusCode.
      accepted: ({ code, StatusCode }) => (code ?? StatusCode) === 0,
    }),
});
