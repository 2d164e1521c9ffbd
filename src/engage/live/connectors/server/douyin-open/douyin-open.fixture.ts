// Calls of Douyin's open webhooks in the shape of the documentation; ids are made up.
import type { FuzzCase } from '../../core/connector.contract.ts';
import { decodeDouyinOpen } from './douyin-open.connector.ts';

export const challengeCall = '{"event":"verify_webhook","client_key":"key","content":{"challenge":12345}}';
export const messageCall = JSON.stringify({
  event: 'im_receive_msg',
  client_key: 'key',
  from_user_id: 'open-1',
  to_user_id: 'shop',
  content: JSON.stringify({
    conversation_short_id: 'c-1',
    server_message_id: '7300000000000000011',
    create_time: 1_764_000_000_123,
    message_type: 'text',
    text: '昨晚直播拍的还没发货',
  }),
});

export const douyinOpenFuzz: FuzzCase = {
  name: 'douyin-open',
  seeds: [challengeCall, messageCall].map((text) => new TextEncoder().encode(text)),
  decode(data) {
    const read = decodeDouyinOpen(data);
    return { events: read?.decoded ? [read.decoded] : [], unread: read?.decoded ? 0 : 1 };
  },
};
