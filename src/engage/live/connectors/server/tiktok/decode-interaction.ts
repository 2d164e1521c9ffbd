// What viewers of a TikTok LIVE are asked to take part in: questions, polls, red envelopes.
import type { DecodedEvent } from '../../../stream/core/live-event.contract.ts';
import { looseText } from '../kit/loose-fields.ts';
import { decodeUser } from './decode-user.ts';
import { type Common, countOf } from './message-head.ts';
import { idOf, inner, inners, numberOf, textOf, type WireMessage } from './wire.ts';

/** Events of the message, or null when it is none of these. */
export function decodeInteraction(method: string, message: WireMessage, common: Common): DecodedEvent[] | null {
  if (method === 'WebcastQuestionNewMessage') return question(message, common);
  if (method === 'WebcastPollMessage') return poll(message, common);
  return method === 'WebcastEnvelopeMessage' ? envelope(message, common) : null;
}

/** 2 question {1 id, 2 text, 5 asker}. */
function question(message: WireMessage, common: Common): DecodedEvent[] {
  const asked = inner(message, 2);
  const [questionId, text] = [idOf(asked, 1), looseText(textOf(asked, 2), 1000)];
  if (!questionId || text === undefined) return [];
  return [{ type: 'question', questionId, text, user: decodeUser(inner(asked, 5)), ...common }];
}

/** 2 state (absent begun, 1 over, 2 votes came), 3 poll id, 4 begun {3 choices}, 5 over {2 choices}, 6 votes {2 choices}; a choice is {1 votes, 2 text, 3 place}. */
function poll(message: WireMessage, common: Common): DecodedEvent[] {
  const interactionId = idOf(message, 3);
  if (!interactionId) return [];
  const state = numberOf(message, 2) ?? 0;
  const choices = state === 0 ? inners(inner(message, 4), 3, 50) : inners(inner(message, state === 1 ? 5 : 6), 2, 50);
  const tallies: Record<string, number> = {};
  for (const [index, choice] of choices.entries()) {
    const text = looseText(textOf(choice, 2), 80) ?? String((countOf(choice, 3) ?? index) + 1);
    tallies[text in tallies ? `${text} (${index + 1})` : text] = countOf(choice, 1) ?? 0;
  }
  const type = state === 0 ? 'interaction.open' : state === 1 ? 'interaction.close' : 'interaction.update';
  return [{ type, interactionId, kind: 'poll', state: state === 1 ? 'closed' : 'open', tallies, ...common }];
}

/** 2 envelope {1 id, 5 diamonds, 6 people}, 3 shown (1) or taken away (2). */
function envelope(message: WireMessage, common: Common): DecodedEvent[] {
  const info = inner(message, 2);
  const interactionId = looseText(textOf(info, 1), 200) ?? idOf(info, 1);
  if (!interactionId) return [];
  const isOver = numberOf(message, 3) === 2;
  const [diamonds, people] = [countOf(info, 5), countOf(info, 6)];
  const tallies =
    diamonds === undefined && people === undefined
      ? undefined
      : { ...(diamonds !== undefined && { diamonds }), ...(people !== undefined && { people }) };
  return [
    {
      type: isOver ? 'interaction.close' : 'interaction.open',
      interactionId,
      kind: 'redpacket',
      state: isOver ? 'closed' : 'open',
      tallies,
      ...common,
    },
  ];
}
