// Generated from src/content/templates by scripts/gen/templates.mjs. Do not edit.
export const FORM_DATA = [
  {
    "heading": "amdahl estimate",
    "number": true,
    "kind": "amdahl",
    "in": "line",
    "label": "the change touches"
  },
  {
    "heading": "what we are graded on",
    "number": false,
    "kind": "axis",
    "in": "item",
    "label": "graded"
  },
  {
    "heading": "cheaper fixes",
    "number": false,
    "kind": "cheap-fix",
    "in": "column",
    "label": "outcome"
  },
  {
    "heading": "what a miss means",
    "number": false,
    "kind": "consequence",
    "in": "item",
    "label": "what follows"
  },
  {
    "heading": "moving only the hot part",
    "number": false,
    "kind": "polyglot",
    "in": "item",
    "label": "technique"
  },
  {
    "heading": "moving only the hot part",
    "number": false,
    "kind": "polyglot",
    "in": "item",
    "label": "taken or not"
  },
  {
    "heading": "when the old version stays",
    "number": false,
    "kind": "kill-criterion",
    "in": "item",
    "label": "limit"
  },
  {
    "heading": "where it breaks",
    "number": true,
    "kind": "load-test",
    "in": "item",
    "label": "latency leaves the flat part at"
  },
  {
    "heading": "what waits meanwhile",
    "number": false,
    "kind": "opportunity-cost",
    "in": "item",
    "label": "waiting"
  },
  {
    "heading": "payback",
    "number": true,
    "kind": "payback",
    "in": "row",
    "label": "payback"
  },
  {
    "heading": "where the time goes",
    "number": true,
    "kind": "profile",
    "in": "column",
    "label": "share of wall-clock time"
  },
  {
    "heading": "where the time goes",
    "number": true,
    "kind": "amdahl",
    "in": "column",
    "label": "share of wall-clock time"
  },
  {
    "heading": "prototype figures",
    "number": true,
    "kind": "prototype",
    "in": "column",
    "label": "prototype"
  },
  {
    "heading": "when to look again",
    "number": false,
    "kind": "revisit",
    "in": "item",
    "label": "on"
  },
  {
    "heading": "when to look again",
    "number": false,
    "kind": "revisit",
    "in": "item",
    "label": "sooner"
  },
  {
    "heading": "proof beside the old version",
    "number": false,
    "kind": "shadow-run",
    "in": "item",
    "label": "input"
  },
  {
    "heading": "service level objective",
    "number": true,
    "kind": "slo",
    "in": "column",
    "label": "target"
  },
  {
    "heading": "service level objective",
    "number": false,
    "kind": "consequence",
    "in": "line",
    "label": "a miss means"
  },
  {
    "heading": "cost in people",
    "number": false,
    "kind": "talent",
    "in": "item",
    "label": "today"
  },
  {
    "heading": "cost in people",
    "number": false,
    "kind": "talent",
    "in": "item",
    "label": "plan"
  },
  {
    "heading": "workload shape",
    "number": false,
    "kind": "workload-shape",
    "in": "line",
    "label": "the work of one request is"
  }
] as const;
