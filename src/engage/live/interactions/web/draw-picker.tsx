// Opens a lucky bag whose rules form was written before.
import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead, useVerb } from '../../../../ui/client/hooks.ts';
import { ConfirmButton } from '../../../../ui/confirm-button.tsx';
import { useToast } from '../../../../ui/toasts.tsx';
import { listDrawsRoute, openDrawRoute } from '../../draws/core/draw.contract.ts';
import { listInteractionsRoute } from '../core/interaction-routes.contract.ts';

export function DrawPicker({ roomId, onDone }: { roomId: string; onDone: () => void }) {
  const { t } = useTranslation('interactions');
  const toast = useToast();
  const [chosen, setChosen] = useState<string>();
  const read = useRead(listDrawsRoute, { query: { roomId, state: 'draft', limit: 50 } }, { on: ['draw.*'] });
  const open = useVerb(openDrawRoute, {
    refresh: [listInteractionsRoute, listDrawsRoute],
    onDone: () => {
      toast.done(t('said.opened'));
      onDone();
    },
    onProblem: (problem) => toast.problem(problem),
  });
  const items = read.data?.items ?? [];
  const id = chosen ?? items[0]?.id;
  return (
    <div className="live-plays-form">
      {items.length === 0 ? (
        <p className="hy-quiet">{t('no_draws')}</p>
      ) : (
        <Select
          aria-label={t('field.draw')}
          value={id}
          options={items.map((draw) => ({ value: draw.id, label: draw.title }))}
          onChange={setChosen}
        />
      )}
      <div className="live-plays-deeds">
        {id && (
          <ConfirmButton
            type="primary"
            loading={open.isPending}
            question={t('draws:confirm.open', { ns: 'draws' })}
            detail={t('draws:confirm.open_detail', { ns: 'draws' })}
            deed={t('deed.open')}
            onConfirm={() => open.mutate({ params: { id } })}
          >
            {t('deed.open')}
          </ConfirmButton>
        )}
        <Button href={id ? `/live/draws?draw=${id}` : '/live/draws?draw=new'}>{t('deed.rules')}</Button>
      </div>
    </div>
  );
}
