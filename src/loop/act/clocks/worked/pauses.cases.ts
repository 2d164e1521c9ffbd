// Worked cases of what freezes a clock: waiting for the customer, for a third party, and snoozing. Plain hours 09:00-18:00.
import { c, type WorkedCase } from './case-language.ts';

const OPENED = '02-02 09:00 opened';

// biome-ignore format: one case a line reads as a table
export const PAUSE_CASES: WorkedCase[] = [
  c('pending freezes', 'plain', 'rt 4h', [OPENED, '02-02 10:00 pending'], '02-02 12:00', { is: 'paused', used: '1h', due: null, warn: null }),
  c('open again goes on with what was left', 'plain', 'rt 4h', [OPENED, '02-02 10:00 pending', '02-02 15:00 open'], '02-02 16:00', { is: 'active', used: '2h', due: '02-02 18:00' }),
  c('on hold freezes', 'plain', 'rt 4h', [OPENED, '02-02 11:00 on_hold'], '02-02 17:00', { is: 'paused', used: '2h', due: null }),
  c('on hold and back', 'plain', 'rt 4h', [OPENED, '02-02 11:00 on_hold', '02-03 09:00 open'], '02-03 10:00', { is: 'active', used: '3h', due: '02-03 11:00' }),
  c('a customer message ends pending', 'plain', 'rt 4h', [OPENED, '02-02 10:00 pending', '02-02 14:00 message'], '02-02 15:00', { is: 'active', used: '2h', due: '02-02 17:00' }),
  c('a customer message does not end on hold', 'plain', 'rt 4h', [OPENED, '02-02 10:00 on_hold', '02-02 14:00 message'], '02-02 15:00', { is: 'paused', used: '1h', due: null }),
  c('pending, then on hold, then open is one pause', 'plain', 'rt 4h', [OPENED, '02-02 10:00 pending', '02-02 12:00 on_hold', '02-02 14:00 open'], '02-02 15:00', { is: 'active', used: '2h', due: '02-02 17:00' }),
  c('on hold, then pending, then a message', 'plain', 'rt 4h', [OPENED, '02-02 10:00 on_hold', '02-02 12:00 pending', '02-02 13:00 message'], '02-02 14:00', { is: 'active', used: '2h', due: '02-02 16:00' }),
  // Fri 1 h used, 3 h from Monday 10:00
  c('pending over the weekend', 'plain', 'rt 4h', ['02-06 16:00 opened', '02-06 17:00 pending', '02-09 10:00 open'], '02-09 11:00', { is: 'active', used: '2h', due: '02-09 13:00' }),
  c('a pause in the evening costs nothing', 'plain', 'rt 12h', [OPENED, '02-02 19:00 pending', '02-02 21:00 open'], '02-03 10:00', { is: 'active', used: '10h', due: '02-03 12:00' }),
  c('a pause from evening into the morning costs the morning', 'plain', 'rt 12h', [OPENED, '02-02 19:00 pending', '02-03 10:00 open'], '02-03 11:00', { is: 'active', used: '10h', due: '02-03 13:00' }),
  c('frozen after being late: the breach stays', 'plain', 'rt 1h', [OPENED, '02-02 11:00 pending'], '02-02 12:00', { is: 'paused', used: '2h', due: null, breached: '02-02 10:00', misses: 1 }),
  c('going on after being late shows the missed due instant', 'plain', 'rt 1h', [OPENED, '02-02 11:00 pending', '02-02 13:00 open'], '02-02 14:00', { is: 'active_with_misses', used: '3h', due: '02-02 10:00', breached: '02-02 10:00' }),
  c('a reply while pending is still the first response', 'plain', 'frt 4h', [OPENED, '02-02 10:00 pending', '02-02 16:00 reply'], '02-02 17:00', { is: 'hit', used: '1h', ended: '02-02 16:00', due: null }),
  c('resolved while pending', 'plain', 'rt 4h', [OPENED, '02-02 10:00 pending', '02-04 10:00 resolved'], '02-05 10:00', { is: 'hit', used: '1h', ended: '02-04 10:00' }),
  c('pending twice is pending once', 'plain', 'rt 4h', [OPENED, '02-02 10:00 pending', '02-02 11:00 pending', '02-02 12:00 open'], '02-02 13:00', { is: 'active', used: '2h', due: '02-02 15:00' }),
  c('new and open do not freeze', 'plain', 'rt 4h', [OPENED, '02-02 09:00 new', '02-02 10:00 open'], '02-02 11:00', { is: 'active', used: '2h', due: '02-02 13:00' }),
  c('frozen at the very due instant is not late', 'plain', 'rt 1h', [OPENED, '02-02 10:00 pending'], '02-02 12:00', { is: 'paused', used: '1h', breached: null, misses: 0 }),
  c('with nothing left it is due when it goes on', 'plain', 'rt 1h', [OPENED, '02-02 10:00 pending', '02-02 13:00 open'], '02-02 13:00', { is: 'active', used: '1h', due: '02-02 13:00', breached: null }),
  c('with nothing left it is late a minute after it goes on', 'plain', 'rt 1h', [OPENED, '02-02 10:00 pending', '02-02 13:00 open'], '02-02 13:01', { is: 'active_with_misses', used: '1h1m', breached: '02-02 13:00' }),
  c('a warning passed before the pause stays', 'plain', 'rt 1h', [OPENED, '02-02 09:50 pending'], '02-02 12:00', { is: 'paused', used: '50m', warn: '02-02 09:45', due: null }),
  // used 30 min; mark 45: 15 min after 11:00
  c('the warning moves with the pause', 'plain', 'rt 1h', [OPENED, '02-02 09:30 pending', '02-02 11:00 open'], '02-02 11:05', { is: 'active', used: '35m', warn: '02-02 11:15', due: '02-02 11:30' }),
  c('pending from the first second', 'plain', 'rt 4h', [OPENED, '02-02 09:00 pending'], '02-02 17:00', { is: 'paused', used: '0m', due: null }),
  // 09:00-10:00, 11:00-12:00, 13:00-14:00 used; 1 h left
  c('three stretches of work', 'plain', 'rt 4h', [OPENED, '02-02 10:00 pending', '02-02 11:00 open', '02-02 12:00 on_hold', '02-02 13:00 open', '02-02 14:00 pending', '02-02 16:00 open'], '02-02 16:30', { is: 'active', used: '3h30m', due: '02-02 17:00' }),
  c('first response freezes too', 'plain', 'frt 2h', [OPENED, '02-02 10:00 on_hold', '02-02 12:00 open'], '02-02 12:30', { is: 'active', used: '1h30m', due: '02-02 13:00' }),
  // 11:30-12:00 and 13:30-14:00 are 1 h; 3 h left: 15:00-18:00
  c('lunch and a pause', 'office', 'rt 4h', ['02-02 11:30 opened', '02-02 14:00 pending', '02-02 15:00 open'], '02-02 16:00', { is: 'active', used: '2h', due: '02-02 18:00' }),
  c('pending around the clock', 'always', 'rt 10h', ['02-02 20:00 opened', '02-02 22:00 pending', '02-03 06:00 open'], '02-03 07:00', { is: 'active', used: '3h', due: '02-03 14:00' }),

  c('snooze freezes', 'plain', 'rt 4h', [OPENED, '02-02 10:00 snoozed 02-02 14:00'], '02-02 12:00', { is: 'paused', used: '1h', due: null }),
  c('snooze ends by itself', 'plain', 'rt 4h', [OPENED, '02-02 10:00 snoozed 02-02 14:00'], '02-02 15:00', { is: 'active', used: '2h', due: '02-02 17:00' }),
  c('woken early', 'plain', 'rt 4h', [OPENED, '02-02 10:00 snoozed 02-02 14:00', '02-02 11:00 unsnoozed'], '02-02 12:00', { is: 'active', used: '2h', due: '02-02 14:00' }),
  c('a customer message wakes', 'plain', 'rt 4h', [OPENED, '02-02 10:00 snoozed 02-02 17:00', '02-02 12:00 message'], '02-02 13:00', { is: 'active', used: '2h', due: '02-02 15:00' }),
  c('snoozed over the weekend', 'plain', 'rt 2h', ['02-06 16:00 opened', '02-06 17:00 snoozed 02-09 09:00'], '02-09 09:30', { is: 'active', used: '1h30m', due: '02-09 10:00' }),
  c('pending outlives the snooze', 'plain', 'rt 4h', [OPENED, '02-02 10:00 snoozed 02-02 14:00', '02-02 12:00 pending'], '02-02 15:00', { is: 'paused', used: '1h', due: null }),
  c('the snooze outlives pending', 'plain', 'rt 4h', [OPENED, '02-02 10:00 pending', '02-02 11:00 snoozed 02-02 16:00', '02-02 12:00 open'], '02-02 15:00', { is: 'paused', used: '1h', due: null }),
  c('a second snooze replaces the first', 'plain', 'rt 4h', [OPENED, '02-02 10:00 snoozed 02-02 12:00', '02-02 11:00 snoozed 02-02 16:00'], '02-02 15:00', { is: 'paused', used: '1h' }),
  c('a second, shorter snooze replaces the first too', 'plain', 'rt 4h', [OPENED, '02-02 10:00 snoozed 02-02 16:00', '02-02 11:00 snoozed 02-02 12:00'], '02-02 13:00', { is: 'active', used: '2h', due: '02-02 15:00' }),
  c('a snooze into the past does nothing', 'plain', 'rt 4h', [OPENED, '02-02 10:00 snoozed 02-02 09:30'], '02-02 11:00', { is: 'active', used: '2h', due: '02-02 13:00' }),
  c('awake at the very instant', 'plain', 'rt 4h', [OPENED, '02-02 10:00 snoozed 02-02 14:00'], '02-02 14:00', { is: 'active', used: '1h', due: '02-02 17:00' }),
  c('resolved in its sleep', 'plain', 'rt 4h', [OPENED, '02-02 10:00 snoozed 02-02 17:00', '02-02 12:00 resolved'], '02-02 18:00', { is: 'hit', used: '1h', ended: '02-02 12:00' }),
  c('reopened is awake', 'plain', 'rt 4h', [OPENED, '02-02 10:00 snoozed 02-03 17:00', '02-02 12:00 resolved', '02-03 10:00 reopened'], '02-03 11:00', { is: 'active', used: '1h', due: '02-03 14:00', round: 2 }),
  // wakes at 20:00, goes on at 09:00 with 3 h
  c('waking outside hours', 'plain', 'rt 4h', [OPENED, '02-02 10:00 snoozed 02-02 20:00'], '02-02 21:00', { is: 'active', used: '1h', due: '02-03 12:00' }),
  c('an event between snooze and its end does not lose time', 'plain', 'rt 4h', [OPENED, '02-02 10:00 snoozed 02-02 12:00', '02-02 11:00 bot', '02-02 13:00 bot'], '02-02 14:00', { is: 'active', used: '3h', due: '02-02 15:00' }),
  c('snoozed after being late', 'plain', 'frt 1h', [OPENED, '02-02 11:00 snoozed 02-02 13:00'], '02-02 12:00', { is: 'paused', used: '2h', breached: '02-02 10:00' }),
  c('a reply in its sleep answers', 'plain', 'frt 4h', [OPENED, '02-02 10:00 snoozed 02-02 17:00', '02-02 13:00 reply'], '02-02 18:00', { is: 'hit', used: '1h', ended: '02-02 13:00' }),
];
