// The kit holds a line through losses, loses no digit, and tells apart what platforms mean by a time.
import { describe, expect, it } from 'vitest';
import { sameText } from '../../../../../platform/secrets/signatures.ts';
import { backoffMs } from './backoff.ts';
import { exactJson } from './exact-json.ts';
import { holdLine, type LinePlan, refuseLine } from './hold-line.ts';
import { looseId, looseInstant, looseText } from './loose-fields.ts';
import { breathe, RecordedTraffic } from './recorded-traffic.fixture.ts';

const at = 1_764_000_000_000;
const plan = (more: Partial<LinePlan> = {}): LinePlan => ({
  dial: async () => ({ url: 'wss://example.test/', greeting: ['hello'] }),
  hear: (data) =>
    data === 'welcome'
      ? { events: [], isWelcome: true }
      : data === 'go'
        ? { events: [], again: 'told_to' }
        : { events: [{ type: 'comment', ts: at, text: String(data) }] },
  waitsForWelcome: true,
  heartbeat: { everyMs: 30_000, data: () => 'beat' },
  silenceMs: 70_000,
  ...more,
});

describe('a held line', () => {
  it('greets, beats, listens, and tells no gap before it was open', async () => {
    const traffic = new RecordedTraffic(at);
    const line = holdLine(plan(), traffic);
    await breathe();
    traffic.line.opens();
    traffic.line.says('welcome');
    traffic.line.says('first');
    await traffic.pass(60_000);
    expect(traffic.line.sent).toEqual(['hello', 'beat', 'beat', 'beat']);
    expect(traffic.events.map((event) => 'text' in event && event.text)).toEqual(['first']);
    expect(traffic.states).toEqual(['connecting', 'open']);
    await line.stop();
    expect(traffic.line.isClosed).toBe(true);
    expect(traffic.gaps).toEqual([]);
  });

  it('dials again after a loss and tells the gap from the last word to the next welcome', async () => {
    const traffic = new RecordedTraffic(at);
    holdLine(plan(), traffic);
    await breathe();
    traffic.line.opens();
    traffic.line.says('welcome');
    await traffic.pass(5000);
    traffic.line.says('last');
    await traffic.pass(2000);
    traffic.line.drops(1006);
    expect(traffic.states.at(-1)).toBe('waiting closed_1006');
    await traffic.pass(750);
    expect(traffic.sockets.length).toBe(2);
    traffic.line.opens();
    await traffic.pass(250);
    traffic.line.says('welcome');
    expect(traffic.gaps).toEqual([{ from: at + 5000, to: at + 8000, cause: 'disconnect' }]);
  });

  it('takes a silent line for a dead one', async () => {
    const traffic = new RecordedTraffic(at);
    holdLine(plan({ silenceMs: 40_000 }), traffic);
    await breathe();
    traffic.line.opens();
    traffic.line.says('welcome');
    await traffic.pass(39_000);
    expect(traffic.line.isClosed).toBe(false);
    await traffic.pass(1000);
    expect(traffic.sockets[0]?.isClosed).toBe(true);
    expect(traffic.states).toContain('waiting silence');
  });

  it('waits longer each time, and slowly after a refusal', async () => {
    const traffic = new RecordedTraffic(at);
    let tries = 0;
    const line = holdLine(
      plan({
        dial: async () => {
          tries += 1;
          throw tries > 3 ? refuseLine('bad_key') : new Error('unreachable');
        },
      }),
      traffic,
    );
    await traffic.pass(750 + 1500 + 3000);
    expect(tries).toBe(4);
    expect(traffic.states.at(-1)).toBe('failed bad_key');
    await traffic.pass(44_000);
    expect(tries).toBe(4);
    await traffic.pass(1000);
    expect(tries).toBe(5);
    await line.stop();
    await traffic.pass(600_000);
    expect(tries).toBe(5);
  });

  it('drops what comes faster than it can be kept, and tells it', async () => {
    const traffic = new RecordedTraffic(at);
    let free = () => {};
    const held = new Promise<void>((resolve) => {
      free = resolve;
    });
    traffic.keep = () => held;
    const many = Array.from({ length: 9000 }, () => ({ type: 'like' as const, ts: at, count: 1 }));
    holdLine(plan({ waitsForWelcome: false, hear: () => ({ events: many }) }), traffic);
    await breathe();
    traffic.line.opens();
    for (let turn = 0; turn < 4; turn += 1) traffic.line.says('x');
    traffic.at += 3000;
    free();
    await breathe();
    expect(traffic.events.length).toBe(18_000);
    expect(traffic.gaps).toEqual([{ from: at, to: at + 3000, cause: 'overload' }]);
  });

  it('dials again when the platform says so', async () => {
    const traffic = new RecordedTraffic(at);
    holdLine(plan(), traffic);
    await breathe();
    traffic.line.opens();
    traffic.line.says('go');
    expect(traffic.states.at(-1)).toBe('waiting told_to');
  });
});

describe('JSON with large numbers', () => {
  it.each([
    ['{"a":9007199254740993}', { a: '9007199254740993' }],
    ['{"a":9007199254740991}', { a: 9007199254740991 }],
    ['[-90071992547409939, 1.2345678901234567, 1e21]', ['-90071992547409939', 1.2345678901234567, 1e21]],
    [
      '{"t":"say \\"9007199254740993\\" \\\\","n":18446744073709551615}',
      { t: 'say "9007199254740993" \\', n: '18446744073709551615' },
    ],
    ['nonsense 9007199254740993', undefined],
    ['', undefined],
  ])('%s keeps its digits', (json, value) => expect(exactJson(json)).toEqual(value));
});

describe('loose fields', () => {
  it('tell seconds, milli-, micro- and nanoseconds apart', () => {
    for (const value of [1_661_528_426, 1_661_528_426_000, 1_661_528_426_000_000, '1661528426000000000'])
      expect(looseInstant(value)).toBe(1_661_528_426_000);
    for (const value of [0, -1, null, 'x', Number.NaN, 5, 1e30]) expect(looseInstant(value)).toBeUndefined();
  });

  it('keep ids as they were written, or not at all', () => {
    expect(looseId('9007199254740993')).toBe('9007199254740993');
    expect(looseId(77777777771)).toBe('77777777771');
    for (const value of [0, '0', '', 2 ** 60, 1.5, {}]) expect(looseId(value)).toBeUndefined();
    expect(looseText('🥰🥰🥰', 2)).toBe('🥰🥰');
  });
});

describe('waits and signatures', () => {
  it('doubles to a minute and takes at most half away', () => {
    expect([0, 1, 5, 6, 60].map((attempt) => backoffMs(attempt, () => 0))).toEqual([500, 1000, 16_000, 30_000, 30_000]);
    expect(backoffMs(60, () => 0.999)).toBeLessThanOrEqual(60_000);
  });

  it('compares whole texts', () => {
    expect(sameText('abc', 'abc')).toBe(true);
    expect(sameText('abd', 'abc')).toBe(false);
    expect(sameText(undefined, '')).toBe(false);
  });
});
