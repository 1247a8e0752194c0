/**
 * A window of the real workbench, driven as a person drives it: eyes on the screen, keyboard and mouse. Everything waits for a condition with
 * Playwright's own time limits; nothing sleeps.
 */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { BrowserContext, Frame, Locator, Page } from 'playwright-core';
import { ROOT, SCREENSHOTS } from '../../../scripts/host/paths.mjs';
import { CALM, writeSettings } from '../../../scripts/host/server.mjs';
import { host, restrictedServer, stopHost } from './server';

export type Theme = 'light' | 'dark' | 'hc';
export type SquiggleSeverity = 'error' | 'warning' | 'info' | 'hint';

const THEMES: Readonly<Record<Theme, string>> = { light: 'Light 2026', dark: 'Dark 2026', hc: 'Default High Contrast' };
const WAIT = 20_000;

export interface OpenOptions {
  /** Files to put into a fresh folder, by name. */
  readonly files?: Readonly<Record<string, string>>;
  /** A folder of the repository to copy into the fresh folder, e.g. `samples`. */
  readonly copy?: string;
  /** One of the files that lists the folders to open, in place of the whole folder. */
  readonly workspace?: string;
  /** The file to have in front, relative to the folder. */
  readonly file?: string;
  readonly theme?: Theme;
  /** Settings besides the calm ones. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Display language of the window, e.g. `zh-cn`: the extension's own words follow it, the workbench's only with a language pack. */
  readonly language?: string;
  readonly width?: number;
  readonly height?: number;
  /** In a window that trusts no folder and does not ask. */
  readonly restricted?: boolean;
}

const open = new Set<Workbench>();

// Root hooks: a picture of every failure, and nothing left running.
if (typeof afterEach === 'function') {
  afterEach(async function () {
    const test = this.currentTest;
    if (test?.state !== 'failed') return;
    const name = test.fullTitle().replaceAll(/\W+/g, '-').slice(0, 100);
    for (const workbench of open) {
      const path = await workbench.screenshot(`failure-${name}`).catch(() => undefined);
      if (path !== undefined) console.error(`      screenshot: ${path}`);
    }
  });
  after(async () => {
    for (const workbench of [...open]) await workbench.close();
    await stopHost();
  });
}

/** Text as VS Code draws it uses no-break spaces and, between icons, private-use characters. */
const plain = (text: string): string => text.replaceAll('\u00a0', ' ').replaceAll(/[\ue000-\uf8ff]/g, '');

export class Workbench {
  private constructor(
    readonly page: Page,
    readonly folder: string,
    readonly theme: Theme,
    private readonly context: BrowserContext,
  ) {}

  /** Opens a window on a fresh folder and waits until the workbench, and the file if one is given, can be used. */
  static async open(options: OpenOptions): Promise<Workbench> {
    const { theme = 'light', width = 1280, height = 800 } = options;
    const shared = await host();
    const { browser, home } = shared;
    const server = options.restricted === true ? await restrictedServer() : shared.server;
    const userDataDir = options.restricted === true ? join(home, 'restricted') : shared.userDataDir;
    const folder = mkdtempSync(join(tmpdir(), 'fast-enough-folder-'));
    if (options.copy !== undefined) cpSync(join(ROOT, options.copy), folder, { recursive: true });
    for (const [name, text] of Object.entries(options.files ?? {})) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    writeSettings(userDataDir, {
      ...CALM,
      'workbench.colorTheme': THEMES[theme],
      'window.autoDetectHighContrast': false,
      'editor.hover.delay': 100,
      'files.autoSave': 'off',
      'security.workspace.trust.startupPrompt': 'never',
      ...options.settings,
    });
    const context = await browser.newContext({ viewport: { width, height }, permissions: ['clipboard-read', 'clipboard-write'] });
    context.setDefaultTimeout(WAIT);
    const page = await context.newPage();
    const { language } = options;
    if (language !== undefined) await page.addInitScript((code) => Object.assign(globalThis, { _VSCODE_NLS_LANGUAGE: code }), language);
    const workbench = new Workbench(page, folder, theme, context);
    open.add(workbench);
    const file = options.file === undefined ? {} : { openFile: join(folder, options.file) };
    const workspace = options.workspace === undefined ? {} : { workspace: join(folder, options.workspace) };
    await page.goto(server.url({ folder, ...workspace, ...file }));
    await page.locator('.monaco-workbench .statusbar').waitFor();
    await page.locator(`.monaco-workbench.${{ light: 'vs', dark: 'vs-dark', hc: 'hc-black' }[theme]}`).waitFor();
    if (options.file !== undefined) await workbench.editor().locator('.view-line').first().waitFor();
    return workbench;
  }

