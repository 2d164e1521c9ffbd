// Takes one message of a viewer: checked, counted against what he may say, made durable, and only then answered.
import { keepNewest } from '../../../../kit/keep-newest.ts';
import { refuse } from '../../../../kit/result.ts';
import type { Whisper } from '../core/frame.contract.ts';
import { type Allowance, LIKE_RULE, SAY_RULE, SEND_RULE, take } from '../core/pace.ts';
import { type ViewerMessage, viewerMessage } from '../core/viewer-message.contract.ts';
import type { ShowRoom } from './show-room.ts';
import { cleanName, type Viewer } from './viewer-token.ts';

interface Allowances {
  say: Allowance;
  send: Allowance;
  like: Allowance;
}

export interface ViewerEar {
  /**
   * @param network where the message comes from, as `networkOf` names it; votes and entries of one network are limited, lines are not
   * @returns what to answer; never throws
   */
  hear(show: ShowRoom, viewer: Viewer, json: unknown, network: string | null): Promise<Whisper>;
}

/** Viewers whose allowances are remembered; beyond that the longest silent one starts anew. */
const REMEMBERED = 50_000;

/** @param tokenOf makes the token that carries a new name */
export function createViewerEar(options: { now: () => number; tokenOf: (viewer: Viewer) => string }): ViewerEar {
  const { now } = options;
  const allowances = new Map<string, Allowances>();

  function allowancesOf(viewer: Viewer): Allowances {
    const key = `${viewer.workspaceId}${viewer.uid}`;
    const full = (burst: number): Allowance => ({ left: burst, at: now() });
    const known = allowances.get(key) ?? {
      say: full(SAY_RULE.burst),
      send: full(SEND_RULE.burst),
      like: full(LIKE_RULE.burst),
    };
    allowances.delete(key);
    allowances.set(key, known);
    keepNewest(allowances, REMEMBERED);
    return known;
  }

  async function deed(
    show: ShowRoom,
    viewer: Viewer,
    message: ViewerMessage,
    network: string | null,
  ): Promise<Whisper> {
    const { n } = message;
    const own = allowancesOf(viewer);
    const hasty = take(own.send, now(), SEND_RULE);
    if (hasty > 0) return { a: n, no: 'too_fast', wait: hasty };
    const user = {
      uid: viewer.uid,
      role: 'viewer' as const,
      ...(viewer.name ? { name: viewer.name } : {}),
      ...(viewer.isSigned ? { signed: true } : {}),
    };
    const event = { id: `${viewer.uid}:${n}`, ts: now(), user };
    const speaks =
      message.k === 'say' || message.k === 'ask' || (message.k === 'enter' && message.answer !== undefined);
    if (speaks) {
      if (show.isMuted(show.room.uidOf('own', viewer.uid))) return { a: n, no: 'muted' };
      const wait = take(own.say, now(), SAY_RULE);
      if (wait > 0) return { a: n, no: 'too_fast', wait };
    }
    if (message.k === 'say') {
      const line = { text: message.text, viewerUid: viewer.uid, network: network ?? '', at: now() };
      const isOver = network !== null && show.play()?.isTypedOver(line) === true;
      const kept = await show.batch.add({
        ...event,
        type: 'comment',
        text: message.text,
        ...(isOver ? { uncounted: 'network' as const } : {}),
      });
      return kept ? { a: n, id: kept.seq } : { a: n };
    }
    if (message.k === 'ask' && !message.interactionId) {
      const kept = await show.batch.add({ ...event, type: 'question', questionId: event.id, text: message.text });
      return kept ? { a: n, id: kept.seq } : { a: n };
    }
    if (message.k === 'like') {
      const wait = take(own.like, now(), LIKE_RULE, message.count);
      if (wait > 0) return { a: n, no: 'too_fast', wait };
      await show.batch.add({ ...event, type: 'like', count: message.count });
      return { a: n };
    }
    if (message.k === 'click') {
      await show.batch.add({ ...event, type: 'product.click', productId: message.productId, count: 1 });
      return { a: n };
    }
    if (message.k === 'name') {
      viewer.name = cleanName(message.name);
      return { me: { token: options.tokenOf(viewer), name: viewer.name, signed: viewer.isSigned }, asks: [] };
    }
    const entry =
      message.k === 'ask'
        ? { interactionId: message.interactionId!, answer: message.text }
        : {
            interactionId: message.interactionId,
            ...(message.choice === undefined ? {} : { choice: message.choice }),
            ...(message.answer === undefined ? {} : { answer: message.answer }),
          };
    const result = await (show.play()?.enter({ ...entry, viewer, network, messageName: n, at: now() }) ??
      refuse('no_such_interaction'));
    return result.ok ? { a: n, receipt: result.value } : { a: n, no: result.reason };
  }

  return {
    async hear(show, viewer, json, network) {
      const parsed = viewerMessage.safeParse(json);
      if (!parsed.success) {
        const given = (json as { n?: unknown } | null)?.n;
        const [issue] = parsed.error.issues;
        const why = issue?.message === 'empty' || issue?.message === 'too_long' ? issue.message : 'bad_message';
        return { a: typeof given === 'string' ? given.slice(0, 24) : '', no: why };
      }
      try {
        return await deed(show, viewer, parsed.data, network);
      } catch {
        return { a: parsed.data.n, no: 'not_saved' };
      }
    },
  };
}
