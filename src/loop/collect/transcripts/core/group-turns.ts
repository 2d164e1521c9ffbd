// Decides which customer turns of a session become feedback, and which of them belong together.
import type { Speaker } from './transcript.contract.ts';

export interface HeardTurn {
  position: number;
  speaker: Speaker;
  at: Date | null;
  text: string;
}

export interface TurnGroup {
  positions: number[];
  text: string;
  at: Date | null;
}

/** A customer who is silent this long begins anew. */
const PAUSE_MS = 10 * 60_000;
const MAX_CHARACTERS = 4000;
const MAX_GROUPS = 12;

/** Words that carry nothing by themselves: greetings, yes and no, thanks, a sign that somebody is there. */
const EMPTY_WORDS =
  /^(你好|您好|在吗|在么|在不|在|有人吗|亲|好的?|好吧|好滴|好哒|行|可以|嗯+|哦+|噢|啊|恩+|是的?|对的?|对|不是|没有了?|没了|知道了|明白(了)?|了解|收到|谢谢(你|您|了|啦)?|多谢|感谢|辛苦了|再见|拜拜|没事了?|人工(客服)?|转人工|喂+|稍等|等(一)?下|hi|hello|hey|ok(ay)?|yes|yeah|yep|no|nope|thanks?( you)?|thx|bye|goodbye|sure|fine|great|right|hmm+|uh+|um+|alright|good (morning|afternoon|evening)|are you there|agent|human)$/i;
/** What an agent says while he works; it does not end what the customer is telling. */
const AGENT_FILLER =
  /^(嗯+|哦+|好的?|是的?|您?请?稍等.{0,8}|请(您)?稍(等|候).{0,8}|在的?|您好.{0,10}|亲.{0,4}|收到|明白|了解|ok(ay)?|yes|right|i see|sure|one moment.{0,12}|uh-?huh|mm-?hm+|hello.{0,10})[，,。.!！~～…\s]*$/i;

const bare = (text: string) => text.replace(/[\s，,。.!！?？~～…、:：;；"“”'‘’()（）#-]+/g, ' ').trim();

/**
 * The rule: customer turns belong together until the agent (or a robot) answers with something of substance, the customer is silent
 * for ten minutes, or 4,000 characters are full. A group of which nothing is left but greetings and yes or no is no feedback.
 * Of one session at most twelve groups become feedback; what is said after that joins the last.
 */
export function groupTurns(turns: readonly HeardTurn[]): TurnGroup[] {
  const groups: HeardTurn[][] = [];
  let current: HeardTurn[] = [];
  const close = () => {
    if (current.length > 0) groups.push(current);
    current = [];
  };
  for (const turn of turns) {
    if (turn.speaker === 'customer') {
      const last = current.at(-1);
      const silent = last?.at && turn.at && turn.at.getTime() - last.at.getTime() > PAUSE_MS;
      const full = current.reduce((sum, one) => sum + one.text.length, 0) + turn.text.length > MAX_CHARACTERS;
      if (silent || full) close();
      current.push(turn);
    } else if (turn.speaker === 'agent' || turn.speaker === 'bot') {
      if (!AGENT_FILLER.test(turn.text.trim())) close();
    }
  }
  close();
  const worth = groups.filter((group) => group.some((turn) => saysSomething(turn.text)));
  const kept = worth.slice(0, MAX_GROUPS);
  const rest = worth.slice(MAX_GROUPS).flat();
  return kept.map((group, index) => toGroup(index === MAX_GROUPS - 1 ? [...group, ...rest] : group));
}

/** Whether a turn is more than a greeting, a yes or a sign. */
export function saysSomething(text: string): boolean {
  const words = bare(text);
  if (words === '' || EMPTY_WORDS.test(words)) return false;
  // "好的 谢谢" and "hello are you there" are two empties, not one word of substance.
  if (words.length <= 24 && words.split(' ').every((word) => EMPTY_WORDS.test(word))) return false;
  return /[\p{L}\p{N}]{2}|[\u4e00-\u9fff]/u.test(words);
}

function toGroup(turns: readonly HeardTurn[]): TurnGroup {
  const said = turns.filter((turn) => saysSomething(turn.text));
  return {
    positions: turns.map((turn) => turn.position),
    text: said
      .map((turn) => turn.text.trim())
      .join('\n')
      .slice(0, 20_000),
    at: said[0]?.at ?? turns[0]?.at ?? null,
  };
}
