import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Model, ModelHeader } from './model.ts';

/** The model that comes with the program. */
export const SHIPPED_MODEL = fileURLToPath(new URL('./model/titles.model', import.meta.url));

const MAGIC = 'gongkai-model\n';

/**
 * Writes a model: a line that names the format, a line of JSON with its header, padding to a multiple of four bytes,
 * the hashes (32 bits, little endian) of the occupied slots, their slot numbers (32 bits), their weights (8 bits a category).
 */
export function writeModel(file: string, model: Model): void {
  const size = model.header.categories.length;
  const occupied = [...model.keys.keys()].filter((slot) => model.keys[slot] !== 0);
  const head = Buffer.from(`${MAGIC}${JSON.stringify({ ...model.header, features: occupied.length })}\n`);
  const padding = Buffer.alloc((4 - (head.length % 4)) % 4, ' ');
  const keys = Buffer.alloc(occupied.length * 4);
  const slots = Buffer.alloc(occupied.length * 4);
  const weights = Buffer.alloc(occupied.length * size);
  occupied.forEach((slot, at) => {
    keys.writeUInt32LE(model.keys[slot] as number, at * 4);
    slots.writeUInt32LE(slot, at * 4);
    weights.set(new Uint8Array(model.weights.buffer, model.weights.byteOffset + slot * size, size), at * size);
  });
  writeFileSync(file, Buffer.concat([head, padding, keys, slots, weights]));
}

/** Reads a model. @throws {Error} where the file is no model of this format. */
export function readModel(file: string): Model {
  const bytes = readFileSync(file);
  const end = bytes.indexOf(10, MAGIC.length);
  if (!bytes.subarray(0, MAGIC.length).equals(Buffer.from(MAGIC)) || end < 0) throw new Error(`${file}: 不是分类模型文件 · no model file`);
  const header = JSON.parse(bytes.toString('utf8', MAGIC.length, end)) as ModelHeader & { features: number };
  if (header.format !== 1) throw new Error(`${file}: 模型格式 ${header.format} 无法读取 · unknown format of model`);
  const size = header.categories.length;
  const keys = new Uint32Array(header.slots);
  const weights = new Int8Array(header.slots * size);
  const start = end + 1 + ((4 - ((end + 1) % 4)) % 4);
  const slotsAt = start + header.features * 4;
  const weightsAt = slotsAt + header.features * 4;
  if (bytes.length !== weightsAt + header.features * size) throw new Error(`${file}: 模型文件不完整 · the model file is cut short`);
  for (let at = 0; at < header.features; at += 1) {
    const slot = bytes.readUInt32LE(slotsAt + at * 4);
    keys[slot] = bytes.readUInt32LE(start + at * 4);
    weights.set(new Int8Array(bytes.buffer, bytes.byteOffset + weightsAt + at * size, size), slot * size);
  }
  return { header, keys, weights };
}
