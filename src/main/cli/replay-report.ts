// Writes the report of a replayed recording, as the console would show it.
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { InvalidArgumentError } from 'commander';
import type { Analyser } from '../../engage/live/analysis/core/analyser.contract.ts';
import { RecordBuilder, reportHtml, reportPdf, showReport } from '../../engage/live/report/server/door.ts';
import { type Language, translator } from '../../platform/i18n/translate.ts';
import { PDF_FONT } from '../../platform/pages/pdf-writer.ts';

export interface ReplayReport {
  look(analyser: Analyser, startedAt: number): RecordBuilder;
  /** @throws what the file system throws */
  write(): Promise<void>;
}

/** @throws InvalidArgumentError before anything is read, when the name says no known kind of file */
export function writeReplayReport(recording: string, target: string, language: Language): ReplayReport {
  const kind = path.extname(target).toLowerCase();
  if (!['.html', '.pdf', '.json'].includes(kind)) throw new InvalidArgumentError('--report: .html, .pdf or .json');
  const title = path.basename(recording).replace(/(\.[a-z0-9]{1,6}){1,2}$/i, '');
  let builder: RecordBuilder | undefined;
  return {
    look(analyser, startedAt) {
      builder = new RecordBuilder({ roomId: 'replay', showId: title, title, isSimulated: false, startedAt }, analyser);
      return builder;
    },
    async write() {
      if (!builder) return;
      const { record } = builder.finish();
      if (kind === '.json') return writeFile(target, JSON.stringify(record));
      const t = translator(language);
      const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
      const report = showReport(record, {
        t,
        language,
        timeZone,
        fontFamily: kind === '.pdf' ? PDF_FONT : 'system-ui',
      });
      const shop = t('pages:product');
      await writeFile(
        target,
        kind === '.pdf'
          ? await reportPdf(report, { language, shop, when: new Date(record.endedAt), t })
          : reportHtml(report, { language, shop }),
      );
    },
  };
}
