// Learns in a thread beside the one that answers requests, where a shop's own texts make it long.
import { startThread } from '../../../../platform/threads/start-thread.ts';
import type { LearnReport, Lesson } from '../../../../text/adapt/adapt.contract.ts';

/** What is learned from; `previous` are the bytes of the weights in force. */
export interface Lessons {
  lessons: readonly Lesson[];
  unlabelled: readonly string[];
  previous: Uint8Array | null;
}

/** The bytes of the new weights (`readShop`), and what they are worth. */
export interface Learned {
  weights: Uint8Array;
  report: LearnReport;
}

const SCRIPT = { from: import.meta.url, source: './learning.worker.ts', bundled: 'learning' };
/** The base, the texts and what is learned from them hold some 200 MB. */
const LIMITS = { maxOldGenerationSizeMb: 768, maxYoungGenerationSizeMb: 48 };

/** The same weights as `learnShop` gives on the shipped base. @throws what the thread threw, or that it ended without an answer */
export function learnApart(from: Lessons): Promise<Learned> {
  return new Promise((resolve, reject) => {
    const thread = startThread(SCRIPT, { name: 'huiyin learning', resourceLimits: LIMITS, workerData: from });
    thread.once('message', (learned: Learned) => resolve(learned));
    thread.once('error', reject);
    thread.once('exit', (code) => reject(new Error(`the learning ended with ${code} before it was done`)));
  });
}
