// One raw action of YouTube's chat page of each kind that stands above the chat: banners, panels, polls. Scrubbed as its neighbours.
//
// From github.com/xenova/chat-downloader (tests), MIT License, Copyright (c) 2020 Joshua Lochner. Permission is hereby granted,
// free of charge, to any person obtaining a copy of this software and associated documentation files, to deal in the Software
// without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense,
// and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the above
// copyright notice and this permission notice being included in all copies or substantial portions of the Software. THE
// SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND.

export const YOUTUBE_PANEL_ACTIONS: readonly object[] = [
  {
    addBannerToLiveChatCommand: {
      bannerRenderer: {
        liveChatBannerRenderer: {
          header: {
            liveChatBannerHeaderRenderer: {
              icon: { iconType: 'KEEP' },
              text: { runs: [{ text: 'Pinned by ' }, { text: 'Study IQ education' }] },
            },
          },
          contents: {
            liveChatTextMessageRenderer: {
              message: {
                runs: [{ text: "Click here to buy Dr Vipan's course : " }, { text: 'https://example.invalid/' }],
              },
              authorName: { simpleText: 'viewer_05d245d1' },
              id: 'CjkKGkNOR29pLUtlaXU0Q0ZXVUhmUW9kRThjSFF3EhtDUENBdzltZWl1NENGVTBiWkFvZHhKRUhIQTA%3D',
              timestampUsec: '1610036879217790',
              authorBadges: [
                {
                  liveChatAuthorBadgeRenderer: {
                    icon: { iconType: 'VERIFIED' },
                    tooltip: 'Verified',
                    accessibility: { accessibilityData: { label: 'Verified' } },
                  },
                },
                {
                  liveChatAuthorBadgeRenderer: {
                    icon: { iconType: 'OWNER' },
                    tooltip: 'Owner',
                    accessibility: { accessibilityData: { label: 'Owner' } },
                  },
                },
              ],
              authorExternalChannelId: 'UC_a7f2a307',
            },
          },
          actionId: 'ChwKGkNJLVd2LU9laXU0Q0Zab0hyUVlkcGVJTFNn',
          viewerIsCreator: false,
          targetId: 'live-chat-banner',
          isStackable: false,
        },
      },
    },
  },
  { removeBannerForLiveChatCommand: { targetActionId: 'ChwKGkNJejduN25PZ3U0Q0ZjTU01d29kenJjSjZn' } },
  {
    showLiveChatActionPanelAction: {
      panelToShow: {
        liveChatActionPanelRenderer: {
          header: {
            liveChatActionPanelHeaderRenderer: { titleText: { runs: [{ text: 'Poll' }] }, icon: { iconType: 'POLL' } },
          },
          contents: {
            pollRenderer: {
              choices: [
                { text: { simpleText: 'Blue' } },
                { text: { simpleText: 'White' } },
                { text: { simpleText: 'Black' } },
              ],
              liveChatPollId: 'ChkKF2h0Z1ZZT0R3THYyOHRPVVAxcmFaOEFN',
              header: {
                pollHeaderRenderer: {
                  pollQuestion: { simpleText: 'What color does the LIKE button turn for you?' },
                  metadataText: {
                    runs: [
                      { text: 'Typical Gamer' },
                      { text: ' • ' },
                      { text: '49 min. ago' },
                      { text: ' • ' },
                      { text: '22,281 votes' },
                    ],
                  },
                  liveChatPollType: 'LIVE_CHAT_POLL_TYPE_CREATOR',
                },
              },
              authorExternalChannelId: 'UC_153b0b76',
            },
          },
          id: 'ChkKF2h0Z1ZZT0R3THYyOHRPVVAxcmFaOEFN',
          targetId: 'live-chat-action-panel',
        },
      },
    },
  },
  {
    updateLiveChatPollAction: {
      pollToUpdate: {
        pollRenderer: {
          choices: [
            {
              text: { simpleText: 'Blue' },
              selected: false,
              voteRatio: 0.4660266637802124,
              votePercentage: { simpleText: '47%' },
            },
            {
              text: { simpleText: 'White' },
              selected: false,
              voteRatio: 0.2357969433069229,
              votePercentage: { simpleText: '24%' },
            },
            {
              text: { simpleText: 'Black' },
              selected: false,
              voteRatio: 0.2981764078140259,
              votePercentage: { simpleText: '30%' },
            },
          ],
          liveChatPollId: 'ChkKF2h0Z1ZZT0R3THYyOHRPVVAxcmFaOEFN',
          header: {
            pollHeaderRenderer: {
              pollQuestion: { simpleText: 'What color does the LIKE button turn for you?' },
              metadataText: {
                runs: [
                  { text: 'Typical Gamer' },
                  { text: ' • ' },
                  { text: '50 min. ago' },
                  { text: ' • ' },
                  { text: '22,812 votes' },
                ],
              },
              liveChatPollType: 'LIVE_CHAT_POLL_TYPE_CREATOR',
            },
          },
        },
      },
    },
  },
  { closeLiveChatActionPanelAction: { targetPanelId: 'ChgKFlhYc1lZTVBjQjZ6amh3YlUzS2lRQ1E%3D' } },
];
