import type { Point } from "./place.ts";

/** A crossing is as bad as a line that climbs this far. */
const CROSSING = 300;

/** How hard lines are to follow: how far they climb, and how often they cross. Ends that they share do not count. */
export function tangle(routes: readonly (readonly Point[])[]): number {
  const pieces = routes.map((points) =>
    points.slice(1).map((to, at): Piece => ({ from: points[at] ?? to, to })),
  );
  let sum = 0;
  pieces.forEach((one, at) => {
    for (const { from, to } of one) sum += Math.abs(to.y - from.y);
    for (const other of pieces.slice(at + 1)) {
      for (const piece of one) for (const against of other) if (cross(piece, against)) sum += CROSSING;
    }
  });
  return sum;
}

interface Piece {
  readonly from: Point;
  readonly to: Point;
}

function cross(one: Piece, other: Piece): boolean {
  return side(one, other.from) * side(one, other.to) < 0 && side(other, one.from) * side(other, one.to) < 0;
}

/** On which side of a piece, drawn on without end, a point lies. */
function side({ from, to }: Piece, point: Point): number {
  return Math.sign((to.x - from.x) * (point.y - from.y) - (to.y - from.y) * (point.x - from.x));
}
