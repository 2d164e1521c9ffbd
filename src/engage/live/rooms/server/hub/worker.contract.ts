// What the hub and a thread of the analysis say to each other.
import type { AnalysedProduct } from '../../../analysis/core/analyser.contract.ts';
import type { ProductSums, RoomPatch, RoomState } from '../../../analysis/core/analysis.contract.ts';
import type { AnalysisStart } from './analysis-host.ts';

/** `line` numbers the show within the thread; `ask` pairs an answer with its question. */
export type ToWorker =
  | { do: 'open'; line: number; start: AnalysisStart }
  | { do: 'take'; line: number; text: string; count: number; waiting: number }
  | { do: 'shelf'; line: number; items: readonly AnalysedProduct[] }
  | { do: 'losses'; line: number; repeated?: number; unread?: number }
  | { do: 'idle' | 'save' | 'sums'; line: number; ask: number }
  | { do: 'close'; line: number };

export type FromWorker =
  | { say: 'ready' }
  | { say: 'opened'; line: number; state: RoomState }
  | { say: 'failed'; line: number; why: string }
  /** So many events were taken; the hub counts what still waits. */
  | { say: 'took'; line: number; count: number }
  | { say: 'patch'; line: number; patch: RoomPatch; state?: RoomState }
  | { say: 'answer'; ask: number; text?: string; sums?: ProductSums[] };
