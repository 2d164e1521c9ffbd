// Texts made to break an engine: every one must be judged, and twice the length may not cost much more than twice the time.
import { seeded } from '../../../kit/seeded.ts';
import type { Measure } from './evaluate.contract.ts';
import { percent } from './score.ts';

const MEGABYTE = 1 << 20;
const MAKERS: readonly (readonly [name: string, make: (size: number) => string])[] = [
  ['one letter', (size) => 'a'.repeat(size)],
  ['one Han character', (size) => '好'.repeat(size)],
  ['digits', (size) => '1'.repeat(size)],
  ['spaces', (size) => ' '.repeat(size)],
  ['question marks', (size) => '?'.repeat(size)],
  ['negators', (size) => '不'.repeat(size)],
  ['clauses', (size) => '很好，'.repeat(size / 3)],
  ['words of hazard', (size) => '漏电起火过敏'.repeat(size / 6)],
  ['at signs', (size) => '@'.repeat(size)],
  ['links', (size) => 'http://a'.repeat(size / 8)],
  ['brackets', (size) => '['.repeat(size)],
  ['lone surrogates', (size) => '\ud83d'.repeat(size)],
  ['right-to-left marks', (size) => '\u202e\u200f'.repeat(size / 2)],
  ['deep emoji', (size) => '👩‍❤️‍💋‍👨'.repeat(size / 11)],
  ['combining marks', (size) => `e${'\u0301'.repeat(size)}`],
  [
    'distinct characters',
    (size) => Array.from({ length: size }, (_, at) => String.fromCharCode(0x4e00 + ((at * 7919) % 20_000))).join(''),
  ],
];
const ALPHABET = [
  ...'好差不没退款abcXYZ019 ，。？！?!.@#[]http://www.加V信￥¥\u200b\u202e\ud83d\ude00\u0000\n\t\ufeff号链接',
];

export const measureHostile: Measure = ({ engine, isQuick }) => {
  const texts = isQuick ? 50_000 : 1_000_000;
  let survived = 0;
  let tried = 0;
  const slow: string[] = [];
  for (const [name, make] of MAKERS) {
    tried += 1;
    try {
      const time = (text: string) => {
        const startedAt = performance.now();
        engine.judge(text);
        return performance.now() - startedAt;
      };
      const [half, whole] = [make(MEGABYTE / 16), make(MEGABYTE / 8)];
      const once = Math.min(time(half), time(half));
      const twice = Math.min(time(whole), time(whole));
      engine.judge(make(MEGABYTE));
      if (twice > 50 && twice > once * 4) slow.push(name);
      else survived += 1;
    } catch {
      slow.push(name);
    }
  }
  const random = seeded(1);
  for (let at = 0; at < texts; at += 1) {
    tried += 1;
    const size = Math.floor(random() * 40);
    let text = '';
    for (let place = 0; place < size; place += 1) {
      text +=
        random() < 0.7
          ? ALPHABET[Math.floor(random() * ALPHABET.length)]!
          : String.fromCharCode(Math.floor(random() * 0x10000));
    }
    try {
      engine.judge(text);
      survived += 1;
    } catch {
      slow.push(JSON.stringify(text));
    }
  }
  return {
    title: { en: 'Hostile inputs', zh: '恶意输入' },
    figures: [
      {
        bar: 'hostile.survived',
        value: survived === tried ? 100 : Math.min(99.9, percent(survived / tried)),
        rows: tried,
      },
    ],
    tables: [],
    notes: [
      {
        en: `${MAKERS.length} texts of a megabyte (${MAKERS.map(([name]) => name).join(', ')}) and ${texts} random strings. Failed: ${slow.slice(0, 5).join(', ') || 'none'}.`,
        zh: `${MAKERS.length} 种一兆字节的文本与 ${texts} 条随机字符串。未通过：${slow.slice(0, 5).join('、') || '无'}。`,
      },
    ],
  };
};
