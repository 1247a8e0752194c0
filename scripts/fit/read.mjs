// Reads documents with the engine's own rooms: every sentence with its keys for the model, and what the document model needs.
import { attach } from './corpus.mjs';

/**
 * @param {any} corridor
 * @param {any} tables for `createReader`
 * @param {any} item `{ id, text, label, complete }`
 */
export function readDocument(corridor, tables, item) {
  const reader = (item.reader = corridor.createReader({ languages: [], profilers: [], sloWords: [] }, tables));
  const doc = corridor.parseDocument(item.text);
  const all = corridor.collect(doc, reader.vocabulary, corridor.newCache());
  const title = corridor.titleOf(doc);
  const front = title.block < 0 && title.text !== '' ? corridor.readTitle(title.text, reader.vocabulary) : [];
  const signals = corridor.signalsOf(doc, all, front);
  const stakes = corridor.stakesOf(all, signals);
  const { maker } = reader;
  const list = (/** @type {any} */ keys) => [...new Set(keys.list.subarray(0, keys.count))];
  const sentences = all.map((/** @type {any} */ l, /** @type {number} */ i) => {
    const span = doc.span(l.c.block, l.s.from, l.s.to);
    const keys = new Set([
      ...list(maker.own(l)),
      ...list(maker.place(l)),
      ...list(maker.standing(l)),
      ...list(maker.around(l, corridor.beside(all, i - 1, l), corridor.beside(all, i + 1, l), stakes)),
    ]);
    return {
      l,
      from: span.from,
      to: span.to,
      lineFrom: doc.position(span.from).line,
      lineTo: doc.position(span.to - 1).line,
      keys: [...keys],
    };
  });
  attach(item, sentences, corridor.EVIDENCE);
  return { ...item, doc, all, signals, stakes, sentences, titleBlock: title.block, status: corridor.statusOf(doc) };
}

/** The keys of the document model; the sentences have what holds of them in `memo.held`. */
export function documentKeys(/** @type {any} */ corridor, /** @type {any} */ d, /** @type {number} */ labels) {
  const keys = new corridor.Keys();
  const counted = new Float32Array(corridor.COUNTED.length);
  for (const l of d.all) corridor.shareFeatures(l, corridor.shareKind(l, d.titleBlock), keys, counted);
  corridor.wholeFeatures({ doc: d.doc, all: d.all, signals: d.signals, stakes: d.stakes, status: d.status, labels, counted }, keys);
  return [...new Set(keys.list.subarray(0, keys.count))];
}
