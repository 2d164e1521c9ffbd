// `huiyin evidence`: checks a file without any store, audits the log of a store.
import { readFile } from 'node:fs/promises';
import { Command } from 'commander';
import { DEFAULT_WORKSPACE } from '../../ground/members/server/first-run.ts';
import { readJson } from '../../kit/plain-json.ts';
import { type Checked, checkEvidence, fingerprintOf } from '../../loop/publish/evidence/core/check-evidence.ts';
import { auditLog } from '../../loop/publish/evidence/server/door.ts';
import { createBar } from './bar.ts';
import { withLocalProduct } from './local-product.ts';

export function evidenceCommand(): Command {
  const evidence = new Command('evidence').description('check what the evidence log promises');
  evidence
    .command('verify')
    .description('check an evidence file, offline; ends with 0 when it is sound')
    .argument('<file>', 'the file a customer was given')
    .option('--key <hex>', "the shop's public key, from its page; without it the file vouches for itself")
    .option('--json', 'print one JSON line')
    .action(async (file: string, options: { key?: string; json?: boolean }) => {
      const checked = checkEvidence(readJson(await readFile(file, 'utf8')), options.key);
      if (options.json) console.log(JSON.stringify(summaryOf(checked)));
      else print(checked, options.key !== undefined);
      if (!checked.isSound) process.exitCode = 1;
    });
  evidence
    .command('audit')
    .description('recompute the whole log of this store and compare it with its signed head')
    .option('--workspace <slug>', 'the workspace', DEFAULT_WORKSPACE)
    .option('--json', 'print one JSON line')
    .action(async (options: { workspace: string; json?: boolean }) => {
      await withLocalProduct(options.workspace, async ({ env }) => {
        const bar = createBar('audit');
        const found = await auditLog(env.db, async (done, { size }) => {
          bar.move(size === 0 ? 1 : done / size, done);
          return true;
        });
        bar.end();
        if (options.json) console.log(JSON.stringify(found));
        else console.log(`${found.size} leaves, ${found.erased} erased, ${found.faults.length} faults`);
        for (const { seq, fault } of options.json ? [] : found.faults) console.log(`  ${seq}: ${fault}`);
        if (found.faults.length > 0) process.exitCode = 1;
      });
    });
  return evidence;
}

function summaryOf({ isSound, found, file }: Checked) {
  return {
    isSound,
    faults: found,
    entries: file?.entries.length ?? 0,
    logSize: file?.head.size ?? null,
    signedAt: file?.head.at ?? null,
    fingerprint: file ? fingerprintOf(file.key) : null,
  };
}

function print(checked: Checked, isKeyGiven: boolean): void {
  const { file, found, isSound } = checked;
  console.log(isSound ? 'sound 完好' : 'broken 不成立');
  for (const one of found) {
    console.log(
      `  ${one.entry === undefined ? '' : `entry ${one.entry + 1}: `}${one.fault}${one.path ? ` at ${one.path}` : ''}`,
    );
  }
  if (!file) return;
  console.log(`log of ${file.head.size} leaves, signed ${file.head.at}, key ${fingerprintOf(file.key)}`);
  if (!isKeyGiven) console.log("compare the key with the one on the shop's page 请与店铺页面上的公钥指纹比对");
  for (const entry of file.entries) {
    const text = typeof entry.content.text === 'string' ? `: ${entry.content.text.slice(0, 60)}` : '';
    console.log(`  ${entry.index}  ${entry.leaf.at}  ${String(entry.content.what)}${text}`);
  }
}
