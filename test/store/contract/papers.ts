import { describe, expect, it } from 'vitest';
import { newDelivery } from '../../../src/alerts/letter.ts';
import type { Alert } from '../../../src/model/alerts.ts';
import type { Paper, PaperEntry, PaperRecord } from '../../../src/model/paper.ts';
import { quoted } from '../../../src/model/sentence.ts';
import type { AlertChange, PaperStore, Store } from '../../../src/store/store.ts';
import { alertOf } from '../alert-changes.ts';
import { march } from '../records.ts';

const PAPER: Paper = {
  title: '关于检查情况的通报',
  to: null,
  opening: [],
  sections: [{ heading: '一、总体情况', paragraphs: ['共发布信息3条。'] }],
  tables: [{ name: '清单', columns: ['单位', '证据'], rows: [['市水利局', { text: '页面快照', link: '/pages/a' }]] }],
  signature: { office: '试验市人民政府办公室', day: '2024-03-01' },
};

export function paperContract(store: () => Store): void {
  describe('papers', () => {
    const draft = (id: string, given: Partial<PaperRecord> = {}): PaperRecord => ({
      id,
      kind: 'circular',
      from: '2024-01-01',
      to: '2024-03-31',
      unit: null,
      state: 'draft',
      drawn: PAPER,
      asOf: march(1),
      basis: 'one',
      edits: {},
      evidence: [],
      number: null,
      begunBy: '张三',
      begunAt: march(1),
      releasedBy: null,
      releasedAt: null,
      answerBy: null,
      corrects: null,
      stamp: `${id}-0`,
      ...given,
    });
    const entry = (paper: string, id: string, event: PaperEntry['event']): PaperEntry => {
      return { id: `${paper}-${id}`, paper, at: march(2), by: '张三', event, said: '', deliveries: [] };
    };
    const release = (id: string, year = 2024, about?: Parameters<PaperStore['release']>[4]) =>
      store().papers.release(
        id,
        `${id}-0`,
        {
          drawn: PAPER,
          asOf: march(1),
          evidence: ['a'],
          releasedBy: '李四',
          releasedAt: march(2),
          answerBy: null,
          stamp: `${id}-1`,
          series: '政办函',
          year,
        },
        [entry(id, '1', 'released')],
        about,
      );

    it('are numbered without a gap within a series and a year, whoever releases at once, and once only', async () => {
      for (const id of ['p1', 'p2', 'p3', 'p4']) await store().papers.begin(draft(id), entry(id, '0', 'begun'));
      const released = await Promise.all(['p1', 'p2', 'p3'].map((id) => release(id)));
      expect(released.map((paper) => paper?.number).sort()).toEqual(['政办函〔2024〕1号', '政办函〔2024〕2号', '政办函〔2024〕3号']);
      expect((await release('p4', 2025))?.number).toBe('政办函〔2025〕1号');
      expect((await release('p1'))?.number).toBe(released[0]?.number);
      expect((await store().papers.entries('p1')).map(({ event }) => event)).toEqual(['begun', 'released']);
    });

    it('never change after their release, and a draft only for whoever saw its last change', async () => {
      await store().papers.begin(draft('p5'), entry('p5', '0', 'begun'));
      const change = (stamp: string) => ({
        drawn: { ...PAPER, title: stamp },
        asOf: march(3),
        basis: 'two',
        edits: {},
        evidence: [],
        stamp,
      });
      expect(await store().papers.redraw('p5', 'another', change('lost'), null)).toBe(false);
      expect(await store().papers.redraw('p5', 'p5-0', change('p5-0'), null)).toBe(true);
      expect((await store().papers.get('p5'))?.drawn.title).toBe('p5-0');
      await release('p5');
      expect(await store().papers.redraw('p5', 'p5-1', change('late'), null)).toBe(false);
      expect((await store().papers.get('p5'))?.drawn).toEqual(PAPER);
      expect(await store().papers.withdraw('p5', 'p5-1', entry('p5', '2', 'withdrawn'))).toBe(true);
      expect(await store().papers.withdraw('p5', 'p5-1', entry('p5', '3', 'withdrawn'))).toBe(false);
      expect((await store().papers.list({ states: ['withdrawn'] })).map(({ id }) => id)).toEqual(['p5']);
    });

    it('are released together with what they add to the history of their alerts, or not at all', async () => {
      const alert = { ...alertOf('talked'), stamp: 'talked-0' };
      await store().alerts.apply([{ alert, before: null, entries: [], notices: [] }]);
      await store().papers.begin(draft('p6'), entry('p6', '0', 'begun'));
      const about = (mark: (alert: Alert, released: PaperRecord) => AlertChange) => ({ alerts: ['talked', 'nobody'], mark });
      const broken = about(() => {
        throw new Error('the process ends here');
      });
      await expect(release('p6', 2024, broken)).rejects.toThrow();
      expect((await store().papers.get('p6'))?.state).toBe('draft');
      expect((await store().papers.entries('p6')).map(({ event }) => event)).toEqual(['begun']);

      // Somebody changed the alert since the paper was drawn: what is said of it is of how it stands now.
      await store().alerts.apply([{ alert: { ...alert, level: 1, stamp: 'talked-1' }, before: 'talked-0', entries: [], notices: [] }]);
      const talked = about((now, { number }) => {
        const said = {
          event: 'interviewed',
          from: now.state,
          to: now.state,
          run: null,
          why: quoted(String(number)),
          because: null,
        } as const;
        const line = { ...said, id: 'talked-2', alert: now.id, at: march(3), by: '李四', level: now.level };
        return { alert: { ...now, stamp: line.id }, before: now.stamp, entries: [line], notices: [] };
      });
      const released = await release('p6', 2024, talked);
      // The answer got lost, so it is tried again: said once.
      expect((await release('p6', 2024, talked))?.number).toBe(released?.number);
      expect(await store().alerts.history('talked')).toMatchObject([{ event: 'interviewed', level: 1, why: { zh: released?.number } }]);
    });

    it('go out with their entry, each message once', async () => {
      const letter = { language: 'zh', subject: '通报', opening: '', sections: [], closing: '' } as const;
      const message = newDelivery({ id: 'paper-mail', channel: 'mail', address: 'a@b.cn', role: 'contact', unit: null, letter }, march(3));
      const sent = { ...entry('p1', '4', 'sent'), deliveries: ['paper-mail'] };
      await store().papers.add(sent, [message]);
      await store().papers.add({ ...sent, id: 'p1-5' }, [message]);
      expect((await store().outbox.list({})).filter(({ id }) => id === 'paper-mail')).toHaveLength(1);
      expect((await store().papers.entries('p1')).at(-1)?.deliveries).toEqual(['paper-mail']);
    });
  });
}
