import { channel } from './channel.ts';
import { ROBOT_FIELDS, sendToRobot } from './robot.ts';

/** 企业微信 group robot (developer.work.weixin.qq.com/document/path/91770): text of 2,048 bytes, 20 messages a minute. */
export const wecom = channel({
  type: 'wecom',
  name: { zh: '企业微信', en: 'WeCom' },
  fields: ROBOT_FIELDS,
  perMinute: 20,
  send: (delivery, settings, ports, at) =>
    sendToRobot(delivery, settings, ports, at, {
      // The limit is the text's; JSON's own signs come on top, so that this keeps well below it.
      maxBytes: 2048,
      request: (content, url) => ({ url: url.href, body: JSON.stringify({ msgtype: 'text', text: { content } }) }),
      accepted: ({ errcode }) => errcode === 0,
    }),
});
