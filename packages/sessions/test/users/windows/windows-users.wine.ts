import { runUnderWine, whyNoWine } from '../../ports/wine.ts';
import { windowsUserCases } from './windows-user-cases.ts';

windowsUserCases({
  name: 'Wine',
  skip: whyNoWine(),
  makeUser: () => [],
  removeUser: () => undefined,
  runNode: runUnderWine,
  isReal: false,
});
