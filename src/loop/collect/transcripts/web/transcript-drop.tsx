// Where a file of sessions is dropped or chosen.
import { useQueryClient } from '@tanstack/react-query';
import { Button, Segmented } from 'antd';
import { type DragEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { upload } from '../../../../ui/client/call.ts';
import { refreshReads } from '../../../../ui/client/hooks.ts';
import { Icon } from '../../../../ui/icons.tsx';
import { useToast } from '../../../../ui/toasts.tsx';
import { useFilters } from '../../../../ui/use-filters.ts';
import {
  listTranscriptImportsRoute,
  TRANSCRIPT_CHANNELS,
  uploadTranscriptsRoute,
} from '../core/transcript.contract.ts';
import './transcripts.css';

type Channel = (typeof TRANSCRIPT_CHANNELS)[number];

export function TranscriptDrop() {
  const { t } = useTranslation('transcripts');
  const client = useQueryClient();
  const toast = useToast();
  const filters = useFilters();
  const field = useRef<HTMLInputElement>(null);
  const [channel, setChannel] = useState<Channel>('hotline');
  const [sending, setSending] = useState<{ name: string; share: number } | null>(null);
  const [isOver, setOver] = useState(false);
  const send = async (files: readonly File[]) => {
    for (const file of files) {
      setSending({ name: file.name, share: 0 });
      const body = new FormData();
      body.append('file', file);
      try {
        await upload(uploadTranscriptsRoute, { query: { channel }, body } as never, (sent, total) =>
          setSending({ name: file.name, share: total > 0 ? sent / total : 0 }),
        );
        filters.set({ view: 'files' });
      } catch (error) {
        toast.problem(error);
      }
    }
    setSending(null);
    void refreshReads(client, [listTranscriptImportsRoute]);
  };
  const take = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (!sending) void send([...event.dataTransfer.files]);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is an extra way; the button inside does the same
    <div
      className={`hy-transcript-drop${isOver ? ' hy-transcript-over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={take}
    >
      <input
        ref={field}
        type="file"
        multiple
        hidden
        accept=".json,.jsonl,.ndjson,.csv,.tsv,.txt,.gz"
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          event.target.value = '';
          if (files.length > 0) void send(files);
        }}
      />
      <Icon name="upload" size={22} />
      <div className="hy-transcript-words" aria-live="polite">
        <strong>{sending ? t('sending', { name: sending.name }) : t('drop')}</strong>
        <p>{sending ? `${Math.floor(sending.share * 100)} %` : t('hint')}</p>
      </div>
      <div className="hy-transcript-as">
        <span id="transcript-channel">{t('asChannel')}</span>
        <Segmented<Channel>
          size="small"
          aria-labelledby="transcript-channel"
          value={channel}
          onChange={setChannel}
          options={TRANSCRIPT_CHANNELS.map((value) => ({ value, label: t(`channel.${value}`) }))}
        />
      </div>
      <Button type="primary" loading={sending !== null} onClick={() => field.current?.click()}>
        {t('choose')}
      </Button>
    </div>
  );
}
