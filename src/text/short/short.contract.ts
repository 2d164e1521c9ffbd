// What a live room is told about one message at once; the whole engine is asked only where a hint says that it should be.
import type { Intent } from '../judge.contract.ts';
import type { FaultReading } from './live-head.ts';

export const CLAIMS = ['none', 'code', 'want', 'done'] as const;
/** `code`: what the host asked to type ("1", "扣1", "+1"); `want`: asks for goods ("要", "3号链接", "蓝色L"); `done`: has ordered ("已拍"). */
export type Claim = (typeof CLAIMS)[number];

/** The bit of each intent in {@link ShortReading.intents}. */
export const INTENT_BITS: Readonly<Record<Intent, number>> = { ask: 1, suggest: 2, complain: 4, praise: 8, buy: 16 };

/** Overwritten by the next message: copy what is to be kept. */
export interface ShortReading {
  /** Wants to know something, with or without a question mark. */
  isQuestion: boolean;
  claim: Claim;
  /** Number of the link or product that is named, 0 when none is. */
  number: number;
  /** The code typed at the host's word ("扣1" → 1), -1 when none was. */
  code: number;
  /** Pieces wanted, 0 when not said. */
  quantity: number;
  /** Colour and size of a claim as half-open UTF-16 place in the text; both 0 when none is named. */
  specFrom: number;
  specTo: number;
  /** Equal for messages that say the same: 64 bits of the words without case, width, runs, repeats, signs and emoji. */
  keyHigh: number;
  keyLow: number;
  /** Nothing but laughter, cheers, numbers or emoji: a counter, never a question. */
  isCheer: boolean;
  sentiment: -1 | 0 | 1;
  /** P(positive | opinionated). */
  probability: number;
  /** Bits of {@link INTENT_BITS}. */
  intents: number;
  /** Words of hazard, law, fraud, price or privacy occur: ask the whole engine at once. */
  isAlarming: boolean;
  /** Words or links of advertising occur: ask the whole engine before showing it. */
  isAdvertising: boolean;
}

export interface ShortJudge {
  /** Never throws; returns one and the same object, filled anew. Allocates nothing for ordinary messages. */
  read(text: string): ShortReading;
  /**
   * Which fault the text of the last `read` tells, by the trained live head; null when the weights hold none. Filled anew by the next call.
   * @param codes the folded text without apostrophes; @param masked where `GOODS_NAME`, a name of goods stands
   */
  readFault(codes: Uint16Array, length: number, masked: Uint8Array, isLatin: boolean): FaultReading | null;
}
