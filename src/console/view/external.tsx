import type { Child } from 'hono/jsx';
import { inBoth } from '../../model/sentence.ts';
import { maskAddress } from '../../privacy/leaving.ts';
import { outside } from './links.ts';

/** Why there is nothing to press. */
const NO_LINK = inBoth({ zh: '（网址里有个人号码，不设链接）', en: 'its address holds a number of a person: no link' });

/**
 * A link that leaves the console; plain text where the address is none that a browser may open, or holds a number of a person, which a link
 * would have to tell.
 */
export function External({ url, children }: { url: string | null; children?: Child }) {
  const address = outside(url);
  if (address === null) return <>{children ?? url}</>;
  const shown = maskAddress(address);
  if (shown !== address)
    return (
      <>
        {children ?? shown} <small>{NO_LINK}</small>
      </>
    );
  return (
    <a href={address} rel="noopener noreferrer nofollow" target="_blank">
      {children ?? url}
    </a>
  );
}
