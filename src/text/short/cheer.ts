// Tells laughter, cheering and counting codes from words: they are counted, never answered.
import { isDigit, NUMBER_MARK } from '../normalise.ts';

const LAUGHTER = new Set([...'哈呵嘿嘻笑啊哇呜嗷噢哦喔吼耶额嗯h草艹w'].map((char) => char.charCodeAt(0)));
const CHEERS = new Set([
  '666',
  '66',
  '6',
  '233',
  '2333',
  '23333',
  '888',
  '88',
  '99',
  '520',
  '1314',
  '5201314',
  '555',
  '5555',
  '999',
  '777',
  '369',
  '111111',
]);
const SPACE = 0x20;

/** Nothing but laughing sounds, repeated digits other than one, or the numbers that people cheer with. */
export function isCheerful(codes: Uint16Array, length: number): boolean {
  let at = 0;
  let sounds = 0;
  let digits = 0;
  let first = 0;
  let isSame = true;
  for (; at < length; at += 1) {
    const code = codes[at]!;
    if (code === SPACE || code === 0x21 || code === 0x7e) continue;
    if (code === NUMBER_MARK) {
      digits += 7;
      isSame = false;
    } else if (isDigit(code)) {
      if (digits === 0) first = code;
      else if (code !== first) isSame = false;
      digits += 1;
    } else if (LAUGHTER.has(code)) sounds += 1;
    else return false;
  }
  if (sounds > 0) return digits === 0 || isSame;
  if (digits === 0) return false;
  // "1" and "111" answer the host; "6", "66" and "666" cheer; "233" laughs.
  if (isSame) return first === 0x36 || (digits >= 3 && first !== 0x31);
  return digits <= 7 && CHEERS.has(digitText(codes, length));
}

function digitText(codes: Uint16Array, length: number): string {
  let text = '';
  for (let at = 0; at < length; at += 1) if (isDigit(codes[at]!)) text += String.fromCharCode(codes[at]!);
  return text;
}
