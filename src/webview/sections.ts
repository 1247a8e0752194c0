/** The sections of the review, each a function of the model. */
import { amdahlChart } from '../core/hover/chart/amdahl';
import { loadChart } from '../core/hover/chart/load';
import { paybackChart } from '../core/hover/chart/payback';
import type { Translate } from '../core/hover/words';
import type { PanelCriterion, PanelFinding, PanelModel, Place } from '../vscode/panel/protocol';
import { figure, h } from './dom';

export interface Actions {
  readonly t: Translate;
  reveal(place: Place): void;
  card(question: string): void;
  copy(): void;
  save(): void;
}

/** A place in the document, as a button: Enter and Space work, and a screen reader says line and words. */
function placeButton(place: Place, quote: string, key: string, { t, reveal }: Actions): HTMLElement {
  const line = t('line {line}', { line: place.line });
  return h(
    'button',
    { type: 'button', class: 'place', 'data-key': key, click: () => reveal(place) },
    h('span', { class: 'line' }, line),
    ' ',
    h('q', {}, quote),
  );
}

function cardButton(question: string, key: string, { t, card }: Actions): HTMLElement {
  const label = t('Open Q&A {question}', { question });
  return h('button', { type: 'button', class: 'card', 'data-key': key, title: label, click: () => card(question) }, question);
}

const MARKS: Readonly<Record<PanelCriterion['status'], string>> = { met: '✓', open: '○', contradicted: '✗', 'not-asked': '–' };

export function header(model: PanelModel, actions: Actions): HTMLElement {
  const { t } = actions;
  const share = model.asked > 0 ? Math.round((model.met / model.asked) * 100) : 0;
  return h(
    'header',
    {},
    h('h1', {}, model.title || t('Untitled proposal')),
    h('p', { class: 'path' }, model.path),
    h('p', { class: 'verdict', role: 'status' }, model.verdict),
    model.asked > 0 &&
      h('progress', {
        class: 'met',
        max: 100,
        value: share,
        'aria-label': t('{met} of {asked} greenlight criteria met', { met: model.met, asked: model.asked }),
      }),
    h('p', { class: 'quiet' }, model.why),
    h(
      'ul',
      { class: 'plain' },
      ...model.reasons.slice(0, 3).map((reason, i) => h('li', {}, placeButton(reason, reason.quote, `reason-${i}`, actions))),
    ),
    model.exempt !== '' && h('p', { class: 'quiet' }, t('The work is exempt by its nature ({exempt}); see Q16.', { exempt: model.exempt })),
    h(
      'p',
      { class: 'toolbar' },
      h('button', { type: 'button', 'data-key': 'copy', click: () => actions.copy() }, t('Copy as Markdown')),
      h('button', { type: 'button', class: 'secondary', 'data-key': 'save', click: () => actions.save() }, t('Save as Markdown')),
    ),
  );
}

export function greenlight(model: PanelModel, actions: Actions): HTMLElement | null {
  if (model.greenlight.length === 0) return null;
  const { t } = actions;
  const names: Readonly<Record<PanelCriterion['status'], string>> = {
    met: t('met'),
    open: t('open'),
    contradicted: t('contradicted'),
    'not-asked': t('not asked'),
  };
  const item = (c: PanelCriterion): HTMLElement =>
    h(
      'li',
      { class: `criterion ${c.status}` },
      h('span', { class: 'mark', 'aria-hidden': 'true' }, MARKS[c.status]),
      h(
        'div',
        {},
        h(
          'p',
          { class: 'title' },
          h('strong', {}, c.title),
          ' ',
          h('span', { class: 'state' }, names[c.status]),
          ' ',
          cardButton(c.question, `green-${c.id}`, actions),
        ),
        c.note !== '' && h('p', { class: 'quiet' }, c.note),
        c.status === 'open' && h('p', { class: 'ask' }, c.ask),
        ...c.evidence.map((e, i) => placeButton(e, e.quote, `green-${c.id}-${i}`, actions)),
      ),
    );
  return section('greenlight', t('Greenlight criteria'), h('ul', { class: 'plain criteria' }, ...model.greenlight.map(item)));
}

