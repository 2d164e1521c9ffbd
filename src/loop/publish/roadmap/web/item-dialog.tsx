// Writing an item: its words in both languages, what it stands for, its changelog; publishing names the address.
import { Button, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useVerb } from '../../../../ui/client/hooks.ts';
import { problemText } from '../../../../ui/client/problem.ts';
import { useCan } from '../../../../ui/client/session.tsx';
import { ConfirmButton } from '../../../../ui/confirm-button.tsx';
import { RelativeTime } from '../../../../ui/relative-time.tsx';
import { useToast } from '../../../../ui/toasts.tsx';
import type { RoadmapItem, RoadmapLink, RoadmapStage } from '../core/roadmap.contract.ts';
import * as contract from '../core/roadmap.contract.ts';
import { LinkFields } from './link-fields.tsx';

const SIDES = ['zh-CN', 'en'] as const;

interface Draft {
  kind: contract.RoadmapKind;
  title: { 'zh-CN': string; en: string };
  text: { 'zh-CN': string; en: string };
  links: RoadmapLink[];
}

/** @param item null for a new one @param first what a new one stands for */
export function ItemDialog(props: {
  item: RoadmapItem | null;
  first: RoadmapLink | null;
  slug: string;
  onMove: (stage: RoadmapStage) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation('roadmap');
  const toast = useToast();
  const mayEdit = useCan('roadmap.edit');
  const mayPublish = useCan('report.publish');
  const { item } = props;
  const empty = { 'zh-CN': '', en: '' };
  const [draft, setDraft] = useState<Draft>(
    item
      ? { kind: item.kind, title: item.title, text: item.text, links: item.links.map(({ kind, id }) => ({ kind, id })) }
      : { kind: 'problem', title: empty, text: empty, links: props.first ? [props.first] : [] },
  );
  const refresh = [contract.listRoadmapRoute];
  const done =
    (key: string, closes = true) =>
    () => {
      toast.done(t(`said.${key}`));
      if (closes) props.onClose();
    };
  const onProblem = (problem: Error) => toast.problem(problem);
  const create = useVerb(contract.createRoadmapItemRoute, { refresh, onDone: done('saved') });
  const change = useVerb(contract.changeRoadmapItemRoute, { refresh, onDone: done('saved') });
  const publish = useVerb(contract.publishRoadmapItemRoute, { refresh, onDone: done('published'), onProblem });
  const hide = useVerb(contract.hideRoadmapItemRoute, { refresh, onDone: done('hidden'), onProblem });
  const remove = useVerb(contract.removeRoadmapItemRoute, { refresh, onDone: done('removed'), onProblem });
  const removeEntry = useVerb(contract.removeChangelogEntryRoute, {
    refresh,
    onDone: done('removed', false),
    onProblem,
  });
  const problem = create.error ?? change.error;
  const isWhole = SIDES.every((side) => draft.title[side].trim() !== '');
  const params = { id: item?.id ?? '' };
  const save = () => (item ? change.mutate({ params, body: draft }) : create.mutate({ body: draft }));
  const address = `${window.location.origin}/p/${props.slug}/roadmap`;
  const footer = (
    <div className="roadmap-deeds">
      {item && !item.publishedAt && mayEdit && (
        <ConfirmButton
          danger
          type="text"
          question={t('confirm.remove')}
          detail={t('confirm.remove_detail')}
          deed={t('deed.remove')}
          onConfirm={() => remove.mutate({ params })}
        >
          {t('deed.remove')}
        </ConfirmButton>
      )}
      <span className="hy-grow" />
      {item?.publishedAt && mayPublish && (
        <ConfirmButton
          question={t('confirm.hide')}
          detail={t('confirm.hide_detail')}
          deed={t('deed.hide')}
          onConfirm={() => hide.mutate({ params })}
        >
          {t('deed.hide')}
        </ConfirmButton>
      )}
      {item && !item.publishedAt && mayPublish && (
        <ConfirmButton
          question={t('confirm.publish')}
          detail={t('confirm.publish_detail', { address })}
          deed={t('deed.publish')}
          onConfirm={() => publish.mutate({ params })}
        >
          {t('deed.publish')}
        </ConfirmButton>
      )}
      {mayEdit && (
        <Button type="primary" disabled={!isWhole} loading={create.isPending || change.isPending} onClick={save}>
          {t('deed.save')}
        </Button>
      )}
    </div>
  );
  return (
    <Modal open width={720} title={t(item ? 'edit' : 'new')} onCancel={props.onClose} footer={footer}>
      {problem && (
        <p role="alert" className="hy-ink-negative">
          {problemText(t, problem)}
        </p>
      )}
      {item && (
        <p className="hy-quiet">
          {t('changed_by', { name: item.updatedBy })} <RelativeTime at={item.updatedAt} />
        </p>
      )}
      <div className="roadmap-fields">
        <label htmlFor="roadmap-kind">
          {t('field.kind')}
          <Select
            id="roadmap-kind"
            value={draft.kind}
            disabled={!mayEdit}
            options={contract.ROADMAP_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
            onChange={(kind) => setDraft({ ...draft, kind })}
          />
        </label>
        {item && (
          <label htmlFor="roadmap-stage">
            {t('field.stage')}
            <Select
              id="roadmap-stage"
              value={item.stage}
              disabled={!mayEdit}
              options={contract.ROADMAP_STAGES.map((value) => ({ value, label: t(`stage.${value}`) }))}
              onChange={props.onMove}
            />
          </label>
        )}
        {SIDES.map((side) => (
          <label key={side} htmlFor={`roadmap-title-${side}`}>
            {`${t('field.title')} · ${t(`language.${side}`)}`}
            <Input
              id={`roadmap-title-${side}`}
              lang={side}
              maxLength={120}
              readOnly={!mayEdit}
              value={draft.title[side]}
              onChange={(event) => setDraft({ ...draft, title: { ...draft.title, [side]: event.target.value } })}
            />
          </label>
        ))}
        {SIDES.map((side) => (
          <label key={side} htmlFor={`roadmap-text-${side}`}>
            {`${t('field.text')} · ${t(`language.${side}`)}`}
            <Input.TextArea
              id={`roadmap-text-${side}`}
              lang={side}
              maxLength={2000}
              autoSize={{ minRows: 3, maxRows: 10 }}
              readOnly={!mayEdit}
              value={draft.text[side]}
              onChange={(event) => setDraft({ ...draft, text: { ...draft.text, [side]: event.target.value } })}
            />
          </label>
        ))}
      </div>
      <LinkFields
        links={draft.links}
        labels={item?.links ?? []}
        readOnly={!mayEdit}
        onChange={(links) => setDraft({ ...draft, links })}
      />
      {item && item.voices > 0 && item.voices < 5 && <p className="hy-faint">{t('outside_few')}</p>}
      {item && item.entries.length > 0 && (
        <>
          <h3>{t('entries')}</h3>
          <ul className="roadmap-entries">
            {item.entries.map((entry) => (
              <li key={entry.id}>
                <span>{entry.text['zh-CN']}</span>
                <span className="hy-quiet">{entry.text.en}</span>
                <span className="hy-faint">
                  {t(`stage.${entry.stage}`)} · <RelativeTime at={entry.at} />
                </span>
                {mayEdit && (
                  <ConfirmButton
                    danger
                    size="small"
                    type="text"
                    question={t('confirm.entry')}
                    deed={t('deed.remove')}
                    onConfirm={() => removeEntry.mutate({ params: { id: item.id, entryId: entry.id } })}
                  >
                    {t('deed.remove')}
                  </ConfirmButton>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </Modal>
  );
}
