import { describe, expect, it } from 'vitest';
import { contentId, Deduper } from './dedupe.ts';

describe('taking each event once', () => {
  it('knows an id again, also after the generations turned', () => {
    const known = new Deduper({ most: 200, forMs: 1000 });
    expect(known.take('a', 0)).toBe(true);
    expect(known.take('a', 10)).toBe(false);
    expect(known.take('b', 1500)).toBe(true);
    expect(known.take('a', 1600)).toBe(false);
    expect(known.take('c', 9000)).toBe(true);
    expect(known.take('d', 19_000)).toBe(true);
    expect(known.take('b', 19_001)).toBe(true);
  });

  it('remembers the newest hundred thousand of a flood', () => {
    const known = new Deduper();
    for (let turn = 0; turn < 250_000; turn += 1) known.take(`id-${turn}`, turn);
    let repeated = 0;
    for (let turn = 150_001; turn < 250_000; turn += 1) if (!known.take(`id-${turn}`, 250_000)) repeated += 1;
    expect(repeated).toBe(99_999);
  });

  it('makes an id of what was said where a source gives none', () => {
    const said = { type: 'comment', text: '好', ts: 1000, user: { uid: 'u1' } } as const;
    expect(contentId(said)).toBe(contentId({ ...said, ts: 1900 }));
    expect(contentId(said)).not.toBe(contentId({ ...said, ts: 2000 }));
    expect(contentId(said)).not.toBe(contentId({ ...said, user: { uid: 'u2' } }));
    expect(contentId(said)).not.toBe(contentId({ ...said, text: '好的' }));
    expect(contentId({ ...said, id: 'own' })).toBe('own');
  });
});
