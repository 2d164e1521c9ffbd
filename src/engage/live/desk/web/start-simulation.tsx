// Starts a simulated show in a room kept for it, to train at the desk or to look around; it is labelled as simulated wherever it is shown.
import { Button, Form, InputNumber, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead, useVerb } from '../../../../ui/client/hooks.ts';
import { useToast } from '../../../../ui/toasts.tsx';
import { readRoomRoute } from '../../rooms/core/room.contract.ts';
import { SHOW_LANGUAGES, type ShowLanguage } from '../../simulator/core/simulated-show.contract.ts';
import {
  readSimulationRoute,
  startSimulationRoute,
  stopSimulationRoute,
} from '../../simulator/core/simulation.contract.ts';
import { useDeskHere } from './use-desk.tsx';

interface Wanted {
  minutes: number;
  ratePerSecond: number;
  viewers: number;
  language: ShowLanguage;
}

const PACES = [2, 6, 20, 60, 200] as const;

/** Offered only in a room that is marked as simulated. */
export function StartSimulation() {
  const { t, i18n } = useTranslation('livedesk');
  const { roomId } = useDeskHere();
  const toast = useToast();
  const params = { id: roomId };
  const room = useRead(readRoomRoute, { params });
  const [open, setOpen] = useState(false);
  const [form] = Form.useForm<Wanted>();
  const start = useVerb(startSimulationRoute, {
    refresh: [readRoomRoute, readSimulationRoute],
    onProblem: (problem) => toast.problem(problem),
    onDone: () => setOpen(false),
  });
  if (!room.data?.isSimulated) return null;
  const first: Wanted = {
    minutes: 10,
    ratePerSecond: 6,
    viewers: 800,
    language: i18n.language === 'en' ? 'en' : 'zh',
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('simulate.start')}</Button>
      <Modal
        open={open}
        onCancel={() => setOpen(false)}
        title={t('simulate.title')}
        okText={t('simulate.start')}
        confirmLoading={start.isPending}
        onOk={() => form.submit()}
        width={440}
      >
        <p className="hy-quiet">{t('simulate.text')}</p>
        <Form
          form={form}
          layout="vertical"
          initialValues={first}
          onFinish={(wanted) => start.mutate({ params, body: { ...wanted } })}
        >
          <Form.Item name="minutes" label={t('simulate.minutes')}>
            <InputNumber min={1} max={240} precision={0} />
          </Form.Item>
          <Form.Item name="ratePerSecond" label={t('simulate.rate')}>
            <Select options={PACES.map((value) => ({ value, label: t('simulate.a_second', { count: value }) }))} />
          </Form.Item>
          <Form.Item name="viewers" label={t('simulate.viewers')}>
            <InputNumber min={1} max={100_000} precision={0} />
          </Form.Item>
          <Form.Item name="language" label={t('simulate.language')}>
            <Select options={SHOW_LANGUAGES.map((value) => ({ value, label: t(`simulate.languages.${value}`) }))} />
          </Form.Item>
        </Form>
      </Modal>
    </>
  );
}

/** Ends the making of comments; the show itself goes on until it is ended. */
export function StopSimulation() {
  const { t } = useTranslation('livedesk');
  const { roomId } = useDeskHere();
  const toast = useToast();
  const params = { id: roomId };
  const read = useRead(readSimulationRoute, { params }, { everyMs: 15_000 });
  const stop = useVerb(stopSimulationRoute, {
    refresh: [readSimulationRoute],
    onProblem: (problem) => toast.problem(problem),
  });
  if (!read.data?.simulation?.isRunning) return null;
  return (
    <Button loading={stop.isPending} onClick={() => stop.mutate({ params })}>
      {t('simulate.stop')}
    </Button>
  );
}
