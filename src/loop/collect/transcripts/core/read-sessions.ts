// Reads what other systems call a session into our own drafts: their names for fields, their words for speakers, their ways to write a time.
import type { Speaker } from './transcript.contract.ts';

/** A draft not yet checked, with its place in the file (from 1). */
export interface RawSession {
  row: number;
  draft: Record<string, unknown>;
  /** Faults that cost a turn or a time, not the session. */
  faults: { row: number; path: string; code: string }[];
}

const NAMES = {
  id: 'id sessionid session_id session conversationid conversation_id callid call_id chatid chat_id dialogid recordid record_id ticketid 会话id 会话编号 会话 通话id 通话编号 录音编号 录音id 流水号 对话id 对话编号 工单号 编号',
  speaker:
    'speaker role sender from who sendertype sender_type speakertype speaker_role talker 说话人 角色 发言人 发送者 发送方 发送人 讲话人 身份 方向',
  text: 'text content message utterance msg body transcript sentence 内容 文本 消息 消息内容 发言内容 聊天内容 对话内容 转写 转写文本 话术 说话内容',
  at: 'at time timestamp sentat sent_at createdat created_at datetime date start starttime start_time offset 时间 发送时间 发言时间 说话时间 消息时间 开始时间 日期',
  channel: 'channel type 渠道 类型',
  startedAt: 'startedat started_at sessionstart callstart begin 会话开始 会话开始时间 通话开始 通话开始时间 接入时间',
  agent:
    'agent agentname agent_name operator staff seat servicer 客服 坐席 坐席姓名 坐席工号 客服姓名 客服昵称 客服账号 工号',
  customerId:
    'customerid customer_id userid user_id buyerid buyer_id uid openid 客户id 用户id 买家id 会员id 客户编号 会员编号',
  customerName:
    'customer customername customer_name user username buyer nickname 客户 客户姓名 客户昵称 用户 用户昵称 买家 买家昵称 顾客 访客 昵称 姓名',
  phone: 'phone mobile tel caller callernumber 手机 手机号 电话 主叫号码 来电号码 客户电话 联系电话',
  email: 'email mail 邮箱 电子邮箱',
  orderNo: 'order orderno order_no orderid order_id 订单号 订单编号 订单',
  product: 'product productname product_name item goods 商品 商品名称 产品 产品名称',
  turns: 'turns messages utterances dialogue dialog lines conversation msgs sentences 对话 消息列表 内容列表',
} as const;
export type SessionField = keyof typeof NAMES;

const BY_NAME = new Map<string, SessionField>(
  (Object.entries(NAMES) as [SessionField, string][]).flatMap(([field, names]) =>
    names.split(' ').map((name) => [name, field] as const),
  ),
);

