package org.gotalk.demo.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.Set;

/**
 * The packages of one module, and which of them each may use.
 *
 * @param top the module's API, which other modules may use
 * @param mayUse what each package may use, itself aside
 */
record AllowedImports(String top, Map<String, Set<String>> mayUse) {

    ArchRule everyPackageHasItsPlace() {
        return classes()
                .that()
                .resideInAPackage(top + "..")
                .should()
                .resideInAnyPackage(mayUse.keySet().toArray(String[]::new));
    }

    ArchRule onlyTheTopPackageIsForOthers() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(top + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(top + ".internal..");
    }

    void packagesUseOnlyThoseBelow(JavaClasses all) {
        mayUse.forEach((each, below) -> noClasses()
                .that()
                .resideInAPackage(each)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others(each, below))
                .check(all));
    }

    private String[] others(String each, Set<String> below) {
        return mayUse.keySet().stream()
                .filter(other -> !other.equals(each) && !below.contains(other))
                .toArray(String[]::new);
    }
}
