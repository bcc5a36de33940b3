package org.trainingaudit.detection;

import java.util.Optional;

/**
 * A regular expression made ready to run over folded texts without making strings of them. It finds what {@link
 * java.util.regex.Matcher#find()} does, in the same order of preference, and takes a limited number of steps. Unchangeable;
 * one instance serves many threads, each with a {@link RegexRun} of its own.
 */
final class RegexProgram {

    private final RegexNode start;
    private final int groups;
    private final int least;
    private final FirstChars first;

    private RegexProgram(RegexReader.Reading reading, RegexNode start, FirstChars first) {
        this.start = start;
        this.groups = reading.groups();
        this.least = Regex.least(reading.regex());
        this.first = first;
    }

    /** Empty where the pattern has something that only Java's own matcher knows. */
    static Optional<RegexProgram> of(RegexReader.Reading reading, Alphabet alphabet) {
        RegexCompiler compiler = new RegexCompiler(alphabet);
        return compiler.compile(reading.regex())
                .map(start -> new RegexProgram(reading, start, FirstChars.of(reading.regex(), compiler::set)));
    }

    /** Finds the next match that begins at the index or later; where it is, the run's groups say. */
    boolean find(RegexRun run, int from) {
        int last = run.length - least;
        for (int i = run.next(first, from, last); i <= last; i = run.next(first, i + 1, last)) {
            if (!run.step()) {
                return false;
            }
            run.forgetGroups(groups);
            if (start.matches(run, i)) {
                run.groups[0] = i;
                run.groups[1] = run.end;
                return true;
            }
            if (run.isSpent()) {
                return false;
            }
        }
        return false;
    }

    /** Whether it matches right there. */
    boolean standsAt(RegexRun run, int from) {
        run.forgetGroups(groups);
        if (!start.matches(run, from)) {
            return false;
        }
        run.groups[0] = from;
        run.groups[1] = run.end;
        return true;
    }
}
