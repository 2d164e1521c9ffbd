// Runs in the saved draw checker: computes a draw again from its public file on this device, and shows every step. It never speaks to a network.
import type { DrawChecked } from '../../engage/live/draws/core/check.contract.ts';
import { checkDraw } from '../../engage/live/draws/web/check/check-draw.ts';
import { contentOf, element, type Mood, openChecker, say, showResult, typedInto } from '../offline-check/in-page.ts';

const MOODS: Partial<Record<DrawChecked['verdict'], Mood>> = { sound: 'good', unfinished: 'calm' };

let given: { draw: unknown; receipts: unknown[] } = { draw: undefined, receipts: [] };

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
  showResult(MOODS[checked.verdict] ?? 'bad', lines).focus();
}

async function check(): Promise<void> {
  if (given.draw === undefined) return;
  showResult('calm', [element('p', say('check.working'))]);
  // Let the sentence be drawn before the arithmetic begins.
  await new Promise((resolve) => setTimeout(resolve, 30));
  const from = performance.now();
  const checked = await checkDraw(given.draw, {
    publicKey: typedInto('key'),
    commitment: typedInto('commitment'),
    root: typedInto('root'),
    receipts: given.receipts,
  });
  show(checked, performance.now() - from);
}

/** A draw and any receipts, chosen or dropped together or one after the other. */
async function take(files: readonly File[]): Promise<void> {
  for (const file of files) {
    const value = await contentOf(file);
    const isReceipt = (value as { format?: unknown } | null)?.format === 'huiyin-draw-receipt';
    if (isReceipt) given.receipts.push(value);
    else given = { draw: value, receipts: given.receipts };
  }
  await check();
}

for (const id of ['key', 'commitment', 'root']) {
  document.getElementById(id)!.addEventListener('change', () => void check());
}
openChecker(
  (files) => void take(files),
  () => void check(),
);
