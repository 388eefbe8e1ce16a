import { createHash } from 'node:crypto';
import { readSheets } from '../../crawlers/documents/sheets.ts';
import { newDelivery } from '../../src/alerts/letter.ts';
import { waysTo } from '../../src/alerts/notices.ts';
import { unchanged } from '../../src/alerts/open-alerts.ts';
import type { Alert, Delivery, Letter } from '../../src/model/alerts.ts';
import { addDays, dayIn } from '../../src/model/day.ts';
import type { Span } from '../../src/model/estate.ts';
import type { Lack, Paper, PaperEdits, PaperEntry, PaperEvent, PaperRecord } from '../../src/model/paper.ts';
import { quoted, type Sentence } from '../../src/model/sentence.ts';
import { ToldError } from '../../src/model/told-error.ts';
import { boxesGiven } from '../../src/reports/boxes.ts';
import { carriedOver, correctionOf } from '../../src/reports/correction.ts';
import { edited, metIn, withEdits } from '../../src/reports/edits.ts';
import { DAYS_TO_MEND, type PaperKind } from '../../src/reports/facts.ts';
import { kindOf } from '../../src/reports/kinds.ts';
import { lacksOf } from '../../src/reports/lacks.ts';
import type { AlertChange } from '../../src/store/store.ts';
import type { Workshop } from '../workshop.ts';
import { makePaper } from './make-paper.ts';

/** Places that an error names one by one. */
const MOST_TOLD = 12;

/** A paper is not released yet: what is lacking, and where. */
export class PaperLacks extends ToldError {
  readonly lacks: readonly Lack[];

  constructor(lacks: readonly Lack[]) {
    const told = (language: keyof Sentence) => lacks.slice(0, MOST_TOLD).map(({ said }) => said[language]);
    const more = lacks.length - MOST_TOLD;
    super(
      {
        zh: `还不能发布：${told('zh').join('；')}${more > 0 ? `；另有${more}处` : ''}。`,
        en: `It cannot be released yet: ${told('en').join('; ')}${more > 0 ? `; and ${more} more` : ''}.`,
      },
      { code: 'paper', side: 'nobody' },
    );
    this.lacks = lacks;
  }
}

/** What papers are worked on with. */
export type PaperOffice = Pick<Workshop, 'config' | 'store' | 'classifier' | 'randomness' | 'clock'>;

/**
 * Begins a paper: a draft that the system writes and a person finishes. `corrects`: the released paper in whose place it will come.
 * `id`: whoever begins it by the clock gives the same again, and then it begins once.
 * @throws {ToldError} where there is no such unit
 */
export async function beginPaper(
  office: PaperOffice,
  kind: PaperKind,
  span: Span,
  unit: string | null,
  by: string,
  corrects: string | null = null,
  id: string = office.randomness.id(),
): Promise<PaperRecord> {
  const { config, store, randomness, clock } = office;
  if (unit !== null && !config.estate.units.some(({ id }) => id === unit)) throw refused('没有这个单位。', 'There is no such unit.');
  const basis = await basisOf(office);
  const { paper, asOf, evidence } = await makePaper(office, kind, span, unit);
  const before = corrects === null ? null : await known(office, corrects);
  const text = before === null ? { drawn: paper, edits: {} } : correctionOf(before, paper, carriedOver(before, paper));
  const begun: PaperRecord = {
    id,
    kind: kind.id,
    ...span,
    unit,
    state: 'draft',
    drawn: text.drawn,
    asOf,
    basis,
    edits: text.edits,
    evidence,
    number: null,
    begunBy: by,
    begunAt: clock.now(),
    releasedBy: null,
    releasedAt: null,
    answerBy: null,
    corrects,
    stamp: randomness.id(),
  };
  await store.papers.begin(begun, entryOf(office, id, 'begun', by));
  return begun;
}

/** A paper as it stands: a draft is drawn anew where something was stored since that may change it. */
export async function paperNow(office: PaperOffice, id: string): Promise<PaperRecord | null> {
  const record = await office.store.papers.get(id);
  if (record === null || record.state !== 'draft') return record;
  const basis = await basisOf(office);
  const kind = kindOf(record.kind);
  if (record.basis === basis || kind === null) return record;
  const made = await makePaper(office, kind, record, record.unit);
  const text: { drawn: Paper; edits: PaperEdits } =
    record.corrects === null
      ? { drawn: made.paper, edits: record.edits }
      : correctionOf(await known(office, record.corrects), made.paper, record.edits);
  const change = { ...text, asOf: made.asOf, evidence: made.evidence, basis, stamp: record.stamp };
  await office.store.papers.redraw(id, record.stamp, change, null);
  return office.store.papers.get(id);
}

