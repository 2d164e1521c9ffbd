// Reads tables of chat, gifts and orders whose columns are named in Chinese or English, in whatever order they stand.
import type { DecodedEvent, LiveMoney } from '../../../stream/core/live-event.contract.ts';
import { decimalToMinor, parseAmount } from '../../core/currency-amount.ts';
import { asCount } from './json-fields.ts';
import { isLiveType } from './live-type.ts';
import { readInstant, readOffset } from './read-time.ts';
import type { RecordingOptions, RecordReader, RejectCode } from './recording.types.ts';

/** Names of columns, lower case without spaces and underscores. */
const COLUMNS = {
  time: [
    'time',
    'timestamp',
    'ts',
    'date',
    'datetime',
    'createdat',
    'sentat',
    '时间',
    '发送时间',
    '评论时间',
    '弹幕时间',
    '创建时间',
  ],
  offset: ['offset', 'seconds', 'timeinseconds', 'videotime', '相对时间', '偏移', '秒'],
  type: ['type', 'kind', 'event', 'eventtype', '类型', '事件', '消息类型'],
  uid: ['uid', 'userid', 'authorid', 'openid', '用户id', '用户编号', '买家id'],
  name: ['user', 'username', 'name', 'nickname', 'author', '用户', '用户名', '昵称', '用户昵称', '发送者'],
  text: [
    'text',
    'message',
    'comment',
    'content',
    'msg',
    'chat',
    '内容',
    '评论',
    '评论内容',
    '弹幕',
    '弹幕内容',
    '消息',
  ],
  amount: ['amount', 'price', 'value', 'money', '金额', '价格', '价值', '打赏金额'],
  currency: ['currency', '币种', '货币'],
  count: ['count', 'qty', 'quantity', 'num', '数量', '个数'],
  gift: ['gift', 'giftname', '礼物', '礼物名称'],
  product: ['product', 'productid', 'itemid', '商品', '商品id', '商品编号'],
  id: ['id', 'messageid', 'msgid', 'commentid', '消息id', '评论id', '编号'],
} as const;
type Column = keyof typeof COLUMNS;

/** Words for kinds; anything else in the column must be one of our own types. */
const KINDS: Readonly<Record<string, string>> = {
  chat: 'comment',
  danmaku: 'comment',
  dm: 'comment',
  text: 'comment',
  message: 'comment',
  评论: 'comment',
  弹幕: 'comment',
  聊天: 'comment',
  gift: 'gift',
  礼物: 'gift',
  送礼: 'gift',
  like: 'like',
  likes: 'like',
  点赞: 'like',
  enter: 'viewer.enter',
  join: 'viewer.enter',
  member: 'viewer.enter',
  进入: 'viewer.enter',
  进场: 'viewer.enter',
  follow: 'viewer.follow',
  关注: 'viewer.follow',
  share: 'viewer.share',
  分享: 'viewer.share',
  superchat: 'superchat',
  sc: 'superchat',
  醒目留言: 'superchat',
  subscribe: 'viewer.subscribe',
  订阅: 'viewer.subscribe',
  online: 'viewer.count',
  viewers: 'viewer.count',
  在线: 'viewer.count',
  在线人数: 'viewer.count',
};

/** Splits one row; quotes may hold the separator, line ends and doubled quotes (RFC 4180). Never more than 200 cells. */
export function splitRow(row: string, separator: string): string[] {
  if (!row.includes('"')) return row.split(separator, 200);
  const cells: string[] = [];
  let at = 0;
  while (at <= row.length && cells.length < 200) {
    if (row[at] === '"') {
      let cell = '';
      let from = at + 1;
      for (;;) {
        const quote = row.indexOf('"', from);
        const end = quote === -1 ? row.length : quote;
        cell += row.slice(from, end);
        at = end + 1;
        if (quote === -1 || row[at] !== '"') break;
        cell += '"';
        from = at + 1;
      }
      const next = row.indexOf(separator, at);
      cells.push(cell);
      at = next === -1 ? row.length + 1 : next + separator.length;
    } else {
      const next = row.indexOf(separator, at);
      cells.push(row.slice(at, next === -1 ? undefined : next));
      at = next === -1 ? row.length + 1 : next + separator.length;
    }
  }
  return cells;
}

