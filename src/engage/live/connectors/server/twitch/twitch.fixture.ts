// Lines of chat as Twitch's reference shows them, and what the fuzz bench damages.
import type { FuzzCase } from '../../core/connector.contract.ts';
import { decodeTwitch } from './decode-twitch.ts';

const sent = 'tmi-sent-ts=1700000000123';
export const TWITCH_LINES = {
  message: `@badges=broadcaster/1;display-name=Ann;emotes=25:0-4;id=b34ccfc7;mod=0;reply-parent-msg-id=aaa;${sent};user-id=713936733;user-type= :ann!ann@ann.tmi.twitch.tv PRIVMSG #shop :Kappa how much: 20?`,
  bits: `@badges=subscriber/6;bits=100;display-name=Bo;id=c1;${sent};user-id=2 :bo!bo@bo.tmi.twitch.tv PRIVMSG #shop :cheer100 great`,
  first: `@first-msg=1;display-name=;id=c2;${sent};user-id=3 :cy!cy@cy.tmi.twitch.tv PRIVMSG #shop :\u0001ACTION waves\u0001`,
  resub: `@badges=moderator/1;display-name=Di;id=d1;login=di;msg-id=resub;msg-param-cumulative-months=6;msg-param-sub-plan=Prime;system-msg=Di\\ssubscribed;${sent};user-id=4 :tmi.twitch.tv USERNOTICE #shop :Great stream`,
  mystery: `@display-name=Ed;id=e1;login=ed;msg-id=submysterygift;msg-param-mass-gift-count=20;msg-param-sub-plan=1000;${sent};user-id=5 :tmi.twitch.tv USERNOTICE #shop`,
  partOfMystery: `@display-name=Ed;id=e2;login=ed;msg-id=subgift;msg-param-community-gift-id=77;msg-param-sub-plan=1000;${sent};user-id=5 :tmi.twitch.tv USERNOTICE #shop`,
  gift: `@display-name=Ed;id=e3;login=ed;msg-id=subgift;msg-param-sub-plan=1000;${sent};user-id=5 :tmi.twitch.tv USERNOTICE #shop`,
  raid: `@display-name=Fo;id=f1;login=fo;msg-id=raid;msg-param-viewerCount=42;${sent};user-id=6 :tmi.twitch.tv USERNOTICE #shop`,
  timeout: `@ban-duration=350;room-id=12345678;target-user-id=87654321;tmi-sent-ts=1700000000123 :tmi.twitch.tv CLEARCHAT #shop :ronni`,
  ban: `@room-id=12345678;target-user-id=87654321;tmi-sent-ts=1700000000123 :tmi.twitch.tv CLEARCHAT #shop :ronni`,
  cleared: `@room-id=12345678;tmi-sent-ts=1700000000123 :tmi.twitch.tv CLEARCHAT #shop`,
  deleted: `@login=foo;room-id=;target-msg-id=94e6c7ff;tmi-sent-ts=1700000000123 :tmi.twitch.tv CLEARMSG #shop :bar`,
  ping: 'PING :tmi.twitch.tv',
  again: ':tmi.twitch.tv RECONNECT',
  joined: '@emote-only=0;room-id=1 :tmi.twitch.tv ROOMSTATE #shop',
} as const;

export const twitchFuzz: FuzzCase[] = [
  {
    name: 'twitch',
    seeds: Object.values(TWITCH_LINES).map((line) => new TextEncoder().encode(`${line}\r\n`)),
    decode: (data) => decodeTwitch(new TextDecoder().decode(data), 1_700_000_000_000),
  },
];
