// Opens pages in Chromium as a reader would and says what is wrong with them: see .ci/page, which installs what this needs.
// Arguments: a folder whose folders hold a report.html each. Pictures of what was seen are written beside the pages.
"use strict";

const fs = require("fs");
const path = require("path");

const folder = path.resolve(process.argv[2]);
const modules = path.join(folder, "node_modules");
const { chromium } = require(path.join(modules, "playwright-core"));
const axe = fs.readFileSync(path.join(modules, "axe-core/axe.min.js"), "utf8");

// A page of more bytes than this is only opened and timed.
const LARGE = 4_000_000;
const SEEN = ["manchuria-1945", "river-war", "pass-campaign-1919"];
// Print is seen at the width between the margins of A4, 180 mm.
const VIEWS = [
  { name: "390-light", width: 390, scheme: "light", media: "screen" },
  { name: "1280-dark", width: 1280, scheme: "dark", media: "screen" },
  { name: "print", width: 680, scheme: "light", media: "print" },
  { name: "390-dark", width: 390, scheme: "dark", media: "screen" },
  { name: "1280-light", width: 1280, scheme: "light", media: "screen" },
  { name: "print-dark", width: 680, scheme: "dark", media: "print" },
];
// Of generated pages the first views are enough: each width and each scheme once.
const FEW = 3;

let faults = 0;

function fault(page, what) {
  faults++;
  console.error(`page: ${page}: ${what}`);
}

// The functions below run in the page.

function unfold() {
  document.querySelectorAll("details").forEach((fold) => (fold.open = true));
}

function deadLinks() {
  return [...document.querySelectorAll('a[href^="#"]')]
    .map((link) => link.getAttribute("href"))
    .filter((href) => !document.getElementById(decodeURIComponent(href.slice(1))));
}

