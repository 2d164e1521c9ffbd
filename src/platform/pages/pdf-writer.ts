// The one writer of PDF files: the Chinese font of the package, nothing from outside.
import { createRequire } from 'node:module';
import path from 'node:path';
import type pdfmake from 'pdfmake';
import { packageRoot } from '../config/package-root.ts';

/** One weight: headings are told by size and colour. */
export const PDF_FONT = 'NotoSansSC';
const FONT_FILE = path.join(packageRoot, 'assets', 'fonts', 'NotoSansSC-Regular.ttf');

let writer: typeof pdfmake | undefined;

/** Ready to write: no address is opened, no file but the font is read. */
export function pdfWriter(): typeof pdfmake {
  if (writer) return writer;
  // Loaded with the first file: it takes a tenth of a second that a restart in the middle of a show does not have.
  const made = createRequire(import.meta.url)('pdfmake') as typeof pdfmake;
  made.addFonts({ [PDF_FONT]: { normal: FONT_FILE, bold: FONT_FILE, italics: FONT_FILE, bolditalics: FONT_FILE } });
  made.setUrlAccessPolicy(() => false);
  made.setLocalAccessPolicy((file) => file === FONT_FILE);
  writer = made;
  return writer;
}
