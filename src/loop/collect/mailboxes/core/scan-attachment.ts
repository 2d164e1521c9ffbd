// Looks at what a file is, not at what it says it is: only pictures, PDF and plain text pass; all else is held with its reason.
import type { HoldReason } from './mailbox.contract.ts';

export interface ScannedFile {
  /** What the first bytes say. */
  mediaType: string;
  held: HoldReason | null;
}

type Bytes = Uint8Array;

const PICTURES = ['image/jpeg', 'image/png', 'image/gif', 'image/webp', 'image/heic', 'image/bmp'];
const ALLOWED = new Set([...PICTURES, 'application/pdf', 'text/plain']);
const PROGRAM_NAME =
  /\.(exe|dll|scr|com|bat|cmd|ps1|vbs|vbe|js|jse|mjs|wsf|wsh|hta|msi|msp|jar|apk|app|dmg|pkg|deb|rpm|sh|py|pl|rb|php|lnk|reg|cpl|inf|scf|url|iso|img|vhdx?|one|chm|appx|msix|gadget|pif)$/i;
const ARCHIVE_NAME = /\.(zip|rar|7z|gz|tgz|tar|bz2|xz|cab|arj|ace|lzh|z)$/i;
const MACRO_NAME = /\.(docm|dotm|xlsm|xltm|xlam|pptm|potm|ppam|ppsm|sldm)$/i;
const PAGE_NAME = /\.(html?|xhtml|svg|xml|mht|mhtml|shtml|xsl)$/i;

/**
 * @param input.limit largest size in bytes
 * @returns the kind by its bytes, and why it is held if it is
 */
export function scanAttachment(input: { name: string; declared: string; bytes: Bytes; limit: number }): ScannedFile {
  const { bytes } = input;
  const declared = input.declared.split(';')[0]!.trim().toLowerCase();
  // The last suffix decides what a double click would do: photo.jpg.exe is a program.
  const name = input.name.trim().replace(/[\s.\u202a-\u202e\u2066-\u2069]+$/g, '');
  const found = kindOf(bytes);
  const mediaType = found ?? declared;
  if (bytes.length === 0) return { mediaType: declared, held: 'empty' };
  if (found === 'application/x-program' || PROGRAM_NAME.test(name))
    return { mediaType: 'application/x-program', held: 'program' };
  if (MACRO_NAME.test(name) || found === 'application/x-ole') return { mediaType, held: 'macros' };
  if (found === 'application/zip' && /office|word|excel|powerpoint|vnd\./.test(declared))
    return { mediaType: declared, held: 'kind_not_allowed' };
  if (found === 'application/x-archive' || found === 'application/zip' || ARCHIVE_NAME.test(name))
    return { mediaType: found ?? 'application/x-archive', held: 'archive' };
  if (
    found === 'text/html' ||
    found === 'image/svg+xml' ||
    found === 'text/xml' ||
    PAGE_NAME.test(name) ||
    /html|svg|xml/.test(declared)
  )
    return { mediaType: found ?? declared, held: 'active_page' };
  if (found === null || !ALLOWED.has(found)) return { mediaType, held: 'kind_not_allowed' };
  if (bytes.length > input.limit) return { mediaType: found, held: 'too_large' };
  if (differs(found, declared, name)) return { mediaType: found, held: 'kind_differs' };
  if (found === 'application/pdf' && pdfActs(bytes)) return { mediaType: found, held: 'active_page' };
  return { mediaType: found, held: null };
}

/** A picture that says it is another picture is a slip; a PDF that says it is a picture is not. */
function differs(found: string, declared: string, name: string): boolean {
  const family = (type: string) =>
    type.startsWith('image/') ? 'image' : type === 'application/pdf' ? 'pdf' : type.startsWith('text/') ? 'text' : null;
  const said = family(declared);
  if (said !== null && said !== family(found)) return true;
  const suffix = /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase();
  const byName: Record<string, string> = {
    jpg: 'image',
    jpeg: 'image',
    png: 'image',
    gif: 'image',
    webp: 'image',
    heic: 'image',
    bmp: 'image',
    pdf: 'pdf',
    txt: 'text',
    log: 'text',
    csv: 'text',
  };
  const named = suffix ? byName[suffix] : undefined;
  return named !== undefined && named !== family(found);
}

