// What the features of this room ask of deliveries.
export { type Delivered, deliver, markSeen } from './deliver.ts';
export { deliveryKeeper } from './delivery.keeper.ts';
export { deliveriesOf } from './delivery.reads.ts';
export { type PlannedWay, planWay } from './plan-way.ts';
