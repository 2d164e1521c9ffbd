// What later features of this room ask of conversations.
export { conversationKeeper } from './conversation.keeper.ts';
export { type PageWord, wordsSince, wordsWith } from './page.reads.ts';
export { recordAnswer } from './record-answer.ts';
export { type Said, sayTo, type Words } from './say-to.ts';