  /** Closes the window and deletes its folder. */
  async close(): Promise<void> {
    if (!open.delete(this)) return;
    await this.context.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** The text editor in front. */
  editor(): Locator {
    return this.page.locator('.editor-group-container.active .editor-instance .monaco-editor').first();
  }

  /** What a file of the folder holds on disk. */
  read(name: string): string {
    return readFileSync(join(this.folder, name), 'utf8');
  }

  /** Waits until `check` is truthy and returns its value; for conditions that are not a locator. */
  async until<T>(what: string, check: () => Promise<T | undefined | false>, timeout = WAIT): Promise<T> {
    const deadline = Date.now() + timeout;
    let last: unknown;
    while (Date.now() < deadline) {
      try {
        const value = await check();
        if (value !== undefined && value !== false) return value;
      } catch (error) {
        last = error;
      }
      await this.page.evaluate(() => new Promise((done) => setTimeout(done, 50)));
    }
    throw new Error(`Timed out waiting for ${what}.${last instanceof Error ? ` Last error: ${last.message}` : ''}`);
  }

  // ---- Squiggles and places in the text -------------------------------------------------------------------------------------------------

  squiggles(severity: SquiggleSeverity = 'warning'): Locator {
    // Hints are drawn as three dots, under another class.
    return this.editor().locator(severity === 'hint' ? '.squiggly-hint' : `.squiggly-${severity}`);
  }

  /** Waits until at least `count` squiggles of a severity are drawn. */
  async waitForSquiggles(severity: SquiggleSeverity = 'warning', count = 1): Promise<void> {
    await this.squiggles(severity)
      .nth(count - 1)
      .waitFor({ state: 'attached', timeout: 30_000 });
  }

  /** Waits until no squiggle of the severity is left on the screen. */
  async waitForNoSquiggles(severity: SquiggleSeverity = 'warning'): Promise<void> {
    await this.until(`no ${severity} squiggles`, async () => (await this.squiggles(severity).count()) === 0);
  }

  /**
   * The rectangle of a text on the screen, within one drawn line.
   * @throws if it is not visible; use `reveal` first where the document is longer than the window.
   */
  async boxOf(text: string): Promise<{ x: number; y: number; width: number; height: number }> {
    return this.until(`"${text}" to be on the screen`, () =>
      this.editor().evaluate((editor, wanted) => {
        for (const line of editor.querySelectorAll('.view-line')) {
          // A drawn line is made of many small spans: map an offset in its text back to the node that holds it.
          const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
          const nodes: { node: Node; from: number }[] = [];
          let content = '';
          for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
            nodes.push({ node, from: content.length });
            content += node.textContent ?? '';
          }
          const at = content.replaceAll('\u00a0', ' ').indexOf(wanted);
          if (at < 0) continue;
          const place = (offset: number): { node: Node; offset: number } => {
            const entry = nodes.findLast(({ from }) => from <= offset) as { node: Node; from: number };
            return { node: entry.node, offset: offset - entry.from };
          };
          const range = document.createRange();
          const from = place(at);
          const to = place(at + wanted.length - 1);
          range.setStart(from.node, from.offset);
          range.setEnd(to.node, to.offset + 1);
          const { x, y, width, height } = range.getBoundingClientRect();
          return { x, y, width, height };
        }
        return undefined;
      }, text),
    );
  }

  /** The squiggles of any severity that lie under a text, as class names. */
  async squigglesUnder(text: string): Promise<string[]> {
    const box = await this.boxOf(text);
    return this.editor().evaluate((editor, { x, y, width, height }) => {
      const found: string[] = [];
      for (const mark of editor.querySelectorAll('.view-overlays .cdr')) {
        const name = [...mark.classList].find((c) => c.startsWith('squiggly-'));
        const r = mark.getBoundingClientRect();
        const sameLine = Math.abs(r.top + r.height / 2 - (y + height / 2)) < height / 2;
        if (name !== undefined && sameLine && r.left < x + width && r.right > x) found.push(name);
      }
      return found;
    }, box);
  }

  /** Waits until a squiggle lies under a text. */
  async waitForSquiggleUnder(text: string): Promise<string[]> {
    return this.until(
      `a squiggle under "${text}"`,
      async () => {
        const found = await this.squigglesUnder(text);
        return found.length > 0 && found;
      },
      30_000,
    );
  }

  /** Waits until none lies under a text. */
  async waitForNoSquiggleUnder(text: string): Promise<void> {
    await this.until(`no squiggle under "${text}"`, async () => (await this.squigglesUnder(text)).length === 0);
  }

  /** Clicks into a text, which puts the cursor there. */
  async clickText(text: string): Promise<void> {
    const { x, y, width, height } = await this.boxOf(text);
    await this.page.mouse.click(x + width / 2, y + height / 2);
    await this.page.locator('.editor-group-container.active .monaco-editor.focused').first().waitFor();
  }

