package org.trainingaudit.cli;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.trainingaudit.csv.CsvColumn;
import org.trainingaudit.csv.CsvList;
import org.trainingaudit.csv.CsvSchema;
import org.trainingaudit.csv.CsvTable;
import org.trainingaudit.csv.CsvType;
import org.trainingaudit.operate.ChangeReport;
import org.trainingaudit.operate.ChangeReport.ChangedPair;
import org.trainingaudit.regime.Comparison;
import org.trainingaudit.regime.Comparison.Cause;

/** What changes, as a CSV table: one row a pair of use and regime. */
final class ChangeCsv {

    private static final CsvSchema SCHEMA = new CsvSchema(
            "what-changes",
            "Uses whose verdict under a regime changes between two dates",
            1,
            List.of(
                    new CsvColumn("group", CsvType.STRING, true, "newly-unlawful, newly-lawful, newly-uncertain"),
                    new CsvColumn("use", CsvType.STRING, true, "The use's id"),
                    new CsvColumn("dataset", CsvType.STRING, false, "The dataset's id"),
                    new CsvColumn("regime", CsvType.STRING, true, "The regime's id"),
                    new CsvColumn("date_from", CsvType.DATE, true, "The earlier date"),
                    new CsvColumn("verdict_from", CsvType.STRING, true, "The verdict on the earlier date"),
                    new CsvColumn("date_to", CsvType.DATE, true, "The later date"),
                    new CsvColumn("verdict_to", CsvType.STRING, true, "The verdict on the later date"),
                    new CsvColumn(
                            "provisional",
                            CsvType.BOOLEAN,
                            true,
                            "Whether the later verdict rests on a step whose day isn't fixed"),
                    new CsvColumn("rules", CsvType.LIST, false, "The rules that did it"),
                    new CsvColumn("citations", CsvType.LIST, false, "Where the law says so, rule by rule"),
                    new CsvColumn("steps", CsvType.LIST, false, "The steps that brought it"),
                    new CsvColumn("lifted_by", CsvType.LIST, false, "The exemptions that lift or soften these rules"),
                    new CsvColumn("because", CsvType.LIST, false, "The answer in a line, rule by rule")),
            List.of("use", "regime"));

    private ChangeCsv() {}

    static CsvTable of(ChangeReport report) {
        return new CsvTable(
                SCHEMA, report.changed().stream().map(pair -> row(report, pair)).toList());
    }

    private static List<String> row(ChangeReport report, ChangedPair pair) {
        Comparison comparison = pair.comparison();
        return List.of(
                comparison.group().word(),
                pair.use(),
                pair.dataset(),
                comparison.after().regime(),
                report.from().toString(),
                comparison.before().verdict().word(),
                report.to().toString(),
                comparison.after().verdict().word(),
                Boolean.toString(comparison.after().provisional()),
                list(comparison, cause -> Optional.of(cause.rule())),
                list(comparison, cause -> Optional.of(cause.citation())),
                distinct(comparison, Cause::step),
                distinct(comparison, Cause::by),
                list(comparison, cause -> Optional.of(cause.because())));
    }

    private static String list(Comparison comparison, Function<Cause, Optional<String>> part) {
        return CsvList.join(comparison.causes().stream()
                .map(cause -> part.apply(cause).orElse(""))
                .toList());
    }

    private static String distinct(Comparison comparison, Function<Cause, Optional<String>> part) {
        return CsvList.join(comparison.causes().stream()
                .flatMap(cause -> part.apply(cause).stream())
                .distinct()
                .toList());
    }
}
