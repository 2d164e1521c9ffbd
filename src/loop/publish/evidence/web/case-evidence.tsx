// On a case: take away its evidence file.
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { call } from '../../../../ui/client/call.ts';
import { useCan } from '../../../../ui/client/session.tsx';
import { Section } from '../../../../ui/section.tsx';
import { useToast } from '../../../../ui/toasts.tsx';
import { takeCaseEvidenceRoute } from '../core/evidence.contract.ts';

export function CaseEvidence({ caseId }: { caseId: string }) {
  const { t } = useTranslation('evidence');
  const toast = useToast();
  const canTake = useCan('evidence.read');
  if (!canTake) return null;
  const take = async () => {
    try {
      const file = await call(takeCaseEvidenceRoute, { params: { id: caseId } });
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob([`${JSON.stringify(file, null, 2)}\n`], { type: 'application/json' }));
      link.download = `huiyin-${caseId}.json`;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
    } catch (error) {
      toast.problem(error);
    }
  };
  return (
    <Section title={t('title')}>
      <p className="hy-quiet">{t('file.takeHow')}</p>
      <Button size="small" onClick={() => void take()}>
        {t('file.take')}
      </Button>
    </Section>
  );
}
