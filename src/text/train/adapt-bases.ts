// Shops the engine has never seen: for each domain a base fitted without it, without its kind, and without near copies of it.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { readModel, type TextModel, writeModel } from '../model.ts';
import { nearDuplicateSketch, similarity } from '../near-duplicates.ts';
import { fitSentiment, sentimentMatrix } from './fit-sentiment.ts';
import type { Matrix } from './linear.ts';
import { copyKey, type Row, readSet } from './read-sets.ts';
import { type LabelledText, readSentiment } from './sentiment-rows.ts';

export interface Domain {
  name: string;
  /** Set the domain's rows come from, and its product kind in there. */
  set: string;
  kind?: string;
  /** Sources of the same kind of goods: out of the base as a whole. */
  sameKind: readonly string[];
  /** Kinds of the shopping set that sell the same. */
  sameCategory?: string;
  /** Constants of the adaptation were chosen on these; the others only confirm. */
  isDesign: boolean;
}

const HOTEL_SETS = ['chnsenticorp_htl_all', 'chnsenticorp_split'];
const shop = (name: string, sameKind: readonly string[] = [], isDesign = false): Domain => ({
  name,
  set: 'online_shopping_10_cats',
  kind: name,
  sameKind,
  isDesign,
});

export const ADAPT_DOMAINS: readonly Domain[] = [
  { name: 'waimai', set: 'waimai_10k', sameKind: [], isDesign: true },
  { name: 'hotels', set: 'chnsenticorp_htl_all', sameKind: HOTEL_SETS, sameCategory: '酒店', isDesign: true },
  shop('衣服', [], true),
  shop('蒙牛', [], true),
  shop('书籍', ['chnsenticorp_split', 'douban_book_review'], true),
  { name: 'eprstmt', set: 'eprstmt', sameKind: [], isDesign: false },
  shop('洗发水', ['absa_zh_products', 'zhijiang_makeup_absa']),
  shop('水果'),
  shop('平板'),
  shop('酒店', HOTEL_SETS),
  shop('计算机', ['chnsenticorp_split']),
  shop('手机', ['absa_zh_products']),
  shop('热水器'),
];

export interface DomainBase {
  domain: Domain;
  /** Distinct labelled texts of the domain. */
  rows: { text: string; y: 1 | -1 }[];
  /** The shipped model with the sentiment head of this base. */
  model: TextModel;
}

/** Distinct rows of a domain. */
export function domainRows(domain: Domain): { text: string; y: 1 | -1 }[] {
  const seen = new Set<string>();
  return readSet(domain.set).flatMap((row: Row) => {
    if (domain.kind !== undefined && row.cat !== domain.kind) return [];
    const key = copyKey(row.t) || row.t;
    if (row.t.trim() === '' || seen.has(key)) return [];
    seen.add(key);
    return [{ text: row.t, y: Number(row.y) === 1 ? (1 as const) : (-1 as const) }];
  });
}

/** Row numbers of the pool that a base without this domain may learn from. */
function allowed(domain: Domain, own: readonly { text: string }[], pool: readonly LabelledText[], bands: number[][]) {
  const keys = new Set(own.map((row) => copyKey(row.text) || row.text));
  const byBand = new Map<number, number[]>();
  own.forEach((row, index) => {
    for (const band of nearDuplicateSketch(row.text)) {
      const list = byBand.get(band);
      if (list) list.push(index);
      else byBand.set(band, [index]);
    }
  });
  return pool.flatMap((row, at) => {
    if (row.source === domain.set && (domain.kind === undefined || row.kind === domain.kind)) return [];
    if (domain.sameKind.includes(row.source)) return [];
    if (domain.sameCategory !== undefined && row.kind === domain.sameCategory) return [];
    if (keys.has(copyKey(row.text) || row.text)) return [];
    for (const band of bands[at]!) {
      for (const other of (byBand.get(band) ?? []).slice(0, 8)) {
        if (similarity(row.text, own[other]!.text) >= 0.5) return [];
      }
    }
    return [at];
  });
}

/**
 * The bases of the named domains, one after the other. Fits are kept in `cache` (a folder) by what they were fitted from,
 * so that a change of the adaptation alone costs no new fit.
 */
export function* domainBases(shipped: TextModel, domains = ADAPT_DOMAINS, cache?: string): Generator<DomainBase> {
  let pool: LabelledText[] | null = null;
  let matrix: Matrix | null = null;
  let bands: number[][] = [];
  const stamp = createHash('sha256').update(JSON.stringify(shipped.header)).digest('hex').slice(0, 12);
  for (const domain of domains) {
    const rows = domainRows(domain);
    const file = cache === undefined ? null : join(cache, `${stamp}-${domain.name}.bin.gz`);
    if (file !== null && existsSync(file)) {
      yield { domain, rows, model: readModel(gunzipSync(readFileSync(file))) };
      continue;
    }
    if (pool === null || matrix === null) {
      pool = readSentiment();
      matrix = sentimentMatrix(pool);
      bands = pool.map((row) => nearDuplicateSketch(row.text));
    }
    const fitting = pool;
    const may = allowed(domain, rows, fitting, bands);
    const trainAt = may.filter((at) => fitting[at]!.fold < 8);
    const devAt = may.filter((at) => fitting[at]!.fold === 8);
    const fitted = fitSentiment(fitting, matrix, trainAt, devAt);
    const model: TextModel = {
      ...shipped,
      header: { ...shipped.header, sentiment: fitted.head },
      packed: fitted.packed,
    };
    if (file !== null) {
      mkdirSync(cache!, { recursive: true });
      writeFileSync(file, gzipSync(writeModel(model), { level: 1 }));
    }
    yield { domain, rows, model };
  }
}
