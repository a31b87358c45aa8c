package org.gotalk.servers;

/** What the page says of a check that has passed; a test that says more takes one as its parameter. */
final class Outcome {

    private volatile String text = "pass";

    /** What the server does instead, by a limit of its own that the check has seen. */
    void is(String different) {
        text = different;
    }

    String text() {
        return text;
    }
}
