import { describe, expect, it } from 'vitest';
import { replayOf } from './replay-rule.ts';

const letter = { source: 'reaction' as const, name: 'cases.open', payload: { eventId: 'evt_1' }, settled: false };

describe('replaying a dead letter', () => {
  it('runs a reaction for its event and a job with its payload', () => {
    expect(replayOf(letter)).toEqual({ ok: true, value: { way: 'reaction', name: 'cases.open', eventId: 'evt_1' } });
    expect(replayOf({ ...letter, source: 'job', payload: 7 })).toEqual({
      ok: true,
      value: { way: 'job', name: 'cases.open', payload: 7 },
    });
  });

  it.each([
    ['settled', { ...letter, settled: true }, 'already_settled'],
    ['a letter', { ...letter, source: 'mail' as const }, 'not_replayable'],
    ['a webhook', { ...letter, source: 'webhook' as const }, 'not_replayable'],
    ['no event', { ...letter, payload: {} }, 'not_replayable'],
    ['no payload', { ...letter, payload: null }, 'not_replayable'],
  ])('refuses %s', (_name, given, reason) => {
    expect(replayOf(given)).toMatchObject({ ok: false, reason });
  });
});
