// How many people of one network may take part at once: one person with many pseudonyms is slowed, a house full of viewers is not.
import { keepNewest } from '../../../../kit/keep-newest.ts';

/**
 * New people of one address that count for one interaction within a minute. Thousands may share an address (a campus, a mobile
 * carrier), and they all watch and talk; more than this of them in the same minute are written down and shown as not counted.
 */
export const MOST_FROM_NETWORK = 300;
export const NETWORK_WINDOW_MS = 60_000;
/** Networks remembered for one interaction; beyond that the one that came first is forgotten. */
const MOST_NETWORKS = 50_000;

export interface NetworkRule {
  /** Takes one more person of this network; true when that is one too many. `at` in ms. */
  isOver(interactionId: string, network: string, at: number): boolean;
  forget(interactionId: string): void;
}

export function createNetworkRule(most = MOST_FROM_NETWORK, windowMs = NETWORK_WINDOW_MS): NetworkRule {
  const byInteraction = new Map<string, Map<string, number[]>>();
  return {
    isOver(interactionId, network, at) {
      const networks = byInteraction.get(interactionId) ?? new Map<string, number[]>();
      byInteraction.set(interactionId, networks);
      const known = networks.get(network) ?? [];
      const from = known.findIndex((one) => one > at - windowMs);
      const times = from < 0 ? [] : from === 0 ? known : known.slice(from);
      networks.set(network, times);
      keepNewest(networks, MOST_NETWORKS);
      if (times.length >= most) return true;
      times.push(at);
      return false;
    },
    forget: (interactionId) => void byInteraction.delete(interactionId),
  };
}

/**
 * The network an address stands for: an IPv4 address itself, of IPv6 the first 64 bits, which one house has. Null for addresses of
 * this machine and of private networks: there a proxy of our own stands in for everybody.
 */
export function networkOf(address: string | undefined): string | null {
  const plain = (address ?? '')
    .toLowerCase()
    .replace(/^::ffff:(?=\d+\.)/, '')
    .replace(/%.*$/, '');
  if (/^\d+\.\d+\.\d+\.\d+$/.test(plain)) {
    const [first = 0, second = 0] = plain.split('.').map(Number);
    const isPrivate =
      [0, 10, 127].includes(first) ||
      (first === 192 && second === 168) ||
      (first === 169 && second === 254) ||
      (first === 172 && second >= 16 && second <= 31);
    return isPrivate ? null : plain;
  }
  if (!/^[0-9a-f:]+$/.test(plain) || !plain.includes(':')) return null;
  const [head = '', tail] = plain.split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  const groups = [...before, ...Array<string>(zeros).fill('0'), ...after].map((group) => Number.parseInt(group, 16));
  // Loopback, link-local fe80::/10 and unique local fc00::/7.
  const first = groups[0] ?? 0;
  if (first === 0 || (first & 0xffc0) === 0xfe80 || (first & 0xfe00) === 0xfc00) return null;
  return groups
    .slice(0, 4)
    .map((group) => group.toString(16))
    .join(':');
}
