// What users' tests of their own session code need: time and processes that they control.
export { FakeProcess, type ReceivedSignal } from './fake-process.ts';
export { FakeSpawner, type FakeBehavior } from './fake-spawner.ts';
export { VirtualClock } from './virtual-clock.ts';
