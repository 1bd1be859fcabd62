// Which tools a list of names means: sure, likely, unknown; twice covered; where it leads.
import assert from "node:assert/strict";
import { test } from "node:test";
import { comparing, ownedOf, planning, tableOf, twice } from "../../overrides/assets/rooms/mine/owned.mjs";

const tool = (stages, packages, { images = [], wider = [] } = {}) => ({ stages, packages, images, wider });
const TOOLS = {
  mlflow: tool({ tracking: "whole", serving: "part" }, { pypi: ["mlflow", "mlflow-skinny"] }, { images: ["ghcr.io/mlflow/mlflow"] }),
  dagster: tool({ flow: "whole" }, { pypi: ["dagster", "dagster-*"] }),
  airflow: tool({ flow: "whole" }, { pypi: ["apache-airflow"] }, { images: ["apache/airflow"] }),
  sqs: tool({ broker: "whole" }, { pypi: ["boto3"] }, { wider: ["boto3"] }),
  one: tool({ store: "whole" }, { pypi: ["sagemaker"] }),
  two: tool({ registry: "whole" }, { pypi: ["sagemaker"] }),
  spark: tool({ data: "whole" }, { maven: ["org.apache.spark:spark-sql_2.13"] }),
  telemetry: tool({ monitoring: "whole" }, { npm: ["@opentelemetry/*"] }),
  kafka: tool({ broker: "whole" }, {}, { images: ["apache/kafka"] }),
};
const table = tableOf({ tools: TOOLS });
const found = (...names) => {
  const { tools, unknown } = ownedOf(names, table);
  return [tools.map(({ id, sure }) => (sure ? id : `${id}?`)).join(" "), unknown.join(" ")];
};
const pypi = (name, version = "") => ({ index: "pypi", name, version });
const image = (name, host = "") => ({ index: "image", name, version: "", host });

test("a package is known by its own spelling in its own index", () => {
  assert.deepEqual(found(pypi("MLflow"), pypi("mlflow_skinny"), pypi("mlflows")), ["mlflow", "mlflows"]);
  assert.deepEqual(found({ index: "npm", name: "mlflow", version: "" }), ["", "mlflow"]);
  assert.deepEqual(found({ index: "conda", name: "mlflow", version: "" }), ["mlflow", ""]);
  assert.deepEqual(found({ index: "maven", name: "org.apache.spark:spark-sql_2.12", version: "" }), ["spark", ""]);
  assert.deepEqual(found(pypi("__proto__"), pypi("constructor")), ["", "__proto__ constructor"]);
});

test("a name that ends in a star stands for a family, and for nothing else", () => {
  assert.deepEqual(found(pypi("dagster_webserver"), pypi("dagsterx")), ["dagster", "dagsterx"]);
  assert.deepEqual(found({ index: "npm", name: "@opentelemetry/api", version: "" }), ["telemetry", ""]);
});

test("a package of several tools, or of more than one tool, is a hint only", () => {
  assert.deepEqual(found(pypi("boto3"), pypi("sagemaker")), ["sqs? one? two?", ""]);
  assert.deepEqual(found(pypi("boto3"), pypi("mlflow")), ["mlflow sqs?", ""]);
});

test("what is sure stands before what is likely, whatever the order of the catalogue", () => {
  const spark = { index: "maven", name: "org.apache.spark:spark-sql_2.13", version: "" };
  assert.deepEqual(found(pypi("boto3"), spark), ["spark sqs?", ""]);
});

test("an image of the hub is known; of another registry or by its last part it is likely", () => {
  assert.deepEqual(found(image("apache/airflow")), ["airflow", ""]);
  assert.deepEqual(found(image("apache/airflow", "mirror.example.org")), ["airflow?", ""]);
  assert.deepEqual(found(image("bitnami/kafka"), image("postgres")), ["kafka?", "postgres"]);
  assert.deepEqual(found(image("mlflow/mlflow", "ghcr.io")), ["mlflow", ""]);
});

test("each tool says by which names it was found", () => {
  const [{ as }] = ownedOf([pypi("mlflow", "3.1"), pypi("mlflow-skinny")], table).tools;
  assert.deepEqual(as, ["mlflow 3.1", "mlflow-skinny"]);
});

test("what covers a stage twice, whole, and where the tools lead", () => {
  const stages = ["tracking", "flow", "serving", "broker"];
  const ids = ["mlflow", "dagster", "airflow", "kafka"];
  assert.deepEqual(twice(ids, TOOLS, stages), [["flow", ["dagster", "airflow"]]]);
  assert.equal(comparing(ids), "?tools=mlflow,dagster,airflow,kafka");
  assert.equal(comparing(Object.keys(TOOLS)).split(",").length, 6);
  assert.equal(planning(ids, TOOLS, stages), "?stack=tracking:mlflow,flow:dagster,broker:kafka");
});
