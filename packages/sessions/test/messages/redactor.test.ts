import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Expression, stringValue, SymbolTable, valueText } from '@ojd/expr';
import { MASK, Redactor } from '../../src/messages/redactor.ts';
import type { LinePart } from '../../src/output/line-reader.ts';

function redactorOf(...secrets: string[]): Redactor {
  const redactor = new Redactor();
  for (const secret of secrets) redactor.add(secret);
  return redactor;
}

function milliseconds(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function secretsOf(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `secret ${index} ${(index * 7919).toString(36)} of the job`);
}

/** Masks that touch are one. */
function joined(redacted: string): string {
  return redacted.replaceAll(/(\*{8})+/g, MASK);
}

/** By comparing every secret with every place, as slow as it is plain. */
function referenceRedact(line: string, secrets: readonly string[]): string {
  const covered = Array.from({ length: line.length }, () => false);
  const touching = Array.from({ length: line.length + 1 }, () => false); // a hit ends here and another begins here, or one goes through
  const starts = new Set<number>();
  const ends = new Set<number>();
  for (const secret of secrets) {
    for (let at = line.indexOf(secret); at >= 0; at = line.indexOf(secret, at + 1)) {
      covered.fill(true, at, at + secret.length);
      touching.fill(true, at + 1, at + secret.length);
      starts.add(at);
      ends.add(at + secret.length);
    }
  }
  for (const at of starts) if (ends.has(at)) touching[at] = true;
  let text = '';
  for (const [index, character] of line.split('').entries()) {
    if (!covered[index]) text += character;
    else if (index === 0 || !covered[index - 1] || !touching[index]) text += MASK;
  }
  return text;
}

describe('one secret', () => {
  test('is masked wherever it stands, with a mask that does not tell its length', () => {
    const redactor = redactorOf('hunter2');
    expect(redactor.redact('hunter2 is hunter2!')).toBe('******** is ********!');
    expect(redactorOf('x').redact('axb')).toBe('a********b');
  });

  test('a line without it is given back as it is', () => {
    expect(redactorOf('hunter2').redact('hunter 2')).toBe('hunter 2');
  });

  test('an empty value masks nothing', () => {
    expect(redactorOf('').redact('anything')).toBe('anything');
  });

  test.each(['é', '😀', '日本語の鍵', 'e\u0301'])('that begins with a character of several bytes: %s', (secret) => {
    expect(redactorOf(secret).redact(`vor ${secret}${secret} nach ${secret}`)).toBe(`vor ${MASK} nach ${MASK}`);
  });
});

describe('several secrets', () => {
  test('hits that overlap or touch become one mask', () => {
    expect(redactorOf('abc', 'cde').redact('xabcdey')).toBe(`x${MASK}y`);
    expect(redactorOf('ab', 'cd').redact('abcd')).toBe(MASK);
    expect(redactorOf('aa').redact('aaaaa')).toBe(MASK);
    expect(redactorOf('b', 'abc').redact('abc')).toBe(MASK);
  });

  test('a secret inside the beginning of another is found when the other is not', () => {
    expect(redactorOf('abcdef', 'cd').redact('abcdx')).toBe(`ab${MASK}x`);
  });

  test('one that is added later counts from then on', () => {
    const redactor = redactorOf('first');
    expect(redactor.redact('first second')).toBe(`${MASK} second`);
    redactor.add('second');
    redactor.add('t');
    expect(redactor.redact('first second')).toBe(`${MASK} ${MASK}`);
    expect(redactor.redact('at')).toBe(`a${MASK}`);
  });
});

