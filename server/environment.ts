/** The variables a process was started with, once those set to nothing are dropped. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Treats `PORT=` like an unset PORT: that is how compose files and shells pass "no value". */
export function withoutBlanks(env: Environment): Environment {
  return Object.fromEntries(
    Object.entries(env)
      .map(([name, value]) => [name, value?.trim()] as const)
      .filter(([, value]) => value !== undefined && value !== ''),
  );
}
