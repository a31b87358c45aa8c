package org.gotalk.bench.war;

/** What typed requests carry. */
public record Item(int count, String text) {}
