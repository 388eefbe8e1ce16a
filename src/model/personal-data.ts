/** What a text says of a private person that must not be published (个人信息). */
export const PERSONAL_KINDS = ['id-number', 'bank-card', 'mobile', 'home-address'] as const;
export type PersonalKind = (typeof PERSONAL_KINDS)[number];

/** Such data in one text, of one kind and one certainty. What it says itself is never kept: only its masked forms. */
export interface PersonalData {
  readonly kind: PersonalKind;
  /** `unsure`: it has the form of such data, and nothing beside it says that it is one. */
  readonly certainty: 'sure' | 'unsure';
  /** Different ones in the text. */
  readonly count: number;
  /** The first of them, masked, in the order of the text. */
  readonly masked: readonly string[];
}
