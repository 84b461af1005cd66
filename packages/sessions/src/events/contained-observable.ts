import { Observable, type Observer, type Operator, type Subscription, type TeardownLogic, type Subscriber } from 'rxjs';
import { contain, watch } from './contain.ts';

type Next<T> = (value: T) => void;

/**
 * An Observable whose consumers cannot bring the process down. rxjs rethrows what a consumer throws as an uncaught
 * exception, and drops the promise of an async one, which ends the process as well if it rejects: in a farm's worker that would end every other
 * session too. Here both are reported to the session's log.
 * Operators keep that property: `events$.pipe(...)` is contained as well.
 */
export class ContainedObservable<T> extends Observable<T> {
  readonly #onConsumerError: (error: unknown) => void;

  constructor(
    subscribe: ((this: Observable<T>, subscriber: Subscriber<T>) => TeardownLogic) | undefined,
    onConsumerError: (error: unknown) => void,
  ) {
    super(subscribe);
    this.#onConsumerError = onConsumerError;
  }

  // rxjs asks the source of an operator to make the Observable that the operator returns.
  override lift<R>(operator?: Operator<T, R>): Observable<R> {
    const lifted = new ContainedObservable<R>(undefined, this.#onConsumerError);
    lifted.source = this;
    lifted.operator = operator;
    return lifted;
  }

  override subscribe(
    observerOrNext?: Partial<Observer<T>> | Next<T> | null,
    error?: ((error: unknown) => void) | null,
    complete?: (() => void) | null,
  ): Subscription {
    // A Subscriber is an operator's or a Subject's inner end, not a consumer: it has rxjs's own error channel.
    if (isSubscriber(observerOrNext)) return super.subscribe(observerOrNext);
    const observer: Partial<Observer<T>> =
      typeof observerOrNext === 'function'
        ? { next: observerOrNext, ...(error && { error }), ...(complete && { complete }) }
        : (observerOrNext ?? {});
    const report = this.#onConsumerError;
    return super.subscribe({
      next: (value) => contain(() => observer.next?.(value), report),
      error: (failure) =>
        observer.error === undefined ? report(failure) : contain(() => observer.error?.(failure), report),
      complete: () => contain(() => observer.complete?.(), report),
    });
  }

  // What it throws at once rejects the promise of forEach, as with any Observable.
  override forEach(next: (value: T) => void): Promise<void> {
    return super.forEach((value) => watch(next(value), this.#onConsumerError));
  }
}

function isSubscriber(value: unknown): value is Subscriber<never> {
  return typeof value === 'object' && value !== null && 'isStopped' in value;
}
