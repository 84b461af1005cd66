import { SPECIFICATION_REVISION } from '@ojd/model';
import type { SessionState } from '@ojd/sessions';

const state: SessionState = 'ready';
console.log(`${SPECIFICATION_REVISION} ${state}`);
