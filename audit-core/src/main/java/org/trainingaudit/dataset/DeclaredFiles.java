package org.trainingaudit.dataset;

import java.util.Optional;

/**
 * Which files of a folder make up a dataset.
 *
 * @param files one file's path inside the folder, or a pattern of paths: {@code *} is any text without a slash, {@code **}
 *     also with slashes, {@code ?} one character, {@code {a,b}} either; a folder's path with a slash behind it means all
 *     files in it and below
 * @param many whether it is a pattern
 * @param sheet the sheet of a workbook; can be left out where only one has cells
 * @param leftOut which rows are left out on purpose
 */
public record DeclaredFiles(String files, boolean many, Optional<String> sheet, Optional<LeftOut> leftOut) {

    /** One file, such as {@code patients.csv}. */
    public static DeclaredFiles one(String file) {
        return new DeclaredFiles(file, false, Optional.empty(), Optional.empty());
    }

    /** All files whose paths fit, such as {@code 2026/patients-*.csv.gz}. */
    public static DeclaredFiles matching(String pattern) {
        return new DeclaredFiles(pattern, true, Optional.empty(), Optional.empty());
    }

    /** The pattern as the file system's matchers take it. */
    String glob() {
        return "glob:" + (files.endsWith("/") ? files + "**" : files);
    }
}
