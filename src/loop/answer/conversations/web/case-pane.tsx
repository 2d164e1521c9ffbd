// The middle pane: the head of the case, the box to write in, and everything said and done, newest first.
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../../../ui/client/hooks.ts';
import { useCan } from '../../../../ui/client/session.tsx';
import { useCommands } from '../../../../ui/command-palette.tsx';
import { type KeyBinding, useKeys } from '../../../../ui/keys.tsx';
import { ErrorPlace } from '../../../../ui/places.tsx';
import { Bone, TextSkeleton } from '../../../../ui/skeletons.tsx';
import type { CaseView } from '../../../act/cases/core/case.contract.ts';
import { CaseHead } from '../../../act/cases/web/case-head.part.tsx';
import type { DeedKind } from '../../../act/cases/web/deed.part.tsx';
import type { CaseLink } from '../../../act/cases/web/person-card.part.tsx';
import { caseReportersRoute } from '../core/conversation.contract.ts';
import { CaseStream } from './case-stream.tsx';
import { WriteBox, type Writing } from './write-box.tsx';

export interface CasePaneProps {
  id: string;
  view: CaseView | undefined;
  error: unknown;
  onRetry: () => void;
  caseLink: CaseLink;
  /** the reporter chosen; the one who spoke last when left out */
  reporter: string | undefined;
  onReporter: (key: string) => void;
  onDeed: (kind: DeedKind) => void;
  /** a, e, s and p belong to the list while the case stands in it */
  ownKeys: boolean;
}

export function CasePane(props: CasePaneProps) {
  if (!props.view) {
    if (props.error) return <ErrorPlace error={props.error} onRetry={props.onRetry} />;
    return (
      <div className="desk-case-bones" aria-busy="true">
        <Bone width={180} height={20} />
        <TextSkeleton lines={3} />
        <Bone width="100%" height={44} />
        <TextSkeleton lines={6} />
      </div>
    );
  }
  return <OpenCase {...props} view={props.view} />;
}

function OpenCase(props: CasePaneProps & { view: CaseView }) {
  const { t } = useTranslation('deskcases');
  const { view, onDeed } = props;
  const box = useRef<HTMLDivElement>(null);
  const [writing, setWriting] = useState<Writing | null>(null);
  const may = { work: useCan('case.work'), reply: useCan('reply.send'), merge: useCan('case.merge') };
  const mayReply = may.reply && !view.mergedIntoId && view.status !== 'closed';
  const reporters = useRead(
    caseReportersRoute,
    { params: { id: view.id } },
    { on: ['case.*', 'message.received'], freshMs: 30_000 },
  );
  const write = (mode: Writing) => {
    setWriting(mode);
    requestAnimationFrame(() => box.current?.scrollIntoView({ block: 'nearest' }));
  };
  const group = t('case.title');
  const deeds: (KeyBinding & { id: string; icon: 'assign' | 'check' | 'snooze' | 'flag' })[] = may.work
    ? [
        { id: 'assign', keys: 'a', label: t('deed.assign'), icon: 'assign', run: () => onDeed('assign') },
        { id: 'resolve', keys: 'e', label: t('deed.resolve'), icon: 'check', run: () => onDeed('resolve') },
        { id: 'snooze', keys: 's', label: t('deed.snooze'), icon: 'snooze', run: () => onDeed('snooze') },
        { id: 'priority', keys: 'p', label: t('deed.priority'), icon: 'flag', run: () => onDeed('priority') },
      ]
    : [];
  const writes = [
    ...(mayReply ? [{ keys: 'r', label: t('deed.reply'), group, run: () => write('reply') }] : []),
    ...(may.work ? [{ keys: 'n', label: t('deed.note'), group, run: () => write('note') }] : []),
  ];
  useKeys([...(props.ownKeys ? deeds.map((one) => ({ ...one, group })) : []), ...writes]);
  useCommands([
    ...writes.map((one) => ({
      id: `case ${one.keys}`,
      label: one.label,
      group: `#${view.number}`,
      keys: one.keys,
      icon: one.keys === 'r' ? ('reply' as const) : ('note' as const),
      run: one.run,
    })),
    ...deeds.map((one) => ({
      id: `case ${one.id}`,
      label: one.label,
      group: `#${view.number}`,
      keys: one.keys,
      icon: one.icon,
      run: () => onDeed(one.id as DeedKind),
    })),
    ...(may.merge
      ? [
          {
            id: 'case merge',
            label: t('deed.merge'),
            group: `#${view.number}`,
            icon: 'merge' as const,
            run: () => onDeed('merge'),
          },
        ]
      : []),
  ]);
  return (
    <div className="desk-case">
      <CaseHead view={view} caseLink={props.caseLink} onReply={() => write('reply')} onDeed={onDeed} />
      {(mayReply || may.work) && (
        <div ref={box}>
          <WriteBox
            view={view}
            writing={writing}
            onWriting={setWriting}
            mayReply={mayReply}
            reporters={reporters.data?.items ?? []}
            reporterTotal={reporters.data?.total ?? 0}
            reporter={props.reporter}
            onReporter={props.onReporter}
          />
        </div>
      )}
      <CaseStream view={view} reporter={props.reporter} caseLink={props.caseLink} />
    </div>
  );
}
