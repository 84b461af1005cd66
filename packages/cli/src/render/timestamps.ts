/** How log lines tell the time. */
export type TimestampFormat = 'relative' | 'local' | 'utc';

/**
 * Writes times as the reference commands do: since the start (`0:00:01.234`), or ISO 8601 with the offset
 * (`2026-01-31T12:00:00.000+01:00`; UTC is `+00:00`).
 */
export function timestampWriter(format: TimestampFormat, startMs: number): (timeMs: number) => string {
  if (format === 'relative') return (timeMs) => durationText(timeMs - startMs);
  const offsetMinutes = format === 'utc' ? () => 0 : (timeMs: number) => -new Date(timeMs).getTimezoneOffset();
  return (timeMs) => isoText(timeMs, offsetMinutes(timeMs));
}

function durationText(durationMs: number): string {
  const ms = Math.max(0, Math.round(durationMs));
  const [seconds, minutes, hours] = [
    Math.floor(ms / 1000) % 60,
    Math.floor(ms / 60_000) % 60,
    Math.floor(ms / 3_600_000),
  ];
  return `${hours}:${pad(minutes)}:${pad(seconds)}.${pad(ms % 1000, 3)}`;
}

function isoText(timeMs: number, offsetMinutes: number): string {
  const local = new Date(timeMs + offsetMinutes * 60_000).toISOString().slice(0, -1);
  const size = Math.abs(offsetMinutes);
  return `${local}${offsetMinutes < 0 ? '-' : '+'}${pad(Math.floor(size / 60))}:${pad(size % 60)}`;
}

function pad(value: number, width = 2): string {
  return String(value).padStart(width, '0');
}