  /** Moves the mouse over a text and returns the hover's text, once all of it is there. */
  async hover(text: string): Promise<string> {
    const widget = this.hoverWidget();
    await this.until(`a hover over "${text}"`, async () => {
      // Measured anew each time: a line that appears above the text (a code lens) moves it.
      const { x, y, width, height } = await this.boxOf(text);
      // From the side, in steps: a hover opens for a mouse that moves, not for one that was always there.
      await this.page.mouse.move(x + width / 2 - 30, y + height / 2 + 40);
      await this.page.mouse.move(x + width / 2, y + height / 2, { steps: 5 });
      await widget.waitFor({ timeout: 3000 });
      return true;
    });
    // Providers answer one after the other; the hover is complete once its text stays the same.
    let last = '';
    return this.until(`the whole hover over "${text}"`, async () => {
      const now = plain(await widget.innerText({ timeout: 2000 }));
      const settled = now !== '' && now === last && !/Loading\.\.\.|Checking for quick fixes/.test(now);
      last = now;
      return settled && now;
    });
  }

  hoverWidget(): Locator {
    return this.page
      .locator('.monaco-hover:visible')
      .filter({ has: this.page.locator('.hover-contents, .monaco-hover-content') })
      .first();
  }

  /** Lets hovers and menus go. */
  async dismiss(): Promise<void> {
    await this.page.keyboard.press('Escape');
    await this.page.mouse.move(250, 5); // Beside the command centre, which answers with a hover of its own.
  }

  // ---- Quick fixes ----------------------------------------------------------------------------------------------------------------------

  /** Puts the cursor into a text and opens the quick fix menu; returns the titles it offers. */
  async quickFixes(text: string): Promise<string[]> {
    await this.clickText(text);
    return this.quickFixesHere();
  }

  /** Opens the quick fix menu at the cursor. */
  async quickFixesHere(): Promise<string[]> {
    const rows = this.page.locator('.action-widget .monaco-list-row.action');
    await this.until('the quick fix menu', async () => {
      // Pressed again if the menu does not come: it closes by itself when the diagnostics change beneath it.
      await this.page.keyboard.press('Control+.');
      await rows.first().waitFor({ timeout: 3000 });
      return true;
    });
    return (await rows.allInnerTexts()).map((row) => plain(row).trim());
  }

  /** Chooses an entry of the open quick fix menu. */
  async choose(title: string | RegExp): Promise<void> {
    const row = this.page.locator('.action-widget .monaco-list-row.action').filter({ hasText: title }).first();
    await row.click();
    await this.page.locator('.action-widget').first().waitFor({ state: 'hidden' });
  }

  /** Opens the menu at a text and chooses an entry. */
  async applyQuickFix(text: string, title: string | RegExp): Promise<void> {
    await this.quickFixes(text);
    await this.choose(title);
  }

  // ---- Keyboard -------------------------------------------------------------------------------------------------------------------------

