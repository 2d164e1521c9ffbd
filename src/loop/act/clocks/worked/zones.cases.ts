// Worked cases of shifts past midnight, other time zones and both changes of the clocks (2026: New York 8 March and 1 November, Europe 29 March and 25 October).
import { c, type WorkedCase } from './case-language.ts';

// biome-ignore format: one case a line reads as a table
export const ZONE_CASES: WorkedCase[] = [
  c('before the live room opens', 'live', 'frt 2h', ['02-02 19:00 opened'], '02-02 21:00', { is: 'active', used: '1h', due: '02-02 22:00' }),
  // 23:00-02:00 is 3 h, 1 h from 20:00
  c('past midnight into the next evening', 'live', 'frt 4h', ['02-02 23:00 opened'], '02-03 12:00', { is: 'active', used: '3h', due: '02-03 21:00' }),
  c('opened after midnight, due at closing', 'live', 'frt 1h', ['02-03 01:00 opened'], '02-03 01:30', { is: 'active', used: '30m', due: '02-03 02:00' }),
  c('opened at closing time', 'live', 'frt 1h', ['02-03 02:00 opened'], '02-03 12:00', { is: 'active', used: '0m', due: '02-03 21:00' }),
  c('one whole night', 'live', 'rt 6h', ['02-02 20:00 opened'], '02-03 00:00', { is: 'active', used: '4h', due: '02-03 02:00' }),
  c('two whole nights', 'live', 'rt 12h', ['02-02 20:00 opened'], '02-03 20:00', { is: 'active', used: '6h', due: '02-04 02:00' }),
  // 22:00-23:30 used, 1 h 30 from 00:30
  c('a pause across midnight', 'live', 'rt 3h', ['02-02 22:00 opened', '02-02 23:30 pending', '02-03 00:30 open'], '02-03 01:00', { is: 'active', used: '2h', due: '02-03 02:00' }),
  c('warns before midnight', 'live', 'frt 4h', ['02-02 20:05 opened'], '02-02 21:05', { is: 'active', used: '1h', warn: '02-02 23:50', due: '02-03 00:05' }),
  c('late after midnight', 'live', 'frt 4h', ['02-02 20:00 opened'], '02-03 01:00', { is: 'active_with_misses', used: '5h', breached: '02-03 00:00' }),
  c('answered at noon with a due instant in the evening', 'live', 'frt 4h', ['02-02 23:00 opened', '02-03 12:00 reply'], '02-03 22:00', { is: 'hit', used: '3h' }),
  c('Saturday’s small hours belong to Friday’s shift', 'nights', 'frt 2h', ['02-07 01:00 opened'], '02-07 02:00', { is: 'active', used: '1h', due: '02-07 03:00' }),
  c('from Saturday morning to Monday night', 'nights', 'frt 2h', ['02-07 05:00 opened'], '02-08 12:00', { is: 'active', used: '1h', due: '02-09 23:00' }),
  c('Monday’s small hours belong to Sunday and are closed', 'nights', 'frt 1h', ['02-09 01:00 opened'], '02-09 05:00', { is: 'active', used: '0m', due: '02-09 23:00' }),
  // Tue 23:00 to Wed 06:00 is 7 h; Wednesday night is off; 1 h on Thursday
  c('a night shift runs on into a holiday', 'nights', 'rt 8h', ['02-03 23:00 opened'], '02-04 12:00', { is: 'active', used: '7h', due: '02-05 23:00' }),
  c('the holiday’s own night shift is off', 'nights', 'frt 1h', ['02-04 23:00 opened'], '02-05 03:00', { is: 'active', used: '0m', due: '02-05 23:00' }),
  c('overlapping shifts count once', 'handover', 'rt 11h', ['02-02 20:00 opened'], '02-03 06:00', { is: 'active', used: '9h', due: '02-03 08:00' }),
  c('a shift until midnight', 'evening', 'frt 2h', ['02-02 23:00 opened'], '02-03 10:00', { is: 'active', used: '1h', due: '02-03 19:00' }),
  c('due at midnight', 'evening', 'frt 1h', ['02-02 23:00 opened'], '02-02 23:30', { is: 'active', used: '30m', due: '02-03 00:00' }),

  c('New York office, weekend of the spring change', 'newYork', 'frt 2h', ['03-06 16:00 opened'], '03-07 12:00', { is: 'active', used: '1h', due: '03-09 10:00-04:00' }),
  c('New York office, weekend of the autumn change', 'newYork', 'frt 2h', ['10-30 16:00-04:00 opened'], '10-31 12:00-04:00', { is: 'active', used: '1h', due: '11-02 10:00' }),
  c('New York office, written in UTC', 'newYork', 'frt 1h', ['02-02 14:00+00:00 opened'], '02-02 14:30+00:00', { is: 'active', used: '30m', due: '02-02 15:00+00:00' }),
  c('New York office in summer, written in UTC', 'newYork', 'frt 1h', ['07-06 13:00+00:00 opened'], '07-06 13:30+00:00', { is: 'active', used: '30m', due: '07-06 14:00+00:00' }),
  c('24 elapsed hours across the spring change', 'newYorkAlways', 'rt 24h', ['03-07 12:00 opened'], '03-08 00:00', { is: 'active', used: '12h', due: '03-08 13:00-04:00' }),
  c('24 elapsed hours across the autumn change', 'newYorkAlways', 'rt 24h', ['10-31 12:00-04:00 opened'], '11-01 00:00-04:00', { is: 'active', used: '12h', due: '11-01 11:00' }),
  // that night has 00-02 and 03-06: 5 h; 1 h left on Monday
  c('the spring night is an hour short', 'newYorkSmallHours', 'rt 6h', ['03-08 00:00 opened'], '03-08 12:00-04:00', { is: 'active', used: '5h', due: '03-09 01:00-04:00' }),
  c('two hours used when it is suddenly three', 'newYorkSmallHours', 'rt 6h', ['03-08 00:00 opened'], '03-08 03:00-04:00', { is: 'active', used: '2h' }),
  c('the autumn night is an hour long', 'newYorkSmallHours', 'rt 7h', ['11-01 00:00-04:00 opened'], '11-01 00:30-04:00', { is: 'active', used: '30m', due: '11-01 06:00' }),
  c('six hours end at five in autumn', 'newYorkSmallHours', 'rt 6h', ['11-01 00:00-04:00 opened'], '11-01 01:00', { is: 'active', used: '2h', due: '11-01 05:00' }),
  c('half past one for the second time', 'newYorkSmallHours', 'rt 6h', ['11-01 00:00-04:00 opened'], '11-01 01:30', { is: 'active', used: '2h30m' }),
  c('half past one for the first time', 'newYorkSmallHours', 'rt 6h', ['11-01 00:00-04:00 opened'], '11-01 01:30-04:00', { is: 'active', used: '1h30m' }),
  c('a shift inside the skipped hour does not exist', 'newYorkTwoToThree', 'frt 30m', ['03-08 00:00 opened'], '03-08 12:00-04:00', { is: 'active', used: '0m', due: '03-09 02:30-04:00' }),
  c('a shift that starts in the skipped hour starts at three', 'newYorkHalfTwo', 'frt 1h', ['03-08 01:00 opened'], '03-08 03:30-04:00', { is: 'active', used: '30m', due: '03-08 04:00-04:00' }),
  c('a shift inside the repeated hour is worked twice', 'newYorkOneToTwo', 'rt 2h', ['11-01 00:00-04:00 opened'], '11-01 01:00', { is: 'active', used: '1h', due: '11-01 02:00' }),
  c('ninety minutes end at the second half past one', 'newYorkOneToTwo', 'rt 1h30m', ['11-01 00:00-04:00 opened'], '11-01 01:00-04:00', { is: 'active', used: '0m', due: '11-01 01:30' }),
  c('the repeated hour is over', 'newYorkOneToTwo', 'rt 3h', ['11-01 00:00-04:00 opened'], '11-01 12:00', { is: 'active', used: '2h', due: '11-02 02:00' }),
  // 22:00-06:00 holds 7 h; 1 h the next evening
  c('a night shift over the spring change', 'newYorkNight', 'rt 8h', ['03-07 22:00 opened'], '03-08 12:00-04:00', { is: 'active', used: '7h', due: '03-08 23:00-04:00' }),
  c('a night shift over the autumn change', 'newYorkNight', 'rt 8h', ['10-31 22:00-04:00 opened'], '11-01 00:00-04:00', { is: 'active', used: '2h', due: '11-01 05:00' }),
  // 5 h used before 01:00; 1 h after 04:00
  c('a pause over the spring change', 'newYorkAlways', 'rt 6h', ['03-07 20:00 opened', '03-08 01:00 pending', '03-08 04:00-04:00 open'], '03-08 04:30-04:00', { is: 'active', used: '5h30m', due: '03-08 05:00-04:00' }),
  // 3 h used before the first 01:00; pause of 1 h; 3 h from the second 01:00
  c('a pause exactly over the repeated hour', 'newYorkAlways', 'rt 6h', ['10-31 22:00-04:00 opened', '11-01 01:00-04:00 pending', '11-01 01:00 open'], '11-01 02:00', { is: 'active', used: '4h', due: '11-01 04:00' }),
  // due 03:10 summer time = 10 min after the change; mark 15 working minutes before = 01:55
  c('warns before the spring change for a due instant after it', 'newYorkSmallHours', 'frt 2h10m', ['03-08 00:00 opened'], '03-08 01:00', { is: 'active', used: '1h', warn: '03-08 01:55', due: '03-08 03:10-04:00' }),
  c('London, weekend of the spring change', 'london', 'frt 1h', ['03-27 17:00 opened'], '03-28 12:00', { is: 'active', used: '30m', due: '03-30 09:30+01:00' }),
  c('London, weekend of the autumn change', 'london', 'frt 1h', ['10-23 17:00+01:00 opened'], '10-24 12:00+01:00', { is: 'active', used: '30m', due: '10-26 09:30' }),
  // 01:00-04:00 without 02:00-03:00
  c('Berlin, spring night', 'berlin', 'rt 3h', ['03-29 00:00 opened'], '03-29 12:00+02:00', { is: 'active', used: '2h', due: '03-30 02:00+02:00' }),
  c('Berlin, autumn night', 'berlin', 'rt 4h', ['10-25 00:00+02:00 opened'], '10-25 02:00', { is: 'active', used: '2h', due: '10-25 04:00' }),
  // back 30 min at 02:00 on 5 April: 3 h 30 that night
  c('Lord Howe goes back half an hour', 'lordHowe', 'rt 3h', ['04-05 00:00+11:00 opened'], '04-05 01:30', { is: 'active', used: '1h', due: '04-05 03:30' }),
  // forward 30 min at 02:00 on 4 October: 2 h 30; 30 min the next night
  c('Lord Howe goes forward half an hour', 'lordHowe', 'rt 3h', ['10-04 00:00 opened'], '10-04 12:00+11:00', { is: 'active', used: '2h30m', due: '10-05 01:30+11:00' }),
  c('Sydney, autumn comes in April', 'sydney', 'frt 2h', ['04-03 15:00+11:00 opened'], '04-04 12:00+11:00', { is: 'active', used: '1h', due: '04-06 09:00' }),
  c('Sydney, spring comes in October', 'sydney', 'frt 2h', ['10-02 15:00 opened'], '10-03 12:00', { is: 'active', used: '1h', due: '10-05 09:00+11:00' }),
  c('Kolkata, Saturday evening to Monday', 'kolkata', 'frt 1h', ['02-07 18:30 opened'], '02-08 12:00', { is: 'active', used: '30m', due: '02-09 10:30' }),
  c('Kolkata, written in UTC', 'kolkata', 'frt 1h', ['02-02 04:30+00:00 opened'], '02-02 05:00+00:00', { is: 'active', used: '30m', due: '02-02 05:30+00:00' }),
  c('Kathmandu is a quarter of an hour off', 'kathmandu', 'frt 1h', ['02-02 04:15+00:00 opened'], '02-02 04:45+00:00', { is: 'active', used: '30m', due: '02-02 05:15+00:00' }),
  // 22-24, then the clock says 01:00: 3 h; 1 h the next night
  c('Havana skips the hour after midnight', 'havana', 'rt 4h', ['03-07 22:00 opened'], '03-08 12:00-04:00', { is: 'active', used: '3h', due: '03-08 23:00-04:00' }),
  // 22-24, 00-01 twice, 01-02
  c('Havana repeats the hour after midnight', 'havana', 'rt 5h', ['10-31 22:00-04:00 opened'], '11-01 00:00', { is: 'active', used: '3h', due: '11-01 02:00' }),
  // 29 December 2011 was followed by 31 December
  c('Apia lost a Friday', 'apia', 'frt 2h', ['2011-12-29 16:00-10:00 opened'], '2011-12-31 12:00+14:00', { is: 'active', used: '1h', due: '2012-01-02 10:00+14:00' }),
];
