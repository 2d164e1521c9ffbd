// `huiyin live bench`: how fast and how rightly this machine analyses a live room, measured on simulated shows in under a minute.
import { availableParallelism } from 'node:os';
import { Command, InvalidArgumentError, Option } from 'commander';
import { loadMaker } from '../../engage/live/rooms/server/hub/load-maker.ts';
import { dataVersion } from '../../engage/live/simulator/core/data-version.ts';
import { planShow } from '../../engage/live/simulator/core/plan-show.ts';
import { recordedEvent, scoreShow, shelfOf } from '../../engage/live/simulator/core/score/score-show.ts';
import { sumScores } from '../../engage/live/simulator/core/score/sum-scores.ts';
import { simulate } from '../../engage/live/simulator/core/simulate.ts';
import type { SimulateOptions } from '../../engage/live/simulator/core/simulated-show.contract.ts';
import type { LiveEvent } from '../../engage/live/stream/core/live-event.contract.ts';

interface Options {
  seeds: number;
  json?: boolean;
}

export function liveBenchCommand(): Command {
  return new Command('bench')
    .description('measure the analysis of live rooms on this machine: speed, alarms, groups, attribution')
    .addOption(
      new Option('--seeds <n>', 'simulated shows of ten minutes that are judged')
        .argParser((text) => {
          const value = Number(text);
          if (!Number.isInteger(value) || value < 1 || value > 100) throw new InvalidArgumentError('1 to 100');
          return value;
        })
        .default(4),
    )
    .option('--json', 'print as JSON')
    .action(bench);
}

async function bench({ seeds, json }: Options): Promise<void> {
  const make = await loadMaker();
  const speed = speedOf(make);
  const scores = Array.from({ length: seeds }, (_, at) =>
    scoreShow({ seed: at + 1, viewers: 2000, ratePerSecond: 12, minutes: 10 }, (plan, shelf, ids) =>
      make({ ...ids, startedAt: plan.startedAt, shelf }),
    ),
  );
  const { complaints, risks, grouping, attribution, waves, fansFlagged, falseComplaintsPerHour, classes } =
    sumScores(scores);
  const result = {
    ...speed,
    dataVersion: dataVersion(),
    seeds: scores.map((one) => one.seed),
    incidentRecall: complaints.recall,
    incidentDelayMs: complaints.delayMs,
    falseAlarmsPerHour: falseComplaintsPerHour,
    riskRecall: risks.recall,
    riskDelayMs: risks.delayMs,
    groupingF1: grouping.f1,
    attribution: { named: attribution.named.share, onAir: attribution.onAir.share },
    waves: { recall: waves.recall, precision: waves.precision },
    fansFlagged: fansFlagged.share,
    classes: { accuracy: classes.accuracy, macroF1: classes.macroF1 },
  };
  if (json) process.stdout.write(`${JSON.stringify(result)}\n`);
  else {
    for (const [name, value] of Object.entries(result))
      process.stdout.write(`${name.padEnd(22)} ${typeof value === 'object' ? JSON.stringify(value) : value}\n`);
  }
}

/** A dense show is made first and then taken at full speed by one analysis in this thread, with a patch every quarter of a second of it. */
function speedOf(make: Awaited<ReturnType<typeof loadMaker>>) {
  const options: SimulateOptions = { seed: 7, viewers: 5000, ratePerSecond: 300, minutes: 5 };
  const plan = planShow(options);
  const making = performance.now();
  const made = [...simulate(options)];
  const madeMs = performance.now() - making;
  const events = made.map(({ event }, at): LiveEvent => recordedEvent(event, at + 1));
  const take = () => {
    const analyser = make({ roomId: 'room', sessionId: 'show', startedAt: plan.startedAt, shelf: shelfOf(plan) });
    const from = performance.now();
    let next = plan.startedAt;
    for (const event of events) {
      if (event.ts >= next) {
        analyser.patch();
        next = event.ts + 250;
      }
      analyser.take(event);
    }
    return performance.now() - from;
  };
  // The first run warms the machine up.
  const wallMs = Math.min(take(), take());
  const messages = events.filter((event) => event.type === 'comment').length;
  return {
    cores: availableParallelism(),
    node: process.version,
    messages,
    messagesPerSecond: Math.round((messages / wallMs) * 1000),
    eventsPerSecond: Math.round((events.length / wallMs) * 1000),
    simulatedPerSecond: Math.round((events.length / madeMs) * 1000),
    peakRssMb: Math.round(process.resourceUsage().maxRSS / 1024),
  };
}
