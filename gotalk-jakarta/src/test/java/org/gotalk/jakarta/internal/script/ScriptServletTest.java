package org.gotalk.jakarta.internal.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptServletTest {

    private static final String JS = "/gotalk/gotalk.js";
    private static final byte[] TEXT = "gotalk ".repeat(500).getBytes(StandardCharsets.UTF_8);
    private static final ReaderPolicy NOBODY = (origin, request) -> false;
    private static final byte[] GZIPPED = {31, -117, 8};

    private final Script script = Script.of("text/javascript; charset=utf-8", TEXT, GZIPPED);
    private final ScriptServlet servlet =
            new ScriptServlet(Map.of(JS, script), (origin, request) -> origin.equals("https://friend.example"));

    @Test
    void aScriptComesAsItIsToWhoSaysNothingOfEncodings() throws Exception {
        FakeExchange answer = get().by(servlet);

        assertThat(answer.status).isEqualTo(200);
        assertThat(answer.body.toByteArray()).isEqualTo(TEXT);
        assertThat(answer.headers)
                .containsEntry("Content-Type", "text/javascript; charset=utf-8")
                .containsEntry("Content-Length", "3500")
                .containsEntry("ETag", script.plain().tag())
                .containsEntry("Vary", "Accept-Encoding, Origin")
                .containsEntry("Cache-Control", "no-cache")
                .containsEntry("X-Content-Type-Options", "nosniff")
                .doesNotContainKey("Content-Encoding");
    }

    @Test
    void allFilesAreServedBelowEachPathAndNothingElse() throws Exception {
        assertThat(ScriptServlet.below(List.of("/a", "/b/c"), NOBODY).mappings())
                .containsExactlyInAnyOrderElementsOf(ScriptServlet.names().stream()
                        .flatMap(name -> Stream.of("/a/" + name, "/b/c/" + name))
                        .toList());
    }

    @Test
    void aScriptComesCompressedToWhoTakesGzip() throws Exception {
        FakeExchange answer = get().with("Accept-Encoding", "br, gzip").by(servlet);

        assertThat(answer.headers)
                .containsEntry("Content-Encoding", "gzip")
                .containsEntry("ETag", script.gzipped().tag());
        assertThat(answer.body.toByteArray()).isEqualTo(GZIPPED);
    }

    @Test
    void eachEncodingHasAStrongTagOfItsOwn() {
        assertThat(script.plain().tag())
                .matches("\"[A-Za-z0-9_-]+\"")
                .isNotEqualTo(script.gzipped().tag());
    }

    @Test
    void theSameBytesHaveTheSameTagAndOthersAnother() {
        assertThat(new Representation("", TEXT).tag()).isEqualTo(script.plain().tag());
        assertThat(new Representation("", new byte[1]).tag())
                .isNotEqualTo(script.plain().tag());
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "W/%s", "\"a,b\", %s", "\"x\",W/%s,\"y\"", "*", "  *  "})
    void whoHasItAlreadyIsToldSo(String header) throws Exception {
        FakeExchange answer = get().with(
                        "If-None-Match", header.formatted(script.plain().tag()))
                .by(servlet);

        assertThat(answer.status).isEqualTo(304);
        assertThat(answer.body.size()).isZero();
        assertThat(answer.headers)
                .containsEntry("ETag", script.plain().tag())
                .containsEntry("Vary", "Accept-Encoding, Origin")
                .containsEntry("Cache-Control", "no-cache")
                .doesNotContainKeys("Content-Length", "Content-Encoding");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"other\"", "W/\"other\"", "", "\"*\"", "other"})
    void whoHasAnotherGetsThisOne(String header) throws Exception {
        assertThat(get().with("If-None-Match", header).by(servlet).status).isEqualTo(200);
    }

    @Test
    void aTagInALaterLineCounts() throws Exception {
        assertThat(get().with("If-None-Match", "\"a\"", script.plain().tag()).by(servlet).status)
                .isEqualTo(304);
    }

    @Test
    void theTagOfOneEncodingIsNotThatOfAnother() throws Exception {
        assertThat(get().with("Accept-Encoding", "gzip")
                        .with("If-None-Match", script.plain().tag())
                        .by(servlet)
                        .status)
                .isEqualTo(200);
    }

    @Test
    void pagesOfAllowedOriginsMayReadAScript() throws Exception {
        FakeExchange whole = get().with("Origin", "https://friend.example").by(servlet);
        FakeExchange unchanged = get().with("Origin", "https://friend.example")
                .with("If-None-Match", "*")
                .by(servlet);

        assertThat(whole.headers).containsEntry("Access-Control-Allow-Origin", "https://friend.example");
        assertThat(unchanged.headers).containsEntry("Access-Control-Allow-Origin", "https://friend.example");
    }

    @Test
    void pagesOfOtherOriginsMayNotReadAScript() throws Exception {
        FakeExchange other = get().with("Origin", "https://stranger.example").by(servlet);

        assertThat(other.status).isEqualTo(200);
        assertThat(other.headers)
                .doesNotContainKey("Access-Control-Allow-Origin")
                .containsEntry("Vary", "Accept-Encoding, Origin");
        assertThat(get().by(servlet).headers).doesNotContainKey("Access-Control-Allow-Origin");
    }

    @Test
    void headIsGetWithoutTheBody() throws Exception {
        FakeExchange head = new FakeExchange("HEAD", JS).by(servlet);

        assertThat(head.headers).isEqualTo(get().by(servlet).headers);
        assertThat(head.body.size()).isZero();
    }

    @Test
    void whoTakesNeitherFormIsTold() throws Exception {
        FakeExchange answer =
                get().with("Accept-Encoding", "identity;q=0, gzip;q=0").by(servlet);

        assertThat(answer.status).isEqualTo(406);
        assertThat(answer.headers)
                .containsEntry("Vary", "Accept-Encoding, Origin")
                .doesNotContainKey("ETag");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS", "get"})
    void otherMethodsAreNotAllowed(String method) throws Exception {
        FakeExchange answer = new FakeExchange(method, JS).by(servlet);

        assertThat(answer.status).isEqualTo(405);
        assertThat(answer.headers).containsEntry("Allow", "GET, HEAD");
    }

    @ParameterizedTest
    @CsvSource({
        "gotalk.js, text/javascript; charset=utf-8",
        "gotalk.mjs, text/javascript; charset=utf-8",
        "gotalk.js.map, application/json; charset=utf-8",
        "gotalk.mjs.map, application/json; charset=utf-8",
        "gotalk.d.ts, application/typescript; charset=utf-8",
        "gotalk.d.mts, application/typescript; charset=utf-8"
    })
    void servesTheFilesOfTheJarBelowEachPath(String name, String contentType) throws Exception {
        ScriptServlet files = ScriptServlet.below(List.of("/chat", "/admin/chat"), NOBODY);
        for (String path : List.of("/chat/", "/admin/chat/")) {
            FakeExchange answer = new FakeExchange("GET", path + name).by(files);

            assertThat(files.mappings()).contains(path + name);
            assertThat(answer.status).isEqualTo(200);
            assertThat(answer.headers).containsEntry("Content-Type", contentType);
            assertThat(answer.body.size()).isPositive();
        }
    }

    @Test
    void whatLiesCompressedInTheJarIsWhatLiesBesideIt() throws Exception {
        for (String name : ScriptServlet.names()) {
            Script file = Script.load("text/plain", name);
            try (GZIPInputStream unzipped =
                    new GZIPInputStream(new ByteArrayInputStream(file.gzipped().bytes()))) {
                assertThat(unzipped.readAllBytes())
                        .as(name)
                        .isEqualTo(file.plain().bytes());
            }
        }
    }

    private static FakeExchange get() {
        return new FakeExchange("GET", JS);
    }
}
