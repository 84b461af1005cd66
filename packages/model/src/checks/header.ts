// What a document says about itself: its version and its extensions (Template Schemas 1.1; RFC 0002). Everything else is
// checked by the profile that follows from them.
import type { DiagnosticPath } from '@ojd/expr';
import { childOf, describeNode, type DocumentNode, type MapNode, quote, textOf } from '../documents/nodes.ts';
import { closestChoice } from '../schema/choices.ts';
import { createProfile, EXTENSION_NAMES, type ExtensionName, type Profile } from '../profile/profile.ts';
import type { Report } from './report.ts';
import {
  describeKeys,
  expectedKinds,
  hasMark,
  kindInstead,
  kindNamed,
  kindOf,
  nounOf,
  templateHint,
  type TemplateKind,
  versionHint,
} from './template-kinds.ts';
import { isMistyped, valueUnder } from './unreadable.ts';

/** Extensions that need another one. */
const REQUIREMENTS: Readonly<Partial<Record<ExtensionName, ExtensionName>>> = { WRAP_ACTIONS: 'EXPR' };

interface Header {
  readonly kind: TemplateKind;
  readonly profile: Profile;
  readonly extensions: readonly ExtensionName[];
}

/** Reads the header; undefined when the version does not say which rules hold. */
export function checkHeader(
  root: MapNode,
  kinds: readonly TemplateKind[],
  supported: readonly ExtensionName[],
  report: Report,
): Header | undefined {
  const kind = checkVersion(root, kinds, report);
  if (kind === undefined) return undefined;
  const extensions = checkExtensions(root, supported, report);
  return { kind, extensions, profile: createProfile(extensions) };
}

function checkVersion(root: MapNode, kinds: readonly TemplateKind[], report: Report): TemplateKind | undefined {
  const node = childOf(root, 'specificationVersion');
  const version = textOf(node);
  if (version === undefined) return checkUnsaid(root, node, kinds, report);
  const path = ['specificationVersion'];
  const kind = kindNamed(version);
  if (kind === undefined) {
    const message = `The specification version ${quote(version)} is not known.`;
    report.add({ code: 'unknown-specification-version', message, hint: versionHint(kinds), path });
  } else if (!kinds.includes(kind)) {
    const message = `This is ${nounOf(kind)}, and ${expectedKinds(kinds)} is expected here.`;
    const looks = kindOf(root);
    const hint = looks !== undefined && kinds.includes(looks) ? versionHint(kinds) : templateHint(kinds);
    report.add({ code: 'wrong-template-kind', message, hint, path });
    return undefined;
  }
  const instead = kind === undefined ? undefined : kindInstead(root, kind);
  if (kind === undefined || instead === undefined) return kind;
  // The version is the mistake; the rest is checked as what it is.
  const message = `This is the version of ${nounOf(kind)}, and the document looks like ${nounOf(instead)}.`;
  report.add({
    code: 'wrong-template-kind',
    message,
    hint: kinds.includes(instead) ? versionHint([instead]) : templateHint(kinds),
    path,
  });
  return kinds.includes(instead) ? instead : undefined;
}

/** A document that does not say its version: perhaps no template at all, else its kind is what it looks like. */
function checkUnsaid(
  root: MapNode,
  node: DocumentNode | undefined,
  kinds: readonly TemplateKind[],
  report: Report,
): TemplateKind | undefined {
  const looks = kindOf(root);
  if (node !== undefined) {
    const message = `Expected the specification version as a string, found ${describeNode(node)}.`;
    report.add({ code: 'wrong-type', message, hint: versionHint(kinds), path: ['specificationVersion'] });
  } else if (!hasMark(root)) {
    const message = `Expected ${expectedKinds(kinds)}, found ${describeKeys(root)}.`;
    report.add({ code: 'not-a-template', message, hint: templateHint(kinds), path: [], at: 'object' });
    return undefined;
  } else if (looks !== undefined && !kinds.includes(looks)) {
    const message = `This looks like ${nounOf(looks)}, and ${expectedKinds(kinds)} is expected here.`;
    report.add({ code: 'wrong-template-kind', message, hint: templateHint(kinds), path: [], at: 'object' });
    return undefined;
  } else if (!isMistyped(root, ['specificationVersion']) && !root.entries.has('version')) {
    // A mistyped key is reported with the structure.
    const message = 'The key "specificationVersion" is missing.';
    const hint = `Add it. It says which rules hold. ${versionHint(kinds)}`;
    report.add({ code: 'missing-key', message, hint, path: [], at: 'object' });
  }
  return looks !== undefined && kinds.includes(looks) ? looks : kinds[0];
}

