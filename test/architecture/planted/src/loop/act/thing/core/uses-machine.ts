// Planted: core uses a machine.
import { machine } from '../../../../platform/machine.ts';

export const used = machine;
