// `huiyin judge`: judges every text of a file as it streams by, beside any running product and without its store.
import { Command, Option } from 'commander';
import type { TextEngine } from '../../text/judge.contract.ts';
import type { LlmPort } from '../../text/llm/llm.contract.ts';
import { secondOpinion } from '../../text/llm/second-opinion.ts';
import { loadEngine, loadShopEngine } from '../../text/node/load-engine.ts';
import { connectedLanguageModel } from '../language-model.ts';
import { FaultTally } from './fault-tally.ts';
import { isSameFile } from './file-words.ts';
import { type JudgedLine, judgeLine, judgementJson } from './judge-line.ts';
import { checkInput, readLineBatches } from './line-input.ts';
import { writeTo } from './line-output.ts';
import { createOpinionTally, type OpinionTally } from './opinion-tally.ts';
import { keepHeapSmall } from './small-heap.ts';
import { WrongUsage } from './wrong-usage.ts';

interface Options {
  in: string;
  out: string;
  textField?: string;
  explain?: boolean;
  shop?: string;
  secondOpinion?: boolean;
}

/** How often progress is told, in milliseconds. */
const TELL_EVERY_MS = 2000;

export function judgeCommand(): Command {
  return new Command('judge')
    .description('judge the texts of a JSON lines file, one judgement a line, in their order')
    .addOption(new Option('--in <file>', 'JSON lines, plain or gzip; - for standard input').makeOptionMandatory())
    .addOption(
      new Option(
        '--out <file>',
        'where the judgements go, gzip when it ends in .gz; - for standard output',
      ).makeOptionMandatory(),
    )
    .option('--text-field <name>', 'the field that holds the text; otherwise t, else text')
    .option('--explain', 'also say which words carried each label')
    .option('--shop <dir>', 'judge as this shop has taught: a folder with shop.bin')
    .option('--second-opinion', 'ask the connected language model about doubtful texts, masked')
    .action(judgeFile);
}

async function judgeFile(options: Options): Promise<void> {
  keepHeapSmall();
  checkInput(options.in);
  if (isSameFile(options.in, options.out)) throw new WrongUsage('--in and --out name the same file');
  const engine = options.shop !== undefined ? await shopEngine(options.shop) : await loadEngine();
  const model = options.secondOpinion ? await connectedLanguageModel() : null;
  if (options.secondOpinion && model === null) throw new Error('no language model is connected: set HUIYIN_LLM_URL');
  const startedAt = performance.now();
  let toldAt = startedAt;
  let line = 0;
  let judged = 0;
  const faults = new FaultTally();
  let urgent = 0;
  let doubtful = 0;
  const opinions = createOpinionTally();
  const seconds = () => (performance.now() - startedAt) / 1000;
  await writeTo(options.out, async (write) => {
    for await (const lines of readLineBatches(options.in)) {
      let text = '';
      for (const one of lines) {
        line += 1;
        const result = judgeLine(engine, one, line, { field: options.textField, explain: options.explain });
        if (result.json === '') continue;
        text += `${model === null ? result.json : await withOpinion(model, result, options.explain === true, opinions)}\n`;
        if (result.fault !== null) faults.add(result.fault);
        else judged += 1;
        if (result.isUrgent) urgent += 1;
        if (result.isDoubtful) doubtful += 1;
      }
      await write(text);
      if (performance.now() - toldAt > TELL_EVERY_MS) {
        toldAt = performance.now();
        process.stderr.write(`${judged} judged, ${Math.round(judged / seconds())} a second\n`);
      }
    }
  });
  const rate = Math.round(judged / Math.max(0.001, seconds()));
  process.stderr.write(
    `${judged} judged in ${seconds().toFixed(1)} s (${rate} a second), ${faults.words()}, ${urgent} urgent, ${doubtful} doubtful${model === null ? '' : `, ${opinions.sentence()}`}; ${engine.version}\n`,
  );
  process.stderr.write(faults.advice(options.in));
  if (judged === 0 && faults.count > 0) process.exitCode = 1;
}

/** @throws what is wrong with the folder, named after the option. */
function shopEngine(dir: string): Promise<TextEngine> {
  return loadShopEngine(dir).catch((error: Error) => {
    throw new Error(`--shop: ${error.message}`);
  });
}

/** The line with the model's labels where ours are doubtful; ours where it does not help. */
async function withOpinion(
  model: LlmPort,
  result: JudgedLine,
  explain: boolean,
  opinions: OpinionTally,
): Promise<string> {
  if (!result.isDoubtful || result.judged === null) return result.json;
  const { place, text, judgement } = result.judged;
  const second = await secondOpinion(model, text, judgement);
  opinions.note(second);
  return second.opinion === null ? result.json : judgementJson(place, text, second.judgement, explain);
}
