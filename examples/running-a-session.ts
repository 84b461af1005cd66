// Running a Session: a job environment, a step environment, ten tasks. `npm start` runs this file.
import { createJob, decodeJobTemplate, preprocessJobParameters, StepParameterSpaceIterator } from '@ojd/model';
import { Session, type ActionHandle } from '@ojd/sessions';

const template = decodeJobTemplate(`
specificationVersion: jobtemplate-2023-09
name: DemoJob
parameterDefinitions:
  - { name: Foo, type: INT }
jobEnvironments:
  - name: DemoJobEnv
    script:
      actions:
        onEnter: { command: node, args: [-e, "console.log('Entering DemoJobEnv')"] }
        onExit: { command: node, args: [-e, "console.log('Exiting DemoJobEnv')"] }
steps:
  - name: DemoStep
    stepEnvironments:
      - name: DemoStepEnv
        script:
          actions:
            onEnter: { command: node, args: [-e, "console.log('Entering DemoStepEnv')"] }
            onExit: { command: node, args: [-e, "console.log('Exiting DemoStepEnv')"] }
    parameterSpace:
      taskParameterDefinitions:
        - { name: Bar, type: INT, range: 1-10 }
    script:
      actions:
        onRun: { command: node, args: [-e, "console.log('Foo={{Param.Foo}} Bar={{Task.Param.Bar}}')"] }
`);

const job = createJob(template, preprocessJobParameters(template, { Foo: 12 }));
let tasks = 0;

// Whatever happens in this block: what was entered is exited and the working directory removed.
{
  await using session = await Session.create({ sessionId: 'demo', job });
  for (const step of job.steps) {
    for (const environment of [...job.jobEnvironments, ...step.stepEnvironments]) {
      await show(session.enterEnvironment(environment));
    }
    for (const taskParameters of new StepParameterSpaceIterator(step.parameterSpace)) {
      await show(session.runTask(step, taskParameters));
      tasks += 1;
    }
    for (const id of session.environmentsEntered.toReversed()) await show(session.exitEnvironment(id));
  }
}
console.log(`${job.name}: ${tasks} tasks succeeded`);

/** Prints what the action's process prints, while it runs; throws unless the action succeeds. */
async function show(action: ActionHandle): Promise<void> {
  for await (const event of action) {
    if (event.type === 'log' && event.content === 'command-output') console.log(event.text);
  }
  await action.orThrow();
}
