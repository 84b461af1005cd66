import fs from 'node:fs/promises';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { placeEmbeddedFiles, writeEmbeddedFiles } from '../../src/files/embedded-files.ts';
import { PathMappingFile } from '../../src/files/path-mapping-file.ts';
import { removeTree } from '../../src/files/remove-tree.ts';
import { writeCancelInfo } from '../../src/files/cancel-info.ts';
import { makeSessionFolders } from '../../src/files/working-directory.ts';
import { temporaryFolder } from '../session/harness.ts';

type File = Parameters<typeof placeEmbeddedFiles>[0][number];

function embeddedFile(name: string, filename?: string): File {
  return { name, ...(filename !== undefined && { filename }) } as File;
}

test('what cannot be removed is named, and everything else is removed', async () => {
  const root = await temporaryFolder();
  await fs.mkdir(path.join(root, 'tree', 'folder'), { recursive: true });
  for (const file of ['tree/a', 'tree/stuck', 'tree/folder/b']) await fs.writeFile(path.join(root, file), '');
  const unlink = fs.unlink;
  vi.spyOn(fs, 'rm').mockRejectedValue(Object.assign(new Error('busy'), { code: 'EBUSY' }));
  vi.spyOn(fs, 'unlink').mockImplementation((file) =>
    String(file).endsWith('stuck') ? Promise.reject(Object.assign(new Error('busy'), { code: 'EBUSY' })) : unlink(file),
  );
  expect(await removeTree(path.join(root, 'tree'))).toEqual([
    { path: path.join(root, 'tree', 'stuck'), reason: 'EBUSY' },
  ]);
  expect(await fs.readdir(path.join(root, 'tree'))).toEqual(['stuck']);
  vi.restoreAllMocks();
});

test('removing what is not there is fine, and links are removed without what they point at', async () => {
  const root = await temporaryFolder();
  await fs.mkdir(path.join(root, 'keep'));
  await fs.writeFile(path.join(root, 'keep', 'file'), '');
  await fs.mkdir(path.join(root, 'tree'));
  await fs.symlink(path.join(root, 'keep'), path.join(root, 'tree', 'link'));
  expect(await removeTree(path.join(root, 'tree'))).toEqual([]);
  expect(await removeTree(path.join(root, 'tree'))).toEqual([]);
  expect(await fs.readdir(path.join(root, 'keep'))).toEqual(['file']);
});

test('a working directory that is a link by then is not followed, even if the link itself cannot be removed', async () => {
  const root = await temporaryFolder();
  await fs.mkdir(path.join(root, 'keep'));
  await fs.writeFile(path.join(root, 'keep', 'file'), '');
  await fs.symlink(path.join(root, 'keep'), path.join(root, 'tree'));
  vi.spyOn(fs, 'rm').mockRejectedValue(Object.assign(new Error('refused'), { code: 'EACCES' }));
  vi.spyOn(fs, 'unlink').mockRejectedValue(Object.assign(new Error('refused'), { code: 'EACCES' }));
  expect(await removeTree(path.join(root, 'tree'))).toEqual([{ path: path.join(root, 'tree'), reason: 'EACCES' }]);
  vi.restoreAllMocks();
  expect(await fs.readdir(path.join(root, 'keep'))).toEqual(['file']);
});

test('the path mapping file is written once for the same rules, and again when they change', async () => {
  const mapping = new PathMappingFile(await makeSessionFolders(await temporaryFolder()));
  const rules = [{ sourcePathFormat: 'POSIX', sourcePath: '/a', destinationPath: '/b' }] as const;
  await mapping.write(rules);
  const { ino, mode } = await fs.stat(mapping.path);
  expect(mode & 0o777).toBe(0o600);
  await mapping.write(rules);
  expect((await fs.stat(mapping.path)).ino).toBe(ino);
  await mapping.write([...rules, { sourcePathFormat: 'URI', sourcePath: 's3://x', destinationPath: '/x' }]);
  expect(JSON.parse(await fs.readFile(mapping.path, 'utf8'))).toMatchObject({
    version: 'pathmapping-1.0',
    path_mapping_rules: [{}, { source_path_format: 'URI' }],
  });
});

