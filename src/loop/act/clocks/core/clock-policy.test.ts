// Shows which policy a case falls under and which promises it brings.
import { describe, expect, it } from 'vitest';
import { policyDraft } from './clock.contract.ts';
import { type CaseFacts, clockSpecs, matchPolicy } from './clock-policy.ts';

const HOUR = 3_600_000;
const facts: CaseFacts = {
  channel: 'review',
  priority: 'high',
  themeIds: ['thm_damage', 'thm_logistics'],
  productIds: ['prd_1'],
  vip: false,
};
const policy = (name: string, rest: object = {}) => policyDraft.parse({ name, targets: { frtMs: 4 * HOUR }, ...rest });
const pick = (...policies: ReturnType<typeof policy>[]) => matchPolicy(policies, facts)?.name ?? null;

describe('matchPolicy', () => {
  it('takes the first that matches, not the best', () => {
    expect(pick(policy('all'), policy('reviews', { conditions: { channels: ['review'] } }))).toBe('all');
    expect(pick(policy('reviews', { conditions: { channels: ['review'] } }), policy('all'))).toBe('reviews');
  });

  it('passes over disabled ones and may find none', () => {
    expect(pick(policy('off', { enabled: false }), policy('all'))).toBe('all');
    expect(pick(policy('off', { enabled: false }))).toBeNull();
    expect(pick()).toBeNull();
  });

  it.each([
    ['channel', { channels: ['email', 'review'] }, true],
    ['another channel', { channels: ['email'] }, false],
    ['priority', { priorities: ['high', 'urgent'] }, true],
    ['another priority', { priorities: ['urgent'] }, false],
    ['a theme above', { themeIds: ['thm_logistics'] }, true],
    ['another theme', { themeIds: ['thm_price'] }, false],
    ['product', { productIds: ['prd_1', 'prd_2'] }, true],
    ['another product', { productIds: ['prd_2'] }, false],
    ['VIPs', { vip: true }, false],
    ['everybody but VIPs', { vip: false }, true],
    ['empty lists', { channels: [], priorities: [], themeIds: [], productIds: [] }, true],
    ['all of several', { channels: ['review'], priorities: ['high'], vip: false }, true],
    ['one of several not', { channels: ['review'], priorities: ['high'], vip: true }, false],
  ])('conditions: %s', (_, conditions, matches) => {
    expect(pick(policy('one', { conditions }))).toBe(matches ? 'one' : null);
  });

  it('a case without a channel matches no channel condition', () => {
    const one = policy('one', { conditions: { channels: ['review'] } });
    expect(matchPolicy([one], { ...facts, channel: null })).toBeNull();
  });
});

describe('clockSpecs', () => {
  const full = policy('full', {
    targets: { frtMs: 4 * HOUR, nrtMs: 8 * HOUR, rtMs: 48 * HOUR },
    targetsByPriority: { urgent: { frtMs: HOUR, rtMs: 8 * HOUR } },
    stages: [
      { stage: 'collect', targetMs: 24 * HOUR },
      { stage: 'classify', targetMs: 48 * HOUR, teamId: 'team_a' },
    ],
  });
  const table = (priority: CaseFacts['priority']) =>
    Object.fromEntries(clockSpecs(full, priority).map((spec) => [spec.stage ?? spec.kind, spec.targetMs / HOUR]));

  it('uses the policy’s own targets', () => {
    expect(table('low')).toEqual({ frt: 4, nrt: 8, rt: 48, collect: 24, classify: 48 });
  });

  it('uses those of the priority where it names them', () => {
    expect(table('urgent')).toEqual({ frt: 1, nrt: 8, rt: 8, collect: 24, classify: 48 });
  });

  it('makes no promise that the policy does not make', () => {
    expect(clockSpecs(policy('small'), 'none').map(({ kind }) => kind)).toEqual(['frt']);
  });

  it('warns 15 minutes ahead by default', () => {
    expect(clockSpecs(policy('small'), 'none')[0]?.warnMs).toBe(900_000);
  });
});
