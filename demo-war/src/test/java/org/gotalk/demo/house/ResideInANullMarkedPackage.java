package org.gotalk.demo.house;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;

final class ResideInANullMarkedPackage extends ArchCondition<JavaClass> {

    ResideInANullMarkedPackage() {
        super("reside in a package that is @NullMarked in its package-info.java");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
        events.add(new SimpleConditionEvent(
                type, marked, type.getName() + " is in the package " + type.getPackageName() + ", not @NullMarked"));
    }
}
