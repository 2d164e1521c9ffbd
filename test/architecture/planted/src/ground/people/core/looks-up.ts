// Planted: ground knows the loop.
import { gate } from '../../../loop/collect/gate/core/gate.contract.ts';

export const up = gate;
