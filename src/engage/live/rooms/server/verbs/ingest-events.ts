// Takes events over the API: what cannot be read is named by its place, the rest is answered when it is on disk.
import type { Env } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import type { DecodedEvent } from '../../../stream/core/live-event.contract.ts';
import { EventFault, readOutsideEvent } from '../../../stream/core/read-event.contract.ts';
import type { LiveHub } from '../hub.types.ts';
import { readRoom } from '../room.reads.ts';

interface Answer {
  taken: number;
  repeated: number;
  rejected: { index: number; code: string }[];
}

export async function ingestEvents(
  env: Env,
  hub: LiveHub,
  input: { roomId: string; source: string; events: readonly unknown[] },
): Promise<Result<Answer, 'forbidden' | 'not_found' | 'no_show' | 'room_elsewhere'>> {
  // permit
  if (!may(env.actor, 'live.work')) return refuse('forbidden');
  // load
  const room = hub.room(env.workspace, input.roomId);
  // decide
  if (!room) return refuse(await whyNot(env, input.roomId));
  const events: DecodedEvent[] = [];
  const rejected: Answer['rejected'] = [];
  for (const [index, value] of input.events.entries()) {
    const event = readOutsideEvent(value);
    if (event instanceof EventFault) rejected.push({ index, code: `${event.field || 'event'}.${event.code}` });
    else events.push(event);
  }
  // save
  // A source of the API has a name of its own, so that nobody speaks for our own room or for a connector.
  const { taken, repeated } = await room.accept(events, { source: `api-${input.source}`, trust: 'imported' });
  if (rejected.length > 0) room.unread(rejected.length);
  // tell: whoever watches the room hears of the events themselves
  return ok({ taken, repeated, rejected });
}

async function whyNot(env: Env, roomId: string): Promise<'not_found' | 'no_show' | 'room_elsewhere'> {
  const view = await env.db.read((tx) => readRoom(tx, roomId));
  return !view ? 'not_found' : view.show ? 'room_elsewhere' : 'no_show';
}
