// How many lines a second brings: a swinging rate with sudden peaks, as the recorded room had it.
import { CROWD } from './crowd-numbers.ts';
import type { Dice } from './dice.ts';

/** Expected lines of every second of the show; their mean is the rate asked for. */
export function rhythmOf(seconds: number, ratePerSecond: number, dice: Dice): Float64Array {
  const rates = new Float64Array(seconds);
  const { logSd, carry } = CROWD.swing;
  const push = logSd * Math.sqrt(1 - carry ** 2);
  let swing = dice.normal() * logSd;
  for (let second = 0; second < seconds; second += 1) {
    if (second % 10 === 0 && second > 0) swing = carry * swing + push * dice.normal();
    // The room fills in the first twelfth and thins out a little at the end.
    const share = second / seconds;
    const filling = Math.min(1, 0.35 + share * 8) * (share > 0.92 ? 1 - (share - 0.92) * 4 : 1);
    rates[second] = Math.exp(swing) * filling * dice.gamma(CROWD.secondShape);
  }
  addBursts(rates, dice);
  const sum = rates.reduce((total, one) => total + one, 0);
  const scale = sum > 0 ? (ratePerSecond * seconds) / sum : 0;
  for (let second = 0; second < seconds; second += 1) rates[second]! *= scale;
  return rates;
}

function addBursts(rates: Float64Array, dice: Dice): void {
  const { perHour, height, heightP90, seconds } = CROWD.bursts;
  const logSd = Math.log(heightP90 / height) / 1.2816;
  const mean = 3600 / perHour;
  for (let at = dice.wait(mean); at < rates.length; at += dice.wait(mean)) {
    const times = Math.min(12, Math.exp(Math.log(height) + logSd * dice.normal()));
    const first = Math.floor(at);
    for (let second = first; second < Math.min(rates.length, first + seconds); second += 1) {
      // Up at once, down by and by.
      rates[second]! *= 1 + (times - 1) * Math.exp(-(second - first) / (seconds / 2.5));
    }
  }
}
