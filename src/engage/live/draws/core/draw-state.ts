// Which way a draw may go: rules are open to change before it opens, afterwards it is only kept, cancelled or void.

export const DRAW_STATES = ['draft', 'open', 'closed', 'final', 'void', 'cancelled'] as const;
export type DrawState = (typeof DRAW_STATES)[number];
export type DrawDeed = 'edit' | 'open' | 'close' | 'reveal' | 'void' | 'cancel' | 'claim' | 'exclude' | 'give_seed';

const WAYS: Record<DrawDeed, { from: readonly DrawState[]; to: DrawState | null }> = {
  edit: { from: ['draft'], to: null },
  open: { from: ['draft'], to: 'open' },
  exclude: { from: ['open'], to: null },
  close: { from: ['open'], to: 'closed' },
  give_seed: { from: ['closed'], to: null },
  reveal: { from: ['closed'], to: 'final' },
  void: { from: ['open', 'closed'], to: 'void' },
  // Once the list is frozen, only the chance decides: who could cancel then could wait for another result.
  cancel: { from: ['draft', 'open'], to: 'cancelled' },
  claim: { from: ['final'], to: null },
};

/** @returns the state afterwards; null where the deed is not allowed */
export function stateAfter(state: DrawState, deed: DrawDeed): DrawState | null {
  const way = WAYS[deed];
  return way.from.includes(state) ? (way.to ?? state) : null;
}
