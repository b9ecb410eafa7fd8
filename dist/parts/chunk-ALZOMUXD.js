// src/check/data/template.ts
function isTemplate(text) {
  return text.includes("{{") || text.includes("{%") || text.includes("<%") || text.includes("<?");
}

export {
  isTemplate
};
