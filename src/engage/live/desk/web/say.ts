// Puts figures of a show into few characters: counts, spans, changes.

const forms = new Map<string, Intl.NumberFormat>();

function form(key: string, make: () => Intl.NumberFormat): Intl.NumberFormat {
  let known = forms.get(key);
  if (!known) {
    known = make();
    forms.set(key, known);
  }
  return known;
}

/** A count as it fits: 1,204, from 100,000 on 123K or 12.3万; a dash for what the source does not give. */
export function countText(value: number | null, language: string): string {
  if (value === null || !Number.isFinite(value)) return '–';
  const isLong = Math.abs(value) >= 100_000;
  return form(`${language} ${isLong}`, () =>
    isLong
      ? new Intl.NumberFormat(language, { notation: 'compact', maximumFractionDigits: 1 })
      : new Intl.NumberFormat(language, { maximumFractionDigits: 1 }),
  ).format(value);
}

/** 0.982 as 98.2 %. */
export function shareText(value: number | null, language: string, digits = 0): string {
  if (value === null || !Number.isFinite(value)) return '–';
  return form(
    `${language} % ${digits}`,
    () => new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: digits }),
  ).format(value);
}

/** 75,000 ms as `1:15`, hours in front where there are any. */
export function clockText(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const pad = (value: number) => String(value).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return hours > 0 ? `${hours}:${pad(minutes)}:${pad(seconds % 60)}` : `${minutes}:${pad(seconds % 60)}`;
}

/** How a figure stands to the one before: `+12 %`, `−3 %`; empty where there is nothing to compare with. */
export function changeText(now: number, before: number, language: string): string {
  if (before <= 0) return '';
  const change = now / before - 1;
  if (Math.abs(change) < 0.005) return '±0%';
  return form(
    `${language} ±`,
    () => new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0, signDisplay: 'exceptZero' }),
  ).format(Math.min(change, 99));
}

/** Time of day of an instant, hours and minutes. */
export function timeText(at: number, language: string): string {
  return new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hour12: false }).format(at);
}
