// Gives a case its name: the first sentence of the voice that is most like the others.

const LONGEST = 60;
/** More voices than this add nothing to the choice but time. */
const COMPARED = 24;

export interface Voice {
  title: string | null;
  text: string;
}

/** @returns at most 60 characters on one line; `''` when there is nothing to read */
export function titleOf(voices: readonly Voice[]): string {
  const chosen = medoid(voices.slice(0, COMPARED));
  if (!chosen) return '';
  return firstSentence(chosen.title?.trim() || chosen.text);
}

/** The first sentence, cut at 60 characters with an ellipsis. */
export function firstSentence(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const end = line.search(/[。！？!?；;]|\.(\s|$)/);
  // A sentence of one word ("差。") names nothing: read on.
  const sentence = end >= 4 ? line.slice(0, end) : line.replace(/[。！？!?；;.]+$/, '');
  const characters = [...(sentence || line)];
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST - 1).join('')}…` : characters.join('');
}

function medoid(voices: readonly Voice[]): Voice | undefined {
  if (voices.length <= 2) return voices[0];
  const grams = voices.map((voice) => bigrams(voice.text));
  let best = 0;
  let bestSum = -1;
  grams.forEach((own, index) => {
    const sum = grams.reduce((total, other) => total + overlap(own, other), 0);
    if (sum > bestSum) [best, bestSum] = [index, sum];
  });
  return voices[best];
}

function bigrams(text: string): Set<string> {
  const letters = [...text.toLowerCase().replace(/[\s\p{P}]/gu, '')].slice(0, 120);
  return new Set(letters.slice(1).map((letter, index) => letters[index]! + letter));
}

function overlap(one: Set<string>, other: Set<string>): number {
  let both = 0;
  for (const gram of one) if (other.has(gram)) both += 1;
  const all = one.size + other.size - both;
  return all === 0 ? 0 : both / all;
}
