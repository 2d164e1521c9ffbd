// Binds the public routes of a room: page, frames by socket, stream or snapshot, and what viewers send.
import type { WebSocket } from 'ws';
import type { GroundCaller } from '../../../../ground/serve.ts';
import { onPublic } from '../../../../ground/serve.ts';
import { isTooDeep, plainJson } from '../../../../kit/plain-json.ts';
import { ok, refuse } from '../../../../kit/result.ts';
import type { Database } from '../../../../platform/database/database.ts';
import { type MountedRoute, sent } from '../../../../platform/http/mounted-route.ts';
import { detailsOfIssues } from '../../../../platform/http/problem.ts';
import { languageOf } from '../../../../platform/i18n/translate.ts';
import { messagePage } from '../../../../platform/pages/page-frame.ts';
import { sendPage } from '../../../../platform/pages/send-page.ts';
import type { Sealer } from '../../../../platform/secrets/seal.ts';
import { networkOf } from '../../interactions/server/door.ts';
import type { Whisper } from '../core/frame.contract.ts';
import * as contract from '../core/viewer.contract.ts';
import type { Seat } from './audience.ts';
import type { FanOut } from './fan-out.ts';
import type { ViewerEar } from './hear-viewer.ts';
import { findLink } from './link.reads.ts';
import { openStream } from './open-stream.ts';
import { sendNoOverlay, sendOverlayPage } from './overlay-page.ts';
import { type FoundRoom, publicRoomOf, type RoomFinder } from './public-room.reads.ts';
import { publicProductOf, sendRoomPage } from './room-page.ts';
import type { ShowRoom } from './show-room.ts';
import { allowReading, mayStand } from './site-guard.ts';
import { cleanName, newViewer, readViewerToken, signedViewer, type Viewer, viewerToken } from './viewer-token.ts';

export interface ViewerRouteDeps {
  database: Database;
  sealer: Sealer;
  fanOut: FanOut;
  finder: RoomFinder;
  ear: ViewerEar;
}

const LONG_POLL_MS = 20_000;