  /** Types at the cursor, as fast as a quick typist. */
  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text, { delay: 5 });
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** The text of the editor in front, all of it, through the clipboard as a person would take it. */
  async text(): Promise<string> {
    await this.press('Control+a', 'Control+c');
    const text = await this.page.evaluate(() => navigator.clipboard.readText());
    await this.press('ArrowLeft');
    return text;
  }

  /** Runs a command by its title in the palette. */
  async command(title: string): Promise<void> {
    const row = this.page.locator('.quick-input-list .monaco-list-row').filter({ hasText: title }).first();
    await this.until(`the command "${title}" in the palette`, async () => {
      await this.quickInput('F1', `>${title}`);
      try {
        await row.click({ timeout: 3000 });
      } catch (error) {
        // The list is made when the palette opens; a command whose conditions come true later shows in the next one.
        await this.press('Escape');
        throw error;
      }
      return true;
    });
    // The command may open an input of its own, with another text in it.
    await this.until('the palette to close', async () => {
      const input = this.quickInputBox();
      return !(await input.isVisible()) || !(await input.inputValue()).startsWith('>');
    });
  }

  /** Opens a file of the folder by name. */
  async openFile(name: string): Promise<void> {
    await this.quickInput('Control+p', name);
    // Enter takes the row on top, which for a moment is one of the files that were open last.
    await this.page
      .locator('.quick-input-list .monaco-list-row')
      .first()
      .filter({ hasText: name.split('/').at(-1) ?? name })
      .waitFor();
    await this.acceptQuickInput();
    await this.page
      .locator('.tab.active')
      .filter({ hasText: name.split('/').at(-1) ?? name })
      .first()
      .waitFor();
    await this.editor().locator('.view-line').first().waitFor();
  }

  /** Puts the cursor at a 1-based line and column and reveals it. */
  async goTo(line: number, column = 1): Promise<void> {
    await this.quickInput('Control+g', `:${line}:${column}`);
    await this.acceptQuickInput();
    await this.page
      .locator('.statusbar')
      .getByText(new RegExp(`Ln ${line}, Col ${column}\\b`))
      .first()
      .waitFor();
  }

  /** Scrolls to a text of the file on disk and puts the cursor at its start. */
  async reveal(name: string, text: string): Promise<void> {
    const content = this.read(name);
    const at = content.indexOf(text);
    if (at < 0) throw new Error(`"${text}" does not stand in ${name}.`);
    const before = content.slice(0, at).split('\n');
    await this.goTo(before.length, (before.at(-1) ?? '').length + 1);
  }

  /** Opens the input that a key opens and fills it; again if it closes in between, as it does when something else takes the focus. */
  private async quickInput(key: string, value: string): Promise<void> {
    const input = this.quickInputBox();
    await this.until(`the input that ${key} opens`, async () => {
      if (!(await input.isVisible())) {
        await this.page.keyboard.press(key);
        await input.waitFor({ timeout: 2000 });
      }
      await input.fill(value, { timeout: 2000 });
      return (await input.isVisible()) && (await input.inputValue()) === value;
    });
  }

  private quickInputBox(): Locator {
    return this.page.locator('.quick-input-widget input[type="text"]').first();
  }

  /** Accepts the quick input and waits until it is gone, so that the next one does not meet it on its way out. */
  private async acceptQuickInput(): Promise<void> {
    await this.press('Enter');
    await this.quickInputBox().waitFor({ state: 'hidden' });
  }

  async save(): Promise<void> {
    await this.press('Control+s');
    await this.page.locator('.tab.active.dirty').waitFor({ state: 'detached' });
  }

  // ---- The rest of the window -----------------------------------------------------------------------------------------------------------

  /** The rows of the Problems panel, opened if need be. */
  async problems(): Promise<string[]> {
    const panel = this.page.locator('.markers-panel');
    if (!(await panel.isVisible())) await this.page.keyboard.press('Control+Shift+M');
    await panel.waitFor();
    const rows = panel.locator('.monaco-list-row');
    await this.until('the Problems panel', async () => (await rows.count()) > 0 || (await panel.innerText()).includes('No problems'));
    return (await rows.allInnerTexts()).map((row) =>
      plain(row)
        .replaceAll(/\s*\n\s*/g, ' ')
        .trim(),
    );
  }

  /** Goes to the place of a problem, by its message, as a double click in the panel does; the text editor has the focus afterwards. */
  async goToProblem(message: string | RegExp): Promise<void> {
    await this.problems();
    await this.page.locator('.markers-panel .monaco-list-row').filter({ hasText: message }).first().dblclick();
    await this.page.locator('.editor-group-container.active .monaco-editor.focused').first().waitFor();
  }

  statusBar(): Locator {
    return this.page.locator('.statusbar');
  }

  /** Waits for a notification with the given text. */
  async waitForNotification(text: string | RegExp): Promise<void> {
    await this.page.locator('.notification-toast').filter({ hasText: text }).first().waitFor();
  }

  /** Notifications on the screen, as text. */
  async notifications(): Promise<string[]> {
    return (await this.page.locator('.notification-toast').allInnerTexts()).map((text) => plain(text).trim());
  }

  /**
   * The document inside a webview (a panel, or the Markdown preview): the first frame in which `selector` can be seen.
   */
  async webview(selector: string): Promise<Frame> {
    return this.until(`a webview with ${selector}`, async () => {
      for (const frame of this.page.frames()) {
        if (frame === this.page.mainFrame() || !/webview|fake\.html/.test(frame.url())) continue;
        const found = await frame
          .locator(selector)
          .first()
          .isVisible()
          .catch(() => false);
        if (found) return frame;
      }
      return undefined;
    });
  }

  /** Opens the built-in Markdown preview of the editor in front and returns its document. */
  async markdownPreview(): Promise<Frame> {
    await this.page.keyboard.press('Control+Shift+V');
    return this.webview('.markdown-body');
  }

  /** Saves a picture of the window as `out/screenshots/<name>-<theme>.png` and returns its path. */
  async screenshot(name: string): Promise<string> {
    mkdirSync(SCREENSHOTS, { recursive: true });
    const path = join(SCREENSHOTS, `${name}-${this.theme}.png`);
    // What fades in or out is shown as it will be.
    await this.page.screenshot({ path, animations: 'disabled' });
    return path;
  }
}

/** Short for `Workbench.open`. */
export const openWorkbench = (options: OpenOptions): Promise<Workbench> => Workbench.open(options);
