// Turns the raw actions of YouTube's own chat page, as chat recorders keep them, into events.
import type { DecodedEvent, LiveUser } from '../../../stream/core/live-event.contract.ts';
import { parseAmount } from '../../core/currency-amount.ts';
import { filled, type Loose, looseId, looseInstant, looseList, looseObject, looseText } from '../kit/loose-fields.ts';
import { decodePollAction } from './decode-poll.ts';
import { runsText } from './runs-text.ts';

/**
 * Events of one action. The ticker's copy of a super chat has the id of the original, so whoever drops ids seen before counts it
 * once. `at` stands in for actions that carry no time (deletions, pins, polls). Null when it cannot be read.
 */
export function decodeAction(action: unknown, at: number): DecodedEvent[] | null {
  const given = looseObject(action);
  if (given.addChatItemAction) return decodeRenderer(looseObject(looseObject(given.addChatItemAction).item), at);
  if (given.addLiveChatTickerItemAction)
    return ticker(looseObject(looseObject(given.addLiveChatTickerItemAction).item), at);
  if (given.replaceChatItemAction)
    return decodeRenderer(looseObject(looseObject(given.replaceChatItemAction).replacementItem), at);
  const removed = looseObject(given.markChatItemAsDeletedAction ?? given.removeChatItemAction);
  const targetId = looseId(removed.targetItemId);
  if (targetId)
    return [{ type: 'comment.remove', targetId, by: 'moderator', id: `${targetId.slice(0, 180)}:removed`, ts: at }];
  const gone = looseObject(given.markChatItemsByAuthorAsDeletedAction ?? given.removeChatItemByAuthorAction);
  const targetUid = looseId(gone.externalChannelId);
  if (targetUid) return [{ type: 'comment.remove', targetUid, by: 'moderator', ts: at }];
  const banner = looseObject(
    looseObject(looseObject(given.addBannerToLiveChatCommand).bannerRenderer).liveChatBannerRenderer,
  );
  if (banner.contents) return pinned(looseObject(banner.contents), at);
  return decodePollAction(given, at) ?? [];
}

/** Events of an item that is shown in the chat. */
function decodeRenderer(item: Loose, at: number): DecodedEvent[] | null {
  const [name, value] = Object.entries(item)[0] ?? [];
  const renderer = looseObject(value);
  const ts = looseInstant(renderer.timestampUsec) ?? at;
  const common = { id: looseId(renderer.id), ts, user: authorOf(renderer) };
  const text = runsText(renderer.message, 1000);
  switch (name) {
    case 'liveChatTextMessageRenderer': {
      const line = looseText(text, 500);
      return line === undefined ? null : [filled({ type: 'comment' as const, text: line, ...common })];
    }
    case 'liveChatPaidMessageRenderer':
    case 'liveChatPaidStickerRenderer': {
      const amount = parseAmount(runsText(renderer.purchaseAmountText, 100) ?? '');
      if (!amount) return null;
      const label = looseObject(looseObject(looseObject(renderer.sticker).accessibility).accessibilityData).label;
      return [filled({ type: 'superchat' as const, text: text ?? looseText(label, 1000) ?? '', amount, ...common })];
    }
    case 'liveChatMembershipItemRenderer': {
      const header = runsText(renderer.headerPrimaryText, 200) ?? runsText(renderer.headerSubtext, 200) ?? '';
      const months = /(\d{1,3})\s*(month|个月|か月)/.exec(header)?.[1];
      const events = [
        filled({ type: 'viewer.subscribe' as const, months: months ? Number(months) : undefined, ...common }),
      ];
      const line = looseText(text, 500);
      return line
        ? [...events, filled({ type: 'comment' as const, text: line, ...common, id: common.id && `${common.id}:text` })]
        : events;
    }
    case 'liveChatSponsorshipsGiftPurchaseAnnouncementRenderer': {
      const header = looseObject(looseObject(renderer.header).liveChatSponsorshipsHeaderRenderer);
      const count = Number(/\d{1,4}/.exec(runsText(header.primaryText, 200) ?? '')?.[0] ?? 1);
      return [
        filled({
          type: 'viewer.subscribe' as const,
          count,
          channel: 'gift',
          ...common,
          user: common.user ?? authorOf(header),
        }),
      ];
    }
    case 'liveChatModeChangeMessageRenderer':
    case 'liveChatDonationAnnouncementRenderer': {
      const said = [runsText(renderer.text, 400), runsText(renderer.subtext, 400)].filter(Boolean).join(' · ');
      const code = name === 'liveChatModeChangeMessageRenderer' ? 'mode' : 'donation';
      return [
        filled({ type: 'platform.warning' as const, severity: 'info' as const, code, text: said, id: common.id, ts }),
      ];
    }
    default:
      // Greetings of the page, placeholders of held messages, and gifts received that were counted with their giving.
      return [];
  }
}

/** The ticker shows the same item again for as long as it was paid for. */
function ticker(item: Loose, at: number): DecodedEvent[] | null {
  const renderer = looseObject(Object.values(item)[0]);
  const shown = looseObject(looseObject(renderer.showItemEndpoint).showLiveChatItemEndpoint);
  return shown.renderer ? decodeRenderer(looseObject(shown.renderer), at) : [];
}

function pinned(contents: Loose, at: number): DecodedEvent[] {
  const targetId = looseId(looseObject(Object.values(contents)[0]).id);
  return targetId ? [{ type: 'moderation.action', action: 'pin', targetId, ts: at }] : [];
}

function authorOf(renderer: Loose): LiveUser | undefined {
  const uid = looseId(renderer.authorExternalChannelId);
  const name = runsText(renderer.authorName, 100);
  if (!uid && !name) return undefined;
  const badges = looseList(renderer.authorBadges, 10).map((badge) =>
    looseObject(looseObject(badge).liveChatAuthorBadgeRenderer),
  );
  const icons = badges.map((badge) => looseObject(badge.icon).iconType);
  const role = icons.includes('OWNER')
    ? 'host'
    : icons.includes('MODERATOR')
      ? 'mod'
      : badges.some((badge) => badge.customThumbnail !== undefined)
        ? 'member'
        : undefined;
  return filled({ uid, name, role }) as LiveUser;
}
