export function builtCommand(root: URL): URL | undefined;
