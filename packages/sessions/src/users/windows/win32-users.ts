import type * as Koffi from 'koffi';
import { bindNative } from '../../processes/native-calls.ts';
import { type Handle, Win32Error } from '../../processes/windows-spawn/win32.ts';
import { decodeEnvironmentBlock } from './environment-block.ts';

/** A right of the token that this program runs with. */
export interface Privilege {
  /** `SeAssignPrimaryTokenPrivilege`, ... */
  readonly name: string;
  readonly enabled: boolean;
}

/** A user's profile that was loaded: its part of the registry. */
export type LoadedProfile = Handle;

/** The system calls for users, tokens and access lists; a fake in tests. Each throws {@link Win32Error} when it fails. */
export interface Win32Users {
  /** Logs a user on. The password is UTF-16, ended by a NUL. */
  logon(user: string, domain: string | null, password: Buffer): Handle;
  /** A token of one's own for the same logon. */
  duplicate(token: Handle): Handle;
  close(handle: Handle): void;
  /** The security identifier as text, `S-1-5-21-...`; of this program's user without a token. */
  sidOf(token?: Handle): string;
  /** The variables that a logon of this user begins with. */
  environmentOf(token: Handle): Readonly<Record<string, string>>;
  /** Undefined where this program may not do that. */
  loadProfile(token: Handle, user: string): LoadedProfile | undefined;
  unloadProfile(token: Handle, profile: LoadedProfile): void;
  /** Calls `look` with that user's eyes: the files that it may not see are not there. Nothing may be awaited in it. */
  impersonate<T>(token: Handle, look: () => T): T;
  privileges(): readonly Privilege[];
  /** Whether this program runs in session 0, where services do. */
  isService(): boolean;
  /** Makes a folder that never had another access list than this one, in SDDL. */
  makeFolder(path: string, descriptor: string): void;
  /** Gives a file or folder this access list, in SDDL, and no inherited one. */
  setAccess(path: string, descriptor: string): void;
  /** The owner and access list of a file or folder, in SDDL. */
  accessOf(path: string): string;
}

const LOGON32_LOGON_INTERACTIVE = 2;
const LOGON32_PROVIDER_DEFAULT = 0;
const TOKEN_QUERY = 0x8;
const TOKEN_ALL = 0xf01ff;
const SECURITY_IMPERSONATION = 2;
const TOKEN_PRIMARY = 1;
const TOKEN_USER = 1;
const TOKEN_PRIVILEGES = 3;
const SE_PRIVILEGE_ENABLED = 0x2;
const SDDL_REVISION_1 = 1;
const OWNER_AND_DACL = 0x1 | 0x4;
const DACL_PROTECTED = 0x4 | 0x8000_0000;
const PI_NOUI = 1;

/** Binds the functions; throws {@link NativeCallsUnavailableError} where that can't be done. */
export function loadWin32Users(): Win32Users {
  return bindNative(['win32'], bind);
}

/** What a call writes a handle or an address into. */
const slot = (): BigUint64Array => new BigUint64Array(1);
const value = (into: BigUint64Array): bigint => into[0] ?? 0n;

