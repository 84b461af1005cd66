export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Problems of expressions are phrases, so that they can stand in brackets; diagnostics are sentences. */
export function sentence(phrase: string): string {
  return capital(phrase) + (/[.?!]$/.test(phrase) ? '' : '.');
}
