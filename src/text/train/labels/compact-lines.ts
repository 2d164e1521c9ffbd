// Reads the short lines that annotators write by hand: `NUMBER SENTIMENT ASPECTS INTENTS [URGENCY] [!why it was hard]`.
import type { Aspect, Intent, Polarity, SentimentLabel, UrgencyReason } from '../../judge.contract.ts';
import type { ReadLabels } from './labels.contract.ts';

export const ASPECT_CODES: Readonly<Record<string, Aspect>> = {
  lo: 'logistics',
  pk: 'packaging',
  ql: 'quality',
  sz: 'size',
  au: 'authenticity',
  pr: 'price',
  pm: 'promotion',
  sv: 'service',
  rf: 'refund',
  st: 'stream',
  ds: 'description',
  ap: 'appearance',
  ef: 'effect',
  ex: 'experience',
  sm: 'smell',
  in: 'ingredients',
  fr: 'freshness',
  pd: 'product',
  aa: 'app',
  ov: 'overall',
};
const INTENT_CODES: Readonly<Record<string, Intent>> = {
  a: 'ask',
  s: 'suggest',
  c: 'complain',
  p: 'praise',
  b: 'buy',
};
const SENTIMENT_CODES: Readonly<Record<string, SentimentLabel>> = {
  '+': 'positive',
  '0': 'neutral',
  '-': 'negative',
};
const POLARITY_CODES: Readonly<Record<string, Polarity>> = { '+': 1, '0': 0, '-': -1 };
const URGENCY_CODES: Readonly<Record<string, UrgencyReason>> = {
  sf: 'safety',
  fa: 'fake',
  lg: 'legal',
  pr: 'price_error',
  pv: 'privacy',
  mi: 'minor',
  fr: 'fraud',
};

function known<T>(table: Readonly<Record<string, T>>, code: string, line: string): T {
  const value = table[code];
  if (value === undefined) throw new Error(`"${code}" is no code, in: ${line}`);
  return value;
}

/** What every short line tells: side, intents (`.` for none) and the reason of urgency, if any. @throws Error that quotes a wrong line. */
export function readSides(
  [sentiment, intents, urgency]: readonly [sentiment: string, intents: string, urgency: string | undefined],
  line: string,
): Pick<ReadLabels, 'sentiment' | 'intents'> & { reason: UrgencyReason | null } {
  return {
    sentiment: known(SENTIMENT_CODES, sentiment, line),
    intents: intents === '.' ? [] : Array.from(intents, (code) => known(INTENT_CODES, code, line)),
    reason: urgency === undefined ? null : known(URGENCY_CODES, urgency, line),
  };
}

/** One line to its number and labels; labels are null for `x`, a row left out. @throws Error that quotes a wrong line. */
export function readLine(line: string): { n: number; labels: ReadLabels | null } {
  const bang = line.indexOf('!');
  const hard = bang < 0 ? '' : line.slice(bang + 1).trim();
  const [number, sentiment, aspects, intents, urgency, ...rest] = (bang < 0 ? line : line.slice(0, bang))
    .trim()
    .split(/\s+/);
  const n = Number(number);
  if (!Number.isInteger(n)) throw new Error(`no number in: ${line}`);
  if (sentiment === 'x') return { n, labels: null };
  if (sentiment === undefined || aspects === undefined || intents === undefined || rest.length > 0)
    throw new Error(`four or five fields are needed in: ${line}`);
  const { reason, ...told } = readSides([sentiment, intents, urgency === '.' ? undefined : urgency], line);
  return {
    n,
    labels: {
      sentiment: told.sentiment,
      aspects: (aspects === '.' ? [] : aspects.split(',')).map((item) => ({
        aspect: known(ASPECT_CODES, item.slice(0, -1), line),
        polarity: known(POLARITY_CODES, item.slice(-1), line),
      })),
      intents: told.intents,
      urgency: { level: reason === null ? 'none' : 'urgent', reason },
      ...(hard === '' ? {} : { hard }),
    },
  };
}