function bind(koffi: typeof Koffi): Win32Users {
  const kernel32 = koffi.load('kernel32.dll');
  const advapi32 = koffi.load('advapi32.dll');
  const userenv = koffi.load('userenv.dll');
  const lastError = kernel32.func('uint32_t __stdcall GetLastError()');
  const closeHandle = kernel32.func('int __stdcall CloseHandle(intptr_t handle)');
  const localFree = kernel32.func('void *__stdcall LocalFree(uint64_t memory)');
  const currentProcess = kernel32.func('intptr_t __stdcall GetCurrentProcess()');
  const sessionOf = kernel32.func('int __stdcall ProcessIdToSessionId(uint32_t pid, void *session)');
  const createDirectory = kernel32.func('int __stdcall CreateDirectoryW(str16 path, void *security)');
  const logonUser = advapi32.func(
    'int __stdcall LogonUserW(str16 user, str16 domain, void *password, uint32_t type, uint32_t provider, void *token)',
  );
  const duplicateToken = advapi32.func(
    'int __stdcall DuplicateTokenEx(intptr_t token, uint32_t access, void *security, int level, int type, void *copy)',
  );
  const openProcessToken = advapi32.func(
    'int __stdcall OpenProcessToken(intptr_t process, uint32_t access, void *token)',
  );
  const tokenInformation = advapi32.func(
    'int __stdcall GetTokenInformation(intptr_t token, int kind, void *information, uint32_t length, void *needed)',
  );
  const sidToString = advapi32.func('int __stdcall ConvertSidToStringSidW(uint64_t sid, void *text)');
  const privilegeName = advapi32.func(
    'int __stdcall LookupPrivilegeNameW(void *system, void *luid, void *name, void *length)',
  );
  const impersonateUser = advapi32.func('int __stdcall ImpersonateLoggedOnUser(intptr_t token)');
  const revert = advapi32.func('int __stdcall RevertToSelf()');
  const toDescriptor = advapi32.func(
    'int __stdcall ConvertStringSecurityDescriptorToSecurityDescriptorW(str16 text, uint32_t revision, void *descriptor, void *length)',
  );
  const fromDescriptor = advapi32.func(
    'int __stdcall ConvertSecurityDescriptorToStringSecurityDescriptorW(void *descriptor, uint32_t revision, uint32_t parts, void *text, void *length)',
  );
  const setFileSecurity = advapi32.func(
    'int __stdcall SetFileSecurityW(str16 path, uint32_t parts, uint64_t descriptor)',
  );
  const getFileSecurity = advapi32.func(
    'int __stdcall GetFileSecurityW(str16 path, uint32_t parts, void *descriptor, uint32_t length, void *needed)',
  );
  const createEnvironment = userenv.func(
    'int __stdcall CreateEnvironmentBlock(void *block, intptr_t token, int inherit)',
  );
  const destroyEnvironment = userenv.func('int __stdcall DestroyEnvironmentBlock(uint64_t block)');
  const loadUserProfile = userenv.func('int __stdcall LoadUserProfileW(intptr_t token, void *profile)');
  const unloadUserProfile = userenv.func('int __stdcall UnloadUserProfile(intptr_t token, intptr_t profile)');

  const check = (call: string, answer: number): void => {
    if (answer === 0) throw new Win32Error(call, Number(lastError()));
  };
  const textAt = (address: bigint, offset = 0): string => String(koffi.decode(address, offset, 'char16_t', -1));
  const takeText = (address: bigint): string => {
    const text = textAt(address);
    localFree(address);
    return text;
  };

  const information = (token: Handle, kind: number): Buffer => {
    const needed = new Uint32Array(1);
    tokenInformation(token, kind, null, 0, needed);
    const buffer = Buffer.alloc(needed[0] ?? 0);
    check('GetTokenInformation', tokenInformation(token, kind, buffer, buffer.length, needed));
    return buffer;
  };
  const withOwnToken = <T>(use: (token: Handle) => T): T => {
    const token = slot();
    check('OpenProcessToken', openProcessToken(currentProcess(), TOKEN_QUERY, token));
    try {
      return use(Number(value(token)));
    } finally {
      closeHandle(Number(value(token)));
    }
  };
  const sidOf = (token: Handle): string => {
    const text = slot();
    // TOKEN_USER begins with the address of the SID, which lies in the same buffer.
    const user = information(token, TOKEN_USER);
    check('ConvertSidToStringSid', sidToString(user.readBigUInt64LE(0), text));
    return takeText(value(text));
  };
  const withDescriptor = <T>(text: string, use: (descriptor: bigint) => T): T => {
    const descriptor = slot();
    check(`The access list ${text}`, toDescriptor(text, SDDL_REVISION_1, descriptor, null));
    try {
      return use(value(descriptor));
    } finally {
      localFree(value(descriptor));
    }
  };
  const nameOfPrivilege = (luid: Buffer): string => {
    const name = Buffer.alloc(256);
    const length = new Uint32Array([name.length / 2]);
    check('LookupPrivilegeName', privilegeName(null, luid, name, length));
    return name.toString('utf16le', 0, 2 * (length[0] ?? 0));
  };

  return {
    logon(user, domain, password) {
      const token = slot();
      check('LogonUser', logonUser(user, domain, password, LOGON32_LOGON_INTERACTIVE, LOGON32_PROVIDER_DEFAULT, token));
      return Number(value(token));
    },
    duplicate(token) {
      const copy = slot();
      check('DuplicateTokenEx', duplicateToken(token, TOKEN_ALL, null, SECURITY_IMPERSONATION, TOKEN_PRIMARY, copy));
      return Number(value(copy));
    },
    close: (handle) => void closeHandle(handle),
    sidOf: (token) => (token === undefined ? withOwnToken(sidOf) : sidOf(token)),
    environmentOf(token) {
      const block = slot();
      check('CreateEnvironmentBlock', createEnvironment(block, token, 0));
      try {
        return decodeEnvironmentBlock((offset) => textAt(value(block), offset));
      } finally {
        destroyEnvironment(value(block));
      }
    },
    loadProfile(token, user) {
      // PROFILEINFOW: size, flags, the user's name, ..., the key that is answered.
      const profile = Buffer.alloc(56);
      const name = Buffer.from(`${user}\0`, 'utf16le');
      profile.writeUInt32LE(profile.length, 0);
      profile.writeUInt32LE(PI_NOUI, 4);
      profile.writeBigUInt64LE(koffi.address(name), 8);
      if (loadUserProfile(token, profile) === 0) return undefined;
      return Number(profile.readBigInt64LE(48));
    },
    unloadProfile: (token, profile) => void unloadUserProfile(token, profile),
    impersonate(token, look) {
      check('ImpersonateLoggedOnUser', impersonateUser(token));
      try {
        return look();
      } finally {
        // Who can't go back would go on as somebody else: nothing that follows could be trusted.
        if (revert() === 0) process.abort();
      }
    },
    privileges: () =>
      withOwnToken((token) => {
        const list = information(token, TOKEN_PRIVILEGES);
        return Array.from({ length: list.readUInt32LE(0) }, (_, index) => {
          const at = 4 + 12 * index;
          const attributes = list.readUInt32LE(at + 8);
          return {
            name: nameOfPrivilege(Buffer.from(list.subarray(at, at + 8))),
            enabled: (attributes & SE_PRIVILEGE_ENABLED) !== 0,
          };
        });
      }),
    isService() {
      const session = new Uint32Array([1]);
      check('ProcessIdToSessionId', sessionOf(process.pid, session));
      return session[0] === 0;
    },
    makeFolder(path, text) {
      withDescriptor(text, (descriptor) => {
        // SECURITY_ATTRIBUTES
        const security = Buffer.alloc(24);
        security.writeUInt32LE(security.length, 0);
        security.writeBigUInt64LE(descriptor, 8);
        check(`CreateDirectory(${path})`, createDirectory(path, security));
      });
    },
    setAccess(path, text) {
      withDescriptor(text, (descriptor) =>
        check(`SetFileSecurity(${path})`, setFileSecurity(path, DACL_PROTECTED, descriptor)),
      );
    },
    accessOf(path) {
      const needed = new Uint32Array(1);
      getFileSecurity(path, OWNER_AND_DACL, null, 0, needed);
      const descriptor = Buffer.alloc(needed[0] ?? 0);
      check(`GetFileSecurity(${path})`, getFileSecurity(path, OWNER_AND_DACL, descriptor, descriptor.length, needed));
      const text = slot();
      check('The access list', fromDescriptor(descriptor, SDDL_REVISION_1, OWNER_AND_DACL, text, null));
      return takeText(value(text));
    },
  };
}
