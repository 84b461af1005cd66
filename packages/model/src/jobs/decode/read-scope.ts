import { decodeValue, SymbolTable } from '@ojd/expr';
import { quote } from '../../documents/nodes.ts';
import { isCanonical } from '../../parameters/prepared-values.ts';
import { describe } from '../../parameters/read-value.ts';
import type { JobParameterValue, JobParameterValues } from '../../parameters/types.ts';
import { JOB_PARAMETER_TYPES } from '../../templates/parameter-definitions.ts';
import { createProfile, EXTENSION_NAMES, type ExtensionName, type Profile } from '../../profile/profile.ts';
import type { CreationScope } from '../types.ts';
import type { Data } from './data.ts';

/** Reads profiles; equal ones become one object. */
export class ProfileReader {
  readonly #known = new Map<string, Profile>();
  readonly #supported: readonly ExtensionName[];

  constructor(supported: readonly ExtensionName[] = EXTENSION_NAMES) {
    this.#supported = supported;
  }

  read(data: Data): Profile {
    const fields = data.fields(['revision', 'extensions']);
    fields.get('revision').choice(['2023-09']);
    const extensions = fields.get('extensions').list((item) => {
      const name = item.choice(EXTENSION_NAMES);
      if (!this.#supported.includes(name)) {
        const message = `The extension ${name} is not supported by this application.`;
        item.refuse({ code: 'extension-unsupported', message });
      }
      return name;
    });
    const key = extensions.toSorted().join();
    const profile = this.#known.get(key) ?? createProfile(extensions);
    this.#known.set(key, profile);
    return profile;
  }
}

/** Reads the values of job parameters: each in the form that `preprocessJobParameters` gives it. */
export function readParameters(data: Data): JobParameterValues {
  return data.record((item, name) => {
    checkIdentifier(item, name);
    const fields = item.fields(['type', 'value']);
    const type = fields.get('type').choice(JOB_PARAMETER_TYPES);
    const given = fields.get('value');
    const value = given.plain();
    if (value !== undefined && !isCanonical(type, value, data.limits)) {
      const message = `Expected the canonical text of a value of type ${type}, found ${describe(value)}.`;
      given.refuse({ code: 'parameter-value-type', message });
    }
    // The check above saw that the value fits the type.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    return { type, value } as JobParameterValue;
  });
}

/** Names become symbols, and symbols have dots between identifiers. */
function checkIdentifier(data: Data, name: string): void {
  if (/^[A-Za-z_]\w*$/.test(name)) return;
  const message = `Expected an identifier as the name of a parameter, found ${quote(name)}.`;
  data.refuse({ code: 'invalid-identifier', message, at: 'key' });
}

/** Reads what creation defined beyond the parameters. */
export function readScope(data: Data): CreationScope {
  const fields = data.fields(['symbols'], ['stepName', 'jobName']);
  const symbols = new SymbolTable();
  fields.get('symbols').record((item, name) => {
    if (!/^[A-Za-z_]\w*(?:\.\w+)*$/.test(name)) {
      const message = `Expected a name with identifiers between its dots, found ${quote(name)}.`;
      item.refuse({ code: 'invalid-identifier', message, at: 'key' });
    }
    try {
      symbols.set(name, decodeValue(item.plain()));
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      item.refuse({ code: 'wrong-type', message: `${error.message}.` });
    }
  });
  return {
    ...fields.optional('jobName', (item) => item.text()),
    symbols,
    ...fields.optional('stepName', (item) => item.text()),
  };
}
