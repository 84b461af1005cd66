// Drives a headless Chromium by its debugging protocol over a pipe: two extra descriptors, JSON ended by NUL.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';

/** The browser of this machine, undefined if there is none. */
export function findChromium(): string | undefined {
  return ['chromium', 'chromium-browser', 'google-chrome'].find(
    (name) => spawnSync('sh', ['-c', `command -v ${name}`]).status === 0,
  );
}

interface Reply {
  readonly id?: number;
  readonly result?: Record<string, unknown>;
  readonly error?: { readonly message: string };
}

/** One page in a browser of its own. */
export class ChromiumPage {
  readonly #process: ChildProcess;
  readonly #input: Writable;
  readonly #waiting = new Map<number, (reply: Reply) => void>();
  #lastId = 0;
  #sessionId: string | undefined;

  private constructor(program: string, profileFolder: string) {
    // A test runs as root in a container: there Chromium has no sandbox.
    const flags = [
      '--headless=new',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--no-first-run',
      '--remote-debugging-pipe',
    ];
    this.#process = spawn(program, [...flags, `--user-data-dir=${profileFolder}`], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    });
    this.#input = this.#process.stdio[3] as Writable;
    // Closing the browser closes the pipes under us.
    for (const pipe of [this.#input, this.#process.stdio[4]]) pipe?.on('error', () => {});
    let text = '';
    (this.#process.stdio[4] as Readable).setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
      const messages = text.split('\0');
      text = messages.pop() ?? '';
      for (const message of messages) this.#take(JSON.parse(message) as Reply);
    });
  }

  static async open(program: string, profileFolder: string, url: string): Promise<ChromiumPage> {
    const page = new ChromiumPage(program, profileFolder);
    const { targetId } = await page.#ask('Target.createTarget', { url });
    const { sessionId } = await page.#ask('Target.attachToTarget', { targetId, flatten: true });
    page.#sessionId = String(sessionId);
    return page;
  }

  /** The value of a JavaScript expression in the page. */
  async evaluate(expression: string): Promise<unknown> {
    const { result } = await this.#ask('Runtime.evaluate', { expression, returnByValue: true });
    return (result as { value?: unknown }).value;
  }

  async close(): Promise<void> {
    const ended = once(this.#process, 'close');
    this.#sessionId = undefined;
    void this.#ask('Browser.close', {});
    await ended;
  }

  #ask(method: string, params: object): Promise<Record<string, unknown>> {
    this.#lastId += 1;
    const id = this.#lastId;
    this.#input.write(
      `${JSON.stringify({ id, method, params, ...(this.#sessionId !== undefined && { sessionId: this.#sessionId }) })}\0`,
    );
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, ({ result, error }) =>
        error === undefined ? resolve(result ?? {}) : reject(new Error(error.message)),
      );
    });
  }

  #take(reply: Reply): void {
    if (reply.id === undefined) return;
    this.#waiting.get(reply.id)?.(reply);
    this.#waiting.delete(reply.id);
  }
}
