import { describe, expect, it } from 'vitest';
import { analyser, at, say } from '../server/analyser.fixture.ts';

const AIR = at(1, { type: 'product.pin', productId: 'p1', action: 'explain.start' } as never);

/** A room that has been quiet for a while, with a scarf on air. */
function room() {
  const one = analyser();
  one.take(AIR);
  for (let second = 10; second < 200; second += 5) one.take(say(second, `q${second}`, '好看'));
  return one;
}

describe('what a comment means in its room', () => {
  it('counts a bare code only when somebody asked for it', () => {
    const one = room();
    one.take(say(201, 1, '1'));
    expect(one.verdict()?.class).toBe('noise');
    one.take(say(202, 'host', '想要的扣1', { user: { role: 'host' } }));
    one.take(say(204, 2, '1'));
    expect(one.verdict()?.class).toBe('claim.code');
  });

  it('keeps a claim that names goods, asked for or not', () => {
    const one = room();
    one.take(say(201, 1, '3号来2件'));
    expect(one.verdict()?.class).toBe('claim.code');
  });

  it('reads a price far below that of the goods as a wrong one', () => {
    const one = room();
    one.take(say(201, 1, '1号链接才0.9块赶紧拍'));
    expect(one.verdict()).toMatchObject({ class: 'risk.price_error', productId: 'p1' });
    one.take(say(202, 2, '1号链接才88块赶紧拍'));
    expect(one.verdict()?.class).not.toBe('risk.price_error');
  });

  it('hears a slip of the finger when others just said the same', () => {
    const one = room();
    one.take(say(201, 1, 'still no refund and no reply'));
    expect(one.verdict()?.class).toBe('complain.service');
    one.take(say(203, 2, 'still no refudn and no repyl'));
    expect(one.verdict()?.class).toBe('complain.service');
  });

  it('raises nothing on hints alone, and counts them beside people who name the fault', () => {
    const alarms = (lines: string[]) => {
      const one = room();
      for (const [turn, text] of lines.entries()) one.take(say(210 + turn, `c${turn}`, text));
      return one.state().alerts.filter((alert) => alert.class === 'complain.service').length;
    };
    const hints = [
      '打你们电话永远占线',
      '打你电话总是占线呢',
      '电话永远占线打不了',
      '电话一直占线',
      '打电话永远是占线',
      '老是占线',
    ];
    const named = ['客服不理人', '客服一直不回', '客服没人回', '客服装死不回我'];
    expect(alarms(hints)).toBe(0);
    expect(alarms(named)).toBe(0);
    expect(alarms([...named, hints[0]!])).toBe(1);
  });

  it('groups the same question of two languages apart', () => {
    const one = room();
    const groupOf = (person: number, text: string) => {
      one.take(say(210 + person, person, text));
      return one.verdict()!.groupId;
    };
    const zh = groupOf(1, '1号链接多少钱');
    const en = groupOf(2, '#1 how much is it');
    expect(zh).not.toBeNull();
    expect(en).not.toBe(zh);
    expect(groupOf(3, '#1 how much')).toBe(en);
  });
});
