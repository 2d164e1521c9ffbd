// Reads the language model once a thread and makes analysers of shows with it.
import { createEngine } from '../../../../../text/engine.ts';
import { loadModel } from '../../../../../text/node/load-engine.ts';
import { createShortJudge } from '../../../../../text/short/short-judge.ts';
import { createAnalyser } from '../../../analysis/server/door.ts';
import type { MakeAnalyser } from './analysis-host.ts';

let maker: Promise<MakeAnalyser> | undefined;

/** Analysers of one thread share engine and judge; both are used by one message at a time. */
export function loadMaker(): Promise<MakeAnalyser> {
  maker ??= loadModel().then((model) => {
    const engine = createEngine(model);
    const short = createShortJudge(model);
    return (start) => createAnalyser({ ...start, engine, short });
  });
  maker.catch(() => {
    maker = undefined;
  });
  return maker;
}
