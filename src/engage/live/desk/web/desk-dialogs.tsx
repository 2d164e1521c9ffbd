// The small windows of the desk, each opened by a key or a button: time on air, a note to the host, the prompter's link, interactions, merging.
import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import type { QuestionGroup } from '../../analysis/core/analysis.contract.ts';
import { onMerge } from './merge-signal.ts';
import { type DeskSignal, useSignal } from './signals.ts';
import { useDeskHere } from './use-desk.tsx';

const CountdownDialog = lazy(() =>
  import('./countdown-dialog.tsx').then((module) => ({ default: module.CountdownDialog })),
);
const NoteDialog = lazy(() => import('./note-dialog.tsx').then((module) => ({ default: module.NoteDialog })));
const PrompterDialog = lazy(() =>
  import('./prompter-dialog.tsx').then((module) => ({ default: module.PrompterDialog })),
);
const InteractionsDialog = lazy(() =>
  import('../../interactions/web/interactions-dialog.part.tsx').then((module) => ({
    default: module.InteractionsDialog,
  })),
);
const MergeDialog = lazy(() => import('./merge-dialog.tsx').then((module) => ({ default: module.MergeDialog })));

export function DeskDialogs() {
  const { mayWork, roomId } = useDeskHere();
  const [open, setOpen] = useState<DeskSignal | null>(null);
  const [merging, setMerging] = useState<QuestionGroup | null>(null);
  const close = useCallback(() => setOpen(null), []);
  const way = (name: DeskSignal) => () => mayWork && setOpen(name);
  // biome-ignore-start lint/correctness/useExhaustiveDependencies: they hang on the permission alone
  useSignal('countdown', useCallback(way('countdown'), [mayWork]));
  useSignal('note', useCallback(way('note'), [mayWork]));
  useSignal('prompter', useCallback(way('prompter'), [mayWork]));
  useSignal('interactions', useCallback(way('interactions'), [mayWork]));
  // biome-ignore-end lint/correctness/useExhaustiveDependencies: they hang on the permission alone
  useEffect(() => onMerge((group) => mayWork && setMerging(group)), [mayWork]);
  return (
    <Suspense fallback={null}>
      {open === 'countdown' && <CountdownDialog onClose={close} />}
      {open === 'note' && <NoteDialog onClose={close} />}
      {open === 'prompter' && <PrompterDialog onClose={close} />}
      {open === 'interactions' && <InteractionsDialog roomId={roomId} onClose={close} />}
      {merging && <MergeDialog group={merging} onClose={() => setMerging(null)} />}
    </Suspense>
  );
}
