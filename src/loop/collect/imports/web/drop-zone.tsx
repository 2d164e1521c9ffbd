// The place where a file is dropped or chosen; while it travels, it tells how much has arrived.
import { Button } from 'antd';
import { type DragEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem, problemText } from '../../../../ui/client/problem.ts';
import { Icon } from '../../../../ui/icons.tsx';
import { sizeText } from './size-text.ts';
import { useUpload } from './use-upload.ts';
import './imports.css';

const ACCEPTED = '.csv,.tsv,.txt,.jsonl,.ndjson,.json,.xlsx,.gz';

/** @param tall the whole empty page is the target, with the explanation inside */
export function DropZone({ tall = false }: { tall?: boolean }) {
  const { t, i18n } = useTranslation(['pagecollect', 'imports', 'problems']);
  const { sending, failed, send, cancel } = useUpload();
  const [isOver, setOver] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const take = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (!sending) void send([...event.dataTransfer.files]);
  };
  const share = sending && sending.total > 0 ? sending.sent / sending.total : 0;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is an extra way; the button inside does the same
    <div
      className={`hy-drop${tall ? ' hy-drop-tall' : ''}${isOver ? ' hy-drop-over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={take}
    >
      <input
        ref={field}
        type="file"
        multiple
        hidden
        accept={ACCEPTED}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          event.target.value = '';
          if (files.length > 0) void send(files);
        }}
      />
      <Icon name="upload" size={tall ? 28 : 22} />
      {sending ? (
        <div className="hy-drop-words" aria-live="polite">
          <strong>{t('pagecollect:upload.sending', { name: sending.name })}</strong>
          <div
            className="hy-drop-track"
            role="progressbar"
            aria-label={sending.name}
            aria-valuemin={0}
            aria-valuemax={100}
            aria-valuenow={Math.floor(share * 100)}
          >
            <div style={{ transform: `scaleX(${share})` }} />
          </div>
          <p className="hy-figure">
            {share < 1
              ? t('pagecollect:upload.part', {
                  sent: sizeText(sending.sent, i18n.language),
                  total: sizeText(sending.total, i18n.language),
                })
              : t('pagecollect:upload.reading')}
          </p>
        </div>
      ) : (
        <div className="hy-drop-words">
          <strong>{t('pagecollect:upload.drop')}</strong>
          <p>{t('imports:upload.hint')}</p>
        </div>
      )}
      {sending ? (
        <Button onClick={cancel}>{t('pagecollect:upload.cancel')}</Button>
      ) : (
        <Button type="primary" onClick={() => field.current?.click()}>
          {t('pagecollect:upload.choose')}
        </Button>
      )}
      {failed.length > 0 && (
        <ul className="hy-drop-failed" role="alert">
          {failed.map((one) => (
            <li key={one.name}>
              <Icon name="warning" size={16} />
              <span>
                <strong>{one.name}</strong> {whyNot(t, one.error)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** The particular fault of a file says more than "cannot be read". */
function whyNot(t: ReturnType<typeof useTranslation>['t'], error: unknown): string {
  const problem = asProblem(error);
  const code = problem.details[0]?.code;
  const own = code ? t(`imports:failures.${code}`, { defaultValue: '' }) : '';
  return own || problemText(t, problem);
}
