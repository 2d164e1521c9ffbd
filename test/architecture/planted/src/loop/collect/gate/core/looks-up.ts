// Planted: the loop knows a place that feeds it.
import { live } from '../../../../engage/live/core/live.contract.ts';

export const up = live;
