package org.gotalk.redis;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** One package knows the driver; what is written into the engine knows nothing else. */
@AnalyzeClasses(packages = "org.gotalk.redis", importOptions = DoNotIncludeTests.class)
class RedisPackagesTest {

    private static final String DATA = "org.gotalk.redis.internal.data";
    private static final String LINK = "org.gotalk.redis.internal.link";

    @ArchTest
    static final ArchRule onlyTheLinkKnowsTheDriver = noClasses()
            .that()
            .resideOutsideOfPackage(LINK)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.lettuce..", "io.netty..", "reactor..", "org.slf4j..");

    @ArchTest
    static final ArchRule theDataKnowsNothingAbove = noClasses()
            .that()
            .resideInAPackage(DATA)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(LINK, "org.gotalk.redis.internal.broker", "org.gotalk.redis.internal.presence");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("org.gotalk.redis.(**)").should().beFreeOfCycles();
}
