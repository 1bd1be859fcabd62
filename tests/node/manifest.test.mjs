// What a file of dependencies names: real excerpts (tests/data/manifests), forms of each kind, hostile input.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { namesIn, textOf } from "../../overrides/assets/rooms/mine/manifest.mjs";
import { imageNamed, purlNamed, requirementNamed } from "../../overrides/assets/rooms/mine/naming.mjs";

const SCRIPTS = "../../overrides/assets/rooms";
const loaded = [];
const load = (name) => () => (loaded.push(name), import(`${SCRIPTS}/vendor/${name}.mjs`));
const parsers = { toml: load("toml"), yaml: load("yaml") };
const real = (name) => readFileSync(new URL(`../data/manifests/${name}`, import.meta.url), "utf-8");
const read = (content, file = "") => namesIn(file, content, parsers);
const said = ({ names }) => names.map(({ index, name, version }) => [index, name, version].filter(Boolean).join(" "));

const REAL = {
  "airflow.yaml": ["compose", ["image apache/airflow", "image postgres 16", "image redis 7.2-bookworm"]],
  "langfuse.yml": ["compose", ["image langfuse/langfuse-worker 3", "image langfuse/langfuse 3", "image clickhouse/clickhouse-server", "image minio/minio", "image redis 7", "image postgres latest"]],
  "mlops-basics.txt": ["requirements", ["pypi pytorch-lightning 1.2.10", "pypi scikit-learn 0.24.2", "pypi wandb", "pypi hydra_colorlog"]],
  "mlflow.toml": ["pyproject", ["pypi Jinja2", "pypi opentelemetry-api", "pypi opentelemetry-sdk", "pypi boto3", "pypi mlserver", "pypi uvicorn"]],
  "langfuse-js.json": ["package", ["npm @langchain/core 1.1.24", "npm @opentelemetry/api 1.9.0", "npm @opentelemetry/sdk-node 0.217.0", "npm zod 3.25.76"]],
  "data-science-template.toml": ["pyproject", ["pypi pandas 1.3.5", "pypi prefect 0.15.12", "pypi pytest 6.2.5"]],
  "mlops-python-package.toml": ["pyproject", ["pypi mlflow", "pypi pandas", "pypi ipykernel", "pypi nbformat"]],
  "mlops-python-package.yml": ["compose", ["image mlflow/mlflow v3.14.0"]],
  "kedro-starters.txt": ["requirements", ["pypi jupyterlab", "pypi kedro", "pypi kedro-datasets", "pypi kedro-viz"]],
  "example-get-started.txt": ["requirements", ["pypi dvclive", "pypi mlem", "pypi pyaml"]],
  "mlops-zoomcamp.txt": ["requirements", ["pypi mlflow", "pypi jupyter", "pypi boto3"]],
  "mlops-zoomcamp.yml": ["compose", ["image prom/prometheus", "image grafana/grafana", "image mongo"]],
  "zenml-projects.txt": ["requirements", ["pypi optuna 2.10.0", "pypi zenml", "pypi markupsafe 1.1.1"]],
  "juice-shop.json": ["cyclonedx", ["npm @babel/parser 7.21.2", "npm @colors/colors 1.5.0"]],
  "appbomination.json": ["spdx", ["maven org.slf4j:slf4j-api 1.7.21"]],
};

for (const [name, [kind, wanted]] of Object.entries(REAL)) {
  test(`${name}, a file of a public project`, async () => {
    for (const file of [name, ""]) {
      const found = await read(real(name), file);
      assert.equal(found.problem, "");
      assert.equal(found.kind, kind);
      assert.deepEqual(said(found).sort(), [...wanted].sort());
    }
    for (const other of [real(name).replaceAll("\n", "\r\n"), `\ufeff${real(name)}`, utf16(real(name)), new TextEncoder().encode(real(name))]) {
      assert.deepEqual(said(await read(other, name)).sort(), [...wanted].sort());
    }
  });
}

/** Little-endian with its mark. */
const utf16 = (text) => new Uint8Array(Buffer.from(`\ufeff${text}`, "utf16le"));

test("text is read in the encoding that it is written in", () => {
  const big = new Uint8Array(Buffer.from("\ufeffmlflow", "utf16le").swap16());
  assert.equal(textOf(big), "mlflow");
  assert.equal(textOf(new Uint8Array(Buffer.from("mlflow", "utf16le"))), "mlflow");
  assert.equal(textOf(new Uint8Array(Buffer.from("mlflow", "utf16le").swap16())), "mlflow");
  assert.equal(textOf(new TextEncoder().encode("엠엘플로우")), "엠엘플로우");
});

test("a parser is loaded only for what needs it", async () => {
  loaded.length = 0;
  await read("mlflow==3.1\n", "requirements.txt");
  await read('{"name": "a", "dependencies": {"langfuse": "1"}}', "package.json");
  assert.deepEqual(loaded, []);
  await read("[project]\ndependencies = []\n", "pyproject.toml");
  assert.deepEqual(loaded, ["toml"]);
});

