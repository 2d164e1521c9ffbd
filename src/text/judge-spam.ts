// Weighs the signs of advertising and gibberish; a customer who tells about a contact request is not advertising.
import type { SpamJudgement, SpamReason } from './judge.contract.ts';
import { isHan, isLetter, URL_MARK } from './normalise.ts';
import type { Reading } from './reading.ts';

export interface SpamTags {
  contact: number;
  lure: number;
  money: number;
  advert: number;
  told: number;
}

export function spamTags(reading: Reading): SpamTags {
  return {
    contact: reading.tag('spam.contact'),
    lure: reading.tag('spam.lure'),
    money: reading.tag('spam.money'),
    advert: reading.tag('spam.advert'),
    told: reading.tag('spam.told'),
  };
}

/** Whether the words hold any sign of advertising: a way to get in touch, a link, a lure, money, praise for sale. */
export function showsSpam(reading: Reading, tags: SpamTags): boolean {
  const { plainCount } = reading;
  if (plainCount[tags.contact]! + plainCount[tags.lure]! + plainCount[tags.money]! + plainCount[tags.advert]! > 0)
    return true;
  const { codes, length } = reading.folded;
  for (let at = 0; at < length; at += 1) if (codes[at] === URL_MARK) return true;
  return false;
}

/** @param model probability of the trained spam head. */
export function judgeSpam(reading: Reading, tags: SpamTags, model: number): SpamJudgement {
  const reasons: SpamReason[] = [];
  const count = (tag: number) => reading.plainCount[tag]!;
  const contact = count(tags.contact) > 0;
  const lure = count(tags.lure);
  const money = count(tags.money);
  const advert = count(tags.advert);
  const told = count(tags.told) > 0;
  let link = false;
  const { codes, length } = reading.folded;
  for (let at = 0; at < length && !link; at += 1) link = codes[at] === URL_MARK;
  let keep = 1;
  if (contact) keep *= lure + money > 0 ? 0.25 : advert > 0 ? 0.5 : 0.75;
  if (lure > 0) keep *= lure > 1 ? 0.3 : 0.55;
  if (money > 0) keep *= money > 1 ? 0.3 : 0.65;
  if (advert > 0) keep *= advert > 2 ? 0.45 : advert > 1 ? 0.7 : 0.92;
  if (link) keep *= lure + money + advert > 0 || contact ? 0.4 : 0.7;
  if (told) keep = 1 - (1 - keep) * 0.35;
  if (contact) reasons.push('contact');
  if (lure > 0) reasons.push('lure');
  if (money > 0) reasons.push('money');
  if (advert > 0) reasons.push('advert');
  if (link) reasons.push('link');
  const signs = contact || link || lure + money + advert > 0;
  if (model > 0.6) {
    const share = ((model - 0.6) / 0.4) * (signs ? 0.8 : 0.58) * (told ? 0.4 : 1);
    keep *= 1 - share;
    reasons.push('model');
  }
  const noise = gibberish(codes, length, reading.source.length);
  if (noise !== null) {
    keep *= noise.keep;
    reasons.push(noise.reason);
  }
  const score = Math.round((1 - keep) * 1000) / 1000;
  return { score, reasons: score >= 0.1 ? reasons : [] };
}

/** Long texts of very few different characters, or letters without sense. */
function gibberish(codes: Uint16Array, length: number, original: number): { keep: number; reason: SpamReason } | null {
  if (original > 30 && length * 4 < original) return { keep: 0.4, reason: 'repetition' };
  if (length < 24) return null;
  let words = 0;
  const seen = new Set<number>();
  const limit = Math.min(length, 600);
  for (let at = 0; at < limit; at += 1) {
    const code = codes[at]!;
    seen.add(code);
    if (isHan(code) || isLetter(code)) words += 1;
  }
  if (seen.size <= Math.max(4, limit * 0.06) && limit < 400) return { keep: 0.4, reason: 'repetition' };
  if (words < limit * 0.15) return { keep: 0.6, reason: 'gibberish' };
  return null;
}
