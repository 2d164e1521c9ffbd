// The trained heads of one model by who asks them: single clauses, alarms, or every text.
import { splitHeads } from './clause-heads.ts';
import type { HeadStore } from './head-table.ts';
import type { TextModel } from './model.ts';

export interface ModelParts {
  /** Heads of single clauses, `aspect.*`. */
  clauses: HeadStore;
  /** Heads that name the reason of an alarm, `alarm.*`. */
  alarms: HeadStore;
  /** The model with all other heads, which every text is scored by. */
  rest: TextModel;
}

/** The parts of a model; made once a model. */
export function modelParts(model: TextModel): ModelParts {
  const clauses = splitHeads(model, 'aspect.');
  const alarms = splitHeads(clauses.rest, ALARM_PREFIX);
  return { clauses: clauses.mine, alarms: alarms.mine, rest: alarms.rest };
}

/** What the name of a head begins with that speaks for one reason of an alarm. */
export const ALARM_PREFIX = 'alarm.';
