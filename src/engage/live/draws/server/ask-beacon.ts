// Asks the public beacon over the network: two independent addresses, briefly, and nothing is believed without its signature.
import { isBeaconSignature, QUICKNET } from '../core/draw-beacon.ts';
import type { AskBeacon } from './draw-deps.ts';

const ADDRESSES = ['https://api.drand.sh', 'https://drand.cloudflare.com'];
const TIMEOUT_MS = 2500;
const MOST_CHARACTERS = 4000;

/** @param fetcher for tests; the process's own when left out */
export function createAskBeacon(fetcher: typeof fetch = fetch): AskBeacon {
  return async (round) => {
    for (const address of ADDRESSES) {
      try {
        const answer = await fetcher(`${address}/${QUICKNET.chainHash}/public/${round}`, {
          signal: AbortSignal.timeout(TIMEOUT_MS),
          redirect: 'error',
        });
        if (!answer.ok) continue;
        const text = await answer.text();
        const said = JSON.parse(text.slice(0, MOST_CHARACTERS)) as { round?: unknown; signature?: unknown };
        if (typeof said.round !== 'number' || typeof said.signature !== 'string') continue;
        if (round !== 'latest' && said.round !== round) continue;
        if (isBeaconSignature(said.round, said.signature)) return { round: said.round, signature: said.signature };
      } catch {
        // No network, or this address is down: the next one, or nobody.
      }
    }
    return null;
  };
}
