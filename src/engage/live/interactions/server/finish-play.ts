// Brings one interaction of a room to its end: entries under way are waited for, the close is written down, the result is published.
import type { Env } from '../../../../ground/env.ts';
import { ok, type Result, refuse } from '../../../../kit/result.ts';
import type { InteractionView } from '../core/interaction.contract.ts';
import type { RoomInteractions } from './room-interactions.ts';
import { cancelInteraction } from './verbs/cancel-interaction.ts';
import { closeInteraction } from './verbs/close-interaction.ts';

type Refusal = 'forbidden' | 'not_found' | 'wrong_state';

const viewIn = (room: RoomInteractions, id: string) => room.views().find((view) => view.interactionId === id)!;

export async function finishPlay(
  env: Env,
  room: RoomInteractions,
  id: string,
  now: Date,
): Promise<Result<InteractionView, Refusal>> {
  const one = room.plays.own(id);
  if (!one) return refuse('not_found');
  if (one.row.state !== 'open') return refuse('wrong_state');
  await room.drained();
  const { kind } = one.row.draft;
  await room.say({ type: 'interaction.close', id: `close-${id}`, ts: now.getTime(), interactionId: id, kind });
  one.tally.freeze();
  const done = await closeInteraction(env, one);
  if (!done.ok) return done;
  room.plays.addOwn(done.value, one.secret);
  await room.say({
    type: 'interaction.result',
    id: `result-${id}`,
    ts: now.getTime(),
    interactionId: id,
    kind,
    state: 'final',
    tallies: { ...Object.fromEntries(one.tally.votes()), people: one.tally.people },
    resultHash: done.value.resultHash!,
  });
  room.changed();
  return ok(viewIn(room, id));
}

export async function cancelPlay(
  env: Env,
  room: RoomInteractions,
  id: string,
  now: Date,
  reason: string | null = null,
): Promise<Result<InteractionView, Refusal>> {
  const one = room.plays.own(id);
  if (!one) return refuse('not_found');
  const done = await cancelInteraction(env, id, reason);
  if (!done.ok) return done;
  // Frozen by the close in the journal, so that reading it again comes to the same.
  room.plays.addOwn(done.value, one.secret);
  const { kind } = one.row.draft;
  await room.say({
    type: 'interaction.close',
    id: `close-${id}`,
    ts: now.getTime(),
    interactionId: id,
    kind,
    state: 'cancelled',
  });
  room.changed();
  return ok(viewIn(room, id));
}
