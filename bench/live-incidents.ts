// Plays simulated rooms with planted incidents to the live analysis and prints how soon and how rightly it calls them.
import { parseArgs } from 'node:util';
import { loadMaker } from '../src/engage/live/rooms/server/hub/load-maker.ts';
import { dataVersion } from '../src/engage/live/simulator/core/data-version.ts';
import { type ShowScore, scoreShow } from '../src/engage/live/simulator/core/score/score-show.ts';
import { sumScores } from '../src/engage/live/simulator/core/score/sum-scores.ts';
import { simulate } from '../src/engage/live/simulator/core/simulate.ts';
import type { ShowLanguage, SimulateOptions } from '../src/engage/live/simulator/core/simulated-show.contract.ts';
import { readWordings } from './live-wordings.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '20' },
    from: { type: 'string', default: '1' },
    viewers: { type: 'string', default: '2000' },
    rate: { type: 'string', default: '12' },
    minutes: { type: 'string', default: '20' },
    language: { type: 'string', default: 'zh' },
    each: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});

const first = Number(values.from);
const seeds = Array.from({ length: Number(values.seeds) }, (_, at) => first + at);
const make = await loadMaker();
const scores: ShowScore[] = [];
let analysisMs = 0;
for (const seed of seeds) {
  const options: SimulateOptions = {
    seed,
    viewers: Number(values.viewers),
    ratePerSecond: Number(values.rate),
    minutes: Number(values.minutes),
    language: values.language as ShowLanguage,
  };
  // Making the show is no part of analysing it.
  const making = performance.now();
  for (const _ of simulate(options));
  const playing = performance.now();
  scores.push(scoreShow(options, (plan, shelf, ids) => make({ ...ids, startedAt: plan.startedAt, shelf })));
  analysisMs += performance.now() - playing - (playing - making);
  if (values.each) {
    const { complaints, risks, waves, falseComplaints } = scores.at(-1)!.alarms;
    console.error(JSON.stringify({ seed, complaints, risks, waves, falseComplaints }));
  }
}
const summed = sumScores(scores);
const result = {
  bench: 'live-incidents',
  dataVersion: dataVersion(),
  seeds,
  viewers: Number(values.viewers),
  ratePerSecond: Number(values.rate),
  minutes: Number(values.minutes),
  language: values.language,
  ...summed,
  /** Lines written for this bench: the same faults in other words. */
  otherWordings: await readWordings(),
  messagesPerSecond: Math.round((summed.comments / analysisMs) * 1000),
};
console.log(JSON.stringify(result, null, values.json ? undefined : 1));
