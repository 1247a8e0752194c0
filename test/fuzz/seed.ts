/**
 * How many random documents, and which. FUZZ_DOCS counts those that the whole engine judges (2 000 while working, 20 000 in `npm test`, a
 * million in `npm run fuzz`); the tests of the document layer read about as many more, scaled by FUZZ_FACTOR. FUZZ_SEED repeats a run. The
 * line is printed whether or not a test fails, so that a run that hangs or is killed can be repeated too.
 */
export const seed = Number(process.env['FUZZ_SEED'] ?? Date.now() % 1_000_000_007);
export const documents = Number(process.env['FUZZ_DOCS'] ?? 2_000);
export const factor = Number(process.env['FUZZ_FACTOR'] ?? 1);

process.stdout.write(`\n  FUZZ_SEED=${seed} FUZZ_DOCS=${documents}\n`);
