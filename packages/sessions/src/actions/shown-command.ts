import type { PreparedCommand } from './action-plan.ts';

const longestShownWord = 200;

/** A command for the log: readable, not for a shell. Redacted word by word, before a long one is cut: the half of a secret is not found any more. */
export function shownCommand(
  { command, args }: Pick<PreparedCommand, 'command' | 'args'>,
  redact: (text: string) => string,
): string {
  const words = [command, ...args].map((word) => shown(redact(withoutSecrets(word))));
  return withoutSecrets(words.join(' '));
}

function shown(word: string): string {
  const shortened =
    word.length <= longestShownWord ? word : `${word.slice(0, longestShownWord)}... (${word.length} characters)`;
  return /^[\w@%+=:,./*-]+$/.test(word) ? shortened : JSON.stringify(shortened);
}

/** A command that prints a secret names it: nothing behind the message is shown. */
function withoutSecrets(text: string): string {
  return text.replace(/(openjd_redacted_env:).*/is, '$1 ********');
}
