// The node or tie in focus: everything else steps back behind a veil, its ties come forward with arrows.

function visibleEdgesOf(node) {
  return [...node.out, ...node.in].filter((edge) => view.edges[edge.number]);
}

function focusEdges() {
  if (state.edge) return [state.edge];
  return state.node ? visibleEdgesOf(state.node) : [];
}

// Nodes in focus, or null where nothing is selected.
function focusNodes() {
  if (!state.edge && !state.node) return null;
  const found = new Set(state.node ? [state.node] : []);
  for (const edge of focusEdges()) found.add(edge.dependent).add(edge.provider);
  return found;
}

function drawEdge(context, edge, scale, strong) {
  const from = edge.dependent;
  const to = edge.provider;
  const manners = view.edges[edge.number] || { layer: edge.layer, line: "dashed" };
  const angle = Math.atan2(to.y - from.y, to.x - from.x);
  const rim = sizeOf(view.powers[to.number]) + 2 / scale;
  const [x, y] = [to.x - Math.cos(angle) * rim, to.y - Math.sin(angle) * rim];
  const head = 7 / scale;
  context.strokeStyle = context.fillStyle = layerColor(manners.layer);
  context.globalAlpha = strong ? 0.95 : 0.6;
  context.lineWidth = (strong ? 2 : 1.1) / scale;
  context.setLineDash((DASHES[manners.line] || []).map((part) => part / scale));
  context.beginPath();
  context.moveTo(from.x, from.y);
  context.lineTo(x, y);
  context.stroke();
  context.setLineDash([]);
  context.beginPath();
  context.moveTo(x, y);
  context.lineTo(x - head * Math.cos(angle - 0.42), y - head * Math.sin(angle - 0.42));
  context.lineTo(x - head * Math.cos(angle + 0.42), y - head * Math.sin(angle + 0.42));
  context.closePath();
  context.fill();
  context.globalAlpha = 1;
}

const CORNERS = { diamond: [4, 0], square: [4, Math.PI / 4], triangle: [3, -Math.PI / 2], hexagon: [6, 0] };

function drawNode(context, node, scale, ringed) {
  const size = sizeOf(view.powers[node.number]);
  context.fillStyle = colorOf(node);
  context.beginPath();
  const [corners, turn] = CORNERS[node.shape] || [0, 0];
  if (!corners) context.arc(node.x, node.y, size, 0, 2 * Math.PI);
  for (let corner = 0; corner < corners; corner += 1) {
    const angle = turn + (corner * 2 * Math.PI) / corners;
    context.lineTo(node.x + size * 1.15 * Math.cos(angle), node.y + size * 1.15 * Math.sin(angle));
  }
  context.closePath();
  context.fill();
  if (!ringed) return;
  context.strokeStyle = cssColor("--ink");
  context.lineWidth = 2 / scale;
  context.beginPath();
  context.arc(node.x, node.y, size + 4 / scale, 0, 2 * Math.PI);
  context.stroke();
}

function drawFocus(context) {
  const scale = network.getScale();
  const focus = focusNodes();
  if (focus) {
    onScreen(context, () => {
      context.fillStyle = cssColor("--veil");
      context.fillRect(0, 0, context.canvas.width, context.canvas.height);
    });
    for (const edge of focusEdges()) drawEdge(context, edge, scale, Boolean(state.edge));
    for (const node of focus) drawNode(context, node, scale, node === state.node || Boolean(state.edge));
  }
  const passing = state.hoverNode ? visibleEdgesOf(state.hoverNode) : state.hoverEdge ? [state.hoverEdge] : [];
  for (const edge of passing) drawEdge(context, edge, scale, Boolean(state.hoverEdge));
  if (state.hoverNode) drawNode(context, state.hoverNode, scale, true);
}

// What the pointer is over: its name, and for a tie who depends on whom.
function hover(node, edge) {
  state.hoverNode = node;
  state.hoverEdge = edge;
  const tip = find("tip");
  tip.hidden = !node && !edge;
  find("canvas").classList.toggle("pointing", Boolean(node || edge));
  tip.replaceChildren();
  if (node) {
    tip.append(make("strong", {}, nameOf(node)));
    if (otherNameOf(node) !== nameOf(node)) tip.append(make("span", {}, otherNameOf(node)));
    const power = view.powers[node.number];
    if (power > 0) tip.append(make("span", {}, `${say("power")} ${powerText(power)}`));
  }
  if (edge) {
    const verb = view.edges[edge.number]?.layer === "capital" ? "invests" : "depends.on";
    tip.append(make("strong", {}, `${nameOf(edge.dependent)} → ${nameOf(edge.provider)}`));
    tip.append(make("span", {}, [say(verb), edge.paradigm ? paradigmName(edge.paradigm) : ""].filter(Boolean).join(" · ")));
  }
  if (network) network.redraw();
}

function followPointer(event) {
  const tip = find("tip");
  const frame = find("stage").getBoundingClientRect();
  const [x, y] = [event.clientX - frame.left, event.clientY - frame.top];
  tip.style.left = `${Math.min(x + 14, frame.width - 230)}px`;
  tip.style.top = `${y > frame.height - 90 ? y - 70 : y + 16}px`;
}