/** The separator of a header line: whichever of tab, semicolon and comma stands in it most. */
export function separatorOf(header: string): string {
  const counts = [',', '\t', ';'].map((separator) => ({ separator, count: header.split(separator).length }));
  return counts.sort((one, other) => other.count - one.count)[0]!.separator;
}

/** Which column holds what; columns we do not know are left alone. */
export function columnsOf(header: readonly string[]): Partial<Record<Column, number>> {
  const names = header.map((name) =>
    name
      .replace(/^\ufeff/, '')
      .trim()
      .toLowerCase()
      .replaceAll(/[\s_-]/g, ''),
  );
  const found: Partial<Record<Column, number>> = {};
  for (const column of Object.keys(COLUMNS) as Column[]) {
    const index = names.findIndex((name) => (COLUMNS[column] as readonly string[]).includes(name));
    if (index !== -1) found[column] = index;
  }
  return found;
}

/** Reader; the first row must be the header. */
export function chatCsvReader(options: RecordingOptions & { startedAt?: number }): RecordReader {
  let columns: Partial<Record<Column, number>> | null = null;
  let separator = ',';
  return {
    framing: 'rows',
    take(record, out) {
      if (!columns) {
        separator = separatorOf(record);
        columns = columnsOf(splitRow(record, separator));
        return null;
      }
      const cells = splitRow(record, separator);
      const cell = (column: Column) => {
        const index = columns![column];
        const value = index === undefined ? undefined : cells[index]?.trim();
        return value === '' ? undefined : value;
      };
      const event = eventOf(cell, options);
      if (typeof event === 'string') return event;
      out.push(event);
      return null;
    },
  };
}

function eventOf(
  cell: (column: Column) => string | undefined,
  options: RecordingOptions & { startedAt?: number },
): DecodedEvent | RejectCode {
  const ts = timeOf(cell('time'), cell('offset'), options);
  if (ts === undefined) return 'no_time';
  const written = cell('type')?.toLowerCase();
  const type = written === undefined ? (cell('gift') ? 'gift' : 'comment') : (KINDS[written] ?? written);
  if (!isLiveType(type)) return 'unknown_kind';
  const [uid, name, id, productId] = [cell('uid'), cell('name'), cell('id'), cell('product')];
  const user = uid || name ? { ...(uid && { uid }), ...(name && { name }) } : undefined;
  const base = { ts, ...(id && { id }), ...(user && { user }), ...(productId && { productId }) };
  const count = asCount(cell('count'));
  switch (type) {
    case 'comment': {
      const text = cell('text');
      return text === undefined ? 'no_text' : { type, text, ...base };
    }
    case 'superchat': {
      const amount = moneyOf(cell('amount'), cell('currency') ?? options.currency ?? 'CNY');
      return amount ? { type, text: cell('text') ?? '', amount, ...base } : 'bad_field';
    }
    case 'gift': {
      const gift = cell('gift') ?? cell('text');
      if (!gift) return 'bad_field';
      const value = moneyOf(cell('amount'), cell('currency') ?? options.currency ?? 'CNY');
      return {
        type,
        giftId: gift,
        name: gift,
        count: count ?? 1,
        free: value?.minor === 0,
        ...(value && { value }),
        ...base,
      };
    }
    case 'like':
      return { type, count: count ?? 1, ...base };
    case 'viewer.enter':
    case 'viewer.follow':
    case 'viewer.share':
    case 'viewer.subscribe':
      return { type, ...(count !== undefined && { count }), ...base };
    case 'viewer.count':
      return count === undefined ? 'bad_field' : { type, online: count, ...base };
    default:
      return 'unknown_kind';
  }
}

function timeOf(
  time: string | undefined,
  offset: string | undefined,
  options: RecordingOptions & { startedAt?: number },
): number | undefined {
  const instant = time === undefined ? undefined : readInstant(time, options.zoneMinutes ?? 480);
  if (instant !== undefined) return instant;
  const fromStart = readOffset(offset ?? time ?? '');
  return fromStart === undefined || options.startedAt === undefined ? undefined : options.startedAt + fromStart;
}

function moneyOf(text: string | undefined, currency: string): LiveMoney | null {
  if (text === undefined) return null;
  const minor = decimalToMinor(text, currency.toUpperCase());
  return minor === null
    ? parseAmount(text, currency.toUpperCase())
    : minor < 0
      ? null
      : { minor, currency: currency.toUpperCase() };
}
