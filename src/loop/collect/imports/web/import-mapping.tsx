// Every column of the file, what it means to us, and what it holds: guessed, remembered or said by hand.
import { Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useVerb } from '../../../../ui/client/hooks.ts';
import { useCan } from '../../../../ui/client/session.tsx';
import { Icon } from '../../../../ui/icons.tsx';
import { Section } from '../../../../ui/section.tsx';
import { PlainTag } from '../../../../ui/tags.tsx';
import { useToast } from '../../../../ui/toasts.tsx';
import { SPOKEN_CHANNELS } from '../../intake/core/feedback.contract.ts';
import {
  DATE_ORDERS,
  getImportRoute,
  type ImportPreview,
  type ImportView,
  type ImportMapping as Mapping,
  previewImportRoute,
  RATING_SCALES,
  setImportMappingRoute,
} from '../core/import.contract.ts';
import { ColumnTable } from './column-table.tsx';
import './imports.css';

interface Props {
  view: ImportView;
  rows: ImportPreview['rows'];
  confidence: number | null;
  editable: boolean;
}

export function ImportMapping({ view, rows, confidence, editable }: Props) {
  const { t } = useTranslation(['pagecollect', 'imports']);
  const toast = useToast();
  const mayRun = useCan('import.run');
  const save = useVerb(setImportMappingRoute, {
    refresh: [getImportRoute, previewImportRoute],
    onProblem: (problem) => toast.problem(problem),
  });
  // While an answer is on its way the screen already shows what was asked for.
  const mapping = (save.isPending ? save.variables?.body : undefined) ?? view.mapping;
  const isOpen = editable && mayRun;
  const change = (patch: Partial<Mapping>) =>
    save.mutate({ params: { id: view.id }, body: { ...view.mapping, ...patch } });
  return (
    <Section
      title={t('imports:mapping.title')}
      sentence={isOpen ? t(`pagecollect:mapping.${view.mappingSource}`) : undefined}
      end={
        <>
          {view.mappingSource === 'guessed' && confidence !== null && (
            <PlainTag title={t('pagecollect:mapping.confidenceHint')}>
              {t('pagecollect:mapping.confidence', { share: Math.round(confidence * 100) })}
            </PlainTag>
          )}
          <PlainTag>{t(`imports:profiles.${view.mapping.profile}`)}</PlainTag>
        </>
      }
      flush
    >
      {view.mapping.profile !== 'generic' && (
        <p className="hy-import-profile">
          <Icon name="info" size={16} />
          {t(`pagecollect:profile.${view.mapping.profile}`)}
        </p>
      )}
      {!mapping.columns.text && (
        <p className="hy-import-profile hy-import-missing" role="alert">
          <Icon name="warning" size={16} />
          {t('imports:mapping.textMissing')}
        </p>
      )}
      <ColumnTable
        columns={view.columns}
        mapping={mapping.columns}
        rows={rows}
        editable={isOpen}
        onChange={(columns) => change({ columns })}
      />
      <div className="hy-import-rest">
        <Choice label={t('imports:mapping.channel')}>
          <Select
            disabled={!isOpen}
            value={mapping.channel ?? 'review'}
            aria-label={t('imports:mapping.channel')}
            options={SPOKEN_CHANNELS.map((value) => ({ value, label: t(`pagecollect:channel.${value}`) }))}
            onChange={(channel) => change({ channel })}
          />
        </Choice>
        <Choice label={t('imports:mapping.ratingScale')}>
          <Select
            disabled={!isOpen}
            value={mapping.ratingScale ?? 'stars'}
            aria-label={t('imports:mapping.ratingScale')}
            popupMatchSelectWidth={false}
            options={RATING_SCALES.map((value) => ({ value, label: t(`imports:ratingScales.${value}`) }))}
            onChange={(ratingScale) => change({ ratingScale })}
          />
        </Choice>
        <Choice label={t('pagecollect:mapping.dateOrder')}>
          <Select
            disabled={!isOpen}
            value={mapping.dateOrder ?? 'mdy'}
            aria-label={t('pagecollect:mapping.dateOrder')}
            options={DATE_ORDERS.map((value) => ({ value, label: t(`imports:dateOrders.${value}`) }))}
            onChange={(dateOrder) => change({ dateOrder })}
          />
        </Choice>
        {!mapping.columns.product && !mapping.columns.sku && (
          <Choice label={t('imports:mapping.product')}>
            <Input
              key={view.mapping.product}
              disabled={!isOpen}
              defaultValue={view.mapping.product}
              aria-label={t('imports:mapping.product')}
              maxLength={300}
              onBlur={(event) => {
                const product = event.target.value.trim() || undefined;
                if (product !== view.mapping.product) change({ product });
              }}
            />
          </Choice>
        )}
      </div>
    </Section>
  );
}

function Choice({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div className="hy-import-choice">
      <span aria-hidden>{label}</span>
      {children}
    </div>
  );
}
