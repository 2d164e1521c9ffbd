// Staff accounts as lines a person writes: platform, space, the account's number on it.
import type { DrawDraft } from '../core/draw-rules.contract.ts';

export function staffText(staff: DrawDraft['staff']): string {
  return staff.map((one) => `${one.source} ${one.uid}`).join('\n');
}

/** Lines without an account are left out. */
export function staffOf(text: string): DrawDraft['staff'] {
  return text
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter((parts) => parts.length >= 2)
    .map(([source, ...rest]) => ({ source: source!.toLowerCase(), uid: rest.join(' '), reason: 'staff' as const }));
}
