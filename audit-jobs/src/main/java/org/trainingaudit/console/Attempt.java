package org.trainingaudit.console;

import java.util.stream.Collectors;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.trainingaudit.access.BadAccount;
import org.trainingaudit.config.ConfigurationException;
import org.trainingaudit.config.Fault;
import org.trainingaudit.finding.WaiverRefused;
import org.trainingaudit.operate.CannotRestart;
import org.trainingaudit.operate.OperationRefused;

/** What a person does with a form: the page that comes next says that it is done, or why it was refused. */
final class Attempt {

    private Attempt() {}

    /**
     * Does it.
     *
     * @param done the key of the words that say so
     */
    static void of(Runnable work, String done, RedirectAttributes after) {
        try {
            work.run();
            after.addFlashAttribute("done", done);
        } catch (ConfigurationException e) {
            after.addFlashAttribute(
                    "refused", e.faults().stream().map(Fault::text).collect(Collectors.joining("\n")));
        } catch (BadAccount | CannotRestart | OperationRefused | WaiverRefused e) {
            after.addFlashAttribute("refused", e.getMessage());
        }
    }
}