describe('a secret of several lines', () => {
  const key = '-----BEGIN KEY-----\nMIIEpAIBAAKC\n}\nq83vzH1t\n-----END KEY-----\n';

  test('its first and last line are masked wherever they stand, those between only as whole lines', () => {
    const redactor = redactorOf(key);
    expect(redactor.redact('KEY=-----BEGIN KEY-----')).toBe(`KEY=${MASK}`);
    expect(redactor.redact('MIIEpAIBAAKC')).toBe(MASK);
    expect(redactor.redact('  q83vzH1t')).toBe(MASK);
    expect(redactor.redact('}')).toBe(MASK);
    expect(redactor.redact('{ a: 1 }')).toBe('{ a: 1 }');
    expect(redactor.redact('-----END KEY-----"')).toBe(`${MASK}"`);
  });

  test('it is masked inside a JSON string', () => {
    const redactor = redactorOf('a"quoted"\nsecrét');
    expect(redactor.redact(JSON.stringify({ value: 'a"quoted"\nsecrét' }))).toBe(`{"value":"${MASK}"}`);
    expect(redactor.redact(String.raw`json.dumps: "a\"quoted\"\nsecr\u00e9t"`)).toBe(`json.dumps: "${MASK}"`);
  });

  test('a text of several lines is masked line by line', () => {
    expect(redactorOf(key).redact(`the key:\n${key}`)).toBe(`the key:\n${MASK}\n${MASK}\n${MASK}\n${MASK}\n${MASK}\n`);
  });
});

