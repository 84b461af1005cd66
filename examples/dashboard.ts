// A live view of a session in the browser: its events through rxjs into server-sent events, and a small page.
import { createServer, type Server } from 'node:http';
import { pathToFileURL } from 'node:url';
import { createJob, decodeJobTemplate, preprocessJobParameters, StepParameterSpaceIterator } from '@ojd/model';
import { Session } from '@ojd/sessions';
import { bufferTime, filter, map, type Observable } from 'rxjs';

const page = `<!doctype html><meta charset="utf-8"><title>Session</title>
<style>body { font: 16px system-ui } progress { width: 20em }</style>
<h1>Session</h1><table></table><script>
  const rows = new Map();
  new EventSource('/events').onmessage = ({ data }) => {
    for (const event of JSON.parse(data)) {
      if (event.type === 'started') {
        const row = document.querySelector('table').insertRow();
        row.innerHTML = '<td></td><td><progress max="100" value="0"></progress></td><td>running</td>';
        row.cells[0].textContent = event.name + ' ' + JSON.stringify(event.taskParameters ?? {});
        rows.set(event.actionId, row);
      }
      const row = rows.get(event.actionId);
      if (event.type === 'progress') row.querySelector('progress').value = event.progress;
      if (event.type === 'status') row.cells[2].textContent = event.message;
      if (event.type === 'ended') row.cells[2].textContent = event.result.state + ': ' + event.result.message;
    }
  };
</script>`;

/** What one browser is sent: the history, then every tenth of a second what is new. */
function serverSentEvents(session: Session): Observable<string> {
  return session.watch({ history: true }).pipe(
    filter(({ type }) => ['started', 'progress', 'status', 'ended'].includes(type)),
    bufferTime(100),
    filter((events) => events.length > 0),
    map((events) => `data: ${JSON.stringify(events)}\n\n`),
  );
}

export function dashboard(session: Session): Server {
  return createServer((request, response) => {
    if (request.url !== '/events') {
      response.writeHead(200, { 'content-type': 'text/html' }).end(page);
      return;
    }
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    const watching = serverSentEvents(session).subscribe((text) => response.write(text));
    response.on('close', () => watching.unsubscribe());
  });
}

async function main(): Promise<void> {
  const script = 'for (let i = 0; i <= 100; i += 10) setTimeout(() => console.log("openjd_progress: " + i), i * 20)';
  const template = decodeJobTemplate({
    specificationVersion: 'jobtemplate-2023-09',
    name: 'Dashboard',
    steps: [
      {
        name: 'Render',
        parameterSpace: { taskParameterDefinitions: [{ name: 'Frame', type: 'INT', range: '1-20' }] },
        script: { actions: { onRun: { command: 'node', args: ['-e', script] } } },
      },
    ],
  });
  const job = createJob(template, preprocessJobParameters(template, {}));
  await using session = await Session.create({ job });
  const server = dashboard(session).listen(8080, () => console.log('http://localhost:8080'));
  for (const step of job.steps) {
    for (const parameters of new StepParameterSpaceIterator(step.parameterSpace))
      await session.runTask(step, parameters);
  }
  server.close().closeAllConnections();
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main();
