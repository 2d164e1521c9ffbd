// Turns lines of Twitch chat into events: messages, bits, subscriptions and gifts of them, removals, raids.
import type { DecodedEvent, LiveUser } from '../../../stream/core/live-event.contract.ts';
import { filled, looseCount, looseId, looseInstant, looseText } from '../kit/loose-fields.ts';
import { type IrcLine, readIrcLine } from './irc-line.ts';

const MOST_LINES = 5_000;

export interface HeardTwitch {
  events: DecodedEvent[];
  unread: number;
  /** Lines to send back at once. */
  answer: string[];
  isWelcome: boolean;
  /** The server asks to come again. */
  again?: string;
}

/** Reads what one socket message held: lines ending in CR LF. Never throws. */
export function decodeTwitch(data: string, receivedAt: number): HeardTwitch {
  const heard: HeardTwitch = { events: [], unread: 0, answer: [], isWelcome: false };
  for (const text of data.split('\n', MOST_LINES)) {
    const written = text.endsWith('\r') ? text.slice(0, -1) : text;
    if (written === '') continue;
    const line = readIrcLine(written);
    if (!line) {
      heard.unread += 1;
      continue;
    }
    take(line, receivedAt, heard);
  }
  return heard;
}

function take(line: IrcLine, receivedAt: number, heard: HeardTwitch): void {
  switch (line.command) {
    case 'PING':
      heard.answer.push(`PONG :${(line.params[0] ?? 'tmi.twitch.tv').slice(0, 200)}`);
      return;
    case 'RECONNECT':
      heard.again = 'reconnect';
      return;
    // End of the list of names: the channel is joined.
    case '366':
    case 'ROOMSTATE':
      heard.isWelcome = true;
      return;
    case 'NOTICE':
      if (/suspended|does not exist|banned/i.test(line.tags['msg-id'] ?? line.params.at(-1) ?? ''))
        heard.again = 'refused';
      return;
    default:
      for (const event of eventsOf(line, looseInstant(line.tags['tmi-sent-ts']) ?? receivedAt))
        heard.events.push(filled(event));
  }
}

function eventsOf(line: IrcLine, ts: number): DecodedEvent[] {
  switch (line.command) {
    case 'PRIVMSG':
      return message(line, ts);
    case 'USERNOTICE':
      return notice(line, ts);
    case 'CLEARMSG': {
      const targetId = looseId(line.tags['target-msg-id']);
      return targetId ? [{ type: 'comment.remove', targetId, by: 'moderator', ts }] : [];
    }
    case 'CLEARCHAT': {
      const targetUid = looseId(line.tags['target-user-id']);
      const seconds = line.tags['ban-duration'];
      return targetUid
        ? [{ type: 'comment.remove', targetUid, by: 'moderator', reason: seconds ? 'timeout' : 'ban', ts }]
        : [];
    }
    default:
      return [];
  }
}

/** A line of chat; with bits it is also money: one bit is one US cent for the streamer. */
function message({ tags, params, from }: IrcLine, ts: number): DecodedEvent[] {
  const said = spoken(params[1] ?? '');
  const common = { id: looseId(tags.id), ts, user: userOf(tags, from) };
  const bits = looseCount(tags.bits, 1e7);
  if (bits) {
    return [
      { type: 'superchat', text: looseText(said, 1000) ?? '', amount: { minor: bits, currency: 'bits' }, ...common },
    ];
  }
  const text = looseText(said, 500);
  if (text === undefined) return [];
  const replyTo = looseId(tags['reply-parent-msg-id']);
  return [
    {
      type: 'comment',
      text,
      replyTo,
      emotes: emotesOf(tags.emotes, said),
      kind: isEmoteOnly(tags) ? 'emote' : undefined,
      ...common,
    },
  ];
}

/** `/me waves` comes wrapped in control signs (CTCP ACTION). */
function spoken(text: string): string {
  const mark = '\u0001';
  if (!text.startsWith(`${mark}ACTION `)) return text;
  return text.endsWith(mark) ? text.slice(8, -1) : text.slice(8);
}

function isEmoteOnly(tags: IrcLine['tags']): boolean {
  return tags['emote-only'] === '1';
}

/** `25:0-4,12-16/1902:6-10` → the words at those places (counted in code points). */
function emotesOf(written: string | undefined, said: string): string[] | undefined {
  if (!written) return undefined;
  const signs = [...said];
  const names = written.split('/', 50).flatMap((one) => {
    const match = /:(\d{1,4})-(\d{1,4})/.exec(one);
    return match ? (looseText(signs.slice(+match[1]!, +match[2]! + 1).join(''), 100) ?? []) : [];
  });
  return names.length > 0 ? names : undefined;
}

/** Subscriptions, gifts of them and raids. A gift to many people is told once as a whole and then for each: only the whole counts. */
function notice({ tags, params, from }: IrcLine, ts: number): DecodedEvent[] {
  const common = { id: looseId(tags.id), ts, user: userOf(tags, from) };
  const tier = looseText(tags['msg-param-sub-plan'], 100);
  const events: DecodedEvent[] = [];
  switch (tags['msg-id']) {
    case 'sub':
    case 'resub':
      events.push({
        type: 'viewer.subscribe',
        tier,
        months: looseCount(tags['msg-param-cumulative-months'], 1200),
        ...common,
      });
      break;
    case 'submysterygift':
      events.push({
        type: 'viewer.subscribe',
        tier,
        count: looseCount(tags['msg-param-mass-gift-count'], 10_000) ?? 1,
        channel: 'gift',
        ...common,
      });
      break;
    case 'subgift':
    case 'anonsubgift':
      if (tags['msg-param-community-gift-id']) return [];
      events.push({ type: 'viewer.subscribe', tier, count: 1, channel: 'gift', ...common });
      break;
    case 'raid':
      events.push({
        type: 'viewer.enter',
        count: looseCount(tags['msg-param-viewerCount'], 1e7) ?? 1,
        channel: 'raid',
        ...common,
      });
      break;
    case 'announcement':
      break;
    default:
      return [];
  }
  const text = looseText(params[1], 500);
  if (text)
    events.push({
      type: 'comment',
      text,
      ...common,
      id: events.length > 0 ? common.id && `${common.id}:text` : common.id,
    });
  return events;
}

function userOf(tags: IrcLine['tags'], from: string): LiveUser | undefined {
  const uid = looseId(tags['user-id']);
  const name = looseText(tags['display-name'], 100) ?? looseText(tags.login ?? from, 100);
  if (!uid && !name) return undefined;
  const badges = tags.badges ?? '';
  const role = badges.includes('broadcaster/')
    ? 'host'
    : tags.mod === '1' || badges.includes('moderator/')
      ? 'mod'
      : /(subscriber|founder)\//.test(badges)
        ? 'member'
        : badges.includes('staff/')
          ? 'staff'
          : undefined;
  return filled({ uid, name, role, newcomer: tags['first-msg'] === '1' ? true : undefined }) as LiveUser;
}
