// Rows of the aspects of goods in general: texts labelled by reading. Restaurant, laptop and make-up sets were tried beside them and did not help.
import { ASPECTS, type Aspect } from '../../judge.contract.ts';
import { readLabels } from '../labels/read-labels.ts';
import { foldOf } from '../read-sets.ts';
import type { BlendText, LinearRow } from './aspect-fit.ts';

export interface GeneralRows {
  rows: LinearRow[];
  texts: (BlendText & { part: string })[];
  /** Whether a text judges what it names (1) or only asks or mentions it (-1). */
  told: LinearRow[];
  /** Texts all of whose aspects are seen from one side. */
  sided: { text: string; fold: number; side: 1 | -1 }[];
}

export function generalRows(): GeneralRows {
  const rows: LinearRow[] = [];
  const texts: GeneralRows['texts'] = [];
  const told: LinearRow[] = [];
  const sided: GeneralRows['sided'] = [];
  for (const label of readLabels()) {
    const aspects = new Set(label.aspects.map(({ aspect }) => aspect));
    // The labelled texts come from the training folds (or from recordings, which have none): a turn's own fold only spreads them.
    const fold = foldOf(label.text) % 8;
    texts.push({ text: label.text, fold, aspects, part: label.part });
    rows.push({ text: label.text, fold, weight: 2, says: saying(ASPECTS, aspects) });
    const sides = new Set(label.aspects.map(({ polarity }) => polarity));
    if (sides.size === 0) continue;
    const judged = sides.has(1) || sides.has(-1);
    told.push({ text: label.text, fold, weight: 1, says: new Map([['told', judged ? 1 : -1]]) });
    const [side] = sides;
    if (sides.size === 1 && (side === 1 || side === -1)) sided.push({ text: label.text, fold, side });
  }
  return { rows, texts, told, sided };
}

function saying(known: readonly Aspect[], aspects: ReadonlySet<Aspect>): Map<string, 1 | -1> {
  return new Map(known.map((aspect) => [aspect, aspects.has(aspect) ? 1 : -1]));
}
