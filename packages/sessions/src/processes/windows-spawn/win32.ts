import type * as Koffi from 'koffi';
import { bindNative } from '../native-calls.ts';

/** A handle of the system; 0 and -1 are none. */
export type Handle = number;

/** A process that was made and put into its job before it ran a single instruction. */
export interface JobProcess {
  readonly pid: number;
  readonly process: Handle;
  readonly job: Handle;
  /** Whether it is in the console of this program, the only place where CTRL_BREAK can be sent to. */
  readonly sharesConsole: boolean;
}

/** Whom a process is to run as: a token that CreateProcessAsUserW takes, or what CreateProcessWithLogonW logs on with. */
export type ProcessOwner =
  | { readonly token: Handle }
  | {
      readonly user: string;
      /** Null: a local user, or a name with an `@`. */
      readonly domain: string | null;
      /** UTF-16, ended by a NUL. */
      readonly password: Buffer;
    };

/** What a process is to be made of. */
export interface ProcessDescription {
  /** Full path of the program. */
  readonly program: string;
  readonly commandLine: string;
  readonly environment: Buffer;
  readonly cwd: string;
  /** Its stdout and stderr. */
  readonly output: Handle;
  /** Default: the user of this program. */
  readonly owner?: ProcessOwner;
  /** A job that the process, with its own job, belongs to as well. */
  readonly within?: Handle;
}

/** The system calls that a process of a Session is started and ended with on Windows. */
export interface Win32 {
  /** Opens a named pipe's client end, or `NUL`, so that a process can inherit it. Throws {@link Win32Error}. */
  open(path: string, access: 'read' | 'write'): Handle;
  close(handle: Handle): void;
  /** Leader of a process group and of a job of its own; inherits stdin (empty), stdout and stderr, and nothing else. Throws {@link Win32Error}. */
  create(description: ProcessDescription): JobProcess;
  /** A job that ends all in it when its handle is closed, also by the end of this program. Throws {@link Win32Error}. */
  createJob(): Handle;
  /** The pids of all processes in the job. */
  processesIn(job: Handle): readonly number[];
  /** The exit code, or undefined while it runs. */
  exitCode(process: Handle): number | undefined;
  terminateProcess(process: Handle): boolean;
  /** Ends all processes of the job; false when there is none any more. */
  terminateJob(job: Handle): boolean;
  /** CTRL_BREAK to the process group, which works only within one console; false without. */
  sendCtrlBreak(pid: number): boolean;
  /** Gives this program a console, if it has none: for services, where nobody sees its window. */
  ensureConsole(): void;
}

/** A call of the system that failed, by the number of `GetLastError`. */
export class Win32Error extends Error {
  override readonly name = 'Win32Error';
  readonly code: string;
  readonly number: number;

  constructor(call: string, number: number) {
    super(`${call} failed with error ${number}`);
    this.number = number;
    this.code = ERROR_CODES[number] ?? `WIN32_${number}`;
  }
}

const ERROR_CODES: Readonly<Record<number, string>> = {
  2: 'ENOENT',
  3: 'ENOENT',
  4: 'EMFILE',
  5: 'EACCES',
  8: 'ENOMEM',
  14: 'ENOMEM',
  87: 'EINVAL',
  193: 'ENOEXEC',
  206: 'E2BIG',
  216: 'ENOEXEC',
  267: 'ENOENT',
  740: 'EACCES',
  1314: 'EPERM',
  1326: 'EACCES',
  1450: 'ENOMEM',
};

const GENERIC_READ = 0x8000_0000;
const GENERIC_WRITE = 0x4000_0000;
const OPEN_EXISTING = 3;
const SHARE_READ_WRITE = 3;
const LOGON_WITH_PROFILE = 1;
const CREATE_SUSPENDED = 0x0000_0004;
const CREATE_NEW_PROCESS_GROUP = 0x0000_0200;
const CREATE_UNICODE_ENVIRONMENT = 0x0000_0400;
const EXTENDED_STARTUPINFO_PRESENT = 0x0008_0000;
const CREATE_NO_WINDOW = 0x0800_0000;
const STARTF_USESHOWWINDOW = 0x0000_0001;
const STARTF_USESTDHANDLES = 0x0000_0100;
const PROC_THREAD_ATTRIBUTE_HANDLE_LIST = 0x0002_0002;
const JOB_OBJECT_BASIC_ACCOUNTING_INFORMATION = 1;
const JOB_OBJECT_BASIC_PROCESS_ID_LIST = 3;
const JOB_OBJECT_EXTENDED_LIMIT_INFORMATION = 9;
const JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE = 0x2000;
/** Of JOBOBJECT_EXTENDED_LIMIT_INFORMATION, and in it. */
const EXTENDED_LIMITS_BYTES = 144;
const LIMIT_FLAGS_OFFSET = 16;
/** So many processes of a job are listed at once. */
const MOST_LISTED = 1_024;
const WAIT_OBJECT_0 = 0;
const CTRL_BREAK_EVENT = 1;
/** What a process that is ended from outside answers; nobody reads it, the exit says SIGKILL. */
const KILLED_EXIT_CODE = 1;

