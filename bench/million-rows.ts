// Writes a file of many believable reviews: the real ones varied when they are at hand, else sentences put together here.

import { once } from 'node:events';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { stringify } from 'csv-stringify/sync';
import { seeded } from '../src/kit/seeded.ts';

interface Review {
  text: string;
  category: string;
  positive: boolean;
}

const REAL = path.resolve(import.meta.dirname, '../../shared/data/online_shopping_10_cats.jsonl.gz');

const PARTS = {
  good: [
    '质量很好',
    '物流很快',
    '客服耐心',
    '尺码正合适',
    '味道很香',
    '包装严实',
    '性价比高',
    '颜色和图片一样',
    '主播推荐得没错',
    '会再买',
  ],
  bad: [
    '质量太差',
    '物流慢了十天',
    '客服不理人',
    '尺码偏小',
    '味道刺鼻',
    '包装破了',
    '降价不退差价',
    '颜色和图片不一样',
    '主播说的和实物不符',
    '要求退款',
  ],
  kind: ['面霜', '连衣裙', '苹果', '耳机', '洗发水', '热水器', '牛奶', '平板', '书', '酒店'],
};

async function readReal(): Promise<Review[]> {
  const reviews: Review[] = [];
  const lines = createInterface({ input: createReadStream(REAL).pipe(createGunzip()) });
  for await (const line of lines) {
    const row = JSON.parse(line) as { t: string; y: number; cat: string };
    if (row.t.length > 3) reviews.push({ text: row.t, category: row.cat, positive: row.y === 1 });
  }
  return reviews;
}

function make(random: () => number): Review[] {
  const pick = (list: string[]) => list[Math.floor(random() * list.length)]!;
  return Array.from({ length: 20_000 }, () => {
    const positive = random() < 0.5;
    const words = positive ? PARTS.good : PARTS.bad;
    const text = Array.from({ length: 2 + Math.floor(random() * 4) }, () => pick(words)).join('，');
    return { text: `${pick(PARTS.kind)}${text}。`, category: pick(PARTS.kind), positive };
  });
}

/**
 * Writes `count` rows as CSV: id, text, stars, product, sku, customer, time over two years.
 * @returns whether real reviews were varied
 */
export async function writeRows(file: string, count: number, seed = 7): Promise<{ real: boolean; bytes: number }> {
  const random = seeded(seed);
  const real = existsSync(REAL);
  const reviews = real ? await readReal() : make(random);
  const byKind = new Map<string, Review[]>();
  for (const review of reviews) {
    const key = `${review.category} ${review.positive}`;
    byKind.set(key, [...(byKind.get(key) ?? []), review].slice(-4000));
  }
  const out = createWriteStream(file);
  let bytes = 0;
  const start = Date.UTC(2024, 10, 1);
  const header = ['编号', '评价内容', '星级', '商品名称', '货号', '用户编号', '评价时间'];
  for (let done = 0; done < count; ) {
    const rows: (string | number)[][] = done === 0 ? [header] : [];
    for (let index = 0; index < 5000 && done < count; index += 1, done += 1) {
      const first = reviews[Math.floor(random() * reviews.length)]!;
      // Half of another review of the same kind makes a new one that is still believable.
      const alike = byKind.get(`${first.category} ${first.positive}`)!;
      const second = alike[Math.floor(random() * alike.length)]!.text;
      const text =
        done < reviews.length
          ? first.text
          : `${first.text.slice(0, 120)}，${second.slice(Math.floor(second.length / 2)).slice(0, 120)}`;
      const stars = first.positive ? (random() < 0.7 ? 5 : 4) : random() < 0.6 ? 1 : 2;
      const item = Math.floor(random() ** 2 * 40);
      const time = new Date(start + Math.floor(random() * 730 * 86_400_000)).toISOString();
      rows.push([
        `r${done}`,
        text,
        stars,
        `${first.category}${item}号`,
        `${first.category}-${item}`,
        `u${Math.floor(random() * 250_000)}`,
        time,
      ]);
    }
    const chunk = stringify(rows);
    bytes += Buffer.byteLength(chunk);
    if (!out.write(chunk)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'close');
  return { real, bytes };
}
