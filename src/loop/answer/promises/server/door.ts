// What neighbours and the product's composition ask of promises.

export { promiseKeeper } from './promise.keeper.ts';
export { type PagePromise, promisesTo } from './promise.reads.ts';
