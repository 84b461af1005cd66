import { Observable, type Observer, type Operator, type Subscription, type TeardownLogic, type Subscriber } from 'rxjs';

type Next<T> = (value: T) => void;

/**
 * An Observable whose consumers cannot bring the process down. rxjs rethrows what a consumer throws as an uncaught
 * exception, which in a farm's worker would end every other session too; here it is reported to the session's log.
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
    const contain = (call: () => void): void => {
      try {
        call();
      } catch (thrown) {
        report(thrown);
      }
    };
    return super.subscribe({
      next: (value) => contain(() => observer.next?.(value)),
      error: (failure) => (observer.error === undefined ? report(failure) : contain(() => observer.error?.(failure))),
      complete: () => contain(() => observer.complete?.()),
    });
  }
}

function isSubscriber(value: unknown): value is Subscriber<never> {
  return typeof value === 'object' && value !== null && 'isStopped' in value;
}
