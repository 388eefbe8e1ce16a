import { channel } from './channel.ts';
import { ROBOT_FIELDS, sendToRobot, sign } from './robot.ts';

/**
 * 钉钉 group robot (open.dingtalk.com/document/robots/custom-robot-access): 20 messages a minute, 20,000 bytes each. Signed with the
 * time in milliseconds and, after a line feed, the secret, under the secret as key; both go into the address.
 */
export const dingtalk = channel({
  type: 'dingtalk',
  name: { zh: '钉钉', en: 'DingTalk' },
  fields: ROBOT_FIELDS,
  perMinute: 20,
  send: (delivery, settings, ports, at) =>
    sendToRobot(delivery, settings, ports, at, {
      maxBytes: 20_000,
      request(content, url, secret, now) {
        if (secret !== null) {
          const timestamp = String(now.getTime());
          url.searchParams.set('timestamp', timestamp);
          url.searchParams.set('sign', sign(secret, `${timestamp}\n${secret}`));
        }
        return { url: url.href, body: JSON.stringify({ msgtype: 'text', text: { content }, at: { isAtAll: false } }) };
      },
      accepted: ({ errcode }) => errcode === 0,
    }),
});
