package org.gotalk.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.gotalk.demo.browser.BrowserTest;
import org.junit.jupiter.api.Test;

@BrowserTest
class PageHeadersIT extends DemoTest {

    @Test
    void aPageMayOnlyRunAndFetchWhatThisServerServes() throws IOException, InterruptedException {
        // Open Liberty never answers an offer of HTTP/2 without TLS that asks for a welcome page.
        HttpClient client = HttpClient.newBuilder().version(Version.HTTP_1_1).build();
        HttpRequest request =
                HttpRequest.newBuilder(base).timeout(Duration.ofSeconds(30)).build();

        HttpResponse<String> page = client.send(request, BodyHandlers.ofString());

        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy ->
                        assertThat(policy).contains("default-src 'none'", "script-src 'self'", "connect-src 'self'"));
        assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    }

    @Test
    void aPageFetchesNothingFromElsewhere(Page page) {
        List<String> fetched = new ArrayList<>();
        page.onRequest(request -> fetched.add(request.url()));

        ChatWindow ada = enter(page);
        ada.say("https://elsewhere.example/picture.png");
        ada.message("picture").waitFor();

        assertThat(fetched).isNotEmpty().allSatisfy(url -> assertThat(url).startsWith(base.toString()));
    }
}
