// What the host reads of a red alarm: the first words of a long product name, so that the type stays huge.
import { describe, expect, it } from 'vitest';
import { type PromptInput, type PromptWords, promptView } from './prompt-view.ts';

const words: PromptWords = {
  alarm: (alert, product) => (product ? `${product}：${alert.class}` : String(alert.class)),
  sayAlarm: () => null,
  money: () => '',
  shelf: () => '',
  said: (text) => text,
};

/** A running show with one red alarm about the product of this name. */
function shown(title: string | null) {
  const alert = {
    state: 'open',
    level: 'red',
    kind: 'risk',
    class: 'risk.safety',
    productId: 'p',
    raisedAt: 1,
    people: 4,
  };
  const input = {
    title: '晚场',
    isSimulated: false,
    board: { queue: [], note: null, countdown: null },
    shelf: title === null ? [] : [{ productId: 'p', title }],
    state: { startedAt: 0, endedAt: null, now: 1000, alerts: [alert], groups: [], onAir: null },
  };
  return promptView(input as never as PromptInput, words).line?.text;
}

describe('an alarm on the prompter', () => {
  it('is told with a short name as it is', () => {
    expect(shown('云朵羽绒被')).toBe('云朵羽绒被：risk.safety');
    expect(shown('Winter goose down duvet')).toBe('Winter goose down duvet：risk.safety');
  });

  it('cuts a long name, Latin letters counting half', () => {
    expect(shown('【2026冬季新款】云朵家居抗菌白鹅绒加厚双人羽绒被')).toBe(
      '【2026冬季新款】云朵家居抗菌白鹅…：risk.safety',
    );
    expect(shown('Extra-warm hotel-grade white goose down duvet')).toBe(
      'Extra-warm hotel-grade white goo…：risk.safety',
    );
  });

  it('is told without a name where it is about the whole room', () => {
    expect(shown(null)).toBe('risk.safety');
  });
});
