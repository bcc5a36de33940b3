package org.trainingaudit.report;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.trainingaudit.trail.CanonicalObject;
import org.trainingaudit.trail.EntryText;

/** An object of an entry, read without trust: a member that is missing or of another kind is empty. */
record Body(CanonicalObject object) {

    static Body of(EntryText entry) {
        return new Body(entry.body());
    }

    String text(String member) {
        return object.text(member);
    }

    Optional<LocalDate> date(String member) {
        try {
            String text = text(member);
            return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    OptionalLong number(String member) {
        return object.number(member);
    }

    Optional<Boolean> flag(String member) {
        return object.flag(member);
    }

    boolean has(String member) {
        return object.has(member);
    }

    Body object(String member) {
        return new Body(object.object(member));
    }

    List<Body> objects(String member) {
        return object.objects(member).stream().map(Body::new).toList();
    }

    /** The texts of a list, or of a single text. */
    List<String> texts(String member) {
        return object.texts(member);
    }

    /** The value as one text: a list's members joined by commas, anything else as JSON writes it, without quotes. */
    String plain(String member) {
        return object.plain(member);
    }
}
