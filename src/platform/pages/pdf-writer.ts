// The one writer of PDF files: the Chinese font of the package, nothing from outside.
import path from 'node:path';
import pdfmake from 'pdfmake';
import { packageRoot } from '../config/package-root.ts';

/** One weight: headings are told by size and colour. */
export const PDF_FONT = 'NotoSansSC';
const FONT_FILE = path.join(packageRoot, 'assets', 'fonts', 'NotoSansSC-Regular.ttf');

let isReady = false;

/** Ready to write: no address is opened, no file but the font is read. */
export function pdfWriter(): typeof pdfmake {
  if (isReady) return pdfmake;
  pdfmake.addFonts({ [PDF_FONT]: { normal: FONT_FILE, bold: FONT_FILE, italics: FONT_FILE, bolditalics: FONT_FILE } });
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((file) => file === FONT_FILE);
  isReady = true;
  return pdfmake;
}
