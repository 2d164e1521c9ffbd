// Planted: an earlier room imports a later one.
import { act } from '../../../act/thing/core/thing.contract.ts';

export const ahead = act;
