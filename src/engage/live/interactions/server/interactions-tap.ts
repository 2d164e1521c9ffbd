// Listens in every room from its first event on, and finishes what is open when the show ends.
import { systemEnv } from '../../../../ground/env.ts';
import { closeDraw } from '../../draws/server/door.ts';
import type { RoomTap } from '../../rooms/server/door.ts';
import type { InteractionDeps } from './interaction-deps.ts';
import { loadPlays } from './load-plays.ts';
import { createRoomInteractions, type RoomInteractions } from './room-interactions.ts';
import { forgetRoom, rememberRoom } from './rooms-open.ts';
import { closeInteraction } from './verbs/close-interaction.ts';

/** Add it to the hub before it starts. */
export function interactionsTap(deps: InteractionDeps): RoomTap {
  return {
    name: 'interactions',
    async open(room) {
      const plays = await loadPlays(deps, room.db, room.sessionId);
      const one = createRoomInteractions(room, plays);
      rememberRoom(one);
      return {
        events: (events, isReplay) => one.heard(events, isReplay),
        async close(isEnd) {
          forgetRoom(one);
          one.close();
          if (isEnd) await finishShow(deps, one);
        },
      };
    },
  };
}

/** The journal is closed to new events by now: everything counted is in it, so results and lists are final. */
async function finishShow(deps: InteractionDeps, one: RoomInteractions): Promise<void> {
  const { plays, room } = one;
  const env = systemEnv(room.db, deps.now(), 'interactions');
  const open = plays.openOnes();
  for (const play of open.own) {
    play.tally.freeze();
    await closeInteraction(env, play);
  }
  for (const { row, play } of open.draws) {
    if (!play) continue;
    play.freeze();
    await closeDraw(env, deps, row, { list: play.frozen(), comments: plays.lastComments() });
  }
}
