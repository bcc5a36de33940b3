package org.trainingaudit.bench;

import java.util.List;
import java.util.stream.IntStream;

/** What a paired run measured, and the table that goes into {@code docs/performance.md}. */
public final class PairedResult {
    private final String unit;
    private final List<Contender> contenders;
    private final List<Goal> goals;
    private final double[][] rates;
    private final long[] answers;

    PairedResult(String unit, List<Contender> contenders, List<Goal> goals, double[][] rates, long[] answers) {
        this.unit = unit;
        this.contenders = contenders;
        this.goals = goals;
        this.rates = rates;
        this.answers = answers;
    }

    /** The rate of a contender, in units a CPU second. */
    public Spread rate(String name) {
        return Spread.of(rates[index(name)]);
    }

    /** How many times the first contender's rate is the other's, round by round. */
    public Spread ratio(String against) {
        double[] other = rates[index(against)];
        return Spread.of(IntStream.range(0, other.length)
                .mapToDouble(round -> rates[0][round] / other[round])
                .toArray());
    }

    /** Machine, rounds and the table, in Markdown. */
    public String markdown() {
        StringBuilder text = new StringBuilder();
        text.append(Machine.line())
                .append("; ")
                .append(rates[0].length)
                .append(" interleaved rounds, medians [min..max]\n\n");
        text.append("| contender | ").append(unit).append(" a CPU second | ours is | goal | | answer |\n");
        text.append("| --- | ---: | ---: | ---: | --- | ---: |\n");
        for (int i = 0; i < contenders.size(); i++) text.append(row(i));
        return text.toString();
    }

    private String row(int i) {
        String name = contenders.get(i).name();
        String ratio = i == 0 ? "1" : ratio(name).text() + " ×";
        return "| %s | %s | %s | %s | %d |%n".formatted(name, rate(name).text(), ratio, goal(name), answers[i]);
    }

    private String goal(String name) {
        return goals.stream()
                .filter(goal -> goal.against().equals(name))
                .findFirst()
                .map(this::judged)
                .orElse(" | ");
    }

    private String judged(Goal goal) {
        double ratio = ratio(goal.against()).median();
        String outcome = ratio >= goal.atLeast()
                ? "reached"
                : "missed, by %.0f %%".formatted((1 - ratio / goal.atLeast()) * 100);
        return "≥ %s × | %s".formatted(Spread.figure(goal.atLeast()), outcome);
    }

    private int index(String name) {
        return IntStream.range(0, contenders.size())
                .filter(i -> contenders.get(i).name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no contender '" + name + "'"));
    }
}
