import type { Words } from '../words/words.ts';

/** Asks whether a new password ends the tokens for programs too. */
export function TokensChoice({ words }: { words: Words }) {
  return (
    <label>
      <span>{words.account.oldTokens}</span>
      <select name="tokens">
        <option value="revoke" selected>
          {words.account.revokeOld}
        </option>
        <option value="keep">{words.account.keepOld}</option>
      </select>
    </label>
  );
}
