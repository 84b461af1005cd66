import type { CancelOrigin, CancelReceipt, EscapedProcessReport, SentSignal } from '../results/action-result.ts';
import type { Clock, ClockTimer } from '../ports/clock.ts';
import type { ProcessExit, SpawnedProcess } from '../ports/spawn.ts';
import type { CancelOptions } from './cancel-options.ts';
import { deferred } from '../events/deferred.ts';
import { errorText } from '../errors/error-text.ts';
import { GroupWatch } from './group-watch.ts';

/** The declared way to cancel an action, with the default period filled in. */
export type CancelMethod =
  | { readonly mode: 'TERMINATE' }
  | { readonly mode: 'NOTIFY_THEN_TERMINATE'; readonly notifyPeriodMs: number };

export interface CancelRequest extends CancelOptions {
  readonly by: CancelOrigin;
}

/**
 * How long a process is waited for after SIGKILL: until the time limit of the cancel, within these bounds. One in an uninterruptible wait (a dead network
 * disk) would hold its session for ever; one with much memory needs a while to give it back.
 */
export const survivorGrace = { leastMs: 5_000, mostMs: 30_000 } as const;

/** What stands for a signal on Windows: a console event, the end of the process tree. */
const windowsNames = { SIGTERM: 'CTRL_BREAK', SIGKILL: 'TERMINATE_TREE' } as const;

/** What a cancelation needs of its surroundings. */
export interface CancelationPorts {
  readonly clock: Clock;
  /** Windows has no signals: its ways to ask and to end have other names, and asking may be impossible. */
  readonly windows: boolean;
  /** Tells the process when its notify period ends (`cancel_info.json`), before it is signalled. */
  readonly writeCancelInfo: (notifyEndsAtMs: number) => void;
  readonly onCanceling: (state: {
    by: CancelOrigin;
    reason?: string;
    method: CancelMethod['mode'];
    notifyEndsAtMs?: number;
  }) => void;
  readonly log: (level: 'info' | 'warning', text: string) => void;
}

/**
 * The cancel of one action, from the first request to the receipt. The first request decides who canceled and why; later
 * ones can only shorten the notify period and mark the action failed.
 */
export class Cancelation {
  readonly #ports: CancelationPorts;
  readonly #signals: SentSignal[] = [];
  #first: CancelRequest | undefined;
  #requestedAtMs = 0;
  #markFailed = false;
  #deadlineMs = Number.POSITIVE_INFINITY;
  #method: CancelMethod | undefined;
  #process: SpawnedProcess | undefined;
  #carriedOut: CancelMethod['mode'] | undefined;
  #degraded: string | undefined;
  #notifiedAtMs: number | undefined;
  #notifyEndsAtMs: number | undefined;
  #killTimer: ClockTimer | undefined;
  #killedAtMs = 0;
  #survivorTimer: ClockTimer | undefined;
  #survivor: SpawnedProcess | undefined;
  readonly #survived = deferred();
  #processEnded = false;
  /** While members of the group, whose leader has ended, have what is left of the notify period. */
  #group: GroupWatch | undefined;
  #killed = false;

  constructor(ports: CancelationPorts) {
    this.#ports = ports;
  }

  get requested(): CancelRequest | undefined {
    return this.#first;
  }

  get markFailed(): boolean {
    return this.#markFailed;
  }

  /** Settles when the process was still there long after SIGKILL. */
  get survived(): Promise<void> {
    return this.#survived.promise;
  }

  /** When the process is to be gone, by the nearest limit that was asked for; Infinity without one. */
  get limitAtMs(): number {
    return this.#deadlineMs;
  }

