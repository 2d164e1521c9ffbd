// Reads faults in words that stand neither in the simulator nor, on purpose, in the lists: how much of other people's talk is understood.
import { readFileSync } from 'node:fs';
import { ShelfIndex } from '../src/engage/live/analysis/core/shelf-index.ts';
import { CommentReader } from '../src/engage/live/analysis/core/words/comment-reader.ts';
import { buildLiveLexicon } from '../src/engage/live/analysis/core/words/live-lexicon.ts';
import { createEngine } from '../src/text/engine.ts';
import { loadModel } from '../src/text/node/load-engine.ts';
import { createShortJudge } from '../src/text/short/short-judge.ts';

const FAULT = /^(?:complain|risk)\./;

/**
 * Every second line was looked at while the analysis was made; `heldOut` are the others.
 * `read` has the right class, `supports` is at least a witness beside others, `asOther` is taken for another fault;
 * `falseFaults` are ordinary lines taken for one.
 */
export async function readWordings() {
  const model = await loadModel();
  const shelf = new ShelfIndex();
  shelf.set([]);
  const reader = new CommentReader(createShortJudge(model), createEngine(model), buildLiveLexicon(), shelf);
  const result: Record<string, unknown> = {};
  for (const language of ['zh', 'en']) {
    const book = JSON.parse(readFileSync(new URL(`./wordings/${language}.json`, import.meta.url), 'utf8')) as Record<
      string,
      string[]
    >;
    const halves = [0, 1].map(() => ({
      lines: 0,
      read: 0,
      supports: 0,
      asOther: 0,
      ordinary: 0,
      falseFaults: 0,
      byClass: {} as Record<string, string>,
    }));
    for (const [meant, lines] of Object.entries(book)) {
      for (const [part, sums] of halves.entries()) {
        const mine = lines.filter((_, at) => at % 2 === part);
        const readings = mine.map((line) => reader.read(line));
        if (meant === 'ordinary') {
          sums.ordinary += mine.length;
          sums.falseFaults += readings.filter((one) => FAULT.test(one.class)).length;
          continue;
        }
        const right = readings.filter((one) => one.class === meant).length;
        sums.lines += mine.length;
        sums.read += right;
        sums.supports += readings.filter((one) => one.class !== meant && one.hint?.class === meant).length;
        sums.asOther += readings.filter((one) => one.class !== meant && FAULT.test(one.class)).length;
        sums.byClass[meant] = `${right}/${mine.length}`;
      }
    }
    result[language] = { seen: halves[0], heldOut: halves[1] };
  }
  return result;
}
