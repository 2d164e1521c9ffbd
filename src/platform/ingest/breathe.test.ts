import { describe, expect, it } from 'vitest';
import { createBreath } from './breathe.ts';

describe('a long computation', () => {
  it('lets others in before it is done', async () => {
    const order: string[] = [];
    setImmediate(() => order.push('somebody else'));
    const breathe = createBreath(1);
    const until = performance.now() + 40;
    while (performance.now() < until) {
      const pause = breathe();
      if (pause) await pause;
    }
    order.push('done');
    expect(order).toEqual(['somebody else', 'done']);
  });

  it('goes on without a pause while it is short', () => {
    const breathe = createBreath(60_000);
    expect(breathe()).toBeUndefined();
  });
});
