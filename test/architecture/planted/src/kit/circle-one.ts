// Planted: half of a circle.
import { two } from './circle-two.ts';

export const one = (): number => two();
