// Checks the statistics on simulated fixes: nominal 95 % intervals cover 94-96 %, and nothing is called improved in at most 5 %.
// Run: npm run check:statistics [-- --simulations 10000 --seed 20260322]. Prints one JSON object; ends with 1 when a bar is missed.
import { parseArgs } from 'node:util';
import { checkIntervals, checkScenario, SCENARIOS } from '../test/statistics/simulate.ts';

const { values } = parseArgs({
  options: { simulations: { type: 'string', default: '10000' }, seed: { type: 'string', default: '20260322' } },
});
const simulations = Number(values.simulations);
const seed = Number(values.seed);
const started = performance.now();

const fixes = SCENARIOS.map((scenario, index) => {
  const checked = checkScenario(scenario, simulations, seed + 1000 * index);
  const atMost = scenario.coversAtMost ?? 0.96;
  const covers = [checked.covered, checked.coveredOfNothing].every((share) => share >= 0.94 && share <= atMost);
  return { ...checked, atMost, holds: covers && checked.falselyImproved <= 0.05 };
});
const intervals = checkIntervals(simulations, seed).map((one) => ({
  ...one,
  holds: one.covered >= one.atLeast && one.covered <= one.atMost,
}));
const holds = [...fixes, ...intervals].every((one) => one.holds);
const seconds = Math.round((performance.now() - started) / 1000);
process.stdout.write(`${JSON.stringify({ holds, simulations, seed, seconds, fixes, intervals }, null, 2)}\n`);
process.exitCode = holds ? 0 : 1;
