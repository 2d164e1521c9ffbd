// Resolving: how it was settled, what colleagues should know, and exactly what the reporters will read before they do.
import { Form, type GetRef, Input, Modal, Select, Switch } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead, useVerb } from '../../../../ui/client/hooks.ts';
import { TextSkeleton } from '../../../../ui/skeletons.tsx';
import { RESOLUTIONS, type Resolution } from '../../../act/cases/core/case.contract.ts';
import { reopenCaseRoute } from '../../../act/cases/core/case-routes.contract.ts';
import { CASE_READS, type DeedCase, useBulkDeed } from '../../../act/cases/web/deed.part.tsx';
import { previewNoticeRoute } from '../core/notice.contract.ts';
import './notices.css';

const PAUSE_MS = 350;

export function ResolveDialog({ cases, onClose }: { cases: readonly DeedCase[]; onClose: () => void }) {
  const { t } = useTranslation('deskanswer');
  const only = cases.length === 1 ? cases[0] : undefined;
  const { run, isPending } = useBulkDeed(onClose);
  const reopen = useVerb(reopenCaseRoute, { refresh: CASE_READS });
  const field = useRef<GetRef<typeof Select>>(null);
  const [resolution, setResolution] = useState<Resolution>('fixed');
  const [note, setNote] = useState('');
  const [message, setMessage] = useState('');
  const [tell, setTell] = useState(true);
  const save = () =>
    run(
      cases,
      { verb: 'resolve', resolution, note: note.trim() || null, message: message.trim() || null, tell },
      // Once people were told there is nothing to take back quietly.
      only && !tell ? { label: t('ui:undo'), run: () => reopen.mutate({ params: { id: only.id } }) } : undefined,
    );
  return (
    <Modal
      open
      title={only ? t('resolve.title', { number: only.number }) : t('resolve.titleMany', { count: cases.length })}
      okText={t(tell ? 'resolve.saveAndTell' : 'resolve.save')}
      okButtonProps={{ loading: isPending }}
      onOk={save}
      onCancel={onClose}
      afterOpenChange={(open) => open && field.current?.focus()}
      width={560}
    >
      <Form
        layout="vertical"
        onFinish={save}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) save();
        }}
      >
        <Form.Item label={t('resolve.how')} htmlFor="resolve-how">
          <Select
            ref={field}
            id="resolve-how"
            autoFocus
            value={resolution}
            options={RESOLUTIONS.map((value) => ({ value, label: t(`cases:resolution.${value}`) }))}
            onChange={setResolution}
          />
        </Form.Item>
        <Form.Item label={t('resolve.note')} htmlFor="resolve-note">
          <Input.TextArea
            id="resolve-note"
            autoSize={{ minRows: 1, maxRows: 5 }}
            maxLength={2000}
            value={note}
            placeholder={t('resolve.noteExample')}
            onChange={(event) => setNote(event.target.value)}
          />
        </Form.Item>
        <Form.Item label={t('resolve.tell')} htmlFor="resolve-tell" layout="horizontal" colon={false}>
          <Switch id="resolve-tell" checked={tell} onChange={setTell} />
        </Form.Item>
        {tell && (
          <>
            <Form.Item label={t('resolve.message')} htmlFor="resolve-message">
              <Input.TextArea
                id="resolve-message"
                autoSize={{ minRows: 2, maxRows: 8 }}
                maxLength={5000}
                value={message}
                placeholder={t('resolve.messageExample')}
                onChange={(event) => setMessage(event.target.value)}
              />
            </Form.Item>
            {only ? <Preview caseId={only.id} message={message} /> : <p className="hy-quiet">{t('resolve.many')}</p>}
          </>
        )}
      </Form>
    </Modal>
  );
}

function Preview({ caseId, message }: { caseId: string; message: string }) {
  const { t } = useTranslation('deskanswer');
  const [asked, setAsked] = useState(message);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(message), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [message]);
  const read = useRead(previewNoticeRoute, { params: { id: caseId }, body: { message: asked.trim() || null } });
  if (!read.data) return read.isError ? null : <TextSkeleton lines={4} />;
  const { reporters, ways, text, unknown } = read.data;
  const parts = (['email', 'task', 'page'] as const).filter((way) => ways[way] > 0);
  return (
    <div>
      <p className="desk-told">
        <strong>{t('resolve.told', { count: reporters })}</strong>
        {parts.map((way) => (
          <span key={way} className="hy-quiet">
            {t(`resolve.by.${way}`, { count: ways[way] })}
          </span>
        ))}
      </p>
      {unknown.length > 0 && <p className="hy-ink-negative">{t('template.unknown', { names: unknown.join(', ') })}</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling text must be reachable by keyboard */}
      <section className="desk-preview" aria-label={t('resolve.preview')} tabIndex={0}>
        {text}
      </section>
    </div>
  );
}
