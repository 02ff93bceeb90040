// Places for a small network: things push each other away, ties pull; no chance is in it, the same answer looks the same.

export interface Body {
  id: string;
  label: string;
  ties: number;
  x: number;
  y: number;
}

export interface Pull {
  from: Body;
  to: Body;
}

const ROUNDS = 260;

export function settle(bodies: readonly Body[], pulls: readonly Pull[], width: number, height: number): void {
  const n = bodies.length;
  bodies.forEach((body, at) => {
    // A sunflower's order: even, and without chance.
    const [angle, far] = [at * 2.399963, Math.sqrt((at + 0.5) / n)];
    body.x = width / 2 + Math.cos(angle) * far * width * 0.45;
    body.y = height / 2 + Math.sin(angle) * far * height * 0.45;
  });
  const wanted = Math.sqrt((width * height) / Math.max(n, 1)) * 0.75;
  const rounds = n > 400 ? 80 : ROUNDS;
  for (let round = 0; round < rounds; round += 1) step(bodies, pulls, wanted, (1 - round / rounds) * wanted * 0.6, width, height);
  spread(bodies, width, height);
}

function step(bodies: readonly Body[], pulls: readonly Pull[], wanted: number, most: number, width: number, height: number): void {
  const moves = new Map(bodies.map((body) => [body, { x: (width / 2 - body.x) * 0.3, y: (height / 2 - body.y) * 0.45 }]));
  bodies.forEach((a, at) => {
    for (let other = at + 1; other < bodies.length; other += 1) {
      const b = bodies[other] as Body;
      const [dx, dy] = [a.x - b.x || (at - other) * 0.01, a.y - b.y || 0.01];
      push(moves.get(a), moves.get(b), dx, dy, (wanted * wanted) / (dx * dx + dy * dy));
    }
  });
  for (const { from, to } of pulls) {
    const [dx, dy] = [from.x - to.x, from.y - to.y];
    push(moves.get(from), moves.get(to), dx, dy, -Math.hypot(dx, dy) / wanted / 5);
  }
  for (const [body, move] of moves) {
    const far = Math.hypot(move.x, move.y) || 1;
    body.x += (move.x / far) * Math.min(far, most);
    body.y += (move.y / far) * Math.min(far, most);
  }
}

function push(a: { x: number; y: number } | undefined, b: { x: number; y: number } | undefined, dx: number, dy: number, force: number): void {
  if (!a || !b) return;
  a.x += dx * force;
  a.y += dy * force;
  b.x -= dx * force;
  b.y -= dy * force;
}

/** Fill the whole room. */
function spread(bodies: readonly Body[], width: number, height: number): void {
  const [xs, ys] = [bodies.map(({ x }) => x), bodies.map(({ y }) => y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  for (const body of bodies) {
    body.x = right > left ? 60 + ((body.x - left) / (right - left)) * (width - 170) : width / 2;
    body.y = bottom > top ? 24 + ((body.y - top) / (bottom - top)) * (height - 48) : height / 2;
  }
}
