// score.mjs MODEL: reads {"rows": [[…]]} from standard input, null standing for a missing value, and
// prints what onnxruntime-web predicts, one number a row. Once in one batch, once row by row.
import { readFileSync } from "node:fs";
import * as ort from "onnxruntime-web/wasm";

ort.env.wasm.numThreads = 1;
const { rows } = JSON.parse(readFileSync(0, "utf8"));
const width = rows[0].length;
const session = await ort.InferenceSession.create(readFileSync(process.argv[2]));

async function predict(batch) {
  const values = Float64Array.from(batch.flat(), (v) => (v === null ? NaN : v));
  const features = new ort.Tensor("float64", values, [batch.length, width]);
  const outputs = await session.run({ features });
  return Array.from(outputs[session.outputNames[0]].data);
}

const together = await predict(rows);
const apart = await Promise.all(rows.slice(0, 20).map((row) => predict([row])));
console.log(JSON.stringify({ together, apart: apart.flat() }));
