package org.trainingaudit.detection;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Runs all detectors over one value after another, on one thread.
 *
 * <p>Most values are of no interest to most detectors, so cheap looks come first: words from one {@link Lexicon}, then one
 * pass of a {@link Sieves sieve} that tells which shapes may match; those that count only after a label aren't looked for where
 * nothing is a label. None of that changes what is found.
 */
final class CellReader {

    /** A shape that asks more of a text is run over each. */
    private static final int MOST_QUESTIONS = 12;

    private final Engine engine;
    private final FoldedText text;
    private final Cell cell;
    private final long[] passing;
    private final OutlineMemory outlines;

    /** The numbers of each detector's labelled shapes among the outlines' patterns begin there. */
    private final int[] labelledFrom;

    private final List<Shape> every;
    private final List<Predicate<String>> checks = new ArrayList<>();
    private final int[] surestFirst;
    private final char[] outline = new char[Outlines.LONGEST];
    private final AskedOfText told;
    private final Questions questions = new Questions();
    private long @Nullable [] possible;
    private final BitSet labelled = new BitSet();
    private final List<Match> found = new ArrayList<>();
    private final Found finds = found::add;
    private final WordFinds words;

    /**
     * All that looks at values.
     *
     * @param alone shapes that may count without a label, in the order of the sieves
     * @param outlines of the same shapes, and then of those that count only after a label
     * @param labelled shapes that count only after one, by the number of their detector
     */
    record Engine(
            List<Shape> alone,
            Sieves sieves,
            Outlines outlines,
            List<List<Shape>> labelled,
            List<Coded> coded,
            Lexicon lexicon,
            Phrases phrases,
            int phraseCount,
            Vocabulary vocabulary) {}

