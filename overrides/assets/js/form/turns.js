// One piece of work at a time: what is asked for while it runs is done once more, when it has ended.

/** Work that never runs beside itself, however often it is asked for. */
export class Turns {
  #work;
  #isRunning = false;
  #isAskedAgain = false;

  /** @param {() => Promise<unknown>} work what it throws, it has told of itself */
  constructor(work) {
    this.#work = work;
  }

  /** Nothing; the work is done with what stands now, at once or as soon as the turn before has ended. */
  ask() {
    this.#isAskedAgain = true;
    if (!this.#isRunning) void this.#run();
  }

  async #run() {
    this.#isRunning = true;
    while (this.#isAskedAgain) {
      this.#isAskedAgain = false;
      await this.#work().catch(() => {});
    }
    this.#isRunning = false;
  }
}
