// Who counts as one network, and how many people of it count in a minute.
import { describe, expect, it } from 'vitest';
import { createNetworkRule, MOST_FROM_NETWORK, networkOf } from './network-rule.ts';

describe('a network', () => {
  it('is an IPv4 address, or the first half of an IPv6 address', () => {
    expect(networkOf('203.0.113.7')).toBe('203.0.113.7');
    expect(networkOf('::ffff:203.0.113.7')).toBe('203.0.113.7');
    expect(networkOf('2001:db8:0:5::1')).toBe('2001:db8:0:5');
    expect(networkOf('2001:db8:0:5:ffff:1:2:3')).toBe('2001:db8:0:5');
    expect(networkOf('2001:db8::1')).toBe('2001:db8:0:0');
  });

  it('is none where a proxy of our own stands in for everybody', () => {
    for (const own of [
      '127.0.0.1',
      '10.1.2.3',
      '192.168.0.9',
      '172.20.0.1',
      '169.254.1.1',
      '::1',
      'fe80::1%eth0',
      'fd00::1',
    ])
      expect(networkOf(own)).toBeNull();
    for (const none of [undefined, '', 'unix:', 'nowhere']) expect(networkOf(none)).toBeNull();
  });
});

describe('the rule of networks', () => {
  it('lets as many people of one network in within a minute, and more as time passes', () => {
    const rule = createNetworkRule(3, 60_000);
    const from = (at: number, network = 'a', play = 'p') => rule.isOver(play, network, at);
    expect([from(0), from(1000), from(2000), from(3000)]).toEqual([false, false, false, true]);
    expect(from(3000, 'b')).toBe(false);
    expect(from(3000, 'a', 'q')).toBe(false);
    expect(from(60_500)).toBe(false);
    expect(from(60_600)).toBe(true);
    rule.forget('p');
    expect(from(60_700)).toBe(false);
  });

  it('is generous: a full classroom, a queue in a shop', () => {
    const rule = createNetworkRule();
    const over = Array.from({ length: 1000 }, (_, at) => rule.isOver('p', 'a', at)).filter(Boolean);
    expect(over).toHaveLength(1000 - MOST_FROM_NETWORK);
  });
});
