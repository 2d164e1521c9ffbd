// What the operator's screen and the server say to each other over one socket: a snapshot, patches, deeds and their answers.
import { z } from 'zod';
import { route } from '../../../../ground/members/core/permission.contract.ts';
import type { RoomPatch, RoomState } from '../../analysis/core/analysis.contract.ts';
import type { ShelfProduct } from '../../rooms/core/room.contract.ts';
import { HIDE_REASONS } from '../../viewer/core/hide-reason.contract.ts';

const id = z.string().min(1).max(200);
const words = (max: number) => z.string().trim().min(1).max(max);

/** What an operator does; each becomes an event of record before it is acknowledged. */
export const operatorDeed = z.discriminatedUnion('do', [
  z.object({ do: z.literal('answer'), groupId: id, text: z.string().trim().max(1000).optional() }),
  z.object({ do: z.literal('queue'), groupId: id, text: z.string().trim().max(1000).optional() }),
  z.object({ do: z.literal('dismiss'), groupId: id }),
  z.object({ do: z.literal('reopen'), groupId: id }),
  z.object({ do: z.literal('merge'), groupId: id, into: id }),
  z.object({ do: z.literal('acknowledge'), alertId: id }),
  z.object({ do: z.literal('close_alert'), alertId: id }),
  /** `at` is when the line was said: one that has left the screen is then found at once. */
  z.object({ do: z.literal('open_case'), alertId: id.optional(), eventId: id.optional(), at: z.number().optional() }),
  z.object({ do: z.literal('hide'), eventId: id, reason: z.enum(HIDE_REASONS) }),
  z.object({ do: z.literal('restore'), eventId: id }),
  z.object({ do: z.literal('pin'), productId: z.string().max(200).nullable() }),
  /** A line of our own for the host; null takes it away. */
  z.object({ do: z.literal('note'), text: words(200).nullable() }),
  /** How long the product on air still has, seconds; null stops the count. */
  z.object({ do: z.literal('countdown'), seconds: z.number().int().min(10).max(7200).nullable() }),
]);
export type OperatorDeed = z.output<typeof operatorDeed>;

/** What the browser sends. `id` is made by the browser: the same deed sent twice is done once. */
export const deskMessage = z.discriminatedUnion('t', [
  z.object({ t: z.literal('deed'), id: z.string().regex(/^[\w-]{8,64}$/), deed: operatorDeed }),
  z.object({ t: z.literal('resync') }),
  z.object({ t: z.literal('here') }),
]);
export type DeskMessage = z.output<typeof deskMessage>;

/** What the desk itself keeps of a show; made from events of record, so it survives a restart. */
export interface DeskBoard {
  /** Questions handed to the host, oldest first, with the words an operator approved. */
  queue: { groupId: string; text: string | null; at: number }[];
  note: { text: string; at: number } | null;
  /** When the time of the product on air is up. */
  countdown: { until: number; productId: string | null } | null;
}

export const HISTORY_FIGURES = ['comments', 'commenters', 'orders', 'gmvMinor', 'follows'] as const;
export type HistoryFigure = (typeof HISTORY_FIGURES)[number];

/** How five minutes of earlier shows of the room were: 21 quantiles of each figure, 0 % to 100 %. */
export interface DeskHistory {
  /** Five-minute windows they are made of. */
  windows: number;
  quantiles: Record<HistoryFigure, number[]>;
}

export interface DeskRoom {
  roomId: string;
  sessionId: string;
  title: string;
  slug: string;
  isSimulated: boolean;
}

/** What the server sends. `at` is its clock, ms. */
export type DeskFrame =
  | {
      t: 'state';
      at: number;
      room: DeskRoom;
      shelf: readonly ShelfProduct[];
      state: RoomState;
      board: DeskBoard;
      history: DeskHistory | null;
    }
  | { t: 'patch'; at: number; patch: RoomPatch }
  | { t: 'shelf'; at: number; shelf: readonly ShelfProduct[] }
  | { t: 'board'; at: number; board: DeskBoard }
  /** No show runs in the room. */
  | { t: 'idle'; at: number }
  /** Nothing else happened for a while; the line is whole. */
  | { t: 'beat'; at: number }
  | { t: 'ack'; at: number; id: string; ok: true; caseId?: string }
  | { t: 'ack'; at: number; id: string; ok: false; reason: DeskRefusal };

export const DESK_REFUSALS = [
  'not_allowed',
  'no_show',
  'unknown_product',
  'not_found',
  'same_group',
  'not_saved',
  'invalid',
] as const;
export type DeskRefusal = (typeof DESK_REFUSALS)[number];

export const deskRoute = route({
  id: 'openLiveDesk',
  method: 'GET',
  path: '/api/v1/live/rooms/:id/desk',
  summary: 'The operator’s screen of a live room: state, then patches; deeds go up and are acknowledged when durable',
  access: 'live.read',
  params: z.object({ id: z.string() }),
  answer: 'socket',
  ok: z.null(),
  refusals: ['not_found'],
});
