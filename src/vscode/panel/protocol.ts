/** What the review panel and the extension say to each other. Plain data both ways; this file is shared with the webview's script. */

export interface Place {
  readonly line: number;
  readonly from: number;
  readonly to: number;
}

export interface PanelCriterion {
  readonly id: string;
  readonly title: string;
  readonly question: string;
  readonly status: 'met' | 'open' | 'contradicted' | 'not-asked';
  readonly ask: string;
  readonly note: string;
  readonly evidence: readonly (Place & { readonly quote: string })[];
}

export interface PanelFinding extends Place {
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
  readonly quote: string;
}

export interface PanelDerivation {
  readonly kind: string;
  readonly shown: string;
  readonly formula: string;
  readonly worked: string;
  readonly question: string;
  readonly inputs: readonly (Place & { readonly name: string; readonly shown: string })[];
}

/** Starting values of the calculator: the document's own numbers where it states them. */
export interface CalculatorStart {
  readonly f: number;
  readonly s: number;
  readonly cost: number;
  readonly monthlySaving: number;
  readonly currency: string;
  readonly utilisation: number;
  readonly monthlyGrowth: number;
  readonly limit: number;
  readonly knee: number;
  readonly horizon: number;
}

export interface PanelModel {
  /** Address of the document, for the return after a reload. */
  readonly uri: string;
  readonly title: string;
  readonly path: string;
  readonly applies: boolean;
  readonly verdict: string;
  readonly why: string;
  /** Sentences that decided whether it is a proposal. */
  readonly reasons: readonly (Place & { readonly quote: string })[];
  readonly exempt: string;
  readonly met: number;
  readonly asked: number;
  readonly greenlight: readonly PanelCriterion[];
  readonly refuse: readonly {
    readonly id: string;
    readonly title: string;
    readonly question: string;
    readonly findings: readonly PanelFinding[];
  }[];
  readonly derivations: readonly PanelDerivation[];
  readonly byQuestion: readonly { readonly question: string; readonly title: string; readonly findings: readonly PanelFinding[] }[];
  readonly accepted: readonly (PanelFinding & { readonly reason: string })[];
  readonly questions: readonly string[];
  readonly advice: readonly string[];
  readonly charts: {
    readonly amdahl?: { readonly f: number; readonly s: number | null; readonly claimed: number | null };
    readonly payback?: { readonly cost: number; readonly monthlySaving: number; readonly currency: string };
    readonly load?: { readonly utilisation: number; readonly monthlyGrowth: number | null };
  };
  readonly calculator: CalculatorStart;
}

export type CalculatorKind = 'amdahl' | 'payback' | 'load';

export type ToPanel =
  | { readonly type: 'model'; readonly model: PanelModel; readonly words: Readonly<Record<string, string>> }
  | { readonly type: 'gone' }
  | { readonly type: 'calculator' };

export type FromPanel =
  | { readonly type: 'ready' }
  | { readonly type: 'reveal'; readonly from: number; readonly to: number }
  | { readonly type: 'card'; readonly question: string }
  | { readonly type: 'copy' }
  | { readonly type: 'save' }
  | { readonly type: 'insert'; readonly kind: CalculatorKind; readonly values: CalculatorStart };

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const isFinite = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

/** A message of the webview, checked field by field; anything else is null. */
export function parseFromPanel(message: unknown): FromPanel | null {
  if (!isRecord(message)) return null;
  switch (message['type']) {
    case 'ready':
    case 'copy':
    case 'save':
      return { type: message['type'] };
    case 'reveal': {
      const { from, to } = message;
      return isFinite(from) && isFinite(to) ? { type: 'reveal', from, to } : null;
    }
    case 'card': {
      const { question } = message;
      return typeof question === 'string' && /^Q\d{1,2}$/.test(question) ? { type: 'card', question } : null;
    }
    case 'insert': {
      const { kind, values } = message;
      if ((kind !== 'amdahl' && kind !== 'payback' && kind !== 'load') || !isRecord(values)) return null;
      const { f, s, cost, monthlySaving, currency, utilisation, monthlyGrowth, limit, knee, horizon } = values;
      if (![f, s, cost, monthlySaving, utilisation, monthlyGrowth, limit, knee, horizon].every(isFinite) || typeof currency !== 'string')
        return null;
      return { type: 'insert', kind, values: { ...values, currency: currency.slice(0, 4) } as unknown as CalculatorStart };
    }
    default:
      return null;
  }
}
