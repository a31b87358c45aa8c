package org.gotalk.demo.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.stream.Collectors;
import org.gotalk.net.ConnectOptions;

/** A browser of one user, as far as signing in and out goes. */
final class Reader {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final URI application;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .connectTimeout(PATIENCE)
            .build();

    /** One that has not signed in. */
    Reader(URI application) {
        this.application = application;
    }

    Reader signIn(String name) throws IOException, InterruptedException {
        get("newspaper.html");
        String form = "j_username=" + name + "&j_password=" + URLEncoder.encode(name + "'s secret", UTF_8);
        post("j_security_check", form);
        get("session");
        return this;
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(to(path).build(), BodyHandlers.ofString());
    }

    HttpResponse<String> post(String path) throws IOException, InterruptedException {
        return post(path, "");
    }

    private HttpResponse<String> post(String path, String form) throws IOException, InterruptedException {
        return http.send(
                to(path).header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(application.resolve(path)).timeout(PATIENCE);
    }

    /** A handshake of this user. */
    ConnectOptions options() {
        return ConnectOptions.defaults()
                .timeout(PATIENCE)
                .header(
                        "Cookie",
                        cookies.getCookieStore().getCookies().stream()
                                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                                .collect(Collectors.joining("; ")));
    }
}
