// Chooses which lines of a fast room are shown: a person reads a few a second, so those that ask, complain or come from the shop go first.
import type { RoomLine } from '../../analysis/core/analysis.contract.ts';

export const LINE_FILTERS = ['all', 'questions', 'trouble', 'buying'] as const;
export type LineFilter = (typeof LINE_FILTERS)[number];

/** New rows a patch (a quarter of a second) may bring; faster than that nobody reads. */
export const PACE = 5;
/** Rows kept to read back. */
export const KEPT = 120;

export interface ChosenLines {
  /** Newest first. */
  rows: readonly RoomLine[];
  /** Lines so far that were read by the analysis but not shown here. */
  skipped: number;
}

export const NO_LINES: ChosenLines = { rows: [], skipped: 0 };

/** Does a line belong to what the operator wants to see? */
export function isWanted(line: RoomLine, filter: LineFilter): boolean {
  if (filter === 'questions') return line.isQuestion || line.class.startsWith('ask.');
  if (filter === 'trouble') return line.class.startsWith('complain.') || line.class.startsWith('risk.');
  if (filter === 'buying') return line.class.startsWith('buy.') || line.class === 'claim.code';
  return true;
}

function scoreOf(line: RoomLine): number {
  let score = Math.log2(line.count) * 4;
  if (line.role === 'host' || line.role === 'mod' || line.role === 'staff') score += 100;
  if (line.class.startsWith('risk.')) score += 50;
  else if (line.class.startsWith('complain.')) score += 20;
  else if (line.isQuestion) score += 8;
  else if (line.class.startsWith('buy.') || line.class === 'claim.code') score += 6;
  if (line.class === 'noise' || line.class === 'greeting') score -= 4;
  return score * line.weight;
}

/**
 * The next rows: shown ones keep their place and take their newest values, the best of the new ones come on top.
 * @param seen ids of lines looked at before; renewed in place, holds only lines that still are in the state
 * @param pace new rows at most
 */
export function chooseLines(
  shown: ChosenLines,
  lines: readonly RoomLine[],
  seen: Set<string>,
  filter: LineFilter,
  pace = PACE,
): ChosenLines {
  const byId = new Map<string, RoomLine>();
  const fresh: RoomLine[] = [];
  for (const line of lines) {
    byId.set(line.lineId, line);
    if (!seen.has(line.lineId) && isWanted(line, filter)) fresh.push(line);
  }
  for (const id of seen) if (!byId.has(id)) seen.delete(id);
  for (const line of fresh) seen.add(line.lineId);
  let changed = false;
  const kept = shown.rows.map((row) => {
    const newer = byId.get(row.lineId) ?? row;
    if (newer !== row) changed = true;
    return newer;
  });
  if (fresh.length === 0) return changed ? { rows: kept, skipped: shown.skipped } : shown;
  const best =
    fresh.length > pace
      ? fresh
          .map((line) => ({ line, score: scoreOf(line) }))
          .sort((one, other) => other.score - one.score)
          .slice(0, pace)
          .map((one) => one.line)
      : fresh;
  best.sort((one, other) => (one.lineId < other.lineId ? 1 : -1));
  return { rows: [...best, ...kept].slice(0, KEPT), skipped: shown.skipped + fresh.length - best.length };
}
