package org.gotalk.servers;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Apache Tomcat, with Weld and Yasson in each application. */
final class Tomcat implements AppServer {

    private static final String CONFIGURATION = """
            <Server port="-1">
              <Service name="Catalina">
                <Connector port="%d" address="localhost"/>
                <Engine name="Catalina" defaultHost="localhost" backgroundProcessorDelay="1">
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
    public Path deployments(Path base) {
        return base.resolve("webapps");
    }

    @Override
    public WebArchive adapted(WebArchive application) {
        return Libraries.addTo(application);
    }
}
