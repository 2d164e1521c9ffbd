// Decides who is asked after an event, and whether the letter may go once its time has come.
import type { SkipReason } from './trigger.contract.ts';

/**
 * Whether somebody falls into the sample. Decided by a keyed hash of trigger and occasion, so that asking twice gives the
 * same answer and nobody can foresee it.
 * @param hash hex digits, at least eight
 * @param share above 0, up to 1
 */
export function isSampled(hash: string, share: number): boolean {
  return Number.parseInt(hash.slice(0, 8), 16) / 0x1_0000_0000 < share;
}

/** @returns why the letter must not go, or null */
export function whyNotSend(input: {
  formOpen: boolean;
  triggerEnabled: boolean;
  once: boolean;
  answeredBefore: boolean;
  /** When this person was last sent any invitation. */
  lastSentAt: Date | null;
  coolDownDays: number;
  hasAddress: boolean;
  now: Date;
}): SkipReason | null {
  if (!input.triggerEnabled) return 'trigger_removed';
  if (!input.formOpen) return 'form_not_open';
  if (input.once && input.answeredBefore) return 'answered_before';
  const cooledAtMs = (input.lastSentAt?.getTime() ?? Number.NEGATIVE_INFINITY) + input.coolDownDays * 86_400_000;
  if (cooledAtMs > input.now.getTime()) return 'cool_down';
  return input.hasAddress ? null : 'no_address';
}
