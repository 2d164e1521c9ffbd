import { describe, expect, it } from 'vitest';
import { chooseWay, isPublicChannel, type WayFacts } from './choose-way.ts';
import { WAY_WISHES, WAYS } from './delivery.contract.ts';

const CHANNELS = [
  ...['review', 'chat', 'hotline', 'email', 'questionnaire', 'widget', 'community', 'social', 'live'],
  ...['portal', 'webhook', 'api', 'other', 'a_channel_of_tomorrow'],
];
const facts = (part: Partial<WayFacts>): WayFacts => ({
  wish: 'auto',
  channel: 'email',
  known: true,
  hasEmail: true,
  readsPage: false,
  ...part,
});

describe('the way out', () => {
  it.each([
    ['email with an address', facts({}), 'email', null],
    ['email without one', facts({ hasEmail: false }), 'task', 'no_address'],
    ['a review, though an address is known', facts({ channel: 'review' }), 'task', 'no_way_back'],
    ['a review by nobody known', facts({ channel: 'review', known: false, hasEmail: false }), 'task', 'no_person'],
    ['a review, when the sender asks for a letter', facts({ channel: 'review', wish: 'email' }), 'email', 'asked_for'],
    ['a letter asked for without an address', facts({ wish: 'email', hasEmail: false }), 'task', 'no_address'],
    ['a task asked for', facts({ wish: 'task' }), 'task', 'asked_for'],
    ['the hotline', facts({ channel: 'hotline' }), 'task', 'no_way_back'],
    ['the widget with an address', facts({ channel: 'widget' }), 'email', null],
    ['the status page, no address', facts({ channel: 'portal', hasEmail: false, readsPage: true }), 'page', null],
    ['a page never opened', facts({ channel: 'portal', hasEmail: false }), 'task', 'no_address'],
    ['the API with an address', facts({ channel: 'api' }), 'email', null],
  ] as const)('%s', (_name, given, way, reason) => {
    expect(chooseWay(given)).toEqual({ way, reason });
  });

  it('always leads somewhere, and a letter only where there is an address', () => {
    for (const wish of WAY_WISHES)
      for (const channel of CHANNELS)
        for (const known of [true, false])
          for (const hasEmail of [true, false])
            for (const readsPage of [true, false]) {
              const { way } = chooseWay({ wish, channel, known, hasEmail, readsPage });
              expect(WAYS).toContain(way);
              if (way === 'email') expect(hasEmail).toBe(true);
              if (wish === 'task') expect(way).toBe('task');
            }
  });

  it('knows where everybody reads along', () => {
    expect(CHANNELS.filter(isPublicChannel)).toEqual(['review', 'community', 'social', 'live']);
  });
});
