// What the customer sees of this case, and the secret link to it, to be handed over.
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useRead, useVerb } from '../../../../ui/client/hooks.ts';
import type { Problem } from '../../../../ui/client/problem.ts';
import { useCan } from '../../../../ui/client/session.tsx';
import { Icon } from '../../../../ui/icons.tsx';
import { Section } from '../../../../ui/section.tsx';
import { useToast } from '../../../../ui/toasts.tsx';
import type { CaseView } from '../../../act/cases/core/case.contract.ts';
import { shareStatusLinkRoute } from '../../links/core/link.contract.ts';
import { caseReportersRoute } from '../core/conversation.contract.ts';

export function StatusLink({ view, reporter }: { view: CaseView; reporter: string | undefined }) {
  const { t } = useTranslation('deskanswer');
  const toast = useToast();
  const maySend = useCan('reply.send');
  const reporters = useRead(caseReportersRoute, { params: { id: view.id } }, { freshMs: 30_000 });
  const share = useVerb(shareStatusLinkRoute, { onProblem: (problem: Problem) => toast.problem(problem) });
  const items = reporters.data?.items ?? [];
  const chosen = items.find((one) => one.key === reporter) ?? items[0];
  const copy = async () => {
    if (!chosen) return;
    const { url } = await share.mutateAsync({ params: { id: view.id }, body: { reporter: chosen.key } });
    await navigator.clipboard.writeText(url);
    toast.done(t('link.copied', { name: chosen.person?.name ?? t('reporter.unknown') }));
  };
  return (
    <Section title={t('link.title')}>
      <p className="desk-flat">{t(`link.stage.${view.publicStage}`)}</p>
      {maySend && chosen && (
        <Button
          size="small"
          icon={<Icon name="link" size={14} />}
          loading={share.isPending}
          onClick={() => void copy().catch(() => undefined)}
        >
          {t('link.copy')}
        </Button>
      )}
    </Section>
  );
}
