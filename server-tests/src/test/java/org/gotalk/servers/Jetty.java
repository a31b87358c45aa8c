package org.gotalk.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Eclipse Jetty, with Weld and Yasson in each application. */
final class Jetty implements AppServer {

    private static final String MODULES =
            "server,http,ee11-deploy,ee11-annotations,ee11-websocket-jakarta,ee11-cdi,users";

    /** The users, as the realm of web applications that name none, which is "default". */
    private static final String MODULE = """
            [depend]
            security

            [xml]
            etc/users.xml
            """;

    private static final String REALM = """
            <!DOCTYPE Configure PUBLIC "-//Jetty//Configure//EN" "https://jetty.org/configure_10_0.dtd">
            <Configure id="Server" class="org.eclipse.jetty.server.Server">
              <Call id="Resources" class="org.eclipse.jetty.util.resource.ResourceFactory" name="of">
                <Arg><Ref refid="Server"/></Arg>
                <Call id="Users" name="newResource">
                  <Arg><Property name="jetty.base"/>/etc/users.properties</Arg>
                </Call>
              </Call>
              <Call name="addBean">
                <Arg>
                  <New class="org.eclipse.jetty.security.HashLoginService">
                    <Set name="name">default</Set>
                    <Set name="config"><Ref refid="Users"/></Set>
                  </New>
                </Arg>
              </Call>
            </Configure>
            """;

    @Override
    public void prepare(Path home, Path base, int port) throws IOException, InterruptedException {
        addUsers(base);
        Command.run(base, AppServer.java(), "-jar", home.resolve("start.jar").toString(), "--add-modules=" + MODULES);
    }

    private static void addUsers(Path base) throws IOException {
        Path modules = Files.createDirectories(base.resolve("modules"));
        Files.writeString(modules.resolve("users.mod"), MODULE);
        Path etc = Files.createDirectories(base.resolve("etc"));
        Files.writeString(etc.resolve("users.xml"), REALM);
        Files.write(
                etc.resolve("users.properties"),
                Stream.of(User.values())
                        .map(user -> user.login() + ": " + user.password() + "," + String.join(",", user.groups()))
                        .toList());
    }

    @Override
    public List<String> command(Path home, Path base, int port) {
        return List.of(
                AppServer.java(),
                "-Xmx256m",
                "-jar",
                home.resolve("start.jar").toString(),
                "jetty.http.host=localhost",
                "jetty.http.port=" + port,
                "jetty.deploy.scanInterval=1");
    }

    @Override
    public boolean takesEars() {
        return false;
    }

    @Override
    public Path deployments(Path base) {
        return base.resolve("webapps");
    }

    @Override
    public WebArchive adapted(WebArchive application) {
        return Libraries.addTo(application);
    }
}
