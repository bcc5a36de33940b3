package org.trainingaudit.console;

import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What steps and their shares are called in the reader's language. Pages know it as {@code @steps}. */
@Component("steps")
class StepNames {

    private static final Pattern SHARE = Pattern.compile("(\\w+)Share:share(\\d+)of(\\d+)");

    private final MessageSource messages;

    StepNames(MessageSource messages) {
        this.messages = messages;
    }

    /** The name in words; as it is where nobody gave it any. */
    public String label(String name) {
        Matcher share = SHARE.matcher(name);
        if (!share.matches()) {
            return text(key(name), name);
        }
        int number = Integer.parseInt(share.group(2)) + 1;
        return text("step.share", name, label(share.group(1)), number, share.group(3));
    }

    /** Whether it is a part of the step before it. */
    public boolean isShare(String name) {
        return SHARE.matcher(name).matches();
    }

    static String key(String name) {
        return "step." + name.replace(' ', '-');
    }

    private String text(String key, String otherwise, Object... values) {
        return Objects.requireNonNull(messages.getMessage(key, values, otherwise, LocaleContextHolder.getLocale()));
    }
}
