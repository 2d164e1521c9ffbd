// `npx tsx bench/live-replay.ts [--json] [--hours 12] [--rate 20] [--alone]`: the recorded room at full speed, and the memory of a long show.
// The long show is analysed as in the product, in a thread with its limits, fed as the hub feeds it; with `--alone` in one thread without limits.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openRecording } from '../src/engage/live/connectors/server/door.ts';
import { loadMaker } from '../src/engage/live/rooms/server/hub/load-maker.ts';
import type { LiveEvent } from '../src/engage/live/stream/core/live-event.contract.ts';
import { replayFile } from '../src/main/cli/replay-file.ts';
import { runBundled } from './bundled.ts';
import { cpuOf } from './cpu-of.ts';

const { values } = parseArgs({
  options: {
    hours: { type: 'string', default: '12' },
    rate: { type: 'string', default: '20' },
    runs: { type: 'string', default: '5' },
    alone: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});
const RECORDING = fileURLToPath(
  new URL('../../shared/live-data/bilibili-live-room-20211230.jsonl.gz', import.meta.url),
);

async function recordedRoom() {
  const make = await loadMaker();
  const first = await replayFile(RECORDING);
  const { summary } = first;
  const recording = await openRecording(RECORDING);
  const events: LiveEvent[] = [];
  for await (const batch of recording.events)
    for (const event of batch)
      events.push({
        ...event,
        v: 1,
        id: event.id ?? `r${events.length}`,
        source: 'bench',
        roomId: 'r',
        sessionId: 's',
        rts: event.ts,
        seq: events.length + 1,
        trust: 'imported',
      });
  const runs = [];
  for (let run = 0; run < Number(values.runs); run += 1) {
    const analyser = make({ roomId: 'r', sessionId: 's', startedAt: events[0]!.ts, shelf: [] });
    const took = cpuOf(() => {
      for (const event of events) analyser.take(event);
    });
    runs.push({ ...took, comments: analyser.account().comments });
  }
  const warm = runs.slice(1).sort((a, b) => a.cpuMs - b.cpuMs);
  const middle = warm[Math.floor(warm.length / 2)]!;
  const hours = (events.at(-1)!.ts - events[0]!.ts) / 3_600_000;
  const complaints = summary.alerts.filter((alert) => alert.kind === 'complaint' || alert.kind === 'slow_rise');
  const byKind: Record<string, number> = {};
  for (const alert of summary.alerts) byKind[alert.kind] = (byKind[alert.kind] ?? 0) + 1;
  const { alerts: _, gaps, ...counts } = summary;
  const wholes = [];
  for (let run = 0; run < 3; run += 1) wholes.push((await replayFile(RECORDING)).summary.wallMs);
  return {
    ...counts,
    accountedFor: summary.events === recording.counts().events && recording.counts().rejected === 0,
    hours: Math.round(hours * 100) / 100,
    gaps: gaps.length,
    gapSeconds: Math.round(gaps.reduce((sum, gap) => sum + gap.to - gap.from, 0) / 1000),
    alerts: byKind,
    complaintAlarmsPerHour: Math.round((complaints.length / hours) * 100) / 100,
    analysis: {
      coldMessagesPerCpuSecond: Math.round((runs[0]!.comments / runs[0]!.cpuMs) * 1000),
      messagesPerCpuSecond: Math.round((middle.comments / middle.cpuMs) * 1000),
      eventsPerCpuSecond: Math.round((events.length / middle.cpuMs) * 1000),
      messagesPerSecondByTheClock: Math.round((middle.comments / middle.wallMs) * 1000),
    },
    wholeReplayMs: { first: counts.wallMs, best: Math.min(...wholes) },
  };
}

const isAsked = values.runs !== '0';
const recorded = isAsked && existsSync(RECORDING) ? await recordedRoom() : null;
const longShow = await runBundled(
  {
    'long-show': 'bench/live-long-show.ts',
    'live-analysis': 'src/engage/live/rooms/server/hub/analysis.worker.ts',
  },
  { args: ['--hours', values.hours, '--rate', values.rate, ...(values.alone ? ['--alone'] : [])] },
);
const report = {
  bench: 'live-replay',
  recorded: recorded ?? (isAsked ? 'skipped: the recorded room is not beside this project' : 'not asked for'),
  longShow,
};
console.log(JSON.stringify(report, null, values.json ? undefined : 1));
