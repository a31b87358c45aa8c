package org.gotalk.jakarta.script;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes what the servlet would serve into a folder, for the tests that run it under Node. */
final class AssembledFiles {

    private AssembledFiles() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        ScriptAssembly readable = ScriptAssembly.load();
        ScriptAssembly compact = readable.compact();
        Files.writeString(folder.resolve("gotalk.js"), compact.script());
        Files.writeString(folder.resolve("gotalk.mjs"), compact.module());
        Files.writeString(folder.resolve("gotalk.debug.js"), readable.script());
        Files.writeString(folder.resolve("gotalk.debug.mjs"), readable.module());
    }
}
