// Draws an address as a QR code that a cheap printer and an old phone can cope with.
import { renderSVG } from 'uqr';

/** An SVG without a size of its own; a quarter of it may be scratched away (level Q) where the address is short enough. */
export function qrSvg(url: string, label: string): string {
  const svg = renderSVG(url, {
    ecc: url.length > 200 ? 'M' : 'Q',
    border: 3,
    whiteColor: '#ffffff',
    blackColor: '#000000',
  });
  const name = label.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  return svg.replace('<svg ', `<svg role="img" aria-label="${name}" `);
}
