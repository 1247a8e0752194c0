import { closed } from '../argument';
import { gap } from './gap';
import { defineRule } from './rule';

export default defineRule(
  gap({
    id: 'slo-without-consequence',
    question: 'Q2',
    questions: ['Q2', 'Q8'],
    title: 'no consequence of a miss',
    summary: 'There is a target, and nothing says what missing it costs: conversion, churn, a contract, a bill, a user who waits.',
    why: 'Nobody defends a target that nobody would miss. The consequence is what makes a number a requirement, and it decides how much the work may cost.',
    message: 'There is a target, but nobody is named who would miss it: say what a miss costs users or the business.',
    whenNotToUse: 'Where the targets of your house are set elsewhere together with their reasons.',
    closedBy: ['consequence'],
    asked: (a) => closed(a, 'slo'),
    at: (a) => a.evidence.get('slo')?.span ?? a.anchor,
    bad: [],
    good: [],
  }),
);
