package org.trainingaudit.report;

import java.util.Optional;
import org.trainingaudit.config.ConfigFiles;
import org.trainingaudit.config.Faults;
import org.trainingaudit.config.Node;

/**
 * How reports are written.
 *
 * @param excel whether CSV files have a byte-order mark and CRLF, so that Excel reads them right at a double click
 */
public record ReportSettings(boolean excel) {

    /** As a run's own configuration has it. */
    static ReportSettings of(ConfigFiles files) {
        return new ReportSettings(audit(files, "report")
                .flatMap(block -> Yaml.text(block, "excel"))
                .filter("true"::equals)
                .isPresent());
    }

    /** A block of {@code application.yaml}. */
    static Optional<Node.Fields> audit(ConfigFiles files, String block) {
        return files.file("application.yaml")
                .flatMap(file -> file.parse(new Faults()))
                .flatMap(Yaml::map)
                .flatMap(document -> document.get("audit"))
                .flatMap(Yaml::map)
                .flatMap(audit -> audit.get(block))
                .flatMap(Yaml::map);
    }
}
