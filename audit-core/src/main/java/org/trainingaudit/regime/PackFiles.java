package org.trainingaudit.regime;

import java.util.List;
import org.trainingaudit.config.ConfigFile;
import org.trainingaudit.config.ConfigFiles;

/** Which files of a configuration are packs and which their cases; what else stands beside them is neither. */
final class PackFiles {

    /** The folder of both. */
    static final String FOLDER = "regimes/";
    /** How the name of a pack ends. */
    static final String ENDING = ".yaml";

    private static final String CASES = ".cases.yaml";

    private PackFiles() {}

    static List<ConfigFile> packs(ConfigFiles files) {
        return files.under(FOLDER).stream()
                .filter(file -> !file.name().endsWith(CASES)
                        && !file.name().equals(Countries.FILE)
                        && !file.name().equals(SourceRegister.FILE))
                .toList();
    }

    static List<ConfigFile> cases(ConfigFiles files) {
        return files.under(FOLDER).stream()
                .filter(file -> file.name().endsWith(CASES))
                .toList();
    }

    /** The id that a regime in that file must have. */
    static String id(ConfigFile file) {
        return file.name().substring(FOLDER.length(), file.name().length() - ENDING.length());
    }
}
