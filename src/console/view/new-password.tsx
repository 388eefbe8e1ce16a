import type { Words } from '../words/words.ts';

/** Two fields for a new password, with its rule. */
export function NewPassword({ words }: { words: Words }) {
  return (
    <>
      <label>
        <span>{words.account.new}</span>
        <input
          type="password"
          name="password"
          required
          minlength={12}
          maxlength={128}
          autocomplete="new-password"
          aria-describedby="rule"
        />
      </label>
      <label>
        <span>{words.account.again}</span>
        <input type="password" name="again" required autocomplete="new-password" />
      </label>
      <p class="hint" id="rule">
        {words.account.rule}
      </p>
    </>
  );
}
