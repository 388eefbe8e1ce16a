import type { Blob } from 'node:buffer';
import type Stream from 'node:stream';
import type { Feature } from 'write-excel-file/node';

/** Tables with more columns are printed on pages turned round. */
const WIDE = 7;

/** Which way a sheet of so many columns lies when it is printed. */
export function layOf(columns: number): { readonly orientation?: 'landscape' } {
  return columns > WIDE ? { orientation: 'landscape' } : {};
}

/** Half characters that stand beside each other on such a page and can still be read, once the page is fitted. */
export function roomFor(columns: number): number {
  return columns > WIDE ? 170 : 100;
}

const SETUP = '<pageSetup paperSize="9" fitToWidth="1" fitToHeight="0"';
const WORDS = '<headerFooter><oddHeader>&amp;C&amp;A</oddHeader><oddFooter>&amp;C— &amp;P —</oddFooter></headerFooter>';

/**
 * Sheets that print as an office prints them: A4, all columns on one page across, the name of the table at its head, numbered pages, and
 * the heads of columns on each. `names`: of the sheets, in order.
 */
export function printing(names: readonly string[]): Feature<Stream | Buffer | Blob> {
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml) => {
            const fitted = xml.replace(/<worksheet[^<>]*>/, '$&<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>');
            return /<pageSetup[^<>]*>/.test(fitted)
              ? fitted.replace(/<pageSetup[^<>]*>/, `${SETUP} orientation="landscape"/>${WORDS}`)
              : fitted.replace(/<drawing|<\/worksheet>/, `${SETUP}/>${WORDS}$&`);
          },
        },
        'xl/workbook.xml': {
          transform: (xml) => xml.replace('</sheets>', `</sheets><definedNames>${names.map(headsRepeat).join('')}</definedNames>`),
        },
      },
    },
  };
}

function headsRepeat(name: string, place: number): string {
  const quoted = name.replaceAll("'", "''").replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return `<definedName name="_xlnm.Print_Titles" localSheetId="${place}">'${quoted}'!$1:$1</definedName>`;
}
