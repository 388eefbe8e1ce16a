import type { PageRequest } from '../../../src/model/reading.ts';
import { argumentEnd } from '../brackets.ts';
import { Constants } from '../constants.ts';
import { textOfExpression } from '../expressions.ts';
import type { Page } from '../page.ts';
import { canonicalUrl } from '../urls.ts';

/** Requests that a page without rows may name at most. */
const MOST = 3;

/** What the address of a list's rows speaks of; other requests count visits or fetch the weather. */
const LIST_ADDRESS = /list|query|search|article|news|page|info|content|doc|data|manuscript|getdocuments|channel/i;
const OTHER_ADDRESS = /count|click|hits?\b|visit|weather|login|captcha|\.js\b|\.css\b|vote|comment|statist|token|user/i;

/** What asks for something: `$.ajax({…})`, `$.getJSON('…', {…})`, `axios.get('…', { params })`, `fetch('…', { body })`, `xhr.open('GET', '…')`. */
const CALL =
  /(?:(?<![\w$])(\$|jQuery|axios|uni|(?:this\.)?\$(?:http|axios|api)|http|request|service)\s{0,3}\.\s{0,3}(ajax|request|getJSON|get|post)|(?<![\w$.])(fetch|axios|request|ajax)|\.\s{0,3}(open))\s{0,3}\(\s{0,5}/g;
/** Calls of all scripts that are looked at. */
const MOST_CALLS = 60;
const FORM = { 'content-type': 'application/x-www-form-urlencoded; charset=UTF-8' };
const JSON_BODY = { 'content-type': 'application/json; charset=UTF-8', accept: 'application/json, */*;q=0.8' };
const ANY = { accept: 'application/json, text/html;q=0.9, */*;q=0.8' };

/**
 * The requests by which a page's own script asks for the rows of its list, as far as literals, names and members that its scripts give a text tell address
 * and form in full: a part that is not known may be what names the column. Nothing is run.
 */
export function listApis(page: Page): PageRequest[] {
  const found = new Map<string, PageRequest>();
  const constants = new Constants(page.scripts);
  let calls = 0;
  for (const script of page.scripts) {
    for (const match of script.matchAll(CALL)) {
      if (found.size >= MOST || ++calls > MOST_CALLS) return [...found.values()];
      const asked = askedBy(match, argumentsOf(script, match.index + match[0].length), constants);
      const url =
        asked && LIST_ADDRESS.test(asked.address) && !OTHER_ADDRESS.test(asked.address) ? canonicalUrl(asked.address, page.base) : null;
      if (url === null) continue;
      const request = requestOf(url, asked!);
      found.set(`${request.url} ${request.body ?? ''}`, request);
    }
  }
  return [...found.values()];
}

/** What a call asks for. */
interface Asked {
  readonly address: string;
  readonly post: boolean;
  readonly form: Form;
}

/** What is sent along, by name; numbers stay numbers where it is sent as JSON. */
interface Form {
  readonly pairs: readonly (readonly [string, string | number])[];
  readonly json: boolean;
}

const NOTHING_SENT: Form = { pairs: [], json: false };

function askedBy([, owner, method, plain, open]: RegExpMatchArray, given: readonly string[], constants: Constants): Asked | null {
  const [first = '', second = ''] = given;
  const text = (code: string | undefined) => (code === undefined ? null : textOfExpression(code, 0, constants.lookup));
  if (open !== undefined) {
    const address = /^['"]get['"]$/i.test(first) ? text(second) : null;
    return address === null ? null : { address, post: false, form: NOTHING_SENT };
  }
  const isOptions = first.startsWith('{');
  const options = membersOf(isOptions ? first : plain === 'fetch' || plain === 'axios' ? second : '{}');
  const address = text(isOptions ? options.get('url') : first);
  if (address === null) return null;
  const verb = text(options.get('method') ?? options.get('type')) ?? (method === 'post' ? 'post' : 'get');
  const post = /^post$/i.test(verb);
  const isAxios = owner !== undefined && !/^(?:\$|jQuery)$/.test(owner);
  const sent =
    isOptions || plain !== undefined ? sentIn(options, post) : isAxios && !post ? (membersOf(second).get('params') ?? '') : second;
  const form = formOf(sent, constants);
  const isJson = /json/i.test(options.get('contentType') ?? options.get('headers') ?? '') || (isAxios && post && !/^['"`]/.test(sent));
  return form && { address, post, form: { ...form, json: form.json || (isJson && form.pairs.length > 0) } };
}

function sentIn(options: ReadonlyMap<string, string>, post: boolean): string {
  return (post ? (options.get('body') ?? options.get('data')) : undefined) ?? options.get('params') ?? options.get('data') ?? '';
}

/** Texts that are written, as they are given: `pageNo: page` counts from the first page, boxes of a search are empty. */
const COUNTS_PAGES = /page|^p$|^pn$|current|index/i;
const COUNTS_ROWS = /size|limit|rows|count|perpage/i;
const OF_A_SEARCH = /\.val\(|getElementById|\.value\b|key(?:word)?s?$/i;

/** What an expression sends; null where a part is not known. */
function formOf(code: string, constants: Constants): Form | null {
  const wrapped = /^(?:(JSON\.stringify)|new\s{1,3}URLSearchParams|(?:Qs|qs|\$|jQuery)\.(?:stringify|param))\(\s{0,5}/.exec(code);
  const inner = wrapped ? (argumentsOf(code, wrapped[0].length)[0] ?? '') : code;
  if (inner === '' || /^(?:function\b|\(?[\w$,\s]{0,60}\)?\s{0,3}=>)/.test(inner)) return NOTHING_SENT;
  const isText = /^['"`]/.test(inner);
  const object = inner.startsWith('{') ? inner : /^[\w$.]{1,60}$/.test(inner) ? constants.object(inner) : null;
  if (object === null) {
    const text = isText ? textOfExpression(inner, 0, constants.lookup) : null;
    if (text !== null) return { pairs: [...new URLSearchParams(text)], json: false };
    // A function that takes the answer sends nothing.
    return /^[A-Za-z_$][\w$]*$/.test(inner) && wrapped === null ? NOTHING_SENT : null;
  }
  const pairs = pairsOf(object, constants);
  return pairs && { pairs, json: wrapped?.[1] !== undefined };
}

function pairsOf(object: string, constants: Constants): Form['pairs'] | null {
  const pairs: (readonly [string, string | number])[] = [];
  for (const [name, written] of membersOf(object)) {
    const value = textOfExpression(written, 0, constants.lookup) ?? (/^(?:true|false)$/.test(written) ? written : null);
    if (value !== null) pairs.push([name, /^-?\d{1,15}$/.test(written) ? Number(written) : value]);
    else if (COUNTS_PAGES.test(name) && !COUNTS_ROWS.test(name)) pairs.push([name, 1]);
    else if (OF_A_SEARCH.test(written)) pairs.push([name, '']);
    else if (!COUNTS_ROWS.test(name)) return null;
  }
  return pairs;
}

/** The arguments of a call from behind its bracket on, as written. */
function argumentsOf(code: string, from: number): string[] {
  const found: string[] = [];
  for (let at = from; found.length < 4; ) {
    const end = argumentEnd(code, at);
    found.push(code.slice(at, end).trim());
    if (code[end] !== ',') break;
    at = end + 1;
  }
  return found;
}

/** The members of an object literal as written, by name; empty where no object begins there. */
function membersOf(code: string): Map<string, string> {
  const members = new Map<string, string>();
  if (!code.startsWith('{')) return members;
  // Without the brace, since commas in a function's body part nothing.
  const inner = code.slice(1);
  for (let at = 0; members.size < 60; ) {
    const end = argumentEnd(inner, at);
    const written = inner.slice(at, end).trim();
    const member = /^(['"]?)([\w$]{1,60})\1\s{0,5}:\s{0,20}([\s\S]{1,2000})$/.exec(written);
    if (member) members.set(member[2]!, member[3]!);
    else if (/^[A-Za-z_$][\w$]{0,60}$/.test(written)) members.set(written, written);
    if (inner[end] !== ',') break;
    at = end + 1;
  }
  return members;
}

function requestOf(url: string, { post, form: { pairs, json } }: Asked): PageRequest {
  const query = new URLSearchParams(pairs.map(([name, value]) => [name, String(value)]));
  if (post)
    return {
      url,
      method: 'POST',
      body: json ? JSON.stringify(Object.fromEntries(pairs)) : query.toString(),
      headers: json ? JSON_BODY : FORM,
    };
  return { url: query.size === 0 ? url : `${url}${url.includes('?') ? '&' : '?'}${query}`, headers: ANY };
}
