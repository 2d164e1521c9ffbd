// One comment on its way through the analysis: read, attributed, weighed, grouped, counted and watched.
import type { LiveEvent } from '../../stream/core/live-event.contract.ts';
import { answerByWords } from './answers.ts';
import { hashed, hashText } from './hash.ts';
import type { Heart } from './heart.ts';
import { BUYER, COMMENTED, COMPLAINED, ENGAGED, ENTERED, INTENDED, NOBODY } from './people.ts';
import type { Hit } from './series.ts';
import { isGuess, settle } from './settle.ts';
import { takeWave } from './take-wave.ts';
import type { CommentReading } from './words/comment-reader.ts';
import { isShopWide } from './words/live-lexicon.ts';

const VOTE_GAP_MS = 30_000;
/** So long after the first word a person has no history in the room. */
const FRESH_MS = 180_000;
const UNHEARD = new Set(['host', 'staff', 'system']);
const WEAK_PRODUCT = 0.45;

/** @param text what was said; @param votes people who want it answered, where the source counts them */
export function takeComment(
  heart: Heart,
  event: LiveEvent,
  text: string,
  at: number,
  index: number,
  votes: number | null,
): void {
  const { people, time, health, verdict, totals, lines } = heart;
  const person = people.of(event.user, at);
  const bucket = time.bucket(index);
  const role = event.user?.role ?? null;
  const isDesk = role !== null && UNHEARD.has(role);
  if (event.user?.buyer === true) people.mark(person, BUYER);
  const isBuyer = people.has(person, BUYER) && person !== NOBODY;
  time.add('comments', index, 1);
  if (bucket !== null) {
    bucket.comments += 1;
    time.speaker(person, index, bucket);
  }
  time.crowds.commenters.add(person, index);
  time.crowds.engaged.add(person, index);
  people.mark(person, ENGAGED);
  if (people.mark(person, COMMENTED)) totals.commenters += 1;
  verdict.eventId = event.id;
  verdict.isShed = false;
  if (health.sampling < 1 && !isDesk && !isBuyer && votes === null && isShed(heart, event.id, text)) {
    health.shed += 1;
    Object.assign(verdict, { class: 'other', sentiment: 0, isQuestion: false, productId: null, attribution: 'none' });
    Object.assign(verdict, { confidence: 0, groupId: null, weight: 1, isShed: true });
    return;
  }
  const { reading, productId, by, confidence, hintedId } = settle(heart, event, text, person, at, isDesk);
  verdict.class = isDesk ? 'other' : reading.class;
  verdict.sentiment = isDesk ? 0 : reading.sentiment;
  verdict.isQuestion = !isDesk && reading.isQuestion;
  verdict.productId = productId;
  verdict.attribution = by;
  verdict.confidence = confidence;
  verdict.groupId = null;
  verdict.weight = 1;
  const name = event.user?.name ?? null;
  const isFirstWord = people.speak(person, at);
  if (isDesk) {
    if (productId !== null && by !== 'on_air') {
      totals.promptProductId = productId;
      totals.promptAt = at;
    }
    const groupId =
      event.type === 'comment' && event.replyTo !== undefined ? heart.traceOf(event.replyTo)?.groupId : null;
    heart.calls.hear(text, at);
    answerByWords(heart, text, at, productId, groupId ?? null);
  } else {
    const isFresh = !isBuyer && at - (people.spokeAt(person) ?? at) <= FRESH_MS;
    const hit: Hit = { at, person, eventId: event.id, text, name, isBuyer, isFresh };
    let voted: -1 | 0 | 1 = 0;
    if (
      reading.sentiment !== 0 &&
      productId !== null &&
      confidence >= WEAK_PRODUCT &&
      people.vote(person, at, VOTE_GAP_MS)
    )
      voted = reading.sentiment;
    verdict.weight = takeWave(heart, {
      reading,
      hit,
      productId,
      index,
      seenAt: people.seenAt(person),
      isNewcomer: event.user?.newcomer === true,
      isFirstWord,
      hasEntered: people.has(person, ENTERED),
      voted,
    });
    count(heart, reading, hit, productId, hintedId, index, voted, votes);
  }
  const line = lines.take(
    {
      eventId: event.id,
      text,
      name,
      role,
      class: verdict.class,
      reading,
      productId,
      by,
      confidence,
      weight: verdict.weight,
      groupId: verdict.groupId,
    },
    person,
    at,
  );
  heart.trace(event.id, { lineId: line.line.lineId, productId, groupId: verdict.groupId });
}

