import { Session } from '@ojd/sessions';

// As many actions as the argument says, one after the other, in one session.
const session = await Session.create({ sessionId: 'counted' });
for (let count = Number(process.argv[2]); count > 0; count--) {
  await session.runSubprocess({ command: '/bin/sh', args: ['-c', ':'] }).orThrow();
}
await session.close();
