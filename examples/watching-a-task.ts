// Follows one task with `for await`: its lines, its progress, and how it ended.
import type { Step, TaskParameterSet } from '@ojd/model';
import type { Session } from '@ojd/sessions';

export async function watchTask(session: Session, step: Step, parameters: TaskParameterSet): Promise<string[]> {
  const told: string[] = [];
  const task = session.runTask(step, parameters);
  for await (const event of task) {
    if (event.type === 'log' && event.content === 'command-output') told.push(event.text);
    // Events that came faster than this loop are not lost in silence.
    if (event.type === 'dropped') told.push(`(${event.count} events are missing here)`);
    if (event.type === 'progress') {
      told.push(`${event.progress} %`);
      // Leaving the loop would only end the watching; to end the task, cancel it.
      if (event.progress > 90) task.cancel({ reason: 'good enough' });
    }
  }
  const result = await task;
  told.push(`${result.state}: ${result.message}`);
  return told;
}
