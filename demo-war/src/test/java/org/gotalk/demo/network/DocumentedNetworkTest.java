package org.gotalk.demo.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the documentation shows is what runs in {@link TwoServersIT}. */
class DocumentedNetworkTest {

    @ParameterizedTest
    @ValueSource(classes = {Quotes.class, Exchange.class})
    void theBeansAreShownAsTheyAre(Class<?> bean) throws IOException {
        String source = Files.readString(Path.of("src/test/java", bean.getName().replace('.', '/') + ".java"));

        assertThat(Files.readString(Path.of("../docs/cdi.md")))
                .contains("```java\n" + source.substring(source.indexOf("\n@") + 1) + "```\n");
    }
}
