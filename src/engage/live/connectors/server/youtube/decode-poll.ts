// Polls in YouTube's own chat page: opened in a panel, updated with shares of the votes, closed with the panel.
import type { DecodedEvent } from '../../../stream/core/live-event.contract.ts';
import { type Loose, looseId, looseList, looseNumber, looseObject } from '../kit/loose-fields.ts';
import { runsText } from './runs-text.ts';

/** Events of a poll action, or null when it is none. */
export function decodePollAction(action: Loose, at: number): DecodedEvent[] | null {
  const panel = looseObject(
    looseObject(looseObject(action.showLiveChatActionPanelAction).panelToShow).liveChatActionPanelRenderer,
  );
  const opened = looseObject(looseObject(panel.contents).pollRenderer);
  if (opened.liveChatPollId) return state('interaction.open', opened, at);
  const updated = looseObject(looseObject(looseObject(action.updateLiveChatPollAction).pollToUpdate).pollRenderer);
  if (updated.liveChatPollId) return state('interaction.update', updated, at);
  const closed = looseId(looseObject(action.closeLiveChatActionPanelAction).targetPanelId);
  return closed ? [{ type: 'interaction.close', interactionId: closed, kind: 'poll', state: 'closed', ts: at }] : null;
}

/** The page tells shares and the sum of votes ("22,812 votes"); counts are the nearest whole numbers. */
function state(type: 'interaction.open' | 'interaction.update', poll: Loose, at: number): DecodedEvent[] {
  const interactionId = looseId(poll.liveChatPollId);
  if (!interactionId) return [];
  const header = looseObject(looseObject(poll.header).pollHeaderRenderer);
  const votes = Number(
    /([\d,.]{1,15}) votes?/.exec(runsText(header.metadataText, 300) ?? '')?.[1]?.replaceAll(/[,.]/g, '') ?? 0,
  );
  const tallies: Record<string, number> = {};
  for (const [index, one] of looseList(poll.choices, 20).entries()) {
    const choice = looseObject(one);
    const share = Math.min(1, Math.max(0, looseNumber(choice.voteRatio) ?? 0));
    const text = runsText(choice.text, 80) ?? String(index + 1);
    tallies[text in tallies ? `${text} (${index + 1})` : text] = Math.round(share * votes);
  }
  return [{ type, interactionId, kind: 'poll', state: 'open', tallies, ts: at }];
}
