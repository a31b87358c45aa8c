package org.gotalk.bench.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A part of the page: paragraphs, tables and figures, in their order. */
public final class Part {

    private final String name;
    private final List<String> blocks = new ArrayList<>();
    private final Map<String, String> figures = new LinkedHashMap<>();

    /**
     * An empty one.
     *
     * @param name finds its place on the page; the names of its figures' files begin with it
     */
    public Part(String name) {
        this.name = name;
    }

    /** A paragraph, a heading or a table. */
    public Part add(Object block) {
        blocks.add(block.toString());
        return this;
    }

    /** A figure. */
    public Part figure(String title, String svg) {
        String file = name + "-" + slug(title) + ".svg";
        figures.put(file, svg);
        return add("![%s](%s/%s)".formatted(title, Page.FIGURES, file));
    }

    /** Whether there is nothing in it. */
    public boolean isEmpty() {
        return blocks.isEmpty();
    }

    String name() {
        return name;
    }

    Map<String, String> figures() {
        return figures;
    }

    /** As Markdown. */
    @Override
    public String toString() {
        return String.join("\n\n", blocks);
    }

    private static String slug(String title) {
        return title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }
}
