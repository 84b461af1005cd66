import type { ActionEventBody } from '../events/event-log.ts';
import type { LogLevel } from '../events/log-content.ts';
import { mayHoldMessage, parseMessage } from '../messages/parse-message.ts';
import type { EnvMessageKind, OpenJDMessage } from '../messages/message.ts';
import type { LinePart } from '../output/line-reader.ts';
import type { MessageScope } from './action-plan.ts';

const logLevels = { DEBUG: 'debug', INFO: 'info', WARNING: 'warning', ERROR: 'error' } as const satisfies Record<
  string,
  LogLevel
>;

/** What may be shown of a text. */
export interface LineFilter {
  /** Hides this text in everything that is redacted from now on. */
  addSecret(secret: string): void;
  redact(text: string, part?: LinePart): string;
  /** False is certain. @param bytes the text in UTF-8 */
  mayHoldSecret(bytes: Uint8Array): boolean;
  /** `openjd_session_runtime_loglevel`: what the session's logger gets to see from now on. */
  setLevel(level: LogLevel): void;
}

/**
 * Understands the lines of one action: each becomes a log event, and one that is a message also its own event. A secret is
 * known to the filter before the line that tells it is shown.
 */
export class MessageReader {
  readonly #scope: MessageScope;
  readonly #lines: LineFilter;
  readonly #emit: (body: ActionEventBody) => void;
  readonly #onBadMessage: (message: string) => void;
  progress: number | undefined;
  statusMessage: string | undefined;
  failMessage: string | undefined;
  /** A long line was cut, and its last part has not come. */
  #unfinished = false;

  constructor(options: {
    readonly scope: MessageScope;
    readonly lines: LineFilter;
    readonly emit: (body: ActionEventBody) => void;
    readonly onBadMessage: (message: string) => void;
  }) {
    this.#scope = options.scope;
    this.#lines = options.lines;
    this.#emit = options.emit;
    this.#onBadMessage = options.onBadMessage;
  }

  line(text: string, part: LinePart): void {
    this.#unfinished = part === 'start' || part === 'middle';
    const begins = part === 'whole' || part === 'start';
    const message = begins
      ? parseMessage(text, {
          in: this.#scope.in,
          redactedEnvVars: this.#scope.redactedEnvVars,
          cut: part === 'start',
        })
      : undefined;
    if (message === undefined) {
      this.#show(text, part);
      return;
    }
    if ('secrets' in message) for (const secret of message.secrets) this.#lines.addSecret(secret);
    this.#follow(message, text, part);
  }

  /** Whether these lines are nothing but output, and nothing in them is to be masked. */
  isPlain(lines: string, bytes: Uint8Array): boolean {
    return !this.#unfinished && !mayHoldMessage(lines) && !this.#lines.mayHoldSecret(bytes);
  }

  /** The output is over: what the filter held back of a cut line, because it could have been the beginning of a secret, is shown. */
  end(): void {
    if (!this.#unfinished) return;
    this.#unfinished = false;
    const rest = this.#lines.redact('', 'end');
    if (rest !== '') this.#emit({ type: 'log', content: 'command-output', level: 'info', text: rest });
  }

  #follow(message: OpenJDMessage, text: string, part: LinePart): void {
    switch (message.type) {
      case 'progress':
        this.progress = message.progress;
        this.#show(text, part);
        this.#emit({ type: 'progress', progress: message.progress });
        break;
      case 'status':
        this.statusMessage = this.#lines.redact(message.text);
        this.#show(text, part);
        this.#emit({ type: 'status', message: this.statusMessage });
        break;
      case 'fail':
        this.failMessage = this.#lines.redact(message.text);
        this.#show(text, part);
        this.#emit({ type: 'fail', message: this.failMessage });
        break;
      case 'env':
      case 'redactedEnv':
        this.#show(text, part);
        this.#changeVariable(message.type === 'env' ? 'env' : 'redacted_env', message.name, message.value);
        break;
      case 'unsetEnv':
        this.#show(text, part);
        this.#changeVariable('unset_env', message.name, null);
        break;
      case 'logLevel':
        this.#lines.setLevel(logLevels[message.level]);
        this.#show(text, part);
        break;
      case 'malformed':
      case 'nearMiss':
        this.#show(`${text} -- ERROR: ${message.reason}`, part, 'warning');
        if (message.failsAction) this.#onBadMessage(this.#lines.redact(message.reason));
        break;
    }
  }

  #changeVariable(kind: EnvMessageKind, name: string, value: string | null): void {
    const { reach, remark, redactedEnvVars } = this.#scope;
    const redacted = kind === 'redacted_env';
    if (redacted && !redactedEnvVars) {
      this.#note(
        'warning',
        `${name} is not set: openjd_redacted_env sets variables only with the extension REDACTED_ENV_VARS.`,
      );
      return;
    }
    if (remark !== undefined) this.#note('warning', `'openjd_${kind}' ${remark}`);
    if (reach === 'nobody') return;
    this.#scope.changeVariable(name, value);
    const shown = {
      name: this.#lines.redact(name),
      ...(reach === 'wrap-hooks' && { wrapHooksOnly: true as const }),
    };
    if (value === null) this.#emit({ type: 'env', change: 'unset', ...shown });
    else if (redacted) this.#emit({ type: 'env', change: 'set', ...shown, redacted });
    else this.#emit({ type: 'env', change: 'set', ...shown, value: this.#lines.redact(value) });
  }

  #show(text: string, part: LinePart, level: LogLevel = 'info'): void {
    this.#emit({ type: 'log', content: 'command-output', level, text: this.#lines.redact(text, part) });
  }

  #note(level: LogLevel, text: string): void {
    this.#emit({ type: 'log', content: 'process-control', level, text: this.#lines.redact(text) });
  }
}
