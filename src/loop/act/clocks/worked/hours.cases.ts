// Worked cases of plain working hours: lunch, evenings, weekends, and when to warn. 2026-02-02 is a Monday.
import { c, type WorkedCase } from './case-language.ts';

// biome-ignore format: one case a line reads as a table
export const HOURS_CASES: WorkedCase[] = [
  c('counts within one morning', 'office', 'frt 2h', ['02-02 09:00 opened'], '02-02 09:30', { is: 'active', used: '30m', due: '02-02 11:00', warn: '02-02 10:45' }),
  // 1 h to noon, 1 h from 13:30
  c('skips lunch', 'office', 'frt 2h', ['02-02 11:00 opened'], '02-02 12:30', { is: 'active', used: '1h', due: '02-02 14:30', warn: '02-02 14:15' }),
  c('opened during lunch starts after it', 'office', 'frt 1h', ['02-02 12:15 opened'], '02-02 13:00', { is: 'active', used: '0m', due: '02-02 14:30' }),
  c('opened before opening', 'office', 'frt 1h', ['02-02 08:00 opened'], '02-02 08:30', { is: 'active', used: '0m', due: '02-02 10:00' }),
  c('opened after closing', 'office', 'frt 1h', ['02-02 18:30 opened'], '02-02 23:00', { is: 'active', used: '0m', due: '02-03 10:00' }),
  c('Friday evening to Monday', 'office', 'frt 2h', ['02-06 17:00 opened'], '02-07 12:00', { is: 'active', used: '1h', due: '02-09 10:00' }),
  c('due at closing, not at the next opening', 'office', 'frt 2h', ['02-02 16:00 opened'], '02-02 17:00', { is: 'active', used: '1h', due: '02-02 18:00' }),
  c('due at the start of lunch; the very instant is in time', 'office', 'frt 2h', ['02-02 10:00 opened'], '02-02 12:00', { is: 'active', used: '2h', due: '02-02 12:00', breached: null }),
  c('a minute later in lunch it is late', 'office', 'frt 2h', ['02-02 10:00 opened'], '02-02 12:01', { is: 'active_with_misses', used: '2h', due: '02-02 12:00', breached: '02-02 12:00', misses: 1 }),
  // 3 h + 1 h 30
  c('one whole day', 'office', 'rt 7h30m', ['02-02 09:00 opened'], '02-02 15:00', { is: 'active', used: '4h30m', due: '02-02 18:00' }),
  c('two whole days', 'office', 'rt 15h', ['02-02 09:00 opened'], '02-03 09:00', { is: 'active', used: '7h30m', due: '02-03 18:00' }),
  c('two days and one hour', 'office', 'rt 16h', ['02-02 09:00 opened'], '02-03 12:00', { is: 'active', used: '10h30m', due: '02-04 10:00' }),
  c('a whole week', 'office', 'rt 37h30m', ['02-02 09:00 opened'], '02-04 09:00', { is: 'active', used: '15h', due: '02-06 18:00' }),
  // 37 h 30 in the week, 2 h 30 on Monday
  c('a week and a morning, read on Sunday', 'office', 'rt 40h', ['02-02 09:00 opened'], '02-08 12:00', { is: 'active', used: '37h30m', due: '02-09 11:30' }),
  c('opened on Saturday', 'office', 'frt 30m', ['02-07 15:00 opened'], '02-07 16:00', { is: 'active', used: '0m', due: '02-09 09:30' }),
  c('opened at the second of closing', 'office', 'frt 1h', ['02-02 18:00 opened'], '02-02 18:00', { is: 'active', used: '0m', due: '02-03 10:00' }),
  c('opened at the second of opening', 'office', 'frt 1h', ['02-02 09:00 opened'], '02-02 09:00', { is: 'active', used: '0m', due: '02-02 10:00' }),
  // late since 11:00: 09:00-12:00 and 13:30-15:00
  c('late time goes on counting', 'office', 'frt 2h', ['02-02 09:00 opened'], '02-02 15:00', { is: 'active_with_misses', used: '4h30m', due: '02-02 11:00', breached: '02-02 11:00' }),
  // Mon 1 h, Tue to Fri 4 x 7 h 30, Mon 1 h
  c('late over a weekend', 'office', 'frt 1h', ['02-02 17:00 opened'], '02-09 10:00', { is: 'active_with_misses', used: '32h', due: '02-02 18:00', breached: '02-02 18:00' }),
  c('around the clock is elapsed time', 'always', 'rt 24h', ['02-06 18:00 opened'], '02-07 06:00', { is: 'active', used: '12h', due: '02-07 18:00' }),
  c('around the clock over a holiday', 'always', 'rt 72h', ['02-16 00:00 opened'], '02-17 00:00', { is: 'active', used: '24h', due: '02-19 00:00' }),
  c('around the clock, late', 'always', 'frt 30m', ['02-02 03:00 opened'], '02-02 04:00', { is: 'active_with_misses', used: '1h', breached: '02-02 03:30' }),

  // Warnings. Mark = target minus 15 minutes of working time.
  // 55 min of 1 h 10: 11:55; due 13:30 + 10 min
  c('warns before lunch for a due instant just after it', 'office', 'frt 1h10m', ['02-02 11:00 opened'], '02-02 11:30', { is: 'active', used: '30m', warn: '02-02 11:55', due: '02-02 13:40' }),
  c('warns on Friday for a due instant on Monday morning', 'office', 'frt 1h10m', ['02-06 17:00 opened'], '02-06 17:30', { is: 'active', used: '30m', warn: '02-06 17:55', due: '02-09 09:10' }),
  c('warning mark at closing is closing, not the next opening', 'office', 'frt 1h15m', ['02-06 17:00 opened'], '02-06 17:30', { is: 'active', used: '30m', warn: '02-06 18:00', due: '02-09 09:15' }),
  c('a promise shorter than its warning warns at once', 'office', 'frt 10m', ['02-02 09:00 opened'], '02-02 09:05', { is: 'active', used: '5m', warn: '02-02 09:00', due: '02-02 09:10' }),
  c('a promise as long as its warning warns at once', 'office', 'frt 15m', ['02-02 09:00 opened'], '02-02 09:05', { is: 'active', used: '5m', warn: '02-02 09:00', due: '02-02 09:15' }),
  // mark 3 h = noon; due 1 h after lunch
  c('warns one hour ahead when told', 'office', 'rt 4h warn 1h', ['02-02 09:00 opened'], '02-02 10:00', { is: 'active', used: '1h', warn: '02-02 12:00', due: '02-02 14:30' }),
  c('a warning that has been passed keeps its instant', 'office', 'rt 4h warn 1h', ['02-02 09:00 opened'], '02-02 14:00', { is: 'active', used: '3h30m', warn: '02-02 12:00' }),
  c('warns a day ahead in working time', 'office', 'rt 15h warn 7h30m', ['02-02 09:00 opened'], '02-02 10:00', { is: 'active', used: '1h', warn: '02-02 18:00', due: '02-03 18:00' }),
  c('warning stays visible when late', 'plain', 'frt 1h', ['02-02 09:00 opened'], '02-02 11:00', { is: 'active_with_misses', used: '2h', warn: '02-02 09:45', breached: '02-02 10:00' }),
  c('warning stays visible when answered after it', 'plain', 'frt 1h', ['02-02 09:00 opened', '02-02 09:50 reply'], '02-02 11:00', { is: 'hit', used: '50m', warn: '02-02 09:45', ended: '02-02 09:50' }),
  c('no warning when answered before it', 'plain', 'frt 1h', ['02-02 09:00 opened', '02-02 09:40 reply'], '02-02 11:00', { is: 'hit', used: '40m', warn: null }),
  c('no warning time at all: warns as it falls due', 'plain', 'frt 1h warn 0m', ['02-02 09:00 opened'], '02-02 09:30', { is: 'active', used: '30m', warn: '02-02 10:00', due: '02-02 10:00' }),
];
