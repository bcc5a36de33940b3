package org.trainingaudit.regime;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.trainingaudit.config.ConfigFile;
import org.trainingaudit.config.ConfigFiles;
import org.trainingaudit.config.ConfigurationException;
import org.trainingaudit.config.Faults;
import org.trainingaudit.config.Location;
import org.trainingaudit.config.Nearest;
import org.trainingaudit.taxonomy.Taxonomy;
import org.trainingaudit.use.FactCatalogue;

/** All regimes that the configuration has, checked and compiled. Immutable; any number of threads may use it. */
public final class Regimes {

    private final List<CompiledRegime> regimes;
    private final List<CompiledRule> order;
    private final FactSlots slots;
    private final int clauses;

    private Regimes(List<CompiledRegime> regimes, List<CompiledRule> order, FactSlots slots, int clauses) {
        this.regimes = List.copyOf(regimes);
        this.order = List.copyOf(order);
        this.slots = slots;
        this.clauses = clauses;
    }

    /**
     * Reads and checks every regime of the configuration.
     *
     * <p>A regime with a fault, or that extends one with a fault, is left out and every fault is told; the others can be
     * judged, if the caller wishes to go on.
     *
     * @param files the configuration, of which {@code regimes/*.yaml} are read, without {@code *.cases.yaml}
     */
    public static Regimes load(ConfigFiles files, Taxonomy taxonomy, FactCatalogue facts, Faults faults) {
        Countries countries = Countries.load(files, faults);
        FactSlots slots = new FactSlots(facts, taxonomy, countries);
        PackCompiler compiler = new PackCompiler(sources(files, faults), slots, taxonomy, countries, faults);
        Map<String, CompiledRegime> compiled = compiler.compile();
        List<CompiledRule> order = compiler.order();
        compiler.markFaulty();
        return new Regimes(new ArrayList<>(compiled.values()), order, slots, compiler.clauses());
    }

    private static Map<String, RegimeSource> sources(ConfigFiles files, Faults faults) {
        SourceRegister register = SourceRegister.load(files, faults);
        Map<String, RegimeSource> written = new LinkedHashMap<>();
        for (ConfigFile file : PackFiles.packs(files)) {
            new RegimeReader(file, register, faults).read().ifPresent(source -> written.put(source.id(), source));
        }
        Extension extension = new Extension(written, faults);
        Map<String, RegimeSource> full = new LinkedHashMap<>();
        written.values().forEach(source -> full.put(source.id(), extension.of(source)));
        return full;
    }

    /** The regimes that can be judged, by id. */
    public List<Regime> all() {
        return regimes.stream()
                .filter(each -> each.clean)
                .map(each -> each.face)
                .toList();
    }

    /** The ids of the regimes that were left out because of a fault. */
    public List<String> leftOut() {
        return regimes.stream().filter(each -> !each.clean).map(each -> each.id).toList();
    }

    /** The regime of that id, if it can be judged. */
    public Optional<Regime> get(String id) {
        return all().stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /**
     * A judge for one date, one set of assumptions and one policy. Making one costs far more than judging a use, so keep
     * it for all uses.
     *
     * @throws ConfigurationException if an assumption names no step, or a date after the last on which the step can come
     */
    public Judge judge(JudgeOptions options) {
        Faults faults = new Faults();
        contradictions(options).forEach(message -> faults.add(Location.of("--assume"), message));
        faults.throwIfAny();
        return new Judge(this, options);
    }

    /** What is wrong with the assumptions; empty where they can be tried. */
    List<String> contradictions(JudgeOptions options) {
        List<String> found = new ArrayList<>();
        options.assumedSteps().forEach((name, date) -> {
            Optional<Step> step = step(name);
            if (step.isEmpty()) {
                found.add("unknown step '" + name + "'" + Nearest.hint(name, stepNames()));
            }
            step.flatMap(Step::latest)
                    .filter(date::isAfter)
                    .ifPresent(latest -> found.add("step '" + name + "' can come on " + latest + " at the latest, but "
                            + date + " was assumed"));
        });
        return found;
    }

    private Optional<Step> step(String name) {
        int dot = name.indexOf('.');
        return dot < 0
                ? Optional.empty()
                : get(name.substring(0, dot)).flatMap(regime -> regime.step(name.substring(dot + 1)));
    }

    /** Every step as an assumption names it, {@code regime.step}. */
    public List<String> stepNames() {
        return all().stream()
                .flatMap(regime -> regime.steps().stream().map(step -> regime.id() + "." + step.id()))
                .toList();
    }

    /** The regimes whose answers may turn on a day on which these take a step. */
    public Set<String> reachedBy(Set<String> stepping) {
        return new Reach(this).of(stepping);
    }

    List<CompiledRegime> compiled() {
        return regimes;
    }

    List<CompiledRule> order() {
        return order;
    }

    FactSlots slots() {
        return slots;
    }

    int clauses() {
        return clauses;
    }
}
