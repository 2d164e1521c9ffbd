// What its neighbours and later rooms may ask of judgements.
export { bandTokens as bandsOf, labelToken, queryTokens } from '../core/tokens.ts';
export { readCorrections } from './correction.store.ts';
export type { EngineOfShop } from './engine-of-shop.ts';
export { judgementKeeper } from './judgement.keeper.ts';
export { judgementsOf } from './judgement.reads.ts';
export { markCases } from './judgement.store.ts';
export { markRepeats } from './mark-repeats.ts';
export { correctJudgement } from './verbs/correct-judgement.ts';
export { type JudgedAgain, judgeAgain } from './verbs/judge-again.ts';
export { takeBackCorrection } from './verbs/take-back-correction.ts';
