package org.gotalk.bench.quarkus;

/** What typed messages carry. */
public record Item(int count, String text) {}