    /**
     * For one thread.
     *
     * @param tracking whether the offsets of the original will be asked for
     */
    CellReader(Engine engine, boolean tracking) {
        this.engine = engine;
        this.text = new FoldedText(tracking);
        this.cell = new Cell(text);
        this.words = new WordFinds(engine, text);
        this.passing = new long[engine.sieves.words()];
        this.every = new ArrayList<>(engine.alone);
        engine.labelled.forEach(every::addAll);
        this.surestFirst = IntStream.range(0, every.size())
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -every.get(i).most()))
                .mapToInt(Integer::intValue)
                .toArray();
        every.forEach(shape -> checks.add(shape.check()));
        engine.coded.forEach(coded -> checks.add(coded.finder()::check));
        this.told = new AskedOfText(text, cell, every, checks);
        this.outlines = new OutlineMemory(engine.outlines, every);
        this.labelledFrom = new int[engine.labelled.size()];
        int from = engine.alone.size();
        for (int i = 0; i < labelledFrom.length; i++) {
            labelledFrom[i] = from;
            from += engine.labelled.get(i).size();
        }
    }

    /** The value to be read next; to be folded into by the caller. */
    FoldedText text() {
        return text;
    }

    /** Whether the last value took more steps than are allowed, so that finds may be missing. */
    boolean isSpent() {
        return cell.run().isSpent();
    }

    /** What there is in the text, as it is counted. */
    ColumnCounter.Seen see(BitSet announced) {
        Answer known = known(announced);
        if (known != null && known.kind() == ValueKind.EMPTY) {
            return ColumnCounter.Seen.NOTHING;
        }
        if (known != null) {
            List<Match> all = with(known);
            return all == known.matches() ? known.seen() : ColumnCounter.Seen.of(known.kind(), false, all);
        }
        cell.begin(announced, List.of());
        ValueKind kind = ValueKind.of(text, cell.run());
        if (kind == ValueKind.EMPTY) {
            return ColumnCounter.Seen.NOTHING;
        }
        List<Match> matches = anew(announced);
        return ColumnCounter.Seen.of(kind, isSpent(), matches);
    }

    /** Values like the one in the text, whose bytes these are, if they can be told by their digits. */
    Optional<DigitTexts> digitTexts(byte[] bytes, int start, int end) {
        return DigitTexts.like(bytes, start, end, text, checks);
    }

    /** What there is in the text, as it is counted; learns how others that differ in digits are told. */
    ColumnCounter.Seen learn(BitSet announced, DigitTexts alike) {
        questions.beginDigits(text);
        words.look(cell);
        cell.begin(announced, words.standing());
        cell.run().writeDown(questions);
        engine.lexicon.ask(text, questions);
        ValueKind kind = ValueKind.of(text, cell.run());
        found.clear();
        all();
        words.tell(cell, finds);
        cell.run().writeDown(null);
        List<Match> matches = List.copyOf(found.size() < 2 ? found : Overlaps.without(found));
        boolean empty = kind == ValueKind.EMPTY;
        ColumnCounter.Seen seen = empty ? ColumnCounter.Seen.NOTHING : ColumnCounter.Seen.of(kind, isSpent(), matches);
        if (questions.isLost() || isSpent()) {
            alike.tree().fail();
        } else {
            alike.tree().add(questions, new Answer(kind, matches, matches, Answer.Need.NOTHING, seen));
        }
        return seen;
    }

    /**
     * Looks with code and with all shapes that may match in texts that differ from this one in digits alone, the surest first,
     * as long as others could matter beside a find that is all there is.
     */
    private void all() {
        boolean drawn = engine.outlines.drawDigits(text, outline);
        possible = drawn ? engine.outlines.possible(outline, text.length()) : null;
        double sure = 0;
        for (int i = 0; i < surestFirst.length && most(surestFirst[i]) >= sure; i++) {
            int number = surestFirst[i];
            if (isPossible(number)) {
                questions.by(number);
                int before = found.size();
                every.get(number).find(cell, finds);
                sure = Math.max(sure, surestWhole(before));
            }
        }
        for (int i = 0; i < engine.coded.size(); i++) {
            if (engine.coded.get(i).finder().most(cell) >= sure) {
                questions.by(every.size() + i);
                engine.coded.get(i).find(cell, finds);
            }
        }
    }

    private double most(int shape) {
        return every.get(shape).most();
    }

    /** How sure the surest find from there on is that is all there is. */
    private double surestWhole(int from) {
        double sure = 0;
        for (int i = from; i < found.size(); i++) {
            Match match = found.get(i);
            sure = match.length() == text.length() ? Math.max(sure, match.confidence()) : sure;
        }
        return sure;
    }

    /** All finds in the text, also unsure ones, without overlaps; good until the next call. */
    List<Match> matches(BitSet announced) {
        if (text.length() == 0) {
            return List.of();
        }
        Answer known = known(announced);
        return known == null ? anew(announced) : with(known);
    }

    private List<Match> anew(BitSet announced) {
        found.clear();
        words.look(cell);
        cell.begin(announced, words.standing());
        words.tell(cell, finds);
        shapes();
        labelledShapes(announced);
        coded();
        return found.size() < 2 ? found : Overlaps.without(found);
    }

    /**
     * What texts have that are like this one; nothing if that can't be known. The cell is then begun, and if words matter they
     * have been looked for.
     */
    private @Nullable Answer known(BitSet announced) {
        possible = null;
        if (!outlines.draw(text)) {
            return null;
        }
        OutlinePlan plan = outlines.plan(announced, List.of());
        if (plan == null) {
            return null;
        }
        possible = plan.possible();
        cell.begin(announced, List.of());
        Answer known = answer(plan);
        if (known == null || known.need() == Answer.Need.NOTHING) {
            return known;
        }
        words.look(cell);
        if (words.phrases().isEmpty()) {
            return known;
        }
        List<Phrases.Place> labels = words.standing();
        OutlinePlan labelledPlan = outlines.plan(announced, labels);
        cell.begin(announced, labels);
        return labelledPlan == null ? null : answer(labelledPlan);
    }

    private @Nullable Answer answer(OutlinePlan plan) {
        Answer known = plan.tree().answer(text.chars(), told);
        return known == null && plan.tree().grows() ? learnt(plan) : known;
    }

    /** All matches of a text, those included that its answer doesn't tell. */
    private List<Match> with(Answer known) {
        if (known.need() != Answer.Need.ALL) {
            return known.matches();
        }
        found.clear();
        words.tell(cell, finds);
        coded();
        if (found.isEmpty()) {
            return known.matches();
        }
        found.addAll(known.finds());
        return found.size() < 2 ? found : Overlaps.without(found);
    }

    /** Looks with all shapes, writing down what they ask. */
    private @Nullable Answer learnt(OutlinePlan plan) {
        questions.begin(plan.outline(), text.length());
        cell.run().writeDown(questions);
        ValueKind kind = ValueKind.of(text, cell.run());
        found.clear();
        Answer.Need need = inOrder(plan);
        cell.run().writeDown(null);
        if (questions.isLost() || isSpent()) {
            plan.tree().fail();
            return null;
        }
        List<Match> all = List.copyOf(found);
        List<Match> matches = all.size() < 2 ? all : List.copyOf(Overlaps.without(found));
        Answer made = new Answer(kind, all, matches, need, ColumnCounter.Seen.of(kind, false, matches));
        plan.tree().add(questions, made);
        return made;
    }

    /** Looks with those shapes first that could be surest, as long as others could matter. */
    private Answer.Need inOrder(OutlinePlan plan) {
        double sure = 0;
        int rivals = -1;
        int[] order = plan.order();
        for (int i = 0; i < order.length && every.get(order[i]).most() >= sure; i++) {
            rivals++;
            int before = found.size();
            look(plan, order[i]);
            sure = Math.max(sure, surestWhole(before));
        }
        return need(plan, sure, rivals > 0);
    }

    /** Looks with one shape; what asks for too many characters is run over each text instead. */
    private void look(OutlinePlan plan, int number) {
        Shape shape = every.get(number);
        if (plan.isRun(number)) {
            cell.run().writeDown(null);
            int before = found.size();
            shape.find(cell, finds);
            cell.run().writeDown(questions);
            questions.askShape(number, found.size() > before);
            if (found.size() > before) {
                questions.lose();
            }
            return;
        }
        int asked = questions.count();
        questions.by(number);
        shape.find(cell, finds);
        if (shape.pattern().digitsTogether() > 1 && questions.count() - asked > MOST_QUESTIONS) {
            plan.run(number);
            questions.lose();
        }
    }

    /** What else there could be beside a find that is all there is and so sure; 0 if there is none. */
    private Answer.Need need(OutlinePlan plan, double sure, boolean rivals) {
        double coded = 0;
        double codedAfterLabel = 0;
        for (Coded one : engine.coded) {
            double most = one.finder().most(cell);
            boolean open = !one.finder().isForLabelled()
                    || plan.labelled().get(one.of().number());
            coded = open ? Math.max(coded, most) : coded;
            codedAfterLabel = Math.max(codedAfterLabel, most);
        }
        if (!engine.lexicon.mayHaveWords(text)) {
            return coded == 0 || sure > coded ? Answer.Need.NOTHING : Answer.Need.ALL;
        }
        if (sure <= Vocabulary.MOST || sure <= coded) {
            return Answer.Need.ALL;
        }
        boolean whateverLabels = sure > codedAfterLabel && sure > plan.mostAfterLabel() && !rivals;
        return plan.hasLabels() || whateverLabels ? Answer.Need.NOTHING : Answer.Need.LABELS;
    }

    private void coded() {
        for (int i = 0; i < engine.coded.size(); i++) {
            engine.coded.get(i).find(cell, finds);
        }
    }

    /** Terms in the text, as if it announced nothing and had no phrases before them. */
    List<Match> terms() {
        found.clear();
        words.look(cell);
        cell.begin(new BitSet(), words.standing());
        words.tell(cell, finds);
        return List.copyOf(found);
    }

    /** The phrases in the text, from left to right, without overlaps. */
    List<Phrases.Place> phrases() {
        words.look(cell);
        return List.copyOf(words.standing());
    }

    private void shapes() {
        engine.sieves.passing(text, possible, passing);
        for (int word = 0; word < passing.length; word++) {
            for (long bits = passing[word]; bits != 0; bits &= bits - 1) {
                engine.alone.get(64 * word + Long.numberOfTrailingZeros(bits)).find(cell, finds);
            }
        }
    }

    private boolean isPossible(int pattern) {
        long[] known = possible;
        return known == null || ((known[pattern >> 6] >>> pattern) & 1) != 0;
    }

    private void labelledShapes(BitSet announced) {
        if (announced.isEmpty() && words.phrases().isEmpty()) {
            return;
        }
        labelled.clear();
        labelled.or(announced);
        List<Phrases.Place> places = words.phrases();
        for (int i = 0; i < places.size(); i++) {
            labelled.or(places.get(i).phrase().speaksFor());
        }
        for (int of = labelled.nextSetBit(0); of >= 0; of = labelled.nextSetBit(of + 1)) {
            List<Shape> shapes = engine.labelled.get(of);
            for (int i = 0; i < shapes.size(); i++) {
                if (isPossible(labelledFrom[of] + i)) {
                    shapes.get(i).find(cell, finds);
                }
            }
        }
    }
}
