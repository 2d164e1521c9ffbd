// What others may ask of the simulator.
export { shelvedGoods, simulatedGoods } from '../core/goods.ts';
export { planShow } from '../core/plan-show.ts';
export { simulate } from '../core/simulate.ts';
export { summarise } from '../core/summarise.ts';
export { Simulations } from './simulations.ts';
