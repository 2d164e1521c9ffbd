// Changes what makes a resolved case a verified one.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import { knownThemes } from '../../../../understand/themes/server/door.ts';
import { type GateSettings, gateSettingsChanged } from '../../core/gate.contract.ts';
import { saveGateSettings } from '../settings.store.ts';

/** Resolutions already under way keep the rules of their day. */
export async function setGateSettings(
  env: Env,
  settings: GateSettings,
): Promise<Result<GateSettings, 'forbidden' | 'unknown_theme'>> {
  // permit
  if (!may(env.actor, 'verify.edit')) return refuse('forbidden');
  return env.db.write(async (tx) => {
    // load
    const themes = settings.themeWindows.map((one) => one.theme);
    const known = await knownThemes(tx, themes);
    // decide
    const stranger = themes.findIndex((theme) => !known.has(theme));
    if (stranger >= 0) {
      return refuse('unknown_theme', [
        { path: `themeWindows.${stranger}.theme`, code: 'unknown_theme', message: themes[stranger]! },
      ]);
    }
    // save
    await saveGateSettings(tx, settings, env.now);
    // tell
    await tell(tx, env, gateSettingsChanged, { subject: null, data: {} });
    return ok(settings);
  });
}
