// Simple actions (Template Schemas 8, FEATURE_BUNDLE_1): short for a script with one embedded file.
import { FormatString, type Syntax } from '@ojd/expr';
import type { LetBinding } from './script-types.ts';
import type { ActionTemplate, StepScriptTemplate } from './types.ts';

/** What each simple action runs: the command, the arguments before the file, the extension of the file. */
const SIMPLE_ACTIONS: Readonly<
  Record<SimpleActionName, { command: string; before: readonly string[]; extension: string }>
> = {
  bash: { command: 'bash', before: [], extension: '.sh' },
  cmd: { command: 'cmd', before: ['/C'], extension: '.bat' },
  node: { command: 'node', before: [], extension: '.js' },
  powershell: { command: 'powershell', before: ['-File'], extension: '.ps1' },
  python: { command: 'python', before: [], extension: '.py' },
};

export type SimpleActionName = 'bash' | 'cmd' | 'node' | 'powershell' | 'python';

export const SIMPLE_ACTION_NAMES: readonly SimpleActionName[] = ['bash', 'cmd', 'node', 'powershell', 'python'];

/** Name of the generated file. A simple action cannot embed others, so it never meets another name. */
const FILE_NAME = 'Script';

interface SimpleAction extends Pick<ActionTemplate, 'args' | 'timeout' | 'cancelation'> {
  readonly let: readonly LetBinding[];
  readonly script: FormatString;
  readonly syntax: Syntax;
}

/** The step script that a simple action is short for. */
export function expandSimpleAction(name: SimpleActionName, action: SimpleAction): StepScriptTemplate {
  const { let: bindings, script, args, syntax, ...settings } = action;
  const { command, before, extension } = SIMPLE_ACTIONS[name];
  const parse = (text: string): FormatString => FormatString.parse(text, { syntax });
  return {
    let: bindings,
    actions: {
      onRun: {
        command: parse(command),
        args: [...before.map(parse), parse(`{{Task.File.${FILE_NAME}}}`), ...args],
        ...settings,
      },
    },
    embeddedFiles: [
      { name: FILE_NAME, type: 'TEXT', filename: `${name}-script${extension}`, data: script, runnable: false },
    ],
  };
}
