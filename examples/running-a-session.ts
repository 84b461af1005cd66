import { SPECIFICATION_REVISION } from '@ojd/model';

// The session itself follows as soon as @ojd/sessions has it.
process.stdout.write(`Open Job Description ${SPECIFICATION_REVISION}\n`);
