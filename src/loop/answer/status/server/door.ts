// What the portal asks: where the voices of one browser stand.
export { ownVoicesOf } from './own-voices.reads.ts';
export { verdictKeeper } from './verdict.keeper.ts';
