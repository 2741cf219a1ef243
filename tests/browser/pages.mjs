// The pages of a built site, as their files say.
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";

function htmlFiles(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) return htmlFiles(file);
    return entry.name.endsWith(".html") ? [file] : [];
  });
}

const decoded = (text) => text.replaceAll("&amp;", "&").replaceAll("&#39;", "'").replaceAll("&quot;", '"');
const attributes = (html, name) => [...html.matchAll(new RegExp(`\\s${name}\\s*=\\s*"([^"]*)"`, "g"))].map((match) => decoded(match[1]));

function readPage(site, file) {
  const html = readFileSync(file, "utf8");
  const name = path.relative(site, file).split(path.sep).join("/");
  const redirect = /http-equiv="refresh"/i.test(html);
  return {
    name,
    address: name.replace(/(^|\/)index\.html$/, "$1"),
    kind: redirect ? "redirect" : (/<html[^>]*\sdata-page-kind="([^"]+)"/.exec(html)?.[1] ?? ""),
    size: html.length,
    policies: attributes(html, "http-equiv").filter((value) => value === "Content-Security-Policy").length,
    links: [...attributes(html, "href"), ...attributes(html, "src")],
    ids: new Set(attributes(html, "id")),
  };
}

/** All pages, sorted by name: { name, address, kind, size, policies, links, ids }. */
export function readPages(site) {
  return htmlFiles(site).map((file) => readPage(site, file)).sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Of each kind the largest page: the one with most that can go wrong. */
export function oneOfEachKind(pages) {
  const largest = new Map();
  for (const page of pages) if (!largest.has(page.kind) || page.size > largest.get(page.kind).size) largest.set(page.kind, page);
  return [...largest.values()].filter((page) => page.kind !== "redirect");
}
