package org.gotalk.demo.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the documentation shows is what runs in {@link IdentityIT}. */
class DocumentedIdentityTest {

    private String documentation;

    @BeforeEach
    void read() throws IOException {
        documentation = Files.readString(Path.of("../docs/cdi.md"));
    }

    @ParameterizedTest
    @ValueSource(classes = {Letters.class, Newsroom.class, Board.class, TokenSignIn.class, TokenStore.class})
    void theBeansAreShownAsTheyAre(Class<?> bean) throws IOException {
        String source = Files.readString(Path.of("src/test/java", bean.getName().replace('.', '/') + ".java"));

        assertThat(documentation).contains("```java\n" + source.substring(source.indexOf("\n@") + 1) + "```\n");
    }

    @Test
    void theConstraintIsShownAsItIs() throws IOException {
        String xml = Files.readString(Path.of("src/test/identity/web.xml"));
        String constraint = xml.substring(xml.indexOf("  <security-constraint>"), xml.indexOf("\n</web-app>"));

        assertThat(documentation)
                .contains("```xml\n" + constraint.stripTrailing().indent(-2) + "```\n");
    }
}
