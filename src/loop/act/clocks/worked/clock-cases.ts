// All worked clock cases in one list; every expectation was reckoned by hand, none by the engine.
import type { WorkedCase } from './case-language.ts';
import { HOLIDAY_CASES } from './holidays.cases.ts';
import { HOURS_CASES } from './hours.cases.ts';
import { PAUSE_CASES } from './pauses.cases.ts';
import { REPLY_CASES } from './replies.cases.ts';
import { ROUND_CASES } from './rounds.cases.ts';
import { ZONE_CASES } from './zones.cases.ts';

export const CLOCK_CASES: WorkedCase[] = [
  ...HOURS_CASES,
  ...HOLIDAY_CASES,
  ...PAUSE_CASES,
  ...REPLY_CASES,
  ...ROUND_CASES,
  ...ZONE_CASES,
];
