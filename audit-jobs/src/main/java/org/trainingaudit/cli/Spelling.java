package org.trainingaudit.cli;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How days, spans and numbers are written in options; of what isn't one it says so, where picocli would name Java's classes. */
final class Spelling {

    private Spelling() {}

    /** Sets it for this command and all below. */
    static CommandLine of(CommandLine root) {
        return root.registerConverter(
                        LocalDate.class,
                        read(LocalDate::parse, "no day that there is; expected YYYY-MM-DD, such as 2026-11-21"))
                .registerConverter(
                        Duration.class,
                        read(Duration::parse, "no span of time; expected ISO 8601's form, such as PT30M or P1D"))
                .registerConverter(int.class, read(Integer::valueOf, "no whole number; expected one such as 8080"));
    }

    private static <T> ITypeConverter<T> read(Function<String, T> parser, String fault) {
        return text -> {
            try {
                return parser.apply(text);
            } catch (DateTimeException | NumberFormatException e) {
                throw new TypeConversionException("'" + Printable.text(text) + "' is " + fault);
            }
        };
    }
}
