// Keeps the words about fixes and problems in step with the figures: what is new begins with the house's own title.
import type { ReportFigures } from './report-figures.contract.ts';
import type { PublicLine, ReportTexts } from './report-texts.contract.ts';

/** Lines of things that are no longer in the figures go; lines somebody has written stay as they are. */
export function textsFor(figures: Pick<ReportFigures, 'fixes' | 'openProblems'>, texts: ReportTexts): ReportTexts {
  const line = (title: string): PublicLine => ({ 'zh-CN': title.slice(0, 300), en: title.slice(0, 300), shown: true });
  return {
    ...texts,
    fixes: Object.fromEntries(figures.fixes.map((fix) => [fix.actionId, texts.fixes[fix.actionId] ?? line(fix.title)])),
    problems: Object.fromEntries(
      figures.openProblems.map((one) => [one.problemId, texts.problems[one.problemId] ?? line(one.title)]),
    ),
  };
}
