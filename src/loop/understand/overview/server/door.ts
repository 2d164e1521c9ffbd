// What its neighbours may do with the daily sums.
export { type CountedFeedback, cellName, DailySums, EVER } from '../core/daily-sums.ts';
export { dayReader, periodOf } from '../core/workspace-day.ts';
export { saveDailySums } from './daily.store.ts';
export { timeZoneOf } from './time-zone.reads.ts';
