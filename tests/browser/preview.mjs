// Looks at `vitrine serve` in Chromium, as an officer who writes a response does. The last line says how many tests passed and failed.
//
//   node tests/browser/preview.mjs PROGRAM [FILTER]          tests with FILTER in their name
//   node tests/browser/preview.mjs PROGRAM --screenshots     pictures of marks and problems in build/screenshots/preview/, in place of tests
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { chromium } from "playwright-core";

const FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage"];
const PROJECT = path.resolve(import.meta.dirname, "../..");
const CUSTODY = "content/inspections/custody-2021/custody-2021.md";
const ADDRESS = "inspections/custody-2021/";

const hiddenResponse = (title, more) => `+++
title = "${title}"
report_published = 2026-06-02
types = ["national"]
force_quoted = "no"
${more}
tags = ["custody"]

[chief_officer]
name = "Marcus Edgeley"
role = "Chief Constable"
outcome = "none-received"

[commissioner]
name = "Judith Amblecote"
role = "pcc"

[[recommendations]]
number = "1"
kind = "recommendation"
text = "By 1 October 2026, forces should publish how long calls wait."
addressed_to = ["chief-constable"]
due = 2026-10-01
pcc_action = "proposed"
pcc_explanation = "I will ask for the figures each quarter."
status = "in-progress"
+++

## Executive summary

Inspectors found that calls wait too long.

## Force response

We have more people at the telephone.

## PCC response

I accept the recommendation.
`;

/** A copy of the example site with a draft and an embargoed response, and a preview of it. */
class Preview {
  constructor(program) {
    this.program = program;
    this.root = mkdtempSync(path.join(os.tmpdir(), "vitrine-preview-"));
    for (const part of ["site.toml", "content"]) cpSync(path.join(PROJECT, part), path.join(this.root, part), { recursive: true });
    this.write("content/inspections/call-handling-2026.md", hiddenResponse("Answering the public’s calls", 'status = "draft"'));
    this.write("content/inspections/fraud-2026.md", hiddenResponse("Fraud against older people", "response_published = 2026-06-20\nembargo_until = 2026-12-01T00:01:00"));
  }

  async start(...options) {
    this.process = spawn(this.program, ["serve", this.root, "--at", "2026-06-30", ...options], { stdio: ["ignore", "pipe", "pipe"] });
    this.terminal = "";
    this.process.stderr.on("data", (data) => { this.terminal += data; });
    const lines = createInterface({ input: this.process.stdout });
    const [line] = await new Promise((ready) => lines.once("line", (text) => ready([text])));
    this.url = line.match(/http:\S+/)[0];
    this.port = new URL(this.url).port;
    return this;
  }

  async stop() {
    const ended = new Promise((done) => this.process.once("exit", done));
    this.process.kill("SIGINT");
    return ended;
  }

  read(file) { return readFileSync(path.join(this.root, file), "utf8"); }
  write(file, text) {
    const place = path.join(this.root, file);
    mkdirSync(path.dirname(place), { recursive: true });
    writeFileSync(`${place}.tmp`, text);
    renameSync(`${place}.tmp`, place);
  }
  replace(file, from, to) {
    const text = this.read(file);
    assert.ok(text.includes(from), `${file} holds ${from}`);
    this.write(file, text.replaceAll(from, to));
  }
  remove() { rmSync(this.root, { recursive: true, force: true }); }
}

/** Opens a page and marks it, so that a reload can be told. */
async function open(browser, url, size = { width: 1280, height: 700 }) {
  const page = await browser.newPage({ viewport: size });
  const errors = [];
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (message) => { if (message.type() === "error") errors.push(message.text()); });
  await page.goto(url);
  await page.evaluate(() => { window.neverReloaded = true; });
  return { page, errors, neverReloaded: () => page.evaluate(() => window.neverReloaded === true) };
}

