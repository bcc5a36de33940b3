package org.trainingaudit.trail;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a verification found.
 *
 * @param result the outcome as a whole
 * @param origin the name of the log, empty when no checkpoint could be read
 * @param size the size its checkpoint states, -1 when none could be read
 * @param root the root its checkpoint states, in hex; empty when none could be read
 * @param signedBy name and key id of the log keys whose signature was checked against a key the auditor gave
 * @param witness the newest witness line
 * @param checked entries whose form, place and hash were checked
 * @param withheld entries whose bytes are not here, so that only their hashes were counted
 * @param freshness what the auditor's own checkpoint proves, or that none was given
 * @param problems what is wrong or missing, in the order found
 * @param notes what an auditor should know beside that
 */
public record VerifyReport(
        Result result,
        String origin,
        long size,
        String root,
        List<String> signedBy,
        Optional<Witnessed> witness,
        long checked,
        long withheld,
        String freshness,
        List<Problem> problems,
        List<String> notes) {

    /** Copies the lists. */
    public VerifyReport {
        signedBy = List.copyOf(signedBy);
        problems = List.copyOf(problems);
        notes = List.copyOf(notes);
    }

    /** The outcome; each has its exit code. */
    public enum Result {
        VERIFIED(0, "verified"),
        INVALID(1, "tampered or invalid"),
        INCOMPLETE(2, "something is missing"),
        WRONG_USE(3, "wrong use"),
        ROLLBACK_OR_FORK(4, "rollback or fork"),
        UNAUTHENTICATED(5, "unauthenticated");

        private final int exitCode;
        private final String words;

        Result(int exitCode, String words) {
            this.exitCode = exitCode;
            this.words = words;
        }

        /** The exit code of the verifier, 0 to 5. */
        public int exitCode() {
            return exitCode;
        }

        public String words() {
            return words;
        }
    }

    /**
     * One thing that is wrong or missing.
     *
     * @param result what it makes of the whole
     * @param place the file, and the seq where there is one
     * @param message what was found and what was expected
     */
    public record Problem(Result result, String place, String message) {}

    /**
     * The newest witness line of the checkpoint.
     *
     * @param name the witness
     * @param time when it signed
     * @param checked whether its signature was checked against a key the auditor gave; else it is only claimed
     */
    public record Witnessed(String name, Instant time, boolean checked) {}

    /** The exit code of the verifier, 0 to 5. */
    public int exitCode() {
        return result.exitCode();
    }

    /** The report for a person, several lines, ending in the outcome. */
    public String text() {
        List<String> lines = new ArrayList<>();
        if (size >= 0) {
            lines.add("log        " + origin);
            lines.add("size       " + size);
            lines.add("root       " + root);
            lines.add(
                    "signed by  " + (signedBy.isEmpty() ? "nobody whose key was given" : String.join(", ", signedBy)));
            lines.add("witness    " + witness.map(VerifyReport::text).orElse("none"));
            lines.add("entries    " + checked + " checked, " + withheld + " withheld");
            lines.add("freshness  " + freshness);
        }
        notes.forEach(note -> lines.add("note       " + note));
        problems.forEach(problem -> lines.add("PROBLEM    " + problem.place() + ": " + problem.message() + " ["
                + problem.result().words() + "]"));
        lines.add(result.words());
        return String.join("\n", lines) + "\n";
    }

    private static String text(Witnessed witness) {
        return witness.time() + " " + witness.name() + (witness.checked() ? "" : " (claimed; its key was not given)");
    }

    /** The report as plain maps, lists, strings and numbers, for JSON. */
    public Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("result", result.words());
        fields.put("exitCode", exitCode());
        fields.put("origin", origin);
        fields.put("size", size);
        fields.put("root", root);
        fields.put("signedBy", signedBy);
        fields.put(
                "witness",
                witness.<List<Object>>map(seen -> List.of(
                                Map.of("name", seen.name(), "time", seen.time().toString(), "checked", seen.checked())))
                        .orElse(List.of()));
        fields.put("entriesChecked", checked);
        fields.put("entriesWithheld", withheld);
        fields.put("freshness", freshness);
        fields.put(
                "problems",
                problems.stream()
                        .map(problem -> Map.of(
                                "result",
                                problem.result().words(),
                                "place",
                                problem.place(),
                                "message",
                                problem.message()))
                        .toList());
        fields.put("notes", notes);
        return fields;
    }
}
