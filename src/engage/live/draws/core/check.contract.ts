// What a check of a draw says: its steps in order, what failed, and what somebody knew beforehand that must agree.
import type { DrawFile } from './draw-file.contract.ts';

export const CHECK_STEPS = [
  'shape',
  'rules',
  'law',
  'commitment',
  'signatures',
  'links',
  'times',
  'entries',
  'list',
  'exclusions',
  'beacon',
  'seed',
  'picks',
  'winners',
  'claims',
  'receipts',
  'known',
] as const;
export type CheckStep = (typeof CHECK_STEPS)[number];

export const CHECK_FAULTS = [
  'unreadable',
  'state_differs',
  'rules_changed',
  'over_limit',
  'commitment_differs',
  'signature_wrong',
  'link_wrong',
  'time_wrong',
  'late_reveal',
  'late_entry',
  'entry_twice',
  'excluded_entry',
  'tickets_wrong',
  'count_wrong',
  'root_differs',
  'chain_differs',
  'exclusion_wrong',
  'beacon_round_wrong',
  'beacon_signature_wrong',
  'client_seed_wrong',
  'seed_differs',
  'picks_differ',
  'winner_differs',
  'winner_excluded',
  'claim_wrong',
  'receipt_wrong',
  'receipt_not_in_list',
  'key_differs',
  'known_commitment_differs',
  'known_root_differs',
] as const;
export type CheckFault = (typeof CHECK_FAULTS)[number];

/** What the checker knows from elsewhere; a file alone cannot show that a whole other file was shown before. */
export interface Known {
  /** The shop's public key, hex. */
  publicKey?: string | undefined;
  /** As seen before the first entry. */
  commitment?: string | undefined;
  /** As seen after the close, before the reveal. */
  root?: string | undefined;
  receipts?: readonly unknown[] | undefined;
}

export interface DrawChecked {
  /** `unfinished`: everything there holds, but no winners were drawn (open, closed, void or cancelled). */
  verdict: 'sound' | 'unfinished' | 'broken' | 'unreadable';
  steps: { step: CheckStep; state: 'ok' | 'bad' | 'none' }[];
  faults: { step: CheckStep; fault: CheckFault; at?: string }[];
  file: DrawFile | null;
}

/** Steps that hold, that failed, and that had nothing to look at. */
export function checkedFrom(
  file: DrawFile | null,
  looked: ReadonlySet<CheckStep>,
  faults: DrawChecked['faults'],
): DrawChecked {
  const bad = new Set(faults.map((one) => one.step));
  const verdict =
    file === null ? 'unreadable' : faults.length > 0 ? 'broken' : file.state === 'final' ? 'sound' : 'unfinished';
  return {
    verdict,
    steps: CHECK_STEPS.map((step) => ({ step, state: bad.has(step) ? 'bad' : looked.has(step) ? 'ok' : 'none' })),
    faults,
    file,
  };
}
