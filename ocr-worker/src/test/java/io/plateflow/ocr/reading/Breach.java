package io.plateflow.ocr.reading;

import org.apache.kafka.clients.consumer.KafkaConsumer;

/** What the layers forbid: reading that fetches its photos itself. */
record Breach(KafkaConsumer<String, byte[]> photos) {}
