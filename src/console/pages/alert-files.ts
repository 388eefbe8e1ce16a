import { z } from 'zod';
import type { SentFile } from '../../../jobs/alerts/act.ts';
import { plainText } from '../../model/plain-text.ts';
import { maySee } from '../alerts-open-to.ts';
import { type ConsoleContext, visitorOf } from '../context.ts';
import { ALL } from '../permissions.ts';
import type { Register } from '../register.ts';
import { readForm } from '../view/form.ts';
import { tellProblem } from '../view/problem.tsx';

/** What units prove something with; nothing that a browser or an office would run. */
export const ENDINGS = ['pdf', 'ofd', 'doc', 'docx', 'wps', 'xls', 'xlsx', 'et', 'txt', 'png', 'jpg', 'jpeg', 'zip'] as const;
/** Files at once, and bytes of each. */
const MOST = 5;
const LARGEST = 5 * 1024 * 1024;
const LONGEST_NAME = 120;

const SENT = z.object({ files: z.union([z.instanceof(File), z.array(z.instanceof(File))]) });

/** A file that was put to what somebody said: to be saved, never shown. */
export const registerAlertFiles: Register = (app, services) => {
  app.read('/alerts/:alert/files/:file', ALL, async (c) => {
    const alert = await services.store.alerts.get(c.req.param('alert'));
    const file = alert && maySee(visitorOf(c), alert) ? await services.store.alerts.file(alert.id, c.req.param('file')) : null;
    if (file === null) return tellProblem(c, 404, c.var.words.error.notFound);
    return c.body(new Uint8Array(file.bytes), 200, {
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    });
  });
};

/** The files of a form, or what is wrong with them, in the visitor's language. */
export async function sentFiles(c: ConsoleContext): Promise<readonly SentFile[] | { readonly problem: string }> {
  const { alerts } = c.var.words;
  const form = await readForm(c, SENT);
  // A field that was left empty comes as a file without name.
  const files = [form?.files ?? []].flat().filter(({ name, size }) => name !== '' || size > 0);
  if (files.length > MOST) return { problem: alerts.tooManyFiles(MOST) };
  for (const { name, size } of files) {
    if (!ENDINGS.some((ending) => name.toLowerCase().endsWith(`.${ending}`))) return { problem: alerts.fileKind(name, ENDINGS.join('、')) };
    if (size > LARGEST) return { problem: alerts.fileTooLarge(name, LARGEST / 1024 / 1024) };
  }
  return Promise.all(files.map(async (file) => ({ name: safeName(file.name), bytes: new Uint8Array(await file.arrayBuffer()) })));
}

/** Without a path, without what turns the reading order, and not longer than file systems take. */
function safeName(name: string): string {
  const last = plainText(name).split(/[\\/]/).at(-1) ?? '';
  return [...last].slice(-LONGEST_NAME).join('');
}
