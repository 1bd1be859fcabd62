import asyncio

import nats


async def main():
    client = await nats.connect("nats://127.0.0.1:4222")
    subscription = await client.subscribe("lab")
    for number in range(10_000):
        await client.publish("lab", b"message %d" % number)
    await client.flush()
    count = 0
    async for _ in subscription.messages:
        count += 1
        if count == 10_000:
            break
    print(count, "messages")
    await client.close()


asyncio.run(main())
