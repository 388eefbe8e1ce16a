import { type ChildNode, Comment, Document, Element, type ParentNode, Text } from 'domhandler';
import { Parser } from 'htmlparser2';

/**
 * Parses HTML leniently into a tree. Never fails. The tree holds what readers look at: elements, texts and comments. (Of the ready-made
 * builders one takes twice the time, and the other's trees are kept alive by each other until a full collection of garbage.)
 */
export function parseMarkup(html: string): Document {
  const builder = new TreeBuilder();
  new Parser(builder).end(html);
  return builder.root;
}

class TreeBuilder {
  readonly root = new Document([]);
  #parent: ParentNode = this.root;
  /** The text that what comes next belongs to: entities cut one text into several events. */
  #text: Text | null = null;

  onopentag(name: string, attribs: Record<string, string>): void {
    const element = new Element(name, attribs);
    this.#add(element);
    this.#parent = element;
  }

  onclosetag(): void {
    this.#text = null;
    this.#parent = this.#parent.parent ?? this.root;
  }

  ontext(data: string): void {
    if (this.#text !== null) this.#text.data += data;
    else {
      const text = new Text(data);
      this.#add(text);
      this.#text = text;
    }
  }

  oncomment(data: string): void {
    this.#add(new Comment(data));
  }

  onprocessinginstruction(): void {
    this.#text = null;
  }

  #add(node: ChildNode): void {
    const { children } = this.#parent;
    const before = children.at(-1);
    if (before !== undefined) {
      node.prev = before;
      before.next = node;
    }
    node.parent = this.#parent;
    children.push(node);
    this.#text = null;
  }
}
