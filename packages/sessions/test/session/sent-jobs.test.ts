// A job that a scheduler created and sent as JSON runs on a worker as the original would.
import {
  createJob,
  decodeJob,
  decodeJobTemplate,
  type Job,
  preprocessJobParameters,
  StepParameterSpaceIterator,
} from '@ojd/model';
import { expect, test } from 'vitest';
import { fakeSession } from './harness.ts';

const template = decodeJobTemplate(`
specificationVersion: jobtemplate-2023-09
extensions: [EXPR, FEATURE_BUNDLE_1, TASK_CHUNKING]
name: Film {{Param.Title}}
parameterDefinitions:
- { name: Title, type: STRING, default: "{{x}}" }
- { name: Samples, type: INT, default: 9007199254740993 }
- { name: Gamma, type: FLOAT, default: "2.200" }
jobEnvironments:
- { name: Tools, variables: { TITLE: "{{Param.Title}}" } }
steps:
- name: Render
  let: ["doubled = Param.Samples * 2", "passes = ['beauty', 'depth']"]
  stepEnvironments:
  - { name: Scratch, script: { actions: { onEnter: { command: prepare, args: ["{{doubled}}"], timeout: 5 } } } }
  parameterSpace:
    taskParameterDefinitions:
    - name: Frames
      type: CHUNK[INT]
      range: 1-1000000000000000000
      chunks: { defaultTaskCount: 3, rangeConstraint: CONTIGUOUS }
  script:
    let: ["label = Param.Title.upper() + ' ' + Job.Name + ' ' + Step.Name"]
    embeddedFiles:
    - { name: Script, type: TEXT, filename: script.txt, data: "{{label}} {{Param.Gamma}}" }
    actions:
      onRun:
        command: render
        args: ["{{passes}}", "{{Task.Param.Frames}}", "{{doubled}}", "{{Param.Gamma}}", "{{label}}"]
        timeout: 60
        cancelation: { mode: NOTIFY_THEN_TERMINATE, notifyPeriodInSeconds: 7 }
`);
const job = createJob(template, preprocessJobParameters(template, {}));

/** What the operating system would be asked for, without the places that differ from session to session. */
async function requestsOf(given: Job): Promise<unknown> {
  const { session, spawner } = await fakeSession({ job: given });
  spawner.behave((process) => {
    process.end(0);
  });
  const [step] = given.steps;
  if (step === undefined) throw new Error('the job has a step');
  for (const environment of [...given.jobEnvironments, ...step.stepEnvironments]) {
    await session.enterEnvironment(environment).orThrow();
  }
  const tasks = new StepParameterSpaceIterator(step.parameterSpace);
  for (const index of [0, -1]) await session.runTask(step, tasks.at(index)).orThrow();
  const text = JSON.stringify(spawner.processes.map(({ request }) => request));
  return JSON.parse(text.replaceAll(session.workingDirectory, '/session'));
}

test('a session asks for the same processes, with the same arguments and variables', async () => {
  const sent = decodeJob(JSON.stringify(job));
  const requests = await requestsOf(sent);
  expect(requests).toEqual(await requestsOf(job));
  expect(JSON.stringify(requests)).toContain('999999999999999999-1000000000000000000');
});
