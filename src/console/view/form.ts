import type { z } from 'zod';
import type { ConsoleContext } from '../context.ts';

/** The fields of a form as a shape says they must be, or null where they are not. A field that came several times is a list. */
export async function readForm<Shape extends z.ZodType>(c: ConsoleContext, shape: Shape): Promise<z.infer<Shape> | null> {
  try {
    return shape.parse(await c.req.parseBody({ all: true }));
  } catch {
    // What cannot be read as a form is told like one that lacks its fields.
    return null;
  }
}
