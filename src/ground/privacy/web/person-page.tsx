// One customer: what is known of him, how much is kept, and the two things he may ask for: all of it, or none of it.
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fillPath } from '../../../kit/route.ts';
import { useRead } from '../../../ui/client/hooks.ts';
import { useCan } from '../../../ui/client/session.tsx';
import { GoLink, usePathParam } from '../../../ui/go.tsx';
import { Icon } from '../../../ui/icons.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { ErrorPlace } from '../../../ui/places.tsx';
import { RelativeTime } from '../../../ui/relative-time.tsx';
import { PageBody, Section, Terms } from '../../../ui/section.tsx';
import { PageSkeleton } from '../../../ui/skeletons.tsx';
import { PlainTag } from '../../../ui/tags.tsx';
import { getPersonRoute } from '../../people/core/person.contract.ts';
import { exportPersonRoute, personKeptRoute } from '../core/privacy.contract.ts';
import { EraseDialog } from './erase-dialog.tsx';

export function PersonPage() {
  const { t } = useTranslation('privacy');
  const id = usePathParam('personId');
  const mayExport = useCan('person.export');
  const mayErase = useCan('person.erase');
  const [erasing, setErasing] = useState(false);
  const person = useRead(getPersonRoute, { params: { id } }, { on: ['person.*'] });
  const kept = useRead(personKeptRoute, { params: { id } }, { enabled: mayExport });
  if (person.error) return <ErrorPlace error={person.error} onRetry={() => person.refetch()} />;
  if (!person.data) return <PageSkeleton />;
  const { name, tier, identities, createdAt } = person.data;
  return (
    <>
      <PageHeader
        title={name ?? t('unnamed')}
        sentence={t('sentence')}
        beside={tier === 'vip' ? <PlainTag>VIP</PlainTag> : undefined}
        action={
          mayExport && (
            <Button href={fillPath(exportPersonRoute.path, { id })} download icon={<Icon name="download" size={16} />}>
              {t('export')}
            </Button>
          )
        }
      />
      <PageBody>
        <Section title={t('known')}>
          <Terms
            rows={[
              ...identities.map((one) => ({
                term: t(`kind.${one.kind}`),
                value: <span className="hy-figure">{one.hint}</span>,
              })),
              { term: t('since'), value: <RelativeTime at={createdAt} /> },
              {
                term: t('voices'),
                value: (
                  <GoLink to="/feedback" search={{ person: id }} className="hy-link">
                    {t('seeVoices')}
                  </GoLink>
                ),
              },
            ]}
          />
        </Section>
        {mayExport && kept.data && (
          <Section title={t('kept')} sentence={t('keptSentence')}>
            <Terms
              rows={kept.data.sections.map(({ section, rows }) => ({
                term: t(`section.${section}`),
                value: <span className="hy-figure">{rows}</span>,
              }))}
            />
          </Section>
        )}
        {mayErase && !kept.isLoading && (
          <Section title={t('erase.title')} sentence={t('erase.sentence')}>
            <Button danger onClick={() => setErasing(true)}>
              {t('erase.open')}
            </Button>
          </Section>
        )}
      </PageBody>
      {erasing && <EraseDialog personId={id} name={name} onClose={() => setErasing(false)} />}
    </>
  );
}
