// Signs a query the way Bilibili's own page does (WBI): the page hands out two key names, mixed by a fixed table.
import { digestOf } from '../../../../../platform/secrets/signatures.ts';

const TABLE = [
  46, 47, 18, 2, 53, 8, 23, 32, 15, 50, 10, 31, 58, 3, 45, 35, 27, 43, 5, 49, 33, 9, 42, 19, 29, 28, 14, 39, 12, 38, 41,
  13,
] as const;

/** The key from the file names of `img_url` and `sub_url` as `/x/web-interface/nav` gives them. */
export function mixinKey(imgUrl: string, subUrl: string): string {
  const nameOf = (url: string) => url.slice(url.lastIndexOf('/') + 1).split('.')[0] ?? '';
  const raw = nameOf(imgUrl) + nameOf(subUrl);
  return TABLE.map((place) => raw[place] ?? '').join('');
}

/** The query with `wts` (seconds) and `w_rid` added, in the order that is signed. */
export function signWbi(query: Readonly<Record<string, string | number>>, key: string, seconds: number): string {
  const whole: Record<string, string | number> = { ...query, wts: seconds };
  const written = Object.keys(whole)
    .sort()
    .map((name) => `${encodeURIComponent(name)}=${encodeURIComponent(String(whole[name]).replace(/[!'()*]/g, ''))}`)
    .join('&');
  return `${written}&w_rid=${digestOf('md5', written, key).toString('hex')}`;
}
