import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Sentence } from '../model/sentence.ts';
import { ToldError } from '../model/told-error.ts';
import type { LinearModel } from './linear-model.ts';
import { type Model, type ModelHeader, TABLES } from './model.ts';

/** The model that comes with the program. */
export const SHIPPED_MODEL = fileURLToPath(new URL('./model/titles.model', import.meta.url));

const MAGIC = 'gongkai-model\n';

/** What the header says of a table. */
interface TableHead {
  readonly features: number;
  readonly slots: number;
  readonly scale: number;
  readonly bias: readonly number[];
  readonly voices: readonly (readonly number[])[];
}

/**
 * Writes a model: a line that names the format, a line of JSON with its header, padding to a multiple of four bytes, then for each
 * table the hashes (32 bits, little endian) of the occupied slots, their slot numbers (32 bits), their weights (8 bits a category),
 * and padding again.
 */
export function writeModel(file: string, model: Model): void {
  const tables = TABLES.map((name) => ({ table: model[name], occupied: occupiedSlots(model[name]) }));
  const heads = tables.map(({ table: { keys, scale, bias, voices }, occupied }): TableHead => {
    return { features: occupied.length, slots: keys.length, scale, bias, voices };
  });
  const head = Buffer.from(`${MAGIC}${JSON.stringify({ ...model.header, tables: heads })}\n`);
  writeFileSync(file, Buffer.concat([head, padding(head.length), ...tables.map(({ table, occupied }) => tableBytes(table, occupied))]));
}

function unreadable(file: string, { zh, en }: Sentence): ToldError {
  return new ToldError({ zh: `${file}：${zh}`, en: `${file}: ${en}` }, { code: 'model-file', side: 'configuration' });
}

/** Reads a model. @throws ToldError where the file is no model of this format. */
export function readModel(file: string): Model {
  const bytes = readFileSync(file);
  const end = bytes.indexOf(10, MAGIC.length);
  if (!bytes.subarray(0, MAGIC.length).equals(Buffer.from(MAGIC)) || end < 0)
    throw unreadable(file, { zh: '不是分类模型文件', en: 'no model file' });
  const { tables, ...header } = JSON.parse(bytes.toString('utf8', MAGIC.length, end)) as ModelHeader & { tables: readonly TableHead[] };
  if (header.format !== 3) throw unreadable(file, { zh: `模型格式 ${header.format} 无法读取`, en: 'unknown format of model' });
  const size = header.categories.length;
  const lengths = tables.map(({ features }) => padded(features * (8 + size)));
  let from = padded(end + 1);
  if (bytes.length !== lengths.reduce((sum, one) => sum + one, from)) {
    throw unreadable(file, { zh: '模型文件不完整', en: 'the model file is cut short' });
  }
  const read = TABLES.map((_, at) => {
    const table = readTable(bytes, from, tables[at] as TableHead, size);
    from += lengths[at] as number;
    return table;
  });
  const [titles, items, names] = read as [LinearModel, LinearModel, LinearModel];
  return { header, titles, items, names };
}

function occupiedSlots({ keys }: LinearModel): number[] {
  return [...keys.keys()].filter((slot) => keys[slot] !== 0);
}

function tableBytes(table: LinearModel, occupied: readonly number[]): Buffer {
  const size = table.bias.length;
  const bytes = Buffer.alloc(padded(occupied.length * (8 + size)));
  const slotsAt = occupied.length * 4;
  const weightsAt = occupied.length * 8;
  occupied.forEach((slot, at) => {
    bytes.writeUInt32LE(table.keys[slot] as number, at * 4);
    bytes.writeUInt32LE(slot, slotsAt + at * 4);
    bytes.set(new Uint8Array(table.weights.buffer, table.weights.byteOffset + slot * size, size), weightsAt + at * size);
  });
  return bytes;
}

function readTable(bytes: Buffer, from: number, { features, slots, scale, bias, voices }: TableHead, size: number): LinearModel {
  const keys = new Uint32Array(slots);
  const weights = new Int8Array(slots * size);
  const slotsAt = from + features * 4;
  const weightsAt = from + features * 8;
  for (let at = 0; at < features; at += 1) {
    const slot = bytes.readUInt32LE(slotsAt + at * 4);
    keys[slot] = bytes.readUInt32LE(from + at * 4);
    weights.set(new Int8Array(bytes.buffer, bytes.byteOffset + weightsAt + at * size, size), slot * size);
  }
  return { scale, bias, voices, keys, weights };
}

/** A length rounded up to a multiple of four. */
const padded = (length: number): number => length + ((4 - (length % 4)) % 4);

const padding = (length: number): Buffer => Buffer.alloc(padded(length) - length, ' ');
