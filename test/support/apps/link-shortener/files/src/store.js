/** Links in memory, by code. */
export function createStore(makeCode) {
  const links = new Map();

  function freeCode() {
    let code = makeCode();
    while (links.has(code)) code = makeCode();
    return code;
  }

  return {
    add(url) {
      const known = [...links.values()].find((link) => link.url === url);
      if (known) return { ...known };
      const link = { code: freeCode(), url, hits: 0 };
      links.set(link.code, link);
      return { ...link };
    },
    find(code) {
      const link = links.get(code);
      return link && { ...link };
    },
    hit(code) {
      const link = links.get(code);
      if (!link) return undefined;
      link.hits += 1;
      return { ...link };
    },
    all() {
      return [...links.values()].reverse().map((link) => ({ ...link }));
    },
  };
}
