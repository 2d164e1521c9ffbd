// The shelf of a room: products by the number viewers type, pasted from a table or typed, saved as a whole.
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useVerb } from '../../../../ui/client/hooks.ts';
import { problemText } from '../../../../ui/client/problem.ts';
import { Section } from '../../../../ui/section.tsx';
import { useToast } from '../../../../ui/toasts.tsx';
import { readRoomRoute, type ShelfProduct, saveShelfRoute } from '../core/room.contract.ts';
import { PasteDialog } from './paste-dialog.tsx';
import { currencyOf, draftOf, emptyDraft, itemsOf, type ProductDraft, withPasted } from './shelf-draft.ts';
import { ShelfRow } from './shelf-row.tsx';

export function ShelfEditor(props: { roomId: string; shelf: readonly ShelfProduct[]; mayEdit: boolean }) {
  const { t } = useTranslation('liverooms');
  const toast = useToast();
  const { mayEdit } = props;
  const [drafts, setDrafts] = useState(() => props.shelf.map(draftOf));
  const [isChanged, setChanged] = useState(false);
  const [pasting, setPasting] = useState(false);
  const [trouble, setTrouble] = useState('');
  const save = useVerb(saveShelfRoute, {
    refresh: [readRoomRoute],
    onDone: ({ shelf }) => {
      setDrafts(shelf.map(draftOf));
      setChanged(false);
      toast.done(t('shelf.saved'));
    },
    onProblem: (problem) => setTrouble(problemText(t, problem)),
  });
  const change = (next: ProductDraft[]) => {
    setDrafts(next);
    setChanged(true);
    setTrouble('');
  };
  const numbers = drafts.map((one) => one.index);
  const doubled = (draft: ProductDraft) => numbers.filter((one) => one === draft.index).length > 1;
  const hasDouble = drafts.some(doubled);
  return (
    <Section
      title={t('shelf.title')}
      sentence={t('shelf.sentence')}
      end={
        mayEdit && (
          <span className="hy-row-line">
            <Button onClick={() => setPasting(true)}>{t('shelf.paste')}</Button>
            <Button onClick={() => change([...drafts, emptyDraft(drafts)])}>{t('shelf.add')}</Button>
          </span>
        )
      }
    >
      {drafts.length === 0 && <p className="hy-quiet">{t('shelf.empty')}</p>}
      <ol className="live-shelf">
        {drafts.map((draft) => (
          <ShelfRow
            key={draft.key}
            draft={draft}
            mayEdit={mayEdit}
            isDoubled={doubled(draft)}
            onChange={(next) => change(drafts.map((one) => (one.key === draft.key ? next : one)))}
            onRemove={() => change(drafts.filter((one) => one.key !== draft.key))}
          />
        ))}
      </ol>
      {trouble && (
        <p role="alert" className="hy-ink-negative">
          {trouble}
        </p>
      )}
      {mayEdit && isChanged && (
        <div className="live-shelf-save">
          <Button
            type="primary"
            disabled={hasDouble}
            loading={save.isPending}
            onClick={() => save.mutate({ params: { id: props.roomId }, body: { items: itemsOf(drafts) } })}
          >
            {t('shelf.save')}
          </Button>
          <span className="hy-quiet">{t(hasDouble ? 'shelf.double' : 'shelf.unsaved')}</span>
        </div>
      )}
      {pasting && (
        <PasteDialog
          currency={currencyOf(drafts)}
          onClose={() => setPasting(false)}
          onTake={(items) => {
            change(withPasted(drafts, items));
            setPasting(false);
          }}
        />
      )}
    </Section>
  );
}
