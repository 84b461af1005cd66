import type { CreationScope, EnvironmentScript, Profile } from '@ojd/model';
import type { FormatString } from '@ojd/expr';
import type { EnvironmentLayer } from '../variables/environment-layer.ts';
import { definesWrapHooks } from '../wrap/wrapped-symbols.ts';
import { SessionError } from '../errors/session-error.ts';

/**
 * An Environment as `createJob` and `createEnvironment` give it; made by hand, it needs only a name and variables or a script.
 *
 * @see How Jobs Are Run: Sessions
 */
export interface EnterableEnvironment {
  readonly name: string;
  readonly variables?: Readonly<Record<string, FormatString>>;
  readonly script?: EnvironmentScript;
  readonly scope?: CreationScope;
  readonly profile?: Profile;
}

/** An environment that was entered, or that the session tried to enter: either way it has to be exited. */
export interface EnteredEnvironment {
  readonly id: string;
  /** The name of the folder for its embedded files; the id, which the caller may choose, need not be fit for one. */
  readonly folder: string;
  readonly environment: EnterableEnvironment;
  readonly layer: EnvironmentLayer;
}

/** The entered environments, in order. */
export class EnvironmentStack {
  readonly #entered: EnteredEnvironment[] = [];
  #count = 0;
  #folders = 0;

  get all(): readonly EnteredEnvironment[] {
    return this.#entered;
  }

  get innermost(): EnteredEnvironment | undefined {
    return this.#entered.at(-1);
  }

  /** An id that is free. */
  newId(): string {
    do this.#count += 1;
    while (this.#find(`env-${this.#count}`) !== undefined);
    return `env-${this.#count}`;
  }

  /** Throws if the environment cannot be entered now. */
  checkEntry(id: string, environment: EnterableEnvironment): void {
    if (this.#find(id) !== undefined) {
      throw new SessionError(
        'duplicate-environment',
        `An environment with the id ${JSON.stringify(id)} is entered already; give this one another environmentId.`,
      );
    }
    const wrapping = this.wrapperOf(undefined);
    if (wrapping !== undefined && definesWrapHooks(environment.script)) {
      throw new SessionError(
        'wrap-conflict',
        `Environment ${JSON.stringify(environment.name)} has wrap hooks, and so has ${JSON.stringify(wrapping.environment.name)}, which is entered: a session can have one wrapping environment. Exit that first, or use another session.`,
      );
    }
  }

  /** The environment to be exited. Throws unless it is the innermost one. */
  checkExit(id: string): EnteredEnvironment {
    const found = this.#find(id);
    if (found === undefined) {
      const entered = this.#entered.map((one) => JSON.stringify(one.id)).join(', ');
      throw new SessionError(
        'unknown-environment',
        `No environment with the id ${JSON.stringify(id)} is entered; entered are: ${entered === '' ? 'none' : entered}.`,
      );
    }
    if (found !== this.innermost) {
      throw new SessionError(
        'environment-order',
        `Environments are exited in the reverse order of entering: ${JSON.stringify(this.innermost?.id)} comes before ${JSON.stringify(id)}.`,
      );
    }
    return found;
  }

  push(id: string, environment: EnterableEnvironment, layer: EnvironmentLayer): EnteredEnvironment {
    this.#folders += 1;
    const entered = { id, folder: `environment-${this.#folders}`, environment, layer };
    this.#entered.push(entered);
    return entered;
  }

  remove(entered: EnteredEnvironment): void {
    const index = this.#entered.indexOf(entered);
    if (index >= 0) this.#entered.splice(index, 1);
  }

  /** The environment that wraps the actions of an inner one, or of a task (no argument). */
  wrapperOf(inner: EnteredEnvironment | undefined): EnteredEnvironment | undefined {
    const until = inner === undefined ? this.#entered.length : this.#entered.indexOf(inner);
    return this.#entered.slice(0, until).find((one) => definesWrapHooks(one.environment.script));
  }

  #find(id: string): EnteredEnvironment | undefined {
    return this.#entered.find((one) => one.id === id);
  }
}
