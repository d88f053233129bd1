import * as z from 'zod';

/** The parts of any delivery that say how to reach the person behind it. */
const deliverySchema = z.object({
  response_url: z.string().optional(),
  user: z.object({ id: z.string() }).optional(),
  event: z
    .object({
      channel: z.string().optional(),
      user: z.string().optional(),
      ts: z.string().optional(),
      thread_ts: z.string().optional(),
    })
    .optional(),
});

/** How to reach the person behind a delivery, as far as it says. */
export function whereFrom(body: unknown): z.output<typeof deliverySchema> {
  const parsed = deliverySchema.safeParse(body);
  return parsed.success ? parsed.data : {};
}
