// `huiyin live replay`: plays a recorded room through the analysis as a show would go through it, and says what came out.
import { Command, InvalidArgumentError, Option } from 'commander';
import type { ReplaySummary } from '../../engage/live/analysis/core/replay-summary.contract.ts';
import { RECORDING_FORMATS } from '../../engage/live/connectors/server/files/recording.types.ts';
import { replayFile } from './replay-file.ts';
import { writeReplayReport } from './replay-report.ts';

interface Options {
  format: (typeof RECORDING_FORMATS)[number] | 'auto';
  speed: number;
  json?: boolean;
  report?: string;
  locale: 'zh-CN' | 'en';
}

export function liveReplayCommand(): Command {
  return new Command('replay')
    .description('play a recorded room through the analysis: events, groups, alerts, gaps')
    .argument('<file>', 'the recording, plain or gzip')
    .addOption(new Option('--format <format>', 'kind of file').choices(['auto', ...RECORDING_FORMATS]).default('auto'))
    .addOption(
      new Option('--speed <speed>', 'so many times as fast as it was, or max')
        .argParser(speed)
        .default(Number.POSITIVE_INFINITY, 'max'),
    )
    .option('--json', 'print one JSON line')
    .option('--report <file>', 'also write the report of the show: .html, .pdf or .json')
    .addOption(new Option('--locale <locale>', 'language of the report').choices(['zh-CN', 'en']).default('zh-CN'))
    .action(async (file: string, options: Options) => {
      const report = options.report ? writeReplayReport(file, options.report, options.locale) : null;
      const { summary, rejected } = await replayFile(file, options.format, options.speed, report?.look);
      await report?.write();
      if (options.json) console.log(JSON.stringify(summary));
      else print(summary);
      if (rejected > 0) process.stderr.write(`${rejected} records could not be read\n`);
    });
}

function speed(text: string): number {
  if (text === 'max') return Number.POSITIVE_INFINITY;
  const value = Number(text);
  if (!(value > 0)) throw new InvalidArgumentError('max, or a number above zero');
  return value;
}

function print(summary: ReplaySummary): void {
  const { events, deduped, comments, merged, groups, questions, alerts, gaps, wallMs, eventsPerSecond, peakRssMb } =
    summary;
  console.log(
    `${events} events, ${deduped} known already, ${comments} comments of which ${merged} repeat the last five seconds`,
  );
  console.log(`${questions} questions in ${groups} groups, ${gaps.length} gaps`);
  for (const alert of alerts) {
    const about = [alert.class, alert.word].filter(Boolean).join(' ');
    console.log(
      `${new Date(alert.raisedAt).toISOString()} ${alert.level} ${alert.kind} ${about}, ${alert.people} people: ${alert.samples[0]?.text ?? ''}`,
    );
  }
  console.log(`${wallMs} ms, ${eventsPerSecond} events a second, ${peakRssMb} MB`);
}
