// Looks at a built site in Chromium, as its readers do. The last line says how many tests passed and failed.
//
//   node tests/browser/run.mjs SITE [FILTER]          tests with FILTER in their name
//   node tests/browser/run.mjs SITE --screenshots     pictures of each kind of page in build/screenshots/, in place of tests
import { mkdirSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { oneOfEachKind, readPages } from "./pages.mjs";
import { serve } from "./server.mjs";
import { allTests } from "./tests.mjs";

const CHROMIUM_FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage"];

/** Runs the tests one after the other; returns how many failed. */
async function run(tests, world) {
  let failed = 0;
  for (const { name, check } of tests) {
    try {
      await check(world);
    } catch (error) {
      failed += 1;
      console.log(`FAILED ${name}\n    ${String(error.message).split("\n").slice(0, 20).join("\n    ")}\n`);
    }
  }
  console.log(`${tests.length - failed} passed, ${failed} failed, 0 skipped`);
  return failed;
}

async function takePictures({ browser, server }, pages, folder) {
  mkdirSync(folder, { recursive: true });
  const looks = [320, 1280].flatMap((width) => ["light", "dark"].map((colorScheme) => ({ label: `${width}-${colorScheme}`, width, colorScheme, media: "screen" })));
  looks.push({ label: "print", width: 794, colorScheme: "light", media: "print" });
  for (const { label, width, ...emulated } of looks) {
    const page = await browser.newPage({ viewport: { width, height: 900 } });
    await page.emulateMedia(emulated);
    for (const { kind, address } of pages) {
      await page.goto(server.url + address);
      await page.screenshot({ path: path.join(folder, `${kind}-${label}.png`), fullPage: true });
    }
    await page.close();
  }
  console.log(`${pages.length * looks.length} pictures are in ${folder}`);
}

const [site, ...options] = process.argv.slice(2);
if (!site) {
  console.error("usage: node tests/browser/run.mjs SITE [FILTER | --screenshots]");
  process.exit(2);
}
const pages = readPages(site);
const server = await serve(site);
const below = await serve(site, "/transparency/inspections/");
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: CHROMIUM_FLAGS });
try {
  const world = { browser, server, below, pages, disk: pathToFileURL(path.resolve(site)).href + "/" };
  if (options.includes("--screenshots")) {
    await takePictures(world, oneOfEachKind(pages), "build/screenshots");
  } else {
    const wanted = (options[0] ?? "").toLowerCase();
    process.exitCode = (await run(allTests(pages).filter(({ name }) => name.toLowerCase().includes(wanted)), world)) > 0 ? 1 : 0;
  }
} finally {
  await browser.close();
  server.close();
  below.close();
}
