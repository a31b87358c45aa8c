package org.gotalk.jakarta.script;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.gotalk.jakarta.script.Token.Kind;
import org.jspecify.annotations.Nullable;

/** Tells names of variables from names of properties, by the brackets that they stand in. */
final class TokenRoles {

    enum Role {
        /** The name of a variable, function, class or parameter, or a keyword. */
        NAME,
        /** The name of a property, which others may know. */
        PROPERTY,
        /** A variable and a property in one: <code>{ name }</code>. */
        SHORTHAND,
        /** Anything but a word. */
        OTHER
    }

    private enum Bracket {
        BLOCK,
        OBJECT,
        CLASS,
        OTHER
    }

    /** Where in the body of a class the next token stands. */
    private enum Member {
        BEFORE,
        WITHIN,
        IN_VALUE
    }

    private static final Set<String> OBJECT_FOLLOWS_WORD =
            Set.of("return", "typeof", "const", "let", "of", "in", "await", "yield", "default", "throw");
    private static final Set<String> BLOCK_FOLLOWS = Set.of(")", "=>", ";", "{", "}");
    private static final Set<String> MODIFIERS = Set.of("get", "set", "async", "static", "*");
    private static final Set<String> ENDS_OF_NAME = Set.of("(", "=", ";", ":", ",", "}");

    private final List<Token> tokens;
    private final Deque<Bracket> open = new ArrayDeque<>();
    /** One for each class that is open. */
    private final Deque<Member> members = new ArrayDeque<>();

    private boolean classFollows;

    private TokenRoles(List<Token> tokens) {
        this.tokens = tokens;
    }

    /** One role for each token. */
    static List<Role> of(List<Token> tokens) {
        TokenRoles roles = new TokenRoles(tokens);
        List<Role> found = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            found.add(roles.role(i));
            roles.pass(i);
        }
        return found;
    }

    private Role role(int i) {
        if (!tokens.get(i).is(Kind.WORD)) {
            return Role.OTHER;
        }
        if (isAt(i - 1, ".") || isAt(i - 1, "?.")) {
            return Role.PROPERTY;
        }
        boolean isModifier = MODIFIERS.contains(tokens.get(i).text()) && !isAnyAt(i + 1, ENDS_OF_NAME);
        if (open.peek() == Bracket.CLASS) {
            return members.element() == Member.BEFORE && !isModifier ? Role.PROPERTY : Role.NAME;
        }
        if (open.peek() != Bracket.OBJECT || isModifier || !beginsElement(i)) {
            return Role.NAME;
        }
        return isAt(i + 1, ":") || isAt(i + 1, "(") ? Role.PROPERTY : Role.SHORTHAND;
    }

    private boolean beginsElement(int i) {
        int first = i;
        while (isAnyAt(first - 1, MODIFIERS)) {
            first--;
        }
        return isAt(first - 1, "{") || isAt(first - 1, ",");
    }

    private void pass(int i) {
        Token token = tokens.get(i);
        if (token.is(Kind.TEMPLATE)) {
            passTemplate(token.text());
        } else if (token.is(Kind.PUNCTUATOR)) {
            passPunctuator(i, token.text());
        } else if (token.is("class") && !isAt(i - 1, ".")) {
            classFollows = true;
        }
        if (open.peek() == Bracket.CLASS && !token.is("{")) {
            passMember(i, token);
        }
    }

    private void passTemplate(String text) {
        if (text.startsWith("}")) {
            open.pop();
        }
        if (text.endsWith("${")) {
            open.push(Bracket.OTHER);
        }
    }

    private void passPunctuator(int i, String text) {
        switch (text) {
            case "(", "[" -> open.push(Bracket.OTHER);
            case "{" -> {
                Bracket bracket = bracket(i);
                open.push(bracket);
                if (bracket == Bracket.CLASS) {
                    members.push(Member.BEFORE);
                    classFollows = false;
                }
            }
            case ")", "]" -> open.pop();
            case "}" -> {
                if (open.pop() == Bracket.CLASS) {
                    members.pop();
                }
            }
            default -> {
                // Changes nothing.
            }
        }
    }

    /** A member ends with a semicolon, or with the body of a method, but not with a brace in what a field is set to. */
    private void passMember(int i, Token token) {
        Member member = members.pop();
        if (token.is(";") || (token.is("}") && member != Member.IN_VALUE)) {
            member = Member.BEFORE;
        } else if (token.is("=")) {
            member = Member.IN_VALUE;
        } else if (member == Member.BEFORE && !isAnyAt(i, MODIFIERS)) {
            member = Member.WITHIN;
        }
        members.push(member);
    }

    private Bracket bracket(int i) {
        if (classFollows) {
            return Bracket.CLASS;
        }
        @Nullable Token before = i == 0 ? null : tokens.get(i - 1);
        if (before == null || isAnyAt(i - 1, BLOCK_FOLLOWS)) {
            return Bracket.BLOCK;
        }
        boolean isBlock = before.is(Kind.WORD) && !OBJECT_FOLLOWS_WORD.contains(before.text());
        return isBlock ? Bracket.BLOCK : Bracket.OBJECT;
    }

    private boolean isAt(int i, String text) {
        return i >= 0 && i < tokens.size() && tokens.get(i).is(text);
    }

    private boolean isAnyAt(int i, Set<String> texts) {
        return i >= 0
                && i < tokens.size()
                && tokens.get(i).kind() != Kind.STRING
                && texts.contains(tokens.get(i).text());
    }
}
