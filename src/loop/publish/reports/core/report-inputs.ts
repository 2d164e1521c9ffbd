// The sums a report is made of, as the store gives them; everything after this is arithmetic.
import type { ReportFix, ReportProblem } from './report-figures.contract.ts';
import type { ReportPeriod } from './report-period.ts';

/** now: the report's period · before: the one it is compared with. */
export type Era = 'now' | 'before';

export interface VoiceSum {
  era: Era;
  channel: string;
  sentiment: string;
  class: string;
  voices: number;
  rated: number;
  lowRated: number;
}

/** How many different people stand behind a number; a voice nobody can be found for is one. */
export interface PeopleSum {
  era: Era;
  kind: 'all' | 'channel' | 'sentiment' | 'urgent' | 'rated' | 'low_rated' | 'theme';
  item: string;
  people: number;
}

/** `count` of `of`. */
export interface Part {
  count: number;
  of: number;
}

export interface CaseSums {
  opened: number;
  /** Resolutions; a case opened again and resolved again counts twice. */
  resolved: number;
  /** Of the resolutions: found to have helped, by now. */
  verified: number;
  /** Of the resolutions: found not to have helped, and opened again. */
  disputed: number;
  /** Not resolved at the end of the period. */
  open: number;
}

/** Times in minutes, over `n` cases. */
export interface TimeSums {
  n: number;
  median: number | null;
  p90: number | null;
}

export interface ReportInputs {
  period: ReportPeriod;
  timeZone: string;
  voices: VoiceSum[];
  themes: { era: Era; key: string; voices: number }[];
  people: PeopleSum[];
  themeNames: Record<string, { zh: string; en: string }>;
  cases: Record<Era, CaseSums>;
  firstReply: Record<Era, TimeSums>;
  resolution: Record<Era, TimeSums>;
  firstReplyInTime: Record<Era, Part>;
  resolutionInTime: Record<Era, Part>;
  /** Satisfied of answered, and answered of asked. */
  csat: Record<Era, Part>;
  response: Record<Era, Part>;
  repeat: Record<Era, Part>;
  promises: Record<Era, Part>;
  fixes: ReportFix[];
  openProblems: ReportProblem[];
}
