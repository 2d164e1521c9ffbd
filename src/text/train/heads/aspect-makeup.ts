// Rows of the contest of make-up reviews: whole texts, their clauses, and which clause each named opinion stands in.
import type { Aspect } from '../../judge.contract.ts';
import { foldOf, type Row, readSet } from '../read-sets.ts';
import type { BlendText, LinearRow, TrainingReader } from './aspect-fit.ts';

/** Contest aspect names to the names of our taxonomy. */
export const MAKEUP_ASPECTS: Readonly<Record<string, Aspect>> = {
  整体: 'overall',
  使用体验: 'experience',
  功效: 'effect',
  价格: 'price',
  物流: 'logistics',
  气味: 'smell',
  包装: 'packaging',
  真伪: 'authenticity',
  服务: 'service',
  成分: 'ingredients',
  尺寸: 'size',
  新鲜度: 'freshness',
};

export const MAKEUP_NAMES = Object.values(MAKEUP_ASPECTS);

export interface MakeupRows {
  rows: LinearRow[];
  texts: BlendText[];
}

/** Every text and, where it has several, each of its clauses. */
export function makeupRows(reader: TrainingReader): MakeupRows {
  const rows: LinearRow[] = [];
  const texts: BlendText[] = [];
  for (const row of readSet('zhijiang_makeup_absa')) {
    const fold = foldOf(row.t);
    const aspects = new Set((row.a ?? []).flatMap(([name]) => MAKEUP_ASPECTS[name] ?? []));
    texts.push({ text: row.t, fold, aspects });
    rows.push({ text: row.t, fold, weight: 1, says: saying(aspects) });
    const clauses = reader.clauses(row.t);
    if (clauses.length < 2) continue;
    const named = placeTuples(clauses, row).map(
      (tuples) => new Set(tuples.flatMap(([name]) => MAKEUP_ASPECTS[name] ?? [])),
    );
    rows.push(...clauses.map((clause, index) => ({ text: clause, fold, weight: 1, says: saying(named[index]!) })));
  }
  return { rows, texts };
}

function saying(aspects: ReadonlySet<Aspect>): Map<string, 1 | -1> {
  return new Map(MAKEUP_NAMES.map((aspect) => [aspect, aspects.has(aspect) ? 1 : -1]));
}

type Tuple = NonNullable<Row['a']>[number];

/** The tuples of a row by the clause that holds their words (term and opinion); the same words take the next clause. */
export function placeTuples(clauses: readonly string[], row: Row): Tuple[][] {
  const placed: Tuple[][] = clauses.map(() => []);
  const used = new Set<string>();
  for (const tuple of row.a ?? []) {
    const [, , term, opinion] = tuple;
    let best = -1;
    let most = 0;
    clauses.forEach((clause, index) => {
      const hasOpinion = isWord(opinion) && clause.includes(opinion);
      const hasTerm = isWord(term) && clause.includes(term);
      if (isWord(opinion) ? !hasOpinion : !hasTerm) return;
      const score = 1 + (hasTerm ? 2 : 0) - (used.has(`${index} ${tuple[0]} ${opinion}`) ? 1.5 : 0);
      if (score <= most && best >= 0) return;
      most = score;
      best = index;
    });
    if (best < 0) continue;
    placed[best]!.push(tuple);
    used.add(`${best} ${tuple[0]} ${opinion}`);
  }
  return placed;
}

function isWord(value: string | undefined): value is string {
  return value !== undefined && value !== '' && value !== '_';
}
