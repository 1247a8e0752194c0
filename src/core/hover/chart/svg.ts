/** A chart as plain data: the hover turns it into an image, the review panel into elements. No markup is ever pasted together from text. */
import { escapeHtml } from '../../escape';

export interface SvgNode {
  readonly tag: string;
  readonly attrs: Readonly<Record<string, string | number>>;
  readonly children: readonly (SvgNode | string)[];
}

export interface Chart {
  readonly svg: SvgNode;
  /** The whole picture in one or two sentences, for those who cannot see it. */
  readonly alt: string;
}

export function el(tag: string, attrs: Readonly<Record<string, string | number>>, ...children: (SvgNode | string)[]): SvgNode {
  return { tag, attrs, children };
}

/** One decimal is a tenth of a pixel, which is all an eye can tell apart. */
export function px(value: number): number {
  return Math.round(value * 10) / 10;
}

/** Serialises a node; every attribute and text is escaped. */
export function markup(node: SvgNode): string {
  const attrs = Object.entries(node.attrs)
    .map(([name, value]) => ` ${name}="${escapeHtml(String(value))}"`)
    .join('');
  const inside = node.children.map((child) => (typeof child === 'string' ? escapeHtml(child) : markup(child))).join('');
  return inside === '' ? `<${node.tag}${attrs}/>` : `<${node.tag}${attrs}>${inside}</${node.tag}>`;
}

export type ChartTheme = 'light' | 'dark' | 'contrast-light' | 'contrast-dark';

/** Colours for a chart that stands alone as an image, where no style sheet of the editor reaches it. Each is at least 4.5:1 on its ground. */
const PALETTES: Readonly<Record<ChartTheme, { ink: string; quiet: string; line: string; limit: string; mark: string }>> = {
  light: { ink: '#3b3b3b', quiet: '#8a8a8a', line: '#0b63ad', limit: '#b3261e', mark: '#7a4f00' },
  dark: { ink: '#d4d4d4', quiet: '#8c8c8c', line: '#4fa8f5', limit: '#f48771', mark: '#e2b340' },
  'contrast-light': { ink: '#000000', quiet: '#292929', line: '#0f4a85', limit: '#b5200d', mark: '#5c3b00' },
  'contrast-dark': { ink: '#ffffff', quiet: '#ffffff', line: '#21a6ff', limit: '#ff8a80', mark: '#ffd700' },
};

/** The style sheet of a stand-alone chart; the panel's own sheet names the same classes with theme colours. */
function styleOf(theme: ChartTheme): string {
  const { ink, quiet, line, limit, mark } = PALETTES[theme];
  return (
    `text{font:11px system-ui,sans-serif;fill:${ink}}.quiet{fill:${quiet}}.axis,.grid{stroke:${quiet};fill:none}.grid{stroke-opacity:.35}` +
    `.curve{stroke:${line};stroke-width:2;fill:none}.limit{stroke:${limit};stroke-width:1.5;stroke-dasharray:5 3;fill:none}.limit-text{fill:${limit}}` +
    `.danger{fill:${limit};fill-opacity:.12}.point{fill:${line}}.claim{fill:${mark};stroke:${mark}}.claim-text{fill:${mark}}`
  );
}

/** The chart as a `data:` image, safe inside Markdown's `![…](…)`. */
export function dataUri(chart: Chart, theme: ChartTheme): string {
  const root = chart.svg;
  const styled = el(root.tag, { xmlns: 'http://www.w3.org/2000/svg', ...root.attrs }, el('style', {}, styleOf(theme)), ...root.children);
  const encoded = encodeURIComponent(markup(styled)).replace(/[()']/g, (c) => `%${c.charCodeAt(0).toString(16)}`);
  return `data:image/svg+xml,${encoded}`;
}
