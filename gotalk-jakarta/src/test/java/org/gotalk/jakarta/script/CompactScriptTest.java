package org.gotalk.jakarta.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the whole library's compact form means is compared in {@code compact.test.mjs}. */
class CompactScriptTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // Blanks go, but not those that keep two tokens apart.
                "if (known) { return 1 + +2 - -3; } else throw typeof known;|if(known){return 1+ +2- -3}else throw typeof known;",
                "known(/a/ in known, [1, 2, ], 'b' in known);|known(/a/ in known,[1,2],'b'in known);",
                // Variables get short names, properties keep theirs.
                "const first = { first: 1, get second() { return first.first; } };"
                        + "|const h={first:1,get second(){return h.first}};",
                "const first = { first };|const h={first:h};",
                "function first({ a, b = 2, c: d }) { return [a, b, d, { d }]; }"
                        + "|function h({a:e,b:t=2,c:n}){return[e,t,n,{d:n}]}",
                "const first = (one) => async (two) => first(one, two);|const h=e=>async t=>h(e,t);",
                // The platform's names stay, whether they begin with a capital or not.
                "const first = new Map(console.log);|const h=new Map(console.log);",
                // A statement declares nothing.
                "Object.freeze(known);|Object.freeze(known);",
                // Private members have names of their own, and members of a class share no variables.
                "class First { #one = 1; static two; async *three(a) { yield this.#one + a; } get four() { return (b) => b; } }"
                        + "|class h{#e=1;static two;async*three(e){yield this.#e+e}get four(){return e=>e}}",
                "class First { get = () => ({ a: 1 }); set(get) {} }|class h{get=()=>({a:1});set(get){}}",
            })
    void theScriptMeansTheSameInFewerBytes(String script, String expected) {
        assertThat(CompactScript.of(script, Set.of("known"))).isEqualTo(expected);
    }

    @Test
    void aLineBreakThatMayEndAStatementStays() {
        assertThat(CompactScript.of("known(() => { return\nknown; });", Set.of("known")))
                .isEqualTo("known(()=>{return\nknown});");
    }

    @Test
    void noTwoVariablesThatMeetBecomeOne() {
        String compact = CompactScript.of("const a = 1; function b(c, h) { return a + b + c + h; }", Set.of());

        assertThat(compact).isEqualTo("const h=1;function f(e,t){return h+f+e+t}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"const { a } = b;|one name is declared at a time", "const a = 1|this statement has no end: const"})
    void whatItDoesNotUnderstandIsRefused(String script, String problem) {
        assertThatThrownBy(() -> CompactScript.of(script, Set.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(problem);
    }
}
