package org.trainingaudit.operate;

import java.util.List;
import java.util.Locale;

/** How a serving program writes its log. */
public enum LogFormat {
    /** Lines for people. */
    TEXT,
    /** JSON in the fields of the Elastic Common Schema. */
    ECS,
    /** JSON as Logstash reads it. */
    LOGSTASH,
    /** JSON in Graylog's extended format. */
    GELF;

    List<String> arguments() {
        return this == TEXT
                ? List.of()
                : List.of(
                        "--logging.config=classpath:structured-log.xml",
                        "--logging.structured.format.console=" + name().toLowerCase(Locale.ROOT));
    }
}