/** Binds the functions of the system; throws {@link NativeCallsUnavailableError} where that can't be done. */
export function loadWin32(): Win32 {
  return bindNative(['win32'], bind);
}

function bind(koffi: typeof Koffi): Win32 {
  const kernel32 = koffi.load('kernel32.dll');
  const declare = (declaration: string) => kernel32.func(declaration);
  const lastError = declare('uint32_t __stdcall GetLastError()');
  const createFile = declare(
    'intptr_t __stdcall CreateFileW(str16 path, uint32_t access, uint32_t share, void *security, uint32_t disposition, uint32_t flags, intptr_t template)',
  );
  const closeHandle = declare('int __stdcall CloseHandle(intptr_t handle)');
  const createProcess = declare(
    'int __stdcall CreateProcessW(str16 program, void *commandLine, void *processSecurity, void *threadSecurity, int inherit, uint32_t flags, void *environment, str16 cwd, void *startup, void *made)',
  );
  const advapi32 = koffi.load('advapi32.dll');
  const createProcessAsUser = advapi32.func(
    'int __stdcall CreateProcessAsUserW(intptr_t token, str16 program, void *commandLine, void *processSecurity, void *threadSecurity, int inherit, uint32_t flags, void *environment, str16 cwd, void *startup, void *made)',
  );
  const createProcessWithLogon = advapi32.func(
    'int __stdcall CreateProcessWithLogonW(str16 user, str16 domain, void *password, uint32_t logon, str16 program, void *commandLine, uint32_t flags, void *environment, str16 cwd, void *startup, void *made)',
  );
  const resumeThread = declare('uint32_t __stdcall ResumeThread(intptr_t thread)');
  const createJob = declare('intptr_t __stdcall CreateJobObjectW(void *security, void *name)');
  const assignToJob = declare('int __stdcall AssignProcessToJobObject(intptr_t job, intptr_t process)');
  const terminateJob = declare('int __stdcall TerminateJobObject(intptr_t job, uint32_t exitCode)');
  const queryJob = declare(
    'int __stdcall QueryInformationJobObject(intptr_t job, int kind, void *information, uint32_t length, void *returned)',
  );
  const setJob = declare(
    'int __stdcall SetInformationJobObject(intptr_t job, int kind, void *information, uint32_t length)',
  );
  const terminateProcess = declare('int __stdcall TerminateProcess(intptr_t process, uint32_t exitCode)');
  const wait = declare('uint32_t __stdcall WaitForSingleObject(intptr_t handle, uint32_t milliseconds)');
  const getExitCode = declare('int __stdcall GetExitCodeProcess(intptr_t process, void *exitCode)');
  const ctrlEvent = declare('int __stdcall GenerateConsoleCtrlEvent(uint32_t event, uint32_t group)');
  const allocConsole = declare('int __stdcall AllocConsole()');
  const consoleProcesses = declare('uint32_t __stdcall GetConsoleProcessList(void *pids, uint32_t count)');
  const initializeAttributes = declare(
    'int __stdcall InitializeProcThreadAttributeList(void *list, uint32_t count, uint32_t flags, void *size)',
  );
  const updateAttribute = declare(
    'int __stdcall UpdateProcThreadAttribute(void *list, uint32_t flags, uintptr_t attribute, void *value, uintptr_t size, void *previous, void *returned)',
  );
  const deleteAttributes = declare('void __stdcall DeleteProcThreadAttributeList(void *list)');

  const failure = (call: string) => new Win32Error(call, Number(lastError()));
  const hasConsole = () => Number(consoleProcesses(new Uint32Array(1), 1)) > 0;

  const open: Win32['open'] = (path, access) => {
    const handle: Handle = createFile(
      path,
      access === 'read' ? GENERIC_READ : GENERIC_WRITE,
      SHARE_READ_WRITE,
      inheritable(),
      OPEN_EXISTING,
      0,
      0,
    );
    if (handle === -1) throw failure(`CreateFile(${path})`);
    return handle;
  };

  const create: Win32['create'] = ({ program, commandLine, environment, cwd, output, owner, within }) => {
    const shares = hasConsole();
    const nul = open('NUL', 'read');
    const job: Handle = createJob(null, null);
    const size = new BigUint64Array(1);
    initializeAttributes(null, 1, 0, size);
    const attributes = Buffer.alloc(Number(size[0]));
    initializeAttributes(attributes, 1, 0, size);
    const inherited = new BigInt64Array([nul, output].map(BigInt));
    updateAttribute(attributes, 0, PROC_THREAD_ATTRIBUTE_HANDLE_LIST, inherited, inherited.byteLength, null, null);
    const made = Buffer.alloc(24);
    try {
      const flags =
        CREATE_SUSPENDED |
        CREATE_NEW_PROCESS_GROUP |
        CREATE_UNICODE_ENVIRONMENT |
        EXTENDED_STARTUPINFO_PRESENT |
        // CTRL_BREAK reaches only those who share our console; without one nobody is to see a window.
        (shares ? 0 : CREATE_NO_WINDOW);
      const startup = startupInfo(nul, output, koffi.address(attributes));
      const words = Buffer.from(`${commandLine}\0`, 'utf16le');
      if (owner === undefined) {
        if (createProcess(program, words, null, null, 1, flags, environment, cwd, startup, made) === 0)
          throw failure('CreateProcess');
      } else if ('token' in owner) {
        const { token } = owner;
        if (createProcessAsUser(token, program, words, null, null, 1, flags, environment, cwd, startup, made) === 0)
          throw failure('CreateProcessAsUser');
      } else {
        // It knows no list of handles: the service that makes the process hands it the three of its streams, and no other.
        // Its console is always one of its own, which a hidden window stands for.
        const plain = flags & ~(EXTENDED_STARTUPINFO_PRESENT | CREATE_NO_WINDOW);
        const { user, domain, password } = owner;
        const asked = [program, words, plain, environment, cwd, startupInfo(nul, output), made];
        if (createProcessWithLogon(user, domain, password, LOGON_WITH_PROFILE, ...asked) === 0)
          throw failure('CreateProcessWithLogon');
      }
      const process = Number(made.readBigInt64LE(0));
      const thread = Number(made.readBigInt64LE(8));
      // The outer one first: a job that has members can't be put into another.
      const isInJob = (within === undefined || assignToJob(within, process) !== 0) && assignToJob(job, process) !== 0;
      const refused = isInJob ? undefined : failure('AssignProcessToJobObject');
      // It has not run yet: without its job, nobody could answer for what it starts.
      if (isInJob) resumeThread(thread);
      else terminateProcess(process, KILLED_EXIT_CODE);
      closeHandle(thread);
      if (refused !== undefined) {
        closeHandle(process);
        throw refused;
      }
      const sharesConsole = shares && (owner === undefined || 'token' in owner);
      return { pid: made.readUInt32LE(16), process, job, sharesConsole };
    } catch (error) {
      closeHandle(job);
      throw error;
    } finally {
      deleteAttributes(attributes);
      closeHandle(nul);
    }
  };

  return {
    open,
    close: (handle) => void closeHandle(handle),
    create,
    createJob() {
      const job: Handle = createJob(null, null);
      if (job === 0) throw failure('CreateJobObject');
      const limits = Buffer.alloc(EXTENDED_LIMITS_BYTES);
      limits.writeUInt32LE(JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE, LIMIT_FLAGS_OFFSET);
      if (setJob(job, JOB_OBJECT_EXTENDED_LIMIT_INFORMATION, limits, limits.length) === 0) {
        const refused = failure('SetInformationJobObject');
        closeHandle(job);
        throw refused;
      }
      return job;
    },
    processesIn(job) {
      const list = Buffer.alloc(8 + 8 * MOST_LISTED);
      queryJob(job, JOB_OBJECT_BASIC_PROCESS_ID_LIST, list, list.length, null);
      return Array.from({ length: list.readUInt32LE(4) }, (_, index) => Number(list.readBigUInt64LE(8 + 8 * index)));
    },
    exitCode(process) {
      if (wait(process, 0) !== WAIT_OBJECT_0) return undefined;
      const code = new Uint32Array(1);
      getExitCode(process, code);
      return code[0];
    },
    terminateProcess: (process) => terminateProcess(process, KILLED_EXIT_CODE) !== 0,
    terminateJob(job) {
      const accounting = Buffer.alloc(48);
      queryJob(job, JOB_OBJECT_BASIC_ACCOUNTING_INFORMATION, accounting, accounting.length, null);
      const active = accounting.readUInt32LE(ACTIVE_PROCESSES_OFFSET);
      return terminateJob(job, KILLED_EXIT_CODE) !== 0 && active > 0;
    },
    sendCtrlBreak: (pid) => hasConsole() && ctrlEvent(CTRL_BREAK_EVENT, pid) !== 0,
    ensureConsole: () => void (hasConsole() || allocConsole()),
  };
}

/** In JOBOBJECT_BASIC_ACCOUNTING_INFORMATION. */
const ACTIVE_PROCESSES_OFFSET = 40;

/** SECURITY_ATTRIBUTES of a handle that a process may inherit. */
function inheritable(): Buffer {
  const attributes = Buffer.alloc(24);
  attributes.writeUInt32LE(attributes.length, 0);
  attributes.writeInt32LE(1, 16);
  return attributes;
}

/** STARTUPINFOEXW of a 64-bit Windows, or without attributes STARTUPINFOW. */
function startupInfo(input: Handle, output: Handle, attributes?: bigint): Buffer {
  const startup = Buffer.alloc(attributes === undefined ? 104 : 112);
  startup.writeUInt32LE(startup.length, 0);
  // The other 16 bits, how a window is shown, stay 0: hidden.
  startup.writeUInt32LE(STARTF_USESTDHANDLES | (attributes === undefined ? STARTF_USESHOWWINDOW : 0), 60);
  startup.writeBigInt64LE(BigInt(input), 80);
  startup.writeBigInt64LE(BigInt(output), 88);
  startup.writeBigInt64LE(BigInt(output), 96);
  if (attributes !== undefined) startup.writeBigUInt64LE(attributes, 104);
  return startup;
}
