// Runs in the saved draw checker: computes a draw again from its public file on this device, and shows every step. It never speaks to a network.
import type { DrawChecked } from '../../engage/live/draws/core/check.contract.ts';
import { checkDraw } from '../../engage/live/draws/web/check/check-draw.ts';

type Sentences = { [key: string]: string | Sentences };

const all = JSON.parse(document.getElementById('sentences')!.textContent!) as Record<string, Sentences>;
let language = navigator.language.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';
let given: { draw: unknown; receipts: unknown[] } = { draw: undefined, receipts: [] };

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
  document.title = say('check.title');
  for (const one of document.querySelectorAll<HTMLElement>('[data-say]')) one.textContent = say(one.dataset.say!);
  for (const id of ['key', 'commitment', 'root']) at<HTMLInputElement>(id).placeholder = say('check.optional');
  at('language').textContent = language === 'en' ? '中文' : 'English';
}

function show(checked: DrawChecked, ms: number): void {
  const lines: HTMLElement[] = [
    element('h2', say(`check.verdict.${checked.verdict}`)),
    element('p', say(`check.verdict_text.${checked.verdict}`)),
  ];
  const steps = element('ol', '', 'steps');
  for (const { step, state } of checked.steps) {
    const line = element('li', '', state);
    line.append(element('b', say(`check.mark.${state}`)), element('span', ` ${say(`check.step.${step}`)}`));
    const own = checked.faults.filter((one) => one.step === step);
    for (const one of own.slice(0, 5)) {
      const where = one.at === undefined ? '' : ` (${one.at})`;
      line.append(element('p', `${say(`check.fault.${one.fault}`)}${where}`, 'fault'));
    }
    if (own.length > 5) line.append(element('p', say('check.more', { count: own.length - 5 }), 'fault'));
    steps.append(line);
  }
  lines.push(steps);
  const { file } = checked;
  if (file) {
    lines.push(
      element('h3', file.rules.title),
      element('p', say('check.facts', { people: file.entries.length, ms: Math.round(ms) }), 'small'),
      element('p', `${say('check.keyIs')} ${file.opened.publicKey}`, 'small'),
      element('p', `${say('check.commitmentIs')} ${file.opened.commitment}`, 'small'),
    );
    if (file.closed) lines.push(element('p', `${say('check.rootIs')} ${file.closed.root}`, 'small'));
    if (file.revealed) lines.push(element('p', `${say('check.seedIs')} ${file.revealed.seed}`, 'small'));
    for (const winner of file.outcome?.winners ?? []) {
      const prize = file.rules.prizes[winner.prize]?.name ?? '';
      const became = say(`claim.${winner.state}`);
      lines.push(
        element('p', `${winner.position + 1}. ${winner.name} · ${winner.pid.slice(0, 8)} · ${prize} · ${became}`),
      );
    }
  }
  const result = at('result');
  result.className = checked.verdict === 'sound' ? 'good' : checked.verdict === 'unfinished' ? 'calm' : 'bad';
  result.replaceChildren(...lines);
  result.focus();
}

async function check(): Promise<void> {
  if (given.draw === undefined) return;
  at('result').className = 'calm';
  at('result').replaceChildren(element('p', say('check.working')));
  // Let the sentence be drawn before the arithmetic begins.
  await new Promise((resolve) => setTimeout(resolve, 30));
  const value = (id: string) => at<HTMLInputElement>(id).value.trim() || undefined;
  const from = performance.now();
  const checked = await checkDraw(given.draw, {
    publicKey: value('key'),
    commitment: value('commitment'),
    root: value('root'),
    receipts: given.receipts,
  });
  show(checked, performance.now() - from);
}

/** A draw and any receipts, chosen or dropped together or one after the other. */
async function take(files: Iterable<File>): Promise<void> {
  for (const file of files) {
    let value: unknown = null;
    try {
      value = JSON.parse(await file.text());
    } catch {
      // Not JSON: the checker says so like of any other wrong file.
    }
    const isReceipt = (value as { format?: unknown } | null)?.format === 'huiyin-draw-receipt';
    if (isReceipt) given.receipts.push(value);
    else given = { draw: value, receipts: given.receipts };
  }
  await check();
}

for (const id of ['file', 'receipt']) {
  at<HTMLInputElement>(id).addEventListener('change', (event) => {
    void take((event.target as HTMLInputElement).files ?? []);
  });
}
for (const id of ['key', 'commitment', 'root']) at(id).addEventListener('change', () => void check());
at('language').addEventListener('click', () => {
  language = language === 'en' ? 'zh-CN' : 'en';
  speak();
  void check();
});
document.addEventListener('dragover', (event) => event.preventDefault());
document.addEventListener('drop', (event) => {
  event.preventDefault();
  void take(event.dataTransfer?.files ?? []);
});
speak();