export function refuse(model: PanelModel, actions: Actions): HTMLElement | null {
  const { t } = actions;
  if (model.refuse.length === 0) return null;
  const found = model.refuse.filter((sign) => sign.findings.length > 0);
  const clear = model.refuse.filter((sign) => sign.findings.length === 0);
  const items = found.map((sign) =>
    h(
      'li',
      { class: 'criterion contradicted' },
      h('span', { class: 'mark', 'aria-hidden': 'true' }, '!'),
      h(
        'div',
        {},
        h('p', { class: 'title' }, h('strong', {}, sign.title), ' ', cardButton(sign.question, `refuse-${sign.id}`, actions)),
        ...sign.findings.map((f, i) => findingLine(f, `refuse-${sign.id}-${i}`, actions)),
      ),
    ),
  );
  return section(
    'refuse',
    t('Reasons to refuse'),
    items.length > 0 ? h('ul', { class: 'plain criteria' }, ...items) : h('p', {}, t('None found.')),
    clear.length > 0 &&
      items.length > 0 &&
      h('p', { class: 'quiet' }, t('Looked for and not found: {signs}.', { signs: clear.map((s) => s.title).join(' · ') })),
  );
}

function findingLine(finding: PanelFinding, key: string, actions: Actions): HTMLElement {
  return h('div', { class: `finding ${finding.severity}` }, h('p', {}, finding.message), placeButton(finding, finding.quote, key, actions));
}

export function numbers(model: PanelModel, actions: Actions): HTMLElement | null {
  const { t } = actions;
  const { amdahl, payback, load } = model.charts;
  const { limit, knee, horizon } = model.calculator;
  const pictures = [
    amdahl && figure(amdahlChart(amdahl, t), t('Amdahl: what the whole can gain')),
    payback && figure(paybackChart({ ...payback, limit }, t), t('Payback: when the money is back')),
    load && figure(loadChart({ ...load, knee, horizon }, t), t('Load: how close the cliff is')),
  ].filter((picture): picture is HTMLElement => picture !== undefined);
  if (model.derivations.length === 0 && pictures.length === 0) return null;
  const items = model.derivations.map((d, i) =>
    h(
      'li',
      {},
      h('p', {}, h('strong', {}, d.shown), ' ', h('code', {}, d.worked), ' ', cardButton(d.question, `number-${i}`, actions)),
      ...d.inputs.map((input, j) => placeButton(input, `${input.name} = ${input.shown}`, `number-${i}-${j}`, actions)),
    ),
  );
  return section(
    'numbers',
    t('Numbers recomputed'),
    pictures.length > 0 && h('div', { class: 'charts' }, ...pictures),
    items.length > 0 && h('ul', { class: 'plain' }, ...items),
  );
}

export function findings(model: PanelModel, actions: Actions): HTMLElement | null {
  const { t } = actions;
  if (!model.applies) return null;
  if (model.byQuestion.length === 0) return section('findings', t('Findings'), h('p', {}, t('None.')));
  const groups = model.byQuestion.map(({ question, title, findings: list }) =>
    h(
      'div',
      { class: 'group' },
      h('h3', {}, cardButton(question, `group-${question}`, actions), ` ${title}`),
      ...list.map((f, i) => findingLine(f, `finding-${question}-${i}`, actions)),
    ),
  );
  return section('findings', t('Findings by question'), ...groups);
}

export function accepted(model: PanelModel, actions: Actions): HTMLElement | null {
  const { t } = actions;
  if (model.accepted.length === 0) return null;
  const items = model.accepted.map((f, i) =>
    h(
      'li',
      {},
      h('p', {}, f.message),
      h('p', { class: 'quiet' }, t('Accepted: {reason}', { reason: f.reason })),
      placeButton(f, f.quote, `accepted-${i}`, actions),
    ),
  );
  return section('accepted', t('Accepted findings'), h('ul', { class: 'plain' }, ...items));
}

export function questions(model: PanelModel, actions: Actions): HTMLElement | null {
  if (model.questions.length === 0) return null;
  return section('questions', actions.t('Questions for the author'), h('ol', {}, ...model.questions.map((text) => h('li', {}, text))));
}

export function advice(model: PanelModel, actions: Actions): HTMLElement | null {
  if (model.advice.length === 0) return null;
  return section('advice', actions.t('Advice'), h('ul', {}, ...model.advice.map((text) => h('li', {}, text))));
}

export function section(id: string, title: string, ...children: (Node | string | false | null)[]): HTMLElement {
  return h('section', { id, 'aria-labelledby': `${id}-title` }, h('h2', { id: `${id}-title` }, title), ...children);
}
