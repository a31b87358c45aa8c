package org.gotalk.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the README of the examples says. */
final class Readme {

    private Readme() {}

    static String text() throws IOException {
        return Files.readString(Path.of("README.md"));
    }

    /** The output that it shows for an example: the block below its heading. */
    static String outputOf(String example) throws IOException {
        Matcher block = Pattern.compile("## " + example + "\n.*?```text\n(.*?)```", Pattern.DOTALL)
                .matcher(text());
        if (!block.find()) {
            throw new AssertionError("README.md shows no output of " + example);
        }
        return block.group(1);
    }
}
