// Worked cases of holidays, make-up workdays 调休 and single dates with hours of their own, after the State Council's notice for 2026.
import { c, type WorkedCase } from './case-language.ts';

// biome-ignore format: one case a line reads as a table
export const HOLIDAY_CASES: WorkedCase[] = [
  c('Saturday 14 February is worked', 'office', 'frt 2h', ['02-13 17:00 opened'], '02-13 20:00', { is: 'active', used: '1h', due: '02-14 10:00' }),
  c('from the make-up Saturday over Spring Festival', 'office', 'frt 2h', ['02-14 17:00 opened'], '02-18 12:00', { is: 'active', used: '1h', due: '02-24 10:00', warn: '02-24 09:45' }),
  c('opened on New Year’s Day of the lunar year', 'office', 'frt 1h', ['02-17 10:00 opened'], '02-20 12:00', { is: 'active', used: '0m', due: '02-24 10:00' }),
  // Fri 7.5, Sat 7.5 = 15, Tue 24 = 22.5, Wed 25 = 30
  c('thirty hours across the festival', 'office', 'rt 30h', ['02-13 09:00 opened'], '02-24 09:00', { is: 'active', used: '15h', due: '02-25 18:00' }),
  c('Sunday 15 February is closed though it follows a workday', 'office', 'frt 30m', ['02-15 09:00 opened'], '02-15 12:00', { is: 'active', used: '0m', due: '02-24 09:30' }),
  c('Monday 23 February is still a holiday', 'office', 'frt 1h', ['02-23 09:00 opened'], '02-23 17:00', { is: 'active', used: '0m', due: '02-24 10:00' }),
  c('Saturday 28 February pays back', 'office', 'frt 1h', ['02-27 17:30 opened'], '02-27 18:30', { is: 'active', used: '30m', due: '02-28 09:30' }),
  c('from the make-up Saturday to Monday', 'office', 'rt 4h', ['02-28 16:00 opened'], '03-01 12:00', { is: 'active', used: '2h', due: '03-02 11:00' }),
  c('late over Spring Festival counts no hour of it', 'office', 'frt 1h', ['02-14 17:00 opened'], '02-24 09:00', { is: 'active_with_misses', used: '1h', due: '02-14 18:00', breached: '02-14 18:00' }),
  c('over Labour Day', 'office', 'frt 3h', ['04-30 17:00 opened'], '05-03 09:00', { is: 'active', used: '1h', due: '05-06 11:00' }),
  c('Saturday 9 May is worked', 'office', 'frt 2h', ['05-08 17:00 opened'], '05-09 09:30', { is: 'active', used: '1h30m', due: '05-09 10:00' }),
  c('Sunday 10 May is not', 'office', 'frt 2h', ['05-09 17:00 opened'], '05-10 12:00', { is: 'active', used: '1h', due: '05-11 10:00' }),
  c('over the Mid-Autumn weekend', 'office', 'frt 2h', ['09-24 17:00 opened'], '09-26 09:00', { is: 'active', used: '1h', due: '09-28 10:00' }),
  c('Sunday 20 September is worked', 'office', 'frt 1h', ['09-19 10:00 opened'], '09-20 09:15', { is: 'active', used: '15m', due: '09-20 10:00' }),
  // Wed 1 h, Thu 8 Oct 7.5 = 8.5, Fri 1.5
  c('over National Day', 'office', 'rt 10h', ['09-30 17:00 opened'], '10-08 12:00', { is: 'active', used: '4h', due: '10-09 10:30' }),
  // Fri 7.5, Sat 10 Oct 7.5 = 15, Mon 3 h by noon + 2 h
  c('Saturday 10 October is worked', 'office', 'rt 20h', ['10-09 09:00 opened'], '10-11 12:00', { is: 'active', used: '15h', due: '10-12 15:30' }),
  c('New Year: Sunday 4 January is worked', 'office', 'frt 1h', ['01-03 10:00 opened'], '01-04 09:30', { is: 'active', used: '30m', due: '01-04 10:00' }),
  c('New Year: Friday 2 January is not', 'office', 'frt 1h', ['01-02 10:00 opened'], '01-02 17:00', { is: 'active', used: '0m', due: '01-04 10:00' }),
  c('over Dragon Boat Festival', 'office', 'frt 1h', ['06-18 18:00 opened'], '06-20 10:00', { is: 'active', used: '0m', due: '06-22 10:00' }),
  c('over Tomb-Sweeping Day, Monday included', 'office', 'frt 2h', ['04-03 17:00 opened'], '04-06 15:00', { is: 'active', used: '1h', due: '04-07 10:00' }),
  c('warns on the make-up Saturday, not in the festival', 'office', 'frt 1h10m', ['02-14 17:00 opened'], '02-14 17:10', { is: 'active', used: '10m', warn: '02-14 17:55', due: '02-24 09:10' }),
  c('paused before the festival, going on after it', 'office', 'rt 4h', ['02-14 16:00 opened', '02-14 17:00 pending', '02-25 09:00 open'], '02-25 10:00', { is: 'active', used: '2h', due: '02-25 12:00' }),
  c('customer answers in the festival: the clock goes on after it', 'office', 'rt 4h', ['02-14 16:00 opened', '02-14 17:00 pending', '02-18 10:00 message'], '02-19 10:00', { is: 'active', used: '1h', due: '02-24 12:00' }),
  c('a make-up day worked like a Friday closes at 15:00', 'swap', 'frt 2h', ['02-14 14:00 opened'], '02-14 16:00', { is: 'active', used: '1h', due: '02-16 10:00' }),
  c('the short Friday itself', 'swap', 'frt 2h', ['02-06 14:00 opened'], '02-06 20:00', { is: 'active', used: '1h', due: '02-09 10:00' }),
  c('an ordinary Saturday of that calendar is closed', 'swap', 'frt 1h', ['02-07 10:00 opened'], '02-07 12:00', { is: 'active', used: '0m', due: '02-09 10:00' }),
  // Tue 1 h, then 9 h from midnight
  c('Double 11 works through the night', 'promo', 'rt 10h', ['11-10 17:00 opened'], '11-11 03:00', { is: 'active', used: '4h', due: '11-11 09:00' }),
  c('the day after Double 11 is closed', 'promo', 'frt 2h', ['11-11 23:00 opened'], '11-12 12:00', { is: 'active', used: '1h', due: '11-13 10:00' }),
  c('hours of a single date beat the holiday list', 'promo', 'frt 1h', ['11-11 04:00 opened'], '11-11 04:30', { is: 'active', used: '30m', due: '11-11 05:00' }),
];
