// Names of nodes and islands, drawn over the canvas so that none covers another. At first sight the most powerful
// have one; the nearer one looks, the more appear.

const FIRST_LABELS = 55; // on a wide stage, with the names of the paradigms at most 60; fewer on a small one
const WIDE_STAGE = 620000; // square pixels
const LABEL_LIMIT = 260;
const STRONGEST = 10; // have their label even where it covers a node
const FONT = '"Inter", "Segoe UI", "Helvetica Neue", Arial, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif';
const drawn = { labels: [], titles: 0 };
const widths = new Map();

function textWidth(context, text, font) {
  const key = `${font} ${text}`;
  if (!widths.has(key)) {
    context.font = font;
    widths.set(key, context.measureText(text).width);
  }
  return widths.get(key);
}

// All canvas text is set in pixels of the screen, whatever the scale.
function onScreen(context, paintText) {
  context.save();
  const ratio = window.devicePixelRatio || 1;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  paintText();
  context.restore();
}

function label(context, text, x, y, font, color) {
  context.font = font;
  context.lineJoin = "round";
  context.lineWidth = 3.5;
  context.strokeStyle = cssColor("--halo");
  context.strokeText(text, x, y);
  context.fillStyle = color;
  context.fillText(text, x, y);
}

function drawGround(context) {
  const titles = [];
  for (const { id, island, from, to } of paradigms) {
    if (state.off.paradigm.has(id) || island.length < 3) continue;
    if (!view.counts.paradigm?.[id]) continue;
    const [x, y, radius] = island;
    const glow = context.createRadialGradient(x, y, radius * 0.2, x, y, radius * 1.1);
    glow.addColorStop(0, cssColor("--island"));
    glow.addColorStop(0.86, cssColor("--island"));
    glow.addColorStop(1, "transparent");
    context.fillStyle = glow;
    context.beginPath();
    context.arc(x, y, radius * 1.1, 0, 2 * Math.PI);
    context.fill();
    titles.push({ id, x, y: y - radius * 1.1, years: `${from.slice(0, 4)}–${to.slice(0, 4)}` });
  }
  drawn.titles = titles.length;
  const narrow = find("canvas").clientWidth < 600;
  onScreen(context, () => {
    for (const { id, x, y, years } of titles) {
      const at = network.canvasToDOM({ x, y });
      context.textAlign = "center";
      context.textBaseline = "alphabetic";
      context.font = `600 ${narrow ? 13 : 17}px ${FONT}`;
      context.fillStyle = cssColor("--title");
      context.fillText(paradigmName(id), at.x, Math.max(at.y, 20));
      if (narrow) continue;
      context.font = `11px ${FONT}`;
      context.fillText(years, at.x, Math.max(at.y, 20) + 15);
    }
  });
}

function drawLabels(context) {
  const scale = network.getScale();
  const stage = find("canvas");
  const [wide, high] = [stage.clientWidth, stage.clientHeight];
  const first = FIRST_LABELS * Math.min(1, (wide * high) / WIDE_STAGE);
  const cap = Math.min(LABEL_LIMIT, Math.round(first * Math.max(1, (scale / fitScale) ** 2)));
  const focus = focusNodes();
  const boxes = [];
  drawn.labels = [];
  const candidates = [];
  for (const node of nodes) {
    if (!view.nodes.has(node.number) && state.node !== node) continue;
    if (focus && !focus.has(node) && state.hoverNode !== node) continue;
    const at = network.canvasToDOM({ x: node.x, y: node.y });
    if (at.x < -40 || at.y < -20 || at.x > wide + 40 || at.y > high + 20) continue;
    const rank = state.node === node || state.hoverNode === node ? 2 : 0;
    candidates.push({ node, at, weight: rank + view.powers[node.number] + (node.in.length + node.out.length) * 1e-6, first: rank });
  }
  // Labels keep off the larger nodes where they can.
  const discs = candidates
    .map(({ node, at }) => ({ node, ...at, side: 1.7 * scale * sizeOf(view.powers[node.number]) }))
    .filter(({ side }) => side > 8)
    .map((disc) => ({ ...disc, w: disc.side, h: disc.side }));
  candidates.sort((a, b) => b.weight - a.weight || a.node.number - b.node.number);
  onScreen(context, () => {
    for (const { node, at, first: rank } of candidates) {
      if (drawn.labels.length >= cap) break;
      const size = rank ? 13.5 : Math.round(10.5 + 4 * Math.sqrt(view.powers[node.number] / page.sizes.greatest));
      const font = `${rank || size > 12 ? "600 " : ""}${size}px ${FONT}`;
      const text = clip(nameOf(node));
      const width = textWidth(context, text, font);
      const reach = sizeOf(view.powers[node.number]) * scale;
      const spots = [
        { x: at.x, y: at.y + reach + size * 0.5 + 4 },
        { x: at.x, y: at.y - reach - size * 0.5 - 3 },
        { x: at.x + reach + width / 2 + 4, y: at.y },
        { x: at.x - reach - width / 2 - 4, y: at.y },
      ].map((place) => ({ ...place, w: width, h: size + 2 }));
      const free = spots.filter((place) => !boxes.some((box) => cross(place, box)));
      const clear = free.find((place) => !discs.some((disc) => disc.node !== node && cross(place, disc)));
      const spot = clear || (drawn.labels.length < STRONGEST ? free[0] : null) || (rank ? spots[0] : null);
      if (!spot) continue;
      boxes.push(spot);
      context.textAlign = "center";
      context.textBaseline = "middle";
      label(context, text, spot.x, spot.y, font, cssColor("--ink"));
      drawn.labels.push(node.id);
    }
  });
}

function cross(a, b) {
  return Math.abs(a.x - b.x) * 2 < a.w + b.w + 4 && Math.abs(a.y - b.y) * 2 < a.h + b.h + 1;
}

function clip(text) {
  return text.length > 26 ? `${text.slice(0, 25)}…` : text;
}
