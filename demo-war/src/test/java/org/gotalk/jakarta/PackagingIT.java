package org.gotalk.jakarta;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.gotalk.Sock;
import org.gotalk.cdi.CdiApplication;
import org.gotalk.net.Gotalk;
import org.gotalk.reach.Rooms;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** Where the jars may be: what works is served, and what cannot work is said in words. */
@RunAsClient
@ArquillianTest
class PackagingIT {

    /** Nothing; it has Arquillian start the server. */
    @Deployment(testable = false)
    static WebArchive archive() {
        return ShrinkWrap.create(WebArchive.class).addClass(TestBean.class);
    }

    private static WebArchive whole(String name) {
        return ShrinkWrap.create(WebArchive.class, name)
                .addAsLibraries(Archives.jars())
                .addAsLibrary(Archives.jarOf(CdiApplication.class))
                .addClass(PackagedBean.class);
    }

    private static WebArchive withoutJars(String name) {
        return ShrinkWrap.create(WebArchive.class, name).addClass(PackagedBean.class);
    }

    private static EnterpriseArchive ear() {
        return ShrinkWrap.create(EnterpriseArchive.class);
    }

    @Test
    void aWebModuleOfAnEarIsServed() throws Exception {
        EnterpriseArchive ear = ear().addAsModule(whole("packaged-one.war"));

        try (LoggedDeployment deployment = LoggedDeployment.of(ear)) {
            assertThat(deployment.started())
                    .contains("Gotalk serves operations [packaged]", "Gotalk is at /packaged-one/gotalk");
        }
    }

    @Test
    void aSecondWebModuleOfAnEarIsRefusedWithWhatToDo() throws Exception {
        EnterpriseArchive ear = ear().addAsModule(whole("packaged-two.war")).addAsModule(whole("packaged-three.war"));

        try (LoggedDeployment deployment = LoggedDeployment.of(ear)) {
            assertThat(deployment.report()).contains("deploy this one as an application of its own");
        }
    }

    @Test
    void jarsInTheLibraryOfAnEarAreRefusedWithWhatToDo() throws Exception {
        EnterpriseArchive ear = ear().addAsLibraries(Archives.jars())
                .addAsLibrary(Archives.jarOf(CdiApplication.class))
                .addAsModule(withoutJars("packaged-four.war"));

        try (LoggedDeployment deployment = LoggedDeployment.of(ear)) {
            assertThat(deployment.report())
                    .contains(
                            PackagedBean.class.getName()
                                    + " has operations or notifications, but gotalk-cdi does not see it",
                            "put Gotalk's jars into WEB-INF/lib");
        }
    }

    @Test
    void operationsWithoutAnEndpointAreOneLineOfTheLog() throws Exception {
        WebArchive incomplete = withoutJars("packaged-five.war")
                .addAsLibraries(
                        Archives.jarOf(Sock.class),
                        Archives.jarOf(Gotalk.class),
                        Archives.jarOf(Rooms.class),
                        Archives.jarOf(CdiApplication.class));

        try (LoggedDeployment deployment = LoggedDeployment.of(incomplete)) {
            assertThat(deployment.started())
                    .containsOnlyOnce("but no endpoint that serves them")
                    .contains(PackagedBean.class.getName(), "put gotalk-jakarta and gotalk-cdi into its WEB-INF/lib");
        }
    }

    @Test
    void anApplicationWithAnEndpointIsNotWarnedOf() throws Exception {
        try (LoggedDeployment deployment = LoggedDeployment.of(whole("packaged-six.war"))) {
            assertThat(deployment.started()).doesNotContain("no endpoint that serves them");
        }
    }

    @Test
    void aMendedApplicationIsServedAfterItsDeploymentHasFailed() throws Exception {
        WebArchive wrong = Archives.with(whole("packaged-seven.war"), Map.of("gotalk.max-payload", "plenty"));

        try (LoggedDeployment deployment = LoggedDeployment.of(wrong)) {
            assertThat(deployment.report()).contains("gotalk.max-payload is \"plenty\"");
            deployment.replace(whole("packaged-seven.war"));
            assertThat(deployment.started()).contains("Gotalk serves operations [packaged]");
        }
    }
}
