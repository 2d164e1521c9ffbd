// Counts everything a report says, with what is already public held against it.
import { performance } from 'node:perf_hooks';
import type { Tx } from '../../../../platform/database/database.ts';
import { timeZoneOf } from '../../../understand/overview/server/door.ts';
import { taxonomyOf } from '../../../understand/themes/server/door.ts';
import { figuresOf } from '../core/figures-of.ts';
import { redact } from '../core/redact.ts';
import type { ReportFigures } from '../core/report-figures.contract.ts';
import type { ReportInputs } from '../core/report-inputs.ts';
import type { ReportPeriod } from '../core/report-period.ts';
import { readFixes, readOpenProblems } from './fix-lines.reads.ts';
import { readPublished } from './report.store.ts';
import { readPeople, readThemes, readVoices } from './voice-sums.reads.ts';
import * as work from './work-sums.reads.ts';

/** The sums of a period and of the one before it. */
export async function readInputs(tx: Tx, period: ReportPeriod): Promise<ReportInputs> {
  const zone = await timeZoneOf(tx);
  const both = async <T>(read: (days: work.Days) => Promise<T>) => {
    const [now, before] = await Promise.all([read(work.daysOf(period, 'now')), read(work.daysOf(period, 'before'))]);
    return { now, before };
  };
  const [
    voices,
    themes,
    people,
    taxonomy,
    cases,
    firstReply,
    resolution,
    inTime,
    ratings,
    repeat,
    promises,
    fixes,
    open,
  ] = await Promise.all([
    readVoices(tx, period),
    readThemes(tx, period),
    readPeople(tx, period),
    taxonomyOf(tx),
    both((days) => work.readCases(tx, days, zone)),
    both((days) => work.readFirstReply(tx, days, zone)),
    both((days) => work.readResolution(tx, days, zone)),
    both((days) => work.readInTime(tx, days, zone)),
    both((days) => work.readRatings(tx, days)),
    both((days) => work.readRepeats(tx, days)),
    both((days) => work.readPromises(tx, days, zone)),
    readFixes(tx, period, zone),
    readOpenProblems(tx, period, zone),
  ]);
  const named = new Set(themes.map((row) => row.key));
  return {
    period,
    timeZone: zone,
    voices,
    themes,
    people,
    themeNames: Object.fromEntries(
      taxonomy.filter((theme) => named.has(theme.key)).map(({ key, zh, en }) => [key, { zh, en }]),
    ),
    cases,
    firstReply,
    resolution,
    firstReplyInTime: { now: inTime.now.frt, before: inTime.before.frt },
    resolutionInTime: { now: inTime.now.rt, before: inTime.before.rt },
    csat: { now: ratings.now.csat, before: ratings.before.csat },
    response: { now: ratings.now.response, before: ratings.before.response },
    repeat,
    promises,
    fixes,
    openProblems: open,
  };
}

/**
 * Figures of a period, those that must not be public marked.
 * @param reportId the report's own earlier versions are held against it as well
 * @returns figures and how long it took, in milliseconds
 */
export async function computeReport(tx: Tx, period: ReportPeriod): Promise<{ figures: ReportFigures; ms: number }> {
  const started = performance.now();
  const figures = await redactNow(tx, figuresOf(await readInputs(tx, period)));
  return { figures, ms: Math.round(performance.now() - started) };
}

/** Decides anew what must stay hidden, for more may have been published since the figures were counted. */
export async function redactNow(tx: Tx, figures: ReportFigures): Promise<ReportFigures> {
  return redact(figures, await readPublished(tx));
}
