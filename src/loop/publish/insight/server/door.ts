// What its neighbours in the room may ask of insight.
export { countWaiting } from './funnel.reads.ts';
