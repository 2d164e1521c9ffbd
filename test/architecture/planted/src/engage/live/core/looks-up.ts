// Planted: a place knows the street.
import { start } from '../../../main/start.ts';

export const up = start;
