package org.gotalk.demo.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands a test method browser windows: each {@link Page} parameter is the only window of a fresh profile, so that two of
 * them are two people. {@link BrowserTest.OnPhone} and {@link BrowserTest.InTheDark} say what the window is like. The browser is started once for
 * all test classes; windows are closed after their test, and what pages complained about fails it, see {@link PageErrors}.
 *
 * <p>Used through {@link BrowserTest}. Everything is called on the one thread that runs the tests, as Playwright demands.
 */
final class BrowserExtension implements ParameterResolver, AfterEachCallback {

    /** How long an assertion waits for the page. Only a failure takes that long; a slow machine needs some of it. */
    private static final double PATIENCE_MILLIS = 30_000;

    private static final Namespace NAMESPACE = Namespace.create(BrowserExtension.class);

    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        Class<?> type = parameter.getParameter().getType();
        return type == Page.class || type == BrowserContext.class || type == PageErrors.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        Class<?> type = parameter.getParameter().getType();
        if (type == PageErrors.class) {
            return errors(test);
        }
        OpenBrowser open = test.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(OpenBrowser.class, key -> OpenBrowser.start(), OpenBrowser.class);
        BrowserContext window = open.browser.newContext(look(parameter));
        test.getStore(NAMESPACE).put(window, window);
        errors(test).watch(window);
        return type == Page.class ? window.newPage() : window;
    }

    @Override
    public void afterEach(ExtensionContext test) {
        assertThat(errors(test).unexpected()).as("errors of the pages").isEmpty();
    }

    private static PageErrors errors(ExtensionContext test) {
        return test.getStore(NAMESPACE)
                .getOrComputeIfAbsent(PageErrors.class, key -> new PageErrors(), PageErrors.class);
    }

    private static NewContextOptions look(ParameterContext parameter) {
        NewContextOptions options = new NewContextOptions().setLocale("en-GB");
        if (parameter.isAnnotated(BrowserTest.OnPhone.class)) {
            options.setViewportSize(390, 844).setIsMobile(true).setHasTouch(true);
        }
        if (parameter.isAnnotated(BrowserTest.InTheDark.class)) {
            options.setColorScheme(ColorScheme.DARK);
        }
        return options;
    }

    private static Path executable() {
        InstalledBrowser machine = InstalledBrowser.ofThisMachine();
        if (machine.find().isEmpty() && DebianChromium.mayInstall()) {
            DebianChromium.install();
        }
        return machine.find()
                .orElseThrow(() -> new IllegalStateException("No browser found for the browser tests: install Chrome,"
                        + " Chromium or Edge, or name its executable in the environment variable "
                        + InstalledBrowser.VARIABLE + ", or leave these tests out with -DskipBrowserTests."));
    }

    private record OpenBrowser(Playwright playwright, Browser browser) implements AutoCloseable {

        static OpenBrowser start() {
            Path executable = executable();
            PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
            Playwright playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            return new OpenBrowser(
                    playwright,
                    playwright
                            .chromium()
                            .launch(new LaunchOptions()
                                    .setExecutablePath(executable)
                                    .setArgs(ARGUMENTS)
                                    .setHeadless(true)));
        }

        @Override
        public void close() {
            playwright.close();
        }
    }
}
