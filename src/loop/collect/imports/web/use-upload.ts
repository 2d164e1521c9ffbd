// Hands files over one after another and tells how far the present one is.
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { upload } from '../../../../ui/client/call.ts';
import { refreshReads } from '../../../../ui/client/hooks.ts';
import { useGo } from '../../../../ui/go.tsx';
import { type ImportView, listImportsRoute, uploadImportRoute } from '../core/import.contract.ts';

export interface Sending {
  name: string;
  sent: number;
  total: number;
}

export interface FailedFile {
  name: string;
  error: unknown;
}

/** `send(files)` uploads; a single file that arrived opens its import. Files that could not be read are in `failed`. */
export function useUpload() {
  const client = useQueryClient();
  const go = useGo();
  const stop = useRef<AbortController>(undefined);
  const [sending, setSending] = useState<Sending | null>(null);
  const [failed, setFailed] = useState<readonly FailedFile[]>([]);
  const send = useCallback(
    async (files: readonly File[]) => {
      setFailed([]);
      const arrived: ImportView[] = [];
      for (const file of files) {
        stop.current = new AbortController();
        setSending({ name: file.name, sent: 0, total: file.size });
        const body = new FormData();
        body.append('file', file);
        try {
          const onProgress = (sent: number, total: number) => setSending({ name: file.name, sent, total });
          arrived.push(await upload(uploadImportRoute, { body }, onProgress, stop.current.signal));
        } catch (error) {
          if (error instanceof DOMException && error.name === 'AbortError') break;
          setFailed((before) => [...before, { name: file.name, error }]);
        }
      }
      setSending(null);
      void refreshReads(client, [listImportsRoute]);
      const only = arrived[0];
      if (files.length === 1 && only) go(`/imports/${only.id}`);
    },
    [client, go],
  );
  const cancel = useCallback(() => stop.current?.abort(), []);
  return { sending, failed, send, cancel };
}
