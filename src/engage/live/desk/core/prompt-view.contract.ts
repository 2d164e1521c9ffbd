// What the host's prompter is told: one thing to say now, what comes next, and the time; no names, nothing to press.
export interface PromptLine {
  kind: 'question' | 'alarm' | 'note';
  /** The question, the alarm's matter or the operator's note, as it is to be read. */
  text: string;
  /** What to say to it: approved by an operator, or a fact of the product; null where nothing fits. */
  say: { text: string; isApproved: boolean } | null;
  askers: number | null;
  /** When it was first said, event time in ms. */
  since: number | null;
}

export interface PromptView {
  /** Null before the show and after it. */
  show: { title: string; startedAt: number; isSimulated: boolean } | null;
  /** Event time of the newest event, ms. */
  now: number;
  line: PromptLine | null;
  next: PromptLine[];
  onAir: { title: string; index: number | null; price: string | null; since: number; until: number | null } | null;
}
