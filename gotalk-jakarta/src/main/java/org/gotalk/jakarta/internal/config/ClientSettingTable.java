package org.gotalk.jakarta.internal.config;

import static org.gotalk.jakarta.internal.config.Formats.count;
import static org.gotalk.jakarta.internal.config.Formats.size;
import static org.gotalk.jakarta.internal.config.Formats.text;
import static org.gotalk.jakarta.internal.config.Formats.time;

import java.time.Duration;
import org.gotalk.net.ConnectOptions;
import org.gotalk.net.ReconnectOptions;

/** The settings of one remote peer, below {@code gotalk.client.<name>.}. */
final class ClientSettingTable {

    static final String PREFIX = SettingTable.PREFIX + "client.";

    /** The prefix of header keys, after the name of the peer. */
    static final String HEADER = "header.";

    static final SettingRows ROWS = new SettingRows();

    private static final ReconnectOptions DEFAULTS = ReconnectOptions.defaults();

    static final Setting<String> ADDRESS = ROWS.row("address", text("address", Formats::address), "")
            .means("Address of the peer: `wss://host/path`, `ws:`, `tls://host:port`, `tcp:` or `unix:/path`.");
    static final Setting<Duration> TIMEOUT = ROWS.row(
                    "timeout", time(1), ConnectOptions.defaults().timeout())
            .means("Time to connect, again for TLS, and again for the Gotalk handshake.");
    static final Setting<String> HANDLERS = ROWS.row("handlers", text("name"), "")
            .means("Handler set that serves the peer; by default that of `gotalk.path`.");
    static final Setting<String> BEARER_TOKEN = ROWS.row("bearer-token", Formats.TOKEN, "")
            .means(
                    "Token for `Authorization` of a WebSocket handshake, or else to sign in with; never shown or logged.");
    static final Setting<String> TRUST = ROWS.row("trust", text("PEM file"), "")
            .means("Trusted issuers, or the peer's certificate itself, and no others; by default those of the JDK.");
    static final Setting<String> CERTIFICATE =
            ROWS.row("certificate", text("PEM file"), "").means("Certificate of this side, with its chain.");
    static final Setting<String> KEY = ROWS.row("key", text("PEM file"), "")
            .means("Private key of the certificate, in PKCS#8 without a password; by default in the same file.");
    static final Setting<String> PROXY = ROWS.row("proxy", text("host:port", Formats::proxy), "")
            .means("HTTP proxy for a WebSocket; by default as the system properties `http.proxyHost` and so on say.");
    static final Setting<String> PROXY_USER =
            ROWS.row("proxy-user", text("name"), "").means("User for a proxy that asks for one.");
    static final Setting<String> PROXY_PASSWORD =
            ROWS.row("proxy-password", text("password"), "").means("Password of that user; never shown or logged.");
    static final Setting<Duration> MIN_DELAY = ROWS.row("min-delay", time(1), DEFAULTS.minDelay())
            .means("Delay after the first failure to connect; doubled after each further one.");
    static final Setting<Duration> MAX_DELAY =
            ROWS.row("max-delay", time(1), DEFAULTS.maxDelay()).means("Maximum such delay.");
    static final Setting<Integer> MAX_WAITING = ROWS.row("max-waiting", count(0), DEFAULTS.maxWaiting())
            .means("Maximum messages that wait for a connection; `0` for none.");
    static final Setting<Integer> MAX_WAITING_BYTES = ROWS.row(
                    "max-waiting-bytes", size(1), Math.toIntExact(DEFAULTS.maxWaitingBytes()))
            .means("Maximum bytes of those messages.");

    static final TlsFiles TLS = new TlsFiles(TRUST, CERTIFICATE, KEY);

    private ClientSettingTable() {}
}
