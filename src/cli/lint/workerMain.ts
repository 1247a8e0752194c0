/** Entry of dist/cli/worker.cjs: a reader of documents beside others. */
import { serve } from './worker';

serve();