describe('a secret as programs quote it', () => {
  const words = ['alpha1', 'bravo2', 'carol3'];
  const between = fc
    .array(
      fc.constantFrom(
        "'",
        '"',
        '\\',
        '\n',
        '\r\n',
        '\t',
        '$',
        '`',
        '^',
        '%',
        '!',
        ' ',
        '&',
        '\u2019',
        '\u00a0',
        'é',
        '😀',
        '\u{e0001}',
      ),
      {
        minLength: 1,
        maxLength: 4,
      },
    )
    .map((characters) => characters.join(''));
  const secret = fc
    .tuple(between, between)
    .map(([first, second]) => [words[0], first, words[1], second, words[2]].join(''));

  test.each(['repr_sh', 'repr_cmd', 'repr_pwsh', 'repr_py', 'repr_json'])('%s does not bring it out', (quote) => {
    const written = Expression.parse(`${quote}(["NAME=" + secret, "it's \\"", "K=" + secret])`, { syntax: 'expr' });
    fc.assert(
      fc.property(secret, (value) => {
        const symbols = new SymbolTable();
        symbols.set('secret', stringValue(value));
        const shown = redactorOf(value).redact(`run ${valueText(written.evaluate({ symbols, pathFormat: 'POSIX' }))}`);
        expect(words.filter((word) => shown.includes(word))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    ['dash -x', `+ login 'pass'"'"'word'`],
    ['bash -x', String.raw`+ login 'pass'\''word'`],
    ["bash's $'...'", String.raw`$'pass\'word'`],
    ['PowerShell', "login 'pass''word'"],
    ['printf %q', String.raw`login pass\'word`],
    ['declare -p', String.raw`declare -x P="pass\$word"`],
    ['json.dumps', String.raw`"pass\u007fword"`],
  ])('%s does not', (_, line) => {
    expect(redactorOf("pass'word", 'pass$word', 'pass\x7fword').redact(line)).not.toMatch(/pass|word/);
  });

  test('spaces around it, which a shell drops, do not bring it out', () => {
    expect(redactorOf('  hunter2 ').redact('login hunter2')).toBe(`login ${MASK}`);
  });

  test('half of a surrogate pair, which no process is given, does not bring out the rest', () => {
    expect(redactorOf('abc\ud800def').redact('abc\ufffddef')).toBe(MASK);
  });
});

/** Cuts a line as the reader of lines does, and glues what comes out. */
function redactCut(redactor: Redactor, line: string, sizes: readonly number[]): { text: string; lengths: number[] } {
  const pieces: string[] = [];
  let at = 0;
  for (const size of sizes) {
    if (at + size >= line.length) break;
    pieces.push(line.slice(at, at + size));
    at += size;
  }
  pieces.push(line.slice(at));
  const partOf = (index: number): LinePart => {
    if (pieces.length === 1) return 'whole';
    if (index === 0) return 'start';
    return index === pieces.length - 1 ? 'end' : 'middle';
  };
  const redacted = pieces.map((piece, index) => redactor.redactPart(piece, partOf(index)));
  return { text: redacted.join(''), lengths: redacted.map((piece) => piece.length) };
}

describe('a line that was cut', () => {
  test('a secret across the cut is masked once', () => {
    const redactor = redactorOf('correct horse');
    expect(redactor.redactPart('say correct h', 'start')).toBe('say ');
    expect(redactor.redactPart('orse battery', 'end')).toBe(`${MASK} battery`);
  });

  test('what only began like a secret is given out with the next part', () => {
    const redactor = redactorOf('correct horse');
    expect(redactor.redactPart('say correct h', 'start')).toBe('say ');
    expect(redactor.redactPart('amster', 'end')).toBe('correct hamster');
  });

  test('a secret that is across several cuts is masked once', () => {
    expect(redactCut(redactorOf('abcdefghij'), '__abcdefghij__', [3, 1, 1, 2, 3]).text).toBe(`__${MASK}__`);
  });

  test('a mask that was given out goes on behind the cut', () => {
    expect(redactCut(redactorOf('abc', 'cde'), 'abcde!', [3]).text).toBe(`${MASK}!`);
    expect(redactCut(redactorOf('aa'), 'a'.repeat(50), [7, 7, 7]).text).toBe(MASK);
  });

  test('nothing is held back over the end of the line', () => {
    const redactor = redactorOf('correct horse');
    expect(redactor.redactPart('x', 'start')).toBe('x');
    expect(redactor.redactPart('say correct h', 'end')).toBe('say correct h');
    expect(redactor.redactPart('orse', 'start')).toBe('orse');
  });

  test('a line that tells a secret longer than a line can be is hidden to its end', () => {
    const redactor = redactorOf();
    expect(redactor.redactPart('openjd_redacted_env: KEY=begin', 'start')).toBe(`openjd_redacted_env: ${MASK}`);
    expect(redactor.redactPart('going on', 'middle')).toBe(MASK);
    expect(redactor.redactPart('the end', 'end')).toBe(MASK);
    expect(redactor.redactPart('next', 'start')).toBe('next');
  });
});

describe('any secrets in any line', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'é', '😀'), maxLength: 40 });
  const secret = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'é', '😀'), minLength: 1, maxLength: 6 });
  // Ones that an escape would change are left to the examples above.
  const secrets = fc.array(secret, { maxLength: 12 });

  test('the automaton finds what comparing at every place finds', () => {
    fc.assert(
      fc.property(secrets, fc.array(text, { maxLength: 6 }), (values, lines) => {
        const redactor = new Redactor();
        for (const [index, value] of values.entries()) {
          redactor.add(value);
          const line = lines[index % Math.max(lines.length, 1)] ?? '';
          expect(redactor.redact(line)).toBe(referenceRedact(line, values.slice(0, index + 1)));
        }
      }),
      { numRuns: 3_000 },
    );
  });

  test('cutting a line changes nothing but the number of masks that touch', () => {
    fc.assert(
      fc.property(secrets, text, fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 20 }), (values, line, sizes) => {
        const redactor = redactorOf(...values);
        expect(joined(redactCut(redactor, line, sizes).text)).toBe(joined(redactor.redact(line)));
      }),
      { numRuns: 3_000 },
    );
  });
});

test('what surely holds no secret holds none, also of halves of surrogate pairs', () => {
  const high = '\ud83d';
  const low = '\ude00';
  const secrets = fc.array(
    fc.string({ unit: fc.constantFrom('a', 'b', 'é', '😀', high, low), minLength: 1, maxLength: 5 }),
    { maxLength: 4 },
  );
  const text = fc.string({ unit: fc.constantFrom('a', 'b', 'é', '😀', '\n'), maxLength: 40 });
  fc.assert(
    fc.property(secrets, text, (values, lines) => {
      const redactor = redactorOf(...values);
      const surelyNone = !redactor.mayHoldSecret(Buffer.from(lines));
      const held = lines.split('\n').some((line) => values.some((value) => line.includes(value)));
      expect(surelyNone && held).toBe(false);
      expect(surelyNone ? redactor.redact(lines) : lines).toBe(lines);
    }),
    { numRuns: 5_000 },
  );
  expect(redactorOf(`a${high}`).redact('a😀')).toBe(`${MASK}${low}`);
});

