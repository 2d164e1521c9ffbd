// Finds what identifies a person, so that the gate can mask it before anybody reads the text.

import { MASKS } from '../kit/masks.ts';
import type { MaskedText, PersonalDataSpan } from './judge.contract.ts';
import { FOLD } from './normalise.ts';
import { findAddresses } from './personal-addresses.ts';
import { findCodes } from './personal-codes.ts';
import { findContacts } from './personal-contacts.ts';
import type { Candidate, FoldedText } from './personal-finds.ts';
import { hintsOf } from './personal-hints.ts';
import { findNumbers } from './personal-numbers.ts';
import { findSpoken } from './personal-spoken.ts';

/** A long text is read in pieces of this many characters, each with so much around it that nothing is cut in two. */
const PIECE = 32_768;
const MARGIN = 512;

/**
 * Phones (mobile, landline, international), ID numbers (GB 11643 checksum), bank cards (Luhn), e-mail, postal addresses, order
 * and parcel numbers, licence plates, WeChat and QQ names. Linear in the text.
 * @returns half-open places in the ORIGINAL text, in order, never overlapping.
 */
export function findPersonalData(text: string): PersonalDataSpan[] {
  if (text.length <= PIECE + 2 * MARGIN) return findIn(text);
  const out: PersonalDataSpan[] = [];
  for (let from = 0; from < text.length; from += PIECE) {
    const start = Math.max(0, from - MARGIN);
    for (const found of findIn(text.slice(start, from + PIECE + MARGIN))) {
      const place = { kind: found.kind, start: found.start + start, end: found.end + start };
      if (place.start < from || place.start >= from + PIECE || place.start < (out.at(-1)?.end ?? 0)) continue;
      out.push(place);
    }
  }
  return out;
}

function findIn(text: string): PersonalDataSpan[] {
  const hints = text.length < 5 ? null : hintsOf(text);
  if (hints === null) return [];
  const folded = fold(text);
  const candidates = [
    ...(hints.numbers ? findNumbers(folded) : []),
    ...(hints.spoken ? findSpoken(folded) : []),
    ...(hints.codes ? findCodes(folded) : []),
    ...(hints.contacts ? findContacts(folded) : []),
    ...(hints.addresses ? findAddresses(folded) : []),
  ];
  if (candidates.length === 0) return [];
  const links = linksIn(folded.text);
  const free = candidates.filter(
    (one) => one.kind === 'email' || !links.some((link) => one.start >= link.start && one.start < link.end),
  );
  free.sort((a, b) => b.rank - a.rank || b.end - b.start - (a.end - a.start) || a.start - b.start);
  const chosen = chooseApart(free, folded.text.length);
  return chosen.map(({ kind, start, end }) => ({
    kind,
    start: folded.at[start]!,
    end: endOf(text, folded.at[end - 1]! + 1),
  }));
}

/** Addresses of pages; the numbers in them name goods and pages. */
const LINK = /(?:https?:\/\/|www\.|(?<![a-z0-9.-])[a-z0-9-]{2,30}\.(?:com|cn|net|org|co)\/)[!-~]+/gu;

function linksIn(text: string): { start: number; end: number }[] {
  if (!text.includes('/') && !text.includes('www.')) return [];
  return [...text.matchAll(LINK)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

/** A keycap (1\ufe0f\u20e3) belongs to its digit. */
function endOf(text: string, end: number): number {
  let at = end;
  while (text[at] === '\ufe0f' || text[at] === '\u20e3') at += 1;
  return at;
}

/** Replaces every find by its placeholder. */
export function maskPersonalData(text: string): MaskedText {
  const found = findPersonalData(text);
  if (found.length === 0) return { masked: text, found };
  let masked = '';
  let last = 0;
  for (const { kind, start, end } of found) {
    masked += text.slice(last, start) + MASKS[kind];
    last = end;
  }
  return { masked: masked + text.slice(last), found };
}

function chooseApart(candidates: readonly Candidate[], length: number): Candidate[] {
  const taken = new Uint8Array(length);
  const chosen: Candidate[] = [];
  for (const candidate of candidates) {
    if (taken.subarray(candidate.start, candidate.end).includes(1)) continue;
    taken.fill(1, candidate.start, candidate.end);
    chosen.push(candidate);
  }
  return chosen.sort((a, b) => a.start - b.start);
}

function fold(source: string): FoldedText {
  const at = new Uint32Array(source.length);
  const parts: string[] = [];
  let text = '';
  let size = 0;
  for (let index = 0; index < source.length; index += 1) {
    const code = FOLD[source.charCodeAt(index)]!;
    if (code === 0) continue;
    text += String.fromCharCode(code);
    at[size] = index;
    size += 1;
    if (text.length >= 8192) {
      parts.push(text);
      text = '';
    }
  }
  parts.push(text);
  return { text: parts.join(''), at, source };
}
