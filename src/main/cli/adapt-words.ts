// What `huiyin adapt` says at its end: what was used of what was given, what was learned, and whether anything shows that it helps.
import type { LearnReport } from '../../text/adapt/adapt.contract.ts';
import { TEXT_LIMIT } from '../../text/adapt/learn-shop.ts';

/** What `report.json` holds. */
export interface AdaptSummary extends LearnReport {
  engine: string;
  /** Corrections on a text that an earlier one was on, and how many of them decide otherwise: the later one holds. */
  repeated: number;
  contradicted: number;
  /** Unlabelled texts that could be read; `unlabelled` is how many of them were used. */
  unlabelledGiven: number;
  entries: number;
  doubtBar: number | null;
  shift: number;
  skipped: number;
  seconds: number;
}

/** The summary as lines for a person. @param fewer why not all unlabelled texts were used, from {@link whyFewer} */
export function adaptWords(summary: AdaptSummary, fewer: string): string[] {
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
  const lines = [
    `${summary.lessons} corrections and ${summary.unlabelled} unlabelled texts in ${summary.seconds} s, ${summary.skipped} lines skipped`,
  ];
  if (summary.repeated > 0) {
    lines.push(
      `${summary.repeated} corrections are on a text corrected before, ${summary.contradicted} of them decide otherwise; the later one holds`,
    );
  }
  if (fewer !== '') lines.push(`${summary.unlabelled} of ${summary.unlabelledGiven} unlabelled texts used: ${fewer}`);
  lines.push(
    summary.isSelfTrained ? "learned from the shop's unlabelled texts" : 'learned nothing from unlabelled texts',
  );
  if (summary.shadow !== null) {
    const { lessons, neutral, base, shop } = summary.shadow;
    lines.push(
      `right on the newest ${lessons} corrections (${neutral} neutral), unseen: ${percent(base)} before, ${percent(shop)} now`,
    );
  }
  if (summary.changedShare !== null) lines.push(`${percent(summary.changedShare)} of the texts come out otherwise`);
  if (!summary.isLearned) lines.push('nothing better than the base was found; the base stays in force');
  else if (summary.isBetter === null) {
    lines.push('whether it is better was not measured: that takes ten corrections for or against');
  }
  return lines;
}

/** Why fewer unlabelled texts were used than given, in words; nothing where all were. */
export function whyFewer(texts: readonly string[], used: number): string {
  const distinct = new Set(texts).size;
  const taken = Math.min(distinct, TEXT_LIMIT);
  const reasons = [
    texts.length > distinct ? `${texts.length - distinct} repeat another` : '',
    distinct > taken ? `of ${distinct} different ones ${taken} are taken, evenly from all` : '',
    taken > used ? `${taken - used} were corrected or hold no words` : '',
  ];
  return reasons.filter((reason) => reason !== '').join('; ');
}
