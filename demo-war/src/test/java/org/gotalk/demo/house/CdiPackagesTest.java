package org.gotalk.demo.house;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.Set;

/** The packages of gotalk-cdi import what their package-info allows. */
@AnalyzeClasses(
        packages = "org.gotalk",
        importOptions = {DoNotIncludeTests.class, DoNotIncludeTestJars.class})
class CdiPackagesTest {

    private static final String API = "org.gotalk.cdi";
    private static final String INTERNAL = API + ".internal.";
    private static final String DEPLOYMENT = INTERNAL + "deployment";
    private static final String INVOKE = INTERNAL + "invoke";
    private static final String ARGUMENT = INTERNAL + "invoke.argument";
    private static final String RESULT = INTERNAL + "invoke.result";
    private static final String METHOD = INTERNAL + "method";
    private static final String NETWORK = INTERNAL + "network";
    private static final String REACH = INTERNAL + "reach";
    private static final String SCOPE = INTERNAL + "scope";

    private static final AllowedImports ALLOWED = new AllowedImports(
            API,
            Map.of(
                    DEPLOYMENT, Set.of(API, METHOD, SCOPE, NETWORK, REACH, ARGUMENT, RESULT, INVOKE),
                    INVOKE, Set.of(API, METHOD, SCOPE, NETWORK, REACH, ARGUMENT, RESULT),
                    RESULT, Set.of(API, METHOD, ARGUMENT),
                    ARGUMENT, Set.of(API, METHOD),
                    NETWORK, Set.of(API, SCOPE),
                    REACH, Set.of(API, SCOPE),
                    SCOPE, Set.of(API),
                    METHOD, Set.of(API),
                    API, Set.of()));

    @ArchTest
    static final ArchRule everyPackageHasItsPlace = ALLOWED.everyPackageHasItsPlace();

    @ArchTest
    static final ArchRule onlyTheTopPackageIsForOthers = ALLOWED.onlyTheTopPackageIsForOthers();

    @ArchTest
    static void packagesUseOnlyThoseBelow(JavaClasses all) {
        ALLOWED.packagesUseOnlyThoseBelow(all);
    }
}
