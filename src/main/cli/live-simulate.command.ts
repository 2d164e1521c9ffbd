// `huiyin live simulate`: plays a made-up commerce room: as figures, as JSON lines, or into a room of a running product.
import { Command, InvalidArgumentError, Option } from 'commander';
import { planShow } from '../../engage/live/simulator/core/plan-show.ts';
import { simulate } from '../../engage/live/simulator/core/simulate.ts';
import {
  INCIDENT_KINDS,
  type IncidentKind,
  SHOW_LANGUAGES,
  type ShowLanguage,
  type SimulateOptions,
} from '../../engage/live/simulator/core/simulated-show.contract.ts';
import { summarise } from '../../engage/live/simulator/core/summarise.ts';
import { moneyText } from '../../kit/money.ts';
import { writeTo } from './line-output.ts';
import { simulateInto } from './simulate-into.ts';
import { WrongUsage } from './wrong-usage.ts';

interface Options {
  seed: number;
  viewers: number;
  rate: number;
  minutes: number;
  language: ShowLanguage;
  incidents: IncidentKind[];
  json?: boolean;
  out?: string;
  truth?: boolean;
  into?: string;
  key?: string;
  room?: string;
  speed: number;
}

export function liveSimulateCommand(): Command {
  return new Command('simulate')
    .description('play a made-up commerce room with known truth; nobody in it is real')
    .addOption(new Option('--seed <n>', 'the same seed gives the same show').argParser(whole).default(7))
    .addOption(new Option('--viewers <n>', 'online at the height').argParser(above).default(2000))
    .addOption(new Option('--rate <n>', 'comments a second, on average').argParser(above).default(20))
    .addOption(new Option('--minutes <n>', 'length of the show').argParser(above).default(5))
    .addOption(new Option('--language <zh|en|mixed>').choices(SHOW_LANGUAGES).default('zh'))
    .addOption(
      new Option('--incidents <kinds>', `what goes wrong, of ${INCIDENT_KINDS.join(', ')}; none for nothing`)
        .argParser(kinds)
        .default([...INCIDENT_KINDS], 'all that the length allows'),
    )
    .option('--json', 'print the figures as JSON')
    .option('--out <file>', 'write every event as JSON lines, gzip when it ends in .gz; - for standard output')
    .option('--truth', 'with --out: the truth of each line beside its event')
    .option('--into <url>', 'play into a room of the product that runs there')
    .option(
      '--key <key>',
      'with --into: a key that may work at live rooms (or HUIYIN_API_KEY)',
      process.env.HUIYIN_API_KEY,
    )
    .option('--room <id>', 'with --into: the room')
    .addOption(new Option('--speed <n>', 'with --into: so many times as fast as a clock').argParser(above).default(1))
    .action(run);
}

function above(text: string): number {
  const value = Number(text);
  if (!(value > 0) || !Number.isFinite(value)) throw new InvalidArgumentError('a number above zero');
  return value;
}

function whole(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new InvalidArgumentError('a whole number');
  return value;
}

function kinds(text: string): IncidentKind[] {
  if (text === 'none') return [];
  return text.split(',').map((one) => {
    const kind = INCIDENT_KINDS.find((known) => known === one.trim());
    if (!kind) throw new InvalidArgumentError(`one or more of ${INCIDENT_KINDS.join(', ')}, or none`);
    return kind;
  });
}

async function run(options: Options): Promise<void> {
  const { seed, viewers, rate, minutes, language, incidents } = options;
  const show: SimulateOptions = { seed, viewers, ratePerSecond: rate, minutes, language, incidents };
  if (options.into !== undefined) {
    const { into, key, room, speed } = options;
    if (!key || !room) throw new WrongUsage('--into also needs --key and --room');
    const done = await simulateInto({ origin: into, key, roomId: room, speed, show });
    process.stdout.write(
      options.json ? `${JSON.stringify(done)}\n` : `${done.taken} events taken in ${done.wallMs} ms\n`,
    );
    return;
  }
  if (options.out !== undefined) {
    await writeTo(options.out, async (write) => {
      let lines = '';
      for (const { event, truth } of simulate(show)) {
        lines += `${JSON.stringify(options.truth && truth ? { ...event, truth } : event)}\n`;
        if (lines.length < 64 * 1024) continue;
        await write(lines);
        lines = '';
      }
      await write(lines);
    });
    if (options.out === '-') return;
  }
  const startedAt = performance.now();
  const summary = summarise(planShow(show), simulate(show));
  const wallMs = Math.round(performance.now() - startedAt);
  const result = {
    seed,
    viewers,
    ratePerSecond: rate,
    minutes,
    language,
    ...summary,
    wallMs,
    eventsPerSecond: Math.round((summary.events / Math.max(1, wallMs)) * 1000),
  };
  if (options.json) process.stdout.write(`${JSON.stringify(result)}\n`);
  else tell(result);
}

function tell(result: ReturnType<typeof summarise> & { wallMs: number; eventsPerSecond: number }): void {
  const write = (line: string) => process.stdout.write(`${line}\n`);
  write(
    `simulated 模拟: ${result.events} events, ${result.comments} comments by ${result.people} people, ${result.groups} questions`,
  );
  write(
    `orders ${result.orders}, paid ${result.paid}, ${moneyText({ minor: result.gmvMinor, currency: result.currency }, 'en', { sign: 'code' })}`,
  );
  for (const [name, count] of Object.entries(result.classes)) write(`  ${name.padEnd(20)} ${count}`);
  for (const one of result.incidents) {
    const what = [one.class, one.fault, one.productId].filter(Boolean).join(' ');
    write(
      `  ${String(one.fromSeconds).padStart(5)}-${one.toSeconds} s  ${one.kind} ${what} (${one.lines} lines, ${one.people} people)`,
    );
  }
  write(`made in ${result.wallMs} ms, ${result.eventsPerSecond} events a second`);
}
