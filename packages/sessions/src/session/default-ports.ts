import { kernelOutOfMemoryKills } from '../actions/out-of-memory.ts';
import { platformRules } from '../ports/platform.ts';
import { systemClock } from '../ports/clock.ts';
import { defaultSpawnPort } from '../processes/choose-spawn.ts';
import { endEscaped } from '../processes/escaped-processes.ts';
import { openUser } from '../users/open-user.ts';
import type { SessionPorts } from './session-options.ts';

/** The ports of this host. */
export function defaultPorts(): SessionPorts {
  return {
    spawn: defaultSpawnPort(),
    clock: systemClock,
    escapes: { end: endEscaped },
    platform: platformRules(),
    // A copy: every action needs all of it, and reading the live object is slow.
    hostVariables: { ...process.env },
    outOfMemoryKills: kernelOutOfMemoryKills(),
    openUser,
  };
}
