// `huiyin import FILE`: against a running instance when HUIYIN_URL is set, else straight on the data folder.
import { statSync } from 'node:fs';
import path from 'node:path';
import { Command, Option } from 'commander';
import { DEFAULT_WORKSPACE } from '../../ground/members/server/first-run.ts';
import { type ImportCounts, MAP_TARGETS, type MapTarget } from '../../loop/collect/imports/core/import.contract.ts';
import { errorFile, importFile } from '../../loop/collect/imports/server/door.ts';
import { CHANNELS, type Channel } from '../../loop/collect/intake/core/feedback.contract.ts';
import { translator } from '../../platform/i18n/translate.ts';
import { createBar } from './bar.ts';
import { withLocalProduct } from './local-product.ts';
import { importRemotely } from './remote-import.ts';
import { writeLines } from './write-lines.ts';
import { WrongUsage } from './wrong-usage.ts';

interface Options {
  channel: Channel;
  workspace: string;
  map?: string;
  json?: boolean;
  errors?: string;
}

export type Columns = Partial<Record<MapTarget, string>>;

/** Reads `text=评价内容,rating=评分`. @throws naming the part that is not understood */
export function readMap(text: string | undefined): Columns {
  const columns: Columns = {};
  for (const part of text?.split(',') ?? []) {
    const at = part.indexOf('=');
    const target = part.slice(0, at).trim() as MapTarget;
    if (at < 1 || !MAP_TARGETS.includes(target)) {
      throw new WrongUsage(
        `--map does not understand "${part}"; write target=column with one of ${MAP_TARGETS.join(', ')}`,
      );
    }
    columns[target] = part.slice(at + 1).trim();
  }
  return columns;
}

export function importCommand(): Command {
  return new Command('import')
    .description('import a CSV, TSV, JSONL or XLSX file; running it twice records nothing twice')
    .argument('<file>', 'the file; text kinds may be gzipped')
    .addOption(new Option('--channel <channel>', 'where the voices come from').choices(CHANNELS).default('review'))
    .option('--workspace <slug>', 'workspace', DEFAULT_WORKSPACE)
    .option('--map <pairs>', 'columns, for example text=评价内容,rating=评分,externalId=编号,product=商品')
    .option('--errors <file>', 'write the rows that were not taken to this CSV')
    .option('--json', 'end with one JSON line')
    .action(async (file: string, options: Options) => {
      statSync(file);
      const columns = readMap(options.map);
      const started = performance.now();
      const bar = createBar(path.basename(file));
      const show = (counts: ImportCounts, share: number) => bar.move(share, counts.read);
      const remote = process.env.HUIYIN_URL;
      const counts = remote
        ? await importRemotely({
            origin: remote,
            key: process.env.HUIYIN_API_KEY ?? '',
            file,
            channel: options.channel,
            columns,
            show,
            errors: options.errors,
          })
        : await importLocally(file, options, columns, show);
      bar.end();
      const wallMs = Math.round(performance.now() - started);
      const { recorded, duplicates, rejected, quarantined } = counts;
      if (options.json) console.log(JSON.stringify({ recorded, duplicates, rejected, quarantined, wallMs }));
      else
        console.log(
          `recorded ${recorded}, duplicates ${duplicates}, rejected ${rejected}, quarantined ${quarantined} in ${(wallMs / 1000).toFixed(1)} s`,
        );
    });
}

/** Rows go through the gate here, and are judged here too unless a running server is faster. */
async function importLocally(
  file: string,
  options: Options,
  columns: Columns,
  show: (counts: ImportCounts, share: number) => void,
): Promise<ImportCounts> {
  return withLocalProduct(options.workspace, async ({ product, env }) => {
    await product.work.reactions.start();
    const done = await importFile(env, product.rooms.gate, {
      path: file,
      channel: options.channel,
      columns,
      onProgress: show,
    });
    if (!done.ok) {
      const t = translator('en');
      const where = done.details
        ?.map((detail) => t(`problems:issue.${detail.code}`, undefined, detail.code))
        .join('; ');
      throw new Error(`${t(`problems:title.${done.reason}`)}${where ? ` (${where})` : ''}`);
    }
    const { importId, columns: header, counts, failure } = done.value;
    if (options.errors) {
      await writeLines(
        options.errors,
        errorFile(env, product.tools.sealer, { importId, columns: header, translate: translator('en') }),
      );
    }
    await product.settle();
    if (failure)
      throw new Error(`the file could not be read to its end: ${failure}; ${counts.recorded} rows are recorded`);
    return counts;
  });
}
