/** The template objects that the rows measure. */

export function oneCommand(command, args = []) {
  return {
    specificationVersion: 'jobtemplate-2023-09',
    name: 'Bench',
    steps: [{ name: 'Step', script: { actions: { onRun: { command, ...(args.length > 0 && { args }) } } } }],
  };
}

/** Steps as farms see them: a parameter space, an embedded file, a dependency, host requirements, format strings. */
export function manySteps(count) {
  return {
    specificationVersion: 'jobtemplate-2023-09',
    name: 'Bench {{Param.Scene}}',
    parameterDefinitions: [
      { name: 'Scene', type: 'STRING', default: 'shot-010', minLength: 1 },
      { name: 'Frames', type: 'STRING', default: '1-100' },
      { name: 'Quality', type: 'INT', default: 3, minValue: 1, maxValue: 10 },
    ],
    steps: Array.from({ length: count }, (_, index) => ({
      name: `Step ${index}`,
      ...(index > 0 && { dependencies: [{ dependsOn: `Step ${index - 1}` }] }),
      hostRequirements: {
        amounts: [{ name: 'amount.worker.vcpu', min: 2 }],
        attributes: [{ name: 'attr.worker.os.family', anyOf: ['linux'] }],
      },
      parameterSpace: {
        taskParameterDefinitions: [
          { name: 'Frame', type: 'INT', range: '{{Param.Frames}}' },
          { name: 'Camera', type: 'STRING', range: ['left', 'right'] },
        ],
        combination: 'Frame * Camera',
      },
      script: {
        embeddedFiles: [
          {
            name: 'Run',
            type: 'TEXT',
            runnable: true,
            data: '#!/bin/sh\necho {{Param.Scene}} {{Task.Param.Frame}} {{Task.Param.Camera}}\n',
          },
        ],
        actions: {
          onRun: {
            command: '{{Task.File.Run}}',
            args: ['--quality', '{{Param.Quality}}', '--frame', '{{Task.Param.Frame}}'],
            timeout: 3600,
          },
        },
      },
    })),
  };
}

/** 5,000,000 tasks in three dimensions. */
export function threeDimensions(ranges = { A: '1-100', B: '1-100', C: '1-500' }) {
  const template = oneCommand('true');
  template.steps[0].parameterSpace = {
    taskParameterDefinitions: Object.entries(ranges).map(([name, range]) => ({ name, type: 'INT', range })),
  };
  return template;
}
