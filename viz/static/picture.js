// The picture: what is on the canvas, on its background, with the date, as PNG.

function pictureCanvas() {
  const drawn = find("canvas").querySelector("canvas");
  const ratio = window.devicePixelRatio || 1;
  const copy = make("canvas", { width: drawn.width, height: drawn.height });
  const context = copy.getContext("2d");
  context.fillStyle = cssColor("--ground");
  context.fillRect(0, 0, copy.width, copy.height);
  context.drawImage(drawn, 0, 0);
  context.font = `${12 * ratio}px ${FONT}`;
  context.fillStyle = cssColor("--faint");
  context.textBaseline = "bottom";
  context.fillText(say("picture.caption", { date: stopText() }), 12 * ratio, copy.height - 10 * ratio);
  return copy;
}

function savePicture() {
  pictureCanvas().toBlob((blob) => {
    const address = URL.createObjectURL(blob);
    const link = make("a", { href: address, download: `definer-${dateNow()}.png` });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(address), 10000);
  }, "image/png");
}
