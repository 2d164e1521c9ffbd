// Joins all word lists into one matcher, so that a text is walked once for everything.
import { TAXONOMY } from '../taxonomy.ts';
import { ASPECT_WORDS } from './aspect-words.ts';
import { CUES } from './cue-words.ts';
import { Matcher } from './matcher.ts';
import { SPAM } from './spam-words.ts';
import { PAIR_TOPICS, STATES } from './states.ts';
import { URGENCY } from './urgency-words.ts';

/** Tags: `cue.*`, `urge.*`, `spam.*`, `asp.<aspect>`, `topic.*`, `state.*`, `theme.<leaf key>`. */
export function buildLexicon(): Matcher {
  const matcher = new Matcher();
  matcher.addAll('cue.', CUES);
  matcher.addAll('urge.', URGENCY);
  matcher.addAll('spam.', SPAM);
  matcher.addAll('asp.', ASPECT_WORDS);
  matcher.addAll('topic.', PAIR_TOPICS);
  matcher.addAll('state.', STATES);
  for (const leaf of TAXONOMY) matcher.add(`theme.${leaf.key}`, `${leaf.zh}|${leaf.en}`);
  return matcher.build();
}
