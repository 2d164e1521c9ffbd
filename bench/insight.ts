// The reads of insight on a store that holds many feedback. Run: npx tsx bench/insight.ts --origin http://127.0.0.1:4870 --key KEY [--rounds 20].
// Prints one JSON object: p50, p95 and the worst of each kind of read in milliseconds.
import { parseArgs } from 'node:util';
import { percentile } from './spawned.ts';

const { values } = parseArgs({
  options: { origin: { type: 'string' }, key: { type: 'string' }, rounds: { type: 'string', default: '20' } },
});
if (!values.origin || !values.key) throw new Error('Give --origin and --key of a running product');
const { origin, key } = values;
const LONG = 'from=2024-11-01&to=2026-10-31';
const MONTH = 'from=2026-10-01&to=2026-10-31';

/** The reads of insight by kind. */
export const INSIGHT_READS: Record<string, string[]> = {
  funnel: [`/api/v1/insight/funnel?${MONTH}`, `/api/v1/insight/funnel?${LONG}`],
  sums: [
    `/api/v1/insight?${LONG}&measures=voices,negative_share,net_sentiment&rows=channel`,
    `/api/v1/insight?${LONG}&measures=voices&rows=theme&columns=month`,
    `/api/v1/insight?${LONG}&measures=average_rating&rows=product`,
    `/api/v1/insight?${LONG}&measures=negative_share&rows=week&compare=previous`,
  ],
  rows: [
    `/api/v1/insight?${MONTH}&measures=voices,people&rows=channel`,
    `/api/v1/insight?${MONTH}&measures=negative_share&rows=theme_group&columns=rating`,
    `/api/v1/insight?${MONTH}&measures=cases,first_response,in_time_share&rows=priority`,
  ],
  leaks: [`/api/v1/insight/rows?${MONTH}&leak=unanswered`, `/api/v1/insight/rows?${MONTH}&leak=complaint_uncased`],
  dictionary: ['/api/v1/insight/metrics'],
};

const result: Record<string, { p50: number; p95: number; worst: number; requests: number }> = {};
for (const [name, addresses] of Object.entries(INSIGHT_READS)) {
  const times: number[] = [];
  for (let round = 0; round <= Number(values.rounds); round += 1) {
    for (const address of addresses) {
      const started = performance.now();
      const answer = await fetch(`${origin}${address}`, { headers: { authorization: `Bearer ${key}` } });
      const body = await answer.text();
      if (!answer.ok) throw new Error(`${address}: ${answer.status} ${body.slice(0, 300)}`);
      if (round > 0) times.push(performance.now() - started);
    }
  }
  const one = (value: number) => Math.round(value * 10) / 10;
  result[name] = {
    p50: one(percentile(times, 50)),
    p95: one(percentile(times, 95)),
    worst: one(Math.max(...times)),
    requests: times.length,
  };
}
console.log(JSON.stringify({ bench: 'insight', ...result }));
