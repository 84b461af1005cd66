import { chmodSync, chownSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { SessionError } from '../../errors/session-error.ts';
import { helperScript, helperScriptName, turnScript, turnScriptName } from './helper-script.ts';
import { hostRecord, hostRecordName } from './host-record.ts';
import { Helper } from './helper.ts';
import { NamedPipes, secretName, type NamedPipe } from './named-pipes.ts';

/** The owner may do anything, the group open what it can name, and nobody list it but the owner. */
const FOLDER_MODE = 0o710;
/** The group reads. */
const FILE_MODE = 0o640;

/** The folder in which the host and the other user meet: the helper's script, and the script and pipe of each action while it starts. */
export class HelperFolder {
  readonly key: string = Helper.newKey();
  readonly #path: string;
  readonly #groupId: number;
  readonly #shell: string;
  readonly #pipes: NamedPipes;

  private constructor(path: string, groupId: number, shell: string) {
    this.#path = path;
    this.#shell = shell;
    this.#groupId = groupId;
    this.#pipes = new NamedPipes(path, groupId);
  }

  /** Makes the folder in `root`. */
  static async make(options: {
    readonly user: string;
    readonly root: string;
    readonly groupId: number;
    readonly workingDirectory: string;
    readonly shell: string;
  }): Promise<HelperFolder> {
    const { user, root, groupId, workingDirectory, shell } = options;
    const path = await mkdtemp(join(root, 'h-'));
    const folder = new HelperFolder(path, groupId, shell);
    writeFileSync(join(path, hostRecordName), hostRecord(user, workingDirectory), { mode: 0o600, flag: 'wx' });
    folder.write(helperScriptName, helperScript({ folder: path, key: folder.key, workingDirectory, shell }));
    folder.write(turnScriptName, turnScript({ folder: path, key: folder.key }));
    // Opened to the group when all is in it.
    chownSync(path, -1, groupId);
    chmodSync(path, FOLDER_MODE);
    return folder;
  }

  /** Starts a helper, and gives the variables of its login. */
  async startHelper(
    user: string,
    userId: number | undefined,
  ): Promise<{ readonly helper: Helper; readonly loginVariables: Readonly<Record<string, string>> }> {
    let isOver = false;
    let login: Login | undefined;
    try {
      const helper = await Helper.start({
        user,
        userId,
        shell: this.#shell,
        script: join(this.#path, helperScriptName),
        key: this.key,
        takeVariables: async () => {
          const name = secretName();
          const pipe = await this.openPipe(name);
          login = { pipe, text: readText(pipe) };
          if (isOver) pipe.unlink();
          return name;
        },
      });
      login?.pipe.unlink();
      try {
        return { helper, loginVariables: loginVariables(await textOf(login)) };
      } catch (error) {
        await helper.close();
        throw error;
      }
    } finally {
      isOver = true;
      login?.pipe.unlink();
      login?.pipe.output.destroy();
    }
  }

  openPipe(name: string): Promise<NamedPipe> {
    return this.#pipes.open(name);
  }

  /** Writes a file that only somebody who knows its name can read. Returns its path. */
  write(name: string, text: string): string {
    const path = join(this.#path, name);
    writeFileSync(path, text, { mode: 0o600, flag: 'wx' });
    chownSync(path, -1, this.#groupId);
    chmodSync(path, FILE_MODE);
    return path;
  }

  async remove(): Promise<void> {
    // What is made in a folder while it is removed keeps it from going.
    await this.#pipes.idle();
    await rm(this.#path, { recursive: true, force: true });
  }
}

/** What the user's login can fill the pipe with, and for how long it can hold it when the helper has greeted. */
const MOST_LOGIN_BYTES = 4 * 1024 * 1024;
const LOGIN_HELD_MS = 2_000;

interface Login {
  readonly pipe: NamedPipe;
  /** Undefined when it was too much. */
  readonly text: Promise<string | undefined>;
}

async function textOf(login: Login | undefined): Promise<string> {
  if (login === undefined) return '';
  // All of it was written before the helper greeted: whoever still holds the pipe is somebody else.
  const timer = setTimeout(() => login.pipe.output.destroy(), LOGIN_HELD_MS);
  const text = await login.text;
  clearTimeout(timer);
  if (text !== undefined) return text;
  throw new SessionError(
    'user',
    `The login of the session's user has more than ${MOST_LOGIN_BYTES / 1024 / 1024} MiB of variables: expected what a process can be given. Look into the profile of that user.`,
  );
}

function readText(pipe: NamedPipe): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  return new Promise((resolve) => {
    pipe.output.onEnd(() => resolve(bytes > MOST_LOGIN_BYTES ? undefined : Buffer.concat(chunks).toString()));
    pipe.output.onData((chunk) => {
      bytes += chunk.length;
      if (bytes > MOST_LOGIN_BYTES) pipe.output.destroy();
      else chunks.push(Buffer.from(chunk));
    });
  });
}

/** What sudo and the shell say of themselves is no part of a login. */
const NOT_OF_THE_LOGIN = /^(SUDO_.*|PWD|OLDPWD|SHLVL|_|BASH_FUNC_.*)$/;

function loginVariables(text: string): Readonly<Record<string, string>> {
  const variables = text
    .split('\0')
    .map((entry) => [entry.slice(0, Math.max(0, entry.indexOf('='))), entry.slice(entry.indexOf('=') + 1)] as const)
    .filter(([name]) => /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) && !NOT_OF_THE_LOGIN.test(name));
  return Object.fromEntries(variables);
}
