package org.trainingaudit.use;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.trainingaudit.hash.Sha256;
import org.trainingaudit.lineage.LineageGraph;
import org.trainingaudit.lineage.Reached;

/**
 * What tools saw: which job read and wrote what, of one document or of many. Doubled, late and out-of-order reports change
 * nothing, since all is kept by name and decided at the end; a run that failed has read its inputs all the same.
 *
 * <p>What is kept grows with the datasets, jobs and columns there are, and by 12 to 24 bytes for each run.
 */
final class Observations {

    /** More than an auditor reads of one path, and few enough for the trail. */
    private static final int LONGEST_PATH = 1_000;

    /** What a job does that writes to where a recipient is. */
    private static final String HANDS_OVER = "provide-third-party";

    private final CollectContext context;
    private final LineageGraph graph = new LineageGraph();
    private final Map<String, Sighting> jobs = new LinkedHashMap<>();
    private final List<Sighting> byNumber = new ArrayList<>();
    private final RunTable runs = new RunTable();
    private final Map<String, Optional<String>> resolved = new HashMap<>();
    private final Map<String, DatasetTold> told = new HashMap<>();
    private final Set<String> untold = new TreeSet<>();

    Observations(CollectContext context) {
        this.context = context;
    }

    /** One job, as all reports of it together tell it. */
    final class Sighting {

        private final int number;
        private final String format;
        private final String training;
        private final String node;
        private final String name;
        private final String origin;
        private final Set<String> types = new HashSet<>();
        private final Set<String> outputTypes = new HashSet<>();
        private final Map<String, Set<String>> tags = new TreeMap<>();
        private final Set<String> recipients = new TreeSet<>();
        private final Set<String> inputs = new TreeSet<>();
        private Optional<LocalDate> first = Optional.empty();
        private boolean readsUnknown;

        private Sighting(int number, String format, String training, String node, String name, String origin) {
            this.number = number;
            this.format = format;
            this.training = training;
            this.node = node;
            this.name = name;
            this.origin = origin;
        }

        void type(String type) {
            types.add(type);
        }

        void outputType(String type) {
            outputTypes.add(type);
        }

        void tag(String key, String value) {
            tags.computeIfAbsent(key, unseen -> new HashSet<>()).add(value);
        }

        /** That one of its runs read the dataset; the empty name is that of one nobody can name. */
        void reads(String run, String dataset) {
            runs.add(number, training + "\n" + run, true);
            if (dataset.isEmpty()) {
                readsUnknown = true;
            } else {
                inputs.add(dataset);
                graph.reads(node, dataset);
            }
        }

        /** That there was such a run, of which this report names no input. */
        void ran(String run) {
            runs.add(number, training + "\n" + run, false);
        }

        void writes(String dataset) {
            graph.writes(node, dataset);
            context.identity().recipient(dataset).map(UseMaker::safe).ifPresent(recipients::add);
        }

        void on(LocalDate day) {
            first = Optional.of(first.filter(day::isAfter).orElse(day));
        }

        Optional<String> activity() {
            return context.rules()
                    .activity(new TrainingRules.Job(format, name, types, outputTypes, tags))
                    .or(() -> Optional.of(HANDS_OVER).filter(activity -> !recipients.isEmpty()));
        }
    }

    /**
     * The job of that name.
     *
     * @param training its name with its namespace
     * @param variant tells apart what a job does with some inputs from what it does with others
     * @param origin where it was first told of
     */
    Sighting job(String format, String training, String name, String variant, String origin) {
        String node = variant.isEmpty() ? training : training + " (" + variant + ")";
        return jobs.computeIfAbsent(node, unseen -> {
            Sighting sighting = new Sighting(byNumber.size(), format, training, node, name, origin);
            byNumber.add(sighting);
            return sighting;
        });
    }

    /** What is told of the dataset of that name. */
    DatasetTold told(String dataset) {
        return told.computeIfAbsent(dataset, unseen -> new DatasetTold());
    }

    /** Tags with a value of which nobody has said what it means, of what the uses rest on; after {@link #uses()}. */
    List<String> untold() {
        return List.copyOf(untold);
    }

    LineageGraph graph() {
        return graph;
    }

    /** Jobs that read something, of which no rule says whether they train; by name. */
    List<String> undecided() {
        return jobs.values().stream()
                .filter(job -> !job.inputs.isEmpty() && job.activity().isEmpty())
                .map(job -> job.training)
                .distinct()
                .sorted()
                .toList();
    }

