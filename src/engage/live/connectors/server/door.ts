// What other parts may ask of the connectors: which there are, and what a person's settings are worth.

export {
  EventFault,
  isEventFault,
  readDecodedEvent,
  readOutsideEvent,
} from '../../stream/core/read-event.contract.ts';
export { openRecording, type Recording, type Rejected, UnknownRecording } from './files/open-recording.ts';
export { createPushWatch, type PushWatch } from './kit/push-watch.ts';
export { connectorManifests, connectorOf } from './kit/registry.ts';
export { checkSettings, type SettingsCheck, sourceKinds } from './kit/source-kinds.ts';
export { type ReadOrders, readOrders } from './order-csv/read-orders.ts';
