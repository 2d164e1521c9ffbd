// The present figures that stand beside each entry of the dictionary, asked the same way a screen asks.
import type { Tx } from '../../../../platform/database/database.ts';
import { MEASURES, measureOf } from '../core/catalogue.contract.ts';
import type { MetricExample } from '../core/dictionary.contract.ts';
import { LEAKS } from '../core/insight.contract.ts';
import { type AskedPeriod, explore } from './explore.reads.ts';
import { readFunnel } from './funnel.reads.ts';

/** key → figure over the period; keys without a figure of their own are left out. */
export async function readExamples(tx: Tx, period: AskedPeriod, timeZone: string): Promise<Map<string, MetricExample>> {
  const examples = new Map<string, MetricExample>();
  for (const grain of ['voice', 'case', 'rating', 'answer'] as const) {
    const measures = MEASURES.filter((one) => one.grain === grain).map((one) => one.key);
    for (let start = 0; start < measures.length; start += 6) {
      const some = measures.slice(start, start + 6);
      const answer = await explore(tx, {
        grain,
        measures: some,
        rows: null,
        columns: null,
        filters: {},
        timeZone,
        period,
        compare: false,
      });
      if (!answer.ok) continue;
      for (const [index, key] of some.entries()) {
        const { value, base, low, high } = answer.value.total[index]!;
        const isShare = measureOf(key)!.unit === 'share';
        examples.set(key, {
          key,
          value,
          numerator: isShare && value !== null ? Math.round(value * base) : null,
          denominator: base,
          low,
          high,
        });
      }
    }
  }
  const urgent = examples.get('urgent_share');
  const funnel = await readFunnel(tx, period, timeZone);
  const plain = (key: string, value: number | null) =>
    examples.set(key, { key, value, numerator: null, denominator: null, low: null, high: null });
  if (urgent) plain('urgent', urgent.numerator);
  plain('feedback', funnel.stages[0]!.count);
  for (const stage of funnel.stages)
    for (const { leak, count } of stage.leaks) if ((LEAKS as readonly string[]).includes(leak)) plain(leak, count);
  const answered = funnel.stages.find((stage) => stage.stage === 'answer')!;
  plain('stage_time', answered.medianMs);
  plain('stage_share', answered.share);
  return examples;
}
