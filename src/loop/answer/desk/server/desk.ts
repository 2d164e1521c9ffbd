// What the answering room is handed when the product is put together.
import type { Tx } from '../../../../platform/database/database.ts';
import type { Language } from '../../../../platform/i18n/translate.ts';
import type { Html } from '../../../../platform/pages/html.ts';
import type { Sealer } from '../../../../platform/secrets/seal.ts';
import type { Aftercare } from './aftercare.ts';

export interface AnswerDesk {
  sealer: Sealer;
  /** True when no mail server is set: letters are kept and shown in the console. */
  keepMail: boolean;
  /** Address at which customers reach the product, without a slash at the end; used where no request says it. */
  publicUrl(): string;
  /** How many days a status link opens after it was last handed out. */
  linkDays: number;
  /** What is asked of reporters once their case is resolved. */
  aftercare?: Aftercare;
  /** What a reporter may take away as proof, drawn at the end of his page; null while there is nothing. */
  receipt?(
    tx: Tx,
    about: { subject: string; reporter: string; path: string; language: Language },
  ): Promise<Html | null>;
}
