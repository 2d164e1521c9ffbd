// Takes a file of signals: shows what each column seems to hold, then how far it has come and which rows were not taken.
import { Alert, Button, Modal, Progress, Select } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { upload } from '../../../../ui/client/call.ts';
import { useRead, useVerb } from '../../../../ui/client/hooks.ts';
import { problemText } from '../../../../ui/client/problem.ts';
import { SIGNAL_KINDS } from '../core/signal.contract.ts';
import {
  getSignalImportRoute,
  runSignalImportRoute,
  SIGNAL_TARGETS,
  type SignalImportView,
  type SignalMapping,
  uploadSignalsRoute,
} from '../core/signal-import.contract.ts';

export function SignalImportDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('pagesignals');
  const field = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState('');
  const [file, setFile] = useState<SignalImportView | null>(null);
  const [mapping, setMapping] = useState<SignalMapping | null>(null);
  const run = useVerb(runSignalImportRoute, {
    refresh: [getSignalImportRoute],
    onDone: setFile,
    onProblem: (problem) => setTrouble(problemText(t, problem)),
  });
  const running = file !== null && file.state !== 'uploaded';
  const live = useRead(
    getSignalImportRoute,
    { params: { id: file?.id ?? '' } },
    { enabled: running, everyMs: 1500, on: ['signal_import.*'] },
  );
  const now = running ? (live.data ?? file) : file;
  const send = async (chosen: File | undefined) => {
    if (!chosen) return;
    setBusy(true);
    setTrouble('');
    const body = new FormData();
    body.append('file', chosen);
    try {
      const sent = await upload(uploadSignalsRoute, { body }, () => {});
      setFile(sent);
      setMapping(sent.mapping);
    } catch (error) {
      setTrouble(problemText(t, error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal open title={t('import.title')} footer={null} onCancel={onClose} width={640}>
      <p className="hy-quiet">{t('import.sentence')}</p>
      {trouble && <Alert type="error" title={trouble} role="alert" />}
      {!file && (
        <>
          <input
            ref={field}
            type="file"
            hidden
            accept=".csv,.tsv,.jsonl,.xlsx,.gz"
            onChange={(event) => void send(event.target.files?.[0])}
          />
          <Button type="primary" loading={busy} onClick={() => field.current?.click()}>
            {t('import.choose')}
          </Button>
        </>
      )}
      {file && mapping && !running && (
        <>
          <div className="sig-import-table">
            <div className="sig-field">
              <span>{t('import.kindOfAll')}</span>
              <Select
                value={mapping.kind}
                aria-label={t('import.kindOfAll')}
                options={SIGNAL_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
                onChange={(kind) => setMapping({ ...mapping, kind })}
              />
            </div>
            {SIGNAL_TARGETS.map((target) => (
              <div key={target} className="sig-field">
                <span>{t(`target.${target}`)}</span>
                <Select
                  allowClear
                  aria-label={t(`target.${target}`)}
                  placeholder={t('import.none')}
                  value={mapping.columns[target]}
                  options={file.columns.map((value) => ({ value, label: value }))}
                  onChange={(column: string | undefined) =>
                    setMapping({ ...mapping, columns: { ...mapping.columns, [target]: column } })
                  }
                />
              </div>
            ))}
          </div>
          <Button
            type="primary"
            loading={run.isPending}
            onClick={() => run.mutate({ params: { id: file.id }, body: plain(mapping) })}
          >
            {t('import.run')}
          </Button>
        </>
      )}
      {now && running && (
        <>
          <Progress
            percent={Math.round(now.progress * 100)}
            status={now.state === 'failed' ? 'exception' : undefined}
          />
          <p className="hy-figure">
            {t('import.counts', { recorded: now.recorded, duplicates: now.duplicates, rejected: now.rejected })}
          </p>
          {now.errors.length > 0 && (
            <ul className="sig-preview">
              {now.errors.map((one) => (
                <li key={`${one.line} ${one.field}`}>
                  {t('import.error', {
                    line: one.line,
                    field: one.field ?? '',
                    why: t(`problems:issue.${one.code}`, { defaultValue: t('problems:issue.other') }),
                  })}
                </li>
              ))}
            </ul>
          )}
        </>
      )}
    </Modal>
  );
}

/** Columns that were cleared are left out. */
function plain(mapping: SignalMapping): SignalMapping {
  const columns = Object.fromEntries(Object.entries(mapping.columns).filter(([, column]) => column));
  return { ...mapping, columns };
}
