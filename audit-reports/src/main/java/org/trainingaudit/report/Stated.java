package org.trainingaudit.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trainingaudit.trail.CanonicalCursor;
import org.trainingaudit.use.FactValue;

/** What is stated of a fact: as text, as the texts of a set, and as rules read it. Made once for all uses that state the same. */
final class Stated {

    static final Stated NOTHING = new Stated("", Optional.of(new FactValue.Text("")));

    private final String plain;
    private final Optional<FactValue> value;
    private List<String> members = List.of();
    private Optional<FactValue> day = Optional.empty();

    private Stated(String plain, Optional<FactValue> value) {
        this.plain = plain;
        this.value = value;
    }

    /** Reads the value at which a cursor stands. */
    static Stated of(CanonicalCursor cursor) {
        switch (cursor.kind()) {
            case '"' -> {
                String text = cursor.text();
                return new Stated(text, Optional.of(new FactValue.Text(text)));
            }
            case '[' -> {
                return set(cursor);
            }
            case 't' -> {
                return new Stated("true", Optional.of(new FactValue.Bool(true)));
            }
            case 'f' -> {
                return new Stated("false", Optional.of(new FactValue.Bool(false)));
            }
            case '{', 'n' -> {
                return new Stated("", Optional.empty());
            }
            default -> {
                String number = cursor.raw();
                return new Stated(number, Optional.of(new FactValue.Whole(Long.parseLong(number))));
            }
        }
    }

    private static Stated set(CanonicalCursor cursor) {
        List<String> texts = new ArrayList<>();
        boolean alike = true;
        cursor.enter();
        while (cursor.more()) {
            if (cursor.kind() == '"') {
                texts.add(cursor.text());
            } else {
                alike = false;
                cursor.skip();
            }
        }
        Optional<FactValue> value = alike ? Optional.of(FactValue.Members.of(texts)) : Optional.empty();
        return new Stated(String.join(",", texts), value);
    }

    /** As text: the members of a set joined by commas. */
    String plain() {
        return plain;
    }

    /** The texts between the commas. */
    List<String> members() {
        if (members.isEmpty() && !plain.isEmpty()) {
            members = plain.indexOf(',') < 0 ? List.of(plain) : List.of(plain.split(","));
        }
        return members;
    }

    /**
     * As rules read it; nothing where only a tree of the entry tells.
     *
     * @param asDay whether a text is a date
     */
    Optional<FactValue> value(boolean asDay) {
        if (!asDay || !(value.orElse(null) instanceof FactValue.Text text)) {
            return value;
        }
        if (day.isEmpty()) {
            day = Optional.of(FactValue.Day.orText(text.value()));
        }
        return day;
    }
}
