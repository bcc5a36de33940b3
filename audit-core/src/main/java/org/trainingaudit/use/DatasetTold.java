package org.trainingaudit.use;

import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What documents tell of a dataset itself, whoever reads it. */
final class DatasetTold {

    /** More than anybody reads; a dataset that is versioned at each run would fill the trail with them. */
    static final int MOST = 100;

    private final NavigableSet<String> owners = new TreeSet<>();
    private final NavigableSet<String> versions = new TreeSet<>();
    private final Map<String, NavigableSet<String>> tags = new TreeMap<>();

    void owner(String name) {
        keep(owners, name);
    }

    void version(String version) {
        keep(versions, version);
    }

    void tag(String key, String value) {
        if (tags.size() < MOST || tags.containsKey(key)) {
            keep(tags.computeIfAbsent(key, unseen -> new TreeSet<>()), value);
        }
    }

    /** The first in the order of their characters, so that it makes no difference in which order they come. */
    private static void keep(NavigableSet<String> kept, String one) {
        kept.add(UseMaker.safe(one));
        if (kept.size() > MOST) {
            kept.pollLast();
        }
    }

    Set<String> owners() {
        return owners;
    }

    Set<String> versions() {
        return versions;
    }

    Map<String, Set<String>> tags() {
        return new TreeMap<>(tags);
    }
}
