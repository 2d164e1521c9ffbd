// Planted: an earlier room imports a later one.
import { verify } from '../../../verify/thing/core/thing.contract.ts';

export const ahead = verify;
