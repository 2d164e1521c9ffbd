// What an item stands for: problems, cases, themes, feedback; whose voices are counted and thanked.
import { Button, Input, Select, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LINK_KINDS, type RoadmapItem, type RoadmapLink, type RoadmapLinkKind } from '../core/roadmap.contract.ts';

export function LinkFields(props: {
  links: readonly RoadmapLink[];
  labels: RoadmapItem['links'];
  readOnly: boolean;
  onChange: (links: RoadmapLink[]) => void;
}) {
  const { t } = useTranslation('roadmap');
  const [kind, setKind] = useState<RoadmapLinkKind>('problem');
  const [id, setId] = useState('');
  const { links } = props;
  const labelOf = (link: RoadmapLink) =>
    props.labels.find((one) => one.kind === link.kind && one.id === link.id)?.label || link.id;
  const add = () => {
    const wanted = id.trim();
    if (wanted === '' || links.some((link) => link.kind === kind && link.id === wanted)) return;
    props.onChange([...links, { kind, id: wanted }]);
    setId('');
  };
  return (
    <section className="roadmap-links" aria-label={t('field.links')}>
      <h3>{t('field.links')}</h3>
      {links.length === 0 && <p className="hy-faint">{t('link.none')}</p>}
      <ul>
        {links.map((link) => (
          <li key={`${link.kind} ${link.id}`}>
            <span className="hy-quiet">{t(`link.${link.kind}`)}</span> <span>{labelOf(link)}</span>
            {!props.readOnly && (
              <Button
                type="text"
                size="small"
                onClick={() => props.onChange(links.filter((one) => one !== link))}
                aria-label={`${t('link.remove')} ${labelOf(link)}`}
              >
                {t('link.remove')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {!props.readOnly && (
        <Space.Compact className="roadmap-link-new">
          <Select
            aria-label={t('field.link_kind')}
            value={kind}
            options={LINK_KINDS.map((value) => ({ value, label: t(`link.${value}`) }))}
            onChange={setKind}
          />
          <Input
            aria-label={t('field.link_id')}
            placeholder={t('link.hint')}
            maxLength={60}
            value={id}
            onChange={(event) => setId(event.target.value)}
            onPressEnter={add}
          />
          <Button onClick={add} disabled={id.trim() === ''}>
            {t('link.add')}
          </Button>
        </Space.Compact>
      )}
    </section>
  );
}
