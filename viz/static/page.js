// The page comes up, and follows every change of the state.

function refresh({ refit = false, drawer = false } = {}) {
  look();
  paint();
  showLegend();
  showDate();
  const open = Boolean(state.node || state.edge);
  if (drawer || open) showDrawer();
  showNotice();
  if (refit) fit();
  writeAddress();
}

function showNotice() {
  const notice = find("notice");
  const key = edges.length === 0 ? "empty" : view.nodes.size === 0 ? "nothing" : "";
  notice.hidden = !key;
  notice.textContent = key ? say(key) : "";
}

function setLanguage(lang) {
  state.lang = lang;
  translateFrame();
  refresh();
}

function reset() {
  state.stop = firstView.stop;
  state.colorBy = firstView.colorBy;
  for (const group of Object.keys(state.off)) state.off[group] = new Set();
  state.node = state.edge = null;
  find("search").value = "";
  refresh({ refit: true, drawer: true });
}

function openFilters(open = !document.body.classList.contains("filters-open")) {
  document.body.classList.toggle("filters-open", open);
  find("open-filters").setAttribute("aria-expanded", String(open));
}

function listen() {
  find("reset").addEventListener("click", reset);
  find("picture").addEventListener("click", savePicture);
  find("theme").addEventListener("click", switchTheme);
  find("language").addEventListener("click", () => setLanguage(state.lang === "en" ? "zh" : "en"));
  find("open-filters").addEventListener("click", () => openFilters());
  find("zoom-in").addEventListener("click", () => zoomBy(1.35));
  find("zoom-out").addEventListener("click", () => zoomBy(1 / 1.35));
  find("fit").addEventListener("click", fit);
  find("canvas").addEventListener("pointermove", followPointer);
  systemDark.addEventListener("change", () => refresh());
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && (state.node || state.edge)) select(null);
    if (event.key === "/" && document.activeElement !== find("search")) {
      event.preventDefault();
      find("search").focus();
    }
  });
  window.addEventListener("hashchange", () => {
    readAddress();
    translateFrame();
    refresh({ drawer: true });
  });
}

// What scripts outside may read: nothing of it can be changed from there.
function openWindow() {
  const frame = () => find("canvas").getBoundingClientRect();
  const onPage = (x, y) => {
    const at = network.canvasToDOM({ x, y });
    return { x: at.x + frame().left, y: at.y + frame().top };
  };
  const centre = (id) => onPage(nodeById.get(id).x, nodeById.get(id).y);
  window.definer = Object.freeze({
    asOf: () => dateNow(),
    visible: () => visibleNodes().map((node) => node.id),
    ties: () => countOfEdges(),
    labels: () => [...drawn.labels],
    labelCount: () => drawn.labels.length + drawn.titles,
    size: (id) => Number(sizeOf(view.powers[nodeById.get(id).number]).toFixed(2)),
    selected: () => state.node?.id ?? null,
    pointOf: centre,
    middleOf: (a, b) => ({ x: (centre(a).x + centre(b).x) / 2, y: (centre(a).y + centre(b).y) / 2 }),
  });
}

readAddress();
listen();
translateFrame();
openSearch();
openSlider();
look();
openCanvas();
openWindow();
refresh({ refit: true, drawer: true });
requestAnimationFrame(() => {
  fit();
  if (state.node) moveTo(state.node);
  document.documentElement.dataset.ready = "true";
  performance.mark("definer-ready");
});
