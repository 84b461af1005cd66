// Access lists of the files of a session, in the Security Descriptor Definition Language: D (the list), P (nothing is inherited from above), then
// entries (A;where it applies;rights;;;who). OICI: the thing itself and all in it; OICIIO: all in it, not the thing itself.

const FULL = 'FA';
/** To read, and to execute or enter. */
const READ = '0x1200a9';
/** To read, write and execute, but not to remove or rename it, nor to change who may do what. */
const USE = '0x1201bf';
/** USE, and to remove it. */
const MODIFY = '0x1301bf';

/** Who may do anything with what the session made. */
export interface SessionOwners {
  /** The security identifier of this program's user. */
  readonly host: string;
  /** That of the user of the actions. */
  readonly user: string;
}

/**
 * The working directory: the user of the actions does in it what it likes, but can't put something else in its place. Nobody else gets in, the system's own
 * account and administrators included, as long as they don't take what they may always take.
 */
export function workingDirectoryAccess({ host, user }: SessionOwners): string {
  return `D:P(A;OICI;${FULL};;;${sid(host)})(A;;${USE};;;${sid(user)})(A;OICIIO;${MODIFY};;;${sid(user)})`;
}

/** The folder of the files that the host writes: the user of the actions reads and runs them, and changes none. */
export function hostFilesAccess({ host, user }: SessionOwners): string {
  return `D:P(A;OICI;${FULL};;;${sid(host)})(A;OICI;${READ};;;${sid(user)})`;
}

/** A root for sessions: everybody passes through it, only the host makes something in it. */
export function sessionRootAccess(host: string): string {
  return `D:P(A;OICI;${FULL};;;${sid(host)})(A;OICI;${FULL};;;SY)(A;OICI;${FULL};;;BA)(A;;${READ};;;WD)`;
}

/** Administrators, the system, and the installer of Windows. */
const TRUSTED_OWNERS = new Set(['BA', 'SY', 'S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464']);

/** Whether the owner in a descriptor is the host or one that could do anything anyway: the owner of a folder can replace what lies in it. */
export function hasTrustedOwner(descriptor: string, host: string): boolean {
  const owner = /^O:(S-[\d-]+|[A-Z]{2})/.exec(descriptor)?.[1];
  // The system writes LA for its own first account, whatever its whole identifier is.
  return owner === host || (owner === 'LA' && host.endsWith('-500')) || TRUSTED_OWNERS.has(owner ?? '');
}

const SID = /^S-1-\d+(-\d+)+$/;

/** Nothing that is no identifier may get into a list: it could add entries of its own. */
function sid(text: string): string {
  if (SID.test(text)) return text;
  throw new TypeError(`A security identifier looks like S-1-5-21-...; got ${JSON.stringify(text)}.`);
}
