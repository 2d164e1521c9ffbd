// What other features ask of the analysis: an analyser for a show, and the memory of what was taken already.
import type { TextEngine } from '../../../../text/judge.contract.ts';
import type { ShortJudge } from '../../../../text/short/short.contract.ts';
import type { AnalysedProduct, Analyser } from '../core/analyser.contract.ts';
import { RoomAnalyser } from '../core/analyser.ts';
import { contentId, Deduper, type DeduperOptions } from '../core/dedupe.ts';
import { buildLiveLexicon, type LiveLexicon } from '../core/words/live-lexicon.ts';

export interface AnalyserOptions {
  roomId: string;
  sessionId: string;
  /** Milliseconds since 1970. */
  startedAt: number;
  /** Of this thread alone: a judge returns the same object every time. */
  short: ShortJudge;
  engine: TextEngine;
  shelf: readonly AnalysedProduct[];
  /** What `save()` gave; a damaged or older one is refused. */
  saved?: string;
}

let lexicon: LiveLexicon | null = null;

/**
 * An analyser of one show. Needs no Node: it runs in a worker thread, in the command line or in a browser.
 * @throws Error when `saved` is damaged or of another version; read the journal from the start then.
 */
export function createAnalyser(options: AnalyserOptions): Analyser {
  lexicon ??= buildLiveLexicon();
  const { saved, ...rest } = options;
  return new RoomAnalyser({ ...rest, lexicon }, saved);
}

/** Takes each event once by its id; keep one a show. */
export function createDeduper(options?: DeduperOptions): Deduper {
  return new Deduper(options);
}

/** The id an event goes by: its own, or one made of its content and second. */
export const idOf: typeof contentId = contentId;
export type { Deduper };
