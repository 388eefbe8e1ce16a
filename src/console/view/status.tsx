/** A state as a word in a coloured frame; the colour says nothing that the word does not. */
export function Status<Name extends string>({ name, of }: { name: Name; of: Readonly<Record<Name, string>> }) {
  return <span class={`status ${name}`}>{of[name]}</span>;
}
