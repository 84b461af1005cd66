import { kernelOutOfMemoryKills } from '../actions/out-of-memory.ts';
import { platformRules } from '../ports/platform.ts';
import { during, systemClock, type Clock } from '../ports/clock.ts';
import { defaultSpawnPort } from '../processes/choose-spawn.ts';
import { endEscaped } from '../processes/escaped-processes.ts';
import { openUser } from '../users/open-user.ts';
import type { SessionPorts } from './session-options.ts';

/** The ports of this host, with that clock if it is another than the system's. */
export function defaultPorts(clock: Clock = systemClock): SessionPorts {
  return {
    spawn: defaultSpawnPort(),
    clock,
    escapes: { end: (search) => during(clock, endEscaped(search)) },
    platform: platformRules(),
    // A copy: every action needs all of it, and reading the live object is slow.
    hostVariables: { ...process.env },
    outOfMemoryKills: kernelOutOfMemoryKills(),
    openUser,
  };
}
