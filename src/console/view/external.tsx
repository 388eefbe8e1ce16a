import type { Child } from 'hono/jsx';
import { outside } from './links.ts';

/** A link that leaves the console, or plain text where the address is none that a browser may open. */
export function External({ url, children }: { url: string | null; children?: Child }) {
  const address = outside(url);
  if (address === null) return <>{children ?? url}</>;
  return (
    <a href={address} rel="noopener noreferrer nofollow" target="_blank">
      {children ?? url}
    </a>
  );
}
