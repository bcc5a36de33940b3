package org.trainingaudit.use;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.trainingaudit.config.Faults;
import org.trainingaudit.config.Location;
import org.trainingaudit.config.Node;
import org.trainingaudit.dataset.FormSheet;
import org.trainingaudit.dataset.Limits;
import org.trainingaudit.dataset.RefusedException;

/**
 * Drafts of uses from a sheet of a workbook, laid out as a register in CSV is. Of several sheets the one called {@code uses}
 * is read. Places are those that a spreadsheet shows: {@code register.xlsx:uses!C7}.
 */
final class SheetUses {

    /** The largest register, and the largest of the texts in it. */
    private static final Limits LIMITS = new Limits(16_384, 1024 * 1024, 1L << 32, 1_000, TextFile.LARGEST);

    private static final String SHEET = "uses";

    private final String shown;
    private final CsvUses uses;
    private final Faults faults;
    private final Consumer<UseDraft> each;

    private SheetUses(String shown, CsvUses uses, Faults faults, Consumer<UseDraft> each) {
        this.shown = shown;
        this.uses = uses;
        this.faults = faults;
        this.each = each;
    }

    /** Calls for each row below the header, one by one; false where not every row was reached, and then a fault says why. */
    static boolean read(Path file, FactCatalogue catalogue, Faults faults, Consumer<UseDraft> each) {
        String shown = file.toString();
        if (!Files.isRegularFile(file)) {
            String found = Files.exists(file) ? "not a regular file" : "no such file";
            faults.add(Location.of(shown), found + "; mend its path or take it off the list");
            return false;
        }
        try {
            FormSheet sheet = FormSheet.of(file, SHEET, LIMITS);
            CsvUses uses = new CsvUses(catalogue, faults, "name the columns to the right, or empty their cells");
            SheetUses rows = new SheetUses(shown, uses, faults, each);
            sheet.each((number, cells, fault) -> rows.row(sheet.name(), number, cells, fault));
            return uses.hasHeader(Location.of(shown));
        } catch (RefusedException e) {
            faults.add(Location.of(shown), e.refusal().message());
            return false;
        }
    }

    private void row(String sheet, int number, List<String> cells, String fault) {
        List<Node.Scalar> row = new ArrayList<>();
        int width = Math.max(cells.size(), Math.max(1, uses.width()));
        for (int i = 0; i < width; i++) {
            Location at = Location.ofCell(shown, sheet, number, i + 1);
            row.add(new Node.Scalar(at, i < cells.size() ? text(cells.get(i)) : "", false));
        }
        if (!fault.isEmpty()) {
            tell(row.get(0).at(), fault);
        }
        uses.row(row, !fault.isEmpty(), each);
    }

    /** What a spreadsheet writes in capitals. */
    private static String text(String cell) {
        String text = cell.strip();
        return text.equals("TRUE") || text.equals("FALSE") ? text.toLowerCase(Locale.ROOT) : text;
    }

    private void tell(Location at, String fault) {
        faults.add(
                at,
                fault.equals("formula")
                        ? "a cell of the row has a formula whose result isn't stored; open the workbook, let it be"
                                + " calculated, and save it"
                        : "a cell of the row is longer than " + LIMITS.maxRowBytes() + " bytes; refer to a document"
                                + " instead");
    }
}
