// Keeps the contract honest: defaults, refusals of bad drafts, and routes that name themselves once.
import { describe, expect, it } from 'vitest';
import { newId } from '../../../../kit/ids.ts';
import * as calendars from './calendar.contract.ts';
import * as clocks from './clock.contract.ts';

const routes = [...Object.values(calendars), ...Object.values(clocks)].filter(
  (value): value is typeof clocks.getPolicyRoute =>
    typeof value === 'object' && value !== null && 'method' in value && 'path' in value,
);

describe('clock contract', () => {
  it('fills in a policy', () => {
    const policy = clocks.policyDraft.parse({ name: ' 默认 ', targets: { frtMs: 3_600_000 } });
    expect(policy).toMatchObject({
      name: '默认',
      enabled: true,
      calendarId: null,
      conditions: {},
      stages: [],
      warnMs: 900_000,
    });
    expect(policy.escalation).toHaveLength(2);
  });

  it.each([
    ['no name', { name: '', targets: {} }],
    ['a promise under a minute', { name: 'x', targets: { frtMs: 59_999 } }],
    ['half a millisecond', { name: 'x', targets: { frtMs: 60_000.5 } }],
    ['a stage with blanks', { name: 'x', targets: {}, stages: [{ stage: 'a b', targetMs: 60_000 }] }],
    ['an unknown priority', { name: 'x', targets: {}, targetsByPriority: { huge: {} } }],
    ['a foreign id', { name: 'x', targets: {}, calendarId: newId('pol') }],
    ['an unknown step', { name: 'x', targets: {}, escalation: [{ on: 'breach', action: { type: 'fire' } }] }],
  ])('refuses %s', (_, draft) => {
    expect(clocks.policyDraft.safeParse(draft).success).toBe(false);
  });

  it('takes ids as they are made', () => {
    expect(clocks.policyId.safeParse(newId('pol')).success).toBe(true);
    expect(calendars.calendarId.safeParse(newId('cal')).success).toBe(true);
    expect(clocks.clockId.safeParse('clk_x').success).toBe(false);
  });

  it('names every route and every place once', () => {
    expect(routes.length).toBe(14);
    expect(new Set(routes.map(({ id }) => id)).size).toBe(routes.length);
    expect(new Set(routes.map(({ method, path }) => `${method} ${path}`)).size).toBe(routes.length);
  });
});
