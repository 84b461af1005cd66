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

/** Where the parts of a script stand in the template when it was written as a simple action. */
interface WrittenAs {
  readonly key: SimpleActionName;
  /** Arguments before those of the template. */
  readonly impliedArgs: number;
}

const written = new WeakMap<StepScriptTemplate, WrittenAs>();

/** How a script was written, if as a simple action. */
export function writtenAs(script: StepScriptTemplate): WrittenAs | undefined {
  return written.get(script);
}

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
  const implied = [...before.map(parse), parse(`{{Task.File.${FILE_NAME}}}`)];
  const expanded: StepScriptTemplate = {
    let: bindings,
    actions: { onRun: { command: parse(command), args: [...implied, ...args], ...settings } },
    embeddedFiles: [
      { name: FILE_NAME, type: 'TEXT', filename: `${name}-script${extension}`, data: script, runnable: false },
    ],
  };
  written.set(expanded, { key: name, impliedArgs: implied.length });
  return expanded;
}
