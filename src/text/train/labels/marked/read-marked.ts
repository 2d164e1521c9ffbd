// Reads lines written by hand that carry one mark each: whether they insult somebody, or which emotion speaks from them.
import { readdirSync, readFileSync } from 'node:fs';
import { EMOTIONS, type Emotion } from '../../../judge.contract.ts';

const FOLDER = new URL('./', import.meta.url).pathname;

export interface MarkedLine<Mark extends string> {
  mark: Mark;
  text: string;
}

/** Insults (`1`) and what only sounds like one (`0`). @throws Error that quotes a wrong line. */
export const readInsults = () => readMarked('abuse', ['0', '1'] as const);

/** What a customer or viewer feels, as the words show it. @throws Error that quotes a wrong line. */
export const readEmotions = () => readMarked<Emotion>('emotion', EMOTIONS);

/** A line a text: the mark, a tab, the text. @throws Error that quotes a wrong line. */
export function parseMarked<Mark extends string>(source: string, marks: readonly Mark[]): MarkedLine<Mark>[] {
  return source
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const tab = line.indexOf('\t');
      const mark = marks.find((one) => one === line.slice(0, tab));
      const text = line.slice(tab + 1);
      if (tab < 0 || mark === undefined || text === '')
        throw new Error(`a mark, a tab and a text are needed in: ${line}`);
      return { mark, text };
    });
}

/** All lines of the files whose names begin with the topic, each text once. */
function readMarked<Mark extends string>(topic: string, marks: readonly Mark[]): MarkedLine<Mark>[] {
  const seen = new Set<string>();
  return readdirSync(FOLDER)
    .filter((name) => name.startsWith(`${topic}-`) && name.endsWith('.txt'))
    .sort()
    .flatMap((name) => parseMarked(readFileSync(`${FOLDER}${name}`, 'utf8'), marks))
    .filter(({ text }) => !seen.has(text) && seen.add(text));
}
