import { describe, expect, it } from 'vitest';
import { CodeCalls } from './code-calls.ts';

describe('CodeCalls', () => {
  it.each(['想要的扣1', '还没拍的宝宝打个1', 'type 1 if you want it'])('hears a call in %s', (text) => {
    const calls = new CodeCalls();
    expect(calls.isMeant('1', 7, 1000)).toBe(false);
    calls.hear(text, 2000);
    expect(calls.isMeant('1', 8, 3000)).toBe(true);
    expect(calls.isMeant('1', 8, 63_000)).toBe(false);
  });

  it('hears none in talk of prices', () => {
    const calls = new CodeCalls();
    calls.hear('这款打九折只要99', 0);
    expect(calls.isMeant('1', 7, 1000)).toBe(false);
  });

  it('believes a crowd that types the same within seconds, not one person who repeats', () => {
    const calls = new CodeCalls();
    for (let turn = 0; turn < 9; turn += 1) expect(calls.isMeant('1', 7, turn * 100)).toBe(false);
    const told = [1, 2, 3, 4].map((person) => calls.isMeant('1', person, 1000 + person));
    expect(told).toEqual([false, false, false, true]);
  });

  it('comes back as it was, and stays small', () => {
    const calls = new CodeCalls();
    for (let code = 0; code < 999; code += 1) calls.isMeant(String(code), code, code);
    const saved = JSON.parse(JSON.stringify(calls.save())) as ReturnType<CodeCalls['save']>;
    expect(saved.typed.length).toBeLessThanOrEqual(32);
    const again = new CodeCalls();
    again.load(saved);
    expect(again.save()).toEqual(calls.save());
  });
});
