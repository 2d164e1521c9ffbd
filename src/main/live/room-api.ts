// What a page asks once, beside the connection: what the room is, its shelf, and the shop's word for who is here.
import type { PublicProduct, PublicRoom } from '../../engage/live/viewer/core/viewer.contract.ts';

/** @param base `https://shop.example/watch/summer` */
export function createRoomApi(base: string) {
  return {
    /** Null when nobody answered. */
    async info(): Promise<PublicRoom | 'lost' | null> {
      const response = await fetch(`${base}/info`).catch(() => null);
      if (response?.ok) return (await response.json()) as PublicRoom;
      return response?.status === 404 || response?.status === 403 ? 'lost' : null;
    },
    async shelf(): Promise<PublicProduct[] | null> {
      const response = await fetch(`${base}/shelf`).catch(() => null);
      return response?.ok ? ((await response.json()) as { items: PublicProduct[] }).items : null;
    },
    /** @returns the token of the person the shop vouches for; without it he is a viewer like any other */
    async vouch(identity: string): Promise<string | null> {
      try {
        const body = JSON.stringify({ identity: JSON.parse(identity) });
        const response = await fetch(`${base}/viewer`, { method: 'POST', body });
        return response.ok ? ((await response.json()) as { token: string }).token : null;
      } catch {
        return null;
      }
    },
  };
}
