// Resolves a host before it is called and refuses addresses inside private networks, so that nobody explores ours through us.
import { lookup } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';
import { ok, type Result, refuse } from '../../kit/result.ts';

const PRIVATE = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const) {
  PRIVATE.addSubnet(network, prefix, 'ipv4');
}
for (const [network, prefix] of [
  ['::', 96],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
] as const) {
  PRIVATE.addSubnet(network, prefix, 'ipv6');
}

/** Whether an address lies in a private, local or reserved network; a mapped IPv4 address is judged as what it maps. */
export function isPrivateAddress(address: string): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return PRIVATE.check(mapped, 'ipv4');
  if (/^::ffff:/i.test(address)) return true;
  return PRIVATE.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
}

/**
 * @param allowed hosts the installation lets through although they are private
 * @returns the address to call; a host that also leads to a private address is refused as a whole
 */
export async function guardHost(
  host: string,
  allowed: readonly string[],
): Promise<Result<string, 'host_unknown' | 'host_private'>> {
  let found: string[];
  try {
    found = isIP(host) ? [host] : (await lookup(host, { all: true, verbatim: false })).map((one) => one.address);
  } catch {
    return refuse('host_unknown');
  }
  const [first] = found;
  if (!first) return refuse('host_unknown');
  if (allowed.includes(host.toLowerCase())) return ok(first);
  return found.some(isPrivateAddress) ? refuse('host_private') : ok(first);
}
