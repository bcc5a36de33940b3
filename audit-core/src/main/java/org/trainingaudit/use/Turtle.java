package org.trainingaudit.use;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.trainingaudit.config.Faults;
import org.trainingaudit.use.Rdf.Term;

/**
 * Reads Turtle as its recommendation has it, but for two things: the customary prefixes of {@link Rdf#PREFIXES} need not be
 * declared, and a name of any other undeclared prefix is kept as written. Nothing is ever fetched. Reading ends at the first
 * fault; what stands before it is kept.
 */
final class Turtle {

    private static final int DEEPEST = 50;

    private static final Pattern SPACE = Pattern.compile("(?:[ \\t\\r\\n]++|#[^\\r\\n]*+)++");
    private static final Pattern IRI = Pattern.compile("<([^\\x00-\\x20<>\"{}|^`\\\\]*+)>");
    private static final Pattern NAME = Pattern.compile(
            "((?:\\p{L}(?:[\\p{L}\\p{N}_.-]*[\\p{L}\\p{N}_-])?)?):((?:[\\p{L}\\p{N}_:%](?:[\\p{L}\\p{N}_:%.-]*[\\p{L}\\p{N}_:%-])?)?)");
    private static final Pattern BLANK = Pattern.compile("_:([\\p{L}\\p{N}_](?:[\\p{L}\\p{N}_.-]*[\\p{L}\\p{N}_-])?)");
    private static final Pattern TEXT = Pattern.compile(
            "\"\"\"((?:[^\"\\\\]|\\\\.|\"(?!\"\"))*+)\"\"\"|'''((?:[^'\\\\]|\\\\.|'(?!''))*+)'''"
                    + "|\"((?:[^\"\\\\\\r\\n]|\\\\.)*+)\"|'((?:[^'\\\\\\r\\n]|\\\\.)*+)'",
            Pattern.DOTALL);
    private static final Pattern LANGUAGE = Pattern.compile("@[A-Za-z]++(?:-[A-Za-z0-9]++)*+");
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(?:\\d+\\.\\d*|\\.\\d+|\\d+)(?:[eE][+-]?\\d+)?(?<!\\.)");
    private static final Pattern TRUTH = Pattern.compile("(?:true|false)(?![\\p{L}\\p{N}_:-])");
    private static final Pattern A = Pattern.compile("a(?![\\p{L}\\p{N}_:-])");
    private static final Pattern PREFIX = Pattern.compile("@prefix|(?i:PREFIX)(?=[ \\t\\r\\n])");
    private static final Pattern BASE = Pattern.compile("@base|(?i:BASE)(?=[ \\t\\r\\n])");

    private final TextFile file;
    private final Rdf rdf = new Rdf();
    private final Map<String, String> prefixes = new HashMap<>();
    private final Matcher matcher;
    private String base = "";
    private int at;

    private Turtle(TextFile file) {
        this.file = file;
        this.matcher = SPACE.matcher(file.text());
    }

