// What the house asks of notices: what they keep of a person.
export { noticeKeeper } from './notice.keeper.ts';
