package org.gotalk.demo.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.gotalk.net.ConnectOptions;

/** A browser of one user, as far as signing in and out goes. */
public final class Browser {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final URI application;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .connectTimeout(PATIENCE)
            .build();

    private final Optional<String> credentials;

    /** One that has not signed in. */
    public Browser(URI application) {
        this.application = application;
        this.credentials = Optional.empty();
    }

    /** One that sends a name and a password with each request. */
    public Browser(URI application, String name) {
        this.application = application;
        byte[] secret = (name + ":" + secretOf(name)).getBytes(UTF_8);
        this.credentials = Optional.of("Basic " + Base64.getEncoder().encodeToString(secret));
    }

    private static String secretOf(String name) {
        return name + "'s secret";
    }

    /** Signs in with a form. */
    public Browser signIn(String name) throws IOException, InterruptedException {
        get("newspaper.html");
        String form = "j_username=" + name + "&j_password=" + URLEncoder.encode(secretOf(name), UTF_8);
        post("j_security_check", form);
        get("session");
        return this;
    }

    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(to(path).build(), BodyHandlers.ofString());
    }

    public HttpResponse<String> post(String path) throws IOException, InterruptedException {
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
        HttpRequest.Builder request =
                HttpRequest.newBuilder(application.resolve(path)).timeout(PATIENCE);
        credentials.ifPresent(value -> request.header("Authorization", value));
        return request;
    }

    /** A handshake of this user. */
    public ConnectOptions options() {
        return options(cookie -> true);
    }

    /** The same from a page that has no HTTP session: the server knows the user by its single sign-on. */
    public ConnectOptions optionsWithoutSession() {
        return options(cookie -> !cookie.getName().equals("JSESSIONID"));
    }

    private ConnectOptions options(Predicate<HttpCookie> isSent) {
        String sent = cookies.getCookieStore().getCookies().stream()
                .filter(isSent)
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        ConnectOptions options = ConnectOptions.defaults().timeout(PATIENCE);
        options = sent.isEmpty() ? options : options.header("Cookie", sent);
        return credentials.isPresent() ? options.header("Authorization", credentials.get()) : options;
    }
}
