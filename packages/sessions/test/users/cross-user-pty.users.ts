import { crossUserSuite } from './cross-user-suite.ts';
import { becomeHost, USERS } from './test-users.ts';

crossUserSuite("with sudo's use_pty", becomeHost(USERS.ptyHost));