test("a line of requirements in each of its forms", () => {
  const lines = {
    "mlflow": "mlflow", "mlflow [extras] == 2.1 ; python_version < '3.9'": "mlflow 2.1", "Ray[serve]>=2,<3": "Ray",
    "wandb @ https://example.org/wandb-0.1.zip": "wandb", "-e git+https://example.org/x.git@v1#egg=my_pkg": "my_pkg",
    "https://example.org/w/dagster-1.9.0-py3-none-any.whl": "dagster 1.9.0", "a.b_c-d===1": "a.b_c-d 1", "kedro(>=0.19)": "kedro",
  };
  for (const [line, wanted] of Object.entries(lines)) {
    const { name, version } = requirementNamed(line);
    assert.equal([name, version].filter(Boolean).join(" "), wanted);
  }
  for (const line of ["hello world", "<script>alert(1)</script>", "mlflow를 씁니다", "==1", "", "__proto__", "a".repeat(10) + " b"]) assert.equal(requirementNamed(line), null, line);
});

test("options, comments, hashes and continued lines of requirements", async () => {
  const text = "-r base.txt\n--index-url https://example.org\n\n# wandb\nmlflow==3.1 \\\n    --hash=sha256:00 \\\n    --hash=sha256:01\nfeast # ours\n-c c.txt\n";
  assert.deepEqual(said(await read(text)), ["pypi mlflow 3.1", "pypi feast"]);
});

test("lock files, Pipfile, conda and pods", async () => {
  assert.deepEqual(said(await read('[[package]]\nname = "mlflow"\nversion = "3.1.0"\n', "uv.lock")), ["pypi mlflow 3.1.0"]);
  assert.deepEqual(said(await read('[packages]\nmlflow = "*"\n[dev-packages]\nfeast = {version = "==0.40"}\n', "Pipfile")), ["pypi mlflow", "pypi feast 0.40"]);
  const lock = '{"name": "a", "packages": {"": {}, "node_modules/x/node_modules/@langfuse/client": {"version": "5.0.0"}}}';
  assert.deepEqual(said(await read(lock)), ["npm @langfuse/client 5.0.0"]);
  const conda = "dependencies:\n  - python=3.11\n  - conda-forge::mlflow=3.1\n  - pip:\n    - wandb==0.20\n";
  assert.deepEqual(said(await read(conda, "environment.yml")), ["conda mlflow 3.1", "pypi wandb 0.20"]);
  const pods = "apiVersion: v1\nkind: Pod\nspec:\n  containers:\n    - image: nvcr.io/nvidia/tritonserver:25.01\n---\nkind: Job\nspec: {image: {repository: x}}\n";
  assert.deepEqual(said(await read(pods)), ["image nvidia/tritonserver 25.01"]);
});

test("an image in each of its forms", () => {
  const images = {
    "kafka": ["", "kafka", ""], "library/nats:2": ["", "nats", "2"], "docker.io/apache/kafka": ["", "apache/kafka", ""],
    "localhost:5000/a/b:1": ["localhost:5000", "a/b", "1"], "nvcr.io/nvidia/tritonserver:25.01-py3@sha256:00ff": ["nvcr.io", "nvidia/tritonserver", "25.01-py3"],
    "${REGISTRY}/apache/airflow:${TAG:-3.1}": ["", "apache/airflow", "3.1"], "${A:-${B:-prom/prometheus}}": ["", "prom/prometheus", ""], "{{ host }}/grafana/grafana": ["", "grafana/grafana", ""],
  };
  for (const [written, [host, name, version]] of Object.entries(images)) assert.deepEqual(imageNamed(written), { index: "image", host, name, version }, written);
  for (const written of ["", "\u0024{IMAGE}", "<b>", "a b", "https://example.org/x"]) assert.equal(imageNamed(written), null, written);
});

test("a package address in each of its forms", () => {
  const addresses = {
    "pkg:pypi/MLflow@3.1?x=1#y": "pypi MLflow 3.1", "pkg:npm/%40langfuse/client@5": "npm @langfuse/client 5", "pkg:npm/@langfuse/client": "npm @langfuse/client",
    "pkg:maven/org.apache.kafka/kafka-clients@4.1": "maven org.apache.kafka:kafka-clients 4.1", "pkg:deb/debian/git@1%3A2.47": "debian git 1:2.47",
    "pkg:oci/mlflow@sha256%3A00?repository_url=ghcr.io/mlflow/mlflow": "image mlflow/mlflow", "pkg:docker/prom/prometheus@v3": "image prom/prometheus v3", "pkg:composer/a/b@1": "composer a/b 1",
  };
  for (const [purl, wanted] of Object.entries(addresses)) {
    const { index, name, version } = purlNamed(purl);
    assert.equal([index, name, version].filter(Boolean).join(" "), wanted);
  }
  for (const purl of ["", "pkg:", "pkg:pypi/", "npm/x", "pkg:pypi/%"]) assert.ok(!purlNamed(purl) || purlNamed(purl).name === "%", purl);
});

