package org.gotalk.demo.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Imports run downwards only. */
@AnalyzeClasses(
        packages = "org.gotalk",
        importOptions = {DoNotIncludeTests.class, DoNotIncludeTestJars.class})
class ArchitectureTest {

    private static final String API = "org.gotalk";
    private static final String SPI = "org.gotalk.spi";
    private static final String JSON = "org.gotalk.json";
    private static final String FLOOR = "org.gotalk.internal.concurrent";
    private static final String WIRE = "org.gotalk.internal.wire";
    private static final String MESSAGES = WIRE + ".message";
    private static final String TRANSPORT = "org.gotalk.internal.transport";
    private static final String ENGINE = "org.gotalk.internal.engine";
    private static final String SHARED = ENGINE + ".shared";
    private static final String OBSERVED = ENGINE + ".observed";
    private static final String JFR = "org.gotalk.internal.jfr";
    private static final String MANAGEMENT = "org.gotalk.internal.management";
    private static final String OUTBOUND = ENGINE + ".outbound";
    private static final String RESUME = ENGINE + ".resume";
    private static final String REACH = "org.gotalk.reach";
    private static final String REACH_SPI = REACH + ".spi";
    private static final String REACH_MEMORY = REACH + ".internal.memory";
    private static final String INBOUND = ENGINE + ".inbound";
    private static final String CREDENTIALS = ENGINE + ".credentials";
    private static final String CALLS = ENGINE + ".calls";
    private static final String STREAMS = ENGINE + ".streams";
    private static final String TEST_KIT = "org.gotalk.test";
    private static final String IN_TEST_KIT = TEST_KIT + ".internal";
    private static final String NET = "org.gotalk.net..";
    private static final String JAKARTA = "org.gotalk.jakarta..";
    private static final String CDI = "org.gotalk.cdi..";
    private static final String EXAMPLES = "org.gotalk.examples..";
    private static final String DEMO = "org.gotalk.demo..";

    @ArchTest
    static final ArchRule theApiStandsOnTheJdkAndOneAnnotationOfEjb = only(API, "jakarta.ejb");

    @ArchTest
    static final ArchRule theSpiStandsOnTheApi = only(SPI, API);

    @ArchTest
    static final ArchRule theFloorStandsOnTheJdkAlone = only(FLOOR);

    @ArchTest
    static final ArchRule messagesStandOnTheJdkAlone = only(MESSAGES);

    @ArchTest
    static final ArchRule theWireFormatStandsOnTheMessages = only(WIRE, MESSAGES);

    @ArchTest
    static final ArchRule transportsWithoutANetworkStandOnTheSpi = only(TRANSPORT, SPI, FLOOR);

    @ArchTest
    static final ArchRule onlyTheJsonCodecKnowsJsonB = only(JSON, API, "jakarta.json..");

    @ArchTest
    static final ArchRule whatConnectionsShareStandsOnTheFloor = only(SHARED, API, SPI, FLOOR);

    @ArchTest
    static final ArchRule whatObserversAreToldStandsOnTheSpi = only(OBSERVED, API, SPI, FLOOR);

    @ArchTest
    static final ArchRule theRecorderOfTheJdkStandsOnTheSpi = only(JFR, API, SPI, "jdk.jfr..");

    @ArchTest
    static final ArchRule consolesStandOnTheSpi = only(MANAGEMENT, API, SPI, "javax.management..");

    @ArchTest
    static final ArchRule healthStandsOnTheSpi = only(
            "org.gotalk.microprofile",
            API,
            SPI,
            "org.eclipse.microprofile..",
            "jakarta.enterprise..",
            "jakarta.inject..");

    @ArchTest
    static final ArchRule telemetryStandsOnTheSpi =
            only("org.gotalk.opentelemetry", API, SPI, "io.opentelemetry..", "jakarta.enterprise..");

    @ArchTest
    static final ArchRule theOutboxStandsOnWhatIsShared = only(OUTBOUND, SHARED, API, SPI, WIRE, MESSAGES, FLOOR);

    @ArchTest
    static final ArchRule whatSurvivesAConnectionStandsOnTheOutbox = only(RESUME, OUTBOUND, WIRE, MESSAGES, FLOOR);

    @ArchTest
    static final ArchRule roomsAreAnApi = only(REACH, API, SPI);

