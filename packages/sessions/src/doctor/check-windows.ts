import { errorText } from '../errors/error-text.ts';
import { missingRights, RIGHTS } from '../users/windows/log-on.ts';
import { loadWindowsCalls } from '../users/windows/open-windows-user.ts';
import type { Win32Users } from '../users/windows/win32-users.ts';
import type { HostCheck } from './host-check.ts';

/** What this program's user may do on Windows as another user. */
export function checkWindows(load: () => { readonly users: RightsOfUser } = loadWindowsCalls): HostCheck {
  try {
    return checkRights(load().users);
  } catch (error) {
    return { name: 'rights', state: 'problem', message: errorText(error), mend: 'npm install koffi' };
  }
}

/** What is asked of Windows for it. */
export type RightsOfUser = Pick<Win32Users, 'privileges' | 'isService'>;

/** The rights that stand in the way of CreateProcessAsUser, by the token that this program runs with. */
export function checkRights(users: RightsOfUser): HostCheck {
  const name = 'rights';
  const missing = missingRights(users);
  if (missing.length === 0)
    return {
      name,
      state: 'ok',
      message: "This program's user may start processes as another one, by a token or a password.",
    };
  const rights = missing.map((one) => `"${RIGHTS[one] ?? one}" (${one})`).join(' and ');
  const mend = `Run it as LocalSystem or as a service of an administrator, and give its account ${rights}: secpol.msc, Local Policies, User Rights Assignment; then start it anew.`;
  return users.isService()
    ? {
        name,
        state: 'problem',
        message: `This service can start no process as another user: its account lacks ${rights}.`,
        mend,
      }
    : {
        name,
        state: 'warning',
        message: `This program's user lacks ${rights}: sessions of another user need that user's password, a logon token does not do.`,
        mend,
      };
}
