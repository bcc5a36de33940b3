package org.trainingaudit.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/**
 * What is told of a table's columns by what else stands in the table, from {@code cases/tables.csv}: a table's name, its columns
 * parted by bars, rows parted by slashes, the columns of which something special is told, and why. Each table of nobody has a
 * near miss that is about somebody.
 */
class TableCasesTest {

    @Test
    void tellsSomethingSpecialOfSomebodyAndNotOfMany() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (CSVRecord row : Shipped.rows("cases/tables.csv")) {
            List<String> told = told(row.get("table"), parts(row.get("columns"), '|'), parts(row.get("rows"), '/'));
            if (!told.equals(parts(row.get("told"), '|'))) {
                wrong.add("%s, %s (%s): expected %s, told %s"
                        .formatted(row.get("table"), row.get("columns"), row.get("why"), row.get("told"), told));
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static List<String> told(String table, List<String> columns, List<String> rows) {
        DatasetProfiler profiler = new DatasetProfiler(Shipped.detectors(), table);
        profiler.columns(columns);
        rows.forEach(row -> profiler.row(new Cells(parts(row, '|'))));
        return profiler.profile().columns().stream()
                .filter(column -> column.classifications().stream().anyMatch(one -> Special.is(one.category())))
                .map(ColumnProfile::name)
                .toList();
    }

    private static List<String> parts(String all, char by) {
        return all.isEmpty()
                ? List.of()
                : Arrays.stream(all.split("\\" + by, -1)).map(String::strip).toList();
    }
}
