import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** The variable that names an interpreter in which openjd-model and openjd-sessions are installed. */
export const PYTHON_VARIABLE = 'OJD_PEER_PYTHON';

/**
 * The Python implementation in a process of its own, which measures what it is asked to, one request after the other.
 * @returns {Promise<{ ask(request: object): Promise<number>, versions: string, close(): void } | { missing: string }>}
 */
export async function pythonPeer() {
  const python = process.env[PYTHON_VARIABLE];
  if (python === undefined || python === '') return { missing: `${PYTHON_VARIABLE} is not set` };
  const program = fileURLToPath(new URL('python-peer.py', import.meta.url));
  const child = spawn(python, [program], { stdio: ['pipe', 'pipe', 'inherit'] });
  const failed = new Promise((_, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`${python} ended with ${code}`)));
  });
  failed.catch(() => undefined); // told to whoever asks
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const nextLine = async () => {
    const { value, done } = await Promise.race([lines.next(), failed]);
    return done ? await failed : JSON.parse(value);
  };
  try {
    const { versions } = await nextLine();
    return {
      versions,
      async ask(request) {
        child.stdin.write(`${JSON.stringify(request)}\n`);
        const answer = await nextLine();
        return answer.ms;
      },
      close: () => child.stdin.end(),
    };
  } catch (error) {
    return { missing: `${PYTHON_VARIABLE} is not usable: ${error.message}` };
  }
}
