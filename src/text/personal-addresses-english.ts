// Finds English street addresses and post boxes.
import type { Candidate, FoldedText } from './personal-finds.ts';

const TYPES =
  'street|st|avenue|ave|road|rd|boulevard|blvd|lane|ln|drive|dr|court|ct|way|place|pl|square|sq|terrace|parkway|pkwy|highway|hwy|crescent|close';
const INSIDE = '(?:room|rm|unit|flat|building|bldg|floor|suite|apt|block) ?#?[a-z0-9-]{1,6}';
const STREET = new RegExp(
  `(?<![a-z0-9.$])(?:(?:${INSIDE}|[0-9]{1,3}/f),? ){0,3}\\d{1,5}[a-z]? (?:[nsew]\\.? )?(?:[a-z0-9'.]+ ){1,4}?(${TYPES})(?![a-z])\\.?(?: (?:central|north|south|east|west|[nsew]|nw|ne|sw|se)(?![a-z]))?(?:,? (?:apt|apartment|unit|flat|suite|ste|floor|#)\\.? ?#?[a-z0-9-]{1,6}(?![a-z]))?`,
  'gu',
);
/** Streets that carry their kind in front. */
const FOREIGN =
  /(?<![a-z0-9.$])\d{1,4}(?: ?bis)?,? (?:rue|via|calle|avenida|rua|plaza|piazza|jalan)(?: (?:de|la|le|del|della|des|du|d'))* ?(?:[a-z'-]{3,20})(?: [a-z'-]{3,20})?/gu;
const BOX = /(?<![a-z])p\.? ?o\.? box \d{1,7}/gu;
/** Town, state and code behind the street. */
const TOWN =
  /,? ?(?:[a-z]{1,2}\d{1,2}[a-z]? \d[a-z]{2}(?![a-z0-9])|[a-z]{2} \d{5}(?:-\d{4})?(?!\d)|\d{5}(?:-\d{4})?(?!\d)|[a-z]{2}(?![a-z])|[a-z.]{3,20}(?: [a-z]{3,20}){0,2})/uy;
const SHORT_TYPE = new Set(['st', 'dr', 'ct', 'way', 'pl', 'place', 'close', 'court', 'square', 'drive', 'sq']);
const NOT_TOWNS = new Set([
  'please',
  'thanks',
  'thank',
  'and',
  'but',
  'not',
  'the',
  'my',
  'we',
  'it',
  'they',
  'call',
  'or',
  'so',
]);

export function findEnglishAddresses({ text, at, source }: FoldedText, out: Candidate[]): void {
  const isCapital = (place: number) => /^[A-Z]/u.test(source[at[place]!] ?? '');
  for (const match of text.matchAll(STREET)) {
    const start = match.index;
    const type = match[1]!;
    const typeAt = match[0].lastIndexOf(` ${type}`);
    const number = /\d{1,5}[a-z]? /u.exec(
      match[0].slice(0, typeAt).replace(new RegExp(INSIDE, 'gu'), (part) => '_'.repeat(part.length)),
    );
    if (number === null) continue;
    const name = start + number.index + number[0].length;
    const shown = source[at[name]!] ?? '';
    if (!/^[A-Z0-9]/u.test(shown)) continue;
    if (SHORT_TYPE.has(type) && !/[A-Z][a-z.]* ?$/u.test(source.slice(at[name]!, at[start + typeAt]! + 1))) continue;
    if (SHORT_TYPE.has(type) && !isCapital(start + typeAt + 1)) continue;
    out.push({ kind: 'address', start, end: townEnd(start + match[0].length), rank: 4 });
  }
  for (const match of text.matchAll(FOREIGN)) {
    const kind = match.index + match[0].search(/[a-z]{3}/u);
    if (isCapital(kind))
      out.push({ kind: 'address', start: match.index, end: townEnd(match.index + match[0].length), rank: 4 });
  }
  for (const match of text.matchAll(BOX)) {
    out.push({ kind: 'address', start: match.index, end: townEnd(match.index + match[0].length), rank: 4 });
  }

  /** Up to three pieces behind a comma, each with a capital letter, and the post code. */
  function townEnd(from: number): number {
    let end = from;
    for (let piece = 0; piece < 4; piece += 1) {
      TOWN.lastIndex = end;
      const found = TOWN.exec(text);
      if (found === null) break;
      const words = found[0].replace(/^,? ?/u, '');
      const first = end + found[0].length - words.length;
      const code = /\d/u.test(words);
      if (!code && (!found[0].startsWith(',') || !isCapital(first))) {
        // A state or a town may follow the last piece without a comma only as part of it ("London SW1A 2AA").
        break;
      }
      let size = words.length;
      if (!code) {
        const parts = words.split(' ');
        let kept = 0;
        let place = first;
        for (const part of parts) {
          if (!isCapital(place) || NOT_TOWNS.has(part.replaceAll('.', ''))) break;
          kept = place + part.length - first;
          place += part.length + 1;
        }
        size = kept;
      }
      if (size === 0) break;
      end = first + size;
      if (code) break;
    }
    if (text[end - 1] === '.' && end > from) end -= 1;
    return end;
  }
}
