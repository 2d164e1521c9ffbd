// Decides what a public report must leave out, so that no number of fewer than five people can be read or worked out.
import { type Delicate, disclosedBy, follows, LEAST_PEOPLE, type PublishedSum } from './disclosure.ts';
import type { ReportFigure, ReportFigures } from './report-figures.contract.ts';
import type { ReportPeriod } from './report-period.ts';
import { beforeOf, type CountedFigure, nowOf, type Table, tablesOf } from './tables-of.ts';

/** What is already out: figures of published versions, also of superseded ones, for they stay readable. */
export type EarlierReport = ReportPeriod & { figures: readonly CountedFigure[] };

/** A median stands for its cases when at least five lie on each side of it, a 90th percentile likewise. */
const LEAST_FOR_MEDIAN = LEAST_PEOPLE * 2;
const LEAST_FOR_P90 = LEAST_PEOPLE * 10;

/**
 * Marks figures as hidden, and forgets values of the period before where only those would tell.
 * First each small cell goes, then whatever would let it be found again by subtraction: within a table, against the period
 * before, and against every report published earlier.
 */
export function redact(report: ReportFigures, earlier: readonly EarlierReport[]): ReportFigures {
  const hidden = new Set<string>();
  const own = tablesOf(report, false);
  const others = earlier.flatMap((one) => tablesOf(one, true));
  for (const table of own)
    hideIn(
      table,
      others.filter((other) => other.id === table.id),
      hidden,
    );
  const isHidden = (key: string) => hidden.has(nowOf(key));
  const sentiments = report.figures.filter((one) => one.metric === 'sentimentShare');
  const netGone = sentiments.some((one) => isHidden(one.key));
  const netBeforeGone = sentiments.some((one) => hidden.has(beforeOf(one.key)));
  return {
    ...report,
    figures: report.figures.map((figure) => {
      if (figure.metric === 'themeChange') {
        const share = `themeShare:${figure.item}`;
        return { ...figure, hidden: isHidden(share) || hidden.has(beforeOf(share)) };
      }
      if (figure.metric === 'netSentiment') {
        return { ...figure, hidden: netGone, ...(netBeforeGone ? { previous: null } : {}) };
      }
      if (figure.form === 'minutes') return redactTime(figure);
      return {
        ...figure,
        hidden: isHidden(figure.key),
        ...(hidden.has(beforeOf(figure.key)) ? { previous: null, previousCount: null, previousOf: null } : {}),
      };
    }),
    openProblems: report.openProblems.map((one) => ({
      ...one,
      cases: one.cases !== null && one.cases >= LEAST_PEOPLE ? one.cases : null,
    })),
  };
}

function redactTime(figure: ReportFigure): ReportFigure {
  const least = figure.metric.endsWith('P90') ? LEAST_FOR_P90 : LEAST_FOR_MEDIAN;
  const before = (figure.previousOf ?? 0) < least ? { previous: null, previousOf: null } : {};
  return { ...figure, hidden: figure.value !== null && (figure.of ?? 0) < least, ...before };
}

/** Hides sums of one table, fewest and smallest first, until nothing small follows from what is left. */
function hideIn(table: Table, others: readonly Table[], hidden: Set<string>): void {
  const out = others.flatMap((other) => other.sums);
  const left = () => table.sums.filter((sum) => !hidden.has(sum.id!));
  // What earlier reports give away already cannot be taken back by hiding more here.
  const lost = disclosedBy(out, table.delicate).map(nameOf);
  for (;;) {
    const sums = left();
    const told = disclosedBy([...out, ...sums], table.delicate).find((one) => !lost.includes(nameOf(one)));
    if (!told) return;
    hidden.add(pickToHide(sums, out, told));
  }
}

function pickToHide(sums: readonly PublishedSum[], out: readonly PublishedSum[], told: Delicate): string {
  const ids = [...new Set(sums.map((sum) => sum.id!))];
  const weight = (id: string) => {
    const mine = sums.filter((sum) => sum.id === id);
    const isOnlyTotal = mine.every((sum) => sum.isTotal) ? 1e12 : 0;
    return isOnlyTotal + Math.min(...mine.map((sum) => sum.value));
  };
  const ranked = ids
    .map((id) => ({ id, weight: weight(id) }))
    .sort((a, b) => a.weight - b.weight || (a.id < b.id ? -1 : 1));
  const enough = ranked.find(({ id }) => !follows([...out, ...sums.filter((sum) => sum.id !== id)], told));
  return (enough ?? ranked[0]!).id;
}

function nameOf(told: Delicate): string {
  return `${[...told.cells].sort().join(',')} ${told.spans.map((span) => `${span.from}-${span.to}`).join(' ')}`;
}
