// The tests: each has a name that says what the reader gets, and a check that throws when it is not so.
import assert from "node:assert/strict";
import { oneOfEachKind } from "./pages.mjs";

/** Opens an address in a window of its own, hands it to `look`, and closes it. */
async function visit({ browser, server }, address, look, { media = "screen", colorScheme = "light", ...context } = {}) {
  const window = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...context });
  try {
    const page = await window.newPage();
    await page.emulateMedia({ media, colorScheme });
    const trouble = [];
    page.on("console", (message) => { if (["error", "warning"].includes(message.type())) trouble.push(message.text()); });
    page.on("pageerror", (error) => trouble.push(error.message));
    page.on("request", (request) => { if (!request.url().startsWith(server.url)) trouble.push(`asks for ${request.url()}`); });
    page.on("response", (response) => { if (response.status() >= 400) trouble.push(`${response.status()} for ${response.url()}`); });
    const answer = await page.goto(new URL(address, server.url).href);
    return await look(page, { trouble, answer });
  } finally {
    await window.close();
  }
}

const widths = (page) => page.evaluate(() => ({ content: document.documentElement.scrollWidth, window: document.documentElement.clientWidth }));

function fits(page, width, colorScheme) {
  return {
    name: `A page of kind ${page.kind} fits a window ${width} px wide in ${colorScheme} colours`,
    check: (world) => visit(world, page.address, async (tab) => {
      const { content, window } = await widths(tab);
      assert.ok(content <= window, `${page.name} is ${content} px wide in a window of ${window} px`);
      const [text, ground] = await tab.evaluate(() => {
        const style = getComputedStyle(document.body);
        return [style.color, style.backgroundColor];
      });
      assert.notEqual(text, ground, "text and background have one colour");
    }, { viewport: { width, height: 800 }, colorScheme }),
  };
}

function isWellFormed(page) {
  return {
    name: `A page of kind ${page.kind} has one main heading, one main part, a title and a language`,
    check: (world) => visit(world, page.address, async (tab) => {
      assert.equal(await tab.locator("h1").count(), 1, "number of h1");
      assert.ok((await tab.locator("h1").innerText()).trim(), "the h1 is empty");
      assert.equal(await tab.locator("main h1").count(), 1, "the h1 is outside main");
      assert.equal(await tab.getByRole("main").count(), 1, "number of main parts");
      assert.ok((await tab.title()).trim(), "the title is empty");
      assert.ok(await tab.locator("html").getAttribute("lang"), "no language");
    }),
  };
}

