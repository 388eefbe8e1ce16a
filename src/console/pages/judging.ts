import { ALL } from '../permissions.ts';
import type { Register } from '../register.ts';
import { JUDGING_PATH, tellProgress } from '../view/live.tsx';

/** Until what was changed is judged. */
export const registerJudging: Register = (app, services) => {
  app.read(JUDGING_PATH, ALL, (c) =>
    tellProgress(c, services.clock, async () => ({ says: c.var.words.judging.now, over: !services.isJudging() })),
  );
};
