package org.trainingaudit.trail;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.trainingaudit.trail.VerifyReport.Problem;
import org.trainingaudit.trail.VerifyReport.Result;

/** What a verification has found so far. */
final class Alarms {

    private static final int MOST = 1000;

    private final List<Problem> problems = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final Set<String> places = new HashSet<>();
    private final Set<Result> results = new HashSet<>();
    private int left;

    void invalid(String place, String message) {
        add(Result.INVALID, place, message);
    }

    void missing(String place, String message) {
        add(Result.INCOMPLETE, place, message);
    }

    void add(Result result, String place, String message) {
        results.add(result);
        places.add(place);
        if (problems.size() < MOST) {
            problems.add(new Problem(result, place, message));
        } else {
            left++;
        }
    }

    void note(String note) {
        notes.add(note);
    }

    /** Whether something was found about just this place. */
    boolean knows(String place) {
        return places.contains(place);
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }

    List<String> notes() {
        List<String> all = new ArrayList<>(notes);
        if (left > 0) {
            all.add(left + " more problems are not listed");
        }
        return List.copyOf(all);
    }

    /** The gravest outcome; against the auditor's own checkpoint comes first, since no mending of this copy undoes it. */
    Result worst(boolean keyGiven) {
        for (Result result : List.of(Result.WRONG_USE, Result.ROLLBACK_OR_FORK, Result.INVALID, Result.INCOMPLETE)) {
            if (results.contains(result)) {
                return result;
            }
        }
        return keyGiven ? Result.VERIFIED : Result.UNAUTHENTICATED;
    }
}
