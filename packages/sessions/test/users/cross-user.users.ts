import { crossUserSuite } from './cross-user-suite.ts';
import { becomeHost } from './test-users.ts';

crossUserSuite('', becomeHost());
