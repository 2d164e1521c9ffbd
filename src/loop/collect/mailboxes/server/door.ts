// What the answering room and the house ask of mailboxes.
export { mailboxKeeper } from './mailbox.keeper.ts';
export {
  joinReply,
  type LetterReply,
  letterIdOf,
  type ReplyHead,
  readReply,
  replyAsFeedback,
  replyHeadFor,
} from './reply.ts';
