// What the detector of emerging problems takes and gives.

/** Daily counts of one cell, for example negative feedback on the packaging of one product. */
export interface EmergingSeries {
  /** The cell's name; given back untouched. */
  key: string;
  /** One count a day, oldest first, the newest COMPLETE day last; days without feedback are zeros. */
  counts: ArrayLike<number>;
  /** What the counts are a part of, per day (all feedback of the shop or product); absent: every day alike but for the week's rhythm. */
  exposure?: ArrayLike<number>;
}

export interface EmergingOptions {
  /** How many false alarms one cell may start in a year; 0.1 unless told. Between 0.001 and 2. */
  falseAlarmsPerCellYear?: number;
  /** Share of false ones among the cells shown on a day (Benjamini-Hochberg); 0.1 unless told. */
  falseDiscoveryRate?: number;
  /** How many days before the window are the usual; 84 unless told. */
  baselineDays?: number;
  /** Smaller rises are not worth a person's time, however certain; 1.5 unless told. */
  leastRise?: number;
  /** Fewer feedback in the window are never a problem; 3 unless told. */
  leastCount?: number;
}

export interface EmergingFinding {
  key: string;
  /** Whether both the stated rate of false alarms and the share of false discoveries allow to call it. */
  isEmerging: boolean;
  /** The last so many days (1, 3, 7, 14 or 28) stand out most. */
  windowDays: number;
  /** Feedback in those days, and how many were usual. */
  observed: number;
  expected: number;
  /** observed / expected; Infinity where nothing was usual. */
  rise: number;
  /** Chance of so high a count in any of the windows on a usual day. */
  p: number;
  /** How many false alarms a year this cell would start if alarms were called at this p. */
  falseAlarmsPerYear: number;
  /** Variance over mean that was reckoned with; 1 is pure chance. */
  dispersion: number;
}
