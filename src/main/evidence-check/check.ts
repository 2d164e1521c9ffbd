// Runs in the saved checker page: reads a chosen file, checks it on this device, and says what holds. It never speaks to a network.
import { type Checked, checkEvidence, fingerprintOf } from '../../loop/publish/evidence/core/check-evidence.ts';
import { contentOf, element, languageNow, openChecker, say, showResult, typedInto } from '../offline-check/in-page.ts';

function show(checked: Checked, isKeyGiven: boolean): void {
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
      element('span', ` ${new Date(entry.leaf.at).toLocaleString(languageNow())}`, 'small'),
    );
    if (typeof entry.content.text === 'string') card.append(element('blockquote', entry.content.text));
    card.append(element('p', say('entry.place', { index: entry.index }), 'small'));
    lines.push(card);
  }
  showResult(checked.isSound ? 'good' : 'bad', lines).focus();
}

async function take([file]: readonly File[]): Promise<void> {
  if (!file) return;
  const key = typedInto('key');
  show(checkEvidence(await contentOf(file), key), key !== undefined);
}

openChecker(
  (files) => void take(files),
  // What stands there was said in the other language, and the file is not kept.
  () => document.getElementById('result')!.replaceChildren(),
);
