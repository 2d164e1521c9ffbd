// What other rooms may ask of the gate.
export { gateKeeper } from './gate.keeper.ts';