export function viewerMountedRoutes(deps: ViewerRouteDeps): MountedRoute<GroundCaller | null>[] {
  const { sealer, fanOut, finder, ear } = deps;

  /** The room a visit asks for, if the page it comes from may use it. */
  async function visit(call: Parameters<Parameters<typeof onPublic>[1]>[0] & { params: { slug: string } }) {
    const room = await finder.find(call.params.slug);
    if (!room) return refuse('not_found');
    if (call.reply) allowReading(call.request, call.reply, room.origins);
    if (!mayStand(call.request, call.origin, room.origins)) return refuse('foreign_origin');
    return ok(room);
  }

  function running(room: FoundRoom): ShowRoom | null {
    return fanOut.showOf(room.workspaceId, room.id);
  }

  /** Who comes with a token of this shop keeps his pseudonym; anybody else is drawn a new one. */
  function viewerFor(room: FoundRoom, token: string | undefined): Viewer {
    const known = readViewerToken(sealer, token);
    return known?.workspaceId === room.workspaceId ? known : newViewer(room.workspaceId, null);
  }

  function greet(show: ShowRoom, seat: Seat): void {
    const { viewer } = seat;
    if (viewer) {
      const hello: Whisper = {
        me: { token: viewerToken(sealer, viewer), name: viewer.name, signed: viewer.isSigned },
        asks: show.asks.asksOf(show.room.uidOf('own', viewer.uid)),
      };
      show.audience.tell(seat, JSON.stringify(hello));
    }
    show.audience.tell(seat, show.snapshot());
  }

  return [
    onPublic(contract.livePageRoute, async (call) => {
      const language = languageOf(call.query.lang ?? call.request.headers['accept-language']);
      const room = await finder.find(call.params.slug);
      if (!room) return sendPage(call.reply, messagePage(language, 'lost'), { status: 404 });
      return sendRoomPage(call.reply, { room, language, origin: call.origin, show: running(room), now: call.now });
    }),
    onPublic(contract.liveInfoRoute, async (call) => {
      const room = await visit(call);
      return room.ok ? ok(publicRoomOf(room.value)) : room;
    }),
    onPublic(contract.liveShelfRoute, async (call) => {
      const room = await visit(call);
      if (!room.ok) return room;
      const show = running(room.value);
      return show ? ok({ items: show.shelf().map(publicProductOf) }) : refuse('no_show');
    }),
    onPublic(contract.liveSnapshotRoute, async (call) => {
      const room = await visit(call);
      if (!room.ok) return room;
      const show = running(room.value);
      if (!show) return refuse('no_show');
      if (call.query.after !== undefined && show.version() <= call.query.after) await show.nextFrame(LONG_POLL_MS);
      call.reply.header('cache-control', 'no-store').type('application/json; charset=utf-8').send(show.snapshot());
      return sent;
    }),
    onPublic(contract.liveStreamRoute, async (call) => {
      const room = await visit(call);
      if (!room.ok) return room;
      const show = running(room.value);
      if (!show) return refuse('no_show');
      if (call.request.method === 'HEAD') {
        call.reply.type('text/event-stream').send();
        return sent;
      }
      const seat = show.audience.seatStream(openStream(call.reply), viewerFor(room.value, call.query.viewer));
      greet(show, seat);
      return sent;
    }),
    onPublic(contract.liveSocketRoute, async (call) => {
      const room = await visit(call);
      if (!room.ok) return room;
      const show = running(room.value);
      if (!show) return refuse('no_show');
      const seat = show.audience.seatSocket(call.socket as WebSocket, viewerFor(room.value, call.query.viewer), null);
      seat.network = networkOf(call.request.ip);
      greet(show, seat);
      return sent;
    }),
    onPublic(contract.liveViewerRoute, async (call) => {
      const room = await visit(call);
      if (!room.ok) return room;
      const json = readJson(call.request.body as Buffer);
      if (json === undefined) return refuse('bad_json');
      const parsed = contract.identityBody.safeParse(json);
      if (!parsed.success) return refuse('invalid', detailsOfIssues(parsed.error.issues));
      const viewer = identify(room.value, parsed.data, call.now);
      if (!viewer) return refuse('bad_identity');
      return ok({ token: viewerToken(sealer, viewer), name: viewer.name, signed: viewer.isSigned });
    }),
    onPublic(contract.liveMessageRoute, async (call) => {
      const room = await visit(call);
      if (!room.ok) return room;
      const show = running(room.value);
      if (!show) return refuse('no_show');
      const json = readJson(call.request.body as Buffer);
      if (json === undefined) return refuse('bad_json');
      const viewer = readViewerToken(sealer, (json as { viewer?: unknown } | null)?.viewer);
      if (viewer?.workspaceId !== room.value.workspaceId) return refuse('not_a_viewer');
      return ok(await ear.hear(show, viewer, json, networkOf(call.request.ip)));
    }),
    onPublic(contract.liveOverlayRoute, async (call) => {
      const language = languageOf(call.query.lang ?? call.request.headers['accept-language']);
      const link = await findLink(deps.database, 'overlay', call.params.key);
      if (!link) return sendNoOverlay(call.reply);
      return sendOverlayPage(call.reply, language);
    }),
    onPublic(contract.liveOverlaySocketRoute, async (call) => {
      const link = await findLink(deps.database, 'overlay', call.params.key);
      if (!link) return refuse('not_found');
      const show = fanOut.showOf(link.workspaceId, link.roomId);
      if (!show) return refuse('no_show');
      greet(show, show.audience.seatSocket(call.socket as WebSocket, null, link.id));
      return sent;
    }),
  ];

  function identify(room: FoundRoom, body: ReturnType<typeof contract.identityBody.parse>, now: Date): Viewer | null {
    if (body.identity) {
      if (!room.identitySecret) return null;
      const secret = sealer.open(room.workspaceId, room.identitySecret);
      return signedViewer(sealer, room.workspaceId, secret, body.identity, now.getTime() / 1000);
    }
    const viewer = viewerFor(room, body.viewer);
    return body.name === undefined ? viewer : { ...viewer, name: cleanName(body.name) };
  }
}

function readJson(body: Buffer | undefined): unknown {
  try {
    const json: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
    return isTooDeep(json) ? undefined : plainJson(json as never);
  } catch {
    return undefined;
  }
}
