import { runUnderWine, whyNoWine } from './wine.ts';
import { windowsSpawnCases } from './windows-spawn-cases.ts';

windowsSpawnCases({
  name: 'Wine',
  skip: whyNoWine(),
  runNode: runUnderWine,
  // GenerateConsoleCtrlEvent of Wine 8 sends CTRL_C and refuses CTRL_BREAK (error 6), to whatever group, in a console of its own, too.
  hasCtrlBreak: false,
});
