// The prompters of one room: each language is put into words once, and written only when what is read has changed.
import type { WebSocket } from 'ws';
import { LANGUAGES, type Language } from '../../../../platform/i18n/translate.ts';
import type { PromptView } from '../core/prompt-view.contract.ts';
import { type PromptInput, promptView } from '../core/prompt-view.ts';
import { promptWords } from './prompt-words.ts';
import { write } from './write.ts';

/** What a prompter shows when no show runs. */
const NO_SHOW: PromptView = { show: null, now: 0, line: null, next: [], onAir: null };

export class PromptLines {
  /** Each with what it was given last: who comes in between has read something newer than the others. */
  private readonly sockets = new Map<WebSocket, { language: Language; given: Buffer }>();
  private readonly last = new Map<Language, { key: string; bytes: Buffer }>();

  isEmpty(): boolean {
    return this.sockets.size === 0;
  }

  attach(socket: WebSocket, language: Language, input: PromptInput | null): void {
    const { bytes: given } = this.bytesOf(language, input);
    this.sockets.set(socket, { language, given });
    write(socket, given);
  }

  detach(socket: WebSocket): void {
    this.sockets.delete(socket);
  }

  /** Writes the view to everybody whose words changed. @param input null when no show runs */
  tell(input: PromptInput | null): void {
    for (const language of LANGUAGES) {
      const readers = [...this.sockets].filter(([, reader]) => reader.language === language);
      if (readers.length === 0) continue;
      const { bytes } = this.bytesOf(language, input);
      for (const [socket, reader] of readers) {
        if (reader.given === bytes) continue;
        reader.given = bytes;
        write(socket, bytes);
      }
    }
  }

  private bytesOf(language: Language, input: PromptInput | null): { key: string; bytes: Buffer } {
    const view = input ? promptView(input, promptWords(language)) : NO_SHOW;
    const key = JSON.stringify(view);
    const before = this.last.get(language);
    if (before?.key === key) return before;
    const made = { key, bytes: Buffer.from(key) };
    this.last.set(language, made);
    return made;
  }
}
