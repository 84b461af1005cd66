// Rules about the user interface of job parameters (Template Schemas 2.1-2.4): controls that do not fit the parameter.
import { childOf, type DocumentNode, quote, textOf } from '../documents/nodes.ts';
import type { ShapeCheck } from './shape-check.ts';

/** Controls that need `allowedValues`; of the others, HIDDEN alone may stand beside them. */
const CHOOSING: ReadonlySet<string> = new Set(['DROPDOWN_LIST', 'CHECK_BOX']);

/** 2.1-2.4: free-form controls exclude `allowedValues`, choosing ones need them. */
export const controlFits: ShapeCheck = {
  id: 'control-fits-allowed-values',
  run(node, path, { report }) {
    const control = textOf(childOf(childOf(node, 'userInterface'), 'control'));
    const allowed = childOf(node, 'allowedValues') !== undefined;
    if (control === undefined || control === 'HIDDEN' || CHOOSING.has(control) === allowed) return;
    if (report.hasStandIn(path, ['allowedValues'])) return;
    const message = allowed
      ? `The control ${control} edits a value freely, and this parameter has allowedValues.`
      : `The control ${control} chooses among allowedValues, and this parameter has none.`;
    const hint = allowed
      ? 'Use DROPDOWN_LIST or HIDDEN, or remove allowedValues.'
      : 'Add allowedValues, or use another control.';
    const here = [...path, 'userInterface', 'control'];
    report.add({ code: 'user-interface-control', message, hint, path: here, premises: [here] });
  },
};

const CHECK_BOX_PAIRS = [
  ['true', 'false'],
  ['yes', 'no'],
  ['on', 'off'],
  ['1', '0'],
] as const;

/** 2.1: a check box has two values, one for true and one for false. */
export const checkBoxPair: ShapeCheck = {
  id: 'check-box-pair',
  run(node, path, { report }) {
    const allowed = childOf(node, 'allowedValues');
    if (textOf(childOf(childOf(node, 'userInterface'), 'control')) !== 'CHECK_BOX' || allowed?.kind !== 'list') return;
    const values = allowed.items.map((item) => textOf(item)?.toLowerCase() ?? '');
    if (values.length === 2 && CHECK_BOX_PAIRS.some((pair) => pair.every((value) => values.includes(value)))) return;
    const pairs = CHECK_BOX_PAIRS.map((pair) => pair.join('/')).join(', ');
    const found = allowed.items.map((item) => (item.kind === 'scalar' ? quote(item.text) : 'a collection'));
    const message = `Expected allowedValues of a CHECK_BOX to be one of the pairs ${pairs}, found ${found.slice(0, 5).join(', ')}.`;
    const hint = 'Write one of these pairs, or use DROPDOWN_LIST.';
    const here = [...path, 'allowedValues'];
    report.add({ code: 'user-interface-checkbox', message, hint, path: here, premises: [here] });
  },
};

/** Fields of `userInterface` and the controls that they are for. */
const CONTROL_FIELDS: Readonly<Record<string, RegExp>> = {
  fileFilters: /^CHOOSE_(?:INPUT|OUTPUT)_FILE(?:_LIST)?$/,
  fileFilterDefault: /^CHOOSE_(?:INPUT|OUTPUT)_FILE(?:_LIST)?$/,
  decimals: /^SPIN_BOX(?:_LIST)?$/,
  singleStepDelta: /^SPIN_BOX(?:_LIST)?$/,
};

/**
 * 2.2-2.4: fields of `userInterface` stand beside the control that they are for. Beside a control that was not named they
 * are only of no use.
 */
export const controlFields: ShapeCheck = {
  id: 'control-fields',
  run(node, path, { report }) {
    const ui = childOf(node, 'userInterface');
    const explicit = textOf(childOf(ui, 'control'));
    const control = explicit ?? defaultControl(node);
    for (const [field, controls] of Object.entries(CONTROL_FIELDS)) {
      if (childOf(ui, field) === undefined || controls.test(control)) continue;
      const which = explicit === undefined ? `${control}, the default control of this parameter` : control;
      const message = `The field ${quote(field)} is not for ${which}.`;
      const severity = explicit === undefined ? 'warning' : 'error';
      report.add({
        code: 'user-interface-field',
        severity,
        message,
        hint: 'Remove it, or choose the control that it is for.',
        path: [...path, 'userInterface', field],
        at: 'key',
        premises: [[...path, 'userInterface', 'control']],
      });
    }
  },
};

/** The control of a parameter that does not name one (2.2-2.4, 2.12-2.14). */
function defaultControl(node: DocumentNode): string {
  const type = textOf(childOf(node, 'type'))?.toUpperCase() ?? '';
  const list = type.startsWith('LIST') ? '_LIST' : '';
  if (list === '' && childOf(node, 'allowedValues') !== undefined) return 'DROPDOWN_LIST';
  if (!type.includes('PATH')) return `SPIN_BOX${list}`;
  if (textOf(childOf(node, 'objectType')) !== 'FILE') return `CHOOSE_DIRECTORY${list}`;
  return `CHOOSE_${textOf(childOf(node, 'dataFlow')) === 'OUT' ? 'OUTPUT' : 'INPUT'}_FILE${list}`;
}
