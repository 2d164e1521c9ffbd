// The first rows as they would be recorded, with the fault of those that would not.
import { useTranslation } from 'react-i18next';
import type { useRead } from '../../../../ui/client/hooks.ts';
import { Icon } from '../../../../ui/icons.tsx';
import { ErrorPlace } from '../../../../ui/places.tsx';
import { Section } from '../../../../ui/section.tsx';
import { RowsSkeleton } from '../../../../ui/skeletons.tsx';
import { PlainTag } from '../../../../ui/tags.tsx';
import { Stars } from '../../intake/web/stars.part.tsx';
import type { ImportPreview as Preview, previewImportRoute } from '../core/import.contract.ts';
import './imports.css';

export function ImportPreview({ read }: { read: ReturnType<typeof useRead<typeof previewImportRoute>> }) {
  const { t } = useTranslation(['pagecollect', 'imports']);
  const rows = read.data?.rows;
  const wrong = rows?.filter((row) => row.errors.length > 0).length ?? 0;
  return (
    <Section
      title={t('imports:preview.title')}
      sentence={rows ? t('imports:preview.hint', { count: rows.length }) : undefined}
      end={wrong > 0 && <PlainTag>{t('pagecollect:preview.wrong', { count: wrong })}</PlainTag>}
      flush
    >
      {read.error && !rows && <ErrorPlace error={read.error} onRetry={() => void read.refetch()} />}
      {!rows && !read.error && <RowsSkeleton rows={4} height={52} columns={2} />}
      {rows?.length === 0 && <p className="hy-import-nothing">{t('imports:preview.empty')}</p>}
      {rows && rows.length > 0 && (
        <ol className="hy-preview">
          {rows.map((row) => (
            <PreviewRow key={row.row} row={row} />
          ))}
        </ol>
      )}
    </Section>
  );
}

function PreviewRow({ row }: { row: Preview['rows'][number] }) {
  const { t } = useTranslation(['pagecollect', 'imports']);
  return (
    <li>
      <span className="hy-preview-number">{row.row}</span>
      <div>
        {row.errors.map((error) => (
          <p key={`${error.field}${error.code}`} className="hy-preview-fault">
            <Icon name="warning" size={14} />
            {error.field
              ? t('imports:errorFile.at', { column: error.field, reason: t(`imports:errors.${error.code}`) })
              : t(`imports:errors.${error.code}`)}
          </p>
        ))}
        {row.errors.length > 0 && row.feedback.length === 0 && (
          <p className="hy-preview-raw">{Object.values(row.fields).filter(Boolean).join(' · ')}</p>
        )}
        {row.feedback.map((feedback, index) => (
          <PreviewFeedback key={String(feedback.externalId ?? index)} feedback={feedback} isFollowUp={index > 0} />
        ))}
      </div>
    </li>
  );
}

function PreviewFeedback({ feedback, isFollowUp }: { feedback: Record<string, unknown>; isFollowUp: boolean }) {
  const { t, i18n } = useTranslation(['pagecollect', 'imports']);
  const product = feedback.product as { name?: string; sku?: string } | undefined;
  const person = feedback.person as { name?: string; externalId?: string } | undefined;
  const text = String(feedback.text ?? '');
  const at = typeof feedback.occurredAt === 'string' ? new Date(feedback.occurredAt) : null;
  const facts = [
    product?.name ?? product?.sku,
    person?.name ?? person?.externalId,
    typeof feedback.orderNo === 'string' ? feedback.orderNo : undefined,
    at && !Number.isNaN(at.getTime())
      ? new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' }).format(at)
      : undefined,
  ].filter(Boolean);
  return (
    <div className="hy-preview-one">
      <p className="hy-preview-text">
        {isFollowUp && <PlainTag>{t('imports:fields.followUp')}</PlainTag>} {text}
      </p>
      <p className="hy-preview-facts">
        {typeof feedback.rating === 'number' && <Stars value={feedback.rating} />}
        {facts.join(' · ')}
      </p>
    </div>
  );
}
