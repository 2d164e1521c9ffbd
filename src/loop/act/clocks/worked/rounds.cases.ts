// Worked cases of resolution and stage clocks: reopening, closing, merging, moving between departments, and promises that change.
import { c, type WorkedCase } from './case-language.ts';

const OPENED = '02-02 09:00 opened';
const COLLECT = '02-02 09:00 opened collect';

// biome-ignore format: one case a line reads as a table
export const ROUND_CASES: WorkedCase[] = [
  c('resolved in time', 'plain', 'rt 4h', [OPENED, '02-02 12:00 resolved'], '02-03 12:00', { is: 'hit', used: '3h', due: '02-02 13:00', ended: '02-02 12:00' }),
  c('resolved at the very due instant', 'plain', 'rt 4h', [OPENED, '02-02 13:00 resolved'], '02-03 12:00', { is: 'hit', used: '4h', breached: null }),
  c('resolved late', 'plain', 'rt 4h', [OPENED, '02-02 15:00 resolved'], '02-03 12:00', { is: 'missed', used: '6h', due: '02-02 13:00', breached: '02-02 13:00' }),
  c('replies do not resolve', 'plain', 'rt 4h', [OPENED, '02-02 10:00 reply', '02-02 11:00 message', '02-02 11:30 reply'], '02-02 12:00', { is: 'active', used: '3h', due: '02-02 13:00' }),
  c('reopened: the whole promise again', 'plain', 'rt 4h', [OPENED, '02-02 11:00 resolved', '02-03 10:00 reopened'], '02-03 11:00', { is: 'active', used: '1h', due: '02-03 14:00', round: 2, misses: 0 }),
  c('reopened after a late resolution keeps the miss', 'plain', 'rt 1h', [OPENED, '02-02 12:00 resolved', '02-03 10:00 reopened'], '02-03 10:30', { is: 'active_with_misses', used: '30m', due: '02-03 11:00', breached: null, misses: 1 }),
  c('late once, resolved in time the second time: missed', 'plain', 'rt 1h', [OPENED, '02-02 12:00 resolved', '02-03 10:00 reopened', '02-03 10:30 resolved'], '02-03 17:00', { is: 'missed', used: '30m', misses: 1 }),
  c('in time twice', 'plain', 'rt 4h', [OPENED, '02-02 11:00 resolved', '02-03 10:00 reopened', '02-03 12:00 resolved'], '02-03 17:00', { is: 'hit', used: '2h', round: 2, misses: 0 }),
  c('in time once, late the second time', 'plain', 'rt 1h', [OPENED, '02-02 09:30 resolved', '02-03 10:00 reopened'], '02-03 12:00', { is: 'active_with_misses', used: '2h', breached: '02-03 11:00', misses: 1 }),
  c('reopened twice', 'plain', 'rt 4h', [OPENED, '02-02 11:00 resolved', '02-03 10:00 reopened', '02-03 12:00 resolved', '02-04 09:00 reopened'], '02-04 10:00', { is: 'active', used: '1h', due: '02-04 13:00', round: 3 }),
  c('late twice', 'plain', 'rt 1h', [OPENED, '02-02 12:00 resolved', '02-03 10:00 reopened', '02-03 12:00 resolved'], '02-03 17:00', { is: 'missed', used: '2h', misses: 2 }),
  c('reopened in the evening starts next morning', 'plain', 'rt 2h', [OPENED, '02-02 10:00 resolved', '02-02 22:00 reopened'], '02-02 23:00', { is: 'active', used: '0m', due: '02-03 11:00' }),
  c('reopened on Saturday', 'plain', 'rt 2h', [OPENED, '02-02 10:00 resolved', '02-07 11:00 reopened'], '02-08 12:00', { is: 'active', used: '0m', due: '02-09 11:00' }),
  c('reopened in Spring Festival', 'office', 'rt 2h', ['02-14 09:00 opened', '02-14 10:00 resolved', '02-18 11:00 reopened'], '02-20 12:00', { is: 'active', used: '0m', due: '02-24 11:00', round: 2 }),
  c('verified changes nothing', 'plain', 'rt 4h', [OPENED, '02-02 11:00 resolved', '02-03 11:00 verified'], '02-03 17:00', { is: 'hit', used: '2h', ended: '02-02 11:00' }),
  c('closed after resolution changes nothing', 'plain', 'rt 4h', [OPENED, '02-02 11:00 resolved', '02-03 11:00 verified', '02-04 11:00 closed'], '02-05 17:00', { is: 'hit', used: '2h', ended: '02-02 11:00' }),
  c('closed unresolved: nobody waits', 'plain', 'rt 4h', [OPENED, '02-02 11:00 closed'], '02-05 17:00', { is: 'cancelled', used: '2h', breached: null, ended: '02-02 11:00' }),
  c('closed unresolved and late stays missed', 'plain', 'rt 1h', [OPENED, '02-02 11:00 closed'], '02-05 17:00', { is: 'missed', used: '2h', breached: '02-02 10:00' }),
  c('reopened from closed', 'plain', 'rt 4h', [OPENED, '02-02 11:00 resolved', '02-03 09:00 closed', '02-04 09:00 reopened'], '02-04 10:00', { is: 'active', used: '1h', due: '02-04 13:00', round: 2 }),
  c('reopening what is open does nothing', 'plain', 'rt 4h', [OPENED, '02-02 10:00 reopened'], '02-02 11:00', { is: 'active', used: '2h', due: '02-02 13:00', round: 1 }),
  c('resolved twice is resolved once', 'plain', 'rt 4h', [OPENED, '02-02 11:00 resolved', '02-02 16:00 resolved'], '02-03 11:00', { is: 'hit', used: '2h', ended: '02-02 11:00' }),
  c('pending before does not freeze after reopening', 'plain', 'rt 4h', [OPENED, '02-02 10:00 pending', '02-02 11:00 resolved', '02-03 09:00 reopened'], '02-03 10:00', { is: 'active', used: '1h', due: '02-03 13:00' }),
  c('pending after reopening freezes', 'plain', 'rt 4h', [OPENED, '02-02 11:00 resolved', '02-03 09:00 reopened', '02-03 10:00 pending', '02-03 12:00 open'], '02-03 13:00', { is: 'active', used: '2h', due: '02-03 15:00', round: 2 }),
  c('merged before being due', 'plain', 'rt 4h', [OPENED, '02-02 10:00 merged'], '02-06 10:00', { is: 'cancelled', used: '1h', due: null, breached: null, misses: 0 }),
  c('merged while pending, unmerged still pending', 'plain', 'rt 4h', [OPENED, '02-02 10:00 pending', '02-02 11:00 merged', '02-02 12:00 unmerged'], '02-02 13:00', { is: 'paused', used: '1h', due: null }),
  c('unmerged the next day', 'plain', 'rt 4h', [OPENED, '02-02 12:00 merged', '02-03 10:00 unmerged'], '02-03 10:30', { is: 'active', used: '3h30m', due: '02-03 11:00' }),
  c('merged after resolution stays resolved', 'plain', 'rt 4h', [OPENED, '02-02 12:00 resolved', '02-02 13:00 merged'], '02-03 10:30', { is: 'hit', used: '3h' }),

  // 9 h + 9 h + 6 h
  c('collect has 24 working hours', 'plain', 'stage:collect 24h', [COLLECT], '02-03 09:00', { is: 'active', used: '9h', due: '02-04 15:00' }),
  c('collect has 24 hours around the clock', 'always', 'stage:collect 24h', [COLLECT], '02-02 21:00', { is: 'active', used: '12h', due: '02-03 09:00' }),
  c('handed over in time', 'always', 'stage:collect 24h', [COLLECT, '02-03 08:00 stage classify'], '02-05 09:00', { is: 'hit', used: '23h', due: '02-03 09:00', ended: '02-03 08:00' }),
  c('handed over late', 'always', 'stage:collect 24h', [COLLECT, '02-03 10:00 stage classify'], '02-05 09:00', { is: 'missed', used: '25h', breached: '02-03 09:00' }),
  c('the next department has not started', 'always', 'stage:classify 48h', [COLLECT], '02-03 08:00', null),
  c('the next department starts when it is handed over', 'always', 'stage:classify 48h', [COLLECT, '02-03 08:00 stage classify'], '02-04 08:00', { is: 'active', used: '24h', due: '02-05 08:00' }),
  c('sent back: a second round', 'always', 'stage:collect 24h', [COLLECT, '02-02 19:00 stage classify', '02-03 19:00 stage collect'], '02-04 07:00', { is: 'active', used: '12h', due: '02-04 19:00', round: 2 }),
  c('late, sent back, running', 'always', 'stage:collect 24h', [COLLECT, '02-03 10:00 stage classify', '02-04 10:00 stage collect'], '02-04 12:00', { is: 'active_with_misses', used: '2h', due: '02-05 10:00', misses: 1 }),
  c('entering the stage it is in does nothing', 'always', 'stage:collect 24h', [COLLECT, '02-02 19:00 stage collect'], '02-02 21:00', { is: 'active', used: '12h', round: 1 }),
  c('resolved ends the stage', 'always', 'stage:collect 24h', [COLLECT, '02-02 19:00 resolved'], '02-04 21:00', { is: 'hit', used: '10h', ended: '02-02 19:00' }),
  c('reopened starts the stage it was left in', 'always', 'stage:classify 48h', [COLLECT, '02-02 12:00 stage classify', '02-02 19:00 resolved', '02-03 19:00 reopened'], '02-03 20:00', { is: 'active', used: '1h', due: '02-05 19:00', round: 2 }),
  c('reopened does not start a stage that was left', 'always', 'stage:collect 24h', [COLLECT, '02-02 12:00 stage classify', '02-02 19:00 resolved', '02-03 19:00 reopened'], '02-03 20:00', { is: 'hit', used: '3h', round: 1 }),
  c('pending freezes a stage', 'always', 'stage:collect 24h', [COLLECT, '02-02 12:00 pending', '02-02 18:00 open'], '02-02 19:00', { is: 'active', used: '4h', due: '02-03 15:00' }),
  c('merged ends the stage', 'always', 'stage:collect 24h', [COLLECT, '02-02 12:00 merged'], '02-05 12:00', { is: 'cancelled', used: '3h', due: null }),
  c('opened without a stage', 'always', 'stage:collect 24h', [OPENED], '02-02 12:00', null),
  c('opened without a stage, put into one later', 'always', 'stage:collect 24h', [OPENED, '02-02 12:00 stage collect'], '02-02 13:00', { is: 'active', used: '1h', due: '02-03 12:00' }),
  c('a stage entered while pending starts frozen', 'always', 'stage:classify 48h', [COLLECT, '02-02 10:00 pending', '02-02 12:00 stage classify', '02-02 15:00 open'], '02-02 16:00', { is: 'active', used: '1h', due: '02-04 15:00' }),
  // Fri 13 Feb 9:00: Fri 7.5, Sat 14 Feb 15, Tue 24 Feb 22.5, Wed 1.5 h
  c('a stage over Spring Festival', 'office', 'stage:collect 24h', ['02-13 09:00 opened collect'], '02-24 18:00', { is: 'active', used: '22h30m', due: '02-25 10:30' }),

  c('a shorter promise', 'plain', 'rt 8h', [OPENED, '02-02 11:00 target rt 4h'], '02-02 12:00', { is: 'active', used: '3h', due: '02-02 13:00' }),
  // 10 h left at 11:00: 7 h today, 3 h tomorrow
  c('a longer promise', 'plain', 'rt 8h', [OPENED, '02-02 11:00 target rt 12h'], '02-02 12:00', { is: 'active', used: '3h', due: '02-03 12:00' }),
  c('a promise shorter than the time used is due at once', 'plain', 'rt 8h', [OPENED, '02-02 11:00 target rt 1h'], '02-02 11:00', { is: 'active', used: '2h', due: '02-02 11:00', breached: null }),
  c('and late right after', 'plain', 'rt 8h', [OPENED, '02-02 11:00 target rt 1h'], '02-02 11:30', { is: 'active_with_misses', used: '2h30m', breached: '02-02 11:00' }),
  c('a longer promise does not unmiss', 'plain', 'rt 1h', [OPENED, '02-02 11:00 target rt 4h'], '02-02 12:00', { is: 'active_with_misses', used: '3h', due: '02-02 13:00', breached: '02-02 10:00', misses: 1 }),
  c('withdrawn', 'plain', 'rt 4h', [OPENED, '02-02 10:00 target rt none'], '02-02 17:00', { is: 'cancelled', used: '1h', due: null, breached: null }),
  c('withdrawn and made again', 'plain', 'rt 4h', [OPENED, '02-02 10:00 target rt none', '02-02 12:00 target rt 4h'], '02-02 13:00', { is: 'active', used: '2h', due: '02-02 15:00' }),
  c('resolved while withdrawn', 'plain', 'rt 4h', [OPENED, '02-02 10:00 target rt none', '02-02 12:00 resolved'], '02-02 13:00', { is: 'cancelled', used: '1h' }),
  c('another clock’s promise changes', 'plain', 'rt 4h', [OPENED, '02-02 10:00 target frt 1h'], '02-02 11:00', { is: 'active', used: '2h', due: '02-02 13:00' }),
  c('changed while frozen', 'plain', 'rt 4h', [OPENED, '02-02 10:00 pending', '02-02 11:00 target rt 2h', '02-02 12:00 open'], '02-02 12:30', { is: 'active', used: '1h30m', due: '02-02 13:00' }),
  c('a longer promise warns again', 'plain', 'rt 1h', [OPENED, '02-02 09:50 target rt 3h'], '02-02 10:00', { is: 'active', used: '1h', warn: '02-02 11:45', due: '02-02 12:00' }),
  c('a new warning time', 'plain', 'rt 4h', [OPENED, '02-02 10:00 target rt 4h warn 1h'], '02-02 10:30', { is: 'active', used: '1h30m', warn: '02-02 12:00', due: '02-02 13:00' }),
  c('changed after the end changes nothing', 'plain', 'rt 4h', [OPENED, '02-02 12:00 resolved', '02-02 13:00 target rt 1h'], '02-02 17:00', { is: 'hit', used: '3h', due: '02-02 13:00' }),
  c('changed after the end holds for the next round', 'plain', 'rt 4h', [OPENED, '02-02 12:00 resolved', '02-02 13:00 target rt 1h', '02-03 09:00 reopened'], '02-03 09:30', { is: 'active', used: '30m', due: '02-03 10:00' }),
  c('changed before opening', 'plain', 'rt 4h', ['02-02 08:00 target rt 2h', OPENED], '02-02 10:00', { is: 'active', used: '1h', due: '02-02 11:00' }),
  c('a shorter first response when the priority rises', 'plain', 'frt 4h', [OPENED, '02-02 10:00 target frt 2h', '02-02 10:30 reply'], '02-02 17:00', { is: 'hit', used: '1h30m', due: '02-02 11:00' }),
  // 2 h used at 17:00, 4 h around the clock
  c('from office hours to around the clock', 'plain', 'rt 6h', ['02-02 15:00 opened', '02-02 17:00 calendar always'], '02-02 19:00', { is: 'active', used: '4h', due: '02-02 21:00' }),
  // Sat 2 h used, 8 h on Monday
  c('from around the clock to office hours', 'always', 'rt 10h', ['02-07 10:00 opened', '02-07 12:00 calendar plain'], '02-08 12:00', { is: 'active', used: '2h', due: '02-09 17:00' }),
  c('late before the hours change stays late', 'always', 'rt 1h', ['02-07 10:00 opened', '02-07 12:00 calendar plain'], '02-08 12:00', { is: 'active_with_misses', used: '2h', due: '02-07 11:00', breached: '02-07 11:00' }),
  c('hours change while frozen', 'plain', 'rt 4h', [OPENED, '02-02 10:00 pending', '02-02 12:00 calendar always', '02-02 20:00 open'], '02-02 21:00', { is: 'active', used: '2h', due: '02-02 23:00' }),
];
