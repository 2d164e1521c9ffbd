// What was said and done around one second of a show.
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../../../ui/client/hooks.ts';
import { ErrorPlace } from '../../../../ui/places.tsx';
import { TextSkeleton } from '../../../../ui/skeletons.tsx';
import type { ShowRecord } from '../core/show-record.contract.ts';
import { readShowLinesRoute, type ShownLine } from '../core/show-report.contract.ts';
import { secondText } from './say-span.ts';
import { useShowWords } from './use-show-words.ts';

const WINDOW = 30;
/** The cursor comes to rest before its lines are asked for. */
const REST_MS = 200;

export function LinesPane({ showId, record, second }: { showId: string; record: ShowRecord; second: number }) {
  const { t } = useTranslation('livereport');
  const words = useShowWords(record);
  const [asked, setAsked] = useState(second);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(second), REST_MS);
    return () => clearTimeout(timer);
  }, [second]);
  // A window begins at every tenth second, so that a running cursor asks seldom.
  const from = Math.floor(asked / 10) * 10;
  const read = useRead(readShowLinesRoute, { params: { id: showId }, query: { second: from, seconds: WINDOW } });
  const kind = (line: ShownLine) =>
    line.type === 'comment' || line.type === 'question' ? null : t(`page.type.${line.type.replace('.', '_')}`);
  return (
    <section
      className="show-lines"
      aria-label={t('page.lines', { from: secondText(from), to: secondText(from + WINDOW) })}
    >
      <h3 className="hy-quiet">{t('page.lines', { from: secondText(from), to: secondText(from + WINDOW) })}</h3>
      {read.isError ? (
        <ErrorPlace error={read.error} onRetry={() => void read.refetch()} />
      ) : !read.data ? (
        <TextSkeleton lines={4} />
      ) : read.data.lines.length === 0 ? (
        <p className="hy-quiet">{t('page.no_lines')}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a long list is scrolled by keys as well
        <ol tabIndex={0} aria-label={t('page.lines', { from: secondText(from), to: secondText(from + WINDOW) })}>
          {read.data.lines.map((line) => (
            <li key={line.seq} className={`show-line show-line-${line.type.replace('.', '-')}`}>
              <time className="hy-faint">{secondText((line.at - record.startedAt) / 1000)}</time>
              <span>
                {kind(line) && <em>{kind(line)} </em>}
                {line.name && <b>{line.name} </b>}
                {line.text && words.said(line.text)}
                {line.amount && <span className="hy-quiet"> {words.money(line.amount)}</span>}
              </span>
            </li>
          ))}
          {read.data.more && <li className="hy-faint">{t('page.more_lines')}</li>}
        </ol>
      )}
    </section>
  );
}
