// Reads by when something is promised: "24小时内", "明天下午3点前", "3个工作日内", "by Friday", counted from the moment it was said.
import { Temporal } from 'temporal-polyfill';

type Zoned = Temporal.ZonedDateTime;

const DIGITS: Record<string, number> = {
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  半: 0.5,
};
const WORDS: Record<string, number> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  ten: 10,
  twelve: 12,
  fourteen: 14,
  half: 0.5,
};
const DAYS: Record<string, number> = {
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  日: 7,
  天: 7,
  '1': 1,
  '2': 2,
  '3': 3,
  '4': 4,
  '5': 5,
  '6': 6,
};
const EN_DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const EN_MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const NUMBER = '(\\d{1,4}|[零一二两三四五六七八九十半]{1,3})';
/** The upper end of "24-48" and "三到五" is what may be relied on. */
const RANGE = `(?:${NUMBER}\\s?(?:-|–|~|～|到|至)\\s?)?${NUMBER}`;

/** A number in digits or Chinese words up to 99; null when it is none. */
export function readNumber(text: string): number | null {
  if (/^\d+$/.test(text)) return Number(text);
  if (text in DIGITS) return DIGITS[text]!;
  const tens = /^([一二两三四五六七八九])?十([一二三四五六七八九])?$/.exec(text);
  if (!tens) return null;
  return (tens[1] ? DIGITS[tens[1]]! : 1) * 10 + (tens[2] ? DIGITS[tens[2]]! : 0);
}

/**
 * @param saidAt when it was said
 * @param timeZone the shop's zone: "today" is its day
 * @returns the last moment that keeps the promise; null when the words name no time
 */
export function dueTime(text: string, saidAt: Date, timeZone: string): Date | null {
  const at = Temporal.Instant.fromEpochMilliseconds(saidAt.getTime()).toZonedDateTimeISO(timeZone);
  const due = spanOf(text, at) ?? dayOf(text, at);
  return due ? new Date(due.epochMilliseconds) : null;
}

const endOf = (day: Zoned) => day.withPlainTime({ hour: 23, minute: 59, second: 59 });

function spanOf(text: string, at: Zoned): Zoned | null {
  const zh = (unit: string) => readNumber(new RegExp(`${RANGE}\\s?${unit}`).exec(text)?.[2] ?? '');
  const workdays = zh('个?\\s?(?:工作日|工作天)');
  if (workdays !== null) return endOf(addWorkdays(at, workdays));
  if (/(半个?(多)?小时|半个钟)/.test(text)) return at.add({ minutes: 30 });
  const hours = zh('个?\\s?(?:小时|钟头)');
  if (hours !== null) return at.add({ minutes: Math.round(hours * 60) });
  const minutes = zh('分钟');
  if (minutes !== null) return at.add({ minutes });
  const days = readNumber(new RegExp(`${RANGE}\\s?(?:天|日)(?:之内|以内|内|左右|后)`).exec(text)?.[2] ?? '');
  if (days !== null) return endOf(at.add({ days: Math.ceil(days) }));
  const weeks = readNumber(new RegExp(`${NUMBER}\\s?个?(?:周|星期|礼拜)(?:之内|以内|内)`).exec(text)?.[1] ?? '');
  if (weeks !== null) return endOf(at.add({ days: 7 * weeks }));
  return englishSpan(text.toLowerCase(), at);
}

function englishSpan(text: string, at: Zoned): Zoned | null {
  const found =
    /\b(?:with)?in\s+(?:the\s+next\s+|about\s+)?(?:(?:\d+|an?|one|two|three|four|five|six|seven|ten)\s?(?:-|–|to|or)\s?)?(\d+|an?|one|two|three|four|five|six|seven|eight|ten|twelve|fourteen|half)(?:\s+an?)?[\s-]+((?:business|working)\s+)?(minute|min|hour|hr|day|week)s?\b/.exec(
      text,
    );
  if (!found) return null;
  const count = /^\d+$/.test(found[1]!) ? Number(found[1]) : WORDS[found[1]!]!;
  const unit = found[3]!;
  if (unit.startsWith('min')) return at.add({ minutes: count });
  if (unit.startsWith('h')) return at.add({ minutes: Math.round(count * 60) });
  if (unit === 'week') return endOf(at.add({ days: 7 * count }));
  return endOf(found[2] ? addWorkdays(at, count) : at.add({ days: count }));
}

function dayOf(text: string, at: Zoned): Zoned | null {
  const low = text.toLowerCase();
  const day = chineseDay(text, at) ?? englishDay(low, at);
  const clock = clockOf(text, low);
  if (!day) {
    if (!clock) return null;
    const today = at.withPlainTime(clock);
    // "三点前" said at four means tomorrow's.
    return today.epochMilliseconds > at.epochMilliseconds ? today : today.add({ days: 1 });
  }
  return clock ? day.withPlainTime(clock) : endOf(day);
}

