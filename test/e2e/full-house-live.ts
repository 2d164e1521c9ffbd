// Puts a live room with a running show into the full house, and an ended one, all by the doors of the product.
type Call = (method: string, address: string, body?: unknown) => Promise<any>;

export interface LivePages {
  /** A room with a running show. */
  roomId: string;
  /** A show that has ended. */
  showId: string;
  /** A draw whose entries are being taken, and one of which only the form is filled in. */
  drawId: string;
  draftDrawId: string;
  /** The viewers' room, a draw whose entries are being taken, and the shop's draws. */
  livePaths: string[];
}

export const DRAW = {
  title: '周年福袋',
  organiserName: '云朵家居旗舰店',
  organiserContact: '客服电话 4000000000',
  prizes: [{ name: '羽绒枕', kind: 'goods', count: 2, value: { minor: 19_900, currency: 'CNY' } }],
  conditions: '直播间内任何人都可参加，每人一次。',
  runSeconds: 7200,
  claimHow: '中奖后七天内在会员中心填写地址。',
  isStaffListWhole: true,
};

/** So many people ask about the size, and so many complain: enough for a question that waits and an alarm. */
const ASKED = [
  '一米五的床买哪个尺寸',
  '一米五的床用多大尺寸',
  '一米五的床买多大',
  '床一米五买哪个尺寸',
  '一米五的床用哪个尺寸',
];
const COMPLAINED = ['用了两次就起火了', '插上电就冒烟了', '我家的也起火了，太吓人', '冒烟了，差点烧起来'];

/** What viewers say, each by another person; `prefix` keeps the ids of two rooms apart. */
export function sayings(prefix: string, at: number, texts: readonly string[]) {
  return texts.map((text, place) => ({
    type: 'comment',
    id: `${prefix}-${place}`,
    ts: at + place,
    text,
    user: { uid: `${prefix}-viewer-${place}`, name: `观众${place + 1}`, role: 'viewer' },
  }));
}

export async function openRoom(call: Call, title: string): Promise<string> {
  const room = await call('POST', '/api/v1/live/rooms', { title });
  const price = { minor: 59_900, currency: 'CNY' };
  const facts = [{ topic: '尺寸', text: '一米五的床选 200×230' }];
  await call('PUT', `/api/v1/live/rooms/${room.id}/shelf`, {
    items: [
      { index: 1, title: '云朵羽绒被', price, aliases: ['羽绒被'], facts },
      { index: 2, title: '智能电热毯', price, aliases: ['电热毯'], facts: [] },
    ],
  });
  return room.id;
}

/** @returns the ids its pages are opened by */
export async function fillLive(call: Call): Promise<LivePages> {
  const now = Date.now();
  const over = await openRoom(call, '昨晚的直播间');
  const show = await call('POST', `/api/v1/live/rooms/${over}/show`, {});
  await call('POST', `/api/v1/live/rooms/${over}/events`, { events: sayings('over', now, ASKED) });
  await call('DELETE', `/api/v1/live/rooms/${over}/show`);
  const roomId = await openRoom(call, '冬被专场');
  await call('POST', `/api/v1/live/rooms/${roomId}/show`, {});
  const { shelf } = await call('GET', `/api/v1/live/rooms/${roomId}`);
  await call('PUT', `/api/v1/live/rooms/${roomId}/on-air`, { productId: shelf[0].productId });
  const events = sayings('on', now, [...ASKED, ...COMPLAINED, '666', '好看']);
  await call('POST', `/api/v1/live/rooms/${roomId}/events`, { events });
  return { roomId, showId: show.id, ...(await openPlays(call, roomId)) };
}

/** A poll, questions to the host and a lucky bag in the running show, and one that is being prepared. */
async function openPlays(call: Call, roomId: string) {
  const plays = `/api/v1/live/rooms/${roomId}/interactions`;
  await call('POST', plays, { kind: 'poll', title: '下一个讲哪个', options: ['羽绒被', '电热毯'] });
  await call('POST', plays, { kind: 'qna', title: '问主播' });
  const draw = await call('POST', '/api/v1/live/draws', { ...DRAW, roomId });
  await call('POST', `/api/v1/live/draws/${draw.id}/opening`);
  const draft = await call('POST', '/api/v1/live/draws', { ...DRAW, title: '下一个福袋', roomId });
  const { slug } = await call('GET', `/api/v1/live/rooms/${roomId}`);
  const livePaths = [`/watch/${slug}`, `/live/draws/${draw.id}`, '/p/shop-a/draws'];
  return { drawId: draw.id as string, draftDrawId: draft.id as string, livePaths };
}
