package org.gotalk.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.net.URI;
import org.gotalk.Sock;
import org.gotalk.net.Gotalk;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.ArchiveAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Enterprise applications. */
@ExtendWith(Recorded.class)
class EarsIT {

    @AutoClose
    private final Gotalk clients = Gotalk.create();

    @BeforeEach
    void needsAServerThatTakesThem() {
        assumeThat(Servers.kind().takesEars()).isTrue();
    }

    private static EnterpriseArchive ear(String name, WebArchive module) {
        return ShrinkWrap.create(EnterpriseArchive.class)
                .addAsModule(new ArchiveAsset(module, ZipExporter.class), name + ".war");
    }

    private void serves(String name, EnterpriseArchive ear) throws Exception {
        URI address = RunningServer.shared().deploy(name, ear);
        String endpoint = address.resolve("gotalk").toString().replaceFirst("^http", "ws");
        try (Sock sock = clients.connect(endpoint)) {
            assertThat(sock.request("order", new KitBean.Order("tea", 2, 1.5), KitBean.Order.class)
                            .count())
                    .isEqualTo(3);
            assertThat(sock.request("tell", "news", Integer.class)).isEqualTo(1);
        } finally {
            RunningServer.shared().undeploy(name);
        }
    }

    @Test
    void aWebModuleOfAnEarIsServed() throws Exception {
        serves("in-an-ear", ear("in-an-ear", KitArchive.create()));
    }

    @Test
    void jarsInTheLibOfAnEarAreRefusedWithWhatToDo() throws Exception {
        RunningServer server = RunningServer.shared();
        server.deployInVain(
                "lib-of-ear",
                ear("lib-of-ear", KitArchive.withoutJars()).addAsLibraries(KitArchive.jars()),
                KitBean.class.getName()
                        + " has operations or notifications, but gotalk-cdi does not see it, as in the lib"
                        + " folder of an EAR or a shared library: put Gotalk's jars into WEB-INF/lib");
        server.remove("lib-of-ear");
    }
}
