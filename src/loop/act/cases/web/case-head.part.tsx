// The top of a case: the customer's own words, what is due and why, and the one thing to do next.
import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../../../ui/client/session.tsx';
import { GoLink } from '../../../../ui/go.tsx';
import { Icon } from '../../../../ui/icons.tsx';
import { RelativeTime } from '../../../../ui/relative-time.tsx';
import { PlainTag, StatusTag } from '../../../../ui/tags.tsx';
import { useToast } from '../../../../ui/toasts.tsx';
import { FeedbackPhotos } from '../../../collect/photos/web/photos.part.tsx';
import type { CaseView } from '../core/case.contract.ts';
import { CaseVoices } from './case-voices.tsx';
import { DueLine } from './clock-words.part.tsx';
import type { DeedKind } from './deed.part.tsx';
import { useThemeNames } from './names.part.tsx';
import { NextButton } from './next-button.tsx';
import type { CaseLink } from './person-card.part.tsx';
import { PriorityButton } from './priority-parts.tsx';
import { useCaseActions } from './use-case-actions.ts';
import { VerifiedMark } from './verified-mark.tsx';
import { leadVoice } from './voice-spans.ts';
import { VoiceWords } from './voice-words.part.tsx';

export interface CaseHeadProps {
  view: CaseView;
  caseLink: CaseLink;
  onReply: () => void;
  onDeed: (kind: DeedKind) => void;
}

export function CaseHead({ view, caseLink, onReply, onDeed }: CaseHeadProps) {
  const { t } = useTranslation('deskcases');
  const [showVoices, setShowVoices] = useState(false);
  const { themeName } = useThemeNames();
  const actions = useCaseActions(view);
  const lead = leadVoice(view.feedback.items, view.title);
  const mayWork = useCan('case.work');
  const isAsleep = view.snoozedUntil !== null && Date.parse(view.snoozedUntil) > Date.now();
  return (
    <header className="desk-head">
      <div className="desk-head-line">
        <h1>
          <span className="hy-figure">#{view.number}</span>
          <span className="hy-hidden"> {view.title}</span>
        </h1>
        <StatusButton view={view} onDeed={onDeed} />
        <VerifiedMark view={view} />
        <PriorityButton view={view} onSet={() => onDeed('priority')} />
        {view.theme && <PlainTag>{themeName(view.theme)}</PlainTag>}
        <span className="hy-grow" />
        <MoreMenu view={view} onDeed={onDeed} />
      </div>
      {view.mergedInto && (
        <p className="desk-note-line">
          <Icon name="merge" size={16} />
          {t('merge.into')}
          <GoLink {...caseLink(view.mergedInto.id)} className="hy-link">
            #{view.mergedInto.number} {view.mergedInto.title}
          </GoLink>
          {mayWork && (
            <Button size="small" type="text" onClick={() => actions.unmerge(view.id)}>
              {t('merge.undo')}
            </Button>
          )}
        </p>
      )}
      {isAsleep && view.snoozedUntil && (
        <p className="desk-note-line">
          <Icon name="snooze" size={16} />
          {t('snooze.until')} <RelativeTime at={view.snoozedUntil} full />
          {mayWork && (
            <Button size="small" type="text" onClick={actions.wake}>
              {t('snooze.wake')}
            </Button>
          )}
        </p>
      )}
      {lead && <VoiceWords voice={lead} who={view.person?.name ?? null} large lines={4} key={lead.feedbackId} />}
      {lead && <FeedbackPhotos feedbackId={lead.feedbackId} />}
      {view.voices > 1 && (
        <button type="button" className="desk-text-button desk-others" onClick={() => setShowVoices(true)}>
          <Icon name="feedback" size={16} />
          {t('voice.others', { count: view.voices - 1, people: view.people })}
        </button>
      )}
      <div className="desk-head-next">
        <DueLine clocks={view.clocks} />
        <NextButton view={view} caseLink={caseLink} onReply={onReply} onDeed={onDeed} actions={actions} />
      </div>
      {showVoices && <CaseVoices view={view} onClose={() => setShowVoices(false)} />}
    </header>
  );
}

/** The status, and what the status machine offers from it. */
function StatusButton({ view, onDeed }: { view: CaseView; onDeed: (kind: DeedKind) => void }) {
  const { t } = useTranslation('deskcases');
  const actions = useCaseActions(view);
  const may = { work: useCan('case.work'), close: useCan('case.close') };
  const offered = view.mergedIntoId
    ? []
    : view.actions.filter(
        (one) => one !== 'resolve' && may.work && ((one !== 'verify' && one !== 'close') || may.close),
      );
  if (offered.length === 0) return <StatusTag value={view.status} />;
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: offered.map((key) => ({ key, label: t(`cases:action.${key}`) })),
        onClick: ({ key }) => (key === 'verify' ? onDeed('verify') : actions.run[key as keyof typeof actions.run]()),
      }}
    >
      <button type="button" className="desk-tag-button">
        <StatusTag value={view.status} />
        <Icon name="down" size={12} />
      </button>
    </Dropdown>
  );
}

function MoreMenu({ view, onDeed }: { view: CaseView; onDeed: (kind: DeedKind) => void }) {
  const { t } = useTranslation('deskcases');
  const toast = useToast();
  const mayWork = useCan('case.work');
  const mayMerge = useCan('case.merge');
  const copy = () =>
    void navigator.clipboard
      .writeText(`${location.origin}/cases/${view.id}`)
      .then(() => toast.done(t('done.linkCopied')), toast.problem);
  const items = [
    ...(mayWork ? [{ key: 'assign', label: t('deed.assign'), icon: <Icon name="assign" size={16} /> }] : []),
    ...(mayWork ? [{ key: 'snooze', label: t('deed.snooze'), icon: <Icon name="snooze" size={16} /> }] : []),
    ...(mayWork && view.actions.includes('resolve')
      ? [{ key: 'resolve', label: t('deed.resolve'), icon: <Icon name="check" size={16} /> }]
      : []),
    ...(mayMerge && !view.mergedIntoId
      ? [{ key: 'merge', label: t('deed.merge'), icon: <Icon name="merge" size={16} /> }]
      : []),
    { key: 'copy', label: t('case.copyLink'), icon: <Icon name="link" size={16} /> },
  ];
  return (
    <Dropdown
      trigger={['click']}
      placement="bottomRight"
      menu={{ items, onClick: ({ key }) => (key === 'copy' ? copy() : onDeed(key as DeedKind)) }}
    >
      <Button type="text" icon={<Icon name="more" />} aria-label={t('case.more')} />
    </Dropdown>
  );
}
