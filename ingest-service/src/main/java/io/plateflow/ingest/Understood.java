package io.plateflow.ingest;

/** What an address made of a body: a request to decide on, or nothing to keep. */
public sealed interface Understood permits Submission, NothingToKeep {}
