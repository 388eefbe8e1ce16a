import { createRoute, z } from '@hono/zod-openapi';
import { problemShape } from './shapes.ts';

const json = <Shape extends z.ZodType>(schema: Shape, description: string) => ({
  description,
  content: { 'application/json': { schema } },
});

const PROBLEMS = {
  400: json(problemShape, 'What was asked for makes no sense'),
  401: json(problemShape, 'No token, or one that does not hold'),
  403: json(problemShape, 'The token or its person may not do this'),
  404: json(problemShape, 'It is not there, or not among what the person may see'),
  429: json(problemShape, 'Too many requests; Retry-After says how many seconds to wait'),
  409: json(problemShape, 'Its present state does not allow it'),
};

/** A route that reads. */
export function reading<Path extends string, Shape extends z.ZodType, Query extends z.ZodObject, Params extends z.ZodObject>(given: {
  path: Path;
  summary: string;
  answer: Shape;
  query: Query;
  params: Params;
}) {
  const { path, summary, answer, query, params } = given;
  return createRoute({
    method: 'get',
    path,
    summary,
    security: [{ token: [] }],
    request: { query, params },
    responses: { 200: json(answer, summary), ...PROBLEMS },
  });
}

/** A route that changes something. */
export function writing<Path extends string, Shape extends z.ZodType, Body extends z.ZodType, Params extends z.ZodObject>(given: {
  path: Path;
  summary: string;
  answer: Shape;
  body: Body;
  params: Params;
}) {
  const { path, summary, answer, body, params } = given;
  return createRoute({
    method: 'post',
    path,
    summary,
    security: [{ token: [] }],
    request: { params, body: { required: true, content: { 'application/json': { schema: body } } } },
    responses: { 200: json(answer, summary), ...PROBLEMS },
  });
}

export const NOTHING = z.object({});
