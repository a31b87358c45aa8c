package org.gotalk.jakarta.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.gotalk.jakarta.script.Token.Kind;

/** Finds the declarations and statements of a script's top level, and the members of its classes. */
final class TopLevel {

    /** These end with their brace, all others with a semicolon. */
    private static final Set<String> WITH_BODY = Set.of("class", "function", "async");

    private static final Set<String> BEFORE_NAME = Set.of("class", "const", "let", "function", "async", "*");

    /**
     * One of them.
     *
     * @param name what it declares; empty for a statement
     * @param from the index of its first token
     * @param to the index after its last token
     * @param scopes the indexes where its parts begin that share no variables: the members of a class
     */
    record Declaration(String name, int from, int to, List<Integer> scopes) {}

    private final List<Token> tokens;
    private int depth;

    private TopLevel(List<Token> tokens) {
        this.tokens = tokens;
    }

    /** All of them, without gaps. */
    static List<Declaration> declarations(List<Token> tokens) {
        TopLevel topLevel = new TopLevel(tokens);
        List<Declaration> found = new ArrayList<>();
        for (int from = 0;
                from < tokens.size();
                from = found.get(found.size() - 1).to()) {
            found.add(topLevel.declaration(from));
        }
        return found;
    }

    private Declaration declaration(int from) {
        boolean isClass = tokens.get(from).is("class");
        String end = WITH_BODY.contains(tokens.get(from).text()) ? "}" : ";";
        boolean inValue = false;
        List<Integer> scopes = new ArrayList<>(List.of(from));
        for (int i = from; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            depth += opened(token);
            if (depth == 0 && token.is(end)) {
                return new Declaration(name(from), from, i + 1, scopes);
            }
            if (isClass && depth == 1) {
                inValue = token.is("=") || (inValue && !token.is(";"));
                if (token.is(";") || (token.is("}") && !inValue)) {
                    scopes.add(i + 1);
                }
            }
        }
        throw new IllegalArgumentException(
                "this statement has no end: " + tokens.get(from).text());
    }

    private String name(int from) {
        int name = from;
        while (BEFORE_NAME.contains(tokens.get(name).text())) {
            name++;
        }
        if (!tokens.get(name).is(Kind.WORD)) {
            throw new IllegalArgumentException("at the top level of a script one name is declared at a time, not: "
                    + tokens.get(name).text());
        }
        return name == from ? "" : tokens.get(name).text();
    }

    private static int opened(Token token) {
        if (token.is(Kind.TEMPLATE)) {
            return (token.text().endsWith("${") ? 1 : 0) - (token.text().startsWith("}") ? 1 : 0);
        }
        if (token.is("(") || token.is("[") || token.is("{")) {
            return 1;
        }
        return token.is(")") || token.is("]") || token.is("}") ? -1 : 0;
    }
}
