package org.gotalk.demo.browser;

import com.microsoft.playwright.BrowserContext;
import java.util.ArrayList;
import java.util.List;

/**
 * What pages complained about during a test: errors in the console and exceptions that nobody caught. Any of them fails
 * the test, unless it was {@linkplain #expect expected}.
 */
public final class PageErrors {

    private final List<String> errors = new ArrayList<>();
    private final List<String> expected = new ArrayList<>();

    void watch(BrowserContext window) {
        window.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                errors.add(message.text());
            }
        });
        window.onWebError(error -> errors.add(error.error()));
    }

    /** Errors that begin so are part of what is tested. */
    public void expect(String beginning) {
        expected.add(beginning);
    }

    List<String> unexpected() {
        return errors.stream()
                .filter(error -> expected.stream().noneMatch(error::startsWith))
                .toList();
    }
}
