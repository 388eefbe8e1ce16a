/** A text that may be longer than its place and is scrolled there, by keys too. */
export function LongText({ name, text }: { name: string; text: string }) {
  return (
    <section class="text" aria-label={name} tabindex={0}>
      <pre>{text}</pre>
    </section>
  );
}
