import type { Sentence } from './sentence.ts';

/**
 * What can come of asking for a page: a closed list. Each outcome says whose side it is on, whether another try may help,
 * and which reason a column gets that could not be read because of it.
 */
export type Side = 'nobody' | 'site' | 'network' | 'us' | 'configuration';

/** Why a column's state is unknown. The words are part of the command line's contract. */
export type UnknownReason =
  | 'unreachable'
  | 'blocked'
  | 'forbidden'
  | 'unreadable'
  | 'undated'
  /** The address leads elsewhere now. */
  | 'moved'
  /** The judged day lies beyond what was read. */
  | 'not-read-since'
  /** What was read is not certain enough to be held against anyone. */
  | 'unsure';

interface OutcomeFacts extends Sentence {
  readonly side: Side;
  /** Whether the same request may succeed later in the same run. */
  readonly retry: boolean;
  readonly reason: UnknownReason | null;
}

export const OUTCOMES = {
  ok: { side: 'nobody', retry: false, reason: null, zh: '读取正常', en: 'read' },
  'not-modified': { side: 'nobody', retry: false, reason: null, zh: '自上次读取后没有变化', en: 'unchanged since it was last read' },
  gone: { side: 'site', retry: false, reason: 'unreachable', zh: '网站答复页面不存在', en: 'the site says that the page does not exist' },
  'soft-404': {
    side: 'site',
    retry: false,
    reason: 'unreachable',
    zh: '页面打开后显示“页面不存在”',
    en: 'the page opens but says that it does not exist',
  },
  'forbidden-by-robots': {
    side: 'site',
    retry: false,
    reason: 'forbidden',
    zh: '网站的 robots.txt 不允许读取',
    en: "the site's robots.txt forbids reading it",
  },
  'robots-unavailable': {
    side: 'site',
    retry: true,
    reason: 'forbidden',
    zh: 'robots.txt 暂时读不到，按规矩先不访问',
    en: 'robots.txt cannot be had for now, so nothing else is asked for',
  },
  blocked: {
    side: 'site',
    retry: false,
    reason: 'blocked',
    zh: '网站的防护拦截了访问，请把本工具列入白名单',
    en: "the site's protection turned us away; ask for us to be allowed",
  },
  'rate-limited': { side: 'site', retry: true, reason: 'blocked', zh: '网站要求放慢访问', en: 'the site asks for fewer requests' },
  unreachable: { side: 'network', retry: true, reason: 'unreachable', zh: '连接不上网站', en: 'the site could not be connected to' },
  timeout: {
    side: 'network',
    retry: true,
    reason: 'unreachable',
    zh: '在限定时间内没有读完',
    en: 'it was not read within the time allowed',
  },
  tls: { side: 'site', retry: false, reason: 'unreachable', zh: '加密连接的证书或协议有误', en: 'its certificate or encryption is faulty' },
  'server-error': { side: 'site', retry: true, reason: 'unreachable', zh: '网站内部出错', en: 'the site failed inside' },
  'client-error': { side: 'site', retry: false, reason: 'blocked', zh: '网站拒绝了这个请求', en: 'the site refused the request' },
  'too-many-redirects': {
    side: 'site',
    retry: false,
    reason: 'unreachable',
    zh: '页面跳转太多或来回跳转',
    en: 'it redirects too often or in a circle',
  },
  'address-refused': {
    side: 'configuration',
    retry: false,
    reason: 'unreachable',
    zh: '地址在内网或本机，配置不允许访问',
    en: 'its address is private, and the configuration does not allow that',
  },
  'bad-url': {
    side: 'site',
    retry: false,
    reason: 'unreachable',
    zh: '网址写法有误，或不是 http(s) 网址',
    en: 'its address is no http(s) address',
  },
  moved: {
    side: 'site',
    retry: false,
    reason: 'moved',
    zh: '栏目地址现在打开的是别的页面，需要人工核对',
    en: 'its address now leads to another page; somebody has to look',
  },
  'too-large': {
    side: 'site',
    retry: false,
    reason: 'unreadable',
    zh: '页面大得不正常，已停止读取',
    en: 'it is abnormally large, so reading was stopped',
  },
  unreadable: {
    side: 'us',
    retry: false,
    reason: 'unreadable',
    zh: '页面取到了，但读不出列表',
    en: 'it was fetched but no list could be made out',
  },
  interrupted: { side: 'us', retry: true, reason: 'unreachable', zh: '读取被中途停止', en: 'reading was stopped half-way' },
  'not-reached': {
    side: 'us',
    retry: true,
    reason: 'unreachable',
    zh: '审计结束前没有轮到读取',
    en: 'the audit ended before its turn came',
  },
  'own-trouble': {
    side: 'us',
    retry: true,
    reason: 'not-read-since',
    zh: '本机当时繁忙或网络不通，没有读成，与网站无关',
    en: 'our own machine or network was in trouble then; it says nothing of the site',
  },
  misconfigured: {
    side: 'configuration',
    retry: false,
    reason: 'unreachable',
    zh: '配置有误，已搁置',
    en: 'its configuration is faulty, so it was set aside',
  },
} as const satisfies Record<string, OutcomeFacts>;

/** The name of an outcome. */
export type Outcome = keyof typeof OUTCOMES;

/** Outcomes by which a site itself says that a page is not there. */
export const NOT_THERE: readonly Outcome[] = ['gone', 'soft-404'];

/** What an outcome means, for people. */
export function outcomeSentence(outcome: Outcome): Sentence {
  const { zh, en } = OUTCOMES[outcome];
  return { zh, en };
}

/** The facts of an outcome, by name. */
export function outcomeFacts(outcome: Outcome): OutcomeFacts {
  return OUTCOMES[outcome];
}
