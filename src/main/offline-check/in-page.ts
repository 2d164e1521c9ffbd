// What every saved checker does in its page: speaks two languages, takes files that are chosen or dropped, shows what was found. It never speaks to a network.

type Sentences = { [key: string]: string | Sentences };

const all = JSON.parse(document.getElementById('sentences')!.textContent!) as Record<string, Sentences>;
let language = navigator.language.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';

const at = <T extends HTMLElement>(id: string) => document.getElementById(id) as T;

export const languageNow = () => language;

/** A sentence of the language chosen; empty where there is none, as the page has nobody to ask. */
export function say(key: string, values: Record<string, unknown> = {}): string {
  let found: string | Sentences | undefined = all[language];
  for (const part of key.split('.')) found = typeof found === 'object' ? found[part] : undefined;
  return typeof found === 'string'
    ? found.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''))
    : '';
}

export function element(tag: string, text: string, className?: string): HTMLElement {
  const made = document.createElement(tag);
  made.textContent = text;
  if (className) made.className = className;
  return made;
}

/** What is typed into a field; undefined for nothing. */
export const typedInto = (id: string) => at<HTMLInputElement>(id).value.trim() || undefined;

/** The content of a file; null when it is no JSON, and the checker says so like of any other wrong file. */
export async function contentOf(file: File): Promise<unknown> {
  try {
    return JSON.parse(await file.text());
  } catch {
    return null;
  }
}

export type Mood = 'good' | 'bad' | 'calm';

export function showResult(mood: Mood, lines: HTMLElement[]): HTMLElement {
  const result = at('result');
  result.className = mood;
  result.replaceChildren(...lines);
  return result;
}

function speak(): void {
  document.documentElement.lang = language;
  for (const one of document.querySelectorAll<HTMLElement>('[data-say]')) one.textContent = say(one.dataset.say!);
  for (const one of document.querySelectorAll<HTMLInputElement>('[data-hint]'))
    one.placeholder = say(one.dataset.hint!);
  at('language').textContent = language === 'en' ? '中文' : 'English';
}

/**
 * Fills the page with sentences and listens.
 *
 * @param take is given what was chosen in one field or dropped at once, possibly nothing
 * @param onLanguage after the reader chose the other language
 */
export function openChecker(take: (files: readonly File[]) => void, onLanguage: () => void): void {
  for (const input of document.querySelectorAll<HTMLInputElement>('input[type=file]')) {
    input.addEventListener('change', () => take([...(input.files ?? [])]));
  }
  at('language').addEventListener('click', () => {
    language = language === 'en' ? 'zh-CN' : 'en';
    speak();
    onLanguage();
  });
  document.addEventListener('dragover', (event) => event.preventDefault());
  document.addEventListener('drop', (event) => {
    event.preventDefault();
    take([...(event.dataTransfer?.files ?? [])]);
  });
  speak();
}
