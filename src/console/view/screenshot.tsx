import type { Words } from '../words/words.ts';
import { pagePath } from './links.ts';

/** How a browser drew a stored page, with the hash of the picture. */
export function Screenshot({ hash, picture, words }: { hash: string; picture: string; words: Words }) {
  return (
    <figure class="screenshot">
      <img src={`${pagePath(hash)}/screenshot`} alt={words.evidence.screenshot} />
      <figcaption>
        {words.evidence.screenshot} <code>{picture}</code>
      </figcaption>
    </figure>
  );
}