const ascii = (bytes: Bytes, from: number, length: number) =>
  String.fromCharCode(...bytes.subarray(from, from + length));
const starts = (bytes: Bytes, ...magic: number[]) => magic.every((byte, index) => bytes[index] === byte);

/** The kind by its first bytes; null when they say nothing known. */
export function kindOf(bytes: Bytes): string | null {
  if (starts(bytes, 0xff, 0xd8, 0xff)) return 'image/jpeg';
  if (starts(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'image/png';
  if (/^GIF8[79]a/.test(ascii(bytes, 0, 6))) return 'image/gif';
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 4) === 'WEBP') return 'image/webp';
  if (ascii(bytes, 4, 4) === 'ftyp' && /^(heic|heix|hevc|mif1|msf1|heim|heis)/.test(ascii(bytes, 8, 4)))
    return 'image/heic';
  if (ascii(bytes, 0, 2) === 'BM' && bytes.length > 26 && [12, 40, 52, 56, 108, 124].includes(bytes[14] ?? 0))
    return 'image/bmp';
  if (ascii(bytes, 0, 5) === '%PDF-') return 'application/pdf';
  if (starts(bytes, 0x4d, 0x5a) || starts(bytes, 0x7f, 0x45, 0x4c, 0x46) || starts(bytes, 0xca, 0xfe, 0xba, 0xbe))
    return 'application/x-program';
  if (starts(bytes, 0xcf, 0xfa, 0xed, 0xfe) || starts(bytes, 0xfe, 0xed, 0xfa) || ascii(bytes, 0, 2) === '#!')
    return 'application/x-program';
  if (starts(bytes, 0x4c, 0, 0, 0, 1, 0x14, 2, 0)) return 'application/x-program';
  if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)) return 'application/x-ole';
  if (starts(bytes, 0x50, 0x4b, 3, 4) || starts(bytes, 0x50, 0x4b, 5, 6)) return 'application/zip';
  if (ascii(bytes, 0, 4) === 'Rar!' || starts(bytes, 0x37, 0x7a, 0xbc, 0xaf) || starts(bytes, 0x1f, 0x8b))
    return 'application/x-archive';
  if (ascii(bytes, 0, 3) === 'BZh' || starts(bytes, 0xfd, 0x37, 0x7a, 0x58, 0x5a) || ascii(bytes, 0, 4) === 'MSCF')
    return 'application/x-archive';
  if (ascii(bytes, 257, 5) === 'ustar') return 'application/x-archive';
  return textKind(bytes);
}

/** Text without control characters; a page when it begins like one anywhere near its start. */
function textKind(bytes: Bytes): string | null {
  const head = bytes.subarray(0, 65_536);
  for (const byte of head) if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27) || byte === 127) return null;
  const text = ascii(head, 0, Math.min(head.length, 4096)).toLowerCase();
  if (/<svg[\s>]/.test(text)) return 'image/svg+xml';
  if (/<(!doctype html|html|head|body|script|iframe|meta|a\s|div|table|form|img)[\s>/]/.test(`${text} `))
    return 'text/html';
  if (/^\s*(\u00ef\u00bb\u00bf)?<\?xml/.test(text)) return 'text/xml';
  return 'text/plain';
}

/** A PDF that runs something or carries files. */
function pdfActs(bytes: Bytes): boolean {
  const words = ['/JavaScript', '/JS ', '/JS(', '/JS<', '/Launch', '/EmbeddedFile', '/RichMedia'];
  const decoder: string[] = [];
  for (let at = 0; at < bytes.length; at += 8192) decoder.push(ascii(bytes, at, 8192));
  const text = decoder.join('');
  return words.some((word) => text.includes(word));
}
