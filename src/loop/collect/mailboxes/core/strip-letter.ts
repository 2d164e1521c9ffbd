// Leaves of a letter only what its writer wrote this time: quoted history and signatures go, whatever mail program made them.

/** What was taken away, for tests and for the curious. */
export interface StrippedLetter {
  /** The writer's own words; empty when nothing but history and signature was there. */
  text: string;
  quote: boolean;
  signature: boolean;
}

/** Lines after which everything is history. Several programs break such a line in two or three, so they are tried joined. */
const HISTORY: readonly RegExp[] = [
  // Gmail, Apple and Thunderbird in English: "On Mon, 2 Mar 2026 at 10:00, Li <li@x.com> wrote:"
  /^on\s.{6,300}\swrote\s?[:：]$/i,
  /^.{0,120}<[^<>\s]+@[^<>\s]+>\s?(wrote|schrieb|writes)\s?[:：]$/i,
  // Gmail, Apple, 163 and the phone apps in Chinese: 在 2026年3月2日，李四 <li@x.com> 写道：
  /^(在|于)\s?.{4,300}(写道|写到|寫道|撰写)\s?[:：]?$/,
  /^.{0,80}\d{4}\s?[年/.-]\s?\d{1,2}\s?[月/.-]\s?\d{1,2}.{0,160}(写道|写到|寫道)\s?[:：]$/,
  /^.{0,120}[<＜(（]?[^<>\s]+@[^<>\s]+[>＞)）]?\s?(写道|寫道)\s?[:：]$/,
  // Outlook and its kin
  /^-{2,}\s?(original message|original appointment|forwarded message|forwarded by .{1,80})\s?-{2,}$/i,
  /^-{2,}\s?(原始邮件|原邮件|原信件|原始信息|原始訊息|邮件原件|转发邮件信息|转发的邮件|转发邮件|回复的邮件|回复的原邮件|回覆的郵件)\s?-{2,}$/,
  /^_{20,}$/,
  /^begin forwarded message\s?[:：]$/i,
  /^(以下是转发的邮件|开始转发的邮件|下面是被转发的邮件)\s?[:：]$/,
  // QQ, 163 and Foxmail: a ruler, then From/To/Date in any of their words
  /^={5,}\s?20\d\d-\d\d-\d\d .{0,80}(写道|wrote)\s?[:：]\s?={0,}$/,
  /^at 20\d\d-\d\d-\d\d \d\d:\d\d(:\d\d)?,.{1,200}wrote\s?[:：]$/i,
];

/** First line of a block of header fields, as Outlook, Foxmail, QQ and 163 put above what they quote. */
const FROM_FIELD = /^[>\s*]*(发件人|发信人|寄件者|寄件人|from)\s?[*]*\s?[:：]\s?\S/i;
const OTHER_FIELD =
  /^[>\s*]*(日\s*期|时\s*间|主\s*题|抄\s*送|发送时间|发送日期|发件时间|日期|时间|收件人|收信人|收件者|抄送|主题|主旨|sent|date|to|cc|subject)\s?[*]*\s?[:：]/i;
const RULER = /^[\s]*([-_=—─]{4,}|(- ){4,}-?)[\s]*$/;
const QUOTED = /^\s{0,3}[>＞|]/;

/** A line that is a signature by itself, or begins one. */
const SIGNATURE_LINE: readonly RegExp[] = [
  /^-- ?$/,
  /^—{1,2}$/,
  /^(发自|来自|傳自|發自|使用|通过|从我的|從我的).{0,6}(我的)?\s?.{0,24}(iphone|ipad|手机|华为|小米|荣耀|三星|vivo|oppo|realme|iqoo|android|安卓|邮箱|郵箱|mail|foxmail|outlook|客户端|大师|发送).{0,24}$/i,
  /^(sent|gesendet) (from|via|with|using) (my |the )?.{2,60}$/i,
  /^(get|download|下载|获取) outlook (for|ios).{0,40}$/i,
  /^sent from (mail|outlook|yahoo|proton).{0,60}$/i,
  /^(从|來自|由) (windows|outlook|qq|网易|新浪).{0,30}(发送|邮件|发出).{0,10}$/i,
  /^(本邮件|此邮件|该邮件|本电子邮件|this (e-?mail|message)|the information (contained )?in this).{0,200}(机密|保密|仅供|confidential|intended|privileged|病毒|virus).*$/i,
  /^(confidentiality notice|disclaimer|免责声明|保密声明|保密提示)\s?[:：]?.*$/i,
];