test.each<[string, (file: string) => Promise<void>]>([
  ['is removed', fs.unlink],
  ['is written into', async (file) => fs.writeFile(file, '{}')],
  [
    'is replaced by one of the same size and times',
    async (file) => {
      const { size, atime, mtime } = await fs.stat(file);
      await fs.rename(file, `${file}.old`);
      await fs.writeFile(file, ' '.repeat(size));
      await fs.utimes(file, atime, mtime);
    },
  ],
  [
    'is replaced by a link to another',
    async (file) => {
      await fs.rename(file, `${file}.old`);
      await fs.symlink(`${file}.old`, file);
    },
  ],
])('a path mapping file that %s is written again for the next action', async (_, harm) => {
  const mapping = new PathMappingFile(await makeSessionFolders(await temporaryFolder()));
  const rules = [{ sourcePathFormat: 'POSIX', sourcePath: '/a', destinationPath: '/b' }] as const;
  await mapping.write(rules);
  const asWritten = await fs.readFile(mapping.path, 'utf8');
  await harm(mapping.path);
  await mapping.write(rules);
  expect((await fs.lstat(mapping.path)).isFile()).toBe(true);
  expect(await fs.readFile(mapping.path, 'utf8')).toBe(asWritten);
});

test('cancel_info.json has whole seconds in UTC, rounded up, and is never half written', async () => {
  const folders = await makeSessionFolders(await temporaryFolder());
  const folder = folders.workingDirectory;
  writeCancelInfo(folders, Date.UTC(2024, 1, 3, 4, 5, 6, 1));
  expect(JSON.parse(await fs.readFile(path.join(folder, 'cancel_info.json'), 'utf8'))).toEqual({
    NotifyEnd: '2024-02-03T04:05:07Z',
  });
  writeCancelInfo(folders, Date.UTC(2024, 1, 3, 4, 5, 6));
  expect(await fs.readFile(path.join(folder, 'cancel_info.json'), 'utf8')).toBe(
    '{"NotifyEnd":"2024-02-03T04:05:06Z"}\n',
  );
  expect(await fs.readdir(folder)).toEqual(['.openjd', 'cancel_info.json']);
});

test('files without a filename get one that no other file has', () => {
  const placed = placeEmbeddedFiles(
    [embeddedFile('Run'), embeddedFile('Other', 'Run'), embeddedFile('Third')],
    '/files',
  );
  expect(placed.map((one) => one.path)).toEqual(['/files/Run_1', '/files/Run', '/files/Third']);
});

test('nor one that is the same or a device on Windows', () => {
  const files = ['Run', 'RUN', 'Nul', 'COM1', 'Console'].map((name) => embeddedFile(name));
  const placed = placeEmbeddedFiles([embeddedFile('Other', 'run'), ...files], '/files');
  expect(placed.map((one) => path.basename(one.path))).toEqual(['run', 'Run_1', 'RUN_2', 'Nul_1', 'COM1_1', 'Console']);
});

test('of two files with one filename the later one is there, however long the other one is', async () => {
  const folders = await makeSessionFolders(await temporaryFolder());
  const folder = path.join(folders.filesDirectory, 'task');
  const placed = placeEmbeddedFiles([embeddedFile('Long', 'x'), embeddedFile('Short', 'x')], folder);
  const contents = ['long'.repeat(2_000_000), 'short'];
  await writeEmbeddedFiles(
    folders,
    'task',
    placed.map((one, index) => ({ placed: one, content: contents[index] ?? '' })),
  );
  expect(await fs.readFile(path.join(folder, 'x'), 'utf8')).toBe('short');
});