/** Our field for a foreign name; undefined when it is none we know. */
export function fieldOf(name: string): SessionField | undefined {
  const key = name
    .replace(/^\ufeff/, '')
    .trim()
    .toLowerCase();
  return BY_NAME.get(key) ?? BY_NAME.get(key.replace(/[\s_（(].*$/, '')) ?? BY_NAME.get(key.replace(/[\s_-]/g, ''));
}

const SPEAKER_WORDS: Record<Exclude<Speaker, 'unknown'>, RegExp> = {
  bot: /^(bot|robot|chatbot|ivr|ai|assistant|机器人|智能客服|智能|小蜜|自动回复|语音导航)/i,
  system: /^(system|sys|notice|event|系统|提示|通知)/i,
  agent:
    /^(agent|staff|operator|seller|merchant|rep|representative|service|cs|employee|callee|advisor|a|s|2|out|outbound|客服|坐席|商家|店铺|店小二|卖家|人工|员工|话务员|座席|被叫|工号|顾问|主播|server)/i,
  customer:
    /^(customer|user|client|caller|buyer|visitor|consumer|guest|c|u|q|1|in|inbound|客户|用户|买家|顾客|访客|来电人|主叫|消费者|会员|旅客)/i,
};

/** Who a source's word means. */
export function speakerOf(word: unknown): Speaker {
  const text = String(word ?? '').trim();
  for (const speaker of ['bot', 'system', 'customer', 'agent'] as const)
    if (SPEAKER_WORDS[speaker].test(text)) return speaker;
  return 'unknown';
}

/** Turns a wall-clock text into an instant; the caller knows the shop's zone. */
export type LocalTime = (
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
  second: number,
) => Date | null;

/**
 * A time as sources write it.
 * @param startedAt where "00:01:23" and seconds count from
 * @returns an ISO instant, or null when it cannot be read
 */
export function readTime(value: unknown, local: LocalTime, startedAt: string | null): string | null {
  if (typeof value === 'number' && Number.isFinite(value)) return fromNumber(value, startedAt);
  const text = String(value ?? '').trim();
  if (/^\d+(\.\d+)?$/.test(text)) return fromNumber(Number(text), startedAt);
  const full =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T\s]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/.exec(
      text,
    );
  if (full) {
    const [, year, month, day, hour = '0', minute = '0', second = '0', zone] = full;
    if (zone) {
      const at = new Date(
        text
          .replace(/[/.年月]/g, '-')
          .replace(/日/, '')
          .replace(' ', 'T'),
      );
      return Number.isNaN(at.getTime()) ? null : at.toISOString();
    }
    const parts = [year, month, day, hour, minute, second].map(Number) as [
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    return local(...parts)?.toISOString() ?? null;
  }
  const offset = /^(?:(\d{1,2}):)?(\d{1,2}):(\d{2})(?:[.,]\d+)?$/.exec(text);
  if (offset && startedAt) {
    const seconds = Number(offset[1] ?? 0) * 3600 + Number(offset[2]) * 60 + Number(offset[3]);
    return new Date(Date.parse(startedAt) + seconds * 1000).toISOString();
  }
  return null;
}

/** Seconds or milliseconds since 1970, or seconds from the beginning of the call. */
function fromNumber(value: number, startedAt: string | null): string | null {
  const ms =
    value > 1e12 ? value : value > 1e9 ? value * 1000 : startedAt ? Date.parse(startedAt) + value * 1000 : Number.NaN;
  return Number.isFinite(ms) && Math.abs(ms) < 4e12 ? new Date(ms).toISOString() : null;
}

/** One session of a JSON source: ours, a foreign one, or lines without speakers (`{t: "a,b,c"}`). */
export function sessionFromJson(value: unknown, row: number, local: LocalTime, channel: string): RawSession {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    return { row, draft: {}, faults: [{ row, path: '', code: 'not_a_session' }] };
  }
  const given = named(value as Record<string, unknown>);
  const faults: RawSession['faults'] = [];
  const lone = (value as { t?: unknown }).t;
  if (given.turns === undefined && typeof lone === 'string') {
    const lines = lone
      .split(',')
      .map((line) => line.trim())
      .filter((line) => line !== '');
    return { row, draft: { channel, turns: lines.map((text) => ({ speaker: 'unknown', text })) }, faults };
  }
  const startedAt = given.startedAt ?? (given.turns ? given.at : undefined);
  const began = startedAt === undefined ? null : readTime(startedAt, local, null);
  if (startedAt !== undefined && startedAt !== null && began === null)
    faults.push({ row, path: 'startedAt', code: 'bad_time' });
  const turns: unknown[] = [];
  if (Array.isArray(given.turns)) {
    for (const [index, turn] of given.turns.entries())
      turns.push(...turnFrom(turn, { row, path: `turns.${index}` }, local, began, faults));
  }
  return { row, draft: headOf(value as Record<string, unknown>, given, channel, began, turns), faults };
}

function turnFrom(
  turn: unknown,
  place: { row: number; path: string },
  local: LocalTime,
  began: string | null,
  faults: RawSession['faults'],
): unknown[] {
  const given =
    typeof turn === 'string'
      ? { text: turn }
      : turn !== null && typeof turn === 'object'
        ? named(turn as Record<string, unknown>)
        : {};
  const text = typeof given.text === 'string' ? given.text.trim() : '';
  if (text === '') {
    faults.push({ ...place, code: 'missing_text' });
    return [];
  }
  const at = given.at === undefined || given.at === null || given.at === '' ? null : readTime(given.at, local, began);
  if (given.at && at === null) faults.push({ ...place, code: 'bad_time' });
  return [{ speaker: speakerOf(given.speaker), text: text.slice(0, 10_000), ...(at ? { at } : {}) }];
}

