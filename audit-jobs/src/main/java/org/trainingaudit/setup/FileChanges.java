package org.trainingaudit.setup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.trainingaudit.config.ConfigFile;
import org.trainingaudit.config.ConfigFiles;

/** In which files two snapshots of a configuration differ. */
final class FileChanges {

    private FileChanges() {}

    /** Each difference in a line, by file: {@code added}, {@code changed} or {@code removed} and the name. */
    static List<String> between(ConfigFiles before, ConfigFiles after) {
        Map<String, ConfigFile> old = byName(before);
        Map<String, ConfigFile> now = byName(after);
        TreeSet<String> names = new TreeSet<>(old.keySet());
        names.addAll(now.keySet());
        List<String> changes = new ArrayList<>();
        for (String name : names) {
            Optional<byte[]> was = Optional.ofNullable(old.get(name)).map(ConfigFile::bytes);
            Optional<byte[]> is = Optional.ofNullable(now.get(name)).map(ConfigFile::bytes);
            if (was.isEmpty()) {
                changes.add("added " + name);
            } else if (is.isEmpty()) {
                changes.add("removed " + name);
            } else if (!Arrays.equals(was.get(), is.get())) {
                changes.add("changed " + name);
            }
        }
        return List.copyOf(changes);
    }

    private static Map<String, ConfigFile> byName(ConfigFiles files) {
        return files.under("").stream().collect(Collectors.toMap(ConfigFile::name, Function.identity()));
    }
}
