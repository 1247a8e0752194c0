/**
 * Started by memory.test.ts with --expose-gc: what the heap holds at several moments of long work through the public API. Apart from the
 * test, so that neither mocha nor the other tests are in the heap that is weighed.
 */
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const [, , engine, work] = process.argv;
const { createLinter } = await import(pathToFileURL(engine).href);
const texts = ['weak-rewrite-rfc', 'payback-rfc', 'node-to-go-rfc', 'ordinary-adr'].map((name) =>
  readFileSync(`samples/${name}.md`, 'utf8'),
);
const linter = createLinter({ profile: 'full' });

/** Bytes that are still in use after everything that can go is gone. */
function weigh() {
  for (let i = 0; i < 3; i++) globalThis.gc();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** Everything that a door asks of a result. */
const look = (result) => [result.review(), result.numberNotes(), result.terms(), ...result.findings.map((f) => result.fixes(f))].length;

const works = {
  /** 10 000 edits of one session: words typed and deleted, paragraphs put in and taken out, at places all over it. */
  edits(moment) {
    const session = linter.open(texts[2]);
    const start = session.text;
    for (let i = 0; i < 10_000; i += 2) {
      const at = start.indexOf(' ', (i * 7919) % start.lastIndexOf(' '));
      const insert = i % 10 === 0 ? `\n\nStep ${i}: Rust ${i}, p99 ${i} ms.\n\n` : ` word${i}`;
      session.edit({ from: at, to: at, insert });
      if (i % 50 === 0) look(session.result);
      session.edit({ from: at, to: at + insert.length, insert: '' });
      if (i % 2500 === 0) moment(i);
    }
    moment(10_000);
    if (session.text !== start) throw new Error('the text is not the one it began with');
    // The session is still needed here, so nothing of it could have been let go before.
    look(session.result);
  },
  /** 500 documents opened, edited and closed; no two have a paragraph in common. */
  documents(moment) {
    for (let i = 0; i < 500; i++) {
      const session = linter.open(texts[i % texts.length].replaceAll(/\. /g, `, see note ${i}. `));
      session.edit({
        from: session.text.length,
        to: session.text.length,
        insert: `\nWe rewrite part ${i} in Go, because it is ${i}x faster.\n`,
      });
      look(session.result);
      if (i % 100 === 0) moment(i);
    }
    moment(500);
  },
  /** 500 texts read once. */
  texts(moment) {
    for (let i = 0; i < 500; i++) {
      look(linter.lint(texts[i % texts.length].replaceAll(/\. /g, `, see note ${i}. `)));
      if (i % 100 === 0) moment(i);
    }
    moment(500);
  },
};

const moments = [];
works[work]((n) => moments.push([n, weigh()]));
process.stdout.write(JSON.stringify(moments));
