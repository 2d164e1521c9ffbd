// `huiyin duplicates`: says of every text of a file which earlier one it repeats, beside any running product and without its store.
import { Command, Option } from 'commander';
import { DuplicateIndex } from '../../text/duplicates/duplicate-index.ts';
import { FaultTally } from './fault-tally.ts';
import { isSameFile } from './file-words.ts';
import { idFirst, isName, readVoice } from './json-lines.ts';
import { checkInput, readLineBatches } from './line-input.ts';
import { writeTo } from './line-output.ts';
import { WrongUsage } from './wrong-usage.ts';

interface Options {
  in: string;
  out: string;
  textField?: string;
}

/** How an earlier text is named: by its own id, or by its line where it has none, which no id looks like. */
type Name = string | number | bigint | { line: number };

/** How often progress is told, in milliseconds. */
const TELL_EVERY_MS = 2000;

export function duplicatesCommand(): Command {
  return new Command('duplicates')
    .description(
      'say of every text of a JSON lines file which earlier one it repeats, one answer a line, in their order',
    )
    .addOption(new Option('--in <file>', 'JSON lines, plain or gzip; - for standard input').makeOptionMandatory())
    .addOption(
      new Option(
        '--out <file>',
        'where the answers go, gzip when it ends in .gz; - for standard output',
      ).makeOptionMandatory(),
    )
    .option('--text-field <name>', 'the field that holds the text; otherwise t, else text')
    .action(findDuplicates);
}

async function findDuplicates(options: Options): Promise<void> {
  checkInput(options.in);
  if (isSameFile(options.in, options.out)) throw new WrongUsage('--in and --out name the same file');
  const index = new DuplicateIndex();
  /** The name of each text in the index, by its number there. */
  const names: Name[] = [];
  const startedAt = performance.now();
  const seconds = () => (performance.now() - startedAt) / 1000;
  let toldAt = startedAt;
  let line = 0;
  let repeats = 0;
  const faults = new FaultTally();
  await writeTo(options.out, async (write) => {
    for await (const lines of readLineBatches(options.in)) {
      let answer = '';
      for (const one of lines) {
        line += 1;
        const voice = readVoice(one, options.textField);
        if (voice === null) continue;
        const id = isName(voice.id) ? voice.id : undefined;
        if ('fault' in voice) {
          const { error, ...where } = voice.fault;
          faults.add(error);
          answer += `${idFirst(id, { duplicateOf: null, similarity: 0, error, line, ...where })}\n`;
          continue;
        }
        const twin = index.add(voice.text);
        names.push(id ?? { line });
        if (twin !== null) repeats += 1;
        const similarity = Math.round((twin?.similarity ?? 0) * 1000) / 1000;
        const duplicateOf = twin === null ? null : names[twin.of];
        answer += `${idFirst(id, { line: id === undefined ? line : undefined, duplicateOf, similarity })}\n`;
      }
      await write(answer);
      if (performance.now() - toldAt > TELL_EVERY_MS) {
        toldAt = performance.now();
        process.stderr.write(`${line} read, ${repeats} repeats, ${Math.round(line / seconds())} a second\n`);
      }
    }
  });
  const rate = Math.round(line / Math.max(0.001, seconds()));
  process.stderr.write(
    `${line} read in ${seconds().toFixed(1)} s (${rate} a second), ${repeats} repeats, ${faults.words()}\n`,
  );
  process.stderr.write(faults.advice(options.in));
  if (index.size === 0 && faults.count > 0) process.exitCode = 1;
}