    @ArchTest
    static final ArchRule theSpiOfRoomsStandsOnTheirApi = only(REACH_SPI, REACH, API);

    @ArchTest
    static final ArchRule roomsInMemoryStandOnTheirSpi = only(REACH_MEMORY, REACH_SPI, REACH, API);

    @ArchTest
    static final ArchRule theNodeOfRoomsStandsOnTheEngine =
            only(REACH + ".node", REACH_MEMORY, REACH_SPI, REACH, ENGINE, RESUME, SHARED, API, SPI, FLOOR);

    @ArchTest
    static final ArchRule theWayInStandsOnTheOutbox =
            only(INBOUND, OUTBOUND, OBSERVED, SHARED, API, SPI, WIRE, MESSAGES, FLOOR);

    @ArchTest
    static final ArchRule credentialsStandOnWhatIsShared = only(CREDENTIALS, SHARED, API, SPI, FLOOR);

    @ArchTest
    static final ArchRule callsStandOnTheOutbox =
            only(CALLS, OUTBOUND, OBSERVED, SHARED, API, SPI, WIRE, MESSAGES, FLOOR);

    @ArchTest
    static final ArchRule streamsStandOnCallsAndTheWayIn =
            only(STREAMS, CALLS, INBOUND, OUTBOUND, OBSERVED, SHARED, API, SPI, WIRE, MESSAGES, FLOOR);

    @ArchTest
    static final ArchRule aConnectionIsMadeOfItsRooms = only(
            ENGINE,
            STREAMS,
            CREDENTIALS,
            CALLS,
            INBOUND,
            RESUME,
            OUTBOUND,
            OBSERVED,
            SHARED,
            API,
            SPI,
            WIRE,
            MESSAGES,
            FLOOR);

    @ArchTest
    static final ArchRule theNetworkStandsOnTheEngine = only(
            NET,
            ENGINE,
            RESUME,
            OUTBOUND,
            SHARED,
            API,
            SPI,
            TRANSPORT,
            FLOOR,
            "javax.net.ssl..",
            "javax.security.auth..");

    @ArchTest
    static final ArchRule theTestKitStandsOnTheEngine = only(
            IN_TEST_KIT,
            ENGINE,
            TRANSPORT,
            WIRE,
            MESSAGES,
            API,
            SPI,
            FLOOR,
            "jakarta.enterprise.inject..",
            "jdk.jfr..",
            "org.opentest4j");

    @ArchTest
    static final ArchRule itsApiKnowsNoCdi = only(TEST_KIT, IN_TEST_KIT, MESSAGES, API, SPI, "org.junit..");

    @ArchTest
    static final ArchRule theExamplesUseNothingButTheApi = only(EXAMPLES, API, "org.gotalk.net");

    @ArchTest
    static final ArchRule theContainerModuleKnowsNeitherCdiModuleNorDemo = noClasses()
            .that()
            .resideInAPackage(JAKARTA)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(CDI, DEMO)
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule theCdiModuleKnowsNeitherContainerModuleNorDemo = noClasses()
            .that()
            .resideInAPackage(CDI)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(JAKARTA, DEMO)
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().assignedFrom(new PackageSlices()).should().beFreeOfCycles();

    @ArchTest
    static final ArchRule typesHaveNoCircles =
            slices().assignedFrom(new TypeSlices()).should().beFreeOfCycles();

    @ArchTest
    static final ArchRule namesSayWhatAClassIs =
            noClasses().should().haveSimpleNameEndingWith("Util").orShould().haveNameMatching(".*(Utils|Manager|Impl)");

    @ArchTest
    static final ArchRule everyPackageIsNullMarked = classes().should(new ResideInANullMarkedPackage());

    /** The package may use itself, the JDK, JSpecify, and what is named here. */
    private static ArchRule only(String itself, String... others) {
        String[] allowed = new String[others.length + 4];
        System.arraycopy(others, 0, allowed, 0, others.length);
        allowed[others.length] = itself;
        allowed[others.length + 1] = "java..";
        allowed[others.length + 2] = "org.jspecify..";
        allowed[others.length + 3] = "com.google.errorprone.annotations..";
        return classes()
                .that()
                .resideInAPackage(itself)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed);
    }
}
