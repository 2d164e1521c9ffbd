// Planted: an earlier room imports a later one.
import { answer } from '../../../answer/thing/core/thing.contract.ts';

export const ahead = answer;
