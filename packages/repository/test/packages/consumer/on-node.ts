import { createJob, decodeJobTemplate, preprocessJobParameters } from '@ojd/model';
import { Session, type ActionResult } from '@ojd/sessions';

const template = decodeJobTemplate({
  specificationVersion: 'jobtemplate-2023-09',
  name: 'Consumer',
  steps: [{ name: 'Only', script: { actions: { onRun: { command: 'node', args: ['-e', ''] } } } }],
});
const job = createJob(template, preprocessJobParameters(template, {}));

await using session = await Session.create({ job });
for (const step of job.steps) {
  const result: ActionResult = await session.runTask(step, {});
  console.log(`${job.name} ${step.name}: ${result.state}, exit code ${result.exitCode}`);
}