/** Closing words; with them, what follows (a name, a date) is signature. */
const CLOSING: readonly RegExp[] = [
  /^(此致|顺颂商祺|祝好|祝您?[^\n]{1,10}|顺祝[^\n]{1,8}|谨上|敬上|敬礼|此致敬礼|致敬|以上，?谢谢|商祺|顺颂.{0,6})[!！。.~～,，]*$/,
  /^(best|kind|warm|many|with (best|kind))?\s?(regards|wishes|thanks)[,.!]*$/i,
  /^(best|cheers|sincerely|yours( (sincerely|truly|faithfully))?|thanks|thank you|thanks again|many thanks|thx|br|rgds|respectfully)[,.!]*$/i,
];
/** Closing words that say something too: they stay, only the name below them goes. */
const KIND_CLOSING = /^(谢谢|多谢|感谢|thanks?|thank you|many thanks|thanks again|thx)[!！。.,，~～]*$/i;

/** Lines a signature block is made of: name, position, company, phone, address. */
const CONTACT =
  /^[\s*|]*(电话|手机|手机号|tel|phone|mobile|mob|cell|fax|传真|邮箱|邮件|e-?mail|qq|微信|wechat|地址|address|网址|web(site)?|公司|职位|部门|姓名|m|t|e|w)\s?[:：.]\s?\S/i;

/**
 * @param body the letter as plain text
 * @returns the writer's own words
 */
export function stripLetter(body: string): StrippedLetter {
  const lines = body
    .replace(/\r\n?/g, '\n')
    .replace(/\u200b|\ufeff/g, '')
    .replace(/\u00a0/g, ' ')
    .split('\n')
    .map((line) => line.trimEnd());
  const cut = historyStart(lines);
  const quote = cut < lines.length;
  const own: string[] = [];
  let inlineQuote = false;
  for (const line of lines.slice(0, cut)) {
    // Answers written between the quoted lines stay; the quoted lines go.
    if (QUOTED.test(line) && !/^\s*[>＞]\s?[_.<]/.test(line)) inlineQuote = true;
    else own.push(line);
  }
  trimBlank(own);
  const kept = dropSignature(own);
  trimBlank(kept);
  return {
    text: kept
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim(),
    quote: quote || inlineQuote,
    signature: kept.length < own.length,
  };
}

/** Where the quoted history begins: index of its first line, or the number of lines when there is none. */
function historyStart(lines: readonly string[]): number {
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at]!.trim();
    if (line === '') continue;
    if (isHistoryLine(lines, at)) return aboveRuler(lines, at);
    if (FROM_FIELD.test(line) && fieldsFollow(lines, at)) return aboveRuler(lines, at);
  }
  return lines.length;
}

/** A history line may be broken in up to three; quote marks before it do not matter. */
function isHistoryLine(lines: readonly string[], at: number): boolean {
  const first = plain(lines[at]!);
  if (first === '') return false;
  if (HISTORY.some((pattern) => pattern.test(first))) return true;
  if (!/^(on\s|在|于|.{0,60}20\d\d)/i.test(first)) return false;
  let joined = first;
  for (let more = 1; more <= 2; more += 1) {
    const next = plain(lines[at + more] ?? '');
    if (next === '') return false;
    joined = `${joined} ${next}`;
    if (HISTORY.some((pattern) => pattern.test(joined))) return true;
  }
  return false;
}

function plain(line: string): string {
  return line
    .replace(/^[\s>＞|]+/, '')
    .replace(/\*/g, '')
    .trim();
}

