package org.gotalk.jakarta.internal.config;

import static org.gotalk.jakarta.internal.config.Formats.count;
import static org.gotalk.jakarta.internal.config.Formats.size;
import static org.gotalk.jakarta.internal.config.Formats.text;
import static org.gotalk.jakarta.internal.config.Formats.time;

import java.time.Duration;
import org.gotalk.net.ConnectOptions;
import org.gotalk.net.ReconnectOptions;

/** The settings that each remote peer has for itself, below {@code gotalk.client.<name>.}. */
final class ClientSettingTable {

    static final String PREFIX = SettingTable.PREFIX + "client.";

    /** What the keys of headers begin with, behind the name of the peer. */
    static final String HEADER = "header.";

    static final SettingRows ROWS = new SettingRows();

    private static final ReconnectOptions DEFAULTS = ReconnectOptions.defaults();

    static final Setting<String> ADDRESS = ROWS.row("address", text("address", Formats::address), "")
            .means("Where the peer is: `wss://host/path`, `ws:`, `tls://host:port`, `tcp:` or `unix:/path`.");
    static final Setting<Duration> TIMEOUT = ROWS.row(
                    "timeout", time(1), ConnectOptions.defaults().timeout())
            .means("Time for the network, again for TLS, and again for the Gotalk handshake.");
    static final Setting<String> HANDLERS = ROWS.row("handlers", text("name"), "")
            .means("Handler set that the peer is offered; by default that of `gotalk.path`.");
    static final Setting<String> BEARER_TOKEN = ROWS.row("bearer-token", Formats.TOKEN, "")
            .means("Token for the header `Authorization` of a WebSocket handshake; it appears nowhere.");
    static final Setting<String> TRUST = ROWS.row("trust", text("PEM file"), "")
            .means("Issuers to trust, or the very certificate, and no others; by default those of the JDK.");
    static final Setting<String> CERTIFICATE =
            ROWS.row("certificate", text("PEM file"), "").means("Certificate to show, and its chain.");
    static final Setting<String> KEY = ROWS.row("key", text("PEM file"), "")
            .means("Private key of the certificate, in PKCS#8 without a password; by default in the same file.");
    static final Setting<Duration> MIN_DELAY = ROWS.row("min-delay", time(1), DEFAULTS.minDelay())
            .means("Wait after the first failure to connect; twice as long after each further one.");
    static final Setting<Duration> MAX_DELAY =
            ROWS.row("max-delay", time(1), DEFAULTS.maxDelay()).means("Longest such wait.");
    static final Setting<Integer> MAX_WAITING = ROWS.row("max-waiting", count(0), DEFAULTS.maxWaiting())
            .means("Messages that may wait for a connection; `0` for none.");
    static final Setting<Integer> MAX_WAITING_BYTES = ROWS.row(
                    "max-waiting-bytes", size(1), Math.toIntExact(DEFAULTS.maxWaitingBytes()))
            .means("Bytes that those messages may hold.");

    static final TlsFiles TLS = new TlsFiles(TRUST, CERTIFICATE, KEY);

    private ClientSettingTable() {}
}
