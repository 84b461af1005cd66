import { applyPathMapping } from '../../paths/path-mapping.ts';
import { canonicalPath } from '../../paths/pure-path.ts';
import { pathValue } from '../../values/expr-value.ts';
import { type FunctionTable, overload } from '../signature.ts';

/** Functions that work only on the host that runs a session. Specification: Expression Language 2.3.2. */
export const hostFunctions: FunctionTable = {
  apply_path_mapping: [
    overload('(s: string) -> path', (s, call) => {
      const { host, pathFormat } = call.context;
      const rules = typeof host === 'object' ? host.pathMappingRules : [];
      return pathValue(canonicalPath(pathFormat, applyPathMapping(rules, s, pathFormat)), pathFormat);
    }),
  ],
};
