// One source of a room: how it is, what it brought, what it lacks, and where the platform calls.
import { Button, Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import { CopyButton } from '../../../../ground/members/web/once.part.tsx';
import { StateMark } from '../../../../ground/members/web/settings-parts.part.tsx';
import { useVerb } from '../../../../ui/client/hooks.ts';
import { ConfirmButton } from '../../../../ui/confirm-button.tsx';
import { RelativeTime } from '../../../../ui/relative-time.tsx';
import { PlainTag } from '../../../../ui/tags.tsx';
import { useToast } from '../../../../ui/toasts.tsx';
import {
  editSourceRoute,
  listSourcesRoute,
  removeSourceRoute,
  type SourceKind,
  type SourceView,
} from '../core/source.contract.ts';
import { GivesLine } from './gives-line.tsx';

const TONES = { off: 'plain', connecting: 'wait', open: 'good', waiting: 'wait', failed: 'bad' } as const;

export function SourceRow(props: {
  source: SourceView;
  kind: SourceKind | undefined;
  mayEdit: boolean;
  onEdit: () => void;
}) {
  const { t, i18n } = useTranslation('livesources');
  const toast = useToast();
  const { source, kind, mayEdit } = props;
  const edit = useVerb(editSourceRoute, {
    refresh: [listSourcesRoute],
    onProblem: (problem) => toast.problem(problem),
  });
  const remove = useVerb(removeSourceRoute, {
    refresh: [listSourcesRoute],
    onDone: () => toast.done(t('removed')),
    onProblem: (problem) => toast.problem(problem),
  });
  const kindName = t(`kind.${source.kind}.name`, { defaultValue: source.kind });
  const name = source.name || kindName;
  const pushUrl = source.pushUrl && new URL(source.pushUrl, window.location.origin).href;
  const needsNotice = kind !== undefined && !kind.isOfficial && source.noticeAcceptedAt === null;
  const detail =
    source.detail && t(`detail.${source.detail}`, { defaultValue: t('detail.other', { code: source.detail }) });
  return (
    <li className="hy-source">
      <div className="hy-source-head">
        <div className="hy-grow">
          <h3>{name}</h3>
          <p className="hy-quiet">
            {name !== kindName && <span>{kindName} · </span>}
            {kind && t(`transport.${kind.transport}`)}
            {kind && !kind.isOfficial && <PlainTag title={t('notice')}>{t('unofficial')}</PlainTag>}
          </p>
        </div>
        <StateMark tone={TONES[source.state]}>{t(`state.${source.state}`)}</StateMark>
        {mayEdit && (
          <Switch
            checked={source.isOn}
            loading={edit.isPending}
            aria-label={`${t('on')}: ${name}`}
            onChange={(isOn) =>
              // What was not accepted yet is accepted in the dialog, where the notice stands.
              isOn && needsNotice ? props.onEdit() : edit.mutate({ params: { id: source.id }, body: { isOn } })
            }
          />
        )}
      </div>
      {detail && source.isOn && <p className="hy-source-detail">{detail}</p>}
      <dl className="hy-source-figures">
        <div>
          <dt>{t('last')}</dt>
          <dd>{source.lastEventAt ? <RelativeTime at={source.lastEventAt} /> : t('never')}</dd>
        </div>
        <div>
          <dt>{t('events')}</dt>
          <dd className="hy-figure">{source.events.toLocaleString(i18n.language)}</dd>
        </div>
        {source.unread > 0 && (
          <div>
            <dt>{t('unread')}</dt>
            <dd className="hy-figure">{source.unread.toLocaleString(i18n.language)}</dd>
          </div>
        )}
      </dl>
      {kind && <GivesLine gives={kind.gives} />}
      {pushUrl && (
        <div className="hy-source-push">
          <strong>{t('push')}</strong>
          <div className="hy-row-line">
            <code>{pushUrl}</code>
            <CopyButton text={pushUrl} />
          </div>
          <small className="hy-quiet">{t('pushSentence')}</small>
        </div>
      )}
      {mayEdit && (
        <div className="hy-source-deeds">
          <Button onClick={props.onEdit}>{t('edit')}</Button>
          <ConfirmButton
            danger
            type="text"
            question={t('removeQuestion')}
            detail={t('removeDetail')}
            deed={t('remove')}
            onConfirm={() => remove.mutate({ params: { id: source.id } })}
          >
            {t('remove')}
          </ConfirmButton>
        </div>
      )}
    </li>
  );
}
