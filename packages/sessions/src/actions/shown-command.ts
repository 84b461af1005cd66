import type { PreparedCommand } from './action-plan.ts';

const longestShownWord = 200;

/** A command for the log: readable, not for a shell. */
export function shownCommand({ command, args }: PreparedCommand): string {
  const words = [command, ...args].map((word) => shorten(/^[\w@%+=:,./-]+$/.test(word) ? word : JSON.stringify(word)));
  return withoutSecrets(words.join(' '));
}

function shorten(word: string): string {
  return word.length <= longestShownWord ? word : `${word.slice(0, longestShownWord)}... (${word.length} characters)`;
}

/** A command that prints a secret names it: nothing behind the message is shown. */
function withoutSecrets(text: string): string {
  return text.replace(/(openjd_redacted_env:).*/is, '$1 ********');
}
