package org.trainingaudit.detection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Runs all detectors over one value after another, on one thread.
 *
 * <p>Most values are of no interest to most detectors, so cheap looks come first: what is known of {@link AlikeTexts texts
 * that are alike}; else words from one {@link Lexicon}, then one pass of a {@link Sieves sieve} that tells which shapes may
 * match; those that count only after a label aren't looked for where nothing is a label. None of that changes what is found.
 */
final class CellReader {

    private final Engine engine;
    private final FoldedText text;
    private final Cell cell;
    private final long[] passing;
    private final Lookers lookers;
    private final OutlineMemory outlines;
    private final char[] outline = new char[Outlines.LONGEST];
    private final AskedOfText told;
    private final Questions questions;
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
        this.lookers = new Lookers(engine, cell);
        this.questions = lookers.questions();
        this.told = new AskedOfText(cell, lookers.checks());
        this.outlines = new OutlineMemory(engine.outlines, lookers);
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

    /** All finds in the text, also unsure ones, without overlaps; good until the next call. */
    List<Match> matches(BitSet announced) {
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

    /** Values like the one in the text, whose bytes these are, if they can be told by their digits. */
    Optional<DigitTexts> digitTexts(byte[] bytes, int start, int end) {
        return DigitTexts.like(bytes, start, end, text, lookers);
    }

    /** What there is in the text, as it is counted; learns how others that differ in digits are told. */
    ColumnCounter.Seen learn(BitSet announced, DigitTexts alike) {
        cell.begin(announced, List.of());
        AlikeTexts texts = alike.tree().answer(text.chars(), told);
        if (texts == null) {
            texts = alike.tree().grows() ? learnt(announced, alike) : null;
        }
        if (texts == null) {
            return see(announced);
        }
        cell.begin(announced, texts.common().labels());
        cell.noted(true);
        Answer answer = texts.answer(text.chars(), told, lookers);
        return answer == null || isSpent() ? see(announced) : answer.seen();
    }

    /** Looks for words, and writes down what that asks; null where it can't be written down. */
    private @Nullable AlikeTexts learnt(BitSet announced, DigitTexts alike) {
        words.look(cell);
        List<Phrases.Place> labels = List.copyOf(words.standing());
        cell.begin(announced, labels);
        lookers.begin(null);
        cell.run().writeDown(questions);
        engine.lexicon.ask(text, questions);
        ValueKind kind = ValueKind.of(text, cell.run());
        cell.run().writeDown(null);
        found.clear();
        words.tell(cell, finds);
        if (questions.isLost() || isSpent()) {
            alike.tree().fail();
            return null;
        }
        AlikeTexts.Common common = new AlikeTexts.Common(kind, text.length(), labels, List.copyOf(found), 0, 0);
        return alike.tree().add(questions, alike.with(common, this::ofDigits));
    }

    private AlikeTexts ofDigits(AlikeTexts.Common common) {
        long[] possible = engine.outlines.drawDigits(text, outline)
                ? engine.outlines.possible(outline, text.length())
                : engine.outlines.all();
        int[] shapes = Arrays.stream(lookers.surestFirst())
                .filter(number -> Outlines.has(possible, number))
                .filter(number -> lookers.shape(number).countsAlone()
                        || cell.isLabelled(lookers.shape(number).of()))
                .toArray();
        IntStream coded = IntStream.range(
                lookers.shapes(), lookers.shapes() + lookers.coded().size());
        int[] all = IntStream.concat(Arrays.stream(shapes), coded).toArray();
        return new AlikeTexts(common, null, all, lookers, (one, sure, rivals) -> Answer.Need.NOTHING);
    }

    /**
     * What texts have that are like this one; nothing if that can't be known. The cell is then begun, and if words matter they
     * have been looked for.
     */
    private @Nullable Answer known(BitSet announced) {
        if (!outlines.draw(text)) {
            return null;
        }
        OutlinePlan plan = outlines.plan(announced, List.of());
        if (plan == null) {
            return null;
        }
        Answer known = answer(plan);
        if (known == null || known.need() == Answer.Need.NOTHING) {
            return known;
        }
        words.look(cell);
        if (words.phrases().isEmpty()) {
            return known;
        }
        OutlinePlan labelledPlan = outlines.plan(announced, words.standing());
        return labelledPlan == null ? null : answer(labelledPlan);
    }

    private @Nullable Answer answer(OutlinePlan plan) {
        cell.begin(plan.announced(), plan.places());
        AlikeTexts texts = plan.tree().answer(text.chars(), told);
        Answer answer = (texts == null ? learnt(plan) : texts).answer(text.chars(), told, lookers);
        return isSpent() ? null : answer;
    }

    private AlikeTexts learnt(OutlinePlan plan) {
        lookers.begin(plan.outline());
        cell.run().writeDown(questions);
        ValueKind kind = ValueKind.of(text, cell.run());
        double most = 0;
        double mostAfterLabel = 0;
        for (Coded one : engine.coded) {
            double its = one.finder().most(cell);
            boolean open = !one.finder().isForLabelled()
                    || plan.labelled().get(one.of().number());
            most = open ? Math.max(most, its) : most;
            mostAfterLabel = Math.max(mostAfterLabel, its);
        }
        cell.run().writeDown(null);
        AlikeTexts.Common common =
                new AlikeTexts.Common(kind, text.length(), List.of(), List.of(), most, mostAfterLabel);
        AlikeTexts texts = plan.with(common, (its, sure, rivals) -> need(plan, its, sure, rivals));
        if (questions.isLost()) {
            plan.tree().fail();
        }
        return questions.isLost() || !plan.tree().grows() ? texts : plan.tree().add(questions, texts);
    }

    /** What else there could be beside a find that is all there is and so sure; 0 if there is none. */
    private Answer.Need need(OutlinePlan plan, AlikeTexts.Common common, double sure, boolean rivals) {
        if (!engine.lexicon.mayHaveWords(text)) {
            return common.coded() == 0 || sure > common.coded() ? Answer.Need.NOTHING : Answer.Need.ALL;
        }
        if (sure <= Vocabulary.MOST || sure <= common.coded()) {
            return Answer.Need.ALL;
        }
        boolean whateverLabels = sure > common.codedAfterLabel() && sure > plan.mostAfterLabel() && !rivals;
        return plan.hasLabels() || whateverLabels ? Answer.Need.NOTHING : Answer.Need.LABELS;
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
        engine.sieves.passing(text, words.lead(), passing);
        for (int word = 0; word < passing.length; word++) {
            for (long bits = passing[word]; bits != 0; bits &= bits - 1) {
                engine.alone.get(64 * word + Long.numberOfTrailingZeros(bits)).find(cell, finds);
            }
        }
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
                shapes.get(i).find(cell, finds);
            }
        }
    }
}
