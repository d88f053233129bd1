/** Whether others can read along: not in direct messages, whose ids begin with D, nor in a form. */
export function isShared(channel: string | undefined): boolean {
  return channel !== undefined && !channel.startsWith('D');
}
