// Stacks, weights and shared answers as people leave them in addresses.
import assert from "node:assert/strict";
import { test } from "node:test";
import { read } from "../../overrides/assets/rooms/shared/address.mjs";
import { stackIn, stackNames, weightNames, weightsIn } from "../../overrides/assets/rooms/shared/pairs.mjs";

const MLFLOW = { id: "mlflow", names: ["MLflow", "엠엘플로우"] };
const STAGES = [
  { id: "experiment-tracking", name: "실험 추적", tools: [MLFLOW, { id: "wandb", names: ["Weights & Biases"] }] },
  { id: "model-registry", name: "모델 레지스트리", tools: [MLFLOW] },
  { id: "pipeline-orchestration", name: "파이프라인 오케스트레이션", tools: [{ id: "airflow", names: ["Apache Airflow"] }] },
];
const CRITERIA = [{ id: "sso", name: "단일 로그인(SSO)", options: ["yes", "partial", "no"] }, { id: "gpu-sharing", name: "GPU 공유", options: ["yes", "partial", "no"] }, { id: "role", name: "하는 일" }];
const text = (query, name) => read(query).texts.get(name) ?? "";
const stack = (query, moved) => {
  const { stack: found, taken, dropped } = stackIn(text(query, "stack"), stackNames(STAGES, moved));
  return { found: [...found].map((pair) => pair.join(":")), taken, dropped };
};
const weights = (query, moved) => weightsIn(text(query, "weigh"), weightNames(CRITERIA, moved));

test("a stack as it is written is a stack as it is read", () => {
  assert.deepEqual(stack("?stack=experiment-tracking:mlflow,pipeline-orchestration:airflow"), { found: ["experiment-tracking:mlflow", "pipeline-orchestration:airflow"], taken: [], dropped: [] });
});

test("particles, marks, case, separators, width and names", () => {
  const wanted = ["experiment-tracking:mlflow", "pipeline-orchestration:airflow"];
  for (const query of [
    "?stack=experiment-tracking:mlflow,pipeline-orchestration:airflow를", "?stack=Experiment-Tracking:MLflow;pipeline-orchestration:Airflow.", "?stack=experiment-tracking%3Amlflow%20pipeline-orchestration%3Aairflow",
    "?stack=experiment-tracking：mlflow、pipeline-orchestration：airflow", "?stack=실험 추적:엠엘플로우,파이프라인 오케스트레이션:Apache Airflow", "?utm_source=kakao&amp;stack=experiment-tracking:mlflow%2Cpipeline-orchestration:airflow%EC%9D%84",
    "?stack=experiment-trackin:mlflow,pipeline-orchestraton:airflow", "?stack=experiment-tracking:ml-flow,pipeline-orchestration:old-flow",
  ]) {
    const { found, dropped } = stack(query, { "old-flow": "airflow" });
    assert.deepEqual([found, dropped], [wanted, []], query);
  }
});

test("a tool alone stands for its one stage, and for none where it covers several", () => {
  assert.deepEqual(stack("?stack=airflow").found, ["pipeline-orchestration:airflow"]);
  assert.deepEqual(stack("?stack=mlflow"), { found: [], taken: [], dropped: ["mlflow"] });
});

test("what a stage does not know, and a second tool for it, is named", () => {
  const { found, taken, dropped } = stack("?stack=experiment-tracking:mlflow,experiment-tracking:wandb,model-registry:moon,experiment-tracking:엠엘플로우");
  assert.deepEqual(found, ["experiment-tracking:mlflow"]);
  assert.deepEqual(taken, [["experiment-tracking:엠엘플로우", "experiment-tracking:mlflow"]]);
  assert.deepEqual(dropped, ["model-registry:moon", "experiment-tracking:wandb"]);
  assert.deepEqual(stack("?stack="), { found: [], taken: [], dropped: [] });
  assert.deepEqual(stack("?stack=__proto__:constructor").found, []);
});

test("weights as they are written, and as they are left", () => {
  for (const query of ["?weigh=sso:must:yes,gpu-sharing:3", "?weigh=SSO:MUST:YES;gpu_sharing:3을", "?weigh=단일 로그인(SSO):must:yes,GPU 공유:3", "?weigh=sso%3Amust%3Ayes+gpu-sharing%3A３)", "?weigh=old-sso:must:yes,gpu-sharng:3"]) {
    assert.deepEqual([weights(query, { "old-sso": "sso" }).entries, weights(query, { "old-sso": "sso" }).dropped], [["sso:must:yes", "gpu-sharing:3"], []], query);
  }
});

test("a weight that does not exist, a no, a text and a second weight are named", () => {
  const { entries, dropped } = weights("?weigh=sso:9,sso:must:no,role:3,gpu-sharing:2,gpu-sharing:4");
  assert.deepEqual(entries, ["gpu-sharing:2"]);
  assert.deepEqual(dropped, ["sso:9", "role:3", "sso:must:no", "gpu-sharing:4"]);
});
