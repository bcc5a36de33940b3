package org.trainingaudit.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.trainingaudit.config.Names;
import org.trainingaudit.use.Checklist;
import org.trainingaudit.use.Checklist.Answer;
import org.trainingaudit.use.Checklist.Seen;

/** {@code checklists.csv}: of each dataset, which of the identifiers that a law lists are in it, and by which columns that is known. */
final class ChecklistsReport {

    static final Report<Row> REPORT = new Report<Row>(
                    "checklists",
                    "Identifiers that a law lists, by dataset",
                    1,
                    RowSource.ofNight(ChecklistsReport::rows),
                    row -> String.join(
                            "/",
                            row.line().dataset(),
                            row.list().id(),
                            row.answer().item().id()))
            .text(
                    "trail_ref",
                    "The id of the scan's entry in the trail",
                    row -> row.line().ref())
            .word("dataset", "The dataset's id", row -> row.line().dataset())
            .text("unit", "Whose it is", row -> row.place().unit())
            .text("owner", "Whom to ask about it", row -> row.place().owner())
            .word("checklist", "The list of identifiers", row -> row.list().id())
            .text("citation", "Where the law has it", row -> row.list().citation())
            .word(
                    "identifier",
                    "Which of them, as the law letters it",
                    row -> row.answer().item().id())
            .text(
                    "identifier_name_en",
                    "What it is in English",
                    row -> row.name().en())
            .text(
                    "identifier_name_ja",
                    "What it is in Japanese",
                    row -> row.name().ja())
            .word(
                    "presence",
                    "absent, present or unknown",
                    row -> row.answer().status().name().toLowerCase(Locale.ROOT))
            .word(
                    "because",
                    "found; possible: something may be it; incomplete: not every row was read by every detector; unseen: no"
                            + " detector can see it; nothing: every row was read and nothing is like it",
                    row -> row.answer().because().name().toLowerCase(Locale.ROOT))
            .list(
                    "found_in_columns",
                    "The columns on which that rests",
                    row -> row.answer().columns())
            .list(
                    "found_as",
                    "Kinds of data, and how fine values are, on which that rests",
                    row -> row.answer().evidence())
            .text(
                    "limits_en",
                    "Why a scan can't say that it is absent, in English",
                    row -> row.blind().map(Names::en).orElse(""))
            .text(
                    "limits_ja",
                    "Why a scan can't say that it is absent, in Japanese",
                    row -> row.blind().map(Names::ja).orElse(""))
            .day("scanned_on", "The business date of the run that last read it", Row::scannedOn);

    private ChecklistsReport() {}

    /** An item of a checklist in one dataset. */
    record Row(Coverage.Line line, Estate.Place place, Checklist list, Answer answer) {

        Names name() {
            return answer.item().name();
        }

        Optional<Names> blind() {
            return answer.item().blind();
        }

        Optional<LocalDate> scannedOn() {
            return line.scannedOn();
        }
    }

    private static List<Row> rows(Night night) {
        Map<String, List<Seen>> found = new HashMap<>();
        night.columns().stream()
                .filter(OfColumn::counts)
                .forEach(said -> found.computeIfAbsent(said.dataset(), unseen -> new ArrayList<>())
                        .add(Seen.category(
                                said.column(),
                                said.category(),
                                said.review().equals("confirmed")
                                        ? 1
                                        : said.confidence().orElse(0) / 1e6)));
        List<Row> rows = new ArrayList<>();
        for (Coverage.Line line : night.coverage()) {
            List<Seen> seen = new ArrayList<>(found.getOrDefault(line.dataset(), List.of()));
            line.counts().map(OfScan::grains).ifPresent(seen::addAll);
            for (Checklist list : night.vocabulary().checklists()) {
                list.answers(night.vocabulary().taxonomy(), seen, line.complete())
                        .forEach(answer -> rows.add(new Row(line, night.estate().place(line.dataset()), list, answer)));
            }
        }
        return rows;
    }
}
