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
    private static final String WIRE = "org.gotalk.wire..";
    private static final String TRANSPORT = "org.gotalk.transport..";
    private static final String ENGINE = "org.gotalk.engine..";
    private static final String JSON = "org.gotalk.json..";
    private static final String NET = "org.gotalk.net..";
    private static final String JAKARTA = "org.gotalk.jakarta..";
    private static final String CDI = "org.gotalk.cdi..";
    private static final String EXAMPLES = "org.gotalk.examples..";
    private static final String DEMO = "org.gotalk.demo..";

    @ArchTest
    static final ArchRule theApiStandsOnTheJdkAlone = only(API);

    @ArchTest
    static final ArchRule theWireFormatStandsOnTheJdkAlone = only(WIRE);

    @ArchTest
    static final ArchRule theTransportSeamStandsOnTheJdkAlone = only(TRANSPORT);

    @ArchTest
    static final ArchRule theEngineStandsOnApiWireAndTransport = only(ENGINE, API, WIRE, TRANSPORT);

    @ArchTest
    static final ArchRule onlyTheJsonCodecKnowsJsonB = only(JSON, API, "jakarta.json.bind..");

    @ArchTest
    static final ArchRule theNetworkStandsOnTheEngine =
            only(NET, ENGINE, API, WIRE, TRANSPORT, "javax.net.ssl..", "javax.security.auth..");

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
    static final ArchRule namesSayWhatAClassIs =
            noClasses().should().haveSimpleNameEndingWith("Util").orShould().haveNameMatching(".*(Utils|Manager|Impl)");

    @ArchTest
    static final ArchRule everyPackageIsNullMarked = classes().should(new ResideInANullMarkedPackage());

    /** The package may use itself, the JDK, JSpecify, and what is named here. */
    private static ArchRule only(String itself, String... others) {
        String[] allowed = new String[others.length + 3];
        System.arraycopy(others, 0, allowed, 0, others.length);
        allowed[others.length] = itself;
        allowed[others.length + 1] = "java..";
        allowed[others.length + 2] = "org.jspecify..";
        return classes()
                .that()
                .resideInAPackage(itself)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed);
    }
}
