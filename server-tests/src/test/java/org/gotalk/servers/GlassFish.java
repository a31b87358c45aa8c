package org.gotalk.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** GlassFish with the domain that it comes with, at other ports. */
final class GlassFish implements AppServer {

    private static final List<String> OTHER_PORTS =
            List.of("4848", "8181", "7676", "3700", "3820", "3920", "8686", "6666", "9009");

    @Override
    public void prepare(Path home, Path base, int port) throws IOException {
        Path domain = base.resolve("domain1");
        Folders.copy(home.resolve("glassfish").resolve("domains").resolve("domain1"), domain);
        Path configuration = domain.resolve("config").resolve("domain.xml");
        String xml = Files.readString(configuration).replace("\"8080\"", "\"" + port + "\"");
        for (String other : OTHER_PORTS) {
            xml = xml.replace("\"" + other + "\"", "\"" + FreePort.find() + "\"");
        }
        Files.writeString(configuration, xml);
    }

    @Override
    public List<String> command(Path home, Path base, int port) {
        return List.of(
                "env",
                "AS_JAVA=" + AppServer.javaHome(),
                home.resolve("bin").resolve("asadmin").toString(),
                "start-domain",
                "--verbose",
                "--domaindir",
                base.toString(),
                "domain1");
    }

    @Override
    public Path deployments(Path base) {
        return base.resolve("domain1").resolve("autodeploy");
    }
}
