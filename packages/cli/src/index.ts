export { main } from './main.ts';
export type { Streams, TextSink } from './terminal/streams.ts';
