import { describe, expect, it } from 'vitest';
import { chooseIntents, type IntentDecision } from './choose-intents.ts';
import {
  INTENT_HEADS,
  INTENT_KINDS,
  INTENT_NUMBERS,
  kindOf,
  MARK_AT,
  REPROACH_AT,
  STRONG_WISH_AT,
} from './intent-evidence.ts';
import { INTENTS, type Intent } from './judge.contract.ts';

/** Decisions that give each intent the given lead over its bar, whatever the text. */
function leads(given: Partial<Record<Intent, number>>): IntentDecision[] {
  return INTENTS.map((intent) => ({ blend: [given[intent] ?? -1], threshold: 0 }));
}

const numbers = (at?: number) => {
  const row = new Float64Array(INTENT_NUMBERS);
  row[0] = 1;
  if (at !== undefined) row[at] = 1;
  return row;
};

describe('the chosen intents', () => {
  it('are none when no bar is passed', () => expect(chooseIntents(leads({}), numbers())).toEqual([]));

  it('put the surest first and never exceed two', () => {
    expect(chooseIntents(leads({ ask: 0.2, buy: 0.9, praise: 0.5 }), numbers())).toEqual(['buy', 'praise']);
  });

  it('put the complaint first where the question is a reproach', () => {
    const both = leads({ ask: 0.9, complain: 0.2 });
    expect(chooseIntents(both, numbers())).toEqual(['ask', 'complain']);
    expect(chooseIntents(both, numbers(REPROACH_AT))).toEqual(['complain', 'ask']);
  });

  it('put the wish first where it is put plainly, and not asked', () => {
    const both = leads({ ask: 0.9, suggest: 0.2 });
    expect(chooseIntents(both, numbers())).toEqual(['ask', 'suggest']);
    expect(chooseIntents(both, numbers(STRONG_WISH_AT))).toEqual(['suggest', 'ask']);
    const asked = numbers(STRONG_WISH_AT);
    asked[MARK_AT] = 1;
    expect(chooseIntents(both, asked)).toEqual(['ask', 'suggest']);
  });

  it('are weighed by the kind of voice', () => {
    const blend = new Array<number>(INTENT_KINDS * INTENT_NUMBERS).fill(0);
    const decisions = INTENTS.map((intent) => {
      if (intent !== 'suggest') return { blend: [-1], threshold: 0 };
      const mine = [...blend];
      mine[0] = 1;
      for (let kind = 1; kind < INTENT_KINDS; kind += 1) mine[kind * INTENT_NUMBERS] = -1;
      return { blend: mine, threshold: 0 };
    });
    const room = numbers(1 + INTENT_HEADS.indexOf('live'));
    expect([kindOf(room), kindOf(numbers(1 + INTENT_HEADS.indexOf('service'))), kindOf(numbers())]).toEqual([0, 1, 2]);
    expect(chooseIntents(decisions, room)).toEqual(['suggest']);
    expect(chooseIntents(decisions, numbers())).toEqual([]);
  });
});
