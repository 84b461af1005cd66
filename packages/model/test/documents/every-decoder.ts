// Whoever reads a text from a stranger, and the pieces that YAML is made of.
import {
  readData,
  safeDecodeEnvironment,
  safeDecodeEnvironmentTemplate,
  safeDecodeJob,
  safeDecodeJobTemplate,
  safeDecodeTemplate,
} from '@ojd/model';

export const DECODERS = {
  safeDecodeTemplate,
  safeDecodeJobTemplate,
  safeDecodeEnvironmentTemplate,
  safeDecodeJob,
  safeDecodeEnvironment,
  readData,
};

/** One or two lexemes of every kind, and what stands on a line of its own. */
export const LEXEMES = [
  '[',
  '{',
  ']',
  '}',
  ', ',
  '- ',
  '? ',
  ': ',
  ':\t',
  'a: ',
  'a',
  '&a ',
  '!t ',
  '*a ',
  '""',
  '"": ',
  "'x': ",
  '"',
  "'",
  '|\n ',
  '>\n ',
  '#\n ',
  '\n',
  '\n ',
  '  ',
  '\t',
  '---\n',
  '...\n',
  '%a\n',
  '[]: ',
  '{}',
  '- a\n',
  'a:\n',
];

export const PAIRS = LEXEMES.flatMap((first) => LEXEMES.map((second) => first + second));
