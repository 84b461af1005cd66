import type { DiagnosticPath } from '@ojd/expr';
import type { MapNode } from '../documents/nodes.ts';
import type { Walk } from './walk.ts';

/** A rule about several values of one object. It runs on every object of its shape. */
export interface ShapeCheck {
  /** Names the rule in the mutation run. */
  readonly id: string;
  run(node: MapNode, path: DiagnosticPath, walk: Walk): void;
}
