// Small made-up sums for tests of reports.
import type { Era, PeopleSum, ReportInputs, VoiceSum } from './report-inputs.ts';
import { comparedPeriod } from './report-period.ts';

/** Voices as `[channel, sentiment, now, before]`; each voice is a person of its own. */
export function inputsOf(
  voices: readonly (readonly [string, string, number, number])[],
  more: Partial<ReportInputs> & {
    from?: string;
    to?: string;
    themeCounts?: Record<string, readonly [number, number]>;
  } = {},
): ReportInputs {
  const { from = '2026-02-01', to = '2026-02-28', themeCounts = {}, ...rest } = more;
  const eras: Era[] = ['now', 'before'];
  const sums: VoiceSum[] = voices.flatMap(([channel, sentiment, now, before]) =>
    eras.map((era) => ({
      era,
      channel,
      sentiment,
      class: sentiment,
      voices: era === 'now' ? now : before,
      rated: 0,
      lowRated: 0,
    })),
  );
  const people: PeopleSum[] = eras.flatMap((era) => {
    const of = (pick: (row: VoiceSum) => boolean) =>
      sums.filter((row) => row.era === era && pick(row)).reduce((sum, row) => sum + row.voices, 0);
    return [
      { era, kind: 'all' as const, item: '', people: of(() => true) },
      ...[...new Set(sums.map((row) => row.channel))].map((item) => ({
        era,
        kind: 'channel' as const,
        item,
        people: of((row) => row.channel === item),
      })),
      ...[...new Set(sums.map((row) => row.sentiment))].map((item) => ({
        era,
        kind: 'sentiment' as const,
        item,
        people: of((row) => row.sentiment === item),
      })),
      ...Object.entries(themeCounts).map(([item, counts]) => ({
        era,
        kind: 'theme' as const,
        item,
        people: counts[era === 'now' ? 0 : 1]!,
      })),
    ];
  });
  const cases = { opened: 0, resolved: 0, verified: 0, disputed: 0, open: 0 };
  const time = { n: 0, median: null, p90: null };
  const part = { count: 0, of: 0 };
  return {
    period: comparedPeriod(from, to)!,
    timeZone: 'Asia/Shanghai',
    voices: sums,
    themes: Object.entries(themeCounts).flatMap(([key, [now, before]]) => [
      { era: 'now' as const, key, voices: now },
      { era: 'before' as const, key, voices: before },
    ]),
    people,
    themeNames: {},
    cases: { now: cases, before: cases },
    firstReply: { now: time, before: time },
    resolution: { now: time, before: time },
    firstReplyInTime: { now: part, before: part },
    resolutionInTime: { now: part, before: part },
    csat: { now: part, before: part },
    response: { now: part, before: part },
    repeat: { now: part, before: part },
    promises: { now: part, before: part },
    fixes: [],
    openProblems: [],
    ...rest,
  };
}
