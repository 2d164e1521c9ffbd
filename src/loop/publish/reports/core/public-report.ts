// What everybody may read of a report: redacted figures and the words people wrote; nothing of the house's own.
import { z } from 'zod';
import {
  type ReportFigures,
  reportFigure,
  reportFigures,
  reportFix,
  reportProblem,
} from './report-figures.contract.ts';
import { type PublicLine, type ReportTexts, reportTexts } from './report-texts.contract.ts';

const line = z.object({ 'zh-CN': z.string(), en: z.string() });

export const publicReport = z.object({
  ...reportFigures.omit({ figures: true, fixes: true, openProblems: true }).shape,
  figures: z.array(reportFigure.omit({ people: true, previousPeople: true, rows: true })),
  fixes: z.array(
    reportFix.pick({ doneOn: true, verdict: true, change: true, low: true, high: true }).extend({ title: line }),
  ),
  openProblems: z.array(reportProblem.pick({ since: true, cases: true }).extend({ title: line })),
  /** Fixes and problems of the period that are not described in public. */
  untoldFixes: z.number().int(),
  untoldProblems: z.number().int(),
  texts: reportTexts.pick({ title: true, sections: true }),
});
export type PublicReport = z.output<typeof publicReport>;
export type PublicFigure = PublicReport['figures'][number];

/** @param report after `redact`; what is hidden loses its values here for good */
export function publicReportOf(report: ReportFigures, texts: ReportTexts): PublicReport {
  const { fixes, openProblems, figures, ...head } = report;
  const toldFixes = fixes.filter((fix) => isTold(texts.fixes[fix.actionId]));
  const toldProblems = openProblems.filter((one) => isTold(texts.problems[one.problemId]));
  return {
    ...head,
    // A theme too seldom named to be counted is not named either.
    figures: figures
      .filter((figure) => !(figure.hidden && figure.metric.startsWith('theme')))
      .map(({ people: _people, previousPeople: _before, rows: _rows, ...figure }) =>
        figure.hidden
          ? {
              ...figure,
              value: null,
              low: null,
              high: null,
              count: null,
              of: null,
              previous: null,
              previousCount: null,
              previousOf: null,
              direction: null,
            }
          : figure,
      ),
    themes: Object.fromEntries(
      figures
        .filter((figure) => figure.metric === 'themeShare' && !figure.hidden && figure.item !== null)
        .map((figure) => [figure.item!, head.themes[figure.item!] ?? { zh: figure.item!, en: figure.item! }]),
    ),
    fixes: toldFixes.map(({ actionId, doneOn, verdict, change, low, high }) => ({
      doneOn,
      verdict,
      change,
      low,
      high,
      title: titleOf(texts.fixes[actionId]!),
    })),
    openProblems: toldProblems.map(({ problemId, since, cases }) => ({
      since,
      cases,
      title: titleOf(texts.problems[problemId]!),
    })),
    untoldFixes: fixes.length - toldFixes.length,
    untoldProblems: openProblems.length - toldProblems.length,
    texts: { title: texts.title, sections: texts.sections },
  };
}

/** A line stands in public when somebody said so and wrote it in at least one language. */
function isTold(told: PublicLine | undefined): told is PublicLine {
  return told?.shown === true && (told['zh-CN'] !== '' || told.en !== '');
}

function titleOf(told: PublicLine): { 'zh-CN': string; en: string } {
  return { 'zh-CN': told['zh-CN'] || told.en, en: told.en || told['zh-CN'] };
}
