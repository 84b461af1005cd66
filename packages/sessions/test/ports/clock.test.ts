import { expect, test, vi } from 'vitest';
import { systemClock } from '@ojd/sessions';
import { VirtualClock } from '@ojd/sessions/testing';

test('a delay of more than 2^31 ms is waited for in full, not shortened to one millisecond', () => {
  vi.useFakeTimers();
  const fire = vi.fn<() => void>();
  const days = 24 * 3600 * 1000;
  systemClock.after(40 * days, fire);
  vi.advanceTimersByTime(40 * days - 1);
  expect(fire).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(fire).toHaveBeenCalledOnce();
  vi.useRealTimers();
});

test('a canceled timer does not fire, also in its second leg', () => {
  vi.useFakeTimers();
  const fire = vi.fn<() => void>();
  const timer = systemClock.after(2 ** 31 + 1000, fire);
  vi.advanceTimersByTime(2 ** 31);
  timer.cancel();
  vi.advanceTimersByTime(5000);
  expect(fire).not.toHaveBeenCalled();
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});

test('the virtual clock fires in the order of time, and timers that timers set in their turn', async () => {
  const clock = new VirtualClock(0);
  const fired: string[] = [];
  clock.after(20, () => fired.push(`b at ${clock.now()}`));
  clock.after(10, () => {
    fired.push(`a at ${clock.now()}`);
    clock.after(5, () => fired.push(`c at ${clock.now()}`));
  });
  clock.after(30, () => fired.push('never')).cancel();
  await clock.advance(25);
  expect(fired).toEqual(['a at 10', 'c at 15', 'b at 20']);
  expect(clock.now()).toBe(25);
  expect(clock.pending).toBe(0);
});
