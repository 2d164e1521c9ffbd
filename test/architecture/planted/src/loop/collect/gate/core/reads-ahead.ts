// Planted: an earlier room imports a later one.
import { understand } from '../../../understand/thing/core/thing.contract.ts';

export const ahead = understand;
