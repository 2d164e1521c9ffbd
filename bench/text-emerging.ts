// Simulates shops without and with rising problems and prints how often the detector calls one falsely, and how soon rightly.

import { seeded } from '../src/kit/seeded.ts';
import { detectEmerging } from '../src/text/groups/emerging.ts';

type Dice = () => number;

function normal(dice: Dice): number {
  return Math.sqrt(-2 * Math.log(1 - dice())) * Math.cos(2 * Math.PI * dice());
}

function poisson(mean: number, dice: Dice): number {
  if (mean > 60) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal(dice)));
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = dice(); product > limit; product *= dice()) count += 1;
  return count;
}

/** Marsaglia & Tsang, ACM Trans. Math. Softw. 26 (2000). */
function gamma(shape: number, dice: Dice): number {
  if (shape < 1) return gamma(shape + 1, dice) * (1 - dice()) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normal(dice);
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(1 - dice()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}

interface World {
  name: string;
  /** Means of the cells of one shop, a day. */
  means: number[];
  /** Size of day `day` relative to the usual one. */
  rhythm: (day: number) => number;
  draw: (mean: number, dice: Dice) => number;
  exposure?: boolean;
}

const CELLS = [0.02, 0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 1, 1, 2, 2, 3, 5, 5, 8, 10, 15, 20, 30, 50];
const WEEK = [0.6, 0.7, 0.8, 0.9, 1.2, 1.5, 1.3];
const flat = () => 1;
const overdispersed = (mean: number, dice: Dice) => poisson(mean * gamma(4, dice) * 0.25, dice);

const WORLDS: World[] = [
  { name: 'poisson', means: CELLS, rhythm: flat, draw: poisson },
  {
    name: 'overdispersed, variance 2.5 x mean',
    means: CELLS,
    rhythm: flat,
    draw: (mean, dice) => poisson(gamma(mean / 1.5, dice) * 1.5, dice),
  },
  { name: 'overdispersed, variance mean + mean²/4', means: CELLS, rhythm: flat, draw: overdispersed },
  { name: 'weekly', means: CELLS, rhythm: (day) => WEEK[day % 7]!, draw: poisson },
  { name: 'weekly and overdispersed', means: CELLS, rhythm: (day) => WEEK[day % 7]!, draw: overdispersed },
  { name: 'one cell alone, weekly', means: [5], rhythm: (day) => WEEK[day % 7]!, draw: poisson },
  { name: 'one cell alone, overdispersed', means: [5], rhythm: flat, draw: overdispersed },
  {
    name: 'campaign days with five times the orders, exposure given',
    means: CELLS,
    rhythm: (day) => WEEK[day % 7]! * (day % 91 < 3 ? 5 : 1),
    draw: poisson,
    exposure: true,
  },
];

const HISTORY = 112;
/** An alarm starts when the cell was quiet for so many days. */
const QUIET = 14;

function falseAlarms(world: World, shops: number, rate: number, fdr: number) {
  let starts = 0;
  let cellDays = 0;
  for (let shop = 0; shop < shops; shop += 1) {
    const dice = seeded(1000 + shop);
    const days = HISTORY + 365;
    const sizes = Array.from({ length: days }, (_, day) => world.rhythm(day + shop));
    const counts = world.means.map((mean) => Float64Array.from(sizes, (size) => world.draw(mean * size, dice)));
    const exposure = world.exposure ? Float64Array.from(sizes, (size) => poisson(500 * size, dice)) : undefined;
    const last = world.means.map(() => Number.NEGATIVE_INFINITY);
    for (let day = HISTORY; day < days; day += 1) {
      const series = counts.map((one, index) => ({
        key: String(index),
        counts: one.subarray(day - HISTORY, day + 1),
        exposure: exposure?.subarray(day - HISTORY, day + 1),
      }));
      for (const found of detectEmerging(series, { falseAlarmsPerCellYear: rate, falseDiscoveryRate: fdr })) {
        if (!found.isEmerging) continue;
        const cell = Number(found.key);
        if (day - last[cell]! > QUIET) starts += 1;
        last[cell] = day;
      }
      cellDays += world.means.length;
    }
  }
  return {
    starts,
    cellYears: Math.round(cellDays / 365),
    perCellYear: Math.round((starts / cellDays) * 365 * 1e4) / 1e4,
  };
}

/** One cell of a shop of twenty rises on a day; how long until it is called, and how often within four weeks. */
function power(mean: number, rise: number, world: World, runs: number) {
  const delays: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const dice = seeded(77_000 + run);
    const days = HISTORY + 28;
    const means = [mean, ...CELLS.slice(4, 16)];
    const counts = means.map((one, cell) =>
      Float64Array.from({ length: days }, (_, day) =>
        world.draw(one * world.rhythm(day + run) * (cell === 0 && day >= HISTORY ? rise : 1), dice),
      ),
    );
    for (let day = HISTORY; day < days; day += 1) {
      const series = counts.map((one, cell) => ({ key: String(cell), counts: one.subarray(0, day + 1) }));
      if (!detectEmerging(series).some((found) => found.key === '0' && found.isEmerging)) continue;
      delays.push(day - HISTORY + 1);
      break;
    }
  }
  delays.sort((a, b) => a - b);
  return {
    perDay: mean,
    rise,
    foundWithin7: Math.round((delays.filter((delay) => delay <= 7).length / runs) * 100),
    foundWithin28: Math.round((delays.length / runs) * 100),
    medianDays: delays.length * 2 > runs ? delays[Math.floor(runs / 2)]! : null,
  };
}

const quick = process.argv.includes('--quick');
const shops = quick ? 4 : 40;
const result = {
  statedPerCellYear: 0.1,
  falseAlarms: WORLDS.map((world) => {
    const many = world.means.length === 1 ? shops * 10 : shops;
    return {
      world: world.name,
      ...falseAlarms(world, many, 0.1, 1),
      withFdr: falseAlarms(world, Math.ceil(many / 4), 0.1, 0.1).perCellYear,
    };
  }),
  power: [WORLDS[0]!, WORLDS[4]!].map((world) => ({
    world: world.name,
    cells: [0.2, 0.5, 1, 3, 10, 30].flatMap((mean) => [2, 4].map((rise) => power(mean, rise, world, quick ? 20 : 100))),
  })),
};
if (process.argv.includes('--json')) console.log(JSON.stringify(result));
else {
  console.table(result.falseAlarms);
  for (const { world, cells } of result.power) {
    console.log(world);
    console.table(cells);
  }
}
