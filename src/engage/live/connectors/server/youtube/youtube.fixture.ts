// Messages of every kind as YouTube's reference describes them, and what the fuzz bench damages.
import type { FuzzCase } from '../../core/connector.contract.ts';
import { exactJson } from '../kit/exact-json.ts';
import { decodeAction } from './decode-action.ts';
import { decodeAnswer } from './youtube.connector.ts';
import { YOUTUBE_ACTIONS } from './youtube-actions.fixture.ts';

const author = {
  channelId: 'UC_1',
  displayName: 'Ann',
  isChatOwner: false,
  isChatSponsor: true,
  isChatModerator: false,
};
const message = (id: string, type: string, details: object, authorDetails: object = author) => ({
  kind: 'youtube#liveChatMessage',
  id,
  snippet: { type, liveChatId: 'chat', publishedAt: '2026-05-01T12:00:00.123456Z', ...details },
  authorDetails,
});

export const YOUTUBE_ITEMS = {
  text: message('m1', 'textMessageEvent', { textMessageDetails: { messageText: '这个多少钱' } }),
  superChat: message('m2', 'superChatEvent', {
    superChatDetails: { amountMicros: '5000000', currency: 'USD', userComment: 'nice', tier: 2 },
  }),
  yen: message('m3', 'superChatEvent', { superChatDetails: { amountMicros: '1000000000', currency: 'JPY', tier: 3 } }),
  sticker: message('m4', 'superStickerEvent', {
    superStickerDetails: { superStickerMetadata: { altText: 'Shiba' }, amountMicros: '1990000', currency: 'EUR' },
  }),
  member: message('m5', 'newSponsorEvent', { newSponsorDetails: { memberLevelName: 'Gold', isUpgrade: false } }),
  milestone: message('m6', 'memberMilestoneChatEvent', {
    memberMilestoneChatDetails: { userComment: 'six months', memberMonth: 6, memberLevelName: 'Gold' },
  }),
  gifting: message('m7', 'membershipGiftingEvent', {
    membershipGiftingDetails: { giftMembershipsCount: 5, giftMembershipsLevelName: 'Gold' },
  }),
  received: message('m8', 'giftMembershipReceivedEvent', {
    giftMembershipReceivedDetails: { memberLevelName: 'Gold' },
  }),
  deleted: message('m9', 'messageDeletedEvent', { messageDeletedDetails: { deletedMessageId: 'm1' } }),
  banned: message('m10', 'userBannedEvent', {
    userBannedDetails: { bannedUserDetails: { channelId: 'UC_9' }, banType: 'temporary', banDurationSeconds: '300' },
  }),
  poll: message('m11', 'pollEvent', {
    pollDetails: {
      metadata: {
        questionText: 'Which',
        options: [
          { optionText: 'Red', tally: '3' },
          { optionText: 'Blue', tally: '4' },
        ],
        status: 'active',
      },
    },
  }),
  closed: message('m11', 'pollEvent', {
    pollDetails: {
      metadata: { questionText: 'Which', options: [{ optionText: 'Red', tally: '3' }], status: 'closed' },
    },
  }),
  ended: message('m12', 'chatEndedEvent', {}),
} as const;

const encode = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));

/** An answer of liveChatMessages.list. */
export const answerWith = (...items: readonly object[]) => ({
  kind: 'youtube#liveChatMessageListResponse',
  nextPageToken: 'next',
  pollingIntervalMillis: 3000,
  items,
});

export const youtubeFuzz: FuzzCase[] = [
  {
    name: 'youtube api',
    seeds: Object.values(YOUTUBE_ITEMS).map((item) => encode(answerWith(item))),
    decode: (data) => decodeAnswer(data) ?? { events: [], unread: 1 },
  },
  {
    name: 'youtube actions',
    seeds: YOUTUBE_ACTIONS.map(encode),
    decode: (data) => {
      const events = decodeAction(exactJson(data), 1_600_000_000_000);
      return { events: events ?? [], unread: events ? 0 : 1 };
    },
  },
];
