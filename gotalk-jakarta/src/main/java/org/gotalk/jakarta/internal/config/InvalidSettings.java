package org.gotalk.jakarta.internal.config;

import java.util.List;

/** Invalid settings. The message is a numbered list of all of them, each with what is expected. */
public final class InvalidSettings extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InvalidSettings(List<String> problems) {
        super(report(problems));
    }

    private static String report(List<String> problems) {
        StringBuilder report = new StringBuilder("Gotalk cannot start, because its settings are wrong:");
        for (int i = 0; i < problems.size(); i++) {
            report.append("\n  ").append(i + 1).append(". ").append(problems.get(i));
        }
        return report.toString();
    }
}
