package org.trainingaudit.setup;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.trainingaudit.config.ConfigFiles;
import org.trainingaudit.config.Faults;

/** Checks the configuration again and again, and tells what is different from the last time. Not for several threads. */
public final class WatchedCheck {

    private final Places places;
    private final Clock clock;
    private CheckedSet last;

    private WatchedCheck(Places places, Clock clock, CheckedSet first) {
        this.places = places;
        this.clock = clock;
        this.last = first;
    }

    /**
     * What became different.
     *
     * @param files the files that were added, changed or removed
     * @param arisen what is wrong now and wasn't, as {@code audit check} tells it
     * @param mended the first line of what was wrong and isn't any more
     * @param summary the new check in a line
     * @param isSound whether it's good now
     */
    public record Change(
            List<String> files, List<String> arisen, List<String> mended, String summary, boolean isSound) {
        public Change {
            files = List.copyOf(files);
            arisen = List.copyOf(arisen);
            mended = List.copyOf(mended);
        }
    }

    /** Begins with a check of the folder as it is. */
    public static WatchedCheck begin(Places places) {
        Clock clock = Clock.systemUTC();
        return new WatchedCheck(places, clock, CheckedSet.read(places, clock));
    }

    /** The last check. */
    public Check last() {
        return last.check();
    }

    /** Looks once more; empty where no file is different. */
    public Optional<Change> look() {
        Faults faults = new Faults();
        ConfigFiles now = ConfigFiles.read(places.config(), faults);
        List<String> files = FileChanges.between(last.files(), now);
        if (files.isEmpty() && faults.isEmpty()) {
            return Optional.empty();
        }
        CheckedSet before = last;
        last = CheckedSet.of(now, faults, clock);
        Change change = new Change(
                files,
                only(last.check().wrongs(), before.check().wrongs()),
                only(before.check().wrongs(), last.check().wrongs()).stream()
                        .map(text -> text.lines().findFirst().orElse(""))
                        .toList(),
                last.check().summary(),
                last.check().isSound());
        return Optional.of(change).filter(each -> !isNothing(each));
    }

    private static boolean isNothing(Change change) {
        return change.files().isEmpty()
                && change.arisen().isEmpty()
                && change.mended().isEmpty();
    }

    /** Those that the others don't have, whatever line they moved to. */
    private static List<String> only(List<String> texts, List<String> others) {
        Set<String> known = new HashSet<>();
        others.forEach(text -> known.add(unplaced(text)));
        List<String> only = new ArrayList<>();
        texts.stream().filter(text -> !known.contains(unplaced(text))).forEach(only::add);
        return only;
    }

    private static String unplaced(String text) {
        return text.lines().findFirst().orElse("").replaceFirst(":[0-9]+:[0-9]+:", ":");
    }
}