function fieldsFollow(lines: readonly string[], at: number): boolean {
  let found = 0;
  for (let next = at + 1; next < Math.min(lines.length, at + 9); next += 1) {
    if (OTHER_FIELD.test(lines[next]!)) found += 1;
    if (found >= 2) return true;
  }
  return false;
}

/** The ruler above a block of history belongs to it. */
function aboveRuler(lines: readonly string[], at: number): number {
  let start = at;
  while (start > 0 && (lines[start - 1]!.trim() === '' || RULER.test(lines[start - 1]!))) start -= 1;
  return start;
}

function dropSignature(lines: readonly string[]): string[] {
  let end = lines.length;
  // From the first explicit delimiter on, everything is signature, unless most of the letter would be.
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at]!.trim();
    // trimEnd took the space of "-- "; two dashes alone on a line are read as the delimiter.
    if (line === '--' && at > 0) {
      end = at;
      break;
    }
    if (SIGNATURE_LINE.some((pattern) => pattern.test(line)) && linesLeft(lines, at + 1) <= 8) {
      end = at;
      break;
    }
  }
  let kept = lines.slice(0, end);
  trimBlank(kept);
  kept = dropContacts(kept);
  return dropClosing(kept);
}

function linesLeft(lines: readonly string[], from: number): number {
  return lines.slice(from).filter((line) => line.trim() !== '').length;
}

/** A block at the end with two or more contact lines is a signature, together with the name above it. */
function dropContacts(lines: string[]): string[] {
  let at = lines.length;
  let contacts = 0;
  while (at > 0) {
    const line = lines[at - 1]!.trim();
    if (CONTACT.test(line)) contacts += 1;
    else if (line === '' || RULER.test(line)) {
      if (contacts === 0) break;
    } else if ([...line].length > 24 || /[。？！?!]$/.test(line)) break;
    at -= 1;
    if (lines.length - at > 10) return lines;
  }
  if (contacts < 2) return lines;
  // Only the last block of short lines goes, and never the whole letter.
  let start = at;
  while (start < lines.length && lines[start]!.trim() === '') start += 1;
  const blank = lines.slice(start).findIndex((line) => line.trim() === '');
  const first = lines.findIndex((line, index) => index >= start && CONTACT.test(line.trim()));
  if (blank >= 0 && start + blank < first) start += blank;
  return start === 0 ? lines : trimmed(lines.slice(0, start));
}

/** Closing words and at most three short lines below them at the end. */
function dropClosing(lines: string[]): string[] {
  for (let at = lines.length - 1; at > 0 && at >= lines.length - 6; at -= 1) {
    const line = lines[at]!.trim();
    if (!KIND_CLOSING.test(line) && !CLOSING.some((pattern) => pattern.test(line))) continue;
    const below = lines.slice(at + 1).filter((one) => one.trim() !== '');
    if (below.length > 4 || below.some((one) => [...one.trim()].length > 40 || /[。？?]$/.test(one.trim()))) continue;
    // "此致" and "敬礼" stand in two lines; the upper one goes too.
    const start = /^敬礼/.test(line) && /^此致/.test(lines[at - 1]?.trim() ?? '') ? at - 1 : at;
    const own = KIND_CLOSING.test(line) ? lines.slice(0, start + 1) : lines.slice(0, start);
    const rest = trimmed(own);
    return rest.length === 0 ? lines : rest.length < at ? dropClosing(rest) : rest;
  }
  return lines;
}

function trimmed(lines: string[]): string[] {
  trimBlank(lines);
  return lines;
}

function trimBlank(lines: string[]): void {
  while (lines.length > 0 && lines.at(-1)!.trim() === '') lines.pop();
  while (lines.length > 0 && lines[0]!.trim() === '') lines.shift();
}

/** A subject without the marks of answering and forwarding. */
export function plainSubject(subject: string): string {
  let text = subject.trim();
  for (let round = 0; round < 8; round += 1) {
    const next = text
      .replace(/^(re|fw|fwd|aw|回复|答复|回覆|转发|轉寄|自动回复)\s?(\[\d{1,3}\]|\(\d{1,3}\))?\s?[:：]\s?/i, '')
      .trim();
    if (next === text) break;
    text = next;
  }
  return text;
}
