// One row of the roadmap: what it is, who is behind it, whether everybody sees it, and the step that is suggested.
import { Button, Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../../ui/icons.tsx';
import { PlainTag } from '../../../../ui/tags.tsx';
import type { RoadmapItem } from '../core/roadmap.contract.ts';
import { type Step, stepOfKey } from './row-keys.ts';

const STEPS: readonly Step[] = ['up', 'down', 'forward', 'back'];

export function ItemRow(props: {
  item: RoadmapItem;
  mayEdit: boolean;
  onOpen: () => void;
  onStep: (step: Step) => void;
  onAccept: () => void;
}) {
  const { t, i18n } = useTranslation('roadmap');
  const { item } = props;
  const title = item.title[i18n.language === 'en' ? 'en' : 'zh-CN'];
  return (
    <li className="roadmap-row">
      <button
        type="button"
        className="roadmap-open"
        onClick={props.onOpen}
        onKeyDown={(event) => {
          const step = stepOfKey(event);
          if (!step) return;
          event.preventDefault();
          props.onStep(step);
        }}
      >
        <strong className="hy-one-line">{title}</strong>
        <span className="roadmap-facts hy-quiet">
          <span>{t(`kind.${item.kind}`)}</span>
          {item.voices > 0 && <span>{t('voices', { count: item.voices })}</span>}
          {item.thanks.length > 0 && <span>{t('thanks', { count: item.thanks.length })}</span>}
        </span>
      </button>
      <PlainTag>{t(item.publishedAt ? 'public_tag' : 'draft')}</PlainTag>
      {props.mayEdit && item.suggestedStage && (
        <Button size="small" onClick={props.onAccept} title={t('accept')}>
          {t('suggest', { stage: t(`stage.${item.suggestedStage}`) })}
        </Button>
      )}
      {props.mayEdit && (
        <Dropdown
          trigger={['click']}
          menu={{
            items: STEPS.map((step) => ({ key: step, label: t(`deed.${step}`) })),
            onClick: ({ key }) => props.onStep(key as Step),
          }}
        >
          <Button
            type="text"
            size="small"
            icon={<Icon name="more" size={16} />}
            aria-label={`${t('deed.move')} ${title}`}
          />
        </Dropdown>
      )}
    </li>
  );
}
