// What a document says about itself: its version and its extensions (Template Schemas 1.1; RFC 0002). Everything else is
// checked by the profile that follows from them.
import { closestName } from '@ojd/expr';
import { childOf, type MapNode, quote, textOf } from '../documents/nodes.ts';
import { createProfile, EXTENSION_NAMES, type ExtensionName, type Profile } from '../templates/profile.ts';
import type { TemplateKind } from '../templates/decode.ts';
import type { Report } from './report.ts';

const VERSIONS: Readonly<Record<string, TemplateKind>> = {
  'jobtemplate-2023-09': 'job',
  'environment-2023-09': 'environment',
};

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
  const expected = Object.keys(VERSIONS).filter((version) => kinds.includes(VERSIONS[version] ?? 'job'));
  const hint = `Write specificationVersion: ${expected.join(' or ')}.`;
  const path = ['specificationVersion'];
  const node = childOf(root, 'specificationVersion');
  const version = textOf(node);
  if (version === undefined) {
    if (node === undefined) {
      const message = 'The key "specificationVersion" is missing: it says which rules this document follows.';
      report.add({ code: 'missing-key', message, hint, path: [], at: 'object' });
    } else report.add({ code: 'wrong-type', message: 'Expected the specification version as a string.', hint, path });
    // The rest is checked by what the document looks like.
    const looks =
      childOf(root, 'environment') !== undefined && childOf(root, 'steps') === undefined ? 'environment' : 'job';
    return kinds.includes(looks) ? looks : kinds[0];
  }
  const kind = Object.hasOwn(VERSIONS, version) ? VERSIONS[version] : undefined;
  if (kind === undefined) {
    const message = `The specification version ${quote(version)} is not known.`;
    report.add({ code: 'unknown-specification-version', message, hint, path });
  } else if (!kinds.includes(kind)) {
    const message =
      kind === 'job'
        ? 'This is a job template, and an environment template is expected here.'
        : 'This is an environment template, and a job template is expected here.';
    report.add({ code: 'wrong-template-kind', message, path });
    return undefined;
  }
  return kind;
}

/** The extensions that hold; what is wrong with the others is reported. Wrong types are reported with the structure. */
function checkExtensions(root: MapNode, supported: readonly ExtensionName[], report: Report): readonly ExtensionName[] {
  const list = childOf(root, 'extensions');
  const active = new Set<ExtensionName>();
  for (const [index, item] of list?.kind === 'list' ? list.items.entries() : []) {
    const name = textOf(item);
    if (name === undefined) continue;
    const path = ['extensions', index];
    const known = EXTENSION_NAMES.find((extension) => extension === name);
    if (known === undefined) {
      const close = closestName(name, EXTENSION_NAMES);
      const hint = close === undefined ? `Extensions: ${EXTENSION_NAMES.join(', ')}.` : `Did you mean ${close}?`;
      report.add({ code: 'extension-unknown', message: `There is no extension ${quote(name)}.`, hint, path });
      continue;
    }
    if (active.has(known)) report.add({ code: 'extension-repeated', message: `${known} is declared already.`, path });
    if (!supported.includes(known)) {
      const others = supported.length === 0 ? 'It supports none.' : `It supports ${supported.join(', ')}.`;
      const message = `The extension ${known} is not supported by this application. ${others}`;
      report.add({ code: 'extension-unsupported', message, path });
    }
    // Declared is declared: what the template uses of an unsupported extension is not reported besides.
    active.add(known);
  }
  for (const name of active) checkRequirement(name, active, report);
  return [...active];
}

function checkRequirement(name: ExtensionName, active: ReadonlySet<ExtensionName>, report: Report): void {
  const needed = REQUIREMENTS[name];
  if (needed === undefined || active.has(needed)) return;
  const message = `The extension ${name} needs ${needed}, which this template does not declare.`;
  report.add({ code: 'extension-requires', message, hint: `Add ${needed} to "extensions".`, path: ['extensions'] });
}
