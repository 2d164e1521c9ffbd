// What others may ask of the simulator.
export { simulatedGoods } from '../core/goods.ts';
export { planShow } from '../core/plan-show.ts';
export { simulate } from '../core/simulate.ts';
export type {
  LineTruth,
  PlannedIncident,
  ShowPlan,
  SimulatedEvent,
  SimulatedProduct,
  SimulateOptions,
} from '../core/simulated-show.contract.ts';
