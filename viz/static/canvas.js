// The drawing surface: vis-network holds and paints nodes and ties; places come from the data, nothing moves.

const drawnNodes = new vis.DataSet();
const drawnEdges = new vis.DataSet();
const painted = { nodes: [], edges: [] };
let network = null;

function nodeItem(node) {
  return {
    id: node.number,
    x: node.x,
    y: node.y,
    shape: node.shape,
    size: Number(sizeOf(view.powers[node.number]).toFixed(1)),
    color: colorOf(node),
    hidden: !(view.nodes.has(node.number) || state.node === node),
  };
}

function edgeItem(edge) {
  const drawn = view.edges[edge.number];
  if (!drawn) return { id: edge.number, from: edge.from, to: edge.to, hidden: true };
  return {
    id: edge.number,
    from: edge.from,
    to: edge.to,
    hidden: false,
    color: { color: layerColor(drawn.layer), opacity: Number(cssColor("--tie-alpha")) },
    dashes: DASHES[drawn.line],
    width: drawn.line === "promised" ? 0.7 : 1,
  };
}

// Hands vis-network only what has changed: the slider stays fluent with thousands of ties.
function paint() {
  const alpha = Number(cssColor("--tie-alpha"));
  const changed = { nodes: [], edges: [] };
  const keep = (list, number, key, item) => {
    if (painted[list][number] === key) return;
    painted[list][number] = key;
    changed[list].push(item());
  };
  for (const node of nodes) {
    const item = nodeItem(node);
    keep("nodes", node.number, `${item.size} ${item.color} ${item.hidden}`, () => item);
  }
  for (const edge of edges) {
    const drawn = view.edges[edge.number];
    const key = drawn ? `${layerColor(drawn.layer)} ${drawn.line} ${alpha}` : "";
    keep("edges", edge.number, key, () => edgeItem(edge));
  }
  if (changed.nodes.length) drawnNodes.update(changed.nodes);
  if (changed.edges.length) drawnEdges.update(changed.edges);
  if (network) network.redraw();
}

function openCanvas() {
  paint();
  network = new vis.Network(
    find("canvas"),
    { nodes: drawnNodes, edges: drawnEdges },
    {
      autoResize: true,
      physics: false,
      layout: { improvedLayout: false },
      interaction: {
        hover: true,
        hoverConnectedEdges: false,
        selectConnectedEdges: false,
        dragNodes: false,
        hideEdgesOnDrag: true,
        hideEdgesOnZoom: true,
        tooltipDelay: 1e9,
        zoomSpeed: 0.7,
      },
      nodes: { borderWidth: 0, chosen: false, font: { size: 0 }, shapeProperties: { interpolation: false } },
      edges: { smooth: false, chosen: false, selectionWidth: 0, hoverWidth: 0 },
    }
  );
  network.on("beforeDrawing", drawGround);
  network.on("afterDrawing", (context) => {
    drawFocus(context);
    drawLabels(context);
  });
  network.on("click", ({ nodes: [node], edges: [edge] }) => {
    if (node !== undefined) select(nodes[node]);
    else if (edge !== undefined) selectEdge(edges[edge]);
    else select(null);
  });
  network.on("hoverNode", ({ node }) => hover(nodes[node], null));
  network.on("blurNode", () => hover(null, null));
  network.on("hoverEdge", ({ edge }) => hover(null, edges[edge]));
  network.on("blurEdge", () => hover(null, null));
  network.on("resize", () => requestAnimationFrame(() => network.redraw()));
}

function drawerWidth() {
  const drawer = find("drawer");
  const wide = find("stage").clientWidth;
  return !drawer.hidden && drawer.clientWidth < wide * 0.8 ? drawer.clientWidth : 0;
}

// Scale at which `list` fills the stage, and its middle.
function frameOf(list) {
  const stage = find("canvas");
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const node of list) {
    const size = sizeOf(view.powers[node.number]);
    [left, right] = [Math.min(left, node.x - size), Math.max(right, node.x + size)];
    [top, bottom] = [Math.min(top, node.y - size), Math.max(bottom, node.y + size)];
  }
  const wide = Math.max(stage.clientWidth - 60, 100);
  const high = Math.max(stage.clientHeight - 84, 100);
  const scale = Math.min(wide / Math.max(right - left, 1), high / Math.max(bottom - top, 1), 2.2);
  return { position: { x: (left + right) / 2, y: (top + bottom) / 2 - 12 / scale }, scale };
}

function visibleNodes() {
  return nodes.filter((node) => view.nodes.has(node.number));
}

let fitScale = 1;

function fit() {
  const list = visibleNodes();
  if (!list.length || !network) return;
  const frame = frameOf(list);
  fitScale = frame.scale;
  network.moveTo(frame);
}

const calm = window.matchMedia("(prefers-reduced-motion: reduce)");

function moveTo(node) {
  network.moveTo({
    position: { x: node.x, y: node.y },
    scale: Math.max(network.getScale(), fitScale * 1.6),
    offset: { x: -drawerWidth() / 2, y: 0 },
    animation: calm.matches ? false : { duration: 350, easingFunction: "easeInOutQuad" },
  });
}

function zoomBy(factor) {
  network.moveTo({ scale: Math.min(6, Math.max(0.08, network.getScale() * factor)) });
}
