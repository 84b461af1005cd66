import type { DiagnosticCode } from '../diagnostics/codes.ts';
import { type DocumentLimits, MOST_LEVELS } from './limits.ts';
import { type DocumentProblem, LimitExceeded } from './problem.ts';

interface LimitText {
  readonly code: DiagnosticCode;
  readonly message: (max: number) => string;
  readonly hint: string;
}

type CountedLimit = 'maxBytes' | 'maxDepth' | 'maxNodes' | 'maxAliasedNodes' | 'maxProblems';

/** What is said about a document that breaks a limit, whoever finds it out. */
const TEXTS: Readonly<Record<CountedLimit, LimitText>> = {
  maxBytes: {
    code: 'document-too-large',
    message: (max) => `The document has more than ${max} bytes`,
    hint: 'Keep data out of the template',
  },
  maxDepth: {
    code: 'document-too-deep',
    message: (max) => `The document nests deeper than ${max} levels`,
    hint: 'Flatten it',
  },
  maxNodes: {
    code: 'document-too-many-nodes',
    message: (max) => `The document has more than ${max} values`,
    hint: 'Split the job',
  },
  maxAliasedNodes: {
    code: 'yaml-too-many-aliased-nodes',
    message: (max) => `Aliases repeat more than ${max} values`,
    hint: 'Write the values out',
  },
  maxProblems: {
    code: 'too-many-problems',
    message: (max) => `The document has more than ${max} problems, and the rest was not looked at`,
    hint: 'Mend these first',
  },
};

/** The problem of a document that breaks a limit. */
export function limitProblem<Limit extends CountedLimit>(
  limit: Limit,
  limits: Pick<DocumentLimits, Limit>,
  place: Pick<DocumentProblem, 'extent' | 'path'> = {},
): DocumentProblem {
  const { code, message, hint } = TEXTS[limit];
  const max = limits[limit];
  const canBeRaised = limit !== 'maxDepth' || max < MOST_LEVELS;
  const mend = canBeRaised ? `${hint}, or raise the limit ${limit}.` : `${hint}.`;
  return { code, message: `${message(max)}.`, hint: mend, ...place };
}

/** Adds a problem, unless there are as many as are told: reading ends there. */
export function addProblem(problems: DocumentProblem[], problem: DocumentProblem, limits: DocumentLimits): void {
  if (problems.length >= limits.maxProblems) {
    const { extent, path = [] } = problem;
    throw new LimitExceeded(limitProblem('maxProblems', limits, { extent, path }));
  }
  problems.push(problem);
}
