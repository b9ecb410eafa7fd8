import "./chunk-WHZ3GZSW.js";

// src/check/text/docker.ts
function readDockerfile(_path, text) {
  const instructions = [];
  const lines = text.split("\n");
  const joint = /^#\s*escape\s*=\s*`/im.test(text.slice(0, 500)) ? "`" : "\\";
  for (let at = 0; at < lines.length; at += 1) {
    const line = at + 1;
    let whole = "";
    for (; at < lines.length; at += 1) {
      const part = (lines[at] ?? "").trim();
      if (part.startsWith("#") || part === "") {
        if (whole === "") break;
        continue;
      }
      const goesOn = part.endsWith(joint);
      whole += ` ${goesOn ? part.slice(0, -1) : part}`;
      if (!goesOn) break;
    }
    const [name = "", ...words] = whole.trim().split(/\s+/);
    if (name === "") continue;
    instructions.push({ name: name.toUpperCase(), words: wordsOf(words), line });
    const end = /^<<-?["']?(\w+)["']?$/.exec(words.find((word) => word.startsWith("<<")) ?? "")?.[1];
    if (end !== void 0) at = endOfHeredoc(lines, at + 1, end);
  }
  return { docker: instructions };
}
function wordsOf(words) {
  const text = words.join(" ");
  const start = text.indexOf("[");
  if (start < 0 || !text.endsWith("]") || /[^\s]/.test(text.slice(0, start).replace(/--\S+/g, "")))
    return words;
  try {
    const list = JSON.parse(text.slice(start));
    const flags = words.filter((word) => word.startsWith("--"));
    return Array.isArray(list) ? [...flags, ...list.filter((item) => typeof item === "string")] : words;
  } catch {
    return words;
  }
}
function endOfHeredoc(lines, from, end) {
  for (let at = from; at < lines.length; at += 1) if ((lines[at] ?? "").trim() === end) return at;
  return lines.length;
}
export {
  readDockerfile
};
