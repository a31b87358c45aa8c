package org.gotalk.servers;

import static java.util.stream.Collectors.joining;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Apache Tomcat, with Weld and Yasson in each application. */
final class Tomcat implements AppServer {

    private static final String CONFIGURATION = """
            <Server port="-1">
              <GlobalNamingResources>
                <Resource name="UserDatabase" type="org.apache.catalina.UserDatabase"
                    factory="org.apache.catalina.users.MemoryUserDatabaseFactory" pathname="conf/tomcat-users.xml"/>
              </GlobalNamingResources>
              <Service name="Catalina">
                <Connector port="%d" address="localhost"/>
                <Engine name="Catalina" defaultHost="localhost" backgroundProcessorDelay="1">
                  <Realm className="org.apache.catalina.realm.UserDatabaseRealm" resourceName="UserDatabase"/>
                  <Host name="localhost" appBase="webapps" autoDeploy="true"/>
                </Engine>
              </Service>
            </Server>
            """;

    @Override
    public void prepare(Path home, Path base, int port) throws IOException {
        ThreadRecording.delete();
        for (String folder : List.of("conf", "logs", "temp", "webapps", "work")) {
            Files.createDirectories(base.resolve(folder));
        }
        Files.copy(home.resolve("conf").resolve("web.xml"), base.resolve("conf").resolve("web.xml"));
        Files.writeString(base.resolve("conf").resolve("server.xml"), CONFIGURATION.formatted(port));
        Files.writeString(base.resolve("conf").resolve("tomcat-users.xml"), users());
    }

    private static String users() {
        return Stream.of(User.values())
                .map(user -> "  <user username=\"%s\" password=\"%s\" roles=\"%s\"/>\n"
                        .formatted(user.login(), user.password(), String.join(",", user.groups())))
                .collect(joining("", "<tomcat-users xmlns=\"http://tomcat.apache.org/xml\">\n", "</tomcat-users>\n"));
    }

    @Override
    public List<String> command(Path home, Path base, int port) {
        List<String> command = new ArrayList<>(List.of(AppServer.java(), "-Xmx256m"));
        command.addAll(ThreadRecording.options());
        command.addAll(List.of(
                "-cp",
                home.resolve("bin").resolve("bootstrap.jar")
                        + File.pathSeparator
                        + home.resolve("bin").resolve("tomcat-juli.jar"),
                "-Dcatalina.home=" + home,
                "-Dcatalina.base=" + base,
                "-Djava.io.tmpdir=" + base.resolve("temp"),
                "org.apache.catalina.startup.Bootstrap",
                "start"));
        return command;
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
