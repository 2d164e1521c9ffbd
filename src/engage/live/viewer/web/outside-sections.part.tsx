// Where a room stands outside the console: overlays for the picture mixer, and the shop's own pages with their signed visitors.
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyButton, OnceDialog } from '../../../../ground/members/web/once.part.tsx';
import { useRead, useVerb } from '../../../../ui/client/hooks.ts';
import { ConfirmButton } from '../../../../ui/confirm-button.tsx';
import { ErrorPlace } from '../../../../ui/places.tsx';
import { Section } from '../../../../ui/section.tsx';
import { TextSkeleton } from '../../../../ui/skeletons.tsx';
import { useToast } from '../../../../ui/toasts.tsx';
import { type EmbedView, readEmbedRoute, renewIdentitySecretRoute, saveEmbedRoute } from '../core/viewer.contract.ts';
import { OpenLinks, useSecretLinks } from './secret-links.part.tsx';

/** Overlays of a room: made, shown once, closed. */
export function OverlaySection({ roomId, mayWork }: { roomId: string; mayWork: boolean }) {
  const { t } = useTranslation('liveoutside');
  const { read, open, url, forget, make, isMaking } = useSecretLinks(roomId, 'overlay', mayWork);
  if (!mayWork) return null;
  return (
    <Section
      title={t('overlay.title')}
      sentence={t('overlay.sentence')}
      end={
        <Button loading={isMaking} onClick={() => make(t('overlay.name', { number: open.length + 1 }))}>
          {t('overlay.make')}
        </Button>
      }
    >
      {read.error ? <ErrorPlace error={read.error} onRetry={() => void read.refetch()} /> : null}
      {!read.data && !read.error && <TextSkeleton lines={2} />}
      {read.data && open.length === 0 && <p className="hy-quiet">{t('overlay.none')}</p>}
      <OpenLinks links={open} words={{ revoke: t('overlay.revoke'), question: t('overlay.question') }} />
      {url && <OnceDialog title={t('overlay.once')} sentence={t('overlay.onceText')} secret={url} onClose={forget} />}
    </Section>
  );
}

/** On which sites a room may stand, the line that puts it there, and the secret of signed visitors. */
export function EmbedSection({ roomId, mayEdit }: { roomId: string; mayEdit: boolean }) {
  const { t } = useTranslation('liveoutside');
  const embed = useRead(readEmbedRoute, { params: { id: roomId } });
  return (
    <Section title={t('embed.title')} sentence={t('embed.sentence')}>
      {embed.error ? <ErrorPlace error={embed.error} onRetry={() => void embed.refetch()} /> : null}
      {!embed.data && !embed.error && <TextSkeleton lines={3} />}
      {embed.data && <EmbedForm key={embed.data.origins.join()} roomId={roomId} embed={embed.data} mayEdit={mayEdit} />}
    </Section>
  );
}

function EmbedForm({ roomId, embed, mayEdit }: { roomId: string; embed: EmbedView; mayEdit: boolean }) {
  const { t } = useTranslation('liveoutside');
  const toast = useToast();
  const params = { id: roomId };
  const [text, setText] = useState(embed.origins.join('\n'));
  const [secret, setSecret] = useState<string | null>(null);
  const onProblem = (problem: unknown) => toast.problem(problem as Error);
  const save = useVerb(saveEmbedRoute, {
    refresh: [readEmbedRoute],
    onProblem,
    onDone: () => toast.done(t('embed.saved')),
  });
  const renew = useVerb(renewIdentitySecretRoute, {
    refresh: [readEmbedRoute],
    onProblem,
    onDone: (made) => setSecret(made.secret),
  });
  const origins = text.split(/\s+/).filter((line) => line !== '');
  return (
    <>
      <label className="hy-quiet" htmlFor="live-origins">
        {t('embed.origins')}
      </label>
      <Input.TextArea
        id="live-origins"
        value={text}
        autoSize={{ minRows: 2, maxRows: 8 }}
        placeholder="https://shop.example"
        disabled={!mayEdit}
        onChange={(event) => setText(event.target.value)}
      />
      <div className="hy-row-line" style={{ marginBlock: 12 }}>
        {mayEdit && (
          <Button loading={save.isPending} onClick={() => save.mutate({ params, body: { origins } })}>
            {t('embed.save')}
          </Button>
        )}
      </div>
      <p className="hy-quiet">{t('embed.snippet')}</p>
      <div className="hy-once-line">
        <code className="hy-code">{embed.snippet}</code>
        <CopyButton text={embed.snippet} />
      </div>
      {mayEdit && (
        <div className="hy-row-line" style={{ marginBlockStart: 16 }}>
          <span className="hy-quiet">{t(embed.hasIdentitySecret ? 'embed.hasSecret' : 'embed.noSecret')}</span>
          <span className="hy-grow" />
          <ConfirmButton
            question={t(embed.hasIdentitySecret ? 'embed.renewQuestion' : 'embed.makeQuestion')}
            deed={t('embed.renew')}
            onConfirm={() => renew.mutate({ params })}
          >
            {t('embed.renew')}
          </ConfirmButton>
        </div>
      )}
      {secret && (
        <OnceDialog
          title={t('embed.secret')}
          sentence={t('embed.secretText')}
          secret={secret}
          onClose={() => setSecret(null)}
        />
      )}
    </>
  );
}
