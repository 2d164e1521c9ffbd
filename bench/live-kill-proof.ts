// Asks the resumed room for everything it acknowledged: each vote, code and receipt must still be there, and each lucky bag must check as sound.
import { setTimeout as sleep } from 'node:timers/promises';
import type { DrawFile } from '../src/engage/live/draws/core/draw-file.contract.ts';
import { verifyDraw } from '../src/engage/live/draws/server/verify/verify-draw.ts';
import { addressOf, ask, type Load, type Targets } from './live-kill-load.ts';

export interface Proof {
  lost: { votes: number; codes: number; receipts: number };
  /** Coupon codes that two people were given. */
  doubledCodes: number;
  /** Counted people of all interactions together. */
  people: number;
  drawn: number;
  sound: number;
}

export async function proveEntries(given: {
  load: Load;
  place: { port: number; slug: string; roomId: string };
  targets: Targets;
  bags: string[];
  must: (method: string, address: string) => Promise<{ items: { interactionId: string; people: number }[] }>;
  log: (line: string) => void;
}): Promise<Proof> {
  const { load, place, targets, bags } = given;
  const lost = { votes: 0, codes: 0, receipts: 0 };
  let number = 9_000_000;
  for (const entry of load.entries) {
    if (entry.kind === 'bag') continue;
    number += 1;
    const mine = await ask(
      place.port,
      'GET',
      `/live/r/${place.slug}/interactions/${entry.interactionId}/mine`,
      undefined,
      { 'x-live-viewer': entry.token, 'x-forwarded-for': addressOf(number) },
    );
    if (entry.kind === 'poll' && mine?.body?.choice !== entry.choice) lost.votes += 1;
    if (entry.kind === 'coupon' && (entry.code === null || mine?.body?.code !== entry.code)) lost.codes += 1;
  }
  const codes = load.entries.flatMap((one) => (one.code === null ? [] : [one.code]));
  const views = await given.must('GET', `/api/v1/live/rooms/${place.roomId}/interactions`);
  const known = new Set([...Object.values(targets), ...bags]);
  let people = 0;
  for (const view of views.items) if (known.has(view.interactionId)) people += view.people;
  let drawn = 0;
  let sound = 0;
  for (const bag of bags) {
    const file = await drawnFile(place.port, bag, given.log);
    if (file.state === 'final') drawn += 1;
    const receipts = load.entries.filter((one) => one.interactionId === bag).map((one) => one.receipt);
    const checked = verifyDraw(file, { receipts });
    if (checked.verdict === 'sound') sound += 1;
    else given.log(`bag ${bag}: ${checked.verdict} ${JSON.stringify(checked.faults.slice(0, 3))}`);
    const rows = new Set(file.entries.map(([pid]) => pid));
    lost.receipts += receipts.filter((one) => one === null || !rows.has(String(one.pid))).length;
    if (rows.size !== file.entries.length) sound -= 1;
  }
  return { lost, doubledCodes: codes.length - new Set(codes).size, people, drawn, sound };
}

/** Waits until the bag is drawn: the last one may still be open. */
async function drawnFile(port: number, bag: string, log: (line: string) => void): Promise<DrawFile> {
  for (let tries = 0; ; tries += 1) {
    const answer = await ask(port, 'GET', `/live/draws/${bag}/file.json`, undefined, {
      'x-forwarded-for': addressOf(12_000_000 + tries),
    });
    const file = answer?.body as DrawFile | undefined;
    if (file && (!['open', 'closed'].includes(file.state) || tries > 600)) return file;
    if (tries === 0) log(`waiting for bag ${bag}`);
    await sleep(500);
  }
}