function canBeSkippedThrough(page) {
  return {
    name: `The first Tab on a page of kind ${page.kind} shows the skip link, and Enter leads to the content`,
    check: (world) => visit(world, page.address, async (tab) => {
      await tab.keyboard.press("Tab");
      const skip = tab.locator(":focus");
      const target = await skip.getAttribute("href");
      assert.match(target ?? "", /^#./, "the first Tab does not reach a link within the page");
      const box = await skip.boundingBox();
      assert.ok(box && box.x >= 0 && box.y >= 0 && box.width > 20 && box.height > 10, "the skip link is not visible when it has the focus");
      await tab.keyboard.press("Enter");
      const place = await tab.evaluate(() => document.activeElement?.closest("main") !== null);
      assert.ok(place, "after Enter the focus is not in the main part");
    }),
  };
}

function loadsQuietly(page) {
  return {
    name: `A page of kind ${page.kind} loads without a complaint and asks no other host`,
    check: (world) => visit(world, page.address, (tab, { trouble, answer }) => {
      assert.equal(answer.status(), 200);
      assert.deepEqual(trouble, []);
    }),
  };
}

function printsWithoutNavigation(page) {
  return {
    name: `A page of kind ${page.kind} prints its content and no navigation`,
    check: (world) => visit(world, page.address, async (tab) => {
      const shown = await tab.evaluate(() => {
        const visible = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
        return {
          menus: [...document.querySelectorAll('header nav, footer nav, nav[aria-label="Breadcrumb"], a.skip')].filter(visible).map((element) => element.outerHTML.slice(0, 60)),
          heading: visible(document.querySelector("h1")),
        };
      });
      assert.deepEqual(shown.menus, []);
      assert.ok(shown.heading, "the heading is not printed");
    }, { media: "print", viewport: { width: 794, height: 1123 } }),
  };
}

function needsNoScript(page) {
  return {
    name: `A page of kind ${page.kind} reads the same with JavaScript off`,
    check: async (world) => {
      const words = (tab) => tab.locator("body").innerText();
      const plain = await visit(world, page.address, words, { javaScriptEnabled: false });
      assert.ok(plain.trim().length > 50, "there is hardly any text");
      assert.equal(plain, await visit(world, page.address, words));
    },
  };
}

/** Every link of the pages that leads nowhere on that server, as `page: link`. */
async function brokenLinks(server, pages) {
  const known = new Map(pages.map((page) => [server.url + page.address, page]));
  const answers = new Map();
  const answer = async (url) => {
    if (!answers.has(url)) answers.set(url, (await fetch(url, { method: "HEAD", redirect: "manual" })).status);
    return answers.get(url);
  };
  const broken = [];
  for (const page of pages) {
    for (const link of page.links) {
      const url = new URL(link, server.url + page.address);
      if (url.origin !== new URL(server.url).origin) continue;
      const id = decodeURIComponent(url.hash.slice(1));
      url.hash = "";
      const target = known.get(url.href) ?? known.get(url.href.replace(/index\.html$/, ""));
      if ((await answer(url.href)) !== 200) broken.push(`${page.name}: ${link}`);
      else if (id && target && !target.ids.has(id)) broken.push(`${page.name}: ${link} (no such place on the page)`);
    }
  }
  return broken;
}

const ofTheSite = [
  {
    name: "Every link of the site leads to a page, file or place that is there",
    check: async ({ server, pages }) => assert.deepEqual(await brokenLinks(server, pages), []),
  },
  {
    // 404.html answers for addresses at any depth, so its links begin at the root of the host.
    name: "Every link works when the site lies below another path",
    check: async ({ below, pages }) => assert.deepEqual(await brokenLinks(below, pages.filter((page) => page.name !== "404.html")), []),
  },
  {
    name: "The site looks the same below another path",
    check: async (world) => {
      const look = (tab) => tab.evaluate(() => [document.styleSheets.length, document.body.innerText, getComputedStyle(document.querySelector("h1")).font]);
      assert.deepEqual(await visit({ ...world, server: world.below }, "", look), await visit(world, "", look));
    },
  },
  {
    name: "Every page fits a window 320 px wide",
    check: async (world) => {
      const wide = await visit(world, "", async (tab) => {
        const found = [];
        for (const page of world.pages) {
          if (page.kind === "redirect") continue;
          await tab.goto(world.server.url + page.address);
          const { content, window } = await widths(tab);
          if (content > window) found.push(`${page.name}: ${content} px`);
        }
        return found;
      }, { viewport: { width: 320, height: 640 } });
      assert.deepEqual(wide, []);
    },
  },
  {
    name: "An address that does not exist answers 404 with a page whose links work, at any depth",
    check: (world) => visit(world, "no/such/deep/page", async (tab, { answer }) => {
      assert.equal(answer.status(), 404);
      assert.equal(await tab.locator("h1").count(), 1);
      const links = await tab.locator("a[href], link[rel=stylesheet]").evaluateAll((elements) => elements.map((element) => element.href));
      const own = [...new Set(links)].filter((link) => link.startsWith(world.server.url) && !link.includes("no/such/deep/page#"));
      assert.ok(own.length > 0, "there is no way on");
      for (const link of own) assert.equal((await fetch(link, { method: "HEAD" })).status, 200, link);
    }),
  },
  {
    name: "Every page says what may be loaded",
    check: ({ pages }) => assert.deepEqual(pages.filter((page) => page.policies !== 1).map((page) => page.name), []),
  },
  {
    name: "No page breaks its own policy of what may be loaded, and each has its style, on a host and on a disk",
    check: async (world) => {
      const ground = (tab) => tab.evaluate(() => getComputedStyle(document.querySelector(".masthead")).backgroundColor);
      const wanted = await visit(world, "", ground);
      assert.notEqual(wanted, "rgba(0, 0, 0, 0)");
      for (const url of [world.server.url, world.disk]) {
        const found = await visit({ ...world, server: { url } }, "index.html", async (tab, { trouble }) => {
          const strange = [];
          for (const page of world.pages) {
            if (page.kind === "redirect" || (page.name === "404.html" && url === world.disk)) continue;
            await tab.goto(url + page.name);
            if ((await ground(tab)) !== wanted) strange.push(`${page.name} has no style at ${url}`);
          }
          return [...strange, ...trouble];
        });
        assert.deepEqual(found, []);
      }
    },
  },
  {
    name: "A script or style that somebody slips into a page does nothing",
    check: (world) => visit(world, "about:blank", async (tab, { trouble }) => {
      const slipped = "<p id=slipped style='width:77px' onclick='x'>x</p><style>#slipped { height: 77px }</style><script>window.ranAnyway = 1</script>";
      await tab.route("**/", async (route) => {
        const answer = await route.fetch();
        await route.fulfill({ response: answer, body: (await answer.text()).replace("</main>", `${slipped}</main>`) });
      });
      await tab.goto(world.server.url);
      const box = await tab.locator("#slipped").boundingBox();
      assert.notEqual(box.width, 77);
      assert.notEqual(box.height, 77);
      assert.equal(await tab.evaluate(() => window.ranAnyway), undefined);
      assert.ok(trouble.some((message) => message.includes("Content Security Policy")), trouble.join("\n"));
    }),
  },
  {
    name: "Every page names its kind",
    check: ({ pages }) => assert.deepEqual(pages.filter((page) => page.kind === "").map((page) => page.name), []),
  },
  {
    name: "Text that a reader spaces out does not make a page wider than a phone",
    check: async (world) => {
      // The spacing that WCAG 1.4.12 names, set where a policy of the page has no say.
      const spacing = { "line-height": "1.5", "letter-spacing": "0.12em", "word-spacing": "0.16em" };
      for (const page of oneOfEachKind(world.pages)) {
        await visit(world, page.address, async (tab) => {
          await tab.evaluate((wanted) => {
            for (const element of document.body.querySelectorAll("*"))
              for (const [name, value] of Object.entries(wanted)) element.style.setProperty(name, value, "important");
          }, spacing);
          const { content, window } = await widths(tab);
          assert.ok(content <= window, `${page.name} is ${content} px wide in a window of ${window} px`);
        }, { viewport: { width: 320, height: 640 } });
      }
    },
  },
  {
    name: "Larger text, twice the size, does not cut or hide anything sideways",
    check: async (world) => {
      for (const page of oneOfEachKind(world.pages)) {
        await visit(world, page.address, async (tab) => {
          await tab.evaluate(() => document.documentElement.style.setProperty("font-size", "200%", "important"));
          const { content, window } = await widths(tab);
          assert.ok(content <= window, `${page.name} is ${content} px wide in a window of ${window} px`);
        });
      }
    },
  },
];

export function allTests(pages) {
  const ofEachKind = oneOfEachKind(pages).flatMap((page) => [
    ...[320, 1280].flatMap((width) => ["light", "dark"].map((colorScheme) => fits(page, width, colorScheme))),
    isWellFormed(page),
    canBeSkippedThrough(page),
    loadsQuietly(page),
    printsWithoutNavigation(page),
    needsNoScript(page),
  ]);
  return [...ofTheSite, ...ofEachKind];
}
