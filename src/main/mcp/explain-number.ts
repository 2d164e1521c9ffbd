// Puts together what a number means, what it is now, and the sentences behind it.
import type { MEASURE_KEYS } from '../../loop/publish/insight/core/catalogue.contract.ts';
import { MEASURE_KEYS as MEASURES } from '../../loop/publish/insight/core/catalogue.contract.ts';
import { type Language, translator } from '../../platform/i18n/translate.ts';
import type { Client } from '../sdk/client.ts';

const PARTS = ['name', 'formula', 'numerator', 'denominator', 'filter', 'window', 'caveat'] as const;

/** @param input.examples how many sentences, at most */
export async function explainNumber(client: Client, language: Language, input: { metric: string; examples: number }) {
  const t = translator(language);
  const dictionary = await client.insight.metrics();
  const entry = dictionary.items.find((one) => one.key === input.metric);
  const words = Object.fromEntries(PARTS.map((part) => [part, t(`metrics:${input.metric}.${part}`, undefined, '')]));
  const isMeasure = (MEASURES as readonly string[]).includes(input.metric);
  const rows = isMeasure
    ? await client.insight.rows({
        query: { measure: input.metric as (typeof MEASURE_KEYS)[number], limit: input.examples },
      })
    : null;
  return {
    metric: input.metric,
    ...words,
    now: entry?.example ? { ...entry.example, from: dictionary.from, to: dictionary.to } : null,
    sources: entry?.sources ?? [],
    seeRows: entry?.rows ?? null,
    sentences: rows?.items.map(({ kind, id, text, at }) => ({ kind, id, text, at })) ?? [],
  };
}
