import { causeOf } from '../counting/closing.ts';
import type { Closing, FigureChange } from '../model/closing.ts';
import type { Reader } from './field.ts';

/** Revisions of a closed period, newest first as they are given: when each was made, why, and what changed since the one before. */
export function closingsInWords(closings: readonly Closing[], reader: Reader): string[] {
  return closings.map((closing, place) => {
    const { revision, asOf, changes, closedAt } = closing;
    const cause = causeOf(closing, closings[place + 1]);
    const zh = reader.language === 'zh';
    const changed = changesInWords(changes, reader);
    const at = reader.names.time(closedAt);
    if (cause === 'closed')
      return zh ? `第 ${revision} 版：按 ${asOf} 的审计结账。` : `Revision ${revision}: closed by the audit of ${asOf}.`;
    if (cause === 'audit')
      return zh
        ? `第 ${revision} 版：按 ${asOf} 的审计更正，${changed}。`
        : `Revision ${revision}: corrected by the audit of ${asOf}: ${changed}.`;
    return zh
      ? `第 ${revision} 版：${at} 因人工更正或规则、范围变动重新统计，${changed}。`
      : `Revision ${revision}: counted again at ${at} after a correction or a change of rules or estate: ${changed}.`;
  });
}

/** `总数 6 → 7，水利局 3 → 4`. */
export function changesInWords(changes: readonly FigureChange[], reader: Reader): string {
  return changes.map((change) => `${nameOf(change, reader)} ${change.was} → ${change.now}`).join(reader.language === 'zh' ? '，' : ', ');
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
