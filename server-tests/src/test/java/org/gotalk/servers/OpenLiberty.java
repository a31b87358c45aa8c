package org.gotalk.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Open Liberty with the Web Profile of Jakarta EE 11, and what it has by default, but for threads: it makes them slowly while all of them wait. */
final class OpenLiberty implements AppServer {

    private static final String CONFIGURATION = """
            <server>
              <featureManager>
                <feature>webProfile-11.0</feature>
                <feature>concurrent-3.1</feature>
              </featureManager>
              <httpEndpoint id="defaultHttpEndpoint" httpPort="%d" httpsPort="-1"/>
              <executor coreThreads="64"/>
              <ltpa keysPassword="secret-of-kit"/>
              <basicRegistry>
            %s  </basicRegistry>
              <applicationMonitor pollingRate="500ms"/>
            </server>
            """;

    @Override
    public void prepare(Path home, Path base, int port) throws IOException {
        Files.createDirectories(deployments(base));
        Files.writeString(folder(base).resolve("server.xml"), CONFIGURATION.formatted(port, users()));
    }

    /** With groups, which are roles of the same names. */
    private static String users() {
        StringBuilder registry = new StringBuilder();
        for (User user : User.values()) {
            registry.append("    <user name=\"%s\" password=\"%s\"/>\n".formatted(user.login(), user.password()));
        }
        for (String group : User.allGroups()) {
            registry.append("    <group name=\"" + group + "\">\n");
            User.of(group).forEach(user -> registry.append("      <member name=\"" + user.login() + "\"/>\n"));
            registry.append("    </group>\n");
        }
        return registry.toString();
    }

    @Override
    public List<String> command(Path home, Path base, int port) {
        return List.of(
                "env",
                "JAVA_HOME=" + AppServer.javaHome(),
                "WLP_USER_DIR=" + base,
                home.resolve("bin").resolve("server").toString(),
                "run",
                "kit");
    }

    @Override
    public Path deployments(Path base) {
        return folder(base).resolve("dropins");
    }

    private static Path folder(Path base) {
        return base.resolve("servers").resolve("kit");
    }
}
