// A smoke run in Firefox: each kind of page is quiet, and the five things that readers do work. Told what fails, line by line.
import puppeteer from "puppeteer-core";

const [, , executablePath, root] = process.argv;
const PAGES = ["", "en/", "tools/", "tools/mlflow/", "stages/model-serving/", "compare/model-serving/", "compare/mlflow-wandb/", "choose/model-serving/", "stacks/", "stacks/mine/", "scenarios/", "about/method/", "embed/model-serving/", "embed/tools/mlflow/", "embed/guide/model-serving/"];
const PATIENCE = { timeout: 60_000 };
const browser = await puppeteer.launch({ browser: "firefox", executablePath, headless: true });
const failures = [];
let done = 0;

/** Open a page, act on it, and note what it says in the console, what does not arrive, and what the act misses. */
async function look(name, path, act = async () => {}) {
  const page = await browser.newPage();
  const said = [];
  page.on("console", (message) => ["error", "warn"].includes(message.type()) && said.push(message.text()));
  page.on("pageerror", (error) => said.push(String(error)));
  page.on("requestfailed", (request) => said.push(`failed: ${request.url()}`));
  page.on("response", (response) => response.status() > 399 && said.push(`${response.status()}: ${response.url()}`));
  try {
    await page.goto(root + path, { waitUntil: "load", ...PATIENCE });
    await page.waitForSelector("h1", PATIENCE);
    await act(page);
  } catch (error) {
    said.push(String(error).split("\n")[0]);
  }
  done += 1;
  failures.push(...said.map((each) => `${name}: ${each}`));
  await page.close();
}

for (const path of PAGES) await look(`/${path}`, path);

await look("a matrix follows its address", "compare/model-serving/?only=differences&tools=triton,vllm", async (page) => {
  await page.waitForSelector(".controls", PATIENCE);
  const heads = await page.$$eval(".matrix__table th[data-tool]", (all) => all.filter((each) => each.checkVisibility()).map((each) => each.dataset.tool));
  if (String(heads.sort()) !== "triton,vllm") throw new Error(`shows ${heads}`);
});

await look("picked tools stand side by side, Back leads to the tools before", "compare/?tools=mlflow,wandb", async (page) => {
  await page.waitForSelector(".picked__result .matrix__table", PATIENCE);
  await page.$$eval(".picked__form input", (all) => all.find((each) => each.value === "comet").click());
  await page.waitForFunction(() => document.querySelectorAll(".picked__result thead th[data-tool]").length === 3, PATIENCE);
  await page.evaluate(() => history.back());
  await page.waitForFunction(() => document.querySelectorAll(".picked__result thead th[data-tool]").length === 2, PATIENCE);
});

await look("a guide counts an answer", "choose/model-serving/", async (page) => {
  await page.waitForSelector(".guide[data-mode]", PATIENCE);
  await page.$$eval(".question", (all) => all.find((each) => each.checkVisibility()).querySelector("label.option").click());
  await page.waitForFunction(() => location.search.length > 1, PATIENCE);
});

await look("search finds", "", async (page) => {
  await page.focus("[data-md-component=search-query]");
  await page.keyboard.type("mlflow", { delay: 30 });
  await page.waitForSelector(".md-search-result__item", PATIENCE);
});

await look("a pasted file shows its tools", "stacks/mine/", async (page) => {
  await page.waitForSelector(".mine__form:not([hidden])", PATIENCE);
  await page.type("#mine-text", "[project]\ndependencies = ['mlflow', 'wandb']\n");
  await page.waitForFunction(() => document.querySelectorAll(".mine__result tbody tr").length === 2, PATIENCE);
});

console.log(`${await browser.version()}: ${done} looks, ${failures.length} complaints`);
for (const each of failures) console.log(each);
await browser.close();
process.exitCode = failures.length ? 1 : 0;
