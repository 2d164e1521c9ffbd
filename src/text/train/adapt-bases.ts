// Shops the engine has never seen: for each domain a base fitted without it, without its kind, and without near copies of it.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { readModel, type TextModel, writeModel } from '../model.ts';
import { nearDuplicateSketch, similarity } from '../near-duplicates.ts';
import { fitSentiment, sentimentMatrix } from './fit-sentiment.ts';
import { fitTone } from './fit-tone.ts';
import { fitToneHeads, type ToneRow, toneMatrix, toneRows } from './heads/tone.ts';
import { type Matrix, pickRows } from './linear.ts';
import { type PackedHead, packHeads, unpackHeads } from './pack-heads.ts';
import { copyKey, dataFolder, type Row, readSet } from './read-sets.ts';
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
  /** The shipped model with the sentiment and tone of this base; its other heads do not touch for and against. */
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

/** Everything the fits of all domains share, read once. */
class Pool {
  readonly rows = readSentiment();
  readonly matrix: Matrix = sentimentMatrix(this.rows);
  readonly bands = this.rows.map((row) => nearDuplicateSketch(row.text));
  readonly keys = this.rows.map((row) => copyKey(row.text) || row.text);
  readonly tone: readonly ToneRow[] = toneRows();
  readonly toneKeys = this.tone.map((row) => copyKey(row.text) || row.text);
  readonly toneMatrix: Matrix = toneMatrix(this.tone);
  readonly heads: readonly PackedHead[];

  constructor(shipped: TextModel) {
    this.heads = unpackHeads(shipped).filter(({ head }) => !head.name.startsWith('tone.'));
  }

  /** The shipped model as it were had it never met the domain. */
  without(domain: Domain, own: readonly { text: string }[], shipped: TextModel): TextModel {
    const may = allowed(domain, own, this.rows, this.bands);
    const trainAt = may.filter((at) => this.rows[at]!.fold < 8);
    const devAt = may.filter((at) => this.rows[at]!.fold === 8);
    const sentiment = fitSentiment(this.rows, this.matrix, trainAt, devAt);
    const isAllowed = new Set(may);
    const barred = new Set(own.map((row) => copyKey(row.text) || row.text));
    this.keys.forEach((key, at) => {
      if (!isAllowed.has(at)) barred.add(key);
    });
    const toneAt = this.tone.flatMap((row, at) =>
      barred.has(this.toneKeys[at]!) || domain.sameKind.includes(row.source) ? [] : [at],
    );
    const rows = toneAt.map((at) => this.tone[at]!);
    const heads = [...this.heads, ...fitToneHeads(rows, pickRows(this.toneMatrix, toneAt), 8)];
    return {
      header: {
        ...shipped.header,
        sentiment: sentiment.head,
        heads: heads.map(({ head }) => head),
        tone: fitTone(sentiment, heads, rows),
      },
      packed: sentiment.packed,
      ...packHeads(heads),
    };
  }
}

/**
 * The bases of the named domains, one after the other. Fits are kept in `cache` (a folder) by what they were fitted from:
 * the shipped weights, the code of the fit and the sets; a change of the adaptation alone costs no new fit. What an
 * earlier version of the same domain left there is deleted.
 */
export function* domainBases(shipped: TextModel, domains = ADAPT_DOMAINS, cache?: string): Generator<DomainBase> {
  let pool: Pool | null = null;
  const stamp = cache === undefined ? '' : stampOf(shipped);
  for (const domain of domains) {
    const rows = domainRows(domain);
    const name = `${stamp}-${domain.name}.bin.gz`;
    if (cache !== undefined) {
      mkdirSync(cache, { recursive: true });
      for (const old of readdirSync(cache))
        if (old.endsWith(`-${domain.name}.bin.gz`) && old !== name) rmSync(join(cache, old));
      if (existsSync(join(cache, name))) {
        yield { domain, rows, model: readModel(gunzipSync(readFileSync(join(cache, name)))) };
        continue;
      }
    }
    pool ??= new Pool(shipped);
    const model = pool.without(domain, rows, shipped);
    if (cache !== undefined) writeFileSync(join(cache, name), gzipSync(writeModel(model), { level: 1 }));
    yield { domain, rows, model };
  }
}

/** Folders beside this file whose code decides what a fit gives. */
const FIT_FOLDERS = ['..', '../lexicon', '.', './heads', './labels'];

function stampOf(shipped: TextModel): string {
  const hash = createHash('sha256').update(writeModel(shipped));
  for (const folder of FIT_FOLDERS) {
    const at = new URL(`${folder}/`, import.meta.url);
    for (const name of readdirSync(at).sort()) {
      if (/\.(ts|jsonl)$/u.test(name) && !name.endsWith('.test.ts')) hash.update(readFileSync(new URL(name, at)));
    }
  }
  const sets = dataFolder();
  for (const name of sets === null ? [] : readdirSync(sets).sort())
    hash.update(`${name} ${statSync(join(sets!, name)).size}`);
  return hash.digest('hex').slice(0, 12);
}