const TESTS = {
  async "An edit of the text shows without a reload, and keeps the place, the focus and open details"({ browser, preview }) {
    const { page, neverReloaded, errors } = await open(browser, preview.url + ADDRESS);
    const link = page.locator("footer a").first();
    await link.focus();
    await page.evaluate(() => {
      const details = document.createElement("details");
      details.id = "kept";
      document.querySelector("main").prepend(details);
      window.scrollTo(0, 600);
    });
    const before = await page.evaluate(() => window.scrollY);
    preview.replace(CUSTODY, "## Executive summary\n", "## Executive summary\n\nWritten a moment ago.\n");
    await page.getByText("Written a moment ago.").first().waitFor();
    assert.equal(await page.evaluate(() => window.scrollY > 0 && Math.abs(window.scrollY)) > 0, true);
    assert.ok(Math.abs((await page.evaluate(() => window.scrollY)) - before) < 120, "the place is kept");
    assert.ok(await neverReloaded());
    assert.ok(await link.evaluate((element) => element === document.activeElement), "the focus is kept");
    preview.replace(CUSTODY, "\nWritten a moment ago.\n", "");
    await page.getByText("Written a moment ago.").first().waitFor({ state: "detached" });
    assert.deepEqual(errors, []);
    await page.close();
  },

  async "After many edits a page is what a fresh one would be"({ browser, preview }) {
    const { page, neverReloaded } = await open(browser, preview.url + ADDRESS);
    const original = preview.read(CUSTODY);
    const parts = original.split("\n\n");
    const orders = [(all) => all.filter((_, i) => i < 3 || i % 3), (all) => [...all.slice(0, 4), "## A new part\n\n- one\n- two\n\n> said", ...all.slice(4)], (all) => all];
    for (const order of orders) {
      preview.write(CUSTODY, order(parts).join("\n\n"));
      await page.waitForTimeout(400);
      const fresh = await browser.newPage();
      await fresh.goto(preview.url + ADDRESS);
      const html = (one) => one.evaluate(() => document.querySelector("main").innerHTML);
      assert.equal(await html(page), await html(fresh));
      await fresh.close();
    }
    assert.ok(await neverReloaded());
    assert.equal(await page.locator("vitrine-preview").count(), 1);
    await page.close();
  },

  async "A style sheet is exchanged without a reload"({ browser, preview }) {
    const { page, neverReloaded } = await open(browser, preview.url);
    await page.evaluate(() => window.scrollTo(0, 500));
    preview.write("themes/default/assets/custom.css", "h1 { color: rgb(1, 2, 3); }");
    await page.waitForFunction(() => getComputedStyle(document.querySelector("h1")).color === "rgb(1, 2, 3)");
    preview.write("themes/default/assets/custom.css", "h1 { color: rgb(4, 5, 6); }");
    await page.waitForFunction(() => getComputedStyle(document.querySelector("h1")).color === "rgb(4, 5, 6)");
    await page.waitForFunction(() => document.querySelectorAll('link[rel="stylesheet"]').length === 3);
    assert.ok(await neverReloaded());
    assert.equal(await page.evaluate(() => window.scrollY), 500);
    rmSync(path.join(preview.root, "themes"), { recursive: true });
    await page.waitForFunction(() => document.querySelectorAll('link[rel="stylesheet"]').length === 2);
    await page.close();
  },

  async "A broken template leaves the page, with what is wrong over it, until it is mended"({ browser, preview }) {
    const { page, neverReloaded } = await open(browser, preview.url + ADDRESS);
    const heading = await page.locator("h1").textContent();
    preview.write("themes/default/templates/response.mustache", "<h1>{{titel}}</h1>\n");
    const alert = page.getByRole("alert");
    await alert.waitFor();
    assert.match(await alert.locator("pre").textContent(), /response\.mustache:1:7: error: .*`titel`/);
    assert.ok(preview.terminal.includes(await alert.locator("pre").textContent()), "as the terminal shows it");
    assert.equal(await page.locator("h1").textContent(), heading);
    await alert.focus();
    assert.ok(await alert.evaluate((element) => element === document.activeElement));
    preview.write("themes/default/templates/response.mustache", "<h1>Mended {{title}}</h1>\n");
    await page.getByText(`Mended ${heading}`).waitFor();
    assert.equal(await alert.count(), 0);
    assert.ok(await neverReloaded());
    rmSync(path.join(preview.root, "themes"), { recursive: true });
    await page.getByText(`Mended ${heading}`).waitFor({ state: "detached" });
    await page.close();
  },

  async "What is wrong can be put aside, and is text, whatever it holds"({ browser, preview }) {
    const { page } = await open(browser, preview.url);
    preview.replace(CUSTODY, "force_quoted =", '"<img src=x onerror=alert(1)>" =');
    const alert = page.getByRole("alert");
    await alert.waitFor();
    assert.equal(await alert.locator("img").count(), 0);
    assert.match(await alert.locator("pre").textContent(), /<img src=x/);
    await page.keyboard.press("Tab");
    await alert.getByRole("button").press("Enter");
    assert.equal(await alert.count(), 0);
    preview.replace(CUSTODY, '"<img src=x onerror=alert(1)>" =', "force_quoted =");
    await page.waitForTimeout(300);
    assert.equal(await alert.count(), 0);
    await page.close();
  },

  async "A draft is marked in lists and on its page, and gone as the public sees it"({ browser, preview }) {
    const { page, errors } = await open(browser, preview.url);
    const entry = page.locator("li.entry", { hasText: "Answering the public’s calls" });
    assert.equal(await entry.locator(".preview-mark").textContent(), "Draft, not public");
    assert.equal(await page.locator("li.entry", { hasText: "Fraud against older people" }).locator(".preview-mark").textContent(), "Embargoed until 1 December 2026 at 00:01");
    await entry.getByRole("link").first().click();
    assert.equal(await page.locator("header .preview-mark").textContent(), "Draft, not public");
    assert.match(await page.getByRole("region", { name: "Preview" }).textContent(), /Preview, as at 30 June 2026, 00:00.*Draft, not public/);
    assert.deepEqual(errors, []);
    await page.close();
    const asPublic = new Preview(preview.program);
    try {
      await asPublic.start("--as-public");
      const { page: other } = await open(browser, asPublic.url);
      assert.equal(await other.getByText("Answering the public’s calls").count(), 0);
      assert.equal(await other.locator(".preview-mark, vitrine-preview").count(), 0);
      asPublic.replace(CUSTODY, "## Executive summary\n", "## Executive summary\n\nWritten a moment ago.\n");
      await other.goto(asPublic.url + ADDRESS);
      await other.getByText("Written a moment ago.").first().waitFor();
      await other.close();
    } finally {
      await asPublic.stop();
      asPublic.remove();
    }
  },

  async "A page that is new or gone is shown as such"({ browser, preview }) {
    const { page } = await open(browser, `${preview.url}inspections/late-2026/`);
    await page.getByText("Page not found").first().waitFor();
    preview.write("content/inspections/late-2026.md", hiddenResponse("Late arrival", 'status = "draft"'));
    await page.getByRole("heading", { name: "Late arrival" }).waitFor();
    rmSync(path.join(preview.root, "content/inspections/late-2026.md"));
    await page.getByText("Page not found").first().waitFor();
    await page.close();
  },

  async "An open page finds the preview again after it was started anew"({ browser, preview }) {
    const { page } = await open(browser, preview.url + ADDRESS);
    await preview.stop();
    preview.replace(CUSTODY, "## Executive summary\n", "## Executive summary\n\nWritten meanwhile.\n");
    await preview.start("--port", preview.port);
    await page.getByText("Written meanwhile.").first().waitFor({ timeout: 15_000 });
    await page.close();
  },
};

