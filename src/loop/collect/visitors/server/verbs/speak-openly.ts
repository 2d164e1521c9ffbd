// Takes one voice of somebody without an account: through the gate like any other, with its pictures, exactly once.
import { systemEnv, tell } from '../../../../../ground/env.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import type { WorkspaceDb } from '../../../../../platform/database/database.ts';
import type { FileStore } from '../../../../../platform/files/file.store.ts';
import { cleanPhoto, type KeptPhoto, keepPhoto, type PhotoRefusal } from '../../../../../platform/files/photo.ts';
import { translator } from '../../../../../platform/i18n/translate.ts';
import { type Gate, recordInTransaction } from '../../../intake/server/door.ts';
import { MAX_PHOTOS } from '../../../photos/core/photo.contract.ts';
import { attachPhotos } from '../../../photos/server/door.ts';
import { draftOf, type WordsRefusal } from '../../core/draft-of.ts';
import {
  MAX_VOICES_AN_HOUR,
  type VisitorChannel,
  type VisitorWords,
  visitorSpoke,
} from '../../core/visitor.contract.ts';
import { countVoices, hashOfBrowser, hashOfVoice, knownVoice, rememberVoice } from '../visitor.store.ts';

export interface SpeakDeps {
  gate: Gate;
  files: FileStore;
}

export interface SpokenInput {
  channel: VisitorChannel;
  /** The browser's secret. */
  browser: string;
  words: VisitorWords;
  photos: readonly Buffer[];
  defaults?: { productName?: string | null; productSku?: string | null };
  /** Name of the site it came from. */
  site?: string;
}

export interface Spoken {
  feedbackId: string;
  /** It had been taken before. */
  again: boolean;
  /** An address or a number was given when it was first taken: its page is for the owner of that, not for this browser. */
  claimed: boolean;
}

export type SpeakRefusal = WordsRefusal | PhotoRefusal | 'too_many_photos' | 'too_many_requests' | 'invalid';

/** @returns when the voice and its pictures are durable */
export async function speakOpenly(
  db: WorkspaceDb,
  now: Date,
  deps: SpeakDeps,
  input: SpokenInput,
): Promise<Result<Spoken, SpeakRefusal>> {
  const { sealer } = deps.gate;
  const browserHash = hashOfBrowser(sealer, db.workspaceId, input.browser);
  const voiceHash = hashOfVoice(sealer, db.workspaceId, input.browser, input.words.voice);
  // permit
  const { known, recent } = await db.read(async (tx) => ({
    known: await knownVoice(tx, voiceHash),
    recent: await countVoices(tx, browserHash, new Date(now.getTime() - 3_600_000)),
  }));
  if (known) return ok({ ...known, again: true });
  if (recent >= MAX_VOICES_AN_HOUR) return refuse('too_many_requests');
  if (input.photos.length > MAX_PHOTOS) return refuse('too_many_photos');
  // decide
  const t = translator(input.words.locale);
  const draft = draftOf(input.words, {
    channel: input.channel,
    browserHash,
    voiceHash,
    photos: input.photos.length,
    onlyStars: t('visitors:only_stars', { count: input.words.rating ?? 0 }),
    onlyPhotos: t('visitors:only_photos'),
    nowMs: now.getTime(),
    ...(input.defaults ? { defaults: input.defaults } : {}),
    ...(input.site ? { site: input.site } : {}),
  });
  if (!draft.ok) return draft;
  const photos: KeptPhoto[] = [];
  const drop = () =>
    Promise.all(
      photos.flatMap((photo) => [photo.full, photo.thumb]).map((file) => deps.files.remove(db.workspaceId, file.id)),
    );
  for (const bytes of input.photos) {
    const clean = await cleanPhoto(bytes);
    if (!clean.ok) {
      await drop();
      return clean;
    }
    photos.push(await keepPhoto(deps.files, db.workspaceId, clean.value));
  }
  const env = systemEnv(db, now, input.channel);
  try {
    const spoken = await db.write(async (tx): Promise<Result<Spoken, 'invalid'>> => {
      // save
      const [outcome] = await recordInTransaction(deps.gate, tx, env, [draft.value]);
      if (!outcome?.id || outcome.outcome === 'rejected') return refuse('invalid', outcome?.errors);
      // Taken a moment ago: what was given then counts, not what is given now.
      if (outcome.outcome === 'duplicate')
        return ok({
          feedbackId: outcome.id,
          again: true,
          claimed: (await knownVoice(tx, voiceHash))?.claimed ?? true,
        });
      const feedbackId = outcome.id;
      await attachPhotos(tx, {
        feedbackId,
        photos: photos.map((kept, index) => ({ kept, pins: input.words.pins[index] ?? [] })),
        now,
      });
      const { email, phone } = draft.value.person ?? {};
      const claimed = Boolean(email || phone);
      await rememberVoice(tx, {
        browserHash,
        voiceHash,
        feedbackId,
        channel: input.channel,
        claimed,
        now,
      });
      // tell
      await tell(tx, env, visitorSpoke, {
        subject: feedbackId,
        data: { channel: input.channel, address: Boolean(email), locale: input.words.locale },
      });
      return ok({ feedbackId, again: false, claimed });
    });
    if (!spoken.ok || spoken.value.again) await drop();
    return spoken;
  } catch (error) {
    await drop();
    throw error;
  }
}
