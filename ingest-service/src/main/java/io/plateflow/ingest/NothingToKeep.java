package io.plateflow.ingest;

/**
 * A sign of life, or news of no vehicle: answered as a success and only counted.
 *
 * @param sender which kind of sender, one of a few words
 * @param kind what it was, one of a few words
 */
public record NothingToKeep(String sender, String kind) implements Understood {}