function headOf(
  value: Record<string, unknown>,
  given: Partial<Record<SessionField, unknown>>,
  channel: string,
  began: string | null,
  turns: unknown[],
): Record<string, unknown> {
  const words = (entry: unknown) =>
    typeof entry === 'string' || typeof entry === 'number' ? String(entry).trim() || undefined : undefined;
  const own =
    value.customer !== null && typeof value.customer === 'object' ? (value.customer as Record<string, unknown>) : {};
  const customer = clean({
    externalId: words(own.externalId) ?? words(own.id) ?? words(given.customerId),
    name: words(own.name) ?? words(given.customerName),
    email: words(own.email) ?? words(given.email),
    phone: words(own.phone) ?? words(given.phone),
    locale: words(own.locale),
  });
  const product =
    value.product !== null && typeof value.product === 'object' ? value.product : clean({ name: words(given.product) });
  const said = words(given.channel);
  return clean({
    id: words(given.id),
    channel:
      said && /^(chat|im|在线|聊天)/i.test(said)
        ? 'chat'
        : said && /^(hotline|call|phone|voice|热线|电话|语音)/i.test(said)
          ? 'hotline'
          : channel,
    startedAt: began ?? undefined,
    agent: words(given.agent),
    customer: Object.keys(customer).length > 0 ? customer : undefined,
    product: Object.keys(product as object).length > 0 ? product : undefined,
    orderNo: words(given.orderNo),
    locale: words(value.locale),
    turns,
  });
}

function named(value: Record<string, unknown>): Partial<Record<SessionField, unknown>> {
  const found: Partial<Record<SessionField, unknown>> = {};
  for (const [name, entry] of Object.entries(value)) {
    const field = fieldOf(name);
    // The first of several names for one thing is the one that is meant.
    if (field && found[field] === undefined) found[field] = entry;
  }
  return found;
}

function clean<T extends Record<string, unknown>>(record: T): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(record).filter(([, value]) => value !== undefined && value !== null && value !== ''),
  );
}

/** Sessions of a table with one turn a row, in the order in which each first appears. */
export function sessionsFromTable(
  header: readonly string[],
  rows: Iterable<{ row: number; cells: readonly string[] }>,
  local: LocalTime,
  channel: string,
): RawSession[] {
  const columns = header.map(fieldOf);
  const sessions = new Map<string, RawSession>();
  const loose: RawSession[] = [];
  for (const { row, cells } of rows) {
    const given: Partial<Record<SessionField, string>> = {};
    for (const [index, field] of columns.entries()) {
      const cell = cells[index]?.trim();
      if (field && cell && given[field] === undefined) given[field] = cell;
    }
    if (Object.keys(given).length === 0) continue;
    if (!given.id) {
      loose.push({ row, draft: {}, faults: [{ row, path: 'id', code: 'missing_session' }] });
      continue;
    }
    let session = sessions.get(given.id);
    if (!session) {
      const began = given.startedAt
        ? readTime(given.startedAt, local, null)
        : given.at
          ? readTime(given.at, local, null)
          : null;
      session = { row, draft: headOf({}, given, channel, began, []), faults: [] };
      sessions.set(given.id, session);
    }
    const began = (session.draft.startedAt as string | undefined) ?? null;
    const turns = session.draft.turns as unknown[];
    turns.push(
      ...turnFrom(
        { speaker: given.speaker, text: given.text, at: given.at },
        { row, path: 'text' },
        local,
        began,
        session.faults,
      ),
    );
  }
  return [...sessions.values(), ...loose].sort((one, other) => one.row - other.row);
}

/** Whether a header is one of a table of turns. */
export function isTurnTable(header: readonly string[]): boolean {
  const fields = new Set(header.map(fieldOf));
  return fields.has('id') && fields.has('text');
}
