package org.gotalk.demo.readme;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.gotalk.demo.browser.BrowserTest;
import org.gotalk.jakarta.Archives;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** docs/tutorial.md, followed from its beginning to its end. */
@BrowserTest
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class TutorialIT {

    private static final Path TUTORIAL = Path.of("..", "docs", "tutorial.md");
    private static final Pattern PAGE = Pattern.compile("```html\n(.*?)```", Pattern.DOTALL);
    private static final Pattern STEP =
            Pattern.compile("```js\n((?:(?!```).)*)```(?:(?!```).)*```text\n(.*?)```", Pattern.DOTALL);

    @ArquillianResource
    private URI base;

    @Deployment(testable = false)
    static WebArchive archive() throws IOException {
        Path folder = Files.createTempDirectory(Path.of("target"), "tutorial");
        for (String bean : List.of("Weather", "Storms", "Nearby", "Measurements")) {
            Listing.of(TUTORIAL, bean).compileInto(folder);
        }
        String page = PAGE.matcher(Files.readString(TUTORIAL))
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
        return Listing.addClasses(Archives.servingBeans(), folder)
                .addAsWebResource(new StringAsset(page), "index.html");
    }

    @Test
    void eachStepShowsWhatTheTutorialSays(Page page, Page other) throws IOException {
        page.navigate(base.toString());
        other.navigate(base.toString());
        other.evaluate("() => sock.request('report', { place: 'nowhere', celsius: 0 })"); // it is connected
        StringBuilder shown = new StringBuilder();
        for (Step step : steps()) {
            (step.isOfTheOtherWindow() ? other : page).evaluate("async () => {" + step.script() + "}");
            shown.append(step.shown());
            page.waitForFunction(
                    "least => document.querySelector('#shown').textContent.length >= least", shown.length());
            assertThat(page.textContent("#shown")).isEqualTo(shown.toString());
        }
    }

    private record Step(String script, String shown) {

        boolean isOfTheOtherWindow() {
            return script.contains("notify");
        }
    }

    private static List<Step> steps() throws IOException {
        List<Step> steps = STEP.matcher(Files.readString(TUTORIAL))
                .results()
                .map(step -> new Step(step.group(1), step.group(2)))
                .toList();
        assertThat(steps).hasSize(6);
        return steps;
    }
}
