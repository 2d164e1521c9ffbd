// Seeded chance for simulations: the same seed gives the same ten thousand fixes on every machine.

export interface Chance {
  uniform(): number;
  normal(): number;
  poisson(mean: number): number;
  /** Gamma with the given shape and mean 1. */
  gamma(shape: number): number;
}

/** Mulberry32 (T. Ettinger): 32 bits of state, good enough to draw counts. */
export function seeded(seed: number): Chance {
  let state = seed >>> 0;
  let spare: number | undefined;
  const uniform = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return (((t ^ (t >>> 14)) >>> 0) + 0.5) / 4_294_967_296;
  };
  const normal = () => {
    if (spare !== undefined) {
      const kept = spare;
      spare = undefined;
      return kept;
    }
    const radius = Math.sqrt(-2 * Math.log(uniform()));
    const angle = 2 * Math.PI * uniform();
    spare = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  };
  // Marsaglia & Tsang, ACM Trans. Math. Softw. 26 (2000).
  const gamma = (shape: number): number => {
    if (shape < 1) return (gamma(shape + 1) * (shape + 1) * uniform() ** (1 / shape)) / shape;
    const d = shape - 1 / 3;
    const c = 1 / Math.sqrt(9 * d);
    for (;;) {
      const x = normal();
      const v = (1 + c * x) ** 3;
      if (v > 0 && Math.log(uniform()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return (d * v) / shape;
    }
  };
  const poisson = (mean: number): number => {
    // Halving by the gamma waiting time keeps large means exact (Ahrens & Dieter 1974).
    let left = mean;
    let counted = 0;
    while (left > 24) {
      const m = Math.floor(left * 0.875);
      const wait = gamma(m) * m;
      if (wait > left) return counted + binomial(m - 1, left / wait);
      counted += m;
      left -= wait;
    }
    const stop = Math.exp(-left);
    let product = uniform();
    while (product > stop) {
      counted += 1;
      product *= uniform();
    }
    return counted;
  };
  const binomial = (n: number, share: number): number => {
    let hits = 0;
    for (let index = 0; index < n; index += 1) if (uniform() < share) hits += 1;
    return hits;
  };
  return { uniform, normal, poisson, gamma };
}
