import type { ActionStartedEvent, SessionEvent } from '@ojd/sessions';
import { plannedTasks, type RunPlan } from '../run/index.ts';

/** What a run does at the moment, in a few words: `Step 'Render': Task 37 of 1000 (Frame=37), 45 %, baking`. */
export class RunProgress {
  readonly #planned: ReadonlyMap<string, number | undefined>;
  readonly #started = new Map<string, number>();
  #what = '';
  #percent = '';
  #status = '';

  constructor(plan: RunPlan) {
    this.#planned = new Map(plan.steps.map((step) => [step.step.name, plannedTasks(step)]));
  }

  /** The words after an event; undefined if it changes nothing. */
  after(event: SessionEvent): string | undefined {
    if (event.type === 'started') {
      this.#what = this.#describe(event);
      this.#percent = '';
      this.#status = '';
    } else if (event.type === 'progress') this.#percent = `, ${Math.round(event.progress)} %`;
    else if (event.type === 'status') this.#status = `, ${event.message}`;
    else if (event.type === 'canceling') this.#status = ', canceling';
    else return undefined;
    return this.#what + this.#percent + this.#status;
  }

  #describe({ kind, name = '', taskParameters = {} }: ActionStartedEvent): string {
    if (kind === 'enter-environment') return `Entering Environment '${name}'`;
    if (kind === 'exit-environment') return `Exiting Environment '${name}'`;
    const position = (this.#started.get(name) ?? 0) + 1;
    this.#started.set(name, position);
    const planned = this.#planned.get(name);
    const values = Object.entries(taskParameters).map(([parameter, value]) => `${parameter}=${value}`);
    const which = `Task ${position}${planned === undefined ? '' : ` of ${planned}`}`;
    return `Step '${name}': ${which}${values.length === 0 ? '' : ` (${values.join(', ')})`}`;
  }
}
