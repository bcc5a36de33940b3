package org.trainingaudit;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.trainingaudit.cli.AuditCommand;

/**
 * Where the program starts. Commands that need a database start the Spring context; the others do without. The faces that
 * only a serving program has (REST, pages, schedule) are added by {@code audit serve}.
 */
@SpringBootApplication(
        scanBasePackages = {
            "org.trainingaudit.access",
            "org.trainingaudit.nightly",
            "org.trainingaudit.notice",
            "org.trainingaudit.operate",
            "org.trainingaudit.view"
        })
public class AuditApplication {

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        int code = 2;
        try {
            code = AuditCommand.execute(AuditApplication.class, arguments);
        } catch (OutOfMemoryError e) {
            // Not even the classes that would say so may fit.
            System.err.println(
                    "audit: Java may take too little memory even to begin; give it more, for example with JAVA_TOOL_OPTIONS=-Xmx1g");
        }
        System.exit(code);
    }
}
