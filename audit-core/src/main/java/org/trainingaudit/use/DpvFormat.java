package org.trainingaudit.use;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.trainingaudit.config.Faults;
import org.trainingaudit.config.Node;
import org.trainingaudit.use.Rdf.Subject;
import org.trainingaudit.use.Rdf.Term;

/**
 * Processes of the Data Privacy Vocabulary, in Turtle and JSON-LD. A process whose processing or purpose is that of training
 * ({@code ai:ModelTraining}, by the training rules) declares a use of each dataset that it names as training data.
 */
final class DpvFormat implements CollectFormat {

    private static final Set<String> PROCESSES = Set.of(Rdf.DPV + "Process", Rdf.DPV + "PersonalDataHandling");
    private static final List<String> DATA =
            List.of(Rdf.AI + "hasTrainingData", Rdf.AI + "hasData", Rdf.DPV + "hasData");

    @Override
    public boolean recognises(Document document) {
        if (document.endsWith(".ttl")) {
            return document.text().filter(text -> text.text().contains("dpv")).isPresent();
        }
        return document.endsWith(".jsonld", ".json")
                && document.first()
                        .filter(root -> Tree.at(root, "@context").isPresent() && speaksDpv(root))
                        .isPresent();
    }

    private static boolean speaksDpv(Node root) {
        return JsonLd.read(root).subjects().stream()
                .flatMap(subject -> subject.said().entrySet().stream())
                .anyMatch(said -> said.getKey().startsWith(Rdf.DPV)
                        || said.getValue().stream().anyMatch(term -> term.name().startsWith(Rdf.DPV)));
    }

    @Override
    public Optional<Collected> read(Document document, CollectContext context, Observations seen, Faults faults) {
        int before = faults.count();
        Rdf rdf = document.text()
                .map(text -> Turtle.read(text, faults))
                .or(() -> document.whole().map(JsonLd::read))
                .orElseGet(Rdf::new);
        if (faults.count() > before) {
            document.cut();
        }
        return Optional.of(new Reading(document, context, rdf).collected());
    }

    /** One document. */
    private static final class Reading {

        private final Document document;
        private final CollectContext context;
        private final Rdf rdf;
        private final Vocabularies words;
        private final Set<String> datasets = new LinkedHashSet<>();
        private final List<Use> uses = new ArrayList<>();
        private int processes;

        Reading(Document document, CollectContext context, Rdf rdf) {
            this.document = document;
            this.context = context;
            this.rdf = rdf;
            this.words = new Vocabularies(context.taxonomy());
        }

        Collected collected() {
            for (Subject subject : rdf.subjects()) {
                boolean process = subject.all(Rdf.TYPE).stream().map(Term::name).anyMatch(PROCESSES::contains);
                if (process) {
                    processes++;
                    process(subject);
                }
            }
            List<Collected.Described> described = datasets.stream()
                    .map(name -> new Collected.Described(
                            new Collected.Name(Optional.empty(), Optional.of(name)), Optional.empty(), List.of()))
                    .toList();
            return Collected.of(document, "dpv", processes, described, uses);
        }

        private void process(Subject process) {
            Set<String> kinds = new LinkedHashSet<>();
            for (String says : List.of("hasProcessing", "hasPurpose")) {
                process.all(Rdf.DPV + says).stream()
                        .flatMap(term -> rdf.meanings(term).stream())
                        .forEach(name -> kinds.add(Rdf.local(name)));
            }
            Set<String> data = new LinkedHashSet<>();
            DATA.stream().flatMap(says -> process.all(says).stream()).forEach(term -> data.add(dataset(term)));
            datasets.addAll(data);
            context.rules()
                    .activity(new TrainingRules.Job("dpv", "", kinds, Set.of(), Map.of()))
                    .ifPresent(activity -> {
                        for (String dataset : data.isEmpty() ? Set.of("") : data) {
                            uses.add(use(process, activity, dataset, data.size() > 1));
                        }
                    });
        }

        /** A dataset goes by its identifier or title where it has one. */
        private String dataset(Term term) {
            return rdf.subject(term).stream()
                    .flatMap(subject -> List.of("identifier", "title").stream()
                            .flatMap(says -> subject.all("http://purl.org/dc/terms/" + says).stream()))
                    .map(Term::name)
                    .findFirst()
                    .orElse(term.blank() ? "" : term.name());
        }

        private Use use(Subject process, String activity, String dataset, boolean several) {
            String origin = "register:" + document.file().getFileName() + ":"
                    + process.at().line();
            DeclaredUse use = new DeclaredUse(context, origin, new Node.Scalar(process.at(), "", true));
            use.state("activity", List.of(activity));
            use.state("categories", categories(process));
            process.all(Rdf.DPV + "hasLegalBasis").forEach(basis -> basis(basis, use));
            use.state("dataLocatedIn", countries(process));
            process.all(Rdf.DPV + "hasRecipient").stream()
                    .filter(term -> !term.blank())
                    .findFirst()
                    .ifPresent(recipient -> use.state("recipientId", Rdf.local(recipient.name())));
            String id = process.name().replaceFirst("^urn:use:", "");
            return use.use(several ? id + "/" + dataset : id, dataset, id);
        }

        private Set<String> categories(Subject process) {
            Set<String> categories = new TreeSet<>();
            process.all(Rdf.DPV + "hasPersonalData").stream()
                    .flatMap(term -> rdf.meanings(term).stream())
                    .forEach(name -> {
                        if (name.startsWith(Rdf.PD)) {
                            categories.addAll(words.ofDpv(Rdf.local(name)));
                        } else if (name.startsWith(Rdf.DPV)) {
                            categories.addAll(words.ofDpv("dpv:" + Rdf.local(name)));
                        }
                    });
            return categories;
        }

        private void basis(Term term, DeclaredUse use) {
            for (String name : rdf.meanings(term)) {
                String article = name.startsWith(Rdf.GDPR) ? Rdf.local(name) : "";
                if (article.matches("A6-1-[a-f].*")) {
                    use.state("legalBasis.eu", article.substring("A6-1-".length(), "A6-1-".length() + 1));
                } else if (article.matches("A9-2-[a-j].*")) {
                    use.state("specialBasis", article.substring("A9-2-".length(), "A9-2-".length() + 1));
                }
            }
        }

        private Set<String> countries(Subject process) {
            Set<String> countries = new TreeSet<>();
            for (Term place : process.all(Rdf.DPV + "hasLocation")) {
                String name = Rdf.local(place.name());
                if (name.matches("[A-Z]{2}")) {
                    countries.add(name);
                }
            }
            return countries;
        }
    }
}
