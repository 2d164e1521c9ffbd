// Binds the routes of rooms, shows and shelves.
import { on } from '../../../../ground/serve.ts';
import { ok, refuse } from '../../../../kit/result.ts';
import * as contract from '../core/room.contract.ts';
import type { LiveHub } from './hub.types.ts';
import { listRooms, listShows, readRoom, readShelf } from './room.reads.ts';
import { readKeepDays } from './settings.reads.ts';
import { createRoom } from './verbs/create-room.ts';
import { editRoom } from './verbs/edit-room.ts';
import { endShow } from './verbs/end-show.ts';
import { ingestEvents } from './verbs/ingest-events.ts';
import { pinProduct } from './verbs/pin-product.ts';
import { saveRetention } from './verbs/save-retention.ts';
import { saveShelf } from './verbs/save-shelf.ts';
import { startShow } from './verbs/start-show.ts';

export function liveRoomRoutes(hub: LiveHub) {
  return [
    on(contract.listRoomsRoute, async ({ env, query }) => ok(await env.db.read((tx) => listRooms(tx, query)))),
    on(contract.createRoomRoute, ({ env, body }) => createRoom(env, body)),
    on(contract.readRoomRoute, async ({ env, params }) =>
      env.db.read(async (tx) => {
        const room = await readRoom(tx, params.id);
        return room ? ok({ ...room, shelf: await readShelf(tx, room.id) }) : refuse('not_found');
      }),
    ),
    on(contract.editRoomRoute, ({ env, params, body }) => editRoom(env, hub, { ...body, roomId: params.id })),
    on(contract.saveShelfRoute, ({ env, params, body }) => saveShelf(env, hub, { roomId: params.id, ...body })),
    on(contract.startShowRoute, ({ env, params, body }) => startShow(env, hub, { ...body, roomId: params.id })),
    on(contract.endShowRoute, ({ env, params }) => endShow(env, hub, { roomId: params.id })),
    on(contract.listShowsRoute, async ({ env, query }) => ok(await env.db.read((tx) => listShows(tx, query)))),
    on(contract.pinProductRoute, ({ env, params, body }) =>
      pinProduct(env, hub, { roomId: params.id, productId: body.productId }),
    ),
    on(contract.ingestRoute, ({ env, params, body }) => ingestEvents(env, hub, { roomId: params.id, ...body })),
    on(contract.readRetentionRoute, async ({ env }) => ok({ keepDays: await env.db.read((tx) => readKeepDays(tx)) })),
    on(contract.saveRetentionRoute, ({ env, body }) => saveRetention(env, body)),
  ];
}