/** What one comment adds to counts, groups, moods, words and alarms. */
function count(
  heart: Heart,
  reading: CommentReading,
  hit: Hit,
  productId: string | null,
  hintedId: string | null,
  index: number,
  voted: -1 | 0 | 1,
  votes: number | null,
): void {
  const { time, verdict, people, totals, ledger } = heart;
  const { at, person } = hit;
  const { weight } = verdict;
  const bucket = time.bucket(index);
  const tally = productId === null ? null : ledger.of(productId);
  if (tally !== null) tally.comments += 1;
  if (weight < 1) {
    time.add('waved', index, 1 - weight);
    if (bucket !== null) bucket.waved = round(bucket.waved + 1 - weight);
  }
  if (bucket !== null && reading.sentiment !== 0) {
    if (reading.sentiment > 0) bucket.positive = round(bucket.positive + weight);
    else bucket.negative = round(bucket.negative + weight);
  }
  if (tally !== null && reading.sentiment !== 0) {
    if (reading.sentiment > 0) tally.positive += 1;
    else tally.negative += 1;
  }
  if (voted !== 0 && productId !== null && weight > 0) heart.pulses.add(productId, voted, weight, at);
  if (reading.isQuestion || votes !== null) {
    const group = heart.groups.take(
      {
        eventId: hit.eventId,
        text: hit.text,
        name: hit.name,
        class: questionClass(reading),
        productId: isShopWide(reading.matter) ? null : productId,
        reading,
      },
      person,
      at,
    );
    if (votes !== null) heart.groups.vote(group, person, votes);
    verdict.groupId = group.group.groupId;
    time.add('questions', index, 1);
    if (bucket !== null) bucket.questions += 1;
    if (tally !== null) tally.questions += 1;
  }
  const isComplaint =
    reading.class.startsWith('complain.') || reading.class === 'risk.safety' || reading.class === 'risk.fake';
  if (isComplaint) {
    if (bucket !== null) bucket.complaints = round(bucket.complaints + weight);
    if (tally !== null) tally.complaints += 1;
    time.crowds.complainers.add(person, index);
    if (people.mark(person, COMPLAINED)) totals.complainers += 1;
  }
  if (reading.class === 'buy.intent' || reading.class === 'buy.done' || reading.class === 'claim.code') {
    if (tally !== null) tally.buyIntent += 1;
    time.crowds.intended.add(person, index);
    if (people.mark(person, INTENDED)) totals.intended += 1;
  }
  // What a wave shouts is on its card; only a danger to people is heard whoever says it.
  if (!isGuess(reading) && (weight === 1 || (reading.class.startsWith('risk.') && reading.class !== 'risk.fake')))
    heart.watch.take({ class: reading.class, matter: reading.matter, productId, hit });
  // Newcomers who name two faults at once are counted for the first alone: waves pile up reproaches.
  if (
    weight === 1 &&
    reading.hint !== null &&
    (isGuess(reading) || !hit.isFresh || !reading.class.startsWith('complain.'))
  )
    heart.watch.hint({ ...reading.hint, productId: hintedId, hit });
  if (!reading.isCheer) {
    const { units } = reading;
    heart.words.take(units, weight, person, at);
    if (productId !== null && verdict.attribution !== 'none') ledger.words(productId, units, weight, person, at);
  }
}

/** A question of a platform's question box is one even when its words do not show it. */
function questionClass(reading: CommentReading): CommentReading['class'] {
  return reading.class.startsWith('ask.') || reading.isQuestion ? reading.class : 'ask.other';
}

/** By the hash of the id, so that the same event is always in or out; what presses is always in. */
function isShed(heart: Heart, id: string, text: string): boolean {
  hashText(id, 11);
  if (hashed.high / 4_294_967_296 < heart.health.sampling) return false;
  return !heart.reader.isPressing(text);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
