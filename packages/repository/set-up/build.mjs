// `npm run build`: what `npm start` and `npm test` build, by itself.
import { build, main } from './prepare.mjs';

await main(async () => {
  await build();
  return 0;
});
