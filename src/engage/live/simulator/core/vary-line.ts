// Writes a line as people type it: particles, marks, emoji, slips of the finger, mixed widths and spellings.
import type { Dice } from './dice.ts';
import type { SpokenLanguage } from './line-book.ts';

const ENDS = {
  zh: ['啊', '呀', '吖', '～', '~', '哦', '捏', '滴', '。'],
  en: [' pls', ' please', ' tho', '..', ' hun', ' 🙏', ' :)', ' guys'],
};
const QUESTION_ENDS = { zh: ['？', '?', '？？', '主播', '？？？', ' ', '啊？'], en: ['?', '??', ' ?', ' pls?', '???'] };
const EMOJI = ['😂', '😭', '🙏', '❤️', '👍', '[捂脸]', '🥺', '😡'];
const SLIPS: Readonly<Record<SpokenLanguage, readonly (readonly [string, string])[]>> = {
  zh: [
    ['什么', '神马'],
    ['什么', '什麽'],
    ['没有', '木有'],
    ['怎么', '咋'],
    ['怎么', '怎麼'],
    ['多少', '多sao'],
    ['可以', '阔以'],
    ['喜欢', '稀饭'],
    ['主播', 'zb'],
    ['链接', '連接'],
    ['这个', '介个'],
    ['知道', '造'],
    ['发货', 'fa货'],
    ['质量', '质亮'],
    ['优惠券', '优惠卷'],
    ['过敏', 'guo敏'],
  ],
  en: [
    ['what', 'wat'],
    ['you', 'u'],
    ['please', 'plz'],
    ['the ', 'teh '],
    ['are', 'r'],
    ['shipping', 'shiping'],
    ['it is', "it's"],
    ["it's", 'its'],
    ["what's", 'whats'],
    ['color', 'colour'],
    ['does', 'dose'],
    ['really', 'rly'],
  ],
};

/** Calls for the host in front of a line; nobody says "may I ask" before telling something. */
const CALLS = { zh: ['主播', '小姐姐', '姐姐', '宝'], en: ['hey ', 'omg ', 'hi '] };
const QUESTION_CALLS = {
  zh: ['主播', '小姐姐', '请问', '问一下', '宝', '家人们'],
  en: ['hi ', 'hey ', 'sorry ', 'hello '],
};

/**
 * @param looseness 0-1, how freely this person types
 * @param isPlain keep words and digits as they are (order codes, addresses): only the end may change
 */
export function varyLine(
  text: string,
  language: SpokenLanguage,
  isQuestion: boolean,
  isPlain: boolean,
  looseness: number,
  dice: Dice,
): string {
  const fall = dice.roll();
  if (fall > looseness) return text;
  const kind = fall / looseness;
  if (isPlain) return kind < 0.5 ? text : text + dice.pick(EMOJI);
  if (kind < 0.3) return text + dice.pick((isQuestion ? QUESTION_ENDS : ENDS)[language]);
  if (kind < 0.42) return dice.pick((isQuestion ? QUESTION_CALLS : CALLS)[language]) + text;
  if (kind < 0.54) return text + dice.pick(EMOJI);
  if (kind < 0.7) {
    const [from, to] = dice.pick(SLIPS[language]);
    return text.includes(from) ? text.replace(from, to) : text + dice.pick(ENDS[language]);
  }
  if (kind < 0.78) return language === 'en' ? text.toUpperCase() : text.replace(/[0-9]/gu, toWide);
  if (kind < 0.88) return text + text.slice(-1).repeat(dice.whole(1, 3));
  if (kind < 0.94 && language === 'zh') return text.length <= 8 ? text + text : `${text} ${text}`;
  return language === 'en' && text.length > 5 ? slip(text, dice) : text;
}

function toWide(digit: string): string {
  return String.fromCharCode(digit.charCodeAt(0) + 0xfee0);
}

/** Two letters in the wrong order. */
function slip(text: string, dice: Dice): string {
  const at = dice.whole(1, text.length - 3);
  return text.slice(0, at) + text[at + 1]! + text[at]! + text.slice(at + 2);
}
