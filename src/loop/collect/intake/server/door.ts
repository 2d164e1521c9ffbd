// What other features and rooms may ask of the gate.
export { hintOfOrder, normaliseOrder } from '../core/gate.ts';
export { feedbackKeeper } from './feedback.keeper.ts';
export { type FeedbackForJudging, feedbackForJudging } from './feedback.reads.ts';
export { createGateDesk, type GateDesk } from './gate-desk.ts';
export { createGate, type Gate } from './open-gate.ts';
export { recordBatch, recordInTransaction, validateStep } from './record-feedback.ts';
