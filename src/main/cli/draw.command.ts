// `huiyin draw verify`: computes a draw again from its public file, without any store or network.
import { readFile } from 'node:fs/promises';
import { Command } from 'commander';
import type { DrawChecked } from '../../engage/live/draws/core/check.contract.ts';
import { verifyDraw } from '../../engage/live/draws/server/verify/verify-draw.ts';
import { readJson } from '../../kit/plain-json.ts';
import { LANGUAGES, type Language, translator } from '../../platform/i18n/translate.ts';

const EXIT = { sound: 0, broken: 1, unreadable: 2, unfinished: 3 } as const;
const SHOWN_FAULTS = 20;
const MARK = { ok: '✓', bad: '✗', none: '–' } as const;

interface Options {
  receipt: string[];
  key?: string;
  commitment?: string;
  root?: string;
  json?: boolean;
  lang?: string;
}

export function drawCommand(): Command {
  const draw = new Command('draw').description('check draws by their public files');
  draw
    .command('verify')
    .description('compute a draw again; ends with 0 sound, 1 broken, 2 unreadable, 3 holds but has no winners')
    .argument('<file>', 'the public file of the draw')
    .option('--receipt <file>', 'a receipt somebody kept; may be given more than once', collect, [])
    .option('--key <hex>', "the shop's public key, from its page")
    .option('--commitment <hex>', 'the commitment as seen before the first entry')
    .option('--root <hex>', 'the root as seen before the reveal')
    .option('--lang <language>', 'zh-CN or en; the language of this terminal when left out')
    .option('--json', 'print one JSON line')
    .action(async (file: string, options: Options) => {
      const receipts = await Promise.all(options.receipt.map(contentOf));
      const { key, commitment, root } = options;
      const checked = verifyDraw(await contentOf(file), { publicKey: key, commitment, root, receipts });
      if (options.json) console.log(JSON.stringify(summaryOf(checked)));
      else print(checked, languageOf(options.lang));
      process.exitCode = EXIT[checked.verdict];
    });
  return draw;
}

const collect = (value: string, before: string[]) => [...before, value];

/** @throws when the file cannot be read; what is in it may be anything */
const contentOf = async (file: string) => readJson(await readFile(file, 'utf8'));

function languageOf(asked: string | undefined): Language {
  const known = LANGUAGES.find((one) => one === asked);
  if (known) return known;
  return /^zh/i.test(new Intl.DateTimeFormat().resolvedOptions().locale) ? 'zh-CN' : 'en';
}

function summaryOf({ verdict, steps, faults, file }: DrawChecked) {
  return {
    verdict,
    drawId: file?.rules.drawId ?? null,
    state: file?.state ?? null,
    entries: file?.entries.length ?? 0,
    publicKey: file?.opened.publicKey ?? null,
    commitment: file?.opened.commitment ?? null,
    root: file?.closed?.root ?? null,
    seed: file?.revealed?.seed ?? null,
    winners: (file?.outcome?.winners ?? []).map(({ position, index, pid, prize, name, state }) => {
      return { position, index, pid, prize: file!.rules.prizes[prize]?.name ?? null, name, state };
    }),
    steps,
    faults,
  };
}

function print(checked: DrawChecked, language: Language): void {
  const t = translator(language);
  const { file } = checked;
  console.log(t(`draws:check.verdict.${checked.verdict}`));
  console.log(t(`draws:check.verdict_text.${checked.verdict}`));
  for (const { step, state } of checked.steps) {
    console.log(`  ${MARK[state]} ${t(`draws:check.step.${step}`)}`);
    for (const one of checked.faults.filter((fault) => fault.step === step).slice(0, SHOWN_FAULTS)) {
      console.log(`      ${t(`draws:check.fault.${one.fault}`)}${one.at === undefined ? '' : ` (${one.at})`}`);
    }
  }
  if (!file) return;
  console.log(`${file.rules.title}  ${file.rules.drawId}`);
  console.log(`${t('draws:check.keyIs')} ${file.opened.publicKey}`);
  console.log(`${t('draws:check.commitmentIs')} ${file.opened.commitment}`);
  if (file.closed) console.log(`${t('draws:check.rootIs')} ${file.closed.root}`);
  for (const winner of file.outcome?.winners ?? []) {
    const prize = file.rules.prizes[winner.prize]?.name ?? '';
    const became = t(`draws:claim.${winner.state}`);
    console.log(`  ${winner.position + 1}. ${winner.name}  ${winner.pid.slice(0, 8)}  ${prize}  ${became}`);
  }
}
