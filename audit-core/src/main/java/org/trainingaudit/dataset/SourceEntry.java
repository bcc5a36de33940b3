package org.trainingaudit.dataset;

import jakarta.validation.constraints.NotBlank;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.trainingaudit.config.Faults;
import org.trainingaudit.config.Location;
import org.trainingaudit.config.Nearest;
import org.trainingaudit.config.Text;

/** One source of {@code sources.yaml} as written. */
record SourceEntry(
        Location at,
        Text id,
        Kind kind,
        @NotBlank String owner,
        List<Text> subjectCountries,
        Optional<Text> path,
        List<DatasetEntry> datasets,
        Optional<Text> url,
        Optional<String> user,
        Optional<Text> passwordVariable,
        Optional<Text> passwordFile,
        List<Text> tables,
        List<KeyEntry> keys) {

    private static final String ID = "[a-z0-9][a-z0-9._-]*";
    private static final String NAME = "[^\\p{Cntrl}\\s/%*][^\\p{Cntrl}/%*]*";

    enum Kind {
        FOLDER,
        JDBC
    }

    record DatasetEntry(
            Location at,

            @jakarta.validation.constraints.Pattern(
                    regexp = NAME,
                    message = "must be a name without control characters, '/', '%' and '*'")
            String name,

            Optional<Text> file,
            Optional<Text> files,
            Optional<Text> sheet,
            List<Text> quasiIdentifiers,
            List<Text> sensitive,
            Optional<Integer> k,
            Optional<Boolean> countCombinations,
            Optional<LeaveOutEntry> leaveOut) {

        KeyEntry key() {
            return new KeyEntry(at, new Text(at, name), quasiIdentifiers, sensitive, k, countCombinations);
        }
    }

    record LeaveOutEntry(Location at, @NotBlank String column, List<Text> values) {

        Optional<LeftOut> leftOut(String dataset, Faults faults) {
            if (values.isEmpty()) {
                faults.add(
                        at,
                        "dataset '" + dataset + "': 'leaveOut' has no 'values'; name those of the rows to leave out");
            }
            return Optional.of(
                    new LeftOut(column, values.stream().map(Text::value).collect(Collectors.toSet())));
        }
    }

    /** The source, unless it has a fault. */
    Optional<Source> source(DatasetSettings settings, Faults faults) {
        int before = faults.count();
        if (!id.value().matches(ID)) {
            faults.add(id.at(), "source '" + id + "': an id is of a-z, 0-9, '.', '_' and '-'");
        }
        Set<String> countries = countries(faults);
        Optional<Source> source =
                kind == Kind.JDBC ? database(countries, settings, faults) : folder(countries, settings, faults);
        return faults.count() == before ? source : Optional.empty();
    }

    private Optional<Source> folder(Set<String> countries, DatasetSettings settings, Faults faults) {
        if (path.isEmpty()) {
            faults.add(at, "source '" + id + "': 'path' is missing; expected the folder in which its files are");
            return Optional.empty();
        }
        SafePath.faultOfFolder(path.get().value())
                .ifPresent(fault -> faults.add(path.get().at(), "'path': " + fault));
        SortedMap<String, DeclaredFiles> declared = declared(faults);
        return faults.isEmpty() || !hasFault(path.get().value())
                ? Optional.of(new FolderSource(
                        id.value(),
                        Path.of(path.get().value()),
                        owner,
                        countries,
                        declared,
                        combinations(declared, settings, faults)))
                : Optional.empty();
    }

    private Optional<Source> database(Set<String> countries, DatasetSettings settings, Faults faults) {
        if (path.isPresent() || !datasets.isEmpty()) {
            faults.add(at, "source '" + id + "': a database has 'url' and 'tables', no 'path' and no 'datasets'");
        }
        if (passwordVariable.isPresent() && passwordFile.isPresent()) {
            faults.add(at, "source '" + id + "': expected 'passwordVariable' or 'passwordFile', not both");
        }
        if (url.isEmpty() || user.isEmpty()) {
            faults.add(at, "source '" + id + "': 'url' or 'user' is missing");
            return Optional.empty();
        }
        Optional<String> fault = JdbcAddress.fault(url.get().value());
        if (fault.isPresent()) {
            faults.add(url.get().at(), "'url': " + fault.get());
            return Optional.empty();
        }
        JdbcAddress address = JdbcAddress.of(url.get().value());
        if (!settings.allowsHost(address.host())) {
            faults.add(
                    url.get().at(),
                    "'url': '" + address.host() + "' isn't among audit.dataset.jdbc-hosts of application.yaml; add it"
                            + " there if it is to be connected to");
        }
        JdbcPassword password = new JdbcPassword(
                passwordVariable.map(Text::value), passwordFile.map(Text::value).map(Path::of));
        List<String> wanted = tables.stream().map(Text::value).toList();
        return Optional.of(new JdbcSource(
                id.value(),
                address,
                user.get(),
                password,
                owner,
                countries,
                wanted,
                settings.timeoutSeconds(),
                combinations(Collections.emptySortedMap(), settings, faults)));
    }

    /** What stands beside the datasets and in the source's own list of keys. */
    private DeclaredCombinations combinations(
            SortedMap<String, DeclaredFiles> declared, DatasetSettings settings, Faults faults) {
        Map<String, Combinations> byDataset = new TreeMap<>();
        List<KeyEntry> written = Stream.concat(datasets.stream().map(DatasetEntry::key), keys.stream())
                .toList();
        for (KeyEntry entry : written) {
            String name = entry.dataset().value();
            if (!declared.isEmpty() && !declared.containsKey(name)) {
                faults.add(
                        entry.dataset().at(),
                        "source '" + id + "' has no dataset '" + name + "'" + Nearest.hint(name, declared.keySet()));
            }
            Optional<Combinations> said = entry.combinations(settings.countsCombinations(), faults);
            if (said.isPresent() && byDataset.putIfAbsent(name, said.get()) != null) {
                faults.add(
                        entry.at(),
                        "dataset '" + name + "' has two keys in source '" + id + "'; put what they say into one");
            }
        }
        return new DeclaredCombinations(settings.countsCombinations(), byDataset);
    }

    private static boolean hasFault(String path) {
        return SafePath.faultOfFolder(path).isPresent();
    }

    private Set<String> countries(Faults faults) {
        Set<String> countries = new LinkedHashSet<>();
        for (Text country : subjectCountries) {
            if (!country.value().matches("[A-Z]{2,3}")) {
                faults.add(country.at(), "expected a country such as JP, but found '" + country + "'");
            }
            countries.add(country.value());
        }
        return Collections.unmodifiableSet(countries);
    }

    private SortedMap<String, DeclaredFiles> declared(Faults faults) {
        SortedMap<String, DeclaredFiles> declared = new TreeMap<>();
        for (DatasetEntry dataset : datasets) {
            Optional<DeclaredFiles> files = files(dataset, faults);
            if (files.isPresent() && declared.putIfAbsent(dataset.name(), files.get()) != null) {
                faults.add(dataset.at(), "dataset '" + dataset.name() + "' stands twice in source '" + id + "'");
            }
        }
        return Collections.unmodifiableSortedMap(declared);
    }

    private static Optional<DeclaredFiles> files(DatasetEntry dataset, Faults faults) {
        if (dataset.file().isPresent() == dataset.files().isPresent()) {
            faults.add(
                    dataset.at(),
                    "dataset '" + dataset.name()
                            + "': expected either 'file', such as patients.csv, or 'files', such as"
                            + " patients-*.csv");
            return Optional.empty();
        }
        Text written = dataset.file().or(dataset::files).orElseThrow();
        boolean many = dataset.files().isPresent();
        Optional<String> fault =
                SafePath.faultOfFile(written.value()).or(() -> many ? faultOfPattern(written) : Optional.empty());
        fault.ifPresent(message -> faults.add(written.at(), "dataset '" + dataset.name() + "': " + message));
        Optional<LeftOut> leftOut = dataset.leaveOut().flatMap(entry -> entry.leftOut(dataset.name(), faults));
        return fault.isPresent()
                ? Optional.empty()
                : Optional.of(
                        new DeclaredFiles(written.value(), many, dataset.sheet().map(Text::value), leftOut));
    }

    private static Optional<String> faultOfPattern(Text written) {
        try {
            FileSystems.getDefault()
                    .getPathMatcher(DeclaredFiles.matching(written.value()).glob());
            return Optional.empty();
        } catch (PatternSyntaxException e) {
            return Optional.of("expected a pattern such as 'patients-*.csv'; a bracket or brace is left open");
        }
    }
}