function chineseDay(text: string, at: Zoned): Zoned | null {
  if (/大后天/.test(text)) return at.add({ days: 3 });
  if (/后天/.test(text)) return at.add({ days: 2 });
  if (/明天|明日|明早|明晚|次日|明儿|第二天/.test(text)) return at.add({ days: 1 });
  if (/今天|今日|当天|当日|今晚|下班前|下班之前/.test(text)) return at;
  const date = /(\d{1,2})\s?月\s?(\d{1,2})\s?[日号]/.exec(text);
  if (date) return dateOf(at, Number(date[1]), Number(date[2]));
  if (/(本|这个?)月底|月底/.test(text)) return at.with({ day: at.daysInMonth });
  const weekday = /(下个?|本|这个?)?(?:周|星期|礼拜)([一二三四五六日天])/.exec(text);
  if (weekday) return weekdayOf(at, DAYS[weekday[2]!]!, weekday[1]?.startsWith('下') ?? false);
  if (/下个?(周|星期|礼拜)(内|之内|之前|前)/.test(text)) return at.add({ days: 14 - at.dayOfWeek });
  if (/(本|这个?)(周|星期|礼拜)(内|之内|末)?/.test(text)) return at.add({ days: 7 - at.dayOfWeek });
  const dayOfMonth = /(?:^|[^\d月])(\d{1,2})\s?号(?!线|楼|店|仓)/.exec(text);
  if (dayOfMonth) {
    const number = Number(dayOfMonth[1]);
    if (number < 1 || number > 31) return null;
    const month = number >= at.day ? at : at.add({ months: 1 });
    return number <= month.daysInMonth ? month.with({ day: number }) : null;
  }
  return null;
}

function englishDay(text: string, at: Zoned): Zoned | null {
  if (/\bday after tomorrow\b/.test(text)) return at.add({ days: 2 });
  if (/\btomorrow\b/.test(text)) return at.add({ days: 1 });
  if (/\b(today|tonight|end of (the )?day|eod|close of business|cob)\b/.test(text)) return at;
  const weekday = new RegExp(`\\b(next |this )?(${EN_DAYS.join('|')})\\b`).exec(text);
  if (weekday) return weekdayOf(at, EN_DAYS.indexOf(weekday[2]!) + 1, false);
  if (/\bend of (the |this )?week\b|\bthis week\b/.test(text)) return at.add({ days: 7 - at.dayOfWeek });
  if (/\bnext week\b/.test(text)) return at.add({ days: 14 - at.dayOfWeek });
  if (/\bend of (the |this )?month\b/.test(text)) return at.with({ day: at.daysInMonth });
  const months = EN_MONTHS.map((month) => `${month}|${month.slice(0, 3)}`).join('|');
  const after = new RegExp(`\\b(${months})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?\\b`).exec(text);
  const before = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?(${months})\\b`).exec(text);
  const month = after?.[1] ?? before?.[2];
  const day = after?.[2] ?? before?.[1];
  if (!month || !day) return null;
  return dateOf(at, EN_MONTHS.findIndex((name) => name.startsWith(month.slice(0, 3))) + 1, Number(day));
}

/** The next such weekday, today included; `next` means that of the coming week. */
function weekdayOf(at: Zoned, weekday: number, next: boolean): Zoned {
  if (next) return at.add({ days: 7 - at.dayOfWeek + weekday });
  return at.add({ days: (weekday - at.dayOfWeek + 7) % 7 });
}

function dateOf(at: Zoned, month: number, day: number): Zoned | null {
  if (month < 1 || month > 12 || day < 1 || day > 31) return null;
  const first = at.with({ month, day: 1 });
  if (day > first.daysInMonth) return null;
  const date = first.with({ day });
  return Temporal.PlainDate.compare(date.toPlainDate(), at.toPlainDate()) < 0 ? date.add({ years: 1 }) : date;
}

function clockOf(text: string, low: string): { hour: number; minute: number; second: number } | null {
  const zh = new RegExp(
    `(凌晨|早上|上午|中午|下午|傍晚|晚上|今晚|明晚|明早)?\\s?${NUMBER}\\s?[点:：](半|\\d{1,2})?(?:分)?`,
  ).exec(text);
  const zhHour = zh ? readNumber(zh[2]!) : null;
  if (zh && zhHour !== null && zhHour === Math.floor(zhHour) && zhHour <= 24 && !/[点:：]\s?(赞|击|评)/.test(text)) {
    const late = /下午|傍晚|晚/.test(zh[1] ?? '') && zhHour < 12;
    const minute = zh[3] === '半' ? 30 : Number(zh[3] ?? 0);
    if (minute < 60) return { hour: Math.min(23, late ? zhHour + 12 : zhHour % 24), minute, second: 0 };
  }
  const en = /\b(\d{1,2})(?::(\d{2}))?\s?(am|pm|a\.m\.|p\.m\.|o'clock)/.exec(low);
  if (en) {
    const late = en[3]!.startsWith('p') && Number(en[1]) < 12;
    const hour = (Number(en[1]) % 24) + (late ? 12 : 0);
    if (hour < 24) return { hour, minute: Number(en[2] ?? 0), second: 0 };
  }
  if (/上午|明早|早上|\bmorning\b|中午|\bnoon\b/.test(low)) return { hour: 12, minute: 0, second: 0 };
  if (/下班前|下班之前|下午|\bafternoon\b|close of business|\bcob\b/.test(low))
    return { hour: 18, minute: 0, second: 0 };
  return null;
}

/** Saturdays and Sundays do not count; holidays are the calendar's business, not the transcript's. */
function addWorkdays(at: Zoned, count: number): Zoned {
  let day = at;
  for (let left = Math.min(Math.ceil(count), 250); left > 0; ) {
    day = day.add({ days: 1 });
    if (day.dayOfWeek <= 5) left -= 1;
  }
  return day;
}
