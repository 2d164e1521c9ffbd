// Planted: text knows a machine, which is a floor above and a database besides.
import { machine } from '../platform/machine.ts';

export const up = machine;
