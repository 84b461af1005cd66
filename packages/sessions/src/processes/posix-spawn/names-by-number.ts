/** Turns Node's table of a system's constants around; of several names for one number the first is the usual one (`SIGABRT`, not `SIGIOT`). */
export function namesByNumber(table: Readonly<Record<string, number>>): ReadonlyMap<number, string> {
  const names = new Map<number, string>();
  for (const [name, number] of Object.entries(table)) if (!names.has(number)) names.set(number, name);
  return names;
}
