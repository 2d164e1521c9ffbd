// Builds what the desk keeps of a show (queue for the host, note, countdown) from the events of record alone.
import type { LiveEvent } from '../../stream/core/live-event.contract.ts';
import type { DeskBoard } from './desk.contract.ts';

/** So many questions wait at the host at most; nobody can say more in a show. */
const QUEUE_MAX = 50;

export const EMPTY_BOARD: DeskBoard = { queue: [], note: null, countdown: null };

/** What a deed of the desk says about itself in a `system` event named `desk`. */
interface DeskData {
  deed?: string;
  groupId?: string;
  text?: string | null;
  seconds?: number | null;
}

/** @returns the board after this event; the same object when nothing of it changed */
export function boardAfter(board: DeskBoard, event: LiveEvent): DeskBoard {
  switch (event.type) {
    case 'host.answer':
      return event.groupId ? without(board, event.groupId) : board;
    case 'product.pin':
      return pinned(board, event.action === 'unpin' ? null : (event.productId ?? null));
    case 'system':
      return event.name === 'desk' ? deedDone(board, (event.data ?? {}) as DeskData, event) : board;
    default:
      return board;
  }
}

function deedDone(board: DeskBoard, data: DeskData, event: LiveEvent): DeskBoard {
  const at = event.ts;
  switch (data.deed) {
    case 'queue': {
      if (!data.groupId) return board;
      const rest = board.queue.filter((one) => one.groupId !== data.groupId);
      return { ...board, queue: [...rest, { groupId: data.groupId, text: data.text || null, at }].slice(-QUEUE_MAX) };
    }
    case 'answer':
    case 'dismiss':
    case 'reopen':
    case 'merge_groups':
      return data.groupId ? without(board, data.groupId) : board;
    case 'note':
      return { ...board, note: data.text ? { text: data.text, at } : null };
    case 'countdown':
      return {
        ...board,
        countdown: data.seconds ? { until: at + data.seconds * 1000, productId: event.productId ?? null } : null,
      };
    default:
      return board;
  }
}

/** Another product has its own time. */
function pinned(board: DeskBoard, productId: string | null): DeskBoard {
  return board.countdown && board.countdown.productId !== productId ? { ...board, countdown: null } : board;
}

function without(board: DeskBoard, groupId: string): DeskBoard {
  if (!board.queue.some((one) => one.groupId === groupId)) return board;
  return { ...board, queue: board.queue.filter((one) => one.groupId !== groupId) };
}
