import { z } from 'zod';
import { readDocument } from '../../../crawlers/documents/document.ts';
import { differencesOf } from '../../../jobs/reports/own-counts.ts';
import type { TextDocument } from '../../model/document.ts';
import { type CheckedReport, checkReports } from '../../reports/annual-check/check-reports.ts';
import type { OwnCount } from '../../reports/annual-check/own-counts.ts';
import type { ConsoleContext } from '../context.ts';
import { OFFICE } from '../permissions.ts';
import type { Register } from '../register.ts';
import { readForm } from '../view/form.ts';
import { FormToken, page } from '../view/layout.tsx';
import { tellProblem } from '../view/problem.tsx';
import { type Table, TableView } from '../view/table.tsx';

const FILES = z.object({ report: z.union([z.instanceof(File), z.array(z.instanceof(File)).max(5)]) });

/** Reads annual reports on disclosure that are put in, and tells what does not add up in them and where they differ from our counts. */
export const registerReportCheck: Register = (app, services) => {
  app.read('/report-check', OFFICE, (c) => shown(c, null));

  app.write('/report-check', OFFICE, async (c) => {
    const form = await readForm(c, FILES);
    const files = form === null ? [] : [form.report].flat().filter(({ size }) => size > 0);
    if (files.length === 0) return tellProblem(c, 400, c.var.words.reportCheck.noFile);
    const documents: TextDocument[] = [];
    for (const file of files) {
      const document = await readDocument(new Uint8Array(await file.arrayBuffer()), 'file:///', file.type || null).catch(() => null);
      if (document === null) return tellProblem(c, 400, c.var.words.reportCheck.unreadable(file.name.slice(0, 100)));
      documents.push(document);
    }
    const reports = checkReports(documents);
    return shown(c, await Promise.all(reports.map(async (report) => ({ report, differences: await differencesOf(services, report) }))));
  });
};

interface Checked {
  readonly report: CheckedReport;
  readonly differences: readonly OwnCount[] | null;
}

function shown(c: ConsoleContext, checked: readonly Checked[] | null) {
  const { reportCheck } = c.var.words;
  return page(
    c,
    { title: reportCheck.title, section: 'papers', lead: reportCheck.lead },
    <>
      <form class="filters" method="post" action="/report-check" enctype="multipart/form-data">
        <FormToken c={c} />
        <div class="field">
          <label for="report">{reportCheck.file}</label>
          <input type="file" id="report" name="report" accept=".html,.htm,.docx,.pdf,.txt" multiple required />
        </div>
        <button type="submit">{reportCheck.check}</button>
      </form>
      {checked?.map((one, place) => (
        <OneReport c={c} checked={one} place={place} />
      ))}
    </>,
  );
}

function OneReport({ c, checked: { report, differences }, place }: { c: ConsoleContext; checked: Checked; place: number }) {
  const { words } = c.var;
  const { reportCheck } = words;
  const findings: Table<CheckedReport['findings'][number]> = {
    name: `findings-${place}`,
    caption: reportCheck.findings,
    rows: report.findings,
    wordy: true,
    columns: [
      { head: reportCheck.certainty, value: (row) => reportCheck.certainties[row.certainty] },
      { head: reportCheck.doubt, value: (row) => row.message },
      { head: reportCheck.quote, value: (row) => row.quotes.join(' / ') },
    ],
  };
  const own: Table<OwnCount> = {
    name: `own-${place}`,
    caption: reportCheck.own,
    rows: differences ?? [],
    columns: [
      { head: reportCheck.measure, value: (row) => row.measure },
      { head: reportCheck.claimed, value: (row) => row.claimed, number: true },
      { head: reportCheck.counted, value: (row) => row.counted, number: true, show: (row) => <a href={row.list}>{row.counted}</a> },
    ],
  };
  return (
    <section>
      <h2 lang="zh-CN">{report.title}</h2>
      <p>{reportCheck.read(report.unit, report.year, report.claims.length, report.findings.length)}</p>
      <TableView c={c} table={findings} bare />
      {differences === null ? <p class="hint">{reportCheck.notCounted}</p> : <TableView c={c} table={own} bare />}
      <p class="hint">{reportCheck.ownHelp}</p>
    </section>
  );
}
