// Elements are made here and nowhere else: text is set as text, and never read as markup.

function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name === "class") element.className = value;
    else if (name === "on") for (const [event, action] of Object.entries(value)) element.addEventListener(event, action);
    else if (name === "data") Object.assign(element.dataset, value);
    else if (name === "color") element.style.setProperty("--color", value);
    else if (name.startsWith("aria-") || name === "role") element.setAttribute(name, String(value));
    else element[name] = value;
  }
  for (const child of children.flat(Infinity)) {
    if (child !== null && child !== undefined && child !== "") element.append(child);
  }
  return element;
}

function find(id) {
  return document.getElementById(id);
}

// Only addresses of the web become links; anything else stays text.
function linkTo(url, text) {
  if (!/^https?:\/\//i.test(url || "")) return document.createTextNode(text);
  return make("a", { href: url, rel: "noreferrer noopener", target: "_blank" }, text);
}
