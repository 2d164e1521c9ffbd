// What later rooms and the product's composition ask of call-backs.
export { callbackKeeper } from './callback.keeper.ts';
export { type CallbackPlan, planCallback } from './plan-callback.ts';
