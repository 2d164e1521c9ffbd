// What a viewer does: speaks, asks, takes part; what was refused is said, and what he wrote is given back to him.
import type { FrameInteraction } from '../../engage/live/viewer/core/frame.contract.ts';
import type { Composer } from './composer.ts';
import type { Answer, Outgoing } from './connection.ts';
import type { Memory } from './memory.ts';
import type { Say } from './words.ts';

/** LINE_FLAG.question; named here so that the list of flags does not travel. */
const QUESTION = 1;

export interface DeedsContext {
  say: Say;
  memory: Memory;
  composer: Composer;
  notice: { say: (text: string, heading?: string) => void };
  emit: (event: string, detail: object) => void;
  isOnline: () => boolean;
  send: (message: Outgoing) => Promise<Answer>;
  onOwnLine: (id: number, text: string, flags: number) => void;
  onAsked: (text: string) => void;
  onEntered: () => void;
}

export function createDeeds(context: DeedsContext) {
  const { say, memory, composer, notice, emit, send } = context;

  function sayWhy(answer: Extract<Answer, { ok: false }>, most: number): string {
    const seconds = Math.max(1, Math.ceil(answer.waitMs / 1000));
    return say(`refused.${answer.why}`, { seconds, count: most }) || say('refused.other');
  }

  async function ask(text: string, interactionId?: string): Promise<void> {
    const answer = await send({ k: 'ask', text, ...(interactionId ? { interactionId } : {}) });
    if (!answer.ok) {
      composer.putBack(text);
      composer.complain(sayWhy(answer, 200));
      return;
    }
    composer.complain(null);
    context.onAsked(text);
    if (answer.id !== null) context.onOwnLine(answer.id, text, QUESTION);
    notice.say(say('say.sent'));
    emit('question', { text });
  }

  return {
    send,
    ask,
    async speak(text: string, isQuestion: boolean): Promise<void> {
      composer.complain(context.isOnline() ? null : say('refused.offline'));
      if (isQuestion) return ask(text);
      const answer = await send({ k: 'say', text });
      if (!answer.ok) {
        composer.putBack(text);
        composer.complain(sayWhy(answer, 100));
        return;
      }
      composer.complain(null);
      if (answer.id !== null) context.onOwnLine(answer.id, text, 0);
      emit('comment', { text });
    },
    async enter(of: FrameInteraction, entry: { choice?: string; answer?: string }): Promise<void> {
      const key = of.kind === 'qna' ? `${of.interactionId}/${entry.choice}` : of.interactionId;
      const answer = await send({ k: 'enter', interactionId: of.interactionId, ...entry });
      if (answer.ok) {
        // Who had taken part before keeps what he chose then.
        const got = (answer.receipt ?? {}) as { choice?: string | null; code?: string | null; receipt?: unknown };
        memory.keepEntry(key, {
          ...entry,
          ...(got.choice ? { choice: got.choice } : {}),
          ...(got.code ? { code: got.code } : {}),
          ...(got.receipt ? { receipt: got.receipt } : {}),
        });
        emit('entered', { interactionId: of.interactionId, kind: of.kind });
      } else notice.say(sayWhy(answer, 200));
      context.onEntered();
    },
  };
}
