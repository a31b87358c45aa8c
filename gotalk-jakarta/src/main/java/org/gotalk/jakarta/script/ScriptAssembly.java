package org.gotalk.jakarta.script;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes one script of the browser library's modules: puts them into one scope, without their imports and exports. That
 * is what a bundler would do for it, so the library needs none, and no step of the build. {@link CompactScript} does the
 * rest.
 *
 * <p>It relies on how the modules are written (their tests hold that): imports have lines of their own, names at the top
 * level are unique, and {@code modules.txt} lists the modules in an order in which they can be loaded.
 */
final class ScriptAssembly {

    private static final String FOLDER = "/org/gotalk/script/";
    private static final Pattern IMPORT = Pattern.compile("import \\{.*} from '\\./.*';");
    private static final Pattern EXPORT = Pattern.compile("^export (?=const |let |class |function[ *]|async )");
    private static final String UNRELEASED = "0.0.0-dev";

    /** What the wrapping refers to. */
    private static final Set<String> KNOWN = Set.of("cameFrom", "gotalk");

    private static final String SCRIPT = """
            /*! gotalk.js %s, MIT licence */
            (() => {
            'use strict';
            %s
            cameFrom(globalThis.document?.currentScript?.src);
            globalThis.gotalk = gotalk;
            })();
            """;

    private static final String MODULE = """
            /*! gotalk.js %s, MIT licence */
            const gotalk = (() => {
            %s
            cameFrom(import.meta.url);
            return gotalk;
            })();
            export default gotalk;
            export const {
            Buf, ErrAbnormal, ErrInvalidMsg, ErrTimeout, ErrUnsupported, Handlers, Sock, connection, handle,
            handleBufferNotification, handleBufferRequest, handleNotification, handleRequest, handleStreamRequest, open,
            protocol, version,
            } = gotalk;
            """;

    private final String version;
    private final String body;

    private ScriptAssembly(String version, String body) {
        this.version = version;
        this.body = body;
    }

    /** The same in fewer bytes, for browsers. */
    ScriptAssembly compact() {
        return new ScriptAssembly(version, CompactScript.of(body, KNOWN));
    }

    /** The library as it lies in this jar. */
    static ScriptAssembly load() throws IOException {
        String version = read("version.txt").strip();
        StringBuilder body = new StringBuilder();
        for (String module : read("modules.txt").lines().toList()) {
            body.append(joined(read(module))).append('\n');
        }
        return new ScriptAssembly(version, body.toString().stripTrailing().replace(UNRELEASED, version));
    }

    /** For a script element: defines the global {@code gotalk}. */
    String script() {
        return SCRIPT.formatted(version, body);
    }

    /** For {@code import}. */
    String module() {
        return MODULE.formatted(version, body);
    }

    /** The TypeScript declarations that belong to {@link #script()}, or to {@link #module()}. */
    static String declarations(String name) throws IOException {
        return read(name);
    }

    private static String joined(String module) {
        return module.lines()
                .filter(line -> !IMPORT.matcher(line).matches())
                .map(line -> EXPORT.matcher(line).replaceFirst(""))
                .collect(Collectors.joining("\n"));
    }

    private static String read(String name) throws IOException {
        try (@Nullable InputStream in = ScriptAssembly.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new FileNotFoundException(FOLDER + name + " is not in the jar of gotalk-jakarta");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
