// Reads texts of YouTube's pages, which come whole or in pieces.
import { looseList, looseObject, looseText } from '../kit/loose-fields.ts';

/** Text of `{simpleText}` or `{runs}`; an emoji run gives its sign or its shortcut. */
export function runsText(value: unknown, max: number): string | undefined {
  const given = looseObject(value);
  if (typeof given.simpleText === 'string') return looseText(given.simpleText, max);
  const parts = looseList(given.runs, 500).map((one) => {
    const run = looseObject(one);
    if (typeof run.text === 'string') return run.text;
    const emoji = looseObject(run.emoji);
    const shortcut = looseList(emoji.shortcuts, 1)[0];
    if (emoji.isCustomEmoji !== true && typeof emoji.emojiId === 'string') return emoji.emojiId;
    return typeof shortcut === 'string' ? shortcut : '';
  });
  return looseText(parts.join(''), max);
}
