package org.gotalk.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.validation.Valid;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NoValidationTest {

    @Test
    void aConstraintThatNobodyWouldCheckIsRefused() {
        BeanMethod checked = method("checked(java.lang.String)");
        assertThatThrownBy(() -> new NoValidation().of(checked, checked.method()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(Bean.class.getName() + ".checked(java.lang.String) has a parameter to be validated, but"
                        + " there is no Bean Validation; enable it in the server (beanValidation-3.0 on Open"
                        + " Liberty), or remove the annotation");
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
                .hasMessage(Bean.class.getName() + " has no method gone(), though it had at deployment;"
                        + " rebuild and redeploy the application");
    }

    private static BeanMethod method(String signature) {
        return new BeanMethod(
                new Route(MethodKind.OPERATION, Route.DEFAULT_SET, "op", false),
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
