/** Whether a survey is the fictional one that a server on one's own computer comes with. */
export function isSample(projectId: string): boolean {
  return projectId.startsWith(samplePrefix);
}

/** What the numbers of sample surveys begin with; those of others are hexadecimal. */
export const samplePrefix = 'sample-';
