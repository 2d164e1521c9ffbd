// One raw action of YouTube's chat page of each kind, names scrubbed, parts that only draw the page taken out; for tests and the fuzz bench.
//
// From github.com/xenova/chat-downloader (tests), MIT License, Copyright (c) 2020 Joshua Lochner. Permission is hereby granted,
// free of charge, to any person obtaining a copy of this software and associated documentation files, to deal in the Software
// without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense,
// and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the above
// copyright notice and this permission notice being included in all copies or substantial portions of the Software. THE
// SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND.
import { YOUTUBE_PANEL_ACTIONS } from './youtube-panel-actions.fixture.ts';

export const YOUTUBE_ACTIONS: readonly object[] = [
  {
    addChatItemAction: {
      item: {
        liveChatTextMessageRenderer: {
          message: { runs: [{ text: 'Consistency Level ASL ' }, { text: '❤️' }] },
          authorName: { simpleText: 'viewer_fa008dcc' },
          id: 'CjoKGkNJLTRuSUMyMHUwQ0ZRMktnZ29kdEZjTjZREhxDTXZ0NEtxMDB1MENGUVhwYUFvZHFnUUxVdy0x',
          timestampUsec: '1608118971079695',
          authorExternalChannelId: 'UC_c878a49a',
        },
      },
    },
  },
  {
    addChatItemAction: {
      item: {
        liveChatViewerEngagementMessageRenderer: {
          id: 'ChwKGlJFUExBWV9WRU0xNjA4MTI3MTQyMzk0MTcy',
          timestampUsec: '1608127142394232',
          icon: { iconType: 'YOUTUBE_ROUND' },
          message: {
            runs: [
              { text: 'Live chat replay is on. Messages that appeared when the stream was live will show up here.' },
            ],
          },
        },
      },
    },
  },
  {
    addChatItemAction: {
      item: {
        liveChatMembershipItemRenderer: {
          id: 'ChwKGkNQallvTmJJaE9rQ0ZZek5nZ29kdVZ3S2Z3',
          timestampUsec: '1587851737705592',
          authorExternalChannelId: 'UC_b3537aff',
          headerSubtext: { runs: [{ text: 'New member' }] },
          authorName: { simpleText: 'viewer_1087def6' },
          authorBadges: [
            {
              liveChatAuthorBadgeRenderer: {
                customThumbnail: {},
                tooltip: 'New member',
                accessibility: { accessibilityData: { label: 'New member' } },
              },
            },
          ],
        },
      },
    },
  },
  {
    addChatItemAction: {
      item: {
        liveChatDonationAnnouncementRenderer: {
          id: 'ChwKGkNLbW8yY1BKaE9rQ0ZST0d3Z0VkVm5VRVRn',
          timestampUsec: '1587851967222825',
          text: { runs: [{ text: 'Anonymous donated ' }, { text: '$50.00' }] },
          subtext: { runs: [{ text: 'to ' }, { text: 'UN Foundation (UNF)' }] },
        },
      },
    },
  },
  {
    addChatItemAction: {
      item: {
        liveChatPaidStickerRenderer: {
          id: 'ChwKGkNJTDhuN1BoNnVvQ0ZWbENUQWdkakVvTUtB',
          timestampUsec: '1595761124656184',
          authorName: { simpleText: 'viewer_a34f6093' },
          authorExternalChannelId: 'UC_6a5c62f0',
          sticker: {
            accessibility: {
              accessibilityData: { label: 'Shiba dog dressed in a traditional outfit waving Japanese fans' },
            },
          },
          purchaseAmountText: { simpleText: '$9.99' },
        },
      },
    },
  },
  {
    addChatItemAction: {
      item: {
        liveChatModeChangeMessageRenderer: {
          id: 'ChwKGkNNT2k1ZmZsMC0wQ0ZZZXNnZ29kTC1nR29B',
          timestampUsec: '1608166198038851',
          icon: { iconType: 'SLOW_MODE' },
          text: { runs: [{ text: 'Slow mode is on', bold: true }] },
          subtext: {
            runs: [
              { text: 'Send a message every ', italics: true },
              { text: '60 seconds', italics: true },
            ],
          },
        },
      },
    },
  },
  {
    addLiveChatTickerItemAction: {
      item: {
        liveChatTickerPaidStickerItemRenderer: {
          id: 'ChwKGkNNYU8wTTJvMC0wQ0ZRNmJ3UW9kNEpvS0pR',
          durationSec: 600,
          fullDurationSec: 600,
          showItemEndpoint: {
            showLiveChatItemEndpoint: {
              renderer: {
                liveChatPaidStickerRenderer: {
                  id: 'ChwKGkNNYU8wTTJvMC0wQ0ZRNmJ3UW9kNEpvS0pR',
                  timestampUsec: '1608149932977577',
                  authorName: { simpleText: 'viewer_f5f111f5' },
                  authorExternalChannelId: 'UC_08c8c8c8',
                  sticker: {
                    accessibility: {
                      accessibilityData: {
                        label:
                          "Pear character looking at himself in the mirror, saying 'Thanks for being you' with hearts popping out of his eyes",
                      },
                    },
                  },
                  purchaseAmountText: { simpleText: '$20.00' },
                },
              },
            },
          },
          authorExternalChannelId: 'UC_08c8c8c8',
        },
      },
      durationSec: '600',
    },
  },
  {
    markChatItemAsDeletedAction: {
      deletedStateMessage: { runs: [{ text: '[message deleted]' }] },
      targetItemId:
        'CkUKGkNNV3k0WUcyMHUwQ0ZZa3NyUVlkRlYwUHpREidDSi1HanZLMDB1MENGWW1UY0FvZEdaWUw2QTE2MDgxMTg5NzI2Njc%3D',
    },
  },
  {
    markChatItemsByAuthorAsDeletedAction: {
      deletedStateMessage: { runs: [{ text: '[message deleted]' }] },
      externalChannelId: 'UC_6204476c',
    },
  },
  {
    replaceChatItemAction: {
      targetItemId:
        'CkUKGkNManQyNHV6MHUwQ0ZZV3hnZ29kdHBvTGpnEidDSW1QdmFpdjB1MENGY2tPdHdBZFE4QU1nUTE2MDgxMTgxODg3MTA%3D',
      replacementItem: {
        liveChatPlaceholderItemRenderer: {
          id: 'CkUKGkNManQyNHV6MHUwQ0ZZV3hnZ29kdHBvTGpnEidDSW1QdmFpdjB1MENGY2tPdHdBZFE4QU1nUTE2MDgxMTgxODg3MTA%3D',
          timestampUsec: '1608118189881016',
        },
      },
    },
  },
  { showLiveChatTooltipCommand: { tooltip: {} } },
  {
    addLiveChatTickerItemAction: {
      item: {
        liveChatTickerPaidMessageItemRenderer: {
          id: 'ChwKGkNKeWhydmp0bmVzQ0ZXUUhzd0FkaWJZSGpR',
          amount: { simpleText: '$10.00' },
          durationSec: 300,
          showItemEndpoint: {
            showLiveChatItemEndpoint: {
              renderer: {
                liveChatPaidMessageRenderer: {
                  id: 'ChwKGkNKeWhydmp0bmVzQ0ZXUUhzd0FkaWJZSGpR',
                  timestampUsec: '1597516833427649',
                  authorName: { simpleText: 'viewer_3289500b' },
                  purchaseAmountText: { simpleText: '$10.00' },
                  message: { runs: [{ text: '​❤️ TECHNO SUPPORT ❤️' }] },
                  bodyTextColor: 3741319168,
                  authorExternalChannelId: 'UC_703065f5',
                },
              },
            },
          },
          authorExternalChannelId: 'UC_703065f5',
          fullDurationSec: 300,
        },
      },
      durationSec: '300',
    },
  },
  {
    addLiveChatTickerItemAction: {
      item: {
        liveChatTickerSponsorItemRenderer: {
          id: 'ChwKGkNQallvTmJJaE9rQ0ZZek5nZ29kdVZ3S2Z3',
          detailText: { runs: [{ text: 'Member' }] },
          durationSec: 300,
          showItemEndpoint: {
            showLiveChatItemEndpoint: {
              renderer: {
                liveChatMembershipItemRenderer: {
                  id: 'ChwKGkNQallvTmJJaE9rQ0ZZek5nZ29kdVZ3S2Z3',
                  timestampUsec: '1587851737705592',
                  authorExternalChannelId: 'UC_b3537aff',
                  headerSubtext: { runs: [{ text: 'New member' }] },
                  authorName: { simpleText: 'viewer_1087def6' },
                  authorBadges: [
                    {
                      liveChatAuthorBadgeRenderer: {
                        customThumbnail: {},
                        tooltip: 'New member',
                        accessibility: { accessibilityData: { label: 'New member' } },
                      },
                    },
                  ],
                },
              },
            },
          },
          authorExternalChannelId: 'UC_b3537aff',
          fullDurationSec: 300,
        },
      },
      durationSec: '300',
    },
  },
  {
    replaceChatItemAction: {
      targetItemId: 'CjkKGkNLbnE1dHl4MHUwQ0ZSREhnZ29kU2pFTmN3EhtDTERINGZhdjB1MENGUXEwV0FvZDN2QU53UTA%3D',
      replacementItem: {
        liveChatPlaceholderItemRenderer: {
          id: 'CjkKGkNLbnE1dHl4MHUwQ0ZSREhnZ29kU2pFTmN3EhtDTERINGZhdjB1MENGUXEwV0FvZDN2QU53UTA%3D',
          timestampUsec: '1608117823059241',
        },
      },
    },
  },
  ...YOUTUBE_PANEL_ACTIONS,
];
