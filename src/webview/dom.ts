/** Elements made from values. Text always becomes a text node: there is no way from here to markup. */
import type { SvgNode } from '../core/hover/chart/svg';

type Child = Node | string | null | undefined | false;
type Props = Readonly<Record<string, string | number | boolean | undefined | ((event: Event) => void)>>;

export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  props: Props = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (typeof value === 'function') element.addEventListener(name, value);
    else if (value === true) element.setAttribute(name, '');
    else if (value !== undefined && value !== false) element.setAttribute(name, String(value));
  }
  for (const child of children) if (child !== null && child !== undefined && child !== false) element.append(child);
  return element;
}

const SVG = 'http://www.w3.org/2000/svg';

/** A chart node as an element; style and script cannot be among them because the charts name neither. */
export function svg(node: SvgNode): SVGElement {
  const element = document.createElementNS(SVG, node.tag);
  for (const [name, value] of Object.entries(node.attrs)) element.setAttribute(name, String(value));
  for (const child of node.children) element.append(typeof child === 'string' ? child : svg(child));
  return element;
}

/** A chart as an image with its description, for eyes and for screen readers. */
export function figure(chart: { readonly svg: SvgNode; readonly alt: string }, caption: string): HTMLElement {
  const picture = svg(chart.svg);
  picture.setAttribute('role', 'img');
  picture.setAttribute('aria-label', chart.alt);
  picture.setAttribute('class', 'chart');
  return h('figure', {}, picture, h('figcaption', {}, caption));
}