function neighbours() {
  return [...document.querySelectorAll("a[href]")]
    .map((link) => link.getAttribute("href"))
    .filter((href) => !/^(#|https?:)/.test(href));
}

function repeatedIds() {
  const seen = new Set();
  return [...document.querySelectorAll("[id]")].map((element) => element.id).filter((id) => seen.size === seen.add(id).size);
}

function overflow() {
  const { scrollWidth, clientWidth } = document.scrollingElement;
  if (scrollWidth <= clientWidth) {
    return null;
  }
  const wide = [...document.body.querySelectorAll("*")].find((each) => each.getBoundingClientRect().right > clientWidth + 1);
  return `${scrollWidth} px wide: ${wide ? wide.outerHTML.slice(0, 120) : "nobody knows why"}`;
}

// Texts of pictures that cover one another or are cut. A picture does not clip, so a text may reach a pixel over its edge, into
// the page's margin. A text covers: from side to side their width as it is set, from top to bottom the ink of their letters.
function texts() {
  const pen = document.createElement("canvas").getContext("2d");
  const found = [];
  let drawn = 0;
  for (const picture of document.querySelectorAll("svg[role=img]")) {
    const frame = picture.getBoundingClientRect();
    if (frame.width === 0) {
      continue;
    }
    drawn++;
    const title = picture.querySelector("title").textContent;
    const scale = frame.width / picture.viewBox.baseVal.width;
    const boxes = [...picture.querySelectorAll("text")].map((text) => {
      const style = getComputedStyle(text);
      pen.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
      const ink = pen.measureText(text.textContent);
      const width = text.getComputedTextLength() * scale;
      const anchor = { start: 0, middle: 0.5, end: 1 }[style.textAnchor];
      const left = frame.left + (text.x.baseVal[0].value - picture.viewBox.baseVal.x) * scale - anchor * width;
      const base = frame.top + (text.y.baseVal[0].value - picture.viewBox.baseVal.y) * scale;
      return {
        text: text.textContent,
        left,
        right: left + width,
        top: base - ink.actualBoundingBoxAscent * scale,
        bottom: base + ink.actualBoundingBoxDescent * scale,
      };
    });
    boxes.forEach((box, i) => {
      const over = Math.max(frame.left - box.left, box.right - frame.right, frame.top - box.top, box.bottom - frame.bottom);
      if (over > 1) {
        found.push(`"${box.text}" is cut by ${over.toFixed(1)} px in "${title}"`);
      }
      if (frame.left < -0.5 || frame.right > document.documentElement.clientWidth + 0.5) {
        found.push(`"${title}" is cut`);
      }
      for (const other of boxes.slice(0, i)) {
        if (box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom) {
          found.push(`"${box.text}" overlaps "${other.text}" in "${title}"`);
        }
      }
    });
  }
  return { found: [...new Set(found)], drawn };
}

async function audit(page) {
  await page.evaluate(axe);
  const result = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
  return result.violations.map((each) => `${each.id}: ${each.help} (${each.nodes.length}): ${each.nodes[0].html.slice(0, 200)}`);
}

async function look(browser, name) {
  const file = path.join(folder, name, "report.html");
  const large = fs.statSync(file).size > LARGE;
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  page.on("console", (message) => fault(name, `console: ${message.text()}`));
  page.on("pageerror", (error) => fault(name, `script: ${error.message}`));
  page.on("request", (request) => {
    if (request.url() !== "file://" + file) {
      fault(name, `request: ${request.url()}`);
    }
  });
  const begin = process.hrtime.bigint();
  await page.goto("file://" + file, { waitUntil: "load" });
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  const seconds = Number(process.hrtime.bigint() - begin) / 1e9;
  (await page.evaluate(deadLinks)).forEach((link) => fault(name, `dead link ${link}`));
  for (const link of await page.evaluate(neighbours)) {
    if (!fs.existsSync(path.join(folder, name, link))) {
      fault(name, `dead link ${link}`);
    }
  }
  (await page.evaluate(repeatedIds)).forEach((id) => fault(name, `two elements have the id ${id}`));

  const views = large ? [] : SEEN.includes(name) ? VIEWS : VIEWS.slice(0, FEW);
  let drawn = 0;
  if (!large) {
    await page.evaluate(unfold);
    for (const view of views) {
      await page.setViewportSize({ width: view.width, height: 900 });
      await page.emulateMedia({ media: view.media, colorScheme: view.scheme });
      const seen = await page.evaluate(texts);
      drawn += seen.drawn;
      seen.found.forEach((text) => fault(name, `${view.name}: ${text}`));
      if (view.media === "screen") {
        (await audit(page)).forEach((violation) => fault(name, `${view.name}: axe: ${violation}`));
      }
      if (SEEN.includes(name)) {
        await page.screenshot({ path: path.join(folder, name, `${view.name}.png`), fullPage: true });
      }
    }
    await page.emulateMedia({ media: "screen", colorScheme: "light" });
    if (SEEN.includes(name)) {
      await page.pdf({ path: path.join(folder, name, "print.pdf"), preferCSSPageSize: true });
    }
  }
  await page.setViewportSize({ width: 320, height: 900 });
  const wide = await page.evaluate(overflow);
  if (wide) {
    fault(name, `sideways scrolling at 320 px, ${wide}`);
  }
  await context.close();
  const size = (fs.statSync(file).size / 1e6).toFixed(2);
  console.log(`${name}: ${size} MB, opened in ${seconds.toFixed(2)} s, ${drawn} pictures in ${views.length} views`);
  return drawn;
}

(async () => {
  const names = fs.readdirSync(folder).filter((name) => fs.existsSync(path.join(folder, name, "report.html")));
  const browser = await chromium.launch({ executablePath: process.argv[3] });
  let drawn = 0;
  for (const name of names) {
    drawn += await look(browser, name);
  }
  await browser.close();
  if (names.length === 0 || drawn === 0) {
    fault(folder, "no page, or no picture, to look at");
  }
  console.log(`${names.length} pages, ${drawn} pictures looked at, ${faults} faults`);
  process.exit(faults === 0 ? 0 : 1);
})();
