// Planted: an earlier room imports a later one.
import { publish } from '../../../publish/thing/core/thing.contract.ts';

export const ahead = publish;
