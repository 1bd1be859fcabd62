import pika

channel = pika.BlockingConnection(pika.ConnectionParameters("127.0.0.1")).channel()
channel.queue_declare("lab")
for number in range(10_000):
    channel.basic_publish("", "lab", b"message %d" % number)

count = 0
for method, _, _ in channel.consume("lab"):
    channel.basic_ack(method.delivery_tag)
    count += 1
    if count == 10_000:
        break
print(count, "messages")
channel.connection.close()
