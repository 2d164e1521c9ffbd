// Strings nobody should write but somebody will: seeded wild texts, and megabytes of one thing.

/** mulberry32, so that a failure can be repeated by its seed. */
export function diceOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Pieces that wake the finders up, and pieces that break readers of text. */
const PIECES = [
  ...[
    '质量很好',
    '退款',
    '不',
    '没有',
    '太',
    '差',
    '发货慢',
    '假货',
    '主播',
    '3号链接',
    '多少钱',
    '吗',
    '投诉',
    '12315',
    '着火了',
    '过敏',
  ],
  ...[
    '1',
    '8',
    '13812345678',
    '138',
    '-',
    ' ',
    '一三八',
    '零',
    '１３８',
    '①',
    '微信',
    'vx',
    '加',
    'qq',
    '@',
    '#',
    '.',
    ',',
    '。',
    '！',
    '?',
  ],
  ...[
    '号',
    '路',
    '栋',
    '室',
    '单元',
    '地址：',
    '收货地址',
    '省',
    '市',
    '小区',
    '订单号',
    '110105',
    'X',
    '6222',
    '粤B',
    '身份证',
    '卡号',
  ],
  ...[
    'http://',
    'www.',
    'https://t.cn/',
    '.com',
    ' at ',
    ' dot ',
    '(at)',
    'Street',
    '12 Main St',
    'P.O. Box',
    'order #',
    'the',
    'not good',
    'great',
  ],
  ...[
    '\ud800',
    '\udc00',
    '\ud83d',
    '\ude00',
    '\u200d',
    '\u200b',
    '\u202e',
    '\u202d',
    '\u2066',
    '\ufe0f',
    '\u20e3',
    '\u0301',
    '\u0000',
    '\ufeff',
  ],
  ...[
    '😀',
    '👨‍👩‍👧‍👦',
    '🏳️‍🌈',
    '👍🏽',
    '🇨🇳',
    '[微笑]',
    '[',
    ']',
    '【',
    '】',
    '(',
    ')',
    '<',
    '>',
    '&',
    '"',
    "'",
    '\\',
    '\n',
    '\t',
    '\r\n',
  ],
  ...['עברית', 'العربية', 'ไทย', '한국어', 'かな', 'ß', 'İ', 'ﬀ', '𠀀', '\ue000', '\ue001', '\ue003', '㊗', '½', '…'],
];

/** The next wild string, of up to `most` pieces; one in eight is of random UTF-16 units alone. */
export function wildString(dice: () => number, most = 40): string {
  const count = Math.floor(dice() ** 2 * most);
  let text = '';
  const raw = dice() < 0.125;
  for (let piece = 0; piece < count; piece += 1) {
    if (raw) text += String.fromCharCode(Math.floor(dice() * 0x10000));
    else {
      const chosen = PIECES[Math.floor(dice() * PIECES.length)]!;
      text += dice() < 0.06 ? chosen.repeat(1 + Math.floor(dice() * 12)) : chosen;
    }
  }
  return text;
}

/** What a megabyte is made of, one thing at a time. */
export const ADVERSARIES: readonly (readonly [name: string, unit: string])[] = [
  ['one Han character', '好'],
  ['one letter', 'a'],
  ['one digit', '1'],
  ['words for digits', '一'],
  ['digits and words for digits', '1一'],
  ['spaces', ' '],
  ['line ends', '\n'],
  ['full stops', '。'],
  ['exclamation marks', '!'],
  ['high surrogates', '\ud800'],
  ['low surrogates', '\udc00'],
  ['right-to-left marks', '\u202e'],
  ['zero-width joiners', '\u200d'],
  ['families of emoji', '👨‍👩‍👧‍👦\u200d'],
  ['skin tones', '👍🏽'],
  ['combining marks', 'e\u0301\u0301\u0301'],
  ['negations', '不'],
  ['not', 'not '],
  ['at signs', '@'],
  ['letters and at', 'a@'],
  ['at spelled', 'a at '],
  ['links', 'http://a.'],
  ['dashed digits', '1-'],
  ['spaced digits', '1 '],
  ['doors', '1号'],
  ['roads', '路1号'],
  ['buildings', '1栋2单元301'],
  ['labels', '地址：'],
  ['contact words', '微信'],
  ['order words', '订单号a1b2'],
  ['order labels', 'order number '],
  ['English streets', '1 A St, '],
  ['brackets', '['],
  ['bracket emoticons', '[微笑]'],
  ['reviews', '质量很好，物流很慢，客服不理人，退款要三天。'],
  ['danger', '用了过敏，要投诉到12315，全是假货！'],
  ['English reviews', 'The shoes are great but shipping was not fast at all. '],
];

/** At least `size` UTF-16 units of one adversary, cut to the size even inside a pair of surrogates. */
export function flood(unit: string, size: number): string {
  return unit.repeat(Math.ceil(size / unit.length)).slice(0, size);
}
