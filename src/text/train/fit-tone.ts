// Learns the decision between for, against and neither on fold 8, the fold that calibrates, from weights that never saw it.
import { sentimentTags, toneOf, wordsLogit } from '../judge-sentiment.ts';
import { findThemes, leaningOf, themeTags } from '../judge-themes.ts';
import type { TextModel } from '../model.ts';
import { Reading } from '../reading.ts';
import { Scorer } from '../scorer.ts';
import { ROOM_HEAD, ToneDecision, type ToneWeights } from '../tone-decision.ts';
import type { FittedSentiment } from './fit-sentiment.ts';
import { fitLogistic } from './heads/logistic.ts';
import { isKept, type ToneRow, toneRows } from './heads/tone.ts';
import { type PackedHead, packHeads } from './pack-heads.ts';

const DECISION_FOLD = 8;

/** What a row of a source counts in the decision. */
const WORTH: Readonly<Record<string, number>> = {
  smp2020_ewect: 1,
  dianping_aste: 1,
  absa_zh_products: 0.7,
  acos_en: 0.7,
  mams_acsa_en: 0.7,
  zhijiang_makeup_absa: 0.7,
  online_shopping_10_cats: 0.6,
  waimai_10k: 0.6,
  amazon_polarity10k: 0.6,
  conversation_sentiment: 0.3,
  service: 0.3,
  requests: 0.3,
  labels: 0.12,
  room: 0.12,
  written: 0.35,
};
/** Sources whose labels are too rough to say how far a label can be trusted. */
const ROUGH: ReadonlySet<string> = new Set(['conversation_sentiment', 'service', 'requests']);

interface Seen {
  row: ToneRow;
  neutral: Float64Array;
  side: Float64Array;
}

/** Fits the decision above the given sentiment and tone heads (others of `heads` are not heard), all rows by default. */
export function fitTone(
  sentiment: FittedSentiment,
  heads: readonly PackedHead[],
  rows: readonly ToneRow[] = toneRows(),
): ToneWeights {
  const tone = heads.filter(({ head }) => head.name.startsWith('tone.') || head.name === ROOM_HEAD);
  const model: TextModel = {
    header: {
      format: 1,
      name: 'tone',
      version: '0.0.0',
      sentiment: sentiment.head,
      heads: tone.map(({ head }) => head),
    },
    packed: sentiment.packed,
    ...packHeads(tone),
  };
  const seen = readDecisionRows(model, rows);
  const cost = halfBalanced(seen);
  const side = fitLogistic(...only(seen, cost, (item) => (item.row.y === 0 ? null : [item.side, item.row.y])));
  const neutral = fitLogistic(...only(seen, cost, (item) => [item.neutral, item.row.y === 0 ? 1 : -1]));
  const weights = { neutral, side, trust: [] };
  const decision = new ToneDecision(new Scorer(model), weights);
  const trust = fitLogistic(
    ...only(
      seen,
      seen.map(({ row }) => WORTH[row.source]!),
      (item) => {
        if (ROUGH.has(item.row.source)) return null;
        decision.neutralNumbers.set(item.neutral);
        decision.sideNumbers.set(item.side);
        const undecided = decision.neutral();
        const logit = decision.side();
        const said = undecided > 0 ? 0 : logit > 0 ? 1 : -1;
        return [decision.weigh(undecided, logit).slice(), said === item.row.y ? 1 : -1];
      },
    ),
  );
  return { neutral, side, trust };
}

function readDecisionRows(model: TextModel, tone: readonly ToneRow[]): Seen[] {
  const reading = new Reading();
  const scorer = new Scorer(model);
  const decision = new ToneDecision(scorer);
  const tags = sentimentTags(reading);
  const themeOf = themeTags(reading);
  return tone.flatMap((row) => {
    if (row.fold !== DECISION_FOLD && !isKept(row)) return [];
    reading.run(row.text);
    scorer.run(reading.features, reading.clauseTo, reading.clauses);
    const themes = leaningOf(findThemes(reading, themeOf));
    const words = wordsLogit(reading, scorer, tags, themes);
    decision.read(reading, tags, toneOf(reading, tags, null), words, themes);
    return [{ row, neutral: decision.neutralNumbers.slice(), side: decision.sideNumbers.slice() }];
  });
}

/** Neutral and judging rows of a source come nearer to balance, since a rare class counts as much in what is published. */
function halfBalanced(seen: readonly Seen[]): number[] {
  const neutral = new Map<string, number>();
  const all = new Map<string, number>();
  for (const { row } of seen) {
    all.set(row.source, (all.get(row.source) ?? 0) + 1);
    if (row.y === 0) neutral.set(row.source, (neutral.get(row.source) ?? 0) + 1);
  }
  return seen.map(({ row }) => {
    const share = (neutral.get(row.source) ?? 0) / all.get(row.source)!;
    const own = row.y === 0 ? share : 1 - share;
    return WORTH[row.source]! * (own === 1 ? 1 : (0.5 / own) ** 0.4);
  });
}

/** Arguments of the logistic fit for the rows that `say` does not pass over. */
function only(
  seen: readonly Seen[],
  cost: readonly number[],
  say: (item: Seen) => readonly [Float64Array, number] | null,
): [Float64Array[], number[], number, number[]] {
  const rows: Float64Array[] = [];
  const labels: number[] = [];
  const costs: number[] = [];
  seen.forEach((item, index) => {
    const said = say(item);
    if (said === null) return;
    rows.push(said[0]);
    labels.push(said[1]);
    costs.push(cost[index]!);
  });
  return [rows, labels, 1, costs];
}
