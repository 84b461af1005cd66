import { readFile } from 'node:fs/promises';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import type { Session } from '@ojd/sessions';
import { dashboard } from '../../../../examples/dashboard.ts';
import { watchTask } from '../../../../examples/watching-a-task.ts';
import { realSession, temporaryFolder } from '../session/harness.ts';
import { sh, step, taskParameters } from '../session/templates.ts';
import { ChromiumPage, findChromium } from './headless-chromium.ts';

async function serve(session: Session): Promise<string> {
  const server = dashboard(session).listen(0, '127.0.0.1');
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const chromium = findChromium();

test.skipIf(chromium === undefined)(
  'the dashboard shows tasks, their progress and their ends in a browser (skipped without Chromium)',
  async () => {
    const session = await realSession();
    const url = await serve(session);
    const page = await ChromiumPage.open(chromium ?? '', await temporaryFolder(), url);
    try {
      await session.runTask(step(sh('echo "openjd_progress: 40"'), { name: 'Render' }), taskParameters({ Frame: '7' }));
      const action = session.runTask(
        step(sh('echo "openjd_progress: 60"; echo "openjd_status: <b>sampling</b>"; sleep 1000'), { name: 'Comp' }),
      );
      const rows =
        '[...document.querySelectorAll("tr")].map((row) => row.innerText.trim() + " " + row.querySelector("progress").value)';
      const shown = () => page.evaluate(rows);
      await expect
        .poll(shown, { timeout: 20_000 })
        .toEqual(['Render {"Frame":"7"}\t\tsuccess: exited with code 0 40', 'Comp {}\t\t<b>sampling</b> 60']);
      action.cancel();
      await expect.poll(shown, { timeout: 5_000 }).toContainEqual('Comp {}\t\tcanceled: canceled 60');
    } finally {
      await page.close();
    }
  },
  60_000,
);

test('the dashboard sends the history and the news as server-sent events, and stops when the browser leaves', async () => {
  const session = await realSession();
  await session.runTask(step(sh('echo "openjd_progress: 40"')));
  const leaving = new AbortController();
  const response = await fetch(`${await serve(session)}/events`, { signal: leaving.signal });
  expect(response.headers.get('content-type')).toBe('text/event-stream');
  const first = await response.body?.getReader().read();
  const types = (JSON.parse(new TextDecoder().decode(first?.value).slice('data: '.length)) as { type: string }[]).map(
    ({ type }) => type,
  );
  expect(types).toEqual(['started', 'progress', 'ended']);
  leaving.abort();
});

test('the dashboard is one page of code', async () => {
  const lines = (await readFile(new URL('../../../../examples/dashboard.ts', import.meta.url), 'utf8')).split('\n');
  expect(
    lines.slice(
      0,
      lines.findIndex((line) => line.startsWith('async function main')),
    ).length,
  ).toBeLessThanOrEqual(60);
});

test('a task is watched with for await, and canceled from inside the loop', async () => {
  const session = await realSession();
  const told = await watchTask(session, step(sh('echo start; echo "openjd_progress: 95"; sleep 1000')), {});
  expect(told).toEqual(['start', 'openjd_progress: 95', '95 %', 'canceled: canceled (good enough)']);
});
