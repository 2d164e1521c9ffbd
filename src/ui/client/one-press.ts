// One press is one call: what is under way with the very same input is not sent a second time.

/** Answers that are still awaited, by their input; one for each verb on screen. */
export class OnePress<Answer> {
  readonly #underWay = new Map<unknown, Promise<Answer>>();

  /** Sends, or hands back the answer that is already awaited for the same input. */
  send(input: unknown, run: () => Promise<Answer>): Promise<Answer> {
    const key = keyOfInput(input);
    const earlier = this.#underWay.get(key);
    if (earlier) return earlier;
    const answer = run();
    this.#underWay.set(key, answer);
    return answer;
  }

  /** From now on the same input is a new press. */
  free(input: unknown): void {
    this.#underWay.delete(keyOfInput(input));
  }
}

/** Files cannot be compared by what is in them; each sending of one stands for itself. */
function keyOfInput(input: unknown): unknown {
  const body = (input as { body?: unknown } | undefined)?.body;
  if (body instanceof FormData || body instanceof Blob) return body;
  return JSON.stringify(input);
}