/**
 * The extensions that hold; what is wrong with the others is reported, wrong types with the structure. A name that was
 * probably meant is taken as declared, and where nobody can tell what was meant, all are: what the template uses of them is
 * not a second mistake.
 */
function checkExtensions(root: MapNode, supported: readonly ExtensionName[], report: Report): readonly ExtensionName[] {
  const list = valueUnder(root, 'extensions');
  if (list === undefined) return [];
  if (list.kind !== 'list' || list.items.length === 0) return EXTENSION_NAMES;
  const declared = new Set<ExtensionName>();
  const active = new Set<ExtensionName>();
  for (const [index, item] of list.items.entries()) {
    const meant = checkExtension(textOf(item), ['extensions', index], declared, supported, report);
    for (const name of meant) active.add(name);
    if (meant !== EXTENSION_NAMES) for (const name of meant) declared.add(name);
  }
  for (const name of declared) checkRequirement(name, active, report);
  return [...active];
}

/** Which extensions one entry of the list declares; what is wrong with it is reported. */
function checkExtension(
  name: string | undefined,
  path: DiagnosticPath,
  declared: ReadonlySet<ExtensionName>,
  supported: readonly ExtensionName[],
  report: Report,
): readonly ExtensionName[] {
  if (name === undefined) return EXTENSION_NAMES;
  const known = EXTENSION_NAMES.find((extension) => extension === name);
  if (known === undefined) {
    const several = EXTENSION_NAMES.filter((extension) => name.split(/[^A-Z0-9_]+/).includes(extension));
    const close = closestChoice(name, EXTENSION_NAMES);
    const hint =
      several.length > 1
        ? 'Write each name as an element of its own, with "- " in front.'
        : close === undefined
          ? `Extensions: ${EXTENSION_NAMES.join(', ')}.`
          : `Did you mean ${close}?`;
    report.add({ code: 'extension-unknown', message: `There is no extension ${quote(name)}.`, hint, path });
    if (several.length > 1) return several;
    return close === undefined ? EXTENSION_NAMES : [close];
  }
  if (declared.has(known)) {
    const hint = 'Remove one of the two.';
    report.add({ code: 'extension-repeated', message: `The extension ${known} is declared already.`, hint, path });
  }
  if (!supported.includes(known)) {
    const others = supported.length === 0 ? 'It supports none.' : `It supports ${supported.join(', ')}.`;
    const message = `The extension ${known} is not supported by this application. ${others}`;
    const hint = `Remove it and what needs it, or use an application that supports ${known}.`;
    report.add({ code: 'extension-unsupported', message, hint, path });
  }
  // Declared is declared: what the template uses of an unsupported extension is not reported besides.
  return [known];
}

function checkRequirement(name: ExtensionName, active: ReadonlySet<ExtensionName>, report: Report): void {
  const needed = REQUIREMENTS[name];
  if (needed === undefined || active.has(needed)) return;
  const message = `The extension ${name} needs ${needed}, which this template does not declare.`;
  report.add({ code: 'extension-requires', message, hint: `Add ${needed} to "extensions".`, path: ['extensions'] });
}