  request(request: CancelRequest): void {
    const now = this.#ports.clock.now();
    const isFirst = this.#first === undefined;
    if (isFirst) {
      this.#first = request;
      this.#requestedAtMs = now;
    }
    if (request.markFailed === true) this.#markFailed = true;
    const limitedTo = request.timeLimitMs === undefined ? Number.POSITIVE_INFINITY : now + request.timeLimitMs;
    const shortened = limitedTo < this.#deadlineMs;
    if (shortened) this.#deadlineMs = limitedTo;
    if (shortened && this.#killed) this.#waitForDeath();
    if (!isFirst && !shortened) return;
    if (this.#process === undefined || this.#method === undefined) {
      if (isFirst) this.#announce(request.by, request.reason, this.#method?.mode ?? 'TERMINATE');
    } else {
      this.#carryOut(request);
    }
  }

  /** The process exists: from now on requests reach it, and one that came before is carried out. */
  attach(process: SpawnedProcess, method: CancelMethod): void {
    this.#process = process;
    this.#method = method;
    if (this.#first !== undefined) this.#carryOut(this.#first);
  }

  /**
   * The leader has ended. Members of its group that outlive it have what is left of the notify period: then a promise is returned, which settles when
   * they are gone or killed. Without a period, they are killed now.
   */
  leaderEnded(exit: ProcessExit): Promise<void> | undefined {
    const process = this.#process;
    this.#processEnded = true;
    this.#survivorTimer?.cancel();
    if (this.#first === undefined || this.#killed) return undefined;
    if (this.#killTimer === undefined || exit.lost !== undefined || process?.groupRemains?.() !== true) {
      this.#kill();
      return undefined;
    }
    this.#ports.log('info', 'The process has ended; the rest of its group has until the end of the notify period.');
    const group = (this.#group = new GroupWatch(process, this.#ports.clock));
    // A leader that SIGTERM ended, a shell for example, has told nobody of it.
    if (exit.signal === 'SIGTERM') this.#sendNotice();
    return this.#endOf(group);
  }

  /** Nobody holds the output any more: the last of the group may be gone. */
  outputClosed(): void {
    this.#group?.look();
  }

  receipt(escaped: readonly EscapedProcessReport[]): CancelReceipt | undefined {
    const first = this.#first;
    if (first === undefined) return undefined;
    return {
      by: first.by,
      ...(first.reason !== undefined && { reason: first.reason }),
      requestedAtMs: this.#requestedAtMs,
      method: this.#carriedOut ?? 'TERMINATE',
      ...(this.#degraded !== undefined && { degraded: this.#degraded }),
      ...(this.#notifiedAtMs !== undefined &&
        this.#notifyEndsAtMs !== undefined && { notifyPeriodMs: this.#notifyEndsAtMs - this.#notifiedAtMs }),
      signals: this.#signals,
      ...(this.#survivor !== undefined && { survivorPid: this.#survivor.pid }),
      escaped,
    };
  }

  #announce(by: CancelOrigin, reason: string | undefined, method: CancelMethod['mode']): void {
    this.#ports.onCanceling({
      by,
      ...(reason !== undefined && { reason }),
      method,
      ...(this.#notifyEndsAtMs !== undefined && { notifyEndsAtMs: this.#notifyEndsAtMs }),
    });
  }

  #carryOut(request: CancelRequest): void {
    if (this.#killed || this.#method === undefined || (this.#processEnded && this.#group === undefined)) return;
    if (this.#method.mode === 'TERMINATE') {
      this.#carriedOut = 'TERMINATE';
      this.#announce(request.by, request.reason, 'TERMINATE');
      this.#kill();
      return;
    }
    this.#notify(request, this.#method.notifyPeriodMs);
  }

  #notify(request: CancelRequest, declaredPeriodMs: number): void {
    const now = this.#ports.clock.now();
    this.#notifiedAtMs ??= now;
    const endsAtMs = Math.min(this.#notifiedAtMs + declaredPeriodMs, this.#deadlineMs);
    if (this.#notifyEndsAtMs !== undefined && endsAtMs >= this.#notifyEndsAtMs) return;
    this.#notifyEndsAtMs = endsAtMs;
    this.#carriedOut = 'NOTIFY_THEN_TERMINATE';
    this.#killTimer?.cancel();
    // A process that cannot learn how long it has is not left guessing.
    try {
      this.#ports.writeCancelInfo(endsAtMs);
    } catch (error) {
      this.#degrade(`cancel_info.json could not be written (${errorText(error)})`);
      this.#announce(request.by, request.reason, 'TERMINATE');
      this.#kill();
      return;
    }
    this.#announce(request.by, request.reason, 'NOTIFY_THEN_TERMINATE');
    if (!this.#sendNotice()) {
      this.#degrade('a process without a console cannot be notified');
      this.#kill();
      return;
    }
    if (endsAtMs <= now) this.#kill();
    else this.#killTimer = this.#ports.clock.after(endsAtMs - now, () => this.#kill());
  }

  async #endOf(group: GroupWatch): Promise<void> {
    group.look();
    await group.over;
    this.#killTimer?.cancel();
    this.#group = undefined;
  }

  /** To the leader; to its group once it has ended. False where nobody can be asked. */
  #sendNotice(): boolean {
    const { windows } = this.#ports;
    if (this.#group === undefined) return this.#send('leader', 'SIGTERM') || !windows;
    // CTRL_BREAK has reached the whole group the first time.
    if (!windows) this.#send('group', 'SIGTERM');
    return true;
  }

  #degrade(why: string): void {
    this.#degraded = why;
    this.#carriedOut = 'TERMINATE';
    this.#notifiedAtMs = undefined;
    this.#ports.log('warning', `Canceling by TERMINATE: ${why}.`);
  }

  #kill(): void {
    this.#killed = true;
    this.#killTimer?.cancel();
    this.#killedAtMs = this.#ports.clock.now();
    this.#send('group', 'SIGKILL');
    this.#group?.stop();
    this.#waitForDeath();
  }

  #waitForDeath(): void {
    this.#survivorTimer?.cancel();
    const process = this.#process;
    if (this.#processEnded || process === undefined || this.#survivor !== undefined) return;
    const { leastMs, mostMs } = survivorGrace;
    const untilMs = Math.max(this.#killedAtMs + leastMs, Math.min(this.#killedAtMs + mostMs, this.#deadlineMs));
    this.#survivorTimer = this.#ports.clock.after(untilMs - this.#ports.clock.now(), () => {
      this.#survivor = process;
      const seconds = (this.#ports.clock.now() - this.#killedAtMs) / 1000;
      this.#ports.log(
        'warning',
        `Process ${process.pid} is still there ${seconds} s after SIGKILL; it is not waited for any longer.`,
      );
      this.#survived.resolve();
    });
  }

  #send(target: 'leader' | 'group', signal: 'SIGTERM' | 'SIGKILL'): boolean {
    const delivered = this.#process?.signal(target, signal) ?? false;
    // Ending what is left of the group after a polite end is a sweep: worth a line only if somebody was there.
    if (delivered || !this.#processEnded) {
      const name = this.#ports.windows ? windowsNames[signal] : signal;
      this.#signals.push({ signal: name, target, atMs: this.#ports.clock.now(), delivered });
      this.#ports.log(
        'info',
        `Sent ${name} to the ${target === 'leader' ? 'process' : 'process group'}${delivered ? '' : ': nobody was there'}.`,
      );
    }
    return delivered;
  }
}
