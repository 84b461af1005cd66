import { describe, expect, test } from 'vitest';
import { type FileProbe, findCommand } from '../../src/processes/find-command.ts';

function fold(path: string): string {
  return path.toLowerCase();
}

/** A file system that holds these files; a name that ends in `/` is a folder, one that ends in `!` is not executable. */
function files(...names: string[]): FileProbe {
  const known = new Set(names.map((name) => fold(name.replace(/[!/]$/, ''))));
  return {
    kind: (path) =>
      known.has(fold(path))
        ? names.some((name) => fold(name) === `${fold(path)}/`)
          ? 'directory'
          : 'file'
        : undefined,
    isExecutable: (path) => !names.some((name) => fold(name) === `${fold(path)}!`),
  };
}

function findOnPosix(command: string, PATH: string | undefined, probe: FileProbe): string {
  return findCommand({ command, env: PATH === undefined ? {} : { PATH }, cwd: '/work' }, 'linux', probe);
}

describe('a command on POSIX', () => {
  test('is the first executable file of that name in PATH', () => {
    expect(findOnPosix('tool', '/a:/b:/c', files('/b/tool', '/c/tool'))).toBe('/b/tool');
  });

  test('a file that may not be executed and a folder of that name do not end the search', () => {
    expect(findOnPosix('tool', '/a:/b:/c', files('/a/tool/', '/b/tool!', '/c/tool'))).toBe('/c/tool');
  });

  test('an empty or relative entry of PATH is taken from the working directory', () => {
    expect(findOnPosix('tool', '/a::/b', files('/work/tool', '/b/tool'))).toBe('./tool');
    expect(findOnPosix('tool', 'bin', files('/work/bin/tool'))).toBe('bin/tool');
    expect(findOnPosix('tool', '.', files('/work/tool'))).toBe('./tool');
  });

  test('without PATH the system folders are searched', () => {
    expect(findOnPosix('tool', undefined, files('/usr/bin/tool'))).toBe('/usr/bin/tool');
  });

  test('with a slash it is a path, relative to the working directory', () => {
    expect(findOnPosix('bin/tool', '/a', files('/work/bin/tool'))).toBe('bin/tool');
  });

  test('an empty command is told apart from one that is not found', () => {
    expect(() => findOnPosix('', '/a', files())).toThrow(
      'The command is empty: expected the name or path of a program.',
    );
    expect(() => findOnPosix('tool', '', files())).toThrow(
      "The command 'tool' was not found (PATH is empty). Install it, add its folder to PATH, or give its full path.",
    );
    expect(() => findOnPosix('echo hello', '/bin', files())).toThrow(
      "The command 'echo hello' was not found (searched PATH: /bin). A command is the name of one program: what follows the first space is probably meant as args.",
    );
  });
});

describe('a command on Windows', () => {
  const env = { Path: String.raw`C:\tools;"C:\Program Files\App";`, PATHEXT: '.COM;.EXE;.BAT;.CMD;.PY' };
  const find = (command: string, probe: FileProbe, variables: Record<string, string> = env) =>
    findCommand({ command, env: variables, cwd: String.raw`D:\session` }, 'win32', probe);

  test('is found with the extensions of PATHEXT, in their order', () => {
    expect(find('tool', files(String.raw`C:\tools\tool.bat`, String.raw`C:\tools\tool.exe`))).toBe(
      String.raw`C:\tools\tool.EXE`,
    );
  });

  test('the working directory comes before PATH, and Path is PATH', () => {
    expect(find('tool', files(String.raw`D:\session\tool.cmd`, String.raw`C:\tools\tool.exe`))).toBe(
      String.raw`D:\session\tool.CMD`,
    );
  });

  test('a quoted entry of PATH is read without its quotes', () => {
    expect(find('app.exe', files(String.raw`C:\Program Files\App\app.exe`))).toBe(
      String.raw`C:\Program Files\App\app.exe`,
    );
  });

  test('a name with one of the extensions is taken as it stands, then with another', () => {
    expect(find('tool.py', files(String.raw`C:\tools\tool.py`))).toBe(String.raw`C:\tools\tool.py`);
    expect(find('tool.py', files(String.raw`C:\tools\tool.py.exe`))).toBe(String.raw`C:\tools\tool.py.EXE`);
  });

  test('a name without one of the extensions is never run as it stands', () => {
    const probe = files(String.raw`C:\tools\tool`, String.raw`C:\tools\tool.ps1`);
    expect(() => find('tool', probe)).toThrow("The command 'tool' was not found");
    expect(() => find('tool.ps1', probe)).toThrow("The command 'tool.ps1' was not found");
  });

  test('a path is found relative to the working directory, with either slash, and with an extension added', () => {
    expect(find('bin/tool', files(String.raw`D:\session\bin\tool.exe`))).toBe(String.raw`D:\session\bin\tool.EXE`);
    expect(find(String.raw`E:\tool`, files(String.raw`E:\tool.bat`))).toBe(String.raw`E:\tool.BAT`);
  });

  test('a script that only another program can run is refused with what to do', () => {
    expect(() => find(String.raw`.\run.ps1`, files(String.raw`D:\session\run.ps1`))).toThrow(
      /not executable: its extension is not one of PATHEXT .* Name the program that runs it as the command\./,
    );
  });

  test('without PATHEXT the usual extensions are tried', () => {
    expect(find('tool', files(String.raw`C:\tools\tool.cmd`), { PATH: String.raw`C:\tools` })).toBe(
      String.raw`C:\tools\tool.CMD`,
    );
  });
});
