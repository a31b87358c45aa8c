package org.gotalk.bench.report;

import java.util.ArrayList;
import java.util.List;

/** A table whose first column is text, and the others numbers. */
public final class MarkdownTable {

    private final List<String> lines = new ArrayList<>();

    public MarkdownTable(List<String> columns) {
        row(columns);
        lines.add("|---|" + "---:|".repeat(columns.size() - 1));
    }

    /** One line more. */
    public void row(List<String> cells) {
        lines.add("| " + String.join(" | ", cells) + " |");
    }

    @Override
    public String toString() {
        return String.join("\n", lines);
    }
}
