package org.gotalk.jakarta.script;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.gotalk.jakarta.script.Token.Kind;
import org.gotalk.jakarta.script.TokenRoles.Role;

/**
 * Gives variables and private members short names. What a script declares at its top level has one name everywhere. Any
 * other name belongs to one declaration of the top level or one member of a class: there, too, one name becomes one other.
 * Since two names that can meet never become one, each still means what it meant, whatever the scopes are.
 *
 * <p>Names that the script does not declare itself must be known here.
 */
final class ShortNames {

    private static final Set<String> KEPT = Set.of(
            // Words of the language.
            ("as async await break case catch class const continue debugger default delete do else enum export extends false finally "
                            + "for from function get if import in instanceof let new null of return set static super switch "
                            + "this throw true try typeof undefined var void while with yield arguments eval "
                            // Of the platform, as far as they do not begin with a capital.
                            + "globalThis console setTimeout clearTimeout queueMicrotask performance")
                    .split(" "));

    private static final String FIRST = "etnsoiarcdlupmhfgyvbwxkjqzETNSOIARCDLUPMHFGYVBWXKJQZ_$";
    private static final String FURTHER = FIRST + "0123456789";

    /** The names before are left to variables of a declaration, which are most of all. */
    private static final int FIRST_OF_TOP_LEVEL = 14;

    private final List<Token> tokens;
    private final List<Role> roles;
    private final List<TopLevel.Declaration> declarations;
    private final Set<String> kept = new HashSet<>(KEPT);
    private final Map<String, String> topLevel;
    private final List<Token> shortened = new ArrayList<>();

    private ShortNames(List<Token> tokens, Set<String> known) {
        this.tokens = tokens;
        this.roles = TokenRoles.of(tokens);
        this.declarations = TopLevel.declarations(tokens);
        kept.addAll(known);
        Map<String, Integer> uses = new HashMap<>();
        Set<String> declared = new HashSet<>();
        declarations.forEach(declaration -> declared.add(declaration.name()));
        for (int i = 0; i < tokens.size(); i++) {
            if (isVariable(i)) {
                countOrKeep(tokens.get(i).text(), declared, uses);
            }
        }
        topLevel = assign(mostUsedFirst(uses), FIRST_OF_TOP_LEVEL, name -> !kept.contains(name));
    }

    /**
     * The tokens with short names. A shorthand property becomes one token with its key.
     *
     * @param known variables to be left as they are
     */
    static List<Token> in(List<Token> tokens, Set<String> known) {
        ShortNames names = new ShortNames(tokens, known);
        names.declarations.forEach(names::shorten);
        return names.shortened;
    }

    private void countOrKeep(String name, Set<String> declared, Map<String, Integer> uses) {
        if (!declared.contains(name)) {
            // Constructors of the platform begin with a capital, and variables within declarations do not.
            if (Character.isUpperCase(name.charAt(0))) {
                kept.add(name);
            }
        } else if (!kept.contains(name)) {
            uses.merge(name, 1, Integer::sum);
        }
    }

    private void shorten(TopLevel.Declaration declaration) {
        Set<String> privateMembers = new LinkedHashSet<>();
        for (int i = declaration.from(); i < declaration.to(); i++) {
            if (tokens.get(i).is(Kind.PRIVATE_NAME)) {
                privateMembers.add(tokens.get(i).text());
            }
        }
        Map<String, String> privateNames = assign(privateMembers, 0, name -> true);
        privateNames.replaceAll((name, shortName) -> "#" + shortName);
        List<Integer> scopes = declaration.scopes();
        for (int scope = 0; scope < scopes.size(); scope++) {
            int to = scope + 1 < scopes.size() ? scopes.get(scope + 1) : declaration.to();
            shorten(scopes.get(scope), to, privateNames);
        }
    }

    private void shorten(int from, int to, Map<String, String> privateNames) {
        Set<String> variables = new LinkedHashSet<>();
        Set<String> taken = new HashSet<>(kept);
        for (int i = from; i < to; i++) {
            String text = tokens.get(i).text();
            if (isVariable(i) && topLevel.containsKey(text)) {
                taken.add(topLevel.getOrDefault(text, text));
            } else if (isVariable(i) && !kept.contains(text)) {
                variables.add(text);
            }
        }
        Map<String, String> names = assign(variables, 0, name -> !taken.contains(name));
        names.putAll(privateNames);
        for (int i = from; i < to; i++) {
            shortened.add(shortened(i, names));
        }
    }

    private Token shortened(int i, Map<String, String> names) {
        Token token = tokens.get(i);
        String name = token.text();
        if (token.is(Kind.PRIVATE_NAME)) {
            return token.with(names.getOrDefault(name, name));
        }
        if (!isVariable(i) || kept.contains(name)) {
            return token;
        }
        String shortName = topLevel.getOrDefault(name, names.getOrDefault(name, name));
        return token.with(roles.get(i) == Role.SHORTHAND ? name + ":" + shortName : shortName);
    }

    private boolean isVariable(int i) {
        return roles.get(i) == Role.NAME || roles.get(i) == Role.SHORTHAND;
    }

    private static List<String> mostUsedFirst(Map<String, Integer> uses) {
        return uses.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Map<String, String> assign(Collection<String> names, int first, Predicate<String> isFree) {
        Map<String, String> shortNames = new HashMap<>();
        int next = first;
        for (String name : names) {
            String candidate;
            do {
                candidate = shortName(next++);
            } while (!isFree.test(candidate));
            shortNames.put(name, candidate);
        }
        return shortNames;
    }

    private static String shortName(int number) {
        String first = String.valueOf(FIRST.charAt(number % FIRST.length()));
        int further = number / FIRST.length();
        return further == 0 ? first : first + FURTHER.charAt((further - 1) % FURTHER.length());
    }
}