test('the lines in the middle of a secret are surely in no text that is without them', () => {
  const key = ['-----BEGIN KEY-----', 'MIIEvQIBADANBgkqhkiG9w0', 'AoIBAQC7VJTUt9Us8cKjMzE', '-----END KEY-----'].join(
    '\n',
  );
  const redactor = redactorOf(key);
  expect(redactor.mayHoldSecret(Buffer.from('frame 1: sampled\nframe 2: sampled\n'))).toBe(false);
  const text = 'before\n  MIIEvQIBADANBgkqhkiG9w0 \nbehind';
  expect(redactor.mayHoldSecret(Buffer.from(text))).toBe(true);
  expect(redactor.redact(text)).toBe(`before\n${MASK}\nbehind`);
  redactor.add('a secret\n}\nof three lines');
  expect(redactor.mayHoldSecret(Buffer.from('frame 1: sampled\n'))).toBe(true);
});

test('a text of many lines without any of many secrets surely holds none', () => {
  const redactor = redactorOf(...Array.from({ length: 1_000 }, (_, index) => `hush-${index}-${index * 7919}-quiet`));
  const lines = Array.from({ length: 20_000 }, (_, index) => `frame ${index}: hush, ${index * 7919} quiet tiles\n`);
  const certain = lines.filter((line) => !redactor.mayHoldSecret(Buffer.from(line)));
  expect(certain).toHaveLength(lines.length);
});

test.each(['x', 'xy', 'xyz', 'wxyz', 'hush-hush', 'a secret that is longer than any window of it'])(
  'the secret %j is not missed at any place of a text of any length',
  (secret) => {
    const redactor = redactorOf(secret, `${secret}, another`);
    for (let length = 0; length < 60; length++) {
      for (let place = 0; place <= length; place++) {
        const text = `${'.'.repeat(place)}${secret}${'.'.repeat(length - place)}`;
        expect(redactor.mayHoldSecret(Buffer.from(text)), text).toBe(true);
      }
      expect(redactor.mayHoldSecret(Buffer.from('.'.repeat(length)))).toBe(false);
    }
  },
);

describe('cost', () => {
  test('10,000 secrets, told one by one between lines of output, cost no more than seconds', () => {
    const redactor = new Redactor();
    const spent = milliseconds(() => {
      for (const secret of secretsOf(10_000)) {
        redactor.add(secret);
        expect(redactor.redact(`told ${secret} now`)).toBe(`told ${MASK} now`);
        redactor.redact('an ordinary line of output');
      }
    });
    expect(spent).toBeLessThan(4_000); // about 0.6 s; quadratic would be minutes
  }, 60_000);

  test('many times as many secrets cost about the same per line', () => {
    const lines = Array.from(
      { length: 20_000 },
      (_, index) => `line ${index} of a job that renders frame ${index * 3} and tells about it at some length`,
    );
    const spentWith = (count: number) => {
      const redactor = redactorOf(...secretsOf(count));
      const pass = () => {
        for (const line of lines) redactor.redact(line);
      };
      pass();
      return Math.min(...Array.from({ length: 5 }, () => milliseconds(pass)));
    };
    expect(spentWith(10_000)).toBeLessThan(40 * spentWith(10) + 20); // a loop over the values would be a thousand times
  }, 60_000);

  test('the worst line for a naive search, a secret that nearly occurs at each place, is linear', () => {
    const redactor = redactorOf(`${'a'.repeat(20_000)}b`);
    const line = 'a'.repeat(65_536);
    expect(milliseconds(() => expect(redactor.redact(line)).toBe(line))).toBeLessThan(1_000);
  });
});