/** Writes what a person says in some places of a draft; it stays through regeneration of the numbers. */
export async function editPaper(office: PaperOffice, id: string, texts: ReadonlyMap<string, string>, by: string): Promise<void> {
  const record = await draftOf(office, id);
  const { drawn, asOf, evidence, basis, stamp } = record;
  const edits = withEdits(drawn, record.edits, texts);
  const entry = entryOf(office, id, 'edited', by, [...texts.keys()].filter((place) => edits[place] !== record.edits[place]).join('、'));
  const change = { drawn, asOf, evidence, basis, edits, stamp: entry.id };
  if (!(await office.store.papers.redraw(id, stamp, change, entry))) throw taken();
}

/**
 * Fills in the boxes of a draft from the file that it gives out (XLSX, or CSV of one table). Where anything in the file is wrong nothing is
 * taken, and each place is named by row and column. Returns how many boxes were filled in.
 * @throws {ToldError} where the file cannot be read, or something in it does not fit
 */
export async function fillPaper(office: PaperOffice, id: string, file: Uint8Array, by: string): Promise<number> {
  const { drawn } = await draftOf(office, id);
  const { texts, faults } = boxesGiven(drawn, await readSheets(file));
  if (faults.length > 0) {
    const told = (language: keyof Sentence) => faults.slice(0, MOST_TOLD).map((fault) => fault[language]);
    throw refused(
      `文件里有${faults.length}处不对，什么都没有存：${told('zh').join('；')}${faults.length > MOST_TOLD ? '；……' : ''}`,
      `${faults.length} places in the file are wrong, nothing was taken: ${told('en').join('; ')}`,
    );
  }
  if (texts.size === 0) throw refused('文件里没有填任何空格。', 'No box is filled in in this file.');
  await editPaper(office, id, texts, by);
  return texts.size;
}

/**
 * Releases a draft: from now on it says what it says, under a number, and rests on pages that are kept.
 * @throws {PaperLacks} where something is still to be written or filled in
 * @throws {ToldError} where it is no draft, or what a person wrote meets numbers that changed since
 */
export async function releasePaper(office: PaperOffice, id: string, by: string): Promise<PaperRecord> {
  const { store, clock, config } = office;
  const record = await draftOf(office, id);
  const met = metIn(record.drawn, record.edits);
  if (met.length > 0)
    throw refused(
      `有 ${met.length} 处改过的文字，数据后来变了：请逐处确认保留或改用新数据，再发布。`,
      `${met.length} places were edited before their numbers changed: keep or renew each, then release.`,
    );
  const now = clock.now();
  const today = dayIn(config.estate.timezone, now);
  const kind = kindOf(record.kind);
  const written = edited(record.drawn, record.edits);
  const lacks = kind === null ? [] : lacksOf(kind, written);
  if (lacks.length > 0) throw new PaperLacks(lacks);
  const entry = entryOf(office, id, 'released', by);
  const marked = record.corrects === null ? [] : [entryOf(office, record.corrects, 'corrected', by, id)];
  const released = await store.papers.release(
    id,
    record.stamp,
    {
      drawn: { ...written, signature: { ...written.signature, day: today } },
      asOf: record.asOf,
      evidence: record.evidence,
      releasedBy: by,
      releasedAt: now,
      answerBy: kind?.answered ? addDays(today, DAYS_TO_MEND) : null,
      stamp: entry.id,
      series: kind?.series ?? null,
      year: Number(today.slice(0, 4)),
    },
    [entry, ...marked],
    kind?.marks === undefined ? undefined : { alerts: alertsOpenedBy(written), mark: marking(office, kind.marks, by) },
  );
  if (released === null) throw taken();
  return released;
}

/** Writes a talk, or what followed, into the history of an alert, which stays as it stands. */
function marking({ clock, randomness }: PaperOffice, event: NonNullable<PaperKind['marks']>, by: string) {
  return (alert: Alert, { drawn, number }: PaperRecord): AlertChange => {
    const { id, state, level } = alert;
    const why = quoted(`${drawn.title}${number === null ? '' : `（${number}）`}`);
    const entry = {
      id: randomness.id(),
      alert: id,
      at: clock.now(),
      by,
      event,
      from: state,
      to: state,
      level,
      run: null,
      why,
      because: null,
    };
    return { ...unchanged(alert), alert: { ...alert, stamp: entry.id }, entries: [entry] };
  };
}

