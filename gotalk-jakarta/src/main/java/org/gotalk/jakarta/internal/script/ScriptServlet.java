package org.gotalk.jakarta.internal.script;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Serves {@code gotalk.js} and {@code gotalk.mjs} with their source maps and TypeScript declarations, as the build of
 * gotalk-js prepared them.
 *
 * <p>With {@code Cache-Control: no-cache} caches keep the files but revalidate them before each use, which is answered
 * with a short 304. So no page uses an old script after an update of the application.
 */
public final class ScriptServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String JAVASCRIPT = "text/javascript; charset=utf-8";
    private static final String SOURCE_MAP = "application/json; charset=utf-8";
    private static final String TYPESCRIPT = "application/typescript; charset=utf-8";

    private static final Map<String, String> CONTENT_TYPES = Map.of(
            "gotalk.js", JAVASCRIPT,
            "gotalk.js.map", SOURCE_MAP,
            "gotalk.mjs", JAVASCRIPT,
            "gotalk.mjs.map", SOURCE_MAP,
            "gotalk.d.ts", TYPESCRIPT,
            "gotalk.d.mts", TYPESCRIPT);

    private final transient Map<String, Script> scripts;
    private final transient ReaderPolicy readers;

    ScriptServlet(Map<String, Script> scripts, ReaderPolicy readers) {
        this.scripts = Map.copyOf(scripts);
        this.readers = readers;
    }

    /** The names of all files served below a path. */
    public static Set<String> names() {
        return CONTENT_TYPES.keySet();
    }

    /**
     * A servlet that serves each file of this jar by its name below each path.
     *
     * @param readers which pages of other origins may read them
     * @throws IOException if a file is missing
     */
    public static ScriptServlet below(List<String> paths, ReaderPolicy readers) throws IOException {
        Map<String, Script> scripts = new HashMap<>();
        for (Map.Entry<String, String> file : CONTENT_TYPES.entrySet()) {
            Script script = Script.load(file.getValue(), file.getKey());
            paths.forEach(path -> scripts.put(path + "/" + file.getKey(), script));
        }
        return new ScriptServlet(scripts, readers);
    }

    /** The paths to serve, relative to the web application. */
    public String[] mappings() {
        return scripts.keySet().toArray(String[]::new);
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Script script = scripts.get(request.getServletPath());
        if (script == null) {
            refuse(request, response, HttpServletResponse.SC_NOT_FOUND, "there is no such script");
        } else if (!request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")) {
            response.setHeader("Allow", "GET, HEAD");
            refuse(request, response, HttpServletResponse.SC_METHOD_NOT_ALLOWED, "only GET and HEAD are allowed");
        } else {
            serve(script, request, response);
        }
    }

    private void serve(Script script, HttpServletRequest request, HttpServletResponse response) throws IOException {
        AcceptEncoding accepted = AcceptEncoding.of(lines(request, "Accept-Encoding"));
        boolean gzip = accepted.prefersGzip();
        response.setHeader("Vary", "Accept-Encoding, Origin");
        allowReading(request, response);
        response.setHeader("Cache-Control", "no-cache");
        response.setHeader("X-Content-Type-Options", "nosniff");
        if (!gzip && !accepted.allowsIdentity()) {
            refuse(
                    request,
                    response,
                    HttpServletResponse.SC_NOT_ACCEPTABLE,
                    "scripts are available uncompressed or with gzip");
            return;
        }
        Representation chosen = gzip ? script.gzipped() : script.plain();
        response.setHeader("ETag", chosen.tag());
        if (EntityTags.name(lines(request, "If-None-Match"), chosen.tag())) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
        } else {
            send(chosen, script.contentType(), request, response);
        }
    }

    private void allowReading(HttpServletRequest request, HttpServletResponse response) {
        Optional.ofNullable(request.getHeader("Origin"))
                .filter(origin -> readers.permits(origin, request))
                .ifPresent(origin -> response.setHeader("Access-Control-Allow-Origin", origin));
    }

    private static void send(
            Representation chosen, String contentType, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setContentType(contentType);
        if (!chosen.coding().isEmpty()) {
            response.setHeader("Content-Encoding", chosen.coding());
        }
        sendBody(chosen.bytes(), request, response);
    }

    private static void sendBody(byte[] body, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setContentLength(body.length);
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(body);
        }
    }

    /** Does not use {@code sendError}, which would send the application's error page. */
    private static void refuse(HttpServletRequest request, HttpServletResponse response, int status, String why)
            throws IOException {
        byte[] text = (why + "\n").getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType("text/plain; charset=utf-8");
        sendBody(text, request, response);
    }

    private static List<String> lines(HttpServletRequest request, String header) {
        return Collections.list(request.getHeaders(header));
    }
}
