/** What the names of a console's session cookies begin with: those of several estates at one address must not end each other. */
export function sessionPrefix({ among }: { readonly among?: string }): string {
  return among === undefined ? 'gongkai' : `gongkai-${among}`;
}
