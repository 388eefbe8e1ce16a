/** Names of this machine that browsers on it use alike. */
const HERE = ['127.0.0.1', 'localhost', '[::1]'];

/** The origins of our own pages: that of the console's address and, where that is this machine, its other names with the same port. */
export function ownOrigins(publicUrl: string): readonly string[] {
  const { origin, protocol, hostname, port } = new URL(publicUrl);
  if (!HERE.includes(hostname)) return [origin];
  return HERE.map((host) => new URL(`${protocol}//${host}:${port}`).origin);
}
