// Listens in every room from its first event on, and finishes what is open when the show ends.
import { systemEnv } from '../../../../ground/env.ts';
import { closeDraw } from '../../draws/server/door.ts';
import type { RoomTap } from '../../rooms/server/door.ts';
import type { InteractionDeps } from './interaction-deps.ts';
import { loadPlays } from './load-plays.ts';
import { createRoomInteractions, type RoomInteractions, type SavedInteractions } from './room-interactions.ts';
import { forgetRoom, rememberRoom } from './rooms-open.ts';
import { closeInteraction } from './verbs/close-interaction.ts';

/** Add it to the hub before it starts. */
export function interactionsTap(deps: InteractionDeps): RoomTap {
  return {
    name: 'interactions',
    async open(room, text) {
      const saved = text === undefined ? undefined : readSaved(text);
      const plays = await loadPlays(deps, room.db, room.sessionId, saved?.plays);
      const one = createRoomInteractions(room, plays, saved?.typed);
      rememberRoom(one);
      return {
        events: (events, isReplay) => one.heard(events, isReplay),
        save: () => JSON.stringify(one.save()),
        async close(isEnd) {
          forgetRoom(one);
          one.close();
          if (isEnd) await finishShow(deps, one);
        },
      };
    },
  };
}

function readSaved(text: string): SavedInteractions {
  const saved = JSON.parse(text) as SavedInteractions;
  if (saved.v !== 1) throw new Error('saved by another version');
  return saved;
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
