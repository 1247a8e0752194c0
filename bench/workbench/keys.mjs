/** From a key to a squiggle, seen from inside the page: the clock starts with the key event and stops when the DOM has the change. */

/**
 * Waits for a key, then until a squiggle lies under the box or none does any more.
 * @param {{ box: { x: number, y: number, width: number, height: number }, present: boolean }} wanted
 */
const watch = ({ box, present }) => {
  const lies = () =>
    [...document.querySelectorAll('.editor-group-container.active .view-overlays .cdr')].some((mark) => {
      if (![...mark.classList].some((name) => name.startsWith('squiggly-'))) return false;
      const r = mark.getBoundingClientRect();
      return Math.abs(r.top + r.height / 2 - (box.y + box.height / 2)) < box.height / 2 && r.left < box.x + box.width && r.right > box.x;
    });
  globalThis.measured = new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('no squiggle changed within ten seconds')), 10_000);
    let pressed;
    let drawn;
    window.addEventListener('keydown', (event) => (pressed = event.timeStamp), { capture: true, once: true });
    const observer = new MutationObserver((changes) => {
      if (pressed === undefined) return;
      const text = changes.some(({ target }) => (target instanceof Element ? target : target.parentElement)?.closest('.view-lines'));
      if (text) drawn ??= performance.now() - pressed;
      if (lies() !== present) return;
      observer.disconnect();
      clearTimeout(timer);
      resolve({ squiggle: performance.now() - pressed, drawn });
    });
    const editor = document.querySelector('.editor-group-container.active .monaco-editor');
    observer.observe(editor, { subtree: true, childList: true, attributes: true, characterData: true });
  });
};

/**
 * Types a character that takes a finding away and deletes it again, which brings the finding back.
 * @param {{ word: string, at: number, under: string }} place where the character goes, and the text under which the squiggle lies.
 * @returns {Promise<{ gone: number[], back: number[], drawn: number[] }>} milliseconds of each of `rounds`, after three that do not count.
 */
export async function typeAndWatch(window, { word, at, under }, rounds = 20) {
  const { page } = window;
  await window.waitForSquiggleUnder(under);
  await window.clickText(word);
  await window.press('Home');
  const line = await window
    .editor()
    .evaluate(
      (editor, wanted) =>
        [...editor.querySelectorAll('.view-line')]
          .map((l) => l.textContent.replaceAll('\u00a0', ' '))
          .find((text) => text.includes(wanted)),
      word,
    );
  for (let i = 0; i < line.indexOf(word) + at; i++) await page.keyboard.press('ArrowRight');
  const times = { gone: [], back: [], drawn: [] };
  let box;
  const once = async (key, present) => {
    await page.evaluate(watch, { box, present });
    await page.keyboard.press(key);
    return page.evaluate(() => globalThis.measured);
  };
  for (let round = -3; round < rounds; round++) {
    // While the text is whole: with a character in it, it would not be found.
    box = await window.boxOf(under);
    for (const [name, key, present] of [
      ['gone', 'x', false],
      ['back', 'Backspace', true],
    ]) {
      const { squiggle, drawn } = await once(key, present);
      if (round >= 0) times[name].push(squiggle);
      if (round >= 0 && drawn !== undefined) times.drawn.push(drawn);
      // The window comes to rest, as it does between the keys of a person; shorter than the pause after which a line counts as written.
      await page.waitForTimeout(250);
    }
  }
  return times;
}
