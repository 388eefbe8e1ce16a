/** The address of an entry as JavaScript; throws a sentence for people where it cannot be compiled. */
export function compiled(entry: 'main' | 'reader-thread' | 'embedded-thread'): Promise<string>;
