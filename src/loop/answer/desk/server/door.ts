// What the features of this room share.
export type { Aftercare, AftercareRound, ClosingWay } from './aftercare.ts';
export { type CaseFacts, readCase, readLivingCase, readShop, resolutionNumber, type ShopFacts } from './case-facts.ts';
export type { AnswerDesk } from './desk.ts';
export { type Reporter, readReporters } from './reporters.ts';
