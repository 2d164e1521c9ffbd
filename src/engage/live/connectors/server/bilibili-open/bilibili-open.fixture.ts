// Messages of Bilibili's open platform in the shape of its documentation; names and ids are made up.
import type { FuzzCase } from '../../core/connector.contract.ts';
import { commandPacket, packed } from '../bilibili-web/bilibili-web.fixture.ts';
import { hearBilibili } from '../bilibili-web/hear-bilibili.ts';
import { decodeOpenCommand } from './open-commands.ts';

const person = { uid: 0, open_id: 'open-1', uname: '小雨', uface: 'https://example.test/face.png', room_id: 5050 };
const medal = { fans_medal_level: 12, fans_medal_name: '燕麦', fans_medal_wearing_status: true, guard_level: 0 };

export const openMessages: Record<string, { cmd: string; data: object }> = {
  DM: {
    cmd: 'LIVE_OPEN_PLATFORM_DM',
    data: {
      ...person,
      ...medal,
      msg: '3号链接有运费险吗',
      msg_id: 'm-1',
      dm_type: 0,
      emoji_img_url: '',
      timestamp: 1_764_000_000,
      is_admin: 0,
      reply_open_id: '',
      reply_uname: '',
    },
  },
  DM_ADMIN_STICKER: {
    cmd: 'LIVE_OPEN_PLATFORM_DM',
    data: {
      ...person,
      msg: '赞',
      msg_id: 'm-2',
      dm_type: 1,
      emoji_img_url: 'https://example.test/e.png',
      timestamp: 1_764_000_001,
      is_admin: 1,
      reply_uname: '阿木',
    },
  },
  SEND_GIFT: {
    cmd: 'LIVE_OPEN_PLATFORM_SEND_GIFT',
    data: {
      ...person,
      ...medal,
      gift_id: 31036,
      gift_name: '小花花',
      gift_num: 3,
      price: 100,
      r_price: 80,
      paid: true,
      timestamp: 1_764_000_002,
      msg_id: 'm-3',
      combo_gift: true,
      combo_info: { combo_base_num: 3, combo_count: 2, combo_id: 'combo-1', combo_timeout: 5 },
    },
  },
  SEND_GIFT_FREE: {
    cmd: 'LIVE_OPEN_PLATFORM_SEND_GIFT',
    data: {
      ...person,
      gift_id: 1,
      gift_name: '辣条',
      gift_num: 10,
      price: 100,
      r_price: 0,
      paid: false,
      timestamp: 1_764_000_003,
      msg_id: 'm-4',
    },
  },
  SUPER_CHAT: {
    cmd: 'LIVE_OPEN_PLATFORM_SUPER_CHAT',
    data: {
      ...person,
      ...medal,
      message_id: 9_007_199_254_740,
      message: '请问过敏能喝吗',
      msg_id: 'm-5',
      rmb: 30,
      timestamp: 1_764_000_004,
      start_time: 1_764_000_004,
      end_time: 1_764_000_064,
    },
  },
  SUPER_CHAT_DEL: {
    cmd: 'LIVE_OPEN_PLATFORM_SUPER_CHAT_DEL',
    data: { room_id: 5050, message_ids: [9_007_199_254_740], msg_id: 'm-6' },
  },
  GUARD: {
    cmd: 'LIVE_OPEN_PLATFORM_GUARD',
    data: {
      user_info: person,
      guard_level: 3,
      guard_num: 1,
      guard_unit: '月',
      price: 198_000,
      timestamp: 1_764_000_006,
      room_id: 5050,
      msg_id: 'm-7',
    },
  },
  LIKE: {
    cmd: 'LIVE_OPEN_PLATFORM_LIKE',
    data: { ...person, like_text: '为主播点赞了', like_count: 7, timestamp: 1_764_000_007, msg_id: 'm-8' },
  },
  LIVE_ROOM_ENTER: { cmd: 'LIVE_OPEN_PLATFORM_LIVE_ROOM_ENTER', data: { ...person, timestamp: 1_764_000_008 } },
  LIVE_START: {
    cmd: 'LIVE_OPEN_PLATFORM_LIVE_START',
    data: { room_id: 5050, open_id: 'host', timestamp: 1_764_000_009, area_name: '日常', title: '燕麦奶专场' },
  },
  LIVE_END: {
    cmd: 'LIVE_OPEN_PLATFORM_LIVE_END',
    data: { room_id: 5050, open_id: 'host', timestamp: 1_764_000_010, area_name: '日常', title: '燕麦奶专场' },
  },
  INTERACTION_END: { cmd: 'LIVE_OPEN_PLATFORM_INTERACTION_END', data: { game_id: 'game-1', timestamp: 1_764_000_011 } },
};

const at = 1_764_000_100_000;
export const bilibiliOpenFuzz: FuzzCase = {
  name: 'bilibili-open',
  seeds: [
    ...Object.values(openMessages).map(commandPacket),
    packed(2, ...Object.values(openMessages).map(commandPacket)),
    packed(3, ...Object.values(openMessages).map(commandPacket)),
  ],
  decode: (data) => hearBilibili(data, (command) => decodeOpenCommand(command, at), at),
};
