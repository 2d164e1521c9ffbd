// Rows of the emotion heads: moods of weibo posts.
import type { Emotion } from '../../judge.contract.ts';
import { readSet } from '../read-sets.ts';
import { type HeadTask, row } from './head-task.ts';

const EMOTION_CODES: readonly (readonly [string, Emotion])[] = [
  ['0', 'neutral'],
  ['1', 'anger'],
  ['2', 'joy'],
  ['3', 'sadness'],
  ['4', 'fear'],
  ['5', 'surprise'],
];

export function emotionTask(): HeadTask {
  const set = readSet('smp2020_ewect');
  const labels = new Map<string, Int8Array>();
  for (const [code, name] of EMOTION_CODES) {
    labels.set(
      `emotion.${name}`,
      Int8Array.from(set, (item) => (String(item.y) === code ? 1 : -1)),
    );
  }
  return { names: [...labels.keys()], rows: set.map((item) => row(item.t, false)), labels, c: 0.25, keep: 10_000 };
}
