// Aspects of real shop reviews: which are named, and from which side they are seen.
import { MAKEUP_ASPECTS } from '../heads/aspect-makeup.ts';
import type { Measure } from './evaluate.contract.ts';
import { type Hits, mean, noHits, percent, prf } from './score.ts';

/** Aspects with fewer rows than this are shown but say nothing in the mean. */
const LEAST_ROWS = 5;

export const measureMakeup: Measure = ({ judge, dev }) => {
  const known = new Set<string>(Object.values(MAKEUP_ASPECTS));
  const named = new Map<string, Hits>();
  const sided = new Map<string, Hits>();
  const rows = dev('zhijiang_makeup_absa');
  for (const row of rows) {
    const tuples = (row.a ?? []).flatMap(([name, side]) =>
      MAKEUP_ASPECTS[name] ? [[MAKEUP_ASPECTS[name], side] as const] : [],
    );
    const found = judge(row.t).aspects.filter((one) => known.has(one.aspect));
    count(named, new Set(tuples.map(([aspect]) => aspect)), new Set(found.map((one) => one.aspect)));
    count(
      sided,
      new Set(tuples.map(([aspect, side]) => `${aspect} ${side}`)),
      new Set(found.map((one) => `${one.aspect} ${one.polarity}`)),
    );
  }
  const each = [...named].filter(([, hits]) => hits.wanted >= LEAST_ROWS);
  return {
    title: { en: 'Aspects of make-up reviews (fold 8)', zh: '美妆评价的方面（第 8 折）' },
    figures: [
      { bar: 'makeup.micro', value: percent(prf(total(named)).f1), rows: rows.length },
      {
        bar: 'makeup.macro',
        value: percent(mean(each.map(([, hits]) => prf(hits).f1))),
        rows: rows.length,
        note: {
          en: `${each.length} aspects with at least ${LEAST_ROWS} rows`,
          zh: `${each.length} 个至少有 ${LEAST_ROWS} 行的方面`,
        },
      },
      { bar: 'makeup.side', value: percent(prf(total(sided)).f1), rows: rows.length },
    ],
    tables: [table({ en: 'Aspects', zh: '方面' }, named), table({ en: 'Aspects and sides', zh: '方面与褒贬' }, sided)],
    notes: [],
  };
};

export function count(into: Map<string, Hits>, truth: ReadonlySet<string>, said: ReadonlySet<string>): void {
  for (const label of new Set([...truth, ...said])) {
    const hits = into.get(label) ?? noHits();
    if (truth.has(label)) hits.wanted += 1;
    if (said.has(label)) hits.given += 1;
    if (truth.has(label) && said.has(label)) hits.hit += 1;
    into.set(label, hits);
  }
}

export function total(groups: ReadonlyMap<string, Hits>): Hits {
  const sum = noHits();
  for (const hits of groups.values()) {
    sum.hit += hits.hit;
    sum.given += hits.given;
    sum.wanted += hits.wanted;
  }
  return sum;
}

export function table(title: { en: string; zh: string }, groups: ReadonlyMap<string, Hits>) {
  return {
    title,
    head: [
      { en: 'label', zh: '标签' },
      { en: 'rows', zh: '行数' },
      { en: 'precision', zh: '精确率' },
      { en: 'recall', zh: '召回' },
      { en: 'F1', zh: 'F1' },
    ],
    rows: [...groups]
      .sort((a, b) => b[1].wanted - a[1].wanted)
      .map(([label, hits]) => {
        const { precision, recall, f1 } = prf(hits);
        return [label, hits.wanted, percent(precision), percent(recall), percent(f1)];
      }),
  };
}
