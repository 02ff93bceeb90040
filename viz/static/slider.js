// The date: a slider of years that ends on the data's own date, and a note where the data stops short of it.

let playing = 0;

function openSlider() {
  const slider = find("date");
  slider.max = page.stops.length - 1;
  slider.addEventListener("input", () => {
    stopPlaying();
    goTo(Number(slider.value));
  });
  find("play").addEventListener("click", () => (playing ? stopPlaying() : play()));
  const ticks = find("ticks");
  page.stops.forEach((stop, number) => {
    if (Number(stop.slice(0, 4)) % 5 || number === page.stops.length - 1) return;
    const tick = make("span", {}, stop.slice(0, 4));
    tick.style.left = `${(number / (page.stops.length - 1)) * 100}%`;
    ticks.append(tick);
  });
}

function goTo(stop) {
  state.stop = Math.max(0, Math.min(page.stops.length - 1, stop));
  refresh();
}

function play() {
  if (isLastStop()) goTo(0);
  playing = setInterval(() => {
    goTo(state.stop + 1);
    if (isLastStop()) stopPlaying();
  }, 700);
  showPlay();
}

function stopPlaying() {
  clearInterval(playing);
  playing = 0;
  showPlay();
}

function showPlay() {
  const button = find("play");
  const key = playing ? "stop" : "play";
  button.textContent = playing ? "■" : "▶";
  button.dataset.label = button.dataset.title = key;
  button.setAttribute("aria-label", say(key));
  button.title = say(key);
}

// Paradigms that are shown although their ties were not coded for this year.
function codedNote() {
  const year = yearNow();
  const shown = paradigms.filter(({ id }) => !state.off.paradigm.has(id) && view.counts.paradigm?.[id]);
  const early = shown.filter(({ from }) => from && from.slice(0, 4) > year);
  const late = shown.filter(({ to }) => to && to.slice(0, 4) < year);
  const notes = early.map(({ id, from }) => say("coded.before", { name: paradigmName(id), from: from.slice(0, 4) }));
  if (late.length) {
    const names = late.map(({ id, to }) => say("coded.after", { name: paradigmName(id), to: to.slice(0, 4) }));
    notes.push(names.join(state.lang === "zh" ? "、" : ", "), say("coded.tail"));
  }
  return notes.join(state.lang === "zh" ? ";" : "; ");
}

function showDate() {
  const slider = find("date");
  slider.value = String(state.stop);
  slider.setAttribute("aria-valuetext", stopText());
  find("date-text").textContent = stopText();
  find("counts").textContent = say("counts", { nodes: view.nodes.size, ties: countOfEdges() });
  const note = codedNote();
  find("coded").textContent = note;
  find("coded").title = note;
}
