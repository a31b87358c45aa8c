package org.gotalk.jakarta;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.zip.GZIPInputStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@RunAsClient
@ExtendWith(ArquillianExtension.class)
class ScriptsIT {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @ArquillianResource
    private URI base;

    @Deployment(testable = false)
    static WebArchive archive() {
        return Archives.serving(TestApplication.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"gotalk.js", "gotalk.mjs", "gotalk.js.map", "gotalk.mjs.map", "gotalk.d.ts", "gotalk.d.mts"})
    void areServedBelowTheEndpoint(String name) throws Exception {
        HttpResponse<byte[]> answer = send(request(name));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.headers().firstValue("Vary")).contains("Accept-Encoding, Origin");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-cache");
        assertThat(answer.body()).isNotEmpty();
    }

    @Test
    void areCompressedForThoseThatTakeIt() throws Exception {
        HttpResponse<byte[]> plain = send(request("gotalk.js"));
        HttpResponse<byte[]> gzipped = send(request("gotalk.js").header("Accept-Encoding", "gzip"));

        assertThat(gzipped.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(gzipped.headers().firstValue("ETag"))
                .isNotEqualTo(plain.headers().firstValue("ETag"));
        try (GZIPInputStream unzipped = new GZIPInputStream(new ByteArrayInputStream(gzipped.body()))) {
            assertThat(unzipped.readAllBytes()).isEqualTo(plain.body());
        }
    }

    @Test
    void theSourceMapIsWhereTheScriptSaysAndHasATagOfItsOwn() throws Exception {
        HttpResponse<byte[]> script = send(request("gotalk.js"));
        HttpResponse<byte[]> map = send(request("gotalk.js.map"));

        assertThat(script.body()).asString().endsWith("//# sourceMappingURL=gotalk.js.map\n");
        assertThat(map.body()).asString().contains("\"sourcesContent\"");
        assertThat(map.headers().firstValue("ETag"))
                .isPresent()
                .isNotEqualTo(script.headers().firstValue("ETag"));
    }

    @Test
    void areNotSentAgainToThoseThatHaveThem() throws Exception {
        String tag = send(request("gotalk.js")).headers().firstValue("ETag").orElseThrow();

        HttpResponse<byte[]> answer = send(request("gotalk.js").header("If-None-Match", "\"old\", W/" + tag));

        assertThat(answer.statusCode()).isEqualTo(304);
        assertThat(answer.headers().firstValue("ETag")).contains(tag);
        assertThat(answer.headers().firstValue("Vary")).contains("Accept-Encoding, Origin");
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void canBeAskedForWithoutTheirContent() throws Exception {
        HttpResponse<byte[]> get = send(request("gotalk.js"));
        HttpResponse<byte[]> head = send(request("gotalk.js").method("HEAD", BodyPublishers.noBody()));

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.headers().firstValue("Content-Length"))
                .isEqualTo(get.headers().firstValue("Content-Length"))
                .isPresent();
        assertThat(head.headers().firstValue("ETag")).isEqualTo(get.headers().firstValue("ETag"));
    }

    @Test
    void canOnlyBeRead() throws Exception {
        HttpResponse<byte[]> answer = send(request("gotalk.js").DELETE());

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).contains("GET, HEAD");
    }

    @Test
    void canBeReadByPagesThatMayConnect() throws Exception {
        String own = base.getScheme() + "://" + base.getAuthority();

        HttpResponse<byte[]> allowed = send(request("gotalk.mjs").header("Origin", own));
        HttpResponse<byte[]> other = send(request("gotalk.mjs").header("Origin", "https://stranger.example"));

        assertThat(allowed.headers().firstValue("Access-Control-Allow-Origin")).contains(own);
        assertThat(other.statusCode()).isEqualTo(200);
        assertThat(other.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gotalk", "gotalk/"})
    void theEndpointTellsAPlainRequestWhatItSpeaks(String path) throws Exception {
        HttpResponse<byte[]> answer = send(HttpRequest.newBuilder(base.resolve(path)));

        assertThat(answer.statusCode()).isEqualTo(426);
        assertThat(answer.body()).asString().contains("WebSocket");
    }

    private HttpRequest.Builder request(String name) {
        return HttpRequest.newBuilder(base.resolve("gotalk/" + name));
    }

    private static HttpResponse<byte[]> send(HttpRequest.Builder request) throws Exception {
        return HTTP.send(request.build(), BodyHandlers.ofByteArray());
    }
}
