package org.trainingaudit;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.trainingaudit.cli.AuditCommand;

/** A command line as an operator types it, run in this JVM, with what came of it. */
record Command(int code, String out, String err) {

    static Command audit(String... arguments) {
        return audit(AuditApplication.class, arguments);
    }

    /** The same with another application, such as one with a clock of its own. */
    static Command audit(Class<?> application, String... arguments) {
        PrintStream realOut = System.out;
        PrintStream realErr = System.err;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
            int code = AuditCommand.execute(application, arguments);
            System.out.flush();
            return new Command(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(realOut);
            System.setErr(realErr);
        }
    }

    /** The verifier key that the command printed. */
    String vkey() {
        return out.lines()
                .filter(line -> line.startsWith("vkey:"))
                .map(line -> line.substring("vkey:".length()).strip())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no vkey in:\n" + out + err));
    }
}
