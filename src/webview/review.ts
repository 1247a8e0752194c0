/** The script of the review panel: shows the model it is sent, and says what the reader clicked. */
import { english, type Translate } from '../core/hover/words';
import type { FromPanel, PanelModel, ToPanel } from '../vscode/panel/protocol';
import { Calculator } from './calculator';
import { h } from './dom';
import { accepted, advice, findings, greenlight, header, numbers, questions, refuse, type Actions } from './sections';

declare function acquireVsCodeApi(): { postMessage(message: FromPanel): void; setState(state: unknown): void };

const editor = acquireVsCodeApi();
const root = document.getElementById('review') as HTMLElement;
let words: Readonly<Record<string, string>> = {};
const t: Translate = (message, data) => english(words[message] ?? message, data);
const actions: Actions = {
  t,
  reveal: ({ from, to }) => editor.postMessage({ type: 'reveal', from, to }),
  card: (question) => editor.postMessage({ type: 'card', question }),
  copy: () => editor.postMessage({ type: 'copy' }),
  save: () => editor.postMessage({ type: 'save' }),
};
const calculator = new Calculator(t, (kind, values) => editor.postMessage({ type: 'insert', kind, values }));

/** In reading order. A section is made anew only when what it shows has changed, so that nothing jumps while somebody types. */
const SECTIONS: readonly {
  readonly make: (model: PanelModel, actions: Actions) => HTMLElement | null;
  readonly of: (model: PanelModel) => unknown;
}[] = [
  { make: header, of: (m) => [m.title, m.path, m.verdict, m.why, m.reasons, m.exempt, m.met, m.asked] },
  { make: greenlight, of: (m) => m.greenlight },
  { make: refuse, of: (m) => m.refuse },
  { make: numbers, of: (m) => [m.derivations, m.charts, m.calculator] },
  { make: findings, of: (m) => [m.applies, m.byQuestion] },
  { make: questions, of: (m) => m.questions },
  { make: advice, of: (m) => m.advice },
  { make: accepted, of: (m) => m.accepted },
];

const slots = SECTIONS.map(() => ({ key: '', holder: h('div') }));
const calculatorHolder = h('div');
let built = false;

function show(model: PanelModel): void {
  if (!built) {
    root.replaceChildren(h('main', {}, ...slots.map((slot) => slot.holder), calculatorHolder));
    built = true;
  }
  const focused = document.activeElement?.getAttribute('data-key');
  SECTIONS.forEach(({ make, of }, i) => {
    const slot = slots[i];
    const key = JSON.stringify(of(model));
    if (!slot || slot.key === key) return;
    slot.key = key;
    const made = make(model, actions);
    slot.holder.replaceChildren(...(made ? [made] : []));
  });
  if (calculator.adopt(model.calculator)) calculatorHolder.replaceChildren(calculator.render());
  // A rebuilt button keeps the keyboard's place.
  if (focused && document.activeElement === document.body) {
    const again = [...root.querySelectorAll<HTMLElement>('[data-key]')].find((element) => element.dataset['key'] === focused);
    again?.focus({ preventScroll: true });
  }
  editor.setState({ uri: model.uri });
}

window.addEventListener('message', ({ data }: MessageEvent<ToPanel>) => {
  switch (data.type) {
    case 'model':
      words = data.words;
      show(data.model);
      return;
    case 'gone':
      built = false;
      slots.forEach((slot) => (slot.key = ''));
      root.replaceChildren(h('p', { class: 'quiet' }, t('This document is not checked, so there is no review of it.')));
      return;
    case 'calculator':
      document.getElementById('calculator')?.scrollIntoView();
      root.querySelector<HTMLElement>('#calculator input')?.focus({ preventScroll: true });
  }
});

editor.postMessage({ type: 'ready' });