    /** Ends the reading; the fault is told where it's caught. */
    private static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unreadable(String message) {
            super(message, null, false, false);
        }
    }

    static Rdf read(TextFile file, Faults faults) {
        Turtle turtle = new Turtle(file);
        try {
            turtle.document();
        } catch (Unreadable e) {
            faults.add(
                    file.at(Math.min(turtle.at, file.text().length())), e.getMessage() + "; nothing behind it is read");
        }
        return turtle.rdf;
    }

    private void document() {
        for (space(); at < file.text().length(); space()) {
            if (!directive()) {
                statement();
                expect('.');
            }
        }
    }

    private boolean directive() {
        boolean sparql = Character.toUpperCase(file.text().charAt(at)) != '@';
        if (take(PREFIX).isPresent()) {
            space();
            String name = take(NAME)
                    .map(found -> found.substring(0, found.indexOf(':')))
                    .orElseThrow(() -> new Unreadable("expected a prefix such as 'dpv:'"));
            space();
            prefixes.put(name, iri().orElseThrow(() -> new Unreadable("expected what the prefix stands for, in <>")));
        } else if (take(BASE).isPresent()) {
            space();
            base = iri().orElseThrow(() -> new Unreadable("expected the base, in <>"));
        } else {
            return false;
        }
        if (!sparql) {
            expect('.');
        }
        return true;
    }

    private void statement() {
        if (at < file.text().length() && file.text().charAt(at) == '[') {
            Term blank = blankWithProperties(0);
            space();
            if (at < file.text().length() && file.text().charAt(at) != '.') {
                properties(blank, 0);
            }
            return;
        }
        properties(term(0), 0);
    }

    private void properties(Term subject, int depth) {
        while (true) {
            space();
            String predicate = take(A).isPresent() ? Rdf.TYPE : term(depth).name();
            do {
                space();
                int place = at;
                Term object = term(depth);
                rdf.add(subject, file.at(place), predicate, object);
            } while (next(','));
            if (!next(';')) {
                return;
            }
            while (next(';')) {
                space();
            }
            space();
            if (at >= file.text().length() || ".]".indexOf(file.text().charAt(at)) >= 0) {
                return;
            }
        }
    }

    private Term term(int depth) {
        if (depth > DEEPEST) {
            throw new Unreadable("nested more than " + DEEPEST + " deep");
        }
        space();
        if (at < file.text().length() && file.text().charAt(at) == '[') {
            return blankWithProperties(depth);
        }
        if (next('(')) {
            return list(depth);
        }
        Optional<Term> found = iri().map(Term::of)
                .or(() -> take(BLANK).map(Term::of))
                .or(this::text)
                .or(() -> take(TRUTH).map(word -> new Term(word, true)))
                .or(() -> take(NAME).map(name -> Term.of(full(name))))
                .or(() -> take(NUMBER).map(number -> new Term(number, true)));
        return found.orElseThrow(() -> new Unreadable("expected a name, a text or '['"));
    }

    private Term blankWithProperties(int depth) {
        int place = at;
        at++;
        Term blank = rdf.fresh();
        space();
        if (!next(']')) {
            properties(blank, depth + 1);
            if (!next(']')) {
                throw new Unreadable(
                        "expected ']' for the '[' in line " + file.at(place).line());
            }
        }
        return blank;
    }

    private Term list(int depth) {
        Term list = rdf.fresh();
        while (!next(')')) {
            int place = at;
            rdf.add(list, file.at(place), Rdf.TYPE, term(depth + 1));
        }
        return list;
    }

    private Optional<String> iri() {
        return take(IRI)
                .map(found -> found.substring(1, found.length() - 1))
                .map(name -> name.contains(":") ? name : base + name);
    }

    private Optional<Term> text() {
        Optional<String> written = take(TEXT);
        if (written.isEmpty()) {
            return Optional.empty();
        }
        int quotes = written.get().startsWith("\"\"\"") || written.get().startsWith("'''") ? 3 : 1;
        if (take(LANGUAGE).isEmpty() && file.text().startsWith("^^", at)) {
            at += 2;
            term(0);
        }
        String inside = written.get().substring(quotes, written.get().length() - quotes);
        return Optional.of(new Term(inside, true));
    }

    private String full(String name) {
        String prefix = name.substring(0, name.indexOf(':'));
        String known = prefixes.getOrDefault(prefix, Rdf.PREFIXES.getOrDefault(prefix, ""));
        return known.isEmpty() ? name : known + name.substring(prefix.length() + 1);
    }

    private void space() {
        matcher.usePattern(SPACE).region(at, file.text().length());
        if (matcher.lookingAt()) {
            at = matcher.end();
        }
    }

    private Optional<String> take(Pattern pattern) {
        matcher.usePattern(pattern).region(at, file.text().length());
        if (!matcher.lookingAt()) {
            return Optional.empty();
        }
        at = matcher.end();
        return Optional.of(matcher.group());
    }

    private boolean next(char c) {
        space();
        boolean there = at < file.text().length() && file.text().charAt(at) == c;
        at += there ? 1 : 0;
        return there;
    }

    private void expect(char c) {
        if (!next(c)) {
            throw new Unreadable("expected '" + c + "'");
        }
    }
}
