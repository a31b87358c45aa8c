package org.gotalk.demo.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InstalledBrowserTest {

    private static final Path NAMED = Path.of("somewhere", "my-browser");
    private static final Path ON_PATH = Path.of("second", "google-chrome");
    private static final Path USUAL = Path.of("/opt/google/chrome/chrome");
    private static final String PATH = "first" + File.pathSeparator + "second";

    @Test
    void theVariableWins() {
        assertThat(machine(Map.of("GOTALK_BROWSER", NAMED.toString(), "PATH", PATH), NAMED, ON_PATH, USUAL)
                        .find())
                .contains(NAMED);
    }

    @Test
    void aVariableThatNamesNoExecutableIsAnErrorThatSaysSo() {
        assertThatThrownBy(machine(Map.of("GOTALK_BROWSER", NAMED.toString()), USUAL)::find)
                .hasMessageContaining("GOTALK_BROWSER")
                .hasMessageContaining(NAMED.toString());
    }

    @Test
    void thePathComesBeforeTheUsualPlaces() {
        assertThat(machine(Map.of("PATH", PATH), ON_PATH, USUAL).find()).contains(ON_PATH);
    }

    @Test
    void theUsualPlacesComeLast() {
        assertThat(machine(Map.of("PATH", PATH), USUAL).find()).contains(USUAL);
    }

    @Test
    void aMachineMayHaveNone() {
        assertThat(machine(Map.of("PATH", PATH)).find()).isEmpty();
    }

    private static InstalledBrowser machine(Map<String, String> environment, Path... executables) {
        return new InstalledBrowser(environment, Set.of(executables)::contains);
    }
}
