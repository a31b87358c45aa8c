package org.gotalk.cdi.internal.invoke.argument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.validation.Valid;
import java.util.Set;
import org.gotalk.cdi.internal.method.AccessRule;
import org.gotalk.cdi.internal.method.BeanMethod;
import org.gotalk.cdi.internal.method.MethodKind;
import org.gotalk.cdi.internal.method.Route;
import org.junit.jupiter.api.Test;

class NoValidationTest {

    @Test
    void aConstraintThatNobodyWouldCheckIsRefused() {
        BeanMethod checked = method("checked(java.lang.String)");
        assertThatThrownBy(() -> new NoValidation().of(checked, checked.method()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(Bean.class.getName() + ".checked(java.lang.String) has a parameter with constraints, but"
                        + " the server has no Bean Validation; enable it (beanValidation-3.0 on Open Liberty),"
                        + " or remove the constraints");
    }

    @Test
    void otherMethodsAreNotChecked() {
        BeanMethod unchecked = method("unchecked(java.lang.String[][],int)");
        assertThat(new NoValidation().of(unchecked, unchecked.method())).isSameAs(ArgumentCheck.NONE);
    }

    @Test
    void aMethodThatIsNoLongerThereIsNamed() {
        assertThatThrownBy(() -> method("gone()").method())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(Bean.class.getName() + " has no method gone(), but had it at deployment;"
                        + " rebuild and redeploy the application");
    }

    private static BeanMethod method(String signature) {
        return new BeanMethod(
                new Route(MethodKind.OPERATION, Route.DEFAULT_SET, "op", false),
                AccessRule.NONE,
                Bean.class,
                Set.of(),
                Bean.class,
                signature);
    }

    static class Bean {
        void checked(@Valid String value) {}

        void unchecked(String[][] value, int number) {}
    }
}
