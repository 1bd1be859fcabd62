const RSMQ = require("rsmq");

(async () => {
  const queue = new RSMQ({ host: "127.0.0.1", port: 6379 });
  await queue.createQueueAsync({ qname: "lab" });
  for (let number = 0; number < 10000; number++) {
    await queue.sendMessageAsync({ qname: "lab", message: `message ${number}` });
  }
  let count = 0;
  for (let got; (got = await queue.receiveMessageAsync({ qname: "lab" })).id; count++) {
    await queue.deleteMessageAsync({ qname: "lab", id: got.id });
  }
  console.log(count, "messages");
  queue.quit();
})();
