package org.gotalk.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** GlassFish with the domain that it comes with, at other ports. */
final class GlassFish implements AppServer {

    private static final List<String> OTHER_PORTS =
            List.of("8181", "7676", "3700", "3820", "3920", "8686", "6666", "9009");

    @Override
    public void prepare(Path home, Path base, int port) throws IOException, InterruptedException {
        Path domain = base.resolve("domain1");
        Folders.copy(home.resolve("glassfish").resolve("domains").resolve("domain1"), domain);
        Path configuration = domain.resolve("config").resolve("domain.xml");
        String xml = Files.readString(configuration).replace("\"8080\"", "\"" + port + "\"");
        int admin = FreePort.find();
        xml = xml.replace("\"4848\"", "\"" + admin + "\"");
        for (String other : OTHER_PORTS) {
            xml = xml.replace("\"" + other + "\"", "\"" + FreePort.find() + "\"");
        }
        Files.writeString(configuration, xml);
        addUsers(home, base, String.valueOf(admin));
    }

    private void addUsers(Path home, Path base, String port) throws IOException, InterruptedException {
        Command.run(base, asadmin(home, "start-domain", "--domaindir", base.toString(), "domain1"));
        for (User user : User.values()) {
            Path password = base.resolve(user.login() + ".password");
            Files.writeString(password, "AS_ADMIN_USERPASSWORD=" + user.password() + "\n");
            String groups = String.join(":", user.groups());
            Command.run(
                    base,
                    asadmin(
                            home,
                            "--port",
                            port,
                            "--passwordfile",
                            password.toString(),
                            "create-file-user",
                            "--groups",
                            groups,
                            user.login()));
        }
        Command.run(base, asadmin(home, "stop-domain", "--domaindir", base.toString(), "domain1"));
    }

    private static String[] asadmin(Path home, String... arguments) {
        Stream<String> start = Stream.of(
                "env",
                "AS_JAVA=" + AppServer.javaHome(),
                home.resolve("bin").resolve("asadmin").toString());
        return Stream.concat(start, Stream.of(arguments)).toArray(String[]::new);
    }

    @Override
    public List<String> command(Path home, Path base, int port) {
        return List.of(asadmin(home, "start-domain", "--verbose", "--domaindir", base.toString(), "domain1"));
    }

    @Override
    public Path deployments(Path base) {
        return base.resolve("domain1").resolve("autodeploy");
    }
}
