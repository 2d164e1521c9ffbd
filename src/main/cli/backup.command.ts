// `huiyin backup` and `huiyin restore`: one checked file with everything in the store.
import { Command } from 'commander';
import { loadEnvFile, readConfig } from '../../platform/config/config.ts';
import { backup } from '../../platform/store/backup.ts';
import { openPlace } from '../../platform/store/open-store.ts';
import { restore } from '../../platform/store/restore.ts';
import { createBar } from './bar.ts';

/** The key that opens sealed personal data; without it a restored store keeps originals closed for ever. */
const KEY_FILE = 'secret.key';

export function backupCommand(): Command {
  return new Command('backup')
    .description('back up the store into one file, while it is in use')
    .argument('<file>', 'where to write it')
    .option('--with-key', `take along ${KEY_FILE}: whoever holds the backup can then read sealed originals`)
    .option('--json', 'end with one JSON line')
    .action(async (file: string, options: { withKey?: boolean; json?: boolean }) => {
      const { place, dataDir } = await open();
      const bar = createBar('backup');
      try {
        const includeFiles = ['files', ...(options.withKey ? [KEY_FILE] : [])];
        const result = await backup(place, file, {
          dataDir,
          includeFiles,
          // Journals of running shows.
          growingFiles: ['live'],
          onProgress: ({ rows, rowsInAll }) => bar.move(rowsInAll === 0 ? 1 : rows / rowsInAll, rows),
        });
        bar.end();
        if (options.json) console.log(JSON.stringify({ file, ...result }));
        else console.log(`${file}: ${result.rows} rows of ${result.tables} tables, ${result.files} files`);
        if (!options.withKey)
          console.error(`${KEY_FILE} is not in it; keep a copy in a safe place 密钥文件不在备份中，请另行妥善保管`);
      } finally {
        await place.stop();
      }
    });
}

export function restoreCommand(): Command {
  return new Command('restore')
    .description('restore a backup into an empty store; everything is checked before anything is kept')
    .argument('<file>', 'the backup')
    .option('--json', 'end with one JSON line')
    .action(async (file: string, options: { json?: boolean }) => {
      const { place, dataDir } = await open();
      const bar = createBar('restore');
      try {
        const result = await restore(place, file, {
          dataDir,
          onProgress: ({ rows, rowsInAll }) => bar.move(rowsInAll === 0 ? 1 : rows / rowsInAll, rows),
        });
        bar.end();
        if (options.json) console.log(JSON.stringify({ file, ...result }));
        else console.log(`restored ${result.rows} rows of ${result.tables} tables, as of ${result.madeAt}`);
      } finally {
        await place.stop();
      }
    });
}

async function open() {
  loadEnvFile(process.cwd());
  const { databaseUrl, dataDir } = readConfig(process.env, process.cwd());
  return { place: await openPlace({ databaseUrl: databaseUrl ?? undefined, dataDir }), dataDir };
}
