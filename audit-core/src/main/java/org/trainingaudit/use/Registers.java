package org.trainingaudit.use;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.trainingaudit.config.ConfigFile;
import org.trainingaudit.config.Faults;
import org.trainingaudit.config.Location;
import org.trainingaudit.hash.Sha256;

/**
 * Registers of uses: the forms in which an organisation declares what it trains on.
 *
 * <p>A register is a {@code .csv} file or an Excel workbook ({@code .xlsx}) with a column for each fact, or a {@code .yaml}
 * file with {@code uses: [{use, dataset, training, facts: {..}}]}. An entry never vanishes because something is wrong in it:
 *
 * <ul>
 *   <li>a fact that isn't in the catalogue, or whose value or date can't be read, counts as unknown;
 *   <li>an entry without an id is kept under {@code unnamed-} and 16 hex digits over file, dataset, training and its
 *       number among those alike;
 *   <li>of two entries with one id both are kept, the later as {@code id#2}; both are in doubt, since nobody can say
 *       which is meant;
 *   <li>a CSV row with too many or too few cells keeps its id alone, and so does a row of a sheet with more than its header.
 * </ul>
 *
 * <p>Each of these is told with file, line and column, and the use has a {@link Use#doubt()}.
 */
public final class Registers {

    private static final String REGISTER = "register";

    private final FactCatalogue catalogue;
    private final Faults faults;
    private final String kind;
    private final UseSink sink;
    /** For an id that stands in several entries, the number that the next of them gets. */
    private final Map<String, Integer> doubled = new HashMap<>();

    private boolean complete = true;

    private Registers(FactCatalogue catalogue, String kind, Faults faults, UseSink sink) {
        this.catalogue = catalogue;
        this.kind = kind;
        this.faults = faults;
        this.sink = sink;
    }

    /** The uses of one register. */
    public static RegisterResult read(Path file, FactCatalogue catalogue) {
        return read(List.of(file), catalogue);
    }

    /** The uses of several registers, in their order; an id may stand in one of them only. */
    public static RegisterResult read(Collection<Path> files, FactCatalogue catalogue) {
        HeldUses held = new HeldUses();
        RegisterEnd end = read(files, catalogue, held);
        return new RegisterResult(held.uses(), end.faults(), end.complete());
    }

    /**
     * Hands on the uses of several registers as they are read, row by row, and keeps none of them: what was handed on is asked of
     * the sink. An id may
     * stand in one of them only.
     */
    public static RegisterEnd read(Collection<Path> files, FactCatalogue catalogue, UseSink sink) {
        Faults faults = new Faults();
        Registers registers = new Registers(catalogue, REGISTER, faults, sink);
        files.forEach(registers::add);
        return new RegisterEnd(faults.all(), registers.complete);
    }

    /** The uses of a file that has the shape of a register and is none. */
    static List<Use> uses(Path file, FactCatalogue catalogue, Faults faults) {
        HeldUses held = new HeldUses();
        new Registers(catalogue, "input", faults, held).add(file);
        return held.uses();
    }

    private void add(Path file) {
        String prefix = kind + ":" + file.getFileName();
        UseMaker maker = new UseMaker(catalogue, faults, prefix, false);
        complete &= read(file, draft -> add(draft, maker, prefix));
    }

    private boolean read(Path file, Consumer<UseDraft> each) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".xlsx")) {
            return SheetUses.read(file, catalogue, faults, each);
        }
        boolean csv = name.endsWith(".csv");
        if (!csv && !name.endsWith(".yaml") && !name.endsWith(".yml")) {
            faults.add(
                    Location.of(file.toString()), "a register is a .csv, .xlsx or .yaml file; save it as one of these");
            return false;
        }
        Optional<TextFile> text = TextFile.read(file, faults);
        if (csv) {
            return text.isPresent() && CsvUses.read(text.get(), catalogue, faults, each);
        }
        Optional<List<UseDraft>> drafts = text.flatMap(this::yaml);
        drafts.ifPresent(list -> list.forEach(each));
        return drafts.isPresent();
    }

    private Optional<List<UseDraft>> yaml(TextFile file) {
        return ConfigFile.of(file.shown(), file.text())
                .parse(faults)
                .flatMap(node -> new TreeUses(catalogue, faults).register(node));
    }

    private void add(UseDraft draft, UseMaker maker, String prefix) {
        int before = faults.count();
        Optional<String> id = maker.name("use", draft.id());
        if (id.isEmpty() && faults.count() == before) {
            faults.add(draft.at(), "the entry has no id; give it one under 'use' that will stay");
        }
        if (kind.equals(REGISTER) && !draft.damaged()) {
            requireDataset(draft, maker);
        }
        id.ifPresent(once -> sink.origin(once).ifPresent(first -> tellTwice(draft, maker, once, first)));
        Use use = maker.make(draft, free(id.orElseGet(() -> unnamed(draft, maker, prefix))), before);
        sink.use(use);
    }

    private void requireDataset(UseDraft draft, UseMaker maker) {
        int before = faults.count();
        if (maker.name("dataset", draft.dataset()).isEmpty() && faults.count() == before) {
            faults.add(draft.at(), "the entry names no dataset; name one under 'dataset', such as hospital/patients");
        }
    }

    private void tellTwice(UseDraft draft, UseMaker maker, String id, String first) {
        faults.add(draft.at(), "use '" + id + "' has an entry already, " + first + "; give one of them another id");
        sink.doubt(id, maker.mark(draft.at()));
    }

    private String unnamed(UseDraft draft, UseMaker maker, String prefix) {
        String dataset = maker.name("dataset", draft.dataset()).orElse("");
        String training = maker.name("training", draft.training()).orElse("");
        return "unnamed-"
                + Sha256.hex(prefix + "\n" + dataset + "\n" + training).substring(0, 16);
    }

    /** Goes on where it stopped for the same id before: a column of ids may hold one word throughout. */
    private String free(String id) {
        String free = id;
        int next = doubled.getOrDefault(id, 2);
        while (sink.origin(free).isPresent()) {
            free = id + "#" + next++;
        }
        if (!free.equals(id)) {
            doubled.put(id, next);
        }
        return free;
    }
}