test("bills of materials: nested parts, SPDX 3, the wrapper of a forge, parts without an address", async () => {
  const inner = { purl: "pkg:pypi/feast@1", components: [{ purl: "pkg:pypi/mlflow@2" }] };
  assert.deepEqual(said(await read(JSON.stringify({ bomFormat: "CycloneDX", components: [inner] }))).sort(), ["pypi feast 1", "pypi mlflow 2"]);
  const three = { "@context": "x", "@graph": [{ type: "software_Package", software_packageUrl: "pkg:pypi/zenml@1" }] };
  assert.deepEqual(said(await read(JSON.stringify(three))), ["pypi zenml 1"]);
  const wrapped = { sbom: { spdxVersion: "SPDX-2.3", packages: [{ externalRefs: [{ referenceLocator: "pkg:pypi/kedro@1" }] }] } };
  assert.deepEqual(said(await read(JSON.stringify(wrapped))), ["pypi kedro 1"]);
  const bare = await read(JSON.stringify({ bomFormat: "CycloneDX", components: [{ name: "mlflow" }] }));
  assert.deepEqual([bare.problem, bare.unread], ["unknown", 1]);
});

test("what says nothing is said to say nothing", async () => {
  const problems = { "": "empty", "   \n": "empty", "이것은 문장입니다.\n그냥 글입니다.": "unknown", "<html><body>": "unknown", "{}": "unknown", '{"a": [1]}': "unknown", "{\"a\": ": "broken" };
  for (const [text, problem] of Object.entries(problems)) assert.equal((await read(text)).problem, problem, text);
  assert.equal((await read("a = [", "pyproject.toml")).problem, "broken");
  assert.equal((await read("services: [", "compose.yml")).problem, "broken");
  assert.match((await read("services: [", "compose.yml")).detail, /\S/);
  assert.equal((await read("just: text", "compose.yml")).problem, "unknown");
});

test("what is too large is not read", async () => {
  const ten = "services:\n" + "  a: {image: nats}\n".repeat(600_000);
  assert.equal((await read(ten, "compose.yml")).problem, "large");
  assert.equal((await read(`[project]\n${"# x\n".repeat(2_600_000)}`, "pyproject.toml")).problem, "large");
  assert.equal((await read("mlflow\n".repeat(1_500_000))).problem, "large");
});

test("ten megabytes of a bill of materials are read", async () => {
  const components = Array.from({ length: 90_000 }, (_, number) => ({ type: "library", name: `p${number}`, version: "1.0.0", purl: `pkg:pypi/p${number}@1.0.0` }));
  const text = JSON.stringify({ bomFormat: "CycloneDX", components, notes: "x".repeat(4_000_000) });
  assert.ok(text.length > 10_000_000);
  const found = await read(text);
  assert.deepEqual([found.problem, found.names.length], ["", 90_000]);
});

test("deep nesting, aliases without end and loops end in words", async () => {
  const deep = 100_000;
  const nested = { json: `{"components": ${"[".repeat(deep)}${"]".repeat(deep)}}`, toml: `a = ${"[".repeat(deep)}`, yaml: `services: ${"[".repeat(deep)}` };
  for (const text of Object.values(nested)) assert.notEqual((await read(text)).problem, "", text.slice(0, 20));
  const bomb = ["a0: &a0 [lol, lol]", ...Array.from({ length: 30 }, (_, at) => `a${at + 1}: &a${at + 1} [*a${at}, *a${at}]`), "services: *a30"].join("\n");
  assert.equal((await read(bomb, "compose.yml")).problem, "broken");
  assert.equal((await read("services: &a\n  x: *a\n  y: {image: nats}\n", "compose.yml")).names.length, 1);
  const wide = JSON.stringify({ components: Array.from({ length: 500_000 }, () => []) });
  assert.equal((await read(wide)).problem, "large");
});

test("keys of a prototype are keys, names with HTML are no names", async () => {
  const json = '{"name": "x", "dependencies": {"__proto__": "1", "constructor": "2", "toString": {"a": 1}, "<img src=x onerror=alert(1)>": "1"}}';
  assert.deepEqual((await read(json)).names.map((each) => each.name), ["__proto__", "constructor", "toString", "<img src=x onerror=alert(1)>"]);
  assert.equal({}.polluted, undefined);
  await read("services:\n  __proto__: {polluted: yes, image: nats}\n", "compose.yml");
  await read('[project.__proto__]\npolluted = 1\n[tool.poetry.dependencies]\n"<b>" = "1"\n', "pyproject.toml");
  await read('{"__proto__": {"polluted": 1}, "components": [{"__proto__": {"polluted": 1}}]}');
  assert.equal({}.polluted, undefined);
  const types = '{"name": 1, "dependencies": {"a": null, "b": [], "c": 3}, "devDependencies": [1], "packages": "x"}';
  assert.deepEqual(said(await read(types)), ["npm a", "npm b", "npm c"]);
  const odd = "[project]\ndependencies = [1, {a = 1}, 'mlflow']\n[dependency-groups]\na = [{include-group = 'b'}]\nb = 3\n";
  assert.deepEqual(said(await read(odd, "pyproject.toml")), ["pypi mlflow"]);
});
