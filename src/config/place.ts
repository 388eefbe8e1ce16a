/** Where something stands in the configuration. */
export interface Place {
  /** The file, as the user would name it. */
  readonly file: string;
  /** From 1; null where the trouble is the file itself. */
  readonly line: number | null;
  readonly column: number | null;
}

/** `config/estate.yaml:14:9`, the form that terminals and editors make a link of. */
export function describePlace(place: Place): string {
  return place.line === null ? place.file : `${place.file}:${place.line}:${place.column ?? 1}`;
}
