package org.trainingaudit.detection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads a regular expression, as Java writes it, into a {@link Regex}. */
final class RegexReader {

    /** Something that could match in ways the reader doesn't know. */
    private static final class Unknown extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static final String ZERO_WIDTH = "bBAZzG";
    private static final String SETS = "dDsSwWhHvV";
    private static final String LITERALS = "tnrfae";

    private final String regex;
    private final Alphabet alphabet;
    private final Map<Integer, Regex> groups = new HashMap<>();
    private final Map<String, Integer> names = new HashMap<>();
    private int flags;
    private int at;
    private int opened;

    private RegexReader(Pattern pattern, Alphabet alphabet) {
        this.regex = pattern.pattern();
        this.flags = pattern.flags();
        this.alphabet = alphabet;
    }

    /** A regular expression with the numbers of its named groups. */
    record Reading(Regex regex, int groups, Map<String, Integer> names) {}

    /** Empty where the pattern has something that the reader doesn't know. */
    static Optional<Reading> read(Pattern pattern, Alphabet alphabet) {
        int simple = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
        if ((pattern.flags() | simple) != simple) {
            return Optional.empty();
        }
        RegexReader reader = new RegexReader(pattern, alphabet);
        try {
            Regex read = reader.choice();
            return reader.at == reader.regex.length()
                    ? Optional.of(new Reading(read, reader.opened, Map.copyOf(reader.names)))
                    : Optional.empty();
        } catch (Unknown | PatternSyntaxException e) {
            return Optional.empty();
        }
    }

    private Regex choice() {
        List<Regex> choices = new ArrayList<>();
        do {
            choices.add(sequence());
        } while (accepts("|"));
        return choices.size() == 1 ? choices.get(0) : new Regex.Choice(choices);
    }

    private Regex sequence() {
        List<Regex> parts = new ArrayList<>();
        while (at < regex.length() && regex.charAt(at) != '|' && regex.charAt(at) != ')') {
            parts.add(repeated(one()));
        }
        return parts.size() == 1 ? parts.get(0) : new Regex.Sequence(parts);
    }

    private Regex repeated(Regex body) {
        if (accepts("?")) {
            return repeat(body, 0, 1);
        }
        if (accepts("*")) {
            return repeat(body, 0, Regex.UNLIMITED);
        }
        if (accepts("+")) {
            return repeat(body, 1, Regex.UNLIMITED);
        }
        if (!accepts("{")) {
            return body;
        }
        String[] limits = until('}').split(",", -1);
        int least = Integer.parseInt(limits[0]);
        boolean open = limits.length > 1 && limits[1].isEmpty();
        return repeat(body, least, open ? Regex.UNLIMITED : Integer.parseInt(limits[limits.length - 1]));
    }

    private Regex repeat(Regex body, int least, int most) {
        Regex.Greed greed =
                accepts("?") ? Regex.Greed.LEAST_FIRST : accepts("+") ? Regex.Greed.ALL : Regex.Greed.MOST_FIRST;
        return new Regex.Repeat(body, least, most, greed);
    }

    private Regex one() {
        char c = regex.charAt(at);
        if (accepts("(")) {
            return group();
        }
        if (accepts("^") || accepts("$")) {
            return new Regex.Edge();
        }
        if (accepts("\\")) {
            return escape();
        }
        if (c == '[') {
            int start = at;
            at = classEnd(at);
            return set(regex.substring(start, at));
        }
        at++;
        if (Character.isSurrogate(c)) {
            throw new Unknown();
        }
        return set(c == '.' ? "." : "\\x{" + Integer.toHexString(c) + "}");
    }

    private Regex set(String text) {
        return new Regex.One(alphabet.set(text, flags));
    }

    private Regex escape() {
        char c = regex.charAt(at++);
        if (ZERO_WIDTH.indexOf(c) >= 0) {
            return new Regex.Edge();
        }
        if (c >= '1' && c <= '9') {
            if (opened > 9) {
                throw new Unknown();
            }
            Regex body = Optional.ofNullable(groups.get(c - '0')).orElseThrow(Unknown::new);
            return new Regex.Again(c - '0', body, (flags & Pattern.CASE_INSENSITIVE) != 0);
        }
        if (c == 'p' || c == 'P') {
            boolean named = regex.charAt(at) == '{';
            return set("\\" + c + (named ? until('}') + "}" : String.valueOf(regex.charAt(at++))));
        }
        if (SETS.indexOf(c) >= 0 || LITERALS.indexOf(c) >= 0) {
            return set("\\" + c);
        }
        if (Character.isLetterOrDigit(c) || Character.isSurrogate(c)) {
            throw new Unknown();
        }
        return set("\\x{" + Integer.toHexString(c) + "}");
    }

    private Regex group() {
        int before = flags;
        if (accepts("?")) {
            return special(before);
        }
        return captured(before);
    }

    private Regex captured(int before) {
        int number = ++opened;
        Regex body = closed(before);
        groups.put(number, body);
        return new Regex.Capture(number, body);
    }

    private Regex special(int before) {
        if (accepts("<!")) {
            return new Regex.Look(false, false, closed(before));
        }
        if (accepts("!")) {
            return new Regex.Look(true, false, closed(before));
        }
        if (accepts("<=")) {
            return new Regex.Look(false, true, closed(before));
        }
        if (accepts("=")) {
            return new Regex.Look(true, true, closed(before));
        }
        if (accepts("<")) {
            names.put(until('>'), opened + 1);
            return captured(before);
        }
        if (accepts(">")) {
            return new Regex.Once(closed(before));
        }
        if (accepts(":")) {
            return closed(before);
        }
        return flagged(before);
    }

    private Regex flagged(int before) {
        boolean on = !accepts("-");
        if (!accepts("i")) {
            throw new Unknown();
        }
        flags = on ? flags | Pattern.CASE_INSENSITIVE : flags & ~Pattern.CASE_INSENSITIVE;
        if (accepts(")")) {
            return Regex.NOTHING;
        }
        if (!accepts(":")) {
            throw new Unknown();
        }
        return closed(before);
    }

    private Regex closed(int before) {
        Regex body = choice();
        if (!accepts(")")) {
            throw new Unknown();
        }
        flags = before;
        return body;
    }

    private int classEnd(int start) {
        int depth = 0;
        for (int i = start; i < regex.length(); i++) {
            char c = regex.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '[') {
                depth++;
            } else if (c == ']' && --depth == 0) {
                return i + 1;
            }
        }
        throw new Unknown();
    }

    private boolean accepts(String expected) {
        boolean stands = regex.startsWith(expected, at);
        at += stands ? expected.length() : 0;
        return stands;
    }

    /** What stands before the sign, and past it. */
    private String until(char sign) {
        int end = regex.indexOf(sign, at);
        String text = regex.substring(at, end);
        at = end + 1;
        return text;
    }
}
