// Keys of the models as people read them, and back: `b rewritten in`, `cr slow decision`, `k question`.

/** What each template's things are. @type {Record<string, readonly string[]>} */
const KINDS = {
  w: ['symbol'],
  b: ['symbol', 'symbol'],
  c: ['class'],
  nc: ['class'],
  cc: ['class', 'class'],
  q: ['symbol'],
  qc: ['symbol', 'class'],
  k: ['flag'],
  ck: ['class', 'flag'],
  qk: ['symbol', 'flag'],
  r: ['role'],
  rp: ['role'],
  l: ['role'],
  h: ['symbol'],
  hp: ['symbol'],
  lw: ['symbol'],
  th: ['symbol'],
  rh: ['symbol'],
  cr: ['class', 'role'],
  qr: ['symbol', 'role'],
  qh: ['symbol', 'symbol'],
  qth: ['symbol', 'symbol'],
  pc: ['class'],
  nx: ['class'],
  s: ['symbol'],
  bs: ['symbol', 'symbol'],
  sb: ['symbol', 'symbol'],
  cs: ['class', 'symbol'],
  t: ['symbol'],
  tb: ['symbol', 'symbol'],
  tc: ['class'],
  ti: ['number'],
  hd: ['symbol'],
  hc: ['class'],
  d: ['symbol'],
  da: ['symbol'],
  de: ['symbol'],
  dc: ['class'],
  dcr: ['class', 'role'],
  dr: ['role'],
  i: ['number'],
  ir: ['number', 'role'],
  in: ['number', 'number'],
  n: ['number'],
};

/**
 * @param {any} names `{ templates, room, classes, flags, roles, symbols }`; symbols by number
 */
export function speller({ templates, room, classes, flags, roles, symbols }) {
  /** @type {Record<string, readonly string[]>} */
  const lists = { class: classes, flag: flags, role: roles, symbol: symbols };
  const numbers = Object.fromEntries(
    Object.entries(lists).map(([kind, list]) => [kind, new Map(list.map((name, i) => /** @type {[string, number]} */ ([name, i])))]),
  );
  const one = (/** @type {string} */ kind, /** @type {number} */ n) =>
    kind === 'number' ? String(n) : lists[kind][n].replaceAll(' ', '_');
  const back = (/** @type {string} */ kind, /** @type {string} */ text) =>
    kind === 'number' ? Number(text) : (numbers[kind].get(text) ?? numbers[kind].get(text.replaceAll('_', ' ')));
  return {
    spell(/** @type {number} */ key) {
      const template = templates[Math.floor(key / (room * room))];
      const rest = key % (room * room);
      const kinds = KINDS[template];
      const things = kinds.length === 1 ? [rest] : [Math.floor(rest / room), rest % room];
      return [template, ...things.map((n, i) => one(kinds[i], n))].join(' ');
    },
    /** The key, or -1 where a name is not known any more. */
    parse(/** @type {string} */ text) {
      const [template, ...things] = text.split(' ');
      const t = templates.indexOf(template);
      const kinds = KINDS[template];
      if (t < 0 || kinds === undefined || things.length !== kinds.length) return -1;
      const known = things.map((thing, i) => back(kinds[i], thing));
      const n = known.filter((x) => x !== undefined);
      if (n.length < known.length) return -1;
      return t * room * room + (n.length === 1 ? n[0] : n[0] * room + n[1]);
    },
  };
}