async function takePictures(browser, preview) {
  const folder = path.join(PROJECT, "build/screenshots/preview");
  mkdirSync(folder, { recursive: true });
  const pages = { home: "", draft: "inspections/call-handling-2026/", embargo: "inspections/fraud-2026/", timeline: "timeline/2026/", register: "recommendations/", map: "site-map/" };
  const shoot = async (names) => {
    for (const width of [320, 1280]) {
      for (const colorScheme of ["light", "dark"]) {
        const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
        for (const [name, address] of Object.entries(names)) {
          await page.goto(preview.url + address);
          await page.waitForTimeout(200);
          await page.screenshot({ path: path.join(folder, `${name}-${width}-${colorScheme}.png`) });
        }
        await page.close();
      }
    }
  };
  await shoot(pages);
  preview.replace(CUSTODY, "force_quoted =", "force_qoted =");
  await new Promise((done) => setTimeout(done, 500));
  await shoot({ problems: ADDRESS });
  console.log(`pictures are in ${folder}`);
}

const [program, filter = ""] = process.argv.slice(2);
if (!program) {
  console.error("usage: node tests/browser/preview.mjs PROGRAM [FILTER | --screenshots]");
  process.exit(2);
}
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: FLAGS });
const preview = new Preview(path.resolve(program));
try {
  await preview.start();
  if (filter === "--screenshots") {
    await takePictures(browser, preview);
  } else {
    const wanted = Object.entries(TESTS).filter(([name]) => name.toLowerCase().includes(filter.toLowerCase()));
    let failed = 0;
    for (const [name, check] of wanted) {
      try {
        await check({ browser, preview });
      } catch (error) {
        failed += 1;
        console.log(`FAILED ${name}\n    ${String(error.stack).split("\n").slice(0, 20).join("\n    ")}\n`);
      }
    }
    console.log(`${wanted.length - failed} passed, ${failed} failed, 0 skipped`);
    process.exitCode = failed > 0 ? 1 : 0;
  }
} finally {
  await preview.stop();
  preview.remove();
  await browser.close();
}
