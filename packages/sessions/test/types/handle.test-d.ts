import { from, type Observable } from 'rxjs';
import { expectTypeOf, test } from 'vitest';
import type {
  ActionEvent,
  ActionHandle,
  ActionReason,
  ActionResult,
  EnvironmentActionHandle,
  RecordedActionEvent,
  Session,
  SessionEvent,
} from '@ojd/sessions';
import type { Environment, Step } from '@ojd/model';

declare const session: Session;
declare const step: Step;
declare const environment: Environment;

function say(reason: ActionReason): string {
  switch (reason.kind) {
    case 'nothing-to-run':
    case 'exit-code':
    case 'signal':
    case 'timeout':
    case 'canceled':
    case 'could-not-start':
    case 'lost':
    case 'setup':
    case 'bad-message':
      return reason.kind;
  }
}

test('an action awaits to its result and iterates over its events', () => {
  const action = session.runTask(step);
  expectTypeOf(action).toEqualTypeOf<ActionHandle>();
  expectTypeOf<Awaited<typeof action>>().toEqualTypeOf<ActionResult>();
  expectTypeOf(action).toExtend<AsyncIterable<ActionEvent>>();
  expectTypeOf(action.events$).toEqualTypeOf<Observable<ActionEvent>>();
  expectTypeOf(action.orThrow()).toEqualTypeOf<Promise<ActionResult>>();
});

test('rxjs from() is told of both natures of an action: events$ is the exact type', () => {
  expectTypeOf(from(session.runTask(step))).toExtend<Observable<ActionEvent | ActionResult>>();
});

test('entering gives the id to exit with', () => {
  const entering = session.enterEnvironment(environment);
  expectTypeOf(entering).toEqualTypeOf<EnvironmentActionHandle>();
  expectTypeOf(entering.environmentId).toEqualTypeOf<string>();
});

test('a bare script is a task too, and taskless parameters may be left out', () => {
  expectTypeOf(session.runTask(step.script)).toEqualTypeOf<ActionHandle>();
  // @ts-expect-error a step template is no step
  void session.runTask({ name: 'x', script: {} });
  // @ts-expect-error only known options
  void session.runTask(step, {}, { timeout: 5 });
});

test('events and reasons are unions that a switch can exhaust', () => {
  expectTypeOf<Extract<ActionEvent, { type: 'dropped' }>['count']>().toEqualTypeOf<number>();
  expectTypeOf<Extract<RecordedActionEvent, { type: 'dropped' }>>().toEqualTypeOf<never>();
  expectTypeOf<Extract<SessionEvent, { type: 'ended' }>['result']>().toEqualTypeOf<ActionResult>();
  expectTypeOf(say).returns.toEqualTypeOf<string>();
});

test('results are read only', () => {
  const result = {} as ActionResult;
  // @ts-expect-error readonly
  result.state = 'success';
});
