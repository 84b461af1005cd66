import type { PathMappingRule } from '@ojd/expr';
import { CliError, problemList } from '../errors.ts';
import { isMap, kindOf, readDataArgument } from './data-argument.ts';

const VERSION = 'pathmapping-1.0';
const FORMATS = ['POSIX', 'WINDOWS', 'URI'] as const;
const FIELDS = { source_path_format: true, source_path: true, destination_path: true } as const;

/** The rules of `--path-mapping-rules`: a `pathmapping-1.0` document, inline or `file://PATH`. All mistakes are told at once. */
export async function readPathMappingRules(
  argument: string | undefined,
  cwd: string,
): Promise<readonly PathMappingRule[]> {
  if (argument === undefined) return [];
  const data = await readDataArgument(argument.trim(), '--path-mapping-rules', cwd);
  const problems: string[] = [];
  if (!isMap(data)) {
    problems.push(`expected a map with 'version' and 'path_mapping_rules', found ${kindOf(data)}.`);
  } else {
    if (data['version'] !== VERSION) problems.push(`version: expected "${VERSION}", found ${found(data['version'])}.`);
    if (!Array.isArray(data['path_mapping_rules'])) {
      problems.push(`path_mapping_rules: expected a list, found ${found(data['path_mapping_rules'])}.`);
    }
  }
  const items: readonly unknown[] =
    isMap(data) && Array.isArray(data['path_mapping_rules']) ? data['path_mapping_rules'] : [];
  const rules = items.map((item, index) => readRule(item, `path_mapping_rules[${index}]`, problems));
  if (problems.length > 0) throw new CliError(problemList("--path-mapping-rules can't be used:", problems));
  return rules;
}

function readRule(item: unknown, where: string, problems: string[]): PathMappingRule {
  const rule = isMap(item) ? item : {};
  if (!isMap(item)) problems.push(`${where}: expected a map, found ${kindOf(item)}.`);
  const text = (field: keyof typeof FIELDS): string => {
    const value = rule[field];
    if (typeof value === 'string' && value !== '') return value;
    if (isMap(item)) problems.push(`${where}.${field}: expected text, found ${found(value)}.`);
    return '';
  };
  for (const field of Object.keys(rule)) {
    if (!(field in FIELDS))
      problems.push(`${where}.${field}: there is no such field (expected ${Object.keys(FIELDS).join(', ')}).`);
  }
  const given = text('source_path_format');
  const format = FORMATS.find((known) => known === given.toUpperCase());
  if (format === undefined && given !== '') {
    problems.push(`${where}.source_path_format: expected one of ${FORMATS.join(', ')}, found "${given}".`);
  }
  return {
    sourcePathFormat: format ?? 'POSIX',
    sourcePath: text('source_path'),
    destinationPath: text('destination_path'),
  };
}

function found(value: unknown): string {
  return value === undefined ? 'nothing' : kindOf(value);
}
