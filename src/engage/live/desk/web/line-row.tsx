// One line of the room: how often, what, by whom; a press opens what can be done with it.
import { Dropdown } from 'antd';
import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../../ui/icons.tsx';
import { useSayMasks } from '../../../../ui/use-say-masks.ts';
import type { RoomLine } from '../../analysis/core/analysis.contract.ts';
import { HIDE_REASONS } from '../../viewer/core/hide-reason.contract.ts';
import { useDeskHere } from './use-desk.tsx';

const toneOf = (line: RoomLine): string => {
  if (line.class.startsWith('risk.')) return 'risk';
  if (line.class.startsWith('complain.')) return 'trouble';
  if (line.isQuestion || line.class.startsWith('ask.')) return 'question';
  if (line.class.startsWith('buy.') || line.class === 'claim.code') return 'buying';
  return line.class === 'noise' || line.class === 'greeting' ? 'noise' : 'plain';
};

export const LineRow = memo(function LineRow({ line, top }: { line: RoomLine; top: number }) {
  const { t } = useTranslation('livedesk');
  const { mayWork } = useDeskHere();
  const [open, setOpen] = useState(false);
  const text = useSayMasks()(line.text);
  const isStaff = line.role === 'host' || line.role === 'mod' || line.role === 'staff';
  const face = (
    <>
      <span className="ld-line-count">{line.count > 1 ? `×${line.count}` : ''}</span>
      <span className="ld-line-text">{text}</span>
      {line.name && <span className="ld-line-name">{line.name}</span>}
      {isStaff && <Icon name="star" size={12} label={t('room.staff')} />}
      {line.weight < 0.6 && <Icon name="signal" size={12} label={t('room.in_wave')} />}
      {line.hidden && <Icon name="lock" size={12} label={t('room.hidden')} />}
    </>
  );
  const className = `ld-line ld-line-${toneOf(line)}${line.hidden ? ' ld-line-hidden' : ''}`;
  const style = { transform: `translateY(${top}px)` };
  if (!open)
    return (
      <button
        type="button"
        tabIndex={-1}
        className={className}
        style={style}
        title={text}
        data-line={line.lineId}
        disabled={!mayWork}
        onClick={() => setOpen(true)}
      >
        {face}
      </button>
    );
  return (
    <OpenLine line={line} text={text} className={className} style={style} onClose={() => setOpen(false)} face={face} />
  );
});

/** The menu is made only for the line that was pressed: two hundred of them would be a burden. */
function OpenLine(props: {
  line: RoomLine;
  text: string;
  className: string;
  style: { transform: string };
  face: React.ReactNode;
  onClose: () => void;
}) {
  const { t } = useTranslation('livedesk');
  const { act } = useDeskHere();
  const { line } = props;
  const items = [
    { key: 'text', disabled: true, label: <span className="ld-menu-text">{props.text}</span> },
    {
      key: 'case',
      label: t('line_menu.case'),
      onClick: () => void act({ do: 'open_case', eventId: line.eventId, at: line.firstAt }, line.lineId),
    },
    line.hidden
      ? {
          key: 'restore',
          label: t('line_menu.restore'),
          onClick: () => void act({ do: 'restore', eventId: line.eventId }, line.lineId),
        }
      : {
          key: 'hide',
          label: t('line_menu.hide'),
          children: HIDE_REASONS.map((reason) => ({
            key: reason,
            label: t(`hide.${reason}`),
            onClick: () =>
              void act({ do: 'hide', eventId: line.eventId, reason }, line.lineId, {
                text: t('done.hidden', { reason: t(`hide.${reason}`) }),
                undo: { do: 'restore', eventId: line.eventId },
              }),
          })),
        },
  ];
  return (
    <Dropdown
      open
      menu={{ items, autoFocus: true, onClick: props.onClose }}
      onOpenChange={(open) => !open && props.onClose()}
      trigger={['click']}
    >
      <button type="button" className={`${props.className} ld-line-open`} style={props.style} data-line={line.lineId}>
        {props.face}
      </button>
    </Dropdown>
  );
}
