// Turns one liveChatMessage of the YouTube Data API into events.
import type { DecodedEvent, LiveUser } from '../../../stream/core/live-event.contract.ts';
import { microsToMinor } from '../../core/currency-amount.ts';
import { readInstant } from '../files/read-time.ts';
import { filled, type Loose, looseCount, looseId, looseList, looseObject, looseText } from '../kit/loose-fields.ts';

interface Common {
  id: string | undefined;
  ts: number;
  user: LiveUser | undefined;
}

/** Events of a message resource (developers.google.com/youtube/v3/live/docs/liveChatMessages); null when it cannot be read, none where it means nothing to us. */
export function decodeItem(item: unknown): DecodedEvent[] | null {
  const message = looseObject(item);
  const snippet = looseObject(message.snippet);
  const ts = typeof snippet.publishedAt === 'string' ? readInstant(snippet.publishedAt, 0) : undefined;
  if (ts === undefined || typeof snippet.type !== 'string') return null;
  const common = { id: looseId(message.id), ts, user: authorOf(looseObject(message.authorDetails), snippet) };
  const events = eventsOf(snippet.type, snippet, common);
  return events === null ? null : events.map(filled);
}

function eventsOf(type: string, snippet: Loose, common: Common): DecodedEvent[] | null {
  switch (type) {
    case 'textMessageEvent': {
      const text = looseText(looseObject(snippet.textMessageDetails).messageText ?? snippet.displayMessage, 500);
      return text === undefined ? null : [{ type: 'comment', text, ...common }];
    }
    case 'superChatEvent':
      return paid(looseObject(snippet.superChatDetails), common);
    case 'superStickerEvent':
      return paid(looseObject(snippet.superStickerDetails), common);
    case 'newSponsorEvent':
      return [{ type: 'viewer.subscribe', tier: levelOf(snippet.newSponsorDetails), ...common }];
    case 'memberMilestoneChatEvent':
      return milestone(looseObject(snippet.memberMilestoneChatDetails), common);
    case 'membershipGiftingEvent': {
      const given = looseObject(snippet.membershipGiftingDetails);
      const count = looseCount(given.giftMembershipsCount, 10_000) ?? 1;
      return [
        {
          type: 'viewer.subscribe',
          count,
          tier: looseText(given.giftMembershipsLevelName, 100),
          channel: 'gift',
          ...common,
        },
      ];
    }
    case 'messageDeletedEvent': {
      const targetId = looseId(looseObject(snippet.messageDeletedDetails).deletedMessageId);
      return targetId ? [{ type: 'comment.remove', targetId, by: 'moderator', ...common }] : null;
    }
    case 'userBannedEvent': {
      const ban = looseObject(snippet.userBannedDetails);
      const targetUid = looseId(looseObject(ban.bannedUserDetails).channelId);
      return targetUid
        ? [{ type: 'comment.remove', targetUid, by: 'moderator', reason: looseText(ban.banType, 100), ...common }]
        : null;
    }
    case 'pollEvent':
      return poll(looseObject(looseObject(snippet.pollDetails).metadata), common);
    case 'chatEndedEvent':
      return [{ type: 'room.end', reason: 'ended', id: common.id, ts: common.ts }];
    case 'sponsorOnlyModeStartedEvent':
    case 'sponsorOnlyModeEndedEvent':
      return [
        {
          type: 'room.update',
          reason: type === 'sponsorOnlyModeStartedEvent' ? 'members_only' : 'everyone',
          id: common.id,
          ts: common.ts,
        },
      ];
    default:
      // A gift received was counted with its giving; tombstones say nothing.
      return [];
  }
}

function paid(details: Loose, common: Common): DecodedEvent[] | null {
  const currency = looseText(details.currency, 3);
  const micros = looseText(String(details.amountMicros ?? ''), 20);
  if (!currency || !/^[A-Z]{3}$/.test(currency) || !micros) return null;
  const minor = microsToMinor(micros, currency);
  if (minor === null || minor > 1e15) return null;
  const sticker = looseObject(details.superStickerMetadata);
  const text = looseText(details.userComment, 1000) ?? looseText(sticker.altText, 1000) ?? '';
  return [{ type: 'superchat', text, amount: { minor, currency }, ...common }];
}

/** A milestone is news of a member and, when something was written, a line of chat. */
function milestone(details: Loose, common: Common): DecodedEvent[] {
  const months = looseCount(details.memberMonth, 1200);
  const events: DecodedEvent[] = [
    { type: 'viewer.subscribe', months, tier: looseText(details.memberLevelName, 100), ...common },
  ];
  const text = looseText(details.userComment, 500);
  if (text) events.push({ type: 'comment', text, ...common, id: common.id && `${common.id}:text` });
  return events;
}

function poll(metadata: Loose, common: Common): DecodedEvent[] | null {
  if (!common.id) return null;
  const tallies: Record<string, number> = {};
  let votes = 0;
  for (const [index, option] of looseList(metadata.options, 20).entries()) {
    const tally = looseCount(looseObject(option).tally) ?? 0;
    const text = looseText(looseObject(option).optionText, 80) ?? String(index + 1);
    tallies[text in tallies ? `${text} (${index + 1})` : text] = tally;
    votes += tally;
  }
  const isClosed = metadata.status === 'closed';
  // The same message comes again with other votes: each state is an event of its own.
  const id = `${common.id.slice(0, 180)}:${isClosed ? 'closed' : votes}`;
  return [
    {
      type: isClosed ? 'interaction.close' : 'interaction.update',
      interactionId: common.id,
      kind: 'poll',
      state: isClosed ? 'closed' : 'open',
      tallies,
      ts: common.ts,
      id,
    },
  ];
}

function levelOf(details: unknown): string | undefined {
  return looseText(looseObject(details).memberLevelName, 100);
}

function authorOf(author: Loose, snippet: Loose): LiveUser | undefined {
  const uid = looseId(author.channelId) ?? looseId(snippet.authorChannelId);
  const name = looseText(author.displayName, 100);
  if (!uid && !name) return undefined;
  const role =
    author.isChatOwner === true
      ? 'host'
      : author.isChatModerator === true
        ? 'mod'
        : author.isChatSponsor === true
          ? 'member'
          : undefined;
  return filled({ uid, name, role }) as LiveUser;
}
