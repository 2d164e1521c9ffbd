// Checks the name by which a customer wants to be thanked: short, decent, nobody else's office, nothing by which he could be found.
import { ok, type Result, refuse } from '../../../kit/result.ts';
import { maskPersonalData } from '../../../text/personal-data.ts';

export const NICKNAME_LEAST = 1;
export const NICKNAME_MOST = 20;

export type NicknameRefusal =
  | 'missing_nickname'
  | 'too_large_nickname'
  | 'invalid_nickname'
  | 'personal_nickname'
  | 'indecent_nickname'
  | 'reserved_nickname';

/** Names that would speak for the house. */
const RESERVED = /官方|客服|管理员|店主|平台|工作人员|admin|official|support|staff|moderator|huiyin/iu;
/** Plain insults; a person looks at the report before it is published, this only spares him the worst. */
const INDECENT =
  /傻[逼屄叉比]|煞笔|沙比|操你|草泥马|妈的|妈逼|尼玛|狗日|婊子|贱人|去死|垃圾|骗子|滚蛋|王八|畜生|fuck|shit|bitch|cunt|asshole|bastard|nigger|whore|scum/iu;
/** Letters and digits of any script, space, and what stands inside names. */
const SHAPE = /^[\p{L}\p{N}][\p{L}\p{N}\p{M} ._·・\-—'’*~]*$/u;

/** @returns the name as it will be shown: NFC, single spaces */
export function checkNickname(input: unknown): Result<string, NicknameRefusal> {
  const name = typeof input === 'string' ? input.normalize('NFC').replace(/\s+/gu, ' ').trim() : '';
  if (name === '') return refuse('missing_nickname');
  const length = [...new Intl.Segmenter('zh', { granularity: 'grapheme' }).segment(name)].length;
  if (length < NICKNAME_LEAST || length > NICKNAME_MOST || name.length > 80) return refuse('too_large_nickname');
  // Digits are what people are found by: numbers of phones, orders, accounts.
  if (
    maskPersonalData(name).found.length > 0 ||
    /\d{6,}|@|https?:|www\.|\.(com|cn|net)\b/iu.test(name.replaceAll(' ', ''))
  ) {
    return refuse('personal_nickname');
  }
  if (!SHAPE.test(name)) return refuse('invalid_nickname');
  const bare = name.replace(/[\s._·・\-—'’*~]+/gu, '');
  if (INDECENT.test(bare)) return refuse('indecent_nickname');
  if (RESERVED.test(bare)) return refuse('reserved_nickname');
  return ok(name);
}
