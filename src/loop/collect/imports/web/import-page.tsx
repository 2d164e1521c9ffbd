// One file on its way in: what its columns mean, what its rows will become, and what became of them.
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../../../ui/client/hooks.ts';
import { usePathParam } from '../../../../ui/go.tsx';
import { PageHeader } from '../../../../ui/page-header.tsx';
import { ErrorPlace } from '../../../../ui/places.tsx';
import { PageBody } from '../../../../ui/section.tsx';
import { PageSkeleton } from '../../../../ui/skeletons.tsx';
import { PlainTag } from '../../../../ui/tags.tsx';
import { getImportRoute, type ImportView, previewImportRoute } from '../core/import.contract.ts';
import { ImportActions } from './import-actions.tsx';
import { ImportMapping } from './import-mapping.tsx';
import { ImportPreview } from './import-preview.tsx';
import { ImportProgress } from './import-progress.tsx';
import { sizeText } from './size-text.ts';
import { StateTag } from './state-tag.tsx';

export function ImportPage() {
  const id = usePathParam('importId');
  const [isRunning, setRunning] = useState(false);
  const read = useRead(
    getImportRoute,
    { params: { id } },
    { on: ['import.*'], ...(isRunning ? { everyMs: 2000 } : {}), freshMs: 0 },
  );
  const state = read.data?.state;
  useEffect(() => setRunning(state === 'running'), [state]);
  if (read.error && !read.data) return <ErrorPlace error={read.error} onRetry={() => void read.refetch()} />;
  if (!read.data || read.isPlaceholderData) return <PageSkeleton />;
  return <ImportBody key={id} view={read.data} />;
}

function ImportBody({ view }: { view: ImportView }) {
  const { t, i18n } = useTranslation(['pagecollect', 'imports']);
  const hasRun = view.state !== 'uploaded' && view.state !== 'mapped';
  const hasFile = view.state !== 'done';
  const preview = useRead(
    previewImportRoute,
    { params: { id: view.id }, query: { rows: 20 } },
    { enabled: hasFile, freshMs: 60_000 },
  );
  return (
    <>
      <PageHeader
        back={{ to: '/imports', label: t('pagecollect:imports.title') }}
        title={view.fileName}
        beside={
          <>
            <StateTag value={view.state} />
            <PlainTag>{t(`imports:formats.${view.format}`)}</PlainTag>
            <span className="hy-faint hy-import-size">{sizeText(view.sizeBytes, i18n.language)}</span>
          </>
        }
        sentence={t(`pagecollect:import.now.${view.state}`)}
        action={<ImportActions view={view} />}
      />
      <PageBody>
        {hasRun && <ImportProgress view={view} />}
        <ImportMapping
          view={view}
          rows={preview.data?.rows ?? []}
          confidence={preview.data?.confidence ?? null}
          editable={view.state === 'uploaded' || view.state === 'mapped'}
        />
        {!hasRun && <ImportPreview read={preview} />}
      </PageBody>
    </>
  );
}