    /** Names of datasets that reach a training and that nobody has said to be one of ours; by name. */
    List<String> unresolved() {
        resolved.clear();
        Set<String> unresolved = new TreeSet<>();
        for (Sighting job : jobs.values()) {
            if (job.activity().isPresent()) {
                job.inputs.stream().filter(input -> resolved(input).isEmpty()).forEach(unresolved::add);
                graph.upstream(
                                job.inputs,
                                (dataset, source) -> source && resolved(dataset).isEmpty())
                        .forEach(reached -> unresolved.add(reached.dataset()));
            }
        }
        return List.copyOf(unresolved);
    }

    /** Asked again and again for what many trainings have in common; forgotten before each answer, since names may come. */
    private Optional<String> resolved(String dataset) {
        return resolved.computeIfAbsent(dataset, name -> context.identity().dataset(graph.names(name)));
    }

    /**
     * One use for each dataset that a training reads, or that reaches it through others: of these the ones that are ours, and
     * those into which nothing flows. A run whose inputs nobody recorded uses an unknown dataset and not none.
     */
    List<Use> uses() {
        resolved.clear();
        Map<String, Use> uses = new LinkedHashMap<>();
        Set<Integer> withoutInputs = runs.withoutInputs();
        for (Sighting job : jobs.values()) {
            job.activity().ifPresent(activity -> uses(job, activity, withoutInputs, uses));
        }
        return List.copyOf(uses.values());
    }

    private void uses(Sighting job, String activity, Set<Integer> withoutInputs, Map<String, Use> uses) {
        for (String input : job.inputs) {
            add(use(job, activity, input, Optional.empty()), uses);
        }
        if (job.readsUnknown || withoutInputs.contains(job.number)) {
            add(use(job, activity, "", Optional.empty()), uses);
        }
        for (Reached reached : graph.upstream(
                job.inputs, (dataset, source) -> source || resolved(dataset).isPresent())) {
            add(use(job, activity, reached.dataset(), Optional.of(reached)), uses);
        }
    }

    private static void add(Use use, Map<String, Use> uses) {
        uses.putIfAbsent(use.id(), use);
    }

    private Use use(Sighting job, String activity, String name, Optional<Reached> through) {
        String dataset = name.isEmpty() ? "" : resolved(name).orElse(name);
        String id = "seen-"
                + Sha256.hex(dataset + "\n" + job.training + "\n" + activity).substring(0, 16);
        List<Fact> facts = new ArrayList<>();
        state(facts, "activity", FactValue.Members.of(List.of(activity)), job.origin);
        job.first.ifPresent(day -> state(facts, "trainingStart", new FactValue.Day(day), job.origin));
        through.ifPresent(reached -> {
            state(facts, DerivedFacts.USED_THROUGH, new FactValue.Text(path(reached)), job.origin);
            columns(facts, DerivedFacts.COLUMNS_USED, reached, false, job.origin);
            columns(facts, DerivedFacts.COLUMNS_USED_MASKED, reached, true, job.origin);
        });
        SeenBeside beside = new SeenBeside(context.tells(), untold::add);
        beside.job(job.tags, job.recipients);
        if (!told.isEmpty() && !name.isEmpty()) {
            graph.names(name)
                    .forEach(alias -> Optional.ofNullable(told.get(alias)).ifPresent(beside::dataset));
        }
        beside.facts().forEach((fact, values) -> state(facts, fact, FactValue.Members.of(values), job.origin));
        return new Use(
                id,
                UseMaker.safe(dataset),
                UseMaker.safe(job.training),
                UseState.OBSERVED,
                Facts.of(facts),
                job.origin);
    }

    private void columns(List<Fact> facts, String fact, Reached reached, boolean masked, String origin) {
        List<String> columns = reached.columns().stream()
                .filter(column -> column.masked() == masked)
                .map(column -> UseMaker.safe(column.name()))
                .toList();
        int length = columns.stream().mapToInt(String::length).sum();
        if (!columns.isEmpty() && length <= LONGEST_PATH) {
            state(facts, fact, FactValue.Members.of(columns), origin);
        }
    }

    private void state(List<Fact> facts, String name, FactValue value, String origin) {
        if (context.catalogue().find(name).isPresent()) {
            facts.add(Fact.of(name, value, origin));
        }
    }

    private static String path(Reached reached) {
        List<String> steps = reached.path().stream().map(UseMaker::safe).toList();
        String path = String.join(" > ", steps);
        return path.length() <= LONGEST_PATH
                ? path
                : steps.get(0) + " > (" + (steps.size() - 2) + " more) > " + steps.get(steps.size() - 1);
    }
}
