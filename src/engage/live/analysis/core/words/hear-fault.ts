// Joins what the lists of words read with what the trained head makes of the line: which of them names its fault, and what stays a hint.
import type { ShortJudge, ShortReading } from '../../../../../text/short/short.contract.ts';
import type { LiveClass } from '../analysis.contract.ts';
import { isLatin } from './asking-form.ts';
import type { ClassChoice, WordFinds } from './choose-class.ts';
import { guessByHead, guessFault, isUnread } from './guess-fault.ts';

/** Faults the lists read that the trained head may take back; a danger is never taken back. */
const VETOABLE = /^complain\./;
/** Of a shorter line ("起球了", "it pilled") the listed words are all there is, and the head knows too little of the rest. */
const LEAST_VETO = 8;
const LEAST_VETO_LATIN = 24;

export interface Heard {
  class: LiveClass;
  matter: string;
  /** A fault the line supports without naming it plainly. */
  hint: { class: LiveClass; matter: string } | null;
  /** Nothing read it: others' words may tell what it means. */
  isOpen: boolean;
}

/** @param judge has just read the text; @param short what it gave */
export function hearFault(choice: ClassChoice, finds: WordFinds, judge: ShortJudge, short: ShortReading): Heard {
  const { class: kind, matter, also } = choice;
  const isOpen = choice.isOpen && isUnread(kind);
  const latin = isLatin(finds);
  const isVetoable = VETOABLE.test(kind);
  const mayBeTalk = finds.length >= (latin ? LEAST_VETO_LATIN : LEAST_VETO);
  const isAsk = kind.startsWith('ask.') && !choice.isHypothetical;
  const told =
    (isOpen || isVetoable || isAsk) && !short.isAdvertising
      ? judge.readFault(finds.codes, finds.length, finds.masked, latin)
      : null;
  if (isOpen) {
    // Where the head says too little, the listed wordings may still lean to a fault.
    const guess =
      guessByHead(told, kind) ?? (told?.level === 'talk' ? null : guessFault(finds.lexicon.lean, finds, short));
    if (guess === null) return { class: kind, matter, hint: also, isOpen };
    const fault = { class: guess.class, matter: guess.matter };
    if (!guess.isPlain || kind !== 'other') return { class: kind, matter, hint: fault, isOpen };
    // What others just said in listed words tells more than the head.
    return { ...fault, hint: guess.isHint ? fault : null, isOpen };
  }
  if (told?.level === 'talk' && isVetoable && mayBeTalk)
    return { class: 'other', matter: '', hint: { class: kind, matter }, isOpen };
  if (told?.isSure === true && told.class !== kind)
    return {
      class: told.class as LiveClass,
      matter: told.matter,
      hint: isVetoable ? { class: kind, matter } : also,
      isOpen,
    };
  return { class: kind, matter, hint: also, isOpen };
}
