// What a later room may add when a resolution is told: this room is earlier, so the room is handed in when the product is put together.
import type { Env } from '../../../../ground/env.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import type { Language } from '../../../../platform/i18n/translate.ts';
import type { Html } from '../../../../platform/pages/html.ts';
import type { Reporter } from './reporters.ts';

/** How the words about to be sent will reach the reporter. */
export interface ClosingWay {
  way: 'email' | 'task' | 'page';
  channel: string;
  language: Language;
  /** False where everybody reads along: no secret address may stand in the words. */
  mayCarryLink: boolean;
}

/** The reporters told together in one transaction. */
export interface AftercareRound {
  /** Lines under the words for this reporter, in his language; null when there is nothing to ask him now or no way to. */
  closing(reporter: Reporter, way: ClosingWay): string | null;
  /** Saves what was asked and tells it; called once, after the last reporter. */
  save(): Promise<void>;
}

export interface Aftercare {
  /** @param about.origin address at which the reporters reach the product */
  open(
    tx: Tx,
    env: Env,
    about: { caseId: string; resolution: number; reporters: readonly Reporter[]; origin: string },
  ): Promise<AftercareRound>;
  /** What is asked of a reporter on his status page once his case is resolved; null when nothing is. */
  onPage(tx: Tx, about: { caseId: string; reporter: string; language: Language; now: Date }): Promise<Html | null>;
}
