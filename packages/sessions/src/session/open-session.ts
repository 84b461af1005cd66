import { removeTree } from '../files/remove-tree.ts';
import { checkSessionRoot } from '../files/session-root.ts';
import { makeSessionFolders } from '../files/working-directory.ts';
import { errorText } from '../errors/error-text.ts';
import type { LosslessSink } from '../logs/lossless-sink.ts';
import { abandonSinks, openSinks } from '../logs/open-sinks.ts';
import { isProcessUser, type SessionUser } from '../users/open-user.ts';
import { defaultPorts } from './default-ports.ts';
import { SessionError } from '../errors/session-error.ts';
import type { SessionOptions, SessionPorts } from './session-options.ts';
import { SessionRuntime } from './session-runtime.ts';

/** Makes the folders of a session and its inside. */
export async function openSession(sessionId: string, options: SessionOptions): Promise<SessionRuntime> {
  const ports = { ...defaultPorts(options.ports?.clock), ...options.ports };
  const root = await checkSessionRoot(options.sessionRoot, ports.platform);
  const { user } = options;
  const isSelf = user === undefined || (await isProcessUser(user));
  const runtime = await openWithSinks(options.sinks ?? [], () =>
    isSelf ? openAsSelf(sessionId, options, ports, root.path) : openForUser(sessionId, options, ports, root.path, user),
  );
  const { folders } = runtime;
  runtime.log('file-path', `Session ${sessionId} works in ${folders.workingDirectory}`, 'info');
  for (const { message } of root.warnings) runtime.log('host-info', message, 'warning');
  return runtime;
}

/** Sinks first: opening one changes nothing on the host that would have to be undone. */
async function openWithSinks(
  sinks: readonly LosslessSink[],
  open: () => Promise<SessionRuntime>,
): Promise<SessionRuntime> {
  let runtime: SessionRuntime | undefined;
  await openSinks(sinks, (problem) => runtime?.log('exception', problem, 'error')).catch((error: unknown) => {
    if (error instanceof SessionError) throw error;
    throw new SessionError('sink', `A sink could not be opened: ${errorText(error)}`, { cause: error });
  });
  try {
    runtime = await open();
    return runtime;
  } catch (error) {
    await abandonSinks(sinks);
    throw error;
  }
}

async function openAsSelf(
  sessionId: string,
  options: SessionOptions,
  ports: SessionPorts,
  root: string,
): Promise<SessionRuntime> {
  const folders = await makeSessionFolders(root);
  try {
    return new SessionRuntime(sessionId, options, ports, folders);
  } catch (error) {
    await removeTree(folders.workingDirectory);
    throw error;
  }
}

async function openForUser(
  sessionId: string,
  options: SessionOptions,
  ports: SessionPorts,
  root: string,
  user: SessionUser,
): Promise<SessionRuntime> {
  const { folders, acting } = await ports.openUser(user, root, ports.platform);
  const { spawn, escapes, hostVariables } = acting;
  try {
    return new SessionRuntime(sessionId, options, { ...ports, spawn, escapes, hostVariables }, folders, acting);
  } catch (error) {
    await acting.close();
    await acting.removeWorkingDirectory();
    throw error;
  }
}
