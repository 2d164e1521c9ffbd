// Rows of the emotion heads: moods of weibo posts, and lines of shops in both languages.
import { EMOTIONS, type Emotion } from '../../judge.contract.ts';
import { readEmotions } from '../labels/marked/read-marked.ts';
import { readSet } from '../read-sets.ts';
import { type HeadTask, row } from './head-task.ts';

const MOODS: ReadonlyMap<string, Emotion> = new Map([
  ['0', 'neutral'],
  ['1', 'anger'],
  ['2', 'joy'],
  ['3', 'sadness'],
  ['4', 'fear'],
  ['5', 'surprise'],
]);
/** What a written line of a shop counts beside a post about life, of which there are thirty times as many. */
const WRITTEN_WEIGHT = 4;

export function emotionTask(): HeadTask {
  const posts = readSet('smp2020_ewect').map((item) => ({ text: item.t, mark: MOODS.get(String(item.y)) }));
  const written = readEmotions();
  const all = [...posts, ...written];
  const labels = new Map(
    EMOTIONS.map((name) => [`emotion.${name}`, Int8Array.from(all, ({ mark }) => (mark === name ? 1 : -1))]),
  );
  const rows = [
    ...posts.map(({ text }) => row(text, false)),
    ...written.map(({ text }) => ({ ...row(text, false), weight: WRITTEN_WEIGHT })),
  ];
  return { names: [...labels.keys()], rows, labels, c: 0.25, keep: 10_000 };
}
