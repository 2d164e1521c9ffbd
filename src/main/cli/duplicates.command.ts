// `huiyin duplicates`: says of every text of a file which earlier one it repeats, beside any running product and without its store.
import { Command, Option } from 'commander';
import { DuplicateIndex } from '../../text/duplicates/duplicate-index.ts';
import { isSameFile } from './file-words.ts';
import { checkInput, exactId, idFirst, readLineBatches } from './json-lines.ts';
import { writeTo } from './line-output.ts';

interface Options {
  in: string;
  out: string;
  textField?: string;
}

type Id = string | number | bigint;

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
  if (isSameFile(options.in, options.out)) throw new Error('--in and --out name the same file');
  const index = new DuplicateIndex();
  /** The id of each text in the index, by its number there. */
  const ids: Id[] = [];
  const startedAt = performance.now();
  const seconds = () => (performance.now() - startedAt) / 1000;
  let toldAt = startedAt;
  let line = 0;
  let repeats = 0;
  let faulty = 0;
  await writeTo(options.out, async (write) => {
    for await (const lines of readLineBatches(options.in)) {
      let answer = '';
      for (const one of lines) {
        line += 1;
        const { id, text } = readLine(one, line, options.textField);
        if (text === null) {
          if (one.trim() !== '') faulty += 1;
          answer += `${idFirst(id, { duplicateOf: null, similarity: 0, error: 'no_text' })}\n`;
          continue;
        }
        const twin = index.add(text);
        ids.push(id);
        if (twin !== null) repeats += 1;
        const similarity = Math.round((twin?.similarity ?? 0) * 1000) / 1000;
        answer += `${idFirst(id, { duplicateOf: twin === null ? null : ids[twin.of], similarity })}\n`;
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
    `${line} read in ${seconds().toFixed(1)} s (${rate} a second), ${repeats} repeats, ${faulty} not readable\n`,
  );
  if (index.size === 0 && faulty > 0) process.exitCode = 1;
}

/** The line's own id, else its place in the file from 1; the text is null where there is none. */
function readLine(line: string, number: number, field: string | undefined): { id: Id; text: string | null } {
  try {
    const row: unknown = JSON.parse(line.charCodeAt(0) === 0xfeff ? line.slice(1) : line);
    if (typeof row !== 'object' || row === null || Array.isArray(row)) return { id: number, text: null };
    const fields = row as Record<string, unknown>;
    const id = typeof fields.id === 'string' || typeof fields.id === 'number' ? exactId(line, fields.id) : number;
    const text = field === undefined ? (fields.t ?? fields.text) : fields[field];
    return { id, text: typeof text === 'string' ? text : null };
  } catch {
    return { id: number, text: null };
  }
}
