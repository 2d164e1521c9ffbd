// Runs in the saved checker page: reads a chosen file, checks it on this device, and says what holds. It never speaks to a network.
import { type Checked, checkEvidence, fingerprintOf } from '../../loop/publish/evidence/core/check-evidence.ts';

type Sentences = { [key: string]: string | Sentences };

const all = JSON.parse(document.getElementById('sentences')!.textContent!) as Record<string, Sentences>;
let language = navigator.language.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';

const at = <T extends HTMLElement>(id: string) => document.getElementById(id) as T;

function say(key: string, values: Record<string, unknown> = {}): string {
  let found: string | Sentences | undefined = all[language];
  for (const part of key.split('.')) found = typeof found === 'object' ? found[part] : undefined;
  return typeof found === 'string'
    ? found.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''))
    : '';
}

function element(tag: string, text: string, className?: string): HTMLElement {
  const made = document.createElement(tag);
  made.textContent = text;
  if (className) made.className = className;
  return made;
}

function speak(): void {
  document.documentElement.lang = language;
  document.title = say('offline.title');
  for (const one of document.querySelectorAll<HTMLElement>('[data-say]')) one.textContent = say(one.dataset.say!);
  at<HTMLInputElement>('key').placeholder = say('offline.keyHint');
  at('language').textContent = language === 'en' ? '中文' : 'English';
}

function show(checked: Checked, isKeyGiven: boolean): void {
  const result = at('result');
  const lines: HTMLElement[] = [element('h2', say(checked.isSound ? 'verdict.sound' : 'verdict.broken'))];
  lines.push(element('p', say(checked.isSound ? 'verdict.sound_text' : 'verdict.broken_text')));
  for (const one of checked.found) {
    const where = one.entry === undefined ? '' : `${say('entry.number', { number: one.entry + 1 })}: `;
    lines.push(element('p', where + say(`fault.${one.fault}`), 'fault'));
  }
  if (checked.isSound && !isKeyGiven) lines.push(element('p', say('verdict.self')));
  if (checked.file) lines.push(element('p', `${say('page.fingerprint')}: ${fingerprintOf(checked.file.key)}`, 'small'));
  for (const entry of checked.isSound ? (checked.file?.entries ?? []) : []) {
    const what = String(entry.content.what ?? '');
    const card = element('div', '', 'entry');
    card.append(
      element('b', say(`what.${what.replaceAll('.', '_')}`) || what),
      element('span', ` ${new Date(entry.leaf.at).toLocaleString(language)}`, 'small'),
    );
    if (typeof entry.content.text === 'string') card.append(element('blockquote', entry.content.text));
    card.append(element('p', say('entry.place', { index: entry.index }), 'small'));
    lines.push(card);
  }
  result.className = checked.isSound ? 'good' : 'bad';
  result.replaceChildren(...lines);
  result.focus();
}

async function check(file: File): Promise<void> {
  const key = at<HTMLInputElement>('key').value.trim();
  let value: unknown = null;
  try {
    value = JSON.parse(await file.text());
  } catch {
    // Not JSON: the checker says so like of any other wrong file.
  }
  show(checkEvidence(value, key === '' ? undefined : key), key !== '');
}

at<HTMLInputElement>('file').addEventListener('change', (event) => {
  const file = (event.target as HTMLInputElement).files?.[0];
  if (file) void check(file);
});
at('language').addEventListener('click', () => {
  language = language === 'en' ? 'zh-CN' : 'en';
  at('result').replaceChildren();
  speak();
});
document.addEventListener('dragover', (event) => event.preventDefault());
document.addEventListener('drop', (event) => {
  event.preventDefault();
  const file = event.dataTransfer?.files[0];
  if (file) void check(file);
});
speak();