/** Ids of the alerts that cells of a paper's tables open. */
function alertsOpenedBy({ tables }: Paper): string[] {
  const links = tables.flatMap(({ rows }) => rows.flat()).flatMap((cell) => (cell !== null && typeof cell === 'object' ? cell.link : []));
  return [...new Set(links.flatMap((link) => /^\/alerts\/([^/?#]+)$/.exec(link)?.[1] ?? []).map(decodeURIComponent))];
}

/**
 * Sends a released paper through the outbox: of one unit to that unit, else to all units and the supervising office. Each address gets
 * it once, however often it is sent. Returns to how many it goes.
 */
export async function sendPaper(office: PaperOffice, id: string, by: string): Promise<number> {
  const { store, config, clock } = office;
  const record = await known(office, id);
  if (record.state !== 'released') throw refused('只有已发布的公文才能送达。', 'Only a released paper can be sent.');
  const ways = waysTo(config.alerts, ({ role, unit }) =>
    record.unit === null ? role !== 'operators' : (role === 'contact' || role === 'head') && unit === record.unit,
  );
  if (ways.length === 0)
    throw refused(
      '没有能收到它的联系人：请先在配置里补上联系人（alerts.contacts），或者下载后用别的方式送达。',
      'Nobody is configured who would get it (alerts.contacts); add a contact, or download it and hand it over.',
    );
  const letter = letterOf(record, config.alerts.language, config.alerts.consoleUrl ?? null, config.estate.name);
  const deliveries: Delivery[] = ways.map(({ channel, address, role }) =>
    newDelivery({ id: deliveryId(id, channel, address), channel, address, role, unit: record.unit, letter }, clock.now()),
  );
  await store.papers.add(
    entryOf(
      office,
      id,
      'sent',
      by,
      '',
      deliveries.map((one) => one.id),
    ),
    deliveries,
  );
  return deliveries.length;
}

/** Notes what was answered to a paper, by the unit itself or by whoever took the answer in. */
export async function answerPaper(office: PaperOffice, id: string, said: string, by: string): Promise<void> {
  const record = await known(office, id);
  if (record.state !== 'released' || record.answerBy === null)
    throw refused('这份公文不需要答复，或者还没有发布。', 'No answer is due to this paper.');
  await office.store.papers.add(entryOf(office, id, 'answered', by, said), []);
}

/** Takes a paper back, with the reason; a draft is dropped. What it said stays in the files. */
export async function withdrawPaper(office: PaperOffice, id: string, why: string, by: string): Promise<void> {
  const record = await known(office, id);
  if (record.state === 'withdrawn') throw refused('它已经撤回。', 'It is withdrawn already.');
  if (!(await office.store.papers.withdraw(id, record.stamp, entryOf(office, id, 'withdrawn', by, why)))) throw taken();
}

/** Begins the paper that comes in the place of a released one and says so; what people wrote in that one comes over. */
export async function correctPaper(office: PaperOffice, id: string, by: string): Promise<PaperRecord> {
  const record = await known(office, id);
  const kind = kindOf(record.kind);
  if (record.state !== 'released' || kind === null) throw refused('只有已发布的公文才能更正。', 'Only a released paper can be corrected.');
  const begun = await office.store.papers.correctionOf(id);
  return begun ?? beginPaper(office, kind, { from: record.from, to: record.to }, record.unit, by, id);
}

/** A draft says something else when something was stored, the configuration or the day is another. */
async function basisOf({ store, config, clock }: PaperOffice): Promise<string> {
  const version = await store.search.version();
  const [happened] = await store.alerts.entries({ limit: 1 });
  return [version, happened?.id, config.digest, dayIn(config.estate.timezone, clock.now())].join(' ');
}

async function known({ store }: PaperOffice, id: string): Promise<PaperRecord> {
  const record = await store.papers.get(id);
  if (record === null) throw refused('没有这份公文。', 'There is no such paper.');
  return record;
}

async function draftOf(office: PaperOffice, id: string): Promise<PaperRecord> {
  const record = await paperNow(office, id);
  if (record === null) throw refused('没有这份公文。', 'There is no such paper.');
  if (record.state !== 'draft')
    throw refused(
      '它已经发布或撤回，不能再改；需要修改时，另发一份更正。',
      'It was released or withdrawn and never changes; correct it by a new one.',
    );
  return record;
}

function letterOf(record: PaperRecord, language: Letter['language'], consoleUrl: string | null, estate: string): Letter {
  const { drawn, number, id } = record;
  const link = `/papers/${encodeURIComponent(id)}`;
  const lines = (paragraphs: readonly string[]) => paragraphs.map((text) => ({ text, link }));
  return {
    language,
    subject: number === null ? drawn.title : `${drawn.title}（${number}）`,
    opening: [drawn.to, ...drawn.opening].filter((line) => line !== null && line !== '').join('\n'),
    sections: drawn.sections.map(({ heading, paragraphs }) => ({ heading, lines: lines(paragraphs) })),
    closing: [drawn.signature.office, drawn.signature.day, consoleUrl ?? estate].join('\n'),
  };
}

/** The same for the same paper and address, so that sending again finds it there. */
function deliveryId(paper: string, channel: string, address: string | null): string {
  return createHash('sha256')
    .update(JSON.stringify(['paper', paper, channel, address]))
    .digest('hex')
    .slice(0, 32);
}

function entryOf(
  { randomness, clock }: PaperOffice,
  paper: string,
  event: PaperEvent,
  by: string,
  said = '',
  deliveries: readonly string[] = [],
): PaperEntry {
  return { id: randomness.id(), paper, at: clock.now(), by, event, said, deliveries };
}

function refused(zh: string, en: string): ToldError {
  return new ToldError({ zh, en }, { code: 'paper', side: 'nobody' });
}

function taken(): ToldError {
  return refused('别人刚刚改过这份公文，请刷新后再试。', 'Somebody else changed this paper at the same moment; look again.');
}
