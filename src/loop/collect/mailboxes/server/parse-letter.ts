// Reads a letter's bytes into its parts; whatever they are, it answers and never throws.
import PostalMime, { type Address, type Email } from 'postal-mime';
import { htmlToText } from '../core/html-text.ts';
import { messageIds } from '../core/reply-mark.ts';

export interface ParsedAttachment {
  name: string;
  declared: string;
  bytes: Uint8Array;
}

export interface ParsedLetter {
  /** With angle brackets; null when the letter has none. */
  messageId: string | null;
  /** What it answers, the nearest first. */
  answers: string[];
  from: { address: string; name: string };
  recipients: string[];
  subject: string;
  date: Date | null;
  /** Plain text, quotes and signature still in it. */
  text: string;
  headers: Map<string, string>;
  attachments: ParsedAttachment[];
  /** Whether nothing could be read of it. */
  broken: boolean;
}

const gb18030 = new TextDecoder('gb18030');

/** @param raw the letter as it came, headers and all */
export async function parseLetter(raw: Uint8Array): Promise<ParsedLetter> {
  let email: Email;
  try {
    email = await PostalMime.parse(raw, {
      rfc822Attachments: true,
      maxNestingDepth: 40,
      maxHeadersSize: 512 * 1024,
    });
    return lettersParts(email, raw);
  } catch {
    // More parts within parts, or longer headers, than any mail program writes.
    return { ...EMPTY, headers: new Map(), broken: true };
  }
}

const EMPTY: Omit<ParsedLetter, 'headers'> = {
  messageId: null,
  answers: [],
  from: { address: '', name: '' },
  recipients: [],
  subject: '',
  date: null,
  text: '',
  attachments: [],
  broken: false,
};

function lettersParts(email: Email, raw: Uint8Array): ParsedLetter {
  const headers = new Map<string, string>();
  for (const { key, value } of email.headers ?? []) if (!headers.has(key)) headers.set(key, value);
  const from = mailboxesOf(email.from)[0] ?? mailboxesOf(email.sender)[0] ?? { address: '', name: '' };
  const written = email.text?.trim() ? email.text : email.html ? htmlToText(email.html) : '';
  const when = email.date ? new Date(email.date) : null;
  const answered = [...messageIds(email.inReplyTo), ...messageIds(email.references).reverse()];
  return {
    messageId: messageIds(email.messageId)[0] ?? null,
    answers: [...new Set(answered)],
    from: { address: from.address.trim().toLowerCase(), name: clean(from.name) },
    recipients: [...(email.to ?? []), ...(email.cc ?? [])]
      .flatMap((one) => mailboxesOf(one))
      .map((one) => one.address.trim().toLowerCase())
      .concat(email.deliveredTo ? [email.deliveredTo.toLowerCase()] : []),
    subject: clean(mended(email.subject ?? '', raw)),
    date: when && !Number.isNaN(when.getTime()) ? when : null,
    text: clean(written, true),
    headers,
    attachments: (email.attachments ?? []).map((part) => ({
      name: clean(part.filename ?? '').slice(0, 200),
      declared: part.mimeType ?? 'application/octet-stream',
      bytes: bytesOf(part.content),
    })),
    broken: false,
  };
}

function mailboxesOf(address: Address | undefined): { address: string; name: string }[] {
  if (!address) return [];
  if (address.group) return address.group;
  return [{ address: address.address ?? '', name: address.name ?? '' }];
}

function bytesOf(content: ArrayBuffer | Uint8Array | string): Uint8Array {
  if (typeof content === 'string') return new TextEncoder().encode(content);
  return content instanceof Uint8Array ? content : new Uint8Array(content);
}

/** Old Chinese programs write a subject as bare GBK bytes, which no header says. */
function mended(subject: string, raw: Uint8Array): string {
  if (!subject.includes('\ufffd')) return subject;
  const head = Buffer.from(raw.buffer, raw.byteOffset, Math.min(raw.byteLength, 65_536));
  const start = head.toString('latin1').search(/^subject:/im);
  if (start < 0) return subject;
  const end = head.indexOf('\n', start);
  return gb18030.decode(head.subarray(start + 8, end < 0 ? head.length : end)).trim();
}

function clean(text: string, lines = false): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to take away
  const controls = lines ? /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g : /[\u0000-\u001f\u007f]+/g;
  return text
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(controls, lines ? '' : ' ')
    .trim();
}
