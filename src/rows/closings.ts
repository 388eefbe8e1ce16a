import type { Closing, FigureChange } from '../model/closing.ts';
import type { Reader } from './field.ts';

/** A revision of a closed period: when it was closed, and what changed since the revision before. */
export function closingInWords({ revision, asOf, changes }: Closing, reader: Reader): string {
  const zh = reader.language === 'zh';
  const changed = changes.map((change) => `${nameOf(change, reader)} ${change.was} → ${change.now}`).join(zh ? '，' : ', ');
  if (revision === 1) return zh ? `第 1 版：按 ${asOf} 的审计结账。` : `Revision 1: closed by the audit of ${asOf}.`;
  return zh
    ? `第 ${revision} 版：按 ${asOf} 的审计更正，${changed}。`
    : `Revision ${revision}: corrected by the audit of ${asOf}: ${changed}.`;
}

function nameOf({ of, id }: FigureChange, { names, language }: Reader): string {
  switch (of) {
    case 'items':
      return language === 'zh' ? '总数' : 'total';
    case 'classes':
      return names.class(id);
    case 'categories':
      return names.category(id);
    case 'units':
      return names.unit(id);
  }
}
